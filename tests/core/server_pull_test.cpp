// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace serverfixture;

//! GET /api/sync/pull and /api/sync/record (R-SYN-02).
class ServerPullTest : public QObject
{
    Q_OBJECT

    void createCustomers(int count)
    {
        QJsonArray operations;
        for (int i = 0; i < count; ++i) {
            const QString name = u"%1"_s.arg(++m_created);
            operations.append(m_client->operation(u"create"_s, u"customers"_s, u"tmp-"_s + name, customer(name)));
        }
        QVERIFY(m_client->pushAll(operations)["success"_L1].toBool());
    }

    //! Follows the cursor from `cursor` to the end. @return ids in the order they came
    QList<qint64> follow(QString &cursor, int limit, const QString &more = {})
    {
        QList<qint64> ids;
        for (;;) {
            const auto page = m_client->pull(u"limit=%1&cursor=%2%3"_s.arg(limit).arg(cursor, more));
            for (const auto &change : page["changes"_L1].toArray())
                ids.append(change.toObject()["id"_L1].toInteger());
            cursor = page["cursor"_L1].toString();
            if (!page["hasMore"_L1].toBool())
                return ids;
        }
    }

private Q_SLOTS:
    void init()
    {
        m_created = 0;
        m_server = std::make_unique<Server>();
        m_client = std::make_unique<Client>(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
    }

    void pagesHoldEveryChangeOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("pages");
        QTest::newRow("nothing") << 0 << 3 << 1;
        QTest::newRow("less than a page") << 2 << 3 << 1;
        QTest::newRow("exactly a page") << 3 << 3 << 1;
        QTest::newRow("one more than a page") << 4 << 3 << 2;
        QTest::newRow("several pages") << 9 << 2 << 5;
        QTest::newRow("single changes") << 3 << 1 << 3;
    }
    void pagesHoldEveryChangeOnce()
    {
        QFETCH(int, count);
        QFETCH(int, limit);
        QFETCH(int, pages);
        createCustomers(count);
        QList<qint64> ids;
        QString cursor;
        int seen = 0;
        bool hasMore = true;
        while (hasMore) {
            const auto page = m_client->pull(u"limit=%1&cursor=%2"_s.arg(limit).arg(cursor));
            for (const auto &change : page["changes"_L1].toArray())
                ids.append(change.toObject()["id"_L1].toInteger());
            cursor = page["cursor"_L1].toString();
            hasMore = page["hasMore"_L1].toBool();
            ++seen;
        }
        QCOMPARE(seen, pages);
        QList<qint64> expected;
        for (int i = 1; i <= count; ++i)
            expected.append(i);
        QCOMPARE(ids, expected);
        QVERIFY(follow(cursor, limit).isEmpty());
    }

    void whoAsksIsToldHowManyFollow()
    {
        createCustomers(5);
        const auto first = m_client->pull(u"limit=2&count=true"_s);
        QCOMPARE(first["following"_L1].toInteger(-1), 3);
        const auto rest = u"limit=2&cursor="_s + first["cursor"_L1].toString();
        QCOMPARE(m_client->pull(rest + u"&count=true"_s)["following"_L1].toInteger(-1), 1);
        QVERIFY(!m_client->pull(rest).contains("following"_L1)); // counting is work
        QVERIFY(!m_client->pull(u"limit=5&count=true"_s).contains("following"_L1));
        QCOMPARE(m_client->pull(u"limit=2&count=true&entityTypes=customers"_s)["following"_L1].toInteger(-1), 3);
        m_client->remove(u"customers"_s, 1, 1); // a record comes once, in its present state
        QCOMPARE(m_client->pull(u"limit=2&count=true"_s)["following"_L1].toInteger(-1), 3);
    }

    void aCursorSeesWhatCameAfterIt()
    {
        createCustomers(3);
        QString cursor;
        follow(cursor, 2);
        m_client->update(u"customers"_s, 2, 1, customer(u"Two"_s));
        m_client->remove(u"customers"_s, 1, 1);
        QCOMPARE(follow(cursor, 10), (QList<qint64>{2, 1}));
        QVERIFY(follow(cursor, 10).isEmpty());
    }

    void aRecordThatChangesWhilePagesAreReadComesAgainAndNoneIsMissed()
    {
        createCustomers(4);
        const auto first = m_client->pull(u"limit=2"_s);
        m_client->update(u"customers"_s, 1, 1, customer(u"One"_s));   // delivered already: comes again
        m_client->update(u"customers"_s, 3, 1, customer(u"Three"_s)); // not yet: comes once, later
        createCustomers(1);
        QString cursor = first["cursor"_L1].toString();
        QCOMPARE(follow(cursor, 2), (QList<qint64>{4, 1, 3, 5}));
    }

    void readersMissNothingWhileOthersWrite()
    {
        static constexpr int kWriters = 2;
        static constexpr int kBatches = 20;
        std::vector<Client> clients;
        for (int i = 0; i < kWriters; ++i)
            clients.emplace_back(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"w%1@firm.se"_s.arg(i)));
        std::vector<std::thread> writers;
        std::atomic<int> running = kWriters;
        std::atomic<int> refused = 0;
        for (int i = 0; i < kWriters; ++i) {
            writers.emplace_back([&, i] {
                auto worker = m_server->newWorker();
                for (int batch = 0; batch < kBatches; ++batch) {
                    QJsonArray operations;
                    for (int n = 0; n < 5; ++n)
                        operations.append(clients[size_t(i)].operation(
                            u"create"_s, u"customers"_s, u"tmp-%1-%2-%3"_s.arg(i).arg(batch).arg(n), customer(u"X"_s)));
                    const auto body = QJsonDocument(QJsonObject{{u"operations"_s, operations}}).toJson();
                    refused += worker.service->handle(post(clients[size_t(i)].token(), body)).status == 200 ? 0 : 1;
                }
                --running;
            });
        }
        QString cursor;
        QSet<qint64> seen;
        while (running > 0) {
            for (const qint64 id : follow(cursor, 7))
                seen.insert(id);
        }
        for (std::thread &writer : writers)
            writer.join();
        for (const qint64 id : follow(cursor, 7))
            seen.insert(id);
        QCOMPARE(refused, 0);
        QCOMPARE(seen.size(), qsizetype(kWriters * kBatches * 5));
    }

    void aPullMayBeLimitedToTypes()
    {
        createCustomers(2);
        m_client->create(u"articles"_s, u"tmp-a"_s, {{u"description"_s, u"Screw"_s}});
        createCustomers(2);
        const auto page = m_client->pull(u"entityTypes=articles"_s);
        QCOMPARE(page["changes"_L1].toArray().size(), 1);
        QCOMPARE(page["hasMore"_L1].toBool(), false);
        // The cursor has passed what was not asked for.
        QString cursor = page["cursor"_L1].toString();
        createCustomers(1);
        QCOMPARE(follow(cursor, 10), QList<qint64>{6});
        QString both;
        QCOMPARE(follow(both, 2, u"&entityTypes=articles,customers"_s).size(), 6);
        QString one;
        QCOMPARE(follow(one, 1, u"&entityTypes=customers"_s).size(), 5);
    }

    // R-SYN-02: an opaque cursor of another history is not trusted.
    void aCursorOfAnotherHistoryIsRefused()
    {
        createCustomers(1);
        const QString cursor = m_client->pull()["cursor"_L1].toString();
        QCOMPARE(m_client->send(u"/api/sync/pull?cursor="_s + cursor).status, 200);
        const QString future = cursor.section(u'.', 0, 0) + u".999"_s;
        QCOMPARE(errorCode(json(m_client->send(u"/api/sync/pull?cursor="_s + future), 410)), u"cursor.expired"_s);
        m_server->restart();
        m_server->sabotage(u"firm"_s, "UPDATE meta SET value = 'restored' WHERE key = 'epoch'");
        QCOMPARE(errorCode(json(m_client->send(u"/api/sync/pull?cursor="_s + cursor), 410)), u"cursor.expired"_s);
        QCOMPARE(m_client->everything().size(), 1);
    }

    void badParametersAreRefused_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("a cursor without a number") << u"cursor=abc"_s << 400 << u"cursor.malformed"_s;
        QTest::newRow("a cursor with a negative number") << u"cursor=abc.-1"_s << 400 << u"cursor.malformed"_s;
        QTest::newRow("a cursor with SQL in it") << u"cursor=a'%20OR%201.1"_s << 400 << u"cursor.malformed"_s;
        QTest::newRow("a cursor of no epoch of ours") << u"cursor=abc.1"_s << 410 << u"cursor.expired"_s;
        QTest::newRow("limit 0") << u"limit=0"_s << 400 << u"limit.outOfRange"_s;
        QTest::newRow("limit 1001") << u"limit=1001"_s << 400 << u"limit.outOfRange"_s;
        QTest::newRow("a limit in words") << u"limit=ten"_s << 400 << u"limit.outOfRange"_s;
        QTest::newRow("a limit beyond all numbers") << u"limit=99999999999999999999"_s << 400 << u"limit.outOfRange"_s;
        QTest::newRow("an unknown type") << u"entityTypes=customers,spaceships"_s << 400 << u"type.unknown"_s;
        QTest::newRow("a time in words") << u"lastSyncTimestamp=yesterday"_s << 400 << u"timestamp.malformed"_s;
        QTest::newRow("another company") << u"practiceId=beta"_s << 403 << u"company.forbidden"_s;
        QTest::newRow("another tenant") << u"tenantId=rival"_s << 403 << u"tenant.forbidden"_s;
    }
    void badParametersAreRefused()
    {
        QFETCH(QString, query);
        QFETCH(int, status);
        QFETCH(QString, code);
        QCOMPARE(errorCode(json(m_client->send(u"/api/sync/pull?"_s + query), status)), code);
    }

    void pagesEndBeforeTheyGrowTooLarge()
    {
        QJsonArray operations;
        for (int i = 0; i < 300; ++i) {
            auto body = customer(u"%1"_s.arg(i));
            body.insert(u"note"_s, QString(50'000, u'x'));
            operations.append(m_client->operation(u"create"_s, u"customers"_s, u"tmp-%1"_s.arg(i), body));
        }
        QVERIFY(m_client->pushAll(operations)["success"_L1].toBool());
        const auto page = m_client->pull(u"limit=1000"_s);
        QVERIFY(page["hasMore"_L1].toBool());
        QVERIFY(page["changes"_L1].toArray().size() < 300);
        QString cursor;
        QCOMPARE(follow(cursor, 1000).size(), 300);
    }

    void oneRecordCanBeFetched()
    {
        createCustomers(1);
        QCOMPARE(m_client->record(u"customers"_s, 1), m_client->everything()[0].toObject());
        QCOMPARE(
            json(m_client->send(u"/api/sync/record?entityType=customers&id=tmp-1"_s))["change"_L1]["id"_L1].toInteger(),
            1);
        m_client->remove(u"customers"_s, 1, 1);
        QCOMPARE(m_client->record(u"customers"_s, 1)["operation"_L1].toString(), u"delete"_s);
        QCOMPARE(errorCode(json(m_client->send(u"/api/sync/record?entityType=customers&id=2"_s), 404)),
                 u"record.unknown"_s);
        QCOMPARE(errorCode(json(m_client->send(u"/api/sync/record?entityType=articles&id=1"_s), 404)),
                 u"record.unknown"_s);
        QCOMPARE(errorCode(json(m_client->send(u"/api/sync/record?entityType=spaceships&id=1"_s), 400)),
                 u"type.unknown"_s);
        QCOMPARE(errorCode(json(m_client->send(u"/api/sync/record?entityType=customers"_s), 400)),
                 u"parameter.missing"_s);
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Client> m_client;
    int m_created = 0;
};

QTEST_GUILESS_MAIN(ServerPullTest)
#include "server_pull_test.moc"
