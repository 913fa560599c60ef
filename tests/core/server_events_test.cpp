// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! Who is told of which changes (R-SRV-04). tests/contract/events_test.py has the streams themselves.
class ServerEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>();
        m_both = m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s);
        m_server->addUser(u"firm"_s, u"beta"_s, u"anna@firm.se"_s);
        m_beta = m_server->addUser(u"firm"_s, u"beta"_s, u"bo@firm.se"_s);
        m_store = value(SqliteServerStore::open(m_server->folder(), m_server->clock, m_server->random, m_server->turns));
        m_told.clear();
        m_service = std::make_unique<SyncService>(*m_store, m_server->clock, [this](const TenantId &tenant, const CompanyId &company) {
            m_told.append(tenant.toString() + u'/' + company.toString());
        });
    }

    void aCommitIsToldForTheCompaniesThatItChanged_data()
    {
        QTest::addColumn<QByteArrayList>("operations");
        QTest::addColumn<QStringList>("told");
        const QByteArray acme = create("tmp-1", "acme", "customers");
        const QByteArray beta = create("tmp-1", "beta", "customers");
        const QByteArray bad = create("tmp-1", "beta", "customers", "{}");
        QTest::newRow("nothing was pushed") << QByteArrayList() << QStringList();
        QTest::newRow("one company") << QByteArrayList{acme} << QStringList{u"firm/acme"_s};
        QTest::newRow("two companies") << QByteArrayList{acme, beta} << QStringList{u"firm/acme"_s, u"firm/beta"_s};
        QTest::newRow("one of two was refused") << QByteArrayList{acme, bad} << QStringList{u"firm/acme"_s};
        QTest::newRow("a request that is refused as a whole")
            << QByteArrayList{acme, create("tmp-1", "gamma", "customers")} << QStringList();
    }
    void aCommitIsToldForTheCompaniesThatItChanged()
    {
        QFETCH(QByteArrayList, operations);
        QFETCH(QStringList, told);
        push(operations);
        QCOMPARE(m_told, told);
        m_told.clear();
        push(operations); // the same again changes nothing
        QCOMPARE(m_told, QStringList());
    }

    void theEventSaysWhereTheCompanyStands()
    {
        push({create("tmp-1", "acme", "customers")});
        const QString target = u"/api/sync/events?practiceId=BETA"_s;
        const auto before = m_service->serve(get(m_beta, target));
        QVERIFY(before.events);
        QVERIFY(before.events->company == CompanyId(u"beta"_s) && before.events->tenant == TenantId(u"firm"_s));
        QCOMPARE(before.response.body, QByteArray("event: change\nid: 0\ndata: {\"company\":\"beta\",\"change\":0}\n\n"));
        push({create("tmp-2", "acme", "customers")});
        QCOMPARE(m_service->serve(get(m_beta, target)).response.body, before.response.body); // of no other company
        push({create("tmp-1", "beta", "customers")});
        QCOMPARE(m_service->serve(get(m_beta, target)).response.body,
                 QByteArray("event: change\nid: 3\ndata: {\"company\":\"beta\",\"change\":3}\n\n"));
    }

    void whoMayNotSeeACompanyHearsNothingOfIt_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("status");
        QTest::newRow("another company") << u"?practiceId=acme"_s << 403;
        QTest::newRow("another tenant") << u"?tenantId=rival"_s << 403;
        QTest::newRow("a company that is not there") << u"?practiceId=gamma"_s << 403;
    }
    void whoMayNotSeeACompanyHearsNothingOfIt()
    {
        QFETCH(QString, query);
        QFETCH(int, status);
        const auto served = m_service->serve(get(m_beta, u"/api/sync/events"_s + query));
        QCOMPARE(served.response.status, status);
        QVERIFY(!served.events);
    }

    void whoIsOfSeveralCompaniesNamesOne()
    {
        QCOMPARE(errorCode(json(m_service->handle(get(m_both, u"/api/sync/events"_s)), 400)), u"company.missing"_s);
    }

    void aRevokedTokenIsToldNothingMore()
    {
        const auto request = get(m_beta, u"/api/sync/events"_s);
        QVERIFY(m_service->serve(request).events);
        Accounts::Revocation revocation;
        revocation.email = UserId(u"bo@firm.se"_s);
        value(m_server->accounts().revoke(revocation));
        const auto after = m_service->serve(request);
        QCOMPARE(after.response.status, 401);
        QVERIFY(!after.events);
    }

private:
    static QByteArray create(const QByteArray &id, const QByteArray &company, const QByteArray &type,
                             const QByteArray &data = "{\"name\":\"Secret AB\"}")
    {
        return "{\"id\":1,\"operation\":\"create\",\"entityType\":\"" + type + "\",\"entityId\":\"" + id
            + "\",\"idempotencyKey\":\"" + id + company + "\",\"practiceId\":\"" + company + "\",\"data\":" + data + ",\"timestamp\":1}";
    }
    void push(const QByteArrayList &operations)
    {
        (void)m_service->handle(post(m_both, "{\"operations\":[" + operations.join(',') + "]}"));
    }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<SqliteServerStore> m_store;
    std::unique_ptr<SyncService> m_service;
    QByteArray m_both; //!< of both companies
    QByteArray m_beta;
    QStringList m_told;
};

QTEST_GUILESS_MAIN(ServerEventsTest)
#include "server_events_test.moc"
