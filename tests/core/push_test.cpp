// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include <QTest>

#include <algorithm>

using namespace syncfixture;

namespace {

PushOutcome outcomeOf(PushOutcome::Kind kind, const QString &code = {})
{
    PushOutcome outcome;
    outcome.kind = kind;
    outcome.error = {ErrorKind::Rejected, code, {}, {}, {}};
    return outcome;
}

PushOutcome conflictWith(const RemoteRecord &remote, const QString &word = u"version"_s)
{
    PushOutcome outcome;
    outcome.kind = PushOutcome::Kind::Conflict;
    outcome.id = remote.id;
    outcome.version = remote.version;
    outcome.conflictType = word;
    outcome.remote = remote;
    return outcome;
}

bool has(const std::vector<PushRequest> &requests, const LocalId &record)
{
    return std::any_of(requests.begin(), requests.end(), [&](const auto &request) { return request.local == record; });
}

} // namespace

Q_DECLARE_METATYPE(frost::ErrorKind)
Q_DECLARE_METATYPE(frost::PushOutcome::Kind)

// The table "What an answer means" of core/sync/README.md, line by line, and what keeps it true.
class PushTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_office = std::make_unique<SyncOffice>(); }

    void theWholeExchangeFails_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("state");
        QTest::newRow("not reached: nothing was sent") << ErrorKind::Offline << u"pending"_s;
        QTest::newRow("no complete answer: the outcome is unknown") << ErrorKind::OutcomeUnknown << u"verify"_s;
        QTest::newRow("an answer that cannot be read: the outcome is unknown") << ErrorKind::Corrupt << u"verify"_s;
        QTest::newRow("a failure nobody thought of: the outcome is unknown") << ErrorKind::Internal << u"verify"_s;
        QTest::newRow("401: sign in") << ErrorKind::Unauthorized << u"pending"_s;
        QTest::newRow("403: no right") << ErrorKind::Forbidden << u"pending"_s;
        QTest::newRow("429: wait") << ErrorKind::RateLimited << u"pending"_s;
        QTest::newRow("400 for one alone: it fails by itself") << ErrorKind::Rejected << u"failed"_s;
        QTest::newRow("413 for one alone: it fails by itself") << ErrorKind::TooLarge << u"failed"_s;
    }
    void theWholeExchangeFails()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QString, state);
        const auto ours = m_office->create(named(u"Ek"_s));
        m_office->remote.answer = [kind](const auto &) -> FakeProvider::Outcomes { return fail(kind, u"some.reason"_s); };
        const auto report = m_office->sync();
        QCOMPARE(m_office->state(ours), state);
        QCOMPARE(m_office->open(ours)->reason, u"some.reason"_s);
        QCOMPARE(report.error.has_value(), state != u"failed"_s);
        QVERIFY(report.state != RunState::Done);
    }

    void whatHasNoAnswerIsSentAgainByteForByteBeforeAnythingIsPulled()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        m_office->remote.answer = [](const auto &) -> FakeProvider::Outcomes { return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s); };
        m_office->sync();
        m_office->edit(ours, {{u"city"_s, u"Umeå"_s}}); // must not change what is sent again
        size_t pullsBefore = 0;
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            if (m_office->remote.pushes.size() == 2)
                pullsBefore = m_office->remote.pulls.size();
            return m_office->remote.allApplied(requests);
        };
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        const auto &pushes = m_office->remote.pushes;
        QCOMPARE(pushes.size(), size_t(3));
        QCOMPARE(pushes[1].front().bytes, pushes[0].front().bytes);
        QCOMPARE(pushes[1].front().key, pushes[0].front().key);
        QCOMPARE(pullsBefore, size_t(1)); // that of the first run
        QVERIFY(pushes[2].front().key != pushes[0].front().key);
        QVERIFY(pushes[2].front().bytes.contains("Umeå"));
    }

    // A slow line, or a proxy's limit, must not keep a batch from ever arriving.
    void aBatchThatDoesNotGetThroughIsHalved_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no answer in time") << ErrorKind::OutcomeUnknown;
        QTest::newRow("a proxy's 413") << ErrorKind::TooLarge;
        QTest::newRow("a proxy's 400") << ErrorKind::Rejected;
    }
    void aBatchThatDoesNotGetThroughIsHalved()
    {
        QFETCH(ErrorKind, kind);
        QList<LocalId> records;
        for (int i = 0; i < 9; ++i)
            records += m_office->create(named(u"Ek %1"_s.arg(i)));
        m_office->remote.answer = [](const auto &) -> FakeProvider::Outcomes { return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s); };
        m_office->sync();
        QHash<QString, QByteArray> sent;
        for (const auto &request : m_office->remote.pushes.front())
            sent.insert(request.local.toString(), request.bytes);
        QCOMPARE(sent.size(), 9);

        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            if (requests.size() > 2)
                return fail(kind, u"too.much"_s);
            for (const auto &request : requests)
                [&] { QCOMPARE(request.bytes, sent.value(request.local.toString())); }();
            return m_office->remote.allApplied(requests);
        };
        const auto report = m_office->sync();
        QVERIFY2(!report.error, report.error ? qPrintable(report.error->logLine()) : "");
        for (const auto &record : records)
            QCOMPARE(m_office->state(record), u"done"_s);
        QVERIFY(m_office->remote.pushes.size() < 12);
    }

    // A killed process leaves its batch marked as in flight.
    void whatAKilledProcessLeftIsHalvedToo()
    {
        QList<LocalId> records;
        for (int i = 0; i < 5; ++i) {
            records += m_office->create(named(u"Ek %1"_s.arg(i)));
            m_office->take(records.last());
        }
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            if (requests.size() > 1)
                return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
            return m_office->remote.allApplied(requests);
        };
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        for (const auto &record : records)
            QCOMPARE(m_office->state(record), u"done"_s);
    }

    void whatNeverGetsThroughEndsTheRunAndKeepsEverything()
    {
        for (int i = 0; i < 4; ++i)
            m_office->create(named(u"Ek %1"_s.arg(i)));
        m_office->remote.answer = [](const auto &) -> FakeProvider::Outcomes { return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s); };
        m_office->sync();
        const auto report = m_office->sync();
        QCOMPARE(report.error->code, u"net.timeout"_s);
        QCOMPARE(m_office->remote.pushes.size(), size_t(4)); // 4, then 4, 2, 1
        QCOMPARE(value(m_office->writer.outbox().inState(kServer, OperationState::Verify)).size(), 4);
    }

    void aBatchRefusedAsAWholeIsHalvedUntilTheBadOneStandsAlone()
    {
        QList<LocalId> records;
        for (int i = 0; i < 7; ++i)
            records += m_office->create(named(u"Ek %1"_s.arg(i)));
        const auto bad = records.at(4);
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            if (has(requests, bad))
                return fail(ErrorKind::Rejected, u"remote.status"_s, {u"400"_s});
            return m_office->remote.allApplied(requests);
        };
        const auto report = m_office->sync();
        QVERIFY(!report.error);
        QCOMPARE(toString(report.state), u"partial"_s);
        QCOMPARE(report.counts.failed, 1);
        for (const auto &record : records)
            QCOMPARE(m_office->state(record), record == bad ? u"failed"_s : u"done"_s);
    }

    // A refusal of the second attempt says nothing about the first: what that has made there is not made here once more.
    void aCreateThatWasCarriedOutAndThenRefusedIsMetInThePull_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("400 for the second attempt") << ErrorKind::Rejected;
        QTest::newRow("a proxy's 413 for the second attempt") << ErrorKind::TooLarge;
    }
    void aCreateThatWasCarriedOutAndThenRefusedIsMetInThePull()
    {
        QFETCH(ErrorKind, kind);
        const auto ours = m_office->create(named(u"Ek"_s));
        auto theirs = remoteCustomer(u"7"_s, u"1"_s, m_office->body(ours));
        theirs.madeAs = ours;
        m_office->remote.answer = [](const auto &) -> FakeProvider::Outcomes { return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s); };
        m_office->sync();
        m_office->remote.answer = [kind](const auto &) -> FakeProvider::Outcomes { return fail(kind, u"too.much"_s); };
        m_office->remote.pages = {page({theirs})};
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->count(), 1);
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        QCOMPARE(m_office->state(ours), u"done"_s);
        QCOMPARE(value(m_office->conflicts.refusalCount()), 0);
    }

    void appliedAsItWasSent()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        m_office->edit(ours, {{u"city"_s, u"Umeå"_s}});
        QVERIFY(value(m_office->links().base(kCustomers, ours)));
        const auto report = m_office->sync();
        QCOMPARE(report.counts.pushed, 1);
        QCOMPARE(m_office->state(ours), u"done"_s);
        QVERIFY(!value(m_office->links().base(kCustomers, ours)));
    }

    void appliedWithWhatOnlyTheRemoteKnows()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        m_office->remote.answer = [this](const auto &requests) -> FakeProvider::Outcomes {
            auto outcomes = m_office->remote.allApplied(requests);
            outcomes[0].remote = remoteCustomer(outcomes[0].id.toString(), u"1"_s, {{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"17"_s}});
            return outcomes;
        };
        m_office->sync();
        QCOMPARE(m_office->body(ours)["customerNumber"_L1].toString(), u"17"_s);
        QCOMPARE(m_office->state(ours), u"done"_s);
    }

    void appliedButEditedMeanwhile()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            if (m_office->remote.pushes.size() == 1)
                m_office->edit(ours, {{u"city"_s, u"Umeå"_s}});
            else
                [&] { QCOMPARE(value(m_office->links().base(kCustomers, ours))->value("name"_L1).toString(), u"Ek"_s); }();
            return m_office->remote.allApplied(requests);
        };
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        QCOMPARE(m_office->remote.pushes.size(), size_t(2));
        QCOMPARE(toString(m_office->remote.pushes[1].front().kind), u"update"_s);
    }

    void aConflictIsMergedAndSentAgain()
    {
        const auto ours = known({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        const auto theirs = remoteCustomer(u"101"_s, u"9"_s, {{u"name"_s, u"Ek AB"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            if (m_office->remote.pushes.size() == 2)
                return std::vector<PushOutcome>{conflictWith(theirs)};
            return m_office->remote.allApplied(requests);
        };
        const auto report = m_office->sync();
        QCOMPARE(report.counts.merged, 1);
        QCOMPARE(toString(report.state), u"done"_s);
        QCOMPARE(m_office->body(ours)["name"_L1].toString(), u"Ek AB"_s);
        QCOMPARE(m_office->body(ours)["city"_L1].toString(), u"Åre"_s);
        const auto again = value(parseJsonObject(m_office->remote.pushes.back().front().bytes));
        QCOMPARE(again["baseVersion"_L1].toString(), u"9"_s);
    }

    // R-CON-05: three times by itself, then a person.
    void aMergeThatComesToNoEndIsGivenToAPerson()
    {
        const auto ours = known({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        int asked = 0;
        m_office->remote.answer = [&](const auto &) -> FakeProvider::Outcomes {
            const auto version = QString::number(8 + ++asked);
            return std::vector<PushOutcome>{
                conflictWith(remoteCustomer(u"101"_s, version, {{u"name"_s, u"Ek "_s + version}, {u"city"_s, u"Umeå"_s}}))};
        };
        const auto report = m_office->sync();
        QCOMPARE(asked, 4);
        QCOMPARE(report.counts.failed, 1);
        QCOMPARE(m_office->state(ours), u"failed"_s);
        QCOMPARE(toString(value(m_office->conflicts.refusals(false)).first().conflictType), toString(ConflictType::RetryExhausted));
        QCOMPARE(m_office->body(ours)["name"_L1].toString(), u"Ek 12"_s);
        QCOMPARE(m_office->body(ours)["city"_L1].toString(), u"Åre"_s);
        // What three merges made of it can be looked at, each with all its versions (R-CON-07).
        const auto history = value(m_office->conflicts.history({}));
        QCOMPARE(history.size(), 4);
        QCOMPARE(history.first().resolvedBy, u"sync"_s);
        QCOMPARE(history.first().versions.theirs->value("name"_L1).toString(), u"Ek 12"_s);
        QCOMPARE(history.first().versions.mine->value("name"_L1).toString(), u"Ek 11"_s);
        QCOMPARE(history.first().result->value("city"_L1).toString(), u"Åre"_s);
    }

    void aConflictThatContradictsWaitsInTheInbox()
    {
        const auto ours = known({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        const auto theirs = remoteCustomer(u"101"_s, u"9"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}});
        m_office->remote.answer = [&](const auto &) -> FakeProvider::Outcomes { return std::vector<PushOutcome>{conflictWith(theirs)}; };
        const auto report = m_office->sync();
        QCOMPARE(report.counts.conflicts, 1);
        QCOMPARE(toString(report.state), u"partial"_s);
        QCOMPARE(m_office->state(ours), u"conflict"_s);
        QCOMPARE(m_office->openConflicts().first().fields, QStringList{u"city"_s});
        QCOMPARE(m_office->body(ours)["city"_L1].toString(), u"Åre"_s);
    }

    // A version that was seen before is an echo in a pull, but not in an answer: the operation would stay in flight.
    void aConflictWithoutAWordIsLookedAtAllTheSame()
    {
        const auto ours = known({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        const auto theirs = remoteCustomer(u"101"_s, u"1"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}});
        m_office->remote.answer = [&](const auto &) -> FakeProvider::Outcomes { return std::vector<PushOutcome>{conflictWith(theirs, {})}; };
        m_office->sync();
        QCOMPARE(m_office->state(ours), u"conflict"_s);
    }

    void refusedForGoodAndTriedAgainWhenAsked()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        const auto other = m_office->create(named(u"Bok"_s));
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            auto outcomes = m_office->remote.allApplied(requests);
            for (size_t i = 0; i < requests.size(); ++i) {
                if (requests[i].local == ours)
                    outcomes[i] = outcomeOf(PushOutcome::Kind::Rejected, u"record.invalid"_s);
            }
            return outcomes;
        };
        const auto report = m_office->sync();
        QCOMPARE(report.counts.failed, 1);
        QCOMPARE(toString(report.state), u"partial"_s);
        QCOMPARE(m_office->state(ours), u"failed"_s);
        QCOMPARE(m_office->open(ours)->reason, u"record.invalid"_s);
        QCOMPARE(m_office->state(other), u"done"_s);
        m_office->remote.answer = {};
        m_office->sync();
        QCOMPARE(m_office->state(ours), u"failed"_s); // not by itself
        QCOMPARE(toString(m_office->sync(PullMode::Delta, RunOrigin::Manual).state), u"done"_s);
        QCOMPARE(m_office->state(ours), u"done"_s);
    }

    // R-LOC-06: what was sent was the deletion alone.
    void whatIsErasedWhileItsDeletionTravelsIsSentOnceMore()
    {
        const auto ours = known({{u"name"_s, u"Ek"_s}});
        value(m_office->editor.remove(kCustomers, ours, kAnna));
        QByteArrayList sent;
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            for (const auto &request : requests)
                sent += request.bytes;
            if (sent.size() == 1)
                value(m_office->editor.erase(kCustomers, ours, kAnna));
            return m_office->remote.allApplied(requests);
        };
        m_office->sync();
        m_office->sync();
        QCOMPARE(sent.size(), 2);
        QVERIFY(!sent[0].contains("erase"));
        QVERIFY(sent[1].contains("erase"));
        QCOMPARE(m_office->state(ours), u"done"_s);
    }

    // --- A run says "done" only when nothing is left.

    void leftOver_data()
    {
        QTest::addColumn<PushOutcome::Kind>("customer");
        QTest::addColumn<int>("left");
        QTest::newRow("not now: it waits for its time, and its invoice for it") << PushOutcome::Kind::Retry << 2;
        QTest::newRow("refused: its invoice waits") << PushOutcome::Kind::Rejected << 1;
    }
    void leftOver()
    {
        QFETCH(PushOutcome::Kind, customer);
        QFETCH(int, left);
        const auto parent = m_office->create(named(u"Ek"_s));
        const auto child = m_office->create({{u"customer"_s, parent.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}}, kInvoices);
        m_office->remote.answer = [&](const auto &) -> FakeProvider::Outcomes { return std::vector{outcomeOf(customer, u"busy"_s)}; };
        QCOMPARE(m_office->sync().left, left);
        const auto again = m_office->sync(); // nothing fails in this one
        QCOMPARE(toString(again.state), u"partial"_s);
        QCOMPARE(again.left, left);
        QVERIFY(!again.error); // it came to its end
        QCOMPARE(m_office->company.number("SELECT count(*) FROM runs WHERE error_code = 'run.workLeft' AND state = 'partial'"), 2);
        const auto waiting = value(m_office->writer.outbox().open(kServer, kInvoices, child));
        QCOMPARE(waiting->reason, u"parent.waiting"_s);

        m_office->remote.answer = {};
        m_office->company.clock.advance(std::chrono::hours(1));
        const auto last = m_office->sync(PullMode::Delta, RunOrigin::Manual);
        QCOMPARE(last.left, 0);
        QCOMPARE(toString(last.state), u"done"_s);
    }

    // --- One answer that cannot be carried out stays alone.

    void anAnswerThatCannotBeReadFailsItsOwnOperation()
    {
        const auto customer = m_office->create(named(u"Ek"_s));
        const auto invoice = m_office->create({{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}}, kInvoices);
        const auto article = m_office->create({{u"articleNumber"_s, u"A1"_s}, {u"description"_s, u"Spade"_s}}, EntityType(u"articles"_s));
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            auto outcomes = m_office->remote.allApplied(requests);
            for (size_t i = 0; i < requests.size(); ++i) {
                if (requests[i].local == invoice)
                    outcomes[i].remote = remoteRecord(kInvoices, outcomes[i].id.toString(), u"1"_s, {{u"rows"_s, u"none"_s}});
            }
            return outcomes;
        };
        const auto report = m_office->sync();
        QVERIFY2(!report.error, report.error ? qPrintable(report.error->logLine()) : "");
        QCOMPARE(toString(report.state), u"partial"_s);
        QCOMPARE(report.counts.failed, 1);
        QCOMPARE(m_office->state(customer), u"done"_s);
        QVERIFY(!value(m_office->writer.outbox().open(kServer, EntityType(u"articles"_s), article)));
        const auto failed = value(m_office->writer.outbox().open(kServer, kInvoices, invoice));
        QCOMPARE(toString(failed->state), u"failed"_s);
        QCOMPARE(failed->reason, u"remote.invalidRecord"_s);
        // It is there, so that the next pull does not make it a second time.
        const auto link = value(m_office->links().find(kInvoices, invoice));
        QVERIFY(link && link->syncedAt.isValid());
    }

    void aRecordThatCannotBeReadHereKeepsNoOtherFromBeingSent()
    {
        const auto damaged = m_office->create(named(u"Ek"_s));
        const auto other = m_office->create(named(u"Bok"_s));
        m_office->company.write([&] {
            value(m_office->company.sql().run("UPDATE os_customers SET body = '{' WHERE id = CAST(? AS TEXT)", {damaged.toUtf8()}));
        });
        const auto report = m_office->sync();
        QVERIFY(!report.error);
        QCOMPARE(report.counts.failed, 1);
        QCOMPARE(m_office->state(other), u"done"_s);
        QCOMPARE(m_office->state(damaged), u"failed"_s);
        QCOMPARE(m_office->open(damaged)->reason, u"record.corrupt"_s);
    }

    void oneRealIdForTwoRecordsFailsTheSecond()
    {
        const auto one = m_office->create(named(u"Ek"_s));
        const auto two = m_office->create(named(u"Bok"_s));
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            auto outcomes = m_office->remote.allApplied(requests);
            for (auto &outcome : outcomes)
                outcome.id = RemoteId(u"5"_s);
            return outcomes;
        };
        const auto report = m_office->sync();
        QVERIFY(!report.error);
        QCOMPARE(m_office->state(one), u"done"_s);
        QCOMPARE(m_office->state(two), u"failed"_s);
        QCOMPARE(m_office->open(two)->reason, u"link.taken"_s);
    }

    void aConnectionAddedMeanwhileHearsOfTheAnswer()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            value(Connections(m_office->company.sql(), m_office->company.clock).add(kShop, u"shop"_s, {}));
            auto outcomes = m_office->remote.allApplied(requests);
            outcomes[0].remote = remoteCustomer(outcomes[0].id.toString(), u"1"_s, {{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"17"_s}});
            return outcomes;
        };
        m_office->sync();
        QVERIFY(m_office->open(ours, kShop));
    }

    // Whoever was overtaken while waiting for an answer writes nothing.
    void anAnswerAfterATakeOverChangesNothing()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            m_office->company.write([&] { value(m_office->company.sql().run("UPDATE leases SET epoch = epoch + 1")); });
            return m_office->remote.allApplied(requests);
        };
        QCOMPARE(m_office->sync().error->code, u"lease.lost"_s);
        QCOMPARE(m_office->state(ours), u"processing"_s);
    }

    // Failed operations get their next try from the one who holds the lease.
    void whoWasOvertakenRetriesNothing()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        m_office->remote.answer = [](const auto &) -> FakeProvider::Outcomes { return fail(ErrorKind::Rejected, u"no"_s); };
        m_office->sync();
        QCOMPARE(m_office->state(ours), u"failed"_s);
        m_office->remote.can.feeds.clear(); // no page checks the lease before
        m_office->remote.asked = [&] {
            m_office->company.write([&] { value(m_office->company.sql().run("UPDATE leases SET epoch = epoch + 1")); });
        };
        QCOMPARE(m_office->sync(PullMode::Delta, RunOrigin::Manual).error->code, u"lease.lost"_s);
        QCOMPARE(m_office->state(ours), u"failed"_s);
    }

private:
    //! A customer that the remote has as 101 in version 1.
    LocalId known(const QJsonObject &body)
    {
        const auto id = m_office->create(body);
        m_office->sync();
        return id;
    }

    std::unique_ptr<SyncOffice> m_office;
};

QTEST_GUILESS_MAIN(PushTest)
#include "push_test.moc"
