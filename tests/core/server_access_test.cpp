// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! Who may see and do what (R-SRV-03, R-LOC-02).
class ServerAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<Server>(); }

    void tenantsAndCompaniesSeeOnlyTheirOwn()
    {
        Client acme(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        Client beta(*m_server, m_server->addUser(u"firm"_s, u"beta"_s, u"bo@firm.se"_s));
        Client rival(*m_server, m_server->addUser(u"rival"_s, u"acme"_s, u"eve@rival.se"_s));
        acme.create(u"customers"_s, u"tmp-1"_s, customer(u"Secret"_s, u"C-1"_s));
        for (Client *stranger : {&beta, &rival}) {
            QCOMPARE(stranger->everything().size(), 0);
            QCOMPARE(stranger->send(u"/api/sync/record?entityType=customers&id=1"_s).status, 404);
            QCOMPARE(stranger->send(u"/api/sync/record?entityType=customers&id=tmp-1"_s).status, 404);
            const auto update = stranger->update(u"customers"_s, 1, 1, customer(u"Mine"_s));
            QCOMPARE(update["conflictData"_L1]["conflictType"_L1].toString(), u"missing-entity"_s);
            QVERIFY(update["conflictData"_L1]["serverData"_L1].isNull());
            QCOMPARE(errorCode(stranger->create(u"invoices"_s, u"tmp-2"_s, invoice(1))), u"reference.unknown"_s);
            QCOMPARE(errorCode(stranger->create(u"invoices"_s, u"tmp-2"_s, invoice(u"tmp-1"_s))),
                     u"reference.unknown"_s);
            // The same temporary id and the same customer number are free here.
            QVERIFY(stranger->create(u"customers"_s, u"tmp-1"_s, customer(u"Own"_s, u"C-1"_s))["success"_L1].toBool());
        }
        QCOMPARE(acme.everything().size(), 1);
        QCOMPARE(acme.record(u"customers"_s, 1)["data"_L1]["name"_L1].toString(), u"Secret"_s);
    }

    void tenantsAreDifferentFiles()
    {
        m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s);
        m_server->addUser(u"rival"_s, u"acme"_s, u"eve@rival.se"_s);
        QVERIFY(QFile::exists(m_server->folder().tenant(TenantId(u"firm"_s))));
        QVERIFY(QFile::exists(m_server->folder().tenant(TenantId(u"rival"_s))));
    }

    void aFileOfAnotherTenantIsNotServed()
    {
        Client acme(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        m_server->addUser(u"rival"_s, u"acme"_s, u"eve@rival.se"_s);
        m_server->restart();
        const QString mine = m_server->folder().tenant(TenantId(u"firm"_s));
        QVERIFY(QFile::remove(mine));
        QVERIFY(QFile::copy(m_server->folder().tenant(TenantId(u"rival"_s)), mine));
        QCOMPARE(errorCode(json(acme.send(u"/api/sync/pull"_s), 500)), u"store.otherTenant"_s);
    }

    void aMissingTenantFileIsNotMadeAnew()
    {
        Client acme(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        QVERIFY(QFile::remove(m_server->folder().tenant(TenantId(u"firm"_s))));
        QCOMPARE(errorCode(json(acme.send(u"/api/sync/record?entityType=customers&id=1"_s), 500)), u"store.missing"_s);
        QVERIFY(!QFile::exists(m_server->folder().tenant(TenantId(u"firm"_s))));
    }

    void namingSomebodyElsesDataRefusesTheWholeRequest_data()
    {
        QTest::addColumn<QJsonObject>("claim");
        QTest::addColumn<QString>("code");
        QTest::newRow("another tenant") << QJsonObject{{u"tenantId"_s, u"rival"_s}} << u"tenant.forbidden"_s;
        QTest::newRow("another company of the tenant")
            << QJsonObject{{u"practiceId"_s, u"beta"_s}} << u"company.forbidden"_s;
        QTest::newRow("a company that is not there")
            << QJsonObject{{u"practiceId"_s, u"nowhere"_s}} << u"company.forbidden"_s;
        QTest::newRow("a path") << QJsonObject{{u"practiceId"_s, u"../rival/acme"_s}} << u"company.forbidden"_s;
    }
    void namingSomebodyElsesDataRefusesTheWholeRequest()
    {
        QFETCH(QJsonObject, claim);
        QFETCH(QString, code);
        Client acme(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        m_server->addUser(u"firm"_s, u"beta"_s, u"bo@firm.se"_s);
        const QJsonArray operations{acme.operation(u"create"_s, u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s)),
                                    acme.operation(u"create"_s, u"customers"_s, u"tmp-2"_s, customer(u"Bo"_s), claim)};
        const auto response =
            m_server->handle(post(acme.token(), QJsonDocument(QJsonObject{{u"operations"_s, operations}}).toJson()));
        QCOMPARE(errorCode(json(response, 403)), code);
        QCOMPARE(acme.everything().size(), 0);
    }

    void aTokenForSeveralCompaniesMustNameOne()
    {
        m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s);
        Client anna(*m_server, m_server->addUser(u"firm"_s, u"beta"_s, u"anna@firm.se"_s));
        QCOMPARE(errorCode(json(anna.send(u"/api/sync/pull"_s), 400)), u"company.missing"_s);
        QCOMPARE(anna.send(u"/api/sync/pull?practiceId=Acme"_s).status, 200); // case does not matter
        const auto answer = anna.pushAll(
            {anna.operation(u"create"_s, u"customers"_s, u"tmp-1"_s, customer(u"A"_s), {{u"practiceId"_s, u"acme"_s}}),
             anna.operation(u"create"_s, u"customers"_s, u"tmp-1"_s, customer(u"B"_s), {{u"practiceId"_s, u"beta"_s}}),
             anna.operation(u"create"_s, u"customers"_s, u"tmp-2"_s, customer(u"C"_s),
                            {{u"practiceId"_s, u"acme"_s}})});
        QCOMPARE(answer["processed"_L1].toInteger(), 3);
        QCOMPARE(answer["results"_L1][2]["tempId"_L1].toString(), u"tmp-2"_s);
        QCOMPARE(anna.pull(u"practiceId=acme"_s)["changes"_L1].toArray().size(), 2);
        QCOMPARE(anna.pull(u"practiceId=beta"_s)["changes"_L1].toArray().size(), 1);
    }

    void rolesDecide_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("writes");
        QTest::newRow("an admin writes") << Role::Admin << true;
        QTest::newRow("a bookkeeper writes") << Role::Bookkeeper << true;
        QTest::newRow("a service writes") << Role::Service << true;
        QTest::newRow("a viewer reads") << Role::Viewer << false;
    }
    void rolesDecide()
    {
        QFETCH(Role, role);
        QFETCH(bool, writes);
        Client client(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"x@firm.se"_s, role));
        const QJsonArray operations{client.operation(u"create"_s, u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s))};
        const auto response =
            m_server->handle(post(client.token(), QJsonDocument(QJsonObject{{u"operations"_s, operations}}).toJson()));
        if (!writes) {
            const auto answer = json(response, 403);
            QCOMPARE(errorCode(answer), u"permission.missing"_s);
            QCOMPARE(answer["error"_L1]["args"_L1][0].toString(), u"customers:create"_s);
        }
        QCOMPARE(client.everything().size(), writes ? 1 : 0);
        const auto session = json(client.send(u"/api/sync/session"_s));
        QCOMPARE(session["tenant"_L1].toString(), u"firm"_s);
        QCOMPARE(session["user"_L1].toString(), u"x@firm.se"_s);
        QCOMPARE(session["role"_L1].toString(), toString(role));
        const auto company = session["companies"_L1][0].toObject();
        QCOMPARE(company["name"_L1].toString(), u"acme"_s);
        QCOMPARE(company["packs"_L1].toArray(), QJsonArray{u"accounting"_s});
        QVERIFY(company["permissions"_L1].toArray().contains(u"invoices:read"_s));
        QCOMPARE(company["permissions"_L1].toArray().contains(u"invoices:create"_s), writes);
    }

    void badTokensAreRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("code");
        QTest::newRow("none") << QByteArray() << u"token.missing"_s;
        QTest::newRow("another scheme") << QByteArray("Basic YTpi") << u"token.missing"_s;
        QTest::newRow("no token") << QByteArray("Bearer ") << u"token.invalid"_s;
        QTest::newRow("a forged one") << QByteArray("Bearer frost_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                                      << u"token.invalid"_s;
        QTest::newRow("SQL") << QByteArray("Bearer ' OR 1=1 --") << u"token.invalid"_s;
    }
    void badTokensAreRefused()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, code);
        m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s);
        for (const auto &target : {u"/api/sync/pull"_s, u"/api/sync/session"_s, u"/api/sync/record"_s}) {
            HttpRequest request = get({}, target);
            if (!header.isEmpty())
                request.headers.insert("authorization", header);
            const auto response = m_server->handle(request);
            QCOMPARE(errorCode(json(response, 401)), code);
            QCOMPARE(response.headers.value("www-authenticate"), QByteArray("Bearer"));
        }
    }

    void aRevokedTokenIsOutAtOnceOthersStay()
    {
        Client first(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        Client second(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        QCOMPARE(first.send(u"/api/sync/pull"_s).status, 200);
        const auto tokens = value(m_server->accounts().tenants()).first().users.first().tokens;
        QCOMPARE(tokens.size(), 2);
        const QString firstId = QString::fromLatin1(tokenHash(first.token()).left(12));
        QCOMPARE(value(m_server->accounts().revoke({firstId, {}})), 1);
        QCOMPARE(first.send(u"/api/sync/pull"_s).status, 401);
        QCOMPARE(second.send(u"/api/sync/pull"_s).status, 200);
        QCOMPARE(value(m_server->accounts().revoke({{}, UserId(u"ANNA@firm.se"_s)})), 1);
        QCOMPARE(second.send(u"/api/sync/pull"_s).status, 401);
        QCOMPARE(companyfixture::codeOf(m_server->accounts().revoke({u"nosuch"_s, {}})), u"token.unknown"_s);
        QCOMPARE(companyfixture::codeOf(m_server->accounts().revoke({{}, UserId(u"x@y"_s)})), u"user.unknown"_s);
    }

    void aRoleCanBeChanged()
    {
        Client anna(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s, Role::Bookkeeper));
        m_server->addUser(u"Firm"_s, u"ACME"_s, u"Anna@firm.se"_s, Role::Viewer);
        QCOMPARE(json(anna.send(u"/api/sync/session"_s))["role"_L1].toString(), u"viewer"_s);
        const auto tenants = value(m_server->accounts().tenants());
        QCOMPARE(tenants.size(), 1); // names that differ in case are one name
        QCOMPARE(tenants.first().companies.size(), 1);
        QCOMPARE(tenants.first().users.size(), 1);
    }

    void malformedAccountsAreRefused_data()
    {
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QString>("company");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &tenant, const QString &company, const QString &email,
                            const QString &pack,
                            const QString &code) { QTest::newRow(name) << tenant << company << email << pack << code; };
        row("a tenant that is a path", u"../etc"_s, u"acme"_s, u"a@b"_s, u"accounting"_s, u"name.malformed"_s);
        row("a company with a slash", u"firm"_s, u"a/b"_s, u"a@b"_s, u"accounting"_s, u"name.malformed"_s);
        row("a hidden name", u".firm"_s, u"acme"_s, u"a@b"_s, u"accounting"_s, u"name.malformed"_s);
        row("a device of Windows", u"nul"_s, u"acme"_s, u"a@b"_s, u"accounting"_s, u"name.malformed"_s);
        row("an empty name", u""_s, u"acme"_s, u"a@b"_s, u"accounting"_s, u"name.malformed"_s);
        row("no address", u"firm"_s, u"acme"_s, u"anna"_s, u"accounting"_s, u"email.malformed"_s);
        row("an address with spaces", u"firm"_s, u"acme"_s, u"a b@c"_s, u"accounting"_s, u"email.malformed"_s);
        row("an unknown pack", u"firm"_s, u"acme"_s, u"a@b"_s, u"spaceships"_s, u"pack.unknown"_s);
    }
    void malformedAccountsAreRefused()
    {
        QFETCH(QString, tenant);
        QFETCH(QString, company);
        QFETCH(QString, email);
        QFETCH(QString, pack);
        QFETCH(QString, code);
        const auto token =
            m_server->accounts().addUser({TenantId(tenant), CompanyId(company), UserId(email), Role::Admin, {pack}});
        QCOMPARE(companyfixture::codeOf(token), code);
        QVERIFY(value(m_server->accounts().tenants()).isEmpty());
    }

    void aCompanyKeepsItsPacks()
    {
        m_server->addUser(u"firm"_s, u"vet"_s, u"a@b"_s, Role::Admin, {u"veterinary"_s});
        m_server->addUser(u"firm"_s, u"vet"_s, u"c@d"_s);
        const auto token = m_server->accounts().addUser(
            {TenantId(u"firm"_s), CompanyId(u"vet"_s), UserId(u"e@f"_s), Role::Admin, {u"accounting"_s}});
        QCOMPARE(companyfixture::codeOf(token), u"company.otherPacks"_s);
        QCOMPARE(value(m_server->accounts().tenants()).first().companies.first().packs, QStringList{u"veterinary"_s});
    }

    void theTokenItselfIsNowhere()
    {
        const QByteArray token = m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s);
        QVERIFY(token.startsWith("frost_"));
        QVERIFY(token.size() >= 6 + 43);
        m_server->restart();
        QDir directory(m_server->folder().path());
        for (const QFileInfo &file : directory.entryInfoList(QDir::Files)) {
            QFile content(file.filePath());
            QVERIFY(content.open(QIODevice::ReadOnly));
            QVERIFY(!content.readAll().contains(token));
        }
    }

private:
    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(ServerAccessTest)
#include "server_access_test.moc"
