// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include "core/net/backoff.h"
#include "core/outbox/queueeditor.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace syncfixture;

namespace {

PushOutcome refusal(PushOutcome::Kind kind, ErrorKind errorKind, const QString &code, const QStringList &args = {})
{
    PushOutcome outcome;
    outcome.kind = kind;
    outcome.error = {errorKind, code, args, {}, {}};
    return outcome;
}

RemoteRecord gone(const QString &id, const QString &version)
{
    auto record = remoteCustomer(id, version, {});
    record.deleted = true;
    return record;
}

} // namespace

Q_DECLARE_METATYPE(frost::ErrorKind)
Q_DECLARE_METATYPE(frost::PushOutcome::Kind)
Q_DECLARE_METATYPE(frost::Strategy)

// What is refused, waits or is lost concerns itself and what depends on it, nothing else; and a person sees why.
class PushRefusalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_office = std::make_unique<SyncOffice>(); }

    // R-SYN-08, R-CON-01, R-CON-05
    void aRefusalIsAConflictOfItsType_data()
    {
        QTest::addColumn<PushOutcome::Kind>("kind");
        QTest::addColumn<ErrorKind>("errorKind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("type");
        using Kind = PushOutcome::Kind;
        QTest::newRow("a rule is broken") << Kind::Rejected << ErrorKind::Rejected << u"record.invalid"_s << u"validation"_s;
        QTest::newRow("a right is missing") << Kind::Rejected << ErrorKind::Forbidden << u"permission.missing"_s << u"authorisation"_s;
        QTest::newRow("the name is taken") << Kind::Rejected << ErrorKind::Conflict << u"key.taken"_s << u"duplicate-key"_s;
        QTest::newRow("too much at once") << Kind::Rejected << ErrorKind::TooLarge << u"too.large"_s << u"validation"_s;
    }
    void aRefusalIsAConflictOfItsType()
    {
        QFETCH(PushOutcome::Kind, kind);
        QFETCH(ErrorKind, errorKind);
        QFETCH(QString, code);
        QFETCH(QString, type);
        const auto ours = m_office->create(named(u"Ek"_s));
        const auto other = m_office->create(named(u"Bok"_s));
        answer(ours, refusal(kind, errorKind, code, {u"why"_s}));
        const auto report = m_office->sync();
        QCOMPARE(report.counts.failed, 1);
        QCOMPARE(m_office->state(ours), u"failed"_s);
        QCOMPARE(m_office->state(other), u"done"_s);
        const auto refused = theRefusal();
        QCOMPARE(toString(refused.conflictType), type);
        QCOMPARE(refused.record, ours);
        QCOMPARE(refused.errorCode, code);
        QCOMPARE(refused.errorArgs, QStringList{u"why"_s});
        QCOMPARE(refused.versions.mine->value("name"_L1).toString(), u"Ek"_s);
        // It has no other side to merge with, so it is not among those that are merged.
        QCOMPARE(m_office->openConflicts().size(), 0);
        QCOMPARE(value(m_office->conflicts.openCount()), 0);
    }

    // A refusal is open exactly as long as the operation is failed, whatever mends it.
    void aRefusalEndsWithTheFailure_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("strategy");
        QTest::newRow("an edit") << u"edit"_s << u"auto-retry"_s;
        QTest::newRow("another try") << u"retry"_s << u"auto-retry"_s;
        QTest::newRow("a run that tries failed ones again") << u"run"_s << u"auto-retry"_s;
        QTest::newRow("giving up") << u"discard"_s << u"skip"_s;
    }
    void aRefusalEndsWithTheFailure()
    {
        QFETCH(QString, by);
        QFETCH(QString, strategy);
        const auto ours = m_office->create(named(u"Ek"_s));
        answer(ours, refusal(PushOutcome::Kind::Rejected, ErrorKind::Rejected, u"record.invalid"_s));
        m_office->sync();
        QCOMPARE(value(m_office->conflicts.refusalCount()), 1);
        m_office->remote.answer = {};
        QueueEditor queue(m_office->writer, m_office->company.clock, m_office->company.random);
        const auto id = m_office->open(ours)->id;
        if (by == u"edit"_s)
            m_office->edit(ours, {{u"city"_s, u"Umeå"_s}});
        else if (by == u"retry"_s)
            value(queue.retry(id, kAnna));
        else if (by == u"discard"_s)
            QVERIFY(queue.discard(id, kAnna));
        m_office->sync(PullMode::Delta, by == u"run"_s ? RunOrigin::Manual : RunOrigin::Automatic);
        QCOMPARE(m_office->state(ours), u"done"_s);
        QCOMPARE(value(m_office->conflicts.refusalCount()), 0);
        const auto kept = value(m_office->conflicts.refusals(true));
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().strategy, strategy);
        QVERIFY(kept.first().resolvedAt.isValid());
    }

    void aRefusedRecordThatChangesThereHasTwoSidesFromThenOn()
    {
        const auto ours = known({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        answer(ours, refusal(PushOutcome::Kind::Rejected, ErrorKind::Rejected, u"record.invalid"_s));
        m_office->sync();
        m_office->remote.pages.push_back(page({remoteCustomer(u"101"_s, u"9"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}})}));
        m_office->sync();
        QCOMPARE(m_office->state(ours), u"conflict"_s);
        QCOMPARE(m_office->openConflicts().size(), 1);
        QVERIFY(!m_office->openConflicts().first().isRefusal());
        QCOMPARE(value(m_office->conflicts.refusalCount()), 0);
    }

    // Two of ours, or one there that nobody here knows: mine gets another number and is sent again.
    void aRefusedNumberIsChanged_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("after");
        QTest::newRow("a free one is found") << u"K-09"_s << QString() << QString() << u"K-11"_s;
        QTest::newRow("a person says it") << u"K-09"_s << u"Norr"_s << QString() << u"Norr"_s;
        QTest::newRow("what is no number cannot be counted up") << u"Ek"_s << QString() << u"keepBoth.number"_s << u"Ek"_s;
        QTest::newRow("it is another's here") << u"K-09"_s << u"K-10"_s << u"record.invalid"_s << u"K-09"_s;
    }
    void aRefusedNumberIsChanged()
    {
        QFETCH(QString, number);
        QFETCH(QString, said);
        QFETCH(QString, code);
        known({{u"name"_s, u"Bo"_s}, {u"customerNumber"_s, u"K-10"_s}});
        const auto ours = m_office->create({{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, number}});
        answer(ours, refusal(PushOutcome::Kind::Rejected, ErrorKind::Conflict, u"key.taken"_s));
        m_office->sync();
        m_office->remote.answer = {};
        Resolution resolution{.strategy = Strategy::KeepBoth, .number = said};
        QCOMPARE(codeOf(m_office->resolver.resolve(theRefusal().id, resolution, kAnna)), code);
        QTEST(m_office->body(ours)["customerNumber"_L1].toString(), "after");
        m_office->sync();
        QCOMPARE(m_office->state(ours), code.isEmpty() ? u"done"_s : u"failed"_s);
        QCOMPARE(value(m_office->conflicts.refusalCount()), code.isEmpty() ? 0 : 1);
    }

    void aRefusalIsSettledByAPerson_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("city");
        QTest::newRow("mine is sent again") << Strategy::ClientWins << QString() << u"Åre"_s;
        QTest::newRow("mine is given up") << Strategy::ServerWins << QString() << u"Umeå"_s;
        QTest::newRow("there is nothing to merge") << Strategy::Merge << u"conflict.oneSided"_s << u"Åre"_s;
    }
    void aRefusalIsSettledByAPerson()
    {
        QFETCH(Strategy, strategy);
        QFETCH(QString, code);
        QFETCH(QString, city);
        const auto ours = known({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        answer(ours, refusal(PushOutcome::Kind::Rejected, ErrorKind::Rejected, u"record.invalid"_s));
        m_office->sync();
        m_office->remote.answer = {};
        const auto id = theRefusal().id;
        QCOMPARE(codeOf(m_office->resolver.resolve(id, strategy, std::nullopt, kAnna)), code);
        QCOMPARE(m_office->body(ours)["city"_L1].toString(), city);
        QCOMPARE(value(m_office->conflicts.refusalCount()), code.isEmpty() ? 0 : 1);
        m_office->sync();
        QCOMPARE(m_office->state(ours), code.isEmpty() ? u"done"_s : u"failed"_s);
        if (code.isEmpty())
            QCOMPARE(codeOf(m_office->resolver.resolve(id, strategy, std::nullopt, kAnna)), u"conflict.resolved"_s);
    }

    // The migration gives one to every operation that had failed before there were refusals.
    void whatFailedBeforeHasARefusalToo()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        answer(ours, refusal(PushOutcome::Kind::Rejected, ErrorKind::Forbidden, u"permission.missing"_s, {u"customers:create"_s}));
        m_office->sync();
        QFile statement(u":/frost/store/sql/0003_refusals/020_refusals_of_failed_operations.sql"_s);
        QVERIFY(statement.open(QIODevice::ReadOnly));
        m_office->company.write([&] {
            value(m_office->company.sql().run("DELETE FROM conflicts"));
            value(m_office->company.sql().execute(statement.readAll()));
        });
        const auto refused = theRefusal();
        QCOMPARE(toString(refused.conflictType), u"authorisation"_s);
        QCOMPARE(refused.record, ours);
        QCOMPARE(refused.errorArgs, QStringList{u"customers:create"_s});
        m_office->edit(ours, {{u"city"_s, u"Umeå"_s}});
        QCOMPARE(value(m_office->conflicts.refusalCount()), 0);
    }

    // R-QUE-06
    void anOperationsOwnRefusalsAreRetriedThreeTimes()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        answer(ours, refusal(PushOutcome::Kind::Retry, ErrorKind::Rejected, u"record.busy"_s));
        for (int failures = 1; failures <= 3; ++failures) {
            m_office->sync();
            const auto waiting = *m_office->open(ours);
            QCOMPARE(toString(waiting.state), u"pending"_s);
            QCOMPARE(waiting.retryCount, failures);
            const std::chrono::milliseconds wait(m_office->company.clock.now().msecsTo(waiting.nextAttemptAt));
            QVERIFY(wait >= backOff(failures) && wait <= backOff(failures) + kRetryJitter);
            const auto pushes = m_office->remote.pushes.size();
            m_office->company.clock.advance(wait - std::chrono::milliseconds(1));
            m_office->sync();
            QCOMPARE(m_office->remote.pushes.size(), pushes);
            m_office->company.clock.advance(std::chrono::milliseconds(1));
        }
        m_office->sync();
        QCOMPARE(m_office->state(ours), u"failed"_s);
        QCOMPARE(toString(theRefusal().conflictType), u"retry-exhausted"_s);
        QCOMPARE(theRefusal().errorCode, u"retry.exhausted"_s);
        QCOMPARE(theRefusal().errorArgs, QStringList{u"record.busy"_s});
    }

    // R-CON-05
    void whatSaysNothingAboutTheRecordUsesUpNoRetry_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("429 for one") << false << ErrorKind::RateLimited;
        QTest::newRow("a line behind the remote is down, for one") << false << ErrorKind::Offline;
        QTest::newRow("429 for all") << true << ErrorKind::RateLimited;
        QTest::newRow("not reached") << true << ErrorKind::Offline;
        QTest::newRow("no answer") << true << ErrorKind::OutcomeUnknown;
    }
    void whatSaysNothingAboutTheRecordUsesUpNoRetry()
    {
        QFETCH(bool, whole);
        QFETCH(ErrorKind, kind);
        const auto ours = m_office->create(named(u"Ek"_s));
        if (whole)
            m_office->remote.answer = [kind](const auto &) -> FakeProvider::Outcomes { return fail(kind, u"line"_s); };
        else
            answer(ours, refusal(PushOutcome::Kind::Retry, kind, u"line"_s));
        for (int i = 0; i < 6; ++i) {
            m_office->sync();
            m_office->company.clock.advance(std::chrono::hours(1));
        }
        QCOMPARE(m_office->open(ours)->retryCount, 0);
        QVERIFY(m_office->state(ours) != u"failed"_s);
        m_office->remote.answer = {};
        m_office->sync();
        QCOMPARE(m_office->state(ours), u"done"_s);
    }

    // R-QUE-10: asked before it is queued (recordeditor_test), and again before it is sent.
    void aRightThatWasLostIsAskedForBeforeSending()
    {
        const auto ours = m_office->create(named(u"Ek"_s));
        const auto changed = known({{u"name"_s, u"Bok"_s}});
        const auto again = m_office->create(named(u"Al"_s));
        m_office->edit(changed, {{u"city"_s, u"Umeå"_s}});
        const auto pushes = m_office->remote.pushes.size();
        allow({u"customers:update"_s});
        const auto report = m_office->sync();
        QVERIFY(!report.error);
        QCOMPARE(m_office->state(ours), u"done"_s); // with `changed`, before
        QCOMPARE(m_office->state(changed), u"done"_s);
        QCOMPARE(m_office->state(again), u"failed"_s);
        QCOMPARE(m_office->remote.pushes.size(), pushes + 1);
        QCOMPARE(toString(theRefusal().conflictType), u"authorisation"_s);
        QCOMPARE(theRefusal().errorArgs, QStringList{u"customers:create"_s});

        allow({u"customers:update"_s, u"customers:create"_s});
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        QCOMPARE(m_office->state(again), u"done"_s);
        QCOMPARE(value(m_office->conflicts.refusalCount()), 0);
    }

    // --- R-QUE-07, I16: a poison operation parks only itself.

    void anAnswerThatMakesNoSenseForOneIsAskedForOnceMore()
    {
        const auto bad = m_office->create(named(u"Ek"_s));
        const auto good = m_office->create(named(u"Bok"_s));
        answer(bad, refusal(PushOutcome::Kind::Unreadable, ErrorKind::Corrupt, u"remote.malformed"_s));
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->state(good), u"done"_s);
        QCOMPARE(m_office->state(bad), u"verify"_s);
        const auto third = m_office->create(named(u"Al"_s));
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->state(third), u"done"_s);
        QCOMPARE(m_office->state(bad), u"failed"_s);
        QCOMPARE(theRefusal().errorCode, u"remote.malformed"_s);
        const auto &pushes = m_office->remote.pushes;
        QCOMPARE(pushes[1].front().bytes, pushes[0].front().bytes);
    }

    void whatHasLostWhatWasSentKeepsNoOtherFromBeingSettled()
    {
        const auto bad = m_office->create(named(u"Ek"_s));
        const auto good = m_office->create(named(u"Bok"_s));
        m_office->take(bad);
        m_office->take(good);
        m_office->company.write([&] {
            value(m_office->company.sql().run("UPDATE operations SET sent_at = NULL WHERE record = CAST(? AS TEXT)", {bad.toUtf8()}));
        });
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->state(good), u"done"_s);
        QCOMPARE(m_office->state(bad), u"failed"_s);
        QCOMPARE(m_office->open(bad)->reason, u"operation.withoutSent"_s);
    }

    void anOperationOfATypeThatNobodyKnowsKeepsNoOtherFromBeingSent()
    {
        const auto good = m_office->create(named(u"Bok"_s));
        m_office->company.write([&] {
            value(m_office->company.sql().run("INSERT INTO operations (connection, type, record, kind, state, priority, rank, created_at, "
                                              "updated_at) VALUES (CAST(? AS TEXT), 'wishes', 'tmp-w', 'create', 'pending', 1, 0, 0, 0)",
                                              {kServer.toUtf8()}));
        });
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->state(good), u"done"_s);
        QCOMPARE(theRefusal().errorCode, u"store.unknown"_s);
    }

    // --- R-QUE-05: parents and children.

    // DESIGN.md section 4: a parent deleted remotely parks its children in one conflict.
    void aParentDeletedThereIsOneQuestion_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("told by the pull, and mine is kept") << u"pull"_s << Strategy::ClientWins;
        QTest::newRow("told by the pull, and theirs is kept") << u"pull"_s << Strategy::ServerWins;
        QTest::newRow("found out while pushing, and mine is kept") << u"push"_s << Strategy::ClientWins;
    }
    void aParentDeletedThereIsOneQuestion()
    {
        QFETCH(QString, told);
        QFETCH(Strategy, strategy);
        const auto parent = known(named(u"Ek"_s));
        QList<LocalId> children;
        for (int i = 0; i < 5; ++i)
            children += m_office->create(invoiceFor(parent), kInvoices);
        bool deleted = true;
        m_office->remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            auto outcomes = m_office->remote.allApplied(requests);
            for (size_t i = 0; i < requests.size(); ++i) {
                if (requests[i].type == kCustomers)
                    deleted = false; // it is restored
                else if (deleted)
                    outcomes[i] = refusal(PushOutcome::Kind::Rejected, ErrorKind::Rejected, u"reference.deleted"_s, {u"customer"_s, u"101"_s});
            }
            return outcomes;
        };
        if (told == u"push"_s) {
            QVERIFY(!m_office->sync().error);
            QCOMPARE(value(m_office->conflicts.refusalCount()), 0);
            QCOMPARE(m_office->remote.pushes.size(), size_t(2)); // asked once, not again and again
        }
        m_office->remote.pages.push_back(page({gone(u"101"_s, u"7"_s)}, u"c9"_s));
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->openConflicts().size(), 1);
        const auto conflict = m_office->openConflicts().first();
        QCOMPARE(conflict.record, parent);
        QCOMPARE(toString(conflict.conflictType), u"deletion"_s);
        QVERIFY(conflict.versions.mine && !conflict.versions.theirs);
        QCOMPARE(value(m_office->conflicts.refusalCount()), 0);
        for (const auto &child : children) {
            const auto waiting = value(m_office->writer.outbox().open(kServer, kInvoices, child));
            QCOMPARE(toString(waiting->state), u"pending"_s);
            QCOMPARE(waiting->reason, u"parent.waiting"_s);
            QCOMPARE(waiting->reasonArgs, (QStringList{u"customers"_s, parent.toString()}));
        }

        value(m_office->resolver.resolve(conflict.id, strategy, std::nullopt, kAnna));
        m_office->sync();
        const bool lives = strategy == Strategy::ClientWins;
        QCOMPARE(m_office->body(parent).isEmpty(), !lives);
        for (const auto &child : children) {
            const auto left = value(m_office->writer.outbox().open(kServer, kInvoices, child));
            QCOMPARE(left ? left->reason : u"sent"_s, lives ? u"sent"_s : u"reference.deleted"_s);
        }
    }

    void aParentThatNobodyWaitsForIsJustDeleted()
    {
        const auto parent = known(named(u"Ek"_s));
        const auto child = m_office->create(invoiceFor(parent), kInvoices);
        m_office->sync();
        QVERIFY(!value(m_office->writer.outbox().open(kServer, kInvoices, child)));
        // An edit that leaves the reference as the remote has it does not need the parent either.
        value(m_office->editor.update(kInvoices, child, {{u"note"_s, u"x"_s}}, kAnna));
        m_office->remote.pages.push_back(page({gone(u"101"_s, u"7"_s)}));
        m_office->sync();
        QCOMPARE(m_office->openConflicts().size(), 0);
        QVERIFY(m_office->body(parent).isEmpty());
    }

    // A refused parent parks its children, and its success frees them, also after a restart.
    void childrenOfARefusedParentWaitForIt()
    {
        const auto parent = m_office->create(named(u"Ek"_s));
        const auto child = m_office->create(invoiceFor(parent), kInvoices);
        answer(parent, refusal(PushOutcome::Kind::Rejected, ErrorKind::Rejected, u"record.invalid"_s));
        m_office->sync();
        const auto waiting = value(m_office->writer.outbox().open(kServer, kInvoices, child));
        QCOMPARE(waiting->reason, u"parent.waiting"_s);
        QCOMPARE(waiting->reasonArgs, (QStringList{u"customers"_s, parent.toString()}));
        QCOMPARE(value(m_office->conflicts.refusalCount()), 1); // one, however many children
        m_office->remote.answer = {};
        m_office->edit(parent, {{u"city"_s, u"Umeå"_s}});
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        const auto sent = value(parseJsonObject(m_office->remote.pushes.back().front().bytes));
        const auto link = value(m_office->links().find(kCustomers, parent));
        QCOMPARE(sent["data"_L1]["customer"_L1].toString(), link->remote.toString());
    }

    // DESIGN.md section 4: deletes go children first, whatever their priority, and wait for each other's acknowledgement.
    void aParentIsDeletedAfterItsChildren()
    {
        const auto parent = known(named(u"Ek"_s));
        const auto child = m_office->create(invoiceFor(parent), kInvoices);
        m_office->sync();
        value(m_office->editor.remove(kInvoices, child, kAnna));
        value(m_office->editor.remove(kCustomers, parent, kAnna));
        m_office->company.write([&] {
            value(m_office->writer.outbox().enqueue(kServer, kCustomers, parent, OperationKind::Delete, Priority::Urgent, kAnna.user));
        });
        const auto before = m_office->remote.pushes.size();
        answer(child, refusal(PushOutcome::Kind::Retry, ErrorKind::Rejected, u"record.busy"_s));
        m_office->sync();
        QCOMPARE(m_office->remote.pushes.size(), before + 1);
        QCOMPARE(m_office->remote.pushes.back().front().local, child);
        QCOMPARE(m_office->open(parent)->reason, u"children.waiting"_s);
        m_office->remote.answer = {};
        m_office->company.clock.advance(std::chrono::hours(1));
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        QCOMPARE(m_office->remote.pushes.back().front().local, parent);
    }

    // R-CON-01: what the remote notices by its version or its clock is told so.
    void aConflictHasTheTypeOfWhatWasNoticed_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("type");
        QTest::newRow("another version") << u"version"_s << u"version"_s;
        QTest::newRow("a newer time") << u"timestamp"_s << u"timestamp"_s;
        QTest::newRow("nothing said") << u""_s << u"data"_s;
    }
    void aConflictHasTheTypeOfWhatWasNoticed()
    {
        QFETCH(QString, word);
        QFETCH(QString, type);
        const auto ours = known({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        PushOutcome outcome;
        outcome.kind = PushOutcome::Kind::Conflict;
        outcome.conflictType = word;
        outcome.remote = remoteCustomer(u"101"_s, u"9"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}});
        answer(ours, outcome);
        m_office->sync();
        QCOMPARE(toString(m_office->openConflicts().first().conflictType), type);
    }

private:
    //! A customer that the remote has; everything that waits is sent with it.
    LocalId known(const QJsonObject &body)
    {
        const auto id = m_office->create(body);
        m_office->sync();
        return id;
    }
    static QJsonObject invoiceFor(const LocalId &customer)
    {
        return {{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}};
    }
    //! From now on this is said of `record`, and everything else is applied.
    void answer(const LocalId &record, const PushOutcome &said)
    {
        m_office->remote.answer = [this, record, said](const auto &requests) -> FakeProvider::Outcomes {
            auto outcomes = m_office->remote.allApplied(requests);
            for (size_t i = 0; i < requests.size(); ++i) {
                if (requests[i].local == record)
                    outcomes[i] = said;
            }
            return outcomes;
        };
    }
    //! What the connection's remote told about the person's rights.
    void allow(const QStringList &permissions)
    {
        value(Connections(m_office->company.sql(), m_office->company.clock)
                  .update(kServer, {{u"permissions"_s, QJsonArray::fromStringList(permissions)}}));
    }
    [[nodiscard]] Conflict theRefusal()
    {
        const auto refusals = value(m_office->conflicts.refusals(false));
        return refusals.size() == 1 ? refusals.first() : Conflict();
    }

    std::unique_ptr<SyncOffice> m_office;
};

QTEST_GUILESS_MAIN(PushRefusalsTest)
#include "push_refusals_test.moc"
