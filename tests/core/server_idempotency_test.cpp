// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! Lost answers, resent requests, and faults in the middle: everything happens once (R-SRV-01, R-IDM-04).
class ServerIdempotencyTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] QJsonObject keyed(const QString &kind, const QJsonValue &id, const QString &name, const QString &key,
                                    const QJsonObject &more = {})
    {
        QJsonObject extra = more;
        extra.insert(u"idempotencyKey"_s, key);
        return m_client->operation(kind, u"customers"_s, id, customer(name), extra);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>();
        m_client = std::make_unique<Client>(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
    }

    void aResentBatchGetsTheSameAnswersAndDoesNothing_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::newRow("the answer was lost") << false;
        QTest::newRow("the server was restarted in between") << true;
    }
    void aResentBatchGetsTheSameAnswersAndDoesNothing()
    {
        QFETCH(bool, restarted);
        m_client->create(u"customers"_s, u"tmp-0"_s, customer(u"Zero"_s));
        const QJsonArray batch{keyed(u"create"_s, u"tmp-1"_s, u"  One "_s, u"k1"_s),
                               keyed(u"update"_s, 1, u"Nought"_s, u"k2"_s, {{u"baseVersion"_s, 1}}),
                               keyed(u"update"_s, 1, u"Stale"_s, u"k3"_s, {{u"baseVersion"_s, 1}}), // a conflict
                               keyed(u"update"_s, 1, u""_s, u"k4"_s, {{u"baseVersion"_s, 2}}),      // refused: no name
                               keyed(u"delete"_s, 1, {}, u"k5"_s, {{u"baseVersion"_s, 2}})};
        const auto first = m_client->pushAll(batch);
        const auto stored = m_client->everything();
        QCOMPARE(first["processed"_L1].toInteger(), 3);
        QCOMPARE(first["conflicts"_L1].toInteger(), 1);
        QCOMPARE(first["failed"_L1].toInteger(), 1);
        if (restarted)
            m_server->restart();
        const auto second = m_client->pushAll(batch);
        QCOMPARE(second["results"_L1], first["results"_L1]);
        QCOMPARE(m_client->everything(), stored);
    }

    void aResentOperationMayHaveAnotherNumberAndTime()
    {
        const auto first = m_client->push(keyed(u"create"_s, u"tmp-1"_s, u"One"_s, u"k1"_s));
        m_server->clock.advance(std::chrono::hours(1));
        auto second = m_client->push(keyed(u"create"_s, u"tmp-1"_s, u"One"_s, u"k1"_s));
        QVERIFY(second["operationId"_L1] != first["operationId"_L1]);
        second.insert(u"operationId"_s, first["operationId"_L1]);
        QCOMPARE(second, first);
    }

    void aKeyTwiceInOneBatchIsExecutedOnce()
    {
        const auto answer = m_client->pushAll(
            {keyed(u"create"_s, u"tmp-1"_s, u"One"_s, u"k1"_s), keyed(u"create"_s, u"tmp-1"_s, u"One"_s, u"k1"_s)});
        QCOMPARE(answer["processed"_L1].toInteger(), 2);
        QCOMPARE(m_client->everything().size(), 1);
        QCOMPARE(m_client->everything()[0]["version"_L1].toInteger(), 1);
    }

    void aKeyCannotBeUsedForSomethingElse()
    {
        m_client->push(keyed(u"create"_s, u"tmp-1"_s, u"One"_s, u"k1"_s));
        const auto before = m_client->everything();
        for (const auto &other :
             {keyed(u"create"_s, u"tmp-1"_s, u"Two"_s, u"k1"_s), keyed(u"create"_s, u"tmp-2"_s, u"One"_s, u"k1"_s),
              keyed(u"update"_s, 1, u"One"_s, u"k1"_s, {{u"baseVersion"_s, 1}})}) {
            QCOMPARE(errorCode(m_client->push(other)), u"key.reused"_s);
        }
        QCOMPARE(m_client->everything(), before);
    }

    void keysOfTwoCompaniesAreDifferentKeys()
    {
        Client other(*m_server, m_server->addUser(u"firm"_s, u"beta"_s, u"bo@firm.se"_s));
        m_client->push(keyed(u"create"_s, u"tmp-1"_s, u"One"_s, u"k1"_s));
        const auto answer = other.push(keyed(u"create"_s, u"tmp-1"_s, u"Two"_s, u"k1"_s));
        QVERIFY(answer["success"_L1].toBool());
        QCOMPARE(other.everything().size(), 1);
    }

    // Creates are unique by company, type and temporary id for ever.
    void aTemporaryIdIsCreatedOnce()
    {
        m_client->create(u"customers"_s, u"tmp-1"_s, customer(u"One"_s));
        const auto equal =
            m_client->create(u"customers"_s, u"tmp-1"_s, customer(u" One"_s), {{u"idempotencyKey"_s, u"other"_s}});
        QVERIFY(equal["success"_L1].toBool());
        QCOMPARE(equal["realId"_L1].toInteger(), 1);
        const auto different = m_client->create(u"customers"_s, u"tmp-1"_s, customer(u"Two"_s));
        QVERIFY(different["conflict"_L1].toBool());
        QCOMPARE(different["realId"_L1].toInteger(), 1);
        QCOMPARE(different["conflictData"_L1]["affectedFields"_L1].toArray(), QJsonArray{u"name"_s});
        m_client->remove(u"customers"_s, 1, 1);
        const auto deleted = m_client->create(u"customers"_s, u"tmp-1"_s, customer(u"One"_s));
        QCOMPARE(deleted["conflictData"_L1]["conflictType"_L1].toString(), u"deletion"_s);
        const auto otherType = m_client->create(u"articles"_s, u"tmp-1"_s, {{u"description"_s, u"Screw"_s}});
        QCOMPARE(otherType["realId"_L1].toInteger(), 2);
    }

    void aRepeatedCreateIsEqualThoughItHasNoRowIdsAndNoNumberYet()
    {
        m_client->create(u"customers"_s, u"tmp-1"_s, customer(u"One"_s));
        auto body = invoice(u"tmp-1"_s);
        body.insert(u"rows"_s,
                    QJsonArray{QJsonObject{{u"description"_s, u"Work"_s}, {u"quantity"_s, 2}, {u"price"_s, 10.5}}});
        const auto first = m_client->create(u"invoices"_s, u"tmp-2"_s, body);
        const auto second = m_client->create(u"invoices"_s, u"tmp-2"_s, body);
        QVERIFY(second["success"_L1].toBool());
        QCOMPARE(second["serverData"_L1], first["serverData"_L1]);
        QCOMPARE(m_client->everything().size(), 2);
    }

    // What nobody foresaw in one operation does not cost the others (RELIABILITY I16).
    void anUnexpectedFaultIsIsolated()
    {
        m_client->create(u"customers"_s, u"tmp-0"_s, customer(u"Zero"_s));
        m_server->restart();
        m_server->sabotage(u"firm"_s, "CREATE TRIGGER fault BEFORE INSERT ON records WHEN NEW.temp_id = 'tmp-2' "
                                      "BEGIN SELECT RAISE(ABORT, 'planted'); END");
        const QJsonArray batch{keyed(u"create"_s, u"tmp-1"_s, u"One"_s, u"k1"_s),
                               keyed(u"create"_s, u"tmp-2"_s, u"Two"_s, u"k2"_s),
                               keyed(u"create"_s, u"tmp-3"_s, u"Three"_s, u"k3"_s)};
        const auto answer = m_client->pushAll(batch);
        QCOMPARE(answer["processed"_L1].toInteger(), 2);
        const auto faulty = answer["results"_L1][1].toObject();
        QCOMPARE(errorCode(faulty), u"operation.failed"_s);
        QCOMPARE(faulty["retryable"_L1].toBool(), true);
        QCOMPARE(m_client->everything().size(), 3);
        // Its key stayed unused: sent again after the repair, it is executed.
        m_server->restart();
        m_server->sabotage(u"firm"_s, "DROP TRIGGER fault");
        const auto again = m_client->pushAll(batch);
        QCOMPARE(again["processed"_L1].toInteger(), 3);
        QCOMPARE(m_client->everything().size(), 4);
    }

    void aDamagedRecordIsIsolated()
    {
        m_client->create(u"customers"_s, u"tmp-1"_s, customer(u"One"_s));
        m_client->create(u"customers"_s, u"tmp-2"_s, customer(u"Two"_s));
        m_server->restart();
        m_server->sabotage(u"firm"_s, "UPDATE records SET body = '{broken' WHERE id = 1");
        const auto answer = m_client->pushAll({keyed(u"update"_s, 1, u"I"_s, u"k1"_s, {{u"baseVersion"_s, 1}}),
                                               keyed(u"update"_s, 2, u"II"_s, u"k2"_s, {{u"baseVersion"_s, 1}})});
        QCOMPARE(errorCode(answer["results"_L1][0].toObject()), u"operation.failed"_s);
        QVERIFY(answer["results"_L1][1]["success"_L1].toBool());
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(ServerIdempotencyTest)
#include "server_idempotency_test.moc"
