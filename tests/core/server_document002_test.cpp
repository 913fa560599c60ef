// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! A client that knows document 002 and nothing of ours (R-PRO-02): numeric ids, milliseconds, no keys, no versions.
class ServerDocument002Test : public QObject
{
    Q_OBJECT

    QJsonObject operation(qint64 id, const QString &kind, const QString &type, const QJsonValue &entityId,
                          const QJsonObject &data, qint64 at)
    {
        return {{u"id"_s, id},     {u"operation"_s, kind}, {u"entityType"_s, type},        {u"entityId"_s, entityId},
                {u"data"_s, data}, {u"timestamp"_s, at},   {u"tenantId"_s, u"tenant_1"_s}, {u"practiceId"_s, 1},
                {u"userId"_s, 42}};
    }
    QJsonObject push(const QByteArray &token, const QJsonArray &operations, qint64 clientTime)
    {
        const QJsonObject body{{u"operations"_s, operations}, {u"clientTimestamp"_s, clientTime}};
        return json(m_server->handle(post(token, QJsonDocument(body).toJson())));
    }
    QJsonObject pull(qint64 since, const QString &more = {})
    {
        return json(m_server->handle(
            get(m_other, u"/api/sync/pull?lastSyncTimestamp=%1&practiceId=1%2"_s.arg(since).arg(more))));
    }
    //! `count` new clients, `batch` of them a push; a push each `pause`.
    void pushClients(int count, int batch, std::chrono::milliseconds pause = std::chrono::milliseconds(3))
    {
        for (int i = 0; i < count; i += batch) {
            QJsonArray operations;
            for (int n = 0; n < batch; ++n, ++m_clients) {
                operations.append(operation(m_clients, u"create"_s, u"clients"_s, u"temp_%1"_s.arg(m_clients),
                                            clientData(u"X"_s), now()));
            }
            QVERIFY(push(m_token, operations, now())["success"_L1].toBool());
            m_server->clock.advance(pause);
        }
    }
    [[nodiscard]] qint64 now() const { return m_server->clock.now().toMSecsSinceEpoch(); }
    static QJsonObject clientData(const QString &name) { return {{u"name"_s, name}}; }

private Q_SLOTS:
    void init()
    {
        m_clients = 0;
        m_server = std::make_unique<Server>();
        m_token = m_server->addUser(u"tenant_1"_s, u"1"_s, u"vet@practice.se"_s, Role::Bookkeeper, {u"veterinary"_s});
        m_other = m_server->addUser(u"tenant_1"_s, u"1"_s, u"other@practice.se"_s);
    }

    void theExampleOfTheDocument()
    {
        const auto answer =
            push(m_token,
                 {operation(123, u"create"_s, u"clients"_s, u"temp_12345"_s, clientData(u"Ada"_s), now()),
                  operation(124, u"create"_s, u"pets"_s, u"temp_12346"_s,
                            {{u"name"_s, u"Rex"_s}, {u"owner"_s, u"temp_12345"_s}}, now())},
                 now());
        QCOMPARE(answer["success"_L1].toBool(), true);
        QCOMPARE(answer["processed"_L1].toInteger(), 2);
        QCOMPARE(answer["failed"_L1].toInteger(), 0);
        QCOMPARE(answer["conflicts"_L1].toInteger(), 0);
        const auto first = answer["results"_L1][0].toObject();
        QCOMPARE(first["operationId"_L1].toInteger(), 123);
        QCOMPARE(first["tempId"_L1].toString(), u"temp_12345"_s);
        QVERIFY(first["realId"_L1].isDouble());
        const auto page = pull(0, u"&entityTypes=clients,pets"_s);
        QCOMPARE(page["success"_L1].toBool(), true);
        QCOMPARE(page["hasMore"_L1].toBool(), false);
        QVERIFY(page["timestamp"_L1].isDouble());
        const auto pet = page["changes"_L1][1].toObject();
        QCOMPARE(pet["entityType"_L1].toString(), u"pets"_s);
        QVERIFY(pet["id"_L1].isDouble());
        QCOMPARE(pet["data"_L1]["owner"_L1].toString(), u"1"_s);
        QVERIFY(fromIso(pet["updatedAt"_L1].toString()).isValid());
    }

    void anEditOlderThanTheServersIsATimestampConflict()
    {
        push(m_token, {operation(1, u"create"_s, u"clients"_s, u"temp_1"_s, clientData(u"Ada"_s), now())}, now());
        const qint64 offline = now() + 1000;
        m_server->clock.advance(std::chrono::minutes(1));
        push(m_other, {operation(1, u"update"_s, u"clients"_s, 1, clientData(u"Ada B"_s), now())}, now());
        const auto answer =
            push(m_token, {operation(2, u"update"_s, u"clients"_s, 1, clientData(u"Ada C"_s), offline)}, now());
        QCOMPARE(answer["conflicts"_L1].toInteger(), 1);
        const auto data = answer["results"_L1][0]["conflictData"_L1].toObject();
        QCOMPARE(data["conflictType"_L1].toString(), u"timestamp"_s);
        QCOMPARE(data["localData"_L1].toObject(), clientData(u"Ada C"_s));
        QCOMPARE(data["serverData"_L1]["name"_L1].toString(), u"Ada B"_s);
        QCOMPARE(data["affectedFields"_L1].toArray(), QJsonArray{u"name"_s});
        // Seen and decided anew, it is applied.
        QVERIFY(push(m_token, {operation(3, u"update"_s, u"clients"_s, 1, clientData(u"Ada C"_s), now())},
                     now())["success"_L1]
                    .toBool());
    }

    void anOldDeleteAgainstANewerEditIsAConflict()
    {
        push(m_token, {operation(1, u"create"_s, u"clients"_s, u"temp_1"_s, clientData(u"Ada"_s), now())}, now());
        const qint64 offline = now() + 1000;
        m_server->clock.advance(std::chrono::minutes(1));
        push(m_other, {operation(1, u"update"_s, u"clients"_s, 1, clientData(u"Ada B"_s), now())}, now());
        const auto answer = push(m_token, {operation(2, u"delete"_s, u"clients"_s, 1, {}, offline)}, now());
        QCOMPARE(answer["results"_L1][0]["conflictData"_L1]["conflictType"_L1].toString(), u"deletion"_s);
        QVERIFY(push(m_token, {operation(3, u"delete"_s, u"clients"_s, 1, {}, now())}, now())["success"_L1].toBool());
    }

    // A day offline, then everything in order: a device does not conflict with itself.
    void aQueueOfEditsMadeOfflineIsApplied_data()
    {
        QTest::addColumn<int>("batch");
        QTest::newRow("in one batch") << 3;
        QTest::newRow("in a batch each") << 1;
    }
    void aQueueOfEditsMadeOfflineIsApplied()
    {
        QFETCH(int, batch);
        const qint64 morning = now();
        const QJsonArray queue{
            operation(1, u"create"_s, u"clients"_s, u"temp_1"_s, clientData(u"A"_s), morning),
            operation(2, u"update"_s, u"clients"_s, u"temp_1"_s, clientData(u"AB"_s), morning + 1000),
            operation(3, u"update"_s, u"clients"_s, u"temp_1"_s, clientData(u"ABC"_s), morning + 2000)};
        m_server->clock.advance(std::chrono::hours(8));
        for (qsizetype i = 0; i < queue.size(); i += batch) {
            QJsonArray part;
            for (qsizetype n = i; n < i + batch; ++n)
                part.append(queue[n]);
            QVERIFY(push(m_token, part, now())["success"_L1].toBool());
            m_server->clock.advance(std::chrono::seconds(5));
        }
        QCOMPARE(pull(0)["changes"_L1][0]["data"_L1]["name"_L1].toString(), u"ABC"_s);
    }

    void aClockThatRunsAheadDoesNotWin()
    {
        push(m_token, {operation(1, u"create"_s, u"clients"_s, u"temp_1"_s, clientData(u"Ada"_s), now())}, now());
        static constexpr qint64 kAhead = 3'600'000;
        const qint64 offline = now() + 1000 + kAhead; // an edit one second from now, by a clock an hour ahead
        m_server->clock.advance(std::chrono::minutes(1));
        push(m_other, {operation(1, u"update"_s, u"clients"_s, 1, clientData(u"Ada B"_s), now())}, now());
        const auto answer = push(m_token, {operation(2, u"update"_s, u"clients"_s, 1, clientData(u"Ada C"_s), offline)},
                                 now() + kAhead);
        QCOMPARE(answer["conflicts"_L1].toInteger(), 1);
    }

    // With overlap: nothing is missed, some changes come twice.
    void pullingByTimeMissesNothing()
    {
        push(m_token, {operation(1, u"create"_s, u"clients"_s, u"temp_1"_s, clientData(u"A"_s), now())}, now());
        m_server->clock.advance(std::chrono::minutes(1));
        const qint64 since = pull(0)["timestamp"_L1].toInteger();
        QCOMPARE(pull(since)["changes"_L1].toArray().size(), 0);
        push(m_token, {operation(2, u"create"_s, u"clients"_s, u"temp_2"_s, clientData(u"B"_s), now())}, now());
        m_server->clock.advance(std::chrono::seconds(2));
        const auto page = pull(since);
        QCOMPARE(page["changes"_L1].toArray().size(), 1);
        QCOMPARE(pull(page["timestamp"_L1].toInteger())["changes"_L1].toArray().size(), 1); // within the overlap: again
        m_server->clock.advance(std::chrono::minutes(1));
        QCOMPARE(pull(now())["changes"_L1].toArray().size(), 0);
    }

    // "hasMore" with nothing but the time to go on by must come to an end.
    void pagesByTimeComeToAnEnd_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("oneBatch");
        QTest::newRow("changes of different times") << 3 << false;
        QTest::newRow("all changes in one batch") << 3 << true;
        QTest::newRow("a change a page") << 1 << false;
    }
    void pagesByTimeComeToAnEnd()
    {
        QFETCH(int, limit);
        QFETCH(bool, oneBatch);
        static constexpr int kCount = 10;
        pushClients(kCount, oneBatch ? kCount : 1);
        QList<qint64> ids;
        qint64 since = 0;
        for (bool hasMore = true; hasMore;) {
            QVERIFY(ids.size() <= kCount);
            const auto page = pull(since, u"&limit=%1"_s.arg(limit));
            for (const auto &change : page["changes"_L1].toArray())
                ids.append(change.toObject()["id"_L1].toInteger());
            since = page["timestamp"_L1].toInteger();
            hasMore = page["hasMore"_L1].toBool();
        }
        QCOMPARE(ids.size(), qsizetype(kCount));
        QCOMPARE(QSet<qint64>(ids.begin(), ids.end()).size(), qsizetype(kCount));
    }

    void timesGoOnThoughTheClockGoesBack()
    {
        push(m_token, {operation(1, u"create"_s, u"clients"_s, u"temp_1"_s, clientData(u"A"_s), now())}, now());
        m_server->clock.advance(std::chrono::minutes(-10));
        push(m_token, {operation(2, u"create"_s, u"clients"_s, u"temp_2"_s, clientData(u"B"_s), now())}, now());
        const auto changes = pull(0)["changes"_L1].toArray();
        QVERIFY(fromIso(changes[1]["updatedAt"_L1].toString()) > fromIso(changes[0]["updatedAt"_L1].toString()));
    }

    // A day of work by a clock that was set back must not come as one page.
    void pagesByTimeStayBoundedAfterTheClockHasStepped_data()
    {
        QTest::addColumn<int>("step"); // minutes
        QTest::newRow("back by an hour") << -60;
        QTest::newRow("back by a minute") << -1;
        QTest::newRow("not at all") << 0;
        QTest::newRow("forward by an hour") << 60;
    }
    void pagesByTimeStayBoundedAfterTheClockHasStepped()
    {
        QFETCH(int, step);
        pushClients(1, 1);
        m_server->clock.advance(std::chrono::minutes(step));
        pushClients(12, 2, std::chrono::milliseconds(0));
        static constexpr int kLimit = 3;
        int received = 0;
        qint64 since = 0;
        qint64 last = 0;
        for (bool hasMore = true; hasMore;) {
            const auto page = pull(since, u"&limit=%1"_s.arg(kLimit));
            const int size = int(page["changes"_L1].toArray().size());
            QVERIFY2(size <= kLimit + 1, "a page may exceed its limit by the rest of a batch only");
            received += size;
            last = fromIso(page["changes"_L1][size - 1]["updatedAt"_L1].toString()).toMSecsSinceEpoch();
            since = page["timestamp"_L1].toInteger();
            hasMore = page["hasMore"_L1].toBool();
        }
        QCOMPARE(received, 13);
        // Else the client would ask for the same changes until the clock has caught up.
        QVERIFY2(since >= last, "the time to go on with is not before the last change");
    }

private:
    std::unique_ptr<Server> m_server;
    QByteArray m_token;
    QByteArray m_other;
    int m_clients = 0;
};

QTEST_GUILESS_MAIN(ServerDocument002Test)
#include "server_document002_test.moc"
