// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! Business steps: in the version that the client has seen, or not at all.
class ServerStepsTest : public QObject
{
    Q_OBJECT

    QJsonObject ask(const QString &step, qint64 version, const QJsonObject &more = {}, const QJsonValue &id = 2)
    {
        QJsonObject extra{{u"step"_s, step}, {u"baseVersion"_s, version}};
        for (auto it = more.begin(); it != more.end(); ++it)
            extra.insert(it.key(), it.value());
        auto operation = m_anna->operation(u"step"_s, u"invoices"_s, id, {}, extra);
        operation.remove(u"data"_s);
        return m_anna->push(operation);
    }
    [[nodiscard]] QJsonObject stored() { return m_anna->record(u"invoices"_s, 2)["data"_L1].toObject(); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>();
        m_anna = std::make_unique<Client>(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        m_anna->create(u"invoices"_s, u"tmp-2"_s, invoice(1));
    }

    void aStepSetsWhatThePackSaysAndNothingElse()
    {
        auto before = stored();
        const auto answer = ask(u"book"_s, 1);
        QVERIFY2(answer["success"_L1].toBool(), QJsonDocument(answer).toJson().constData());
        QCOMPARE(answer["version"_L1].toInteger(), 2);
        QCOMPARE(answer["serverData"_L1].toObject(), stored());
        before.insert(u"booked"_s, true);
        QCOMPARE(stored(), before);
    }

    void aTemporaryIdNamesTheRecordToo()
    {
        QVERIFY(ask(u"mark-sent"_s, 1, {}, u"tmp-2"_s)["success"_L1].toBool());
        QCOMPARE(stored()["sent"_L1], QJsonValue(true));
    }

    void whatComesOfAStep_data()
    {
        QTest::addColumn<QString>("before"); // done before, by a step
        QTest::addColumn<QString>("step");
        QTest::addColumn<qint64>("version");
        QTest::addColumn<QString>("outcome"); // "applied", the type of the conflict, or the code of the refusal
        const QString none;
        QTest::newRow("the version that was seen") << none << u"book"_s << qint64(1) << u"applied"_s;
        QTest::newRow("an older version") << u"mark-sent"_s << u"book"_s << qint64(1) << u"version"_s;
        QTest::newRow("done already, in this version") << u"book"_s << u"book"_s << qint64(2) << u"applied"_s;
        QTest::newRow("done already by somebody else") << u"book"_s << u"book"_s << qint64(1) << u"version"_s;
        QTest::newRow("what is cancelled is not booked") << u"cancel"_s << u"book"_s << qint64(2) << u"step.hindered"_s;
        QTest::newRow("what is booked is cancelled") << u"book"_s << u"cancel"_s << qint64(2) << u"applied"_s;
        QTest::newRow("no step of the type") << none << u"publish"_s << qint64(1) << u"step.unknown"_s;
        QTest::newRow("a copy is a create and does not travel") << u"book"_s << u"credit"_s << qint64(2) << u"step.unknown"_s;
    }
    void whatComesOfAStep()
    {
        QFETCH(QString, before);
        QFETCH(QString, step);
        QFETCH(qint64, version);
        QFETCH(QString, outcome);
        if (!before.isEmpty())
            QVERIFY(ask(before, 1)["success"_L1].toBool());
        const auto answer = ask(step, version);
        const QString got = answer["success"_L1].toBool()    ? u"applied"_s
                            : answer["conflict"_L1].toBool() ? answer["conflictData"_L1]["conflictType"_L1].toString()
                                                             : errorCode(answer);
        QCOMPARE(got, outcome);
        if (outcome == u"version"_s) {
            QCOMPARE(answer["conflictData"_L1]["serverData"_L1].toObject(), stored());
            QVERIFY(answer["conflictData"_L1]["localData"_L1].isNull());
            QCOMPARE(answer["conflictData"_L1]["severity"_L1].toString(), u"critical"_s);
        }
    }

    void ofWhatIsNotThere()
    {
        QCOMPARE(ask(u"book"_s, 1, {}, 99)["conflictData"_L1]["conflictType"_L1].toString(), u"missing-entity"_s);
        m_anna->remove(u"invoices"_s, 2, 1);
        QCOMPARE(ask(u"book"_s, 2)["conflictData"_L1]["conflictType"_L1].toString(), u"deletion"_s);
    }

    // R-IDM-04
    void aLostAnswerIsGivenAgain()
    {
        const QJsonObject key{{u"idempotencyKey"_s, u"k1"_s}};
        auto first = ask(u"book"_s, 1, key);
        m_server->restart();
        const auto changed = m_anna->update(u"invoices"_s, 2, 2, stored());
        auto again = ask(u"book"_s, 1, key);
        for (auto *answer : {&first, &again})
            answer->remove(u"operationId"_s);
        QCOMPARE(again, first);
        QCOMPARE(m_anna->record(u"invoices"_s, 2)["version"_L1], changed["version"_L1]);
        QCOMPARE(errorCode(ask(u"cancel"_s, 1, key)), u"key.reused"_s);
    }

    // A reference that was deleted meanwhile does not keep the invoice from being booked.
    void whatTheRecordRefersToMayBeGone()
    {
        m_anna->remove(u"customers"_s, 1, 1);
        QVERIFY(ask(u"book"_s, 1)["success"_L1].toBool());
        QCOMPARE(stored()["customer"_L1].toString(), u"1"_s);
    }

    // R-QUE-10
    void stepsAreRights()
    {
        const auto rights = [&](Role role, const QString &email) {
            Client client(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, email, role));
            return json(client.send(u"/api/sync/session"_s))["companies"_L1][0]["permissions"_L1].toArray();
        };
        QVERIFY(rights(Role::Bookkeeper, u"bo@firm.se"_s).contains(u"invoices:mark-sent"_s));
        QVERIFY(!rights(Role::Bookkeeper, u"cy@firm.se"_s).contains(u"invoices:credit"_s));
        QVERIFY(!rights(Role::Viewer, u"di@firm.se"_s).contains(u"invoices:book"_s));
        Client viewer(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"eva@firm.se"_s, Role::Viewer));
        const auto operation = viewer.operation(u"step"_s, u"invoices"_s, 2, {}, {{u"step"_s, u"book"_s}, {u"baseVersion"_s, 1}});
        const auto answer = m_server->handle(
            post(viewer.token(), QJsonDocument(QJsonObject{{u"operations"_s, QJsonArray{operation}}}).toJson()));
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.contains("invoices:book"));
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Client> m_anna;
};

QTEST_GUILESS_MAIN(ServerStepsTest)
#include "server_steps_test.moc"
