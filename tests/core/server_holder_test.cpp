// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! Who may speak to an external system, and what records are called there (DESIGN.md section 1).
class ServerHolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>();
        m_anna = m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s);
        m_bo = m_server->addUser(u"firm"_s, u"acme"_s, u"bo@firm.se"_s);
        m_rival = m_server->addUser(u"rival"_s, u"acme"_s, u"eve@rival.se"_s);
    }

    void whoAsksNext_data()
    {
        QTest::addColumn<int>("who");
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("epoch");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("answer");
        const QString file = u"file-a"_s;
        // Anna's file-a has it with epoch 1.
        QTest::newRow("the holder goes on") << 0 << file << qint64(1) << 1 << u"renewed 1"_s;
        QTest::newRow("the holder comes late, and nobody was there meanwhile") << 0 << file << qint64(1) << 60 << u"renewed 1"_s;
        QTest::newRow("the holder has not heard the answer") << 0 << file << qint64(0) << 1 << u"changed 2"_s;
        QTest::newRow("the holder knows an epoch that a restore has taken back") << 0 << file << qint64(7) << 1 << u"changed 8"_s;
        QTest::newRow("another file on the same device") << 0 << u"file-b"_s << qint64(0) << 1 << u"refused 1"_s;
        QTest::newRow("a copy of the file on another device") << 1 << file << qint64(1) << 1 << u"refused 1"_s;
        QTest::newRow("another user") << 1 << u"file-c"_s << qint64(0) << 9 << u"refused 1"_s;
        QTest::newRow("another user when its time is over") << 1 << u"file-c"_s << qint64(0) << 10 << u"changed 2"_s;
        QTest::newRow("another tenant") << 2 << file << qint64(0) << 1 << u"changed 1"_s;
    }
    void whoAsksNext()
    {
        QFETCH(int, who);
        QFETCH(QString, file);
        QFETCH(qint64, epoch);
        QFETCH(int, minutes);
        QFETCH(QString, answer);
        QCOMPARE(ask(m_anna, u"file-a"_s, 0), u"changed 1"_s);
        m_server->clock.advance(std::chrono::minutes(minutes));
        const QList<QByteArray> tokens{m_anna, m_bo, m_rival};
        QCOMPARE(ask(tokens[who], file, epoch), answer);
    }

    void whoIsRefusedIsToldWhoHoldsIt()
    {
        ask(m_anna, u"file-a"_s, 0);
        m_server->clock.advance(std::chrono::minutes(4));
        const auto refused = json(hold(m_bo, u"file-b"_s, 0));
        QCOMPARE(refused["user"_L1].toString(), u"anna@firm.se"_s);
        QCOMPARE(refused["hubName"_L1].toString(), u"PC"_s);
        QCOMPARE(refused["milliseconds"_L1].toInteger(), 6 * 60 * 1000);
    }

    void lettingGo()
    {
        ask(m_anna, u"file-a"_s, 0);
        QCOMPARE(ask(m_bo, u"file-b"_s, 1, true), u"refused 1"_s); // not his
        QCOMPARE(ask(m_bo, u"file-b"_s, 0), u"refused 1"_s);
        QCOMPARE(ask(m_anna, u"file-a"_s, 1, true), u"let go 1"_s);
        QCOMPARE(ask(m_bo, u"file-b"_s, 0), u"changed 2"_s);
        QCOMPARE(ask(m_anna, u"file-a"_s, 1), u"refused 2"_s);
    }

    void linksComeInTheOrderOfTheirCommits()
    {
        Client client(*m_server, m_anna);
        client.create(u"customers"_s, u"tmp-a"_s, customer(u"Ada"_s));
        client.create(u"customers"_s, u"tmp-b"_s, customer(u"Bea"_s));
        ask(m_anna, u"file-a"_s, 0);
        const auto before = client.everything();
        QCOMPARE(tell({link(1, u"S1"_s), link(2, u"S2"_s)}), 200);
        const auto first = links();
        QCOMPARE(remoteIds(first), (QStringList{u"1=S1"_s, u"2=S2"_s}));
        QCOMPARE(tell({link(1, u"S1"_s)}), 200); // says nothing new
        QCOMPARE(remoteIds(links(first["cursor"_L1].toString())), QStringList());
        QCOMPARE(tell({link(1, u"S9"_s)}), 200);
        QCOMPARE(remoteIds(links(first["cursor"_L1].toString())), QStringList{u"1=S9"_s});
        QCOMPARE(tell({link(2, u"S9"_s)}), 200); // given again there
        QCOMPARE(remoteIds(links()), QStringList{u"2=S9"_s});
        QCOMPARE(tell({link(2, {})}), 200); // not there any more
        QCOMPARE(tell({link(1, {})}), 200);
        QCOMPARE(remoteIds(links()), (QStringList{u"2="_s, u"1="_s}));
        QCOMPARE(client.everything(), before); // records are as they were
        QCOMPARE(json(m_server->handle(get(m_rival, u"/api/sync/links?connection=shop:1"_s)))["links"_L1].toArray().size(), 0);
    }

    void whatIsBroughtFromThereTwiceIsOneRecord()
    {
        Client client(*m_server, m_anna);
        const auto from = [](const QString &id) {
            return QJsonObject{{u"links"_s, QJsonArray{QJsonObject{{u"connection"_s, u"shop:1"_s}, {u"remoteId"_s, id}, {u"epoch"_s, 1}}}}};
        };
        QVERIFY(client.create(u"customers"_s, u"tmp-a"_s, customer(u"Ada"_s), from(u"S1"_s))["success"_L1].toBool());
        QCOMPARE(remoteIds(links()), QStringList{u"1=S1"_s});
        const auto again = client.create(u"customers"_s, u"tmp-b"_s, customer(u"Ada L"_s), from(u"S1"_s));
        QCOMPARE(again["conflictData"_L1]["conflictType"_L1].toString(), u"duplicate-key"_s);
        QCOMPARE(again["realId"_L1].toInteger(), 1);
        QVERIFY(client.create(u"customers"_s, u"tmp-c"_s, customer(u"Cleo"_s), from(u"S2"_s))["success"_L1].toBool());
        client.remove(u"customers"_s, 1, 1);
        QVERIFY(client.create(u"customers"_s, u"tmp-d"_s, customer(u"Ada"_s), from(u"S1"_s))["success"_L1].toBool()); // the first is gone
    }

private:
    HttpResponse post(const QByteArray &token, const QString &path, const QJsonObject &body)
    {
        HttpRequest request = serverfixture::post(token, QJsonDocument(body).toJson());
        request.url = QUrl(path);
        return m_server->handle(request);
    }
    HttpResponse hold(const QByteArray &token, const QString &file, qint64 epoch, bool release = false)
    {
        return post(token, u"/api/sync/holder"_s, {{u"connection"_s, u"shop:1"_s}, {u"hub"_s, file}, {u"hubName"_s, u"PC"_s},
                                                   {u"epoch"_s, epoch}, {u"release"_s, release}});
    }
    QString ask(const QByteArray &token, const QString &file, qint64 epoch, bool release = false)
    {
        const auto answer = json(hold(token, file, epoch, release));
        const bool granted = answer["granted"_L1].toBool();
        const QString word = granted ? (answer["changedHands"_L1].toBool() ? u"changed"_s : u"renewed"_s)
                                     : answer.contains("user"_L1) ? u"refused"_s : u"let go"_s;
        return u"%1 %2"_s.arg(word).arg(answer["epoch"_L1].toInteger());
    }
    static QJsonObject link(qint64 id, const QString &remoteId)
    {
        return {{u"entityType"_s, u"customers"_s}, {u"id"_s, id}, {u"remoteId"_s, remoteId}, {u"version"_s, u"7"_s}, {u"recordVersion"_s, 1}};
    }
    int tell(const QJsonArray &links)
    {
        return post(m_anna, u"/api/sync/links"_s,
                    {{u"connection"_s, u"shop:1"_s}, {u"hub"_s, u"file-a"_s}, {u"epoch"_s, 1}, {u"links"_s, links}}).status;
    }
    QJsonObject links(const QString &cursor = {})
    {
        const QString target = u"/api/sync/links?connection=shop:1"_s;
        return json(m_server->handle(get(m_bo, cursor.isEmpty() ? target : target + u"&cursor="_s + cursor)));
    }
    static QStringList remoteIds(const QJsonObject &answer)
    {
        QStringList ids;
        for (const auto &value : answer["links"_L1].toArray())
            ids.append(QString::number(value["id"_L1].toInteger()) + u'=' + value["remoteId"_L1].toString());
        return ids;
    }

    std::unique_ptr<Server> m_server;
    QByteArray m_anna;
    QByteArray m_bo;
    QByteArray m_rival;
};

QTEST_GUILESS_MAIN(ServerHolderTest)

#include "server_holder_test.moc"
