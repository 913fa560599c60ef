// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include "core/outbox/queueeditor.h"

#include <QTest>

using namespace syncfixture;

namespace {

PushOutcome standsAgainst(const RemoteRecord &remote)
{
    PushOutcome outcome;
    outcome.kind = PushOutcome::Kind::Conflict;
    outcome.id = remote.id;
    outcome.version = remote.version;
    outcome.conflictType = u"version"_s;
    outcome.remote = remote;
    return outcome;
}

QJsonObject with(QJsonObject body, const QString &field, const QJsonValue &value)
{
    body.insert(field, value);
    return body;
}

//! An office with one invoice that the remote has.
class StepOffice : public SyncOffice
{
public:
    StepOffice()
    {
        customer = create(named(u"Ek"_s));
        invoice = makeInvoice();
        sync();
        remote.pushes.clear();
    }
    LocalId makeInvoice()
    {
        return create({{u"customer"_s, customer.toString()},
                       {u"invoiceDate"_s, u"2026-01-05"_s},
                       {u"rows"_s, QJsonArray{QJsonObject{{u"quantity"_s, u"2"_s}, {u"price"_s, u"100"_s}}}}},
                      kInvoices);
    }
    Result<Record> ask(const QString &step, const std::optional<QJsonObject> &seen = {})
    {
        return editor.step(kInvoices, invoice, step, seen, kAnna);
    }
    Result<Record> change(const QJsonObject &patch) { return editor.update(kInvoices, invoice, patch, kAnna); }
    [[nodiscard]] QJsonObject ours() { return body(invoice, kInvoices); }
    [[nodiscard]] QList<Operation> waiting() { return value(writer.outbox().steps(kInvoices, invoice)); }
    //! Names and states of the open steps, in order.
    [[nodiscard]] QStringList steps()
    {
        QStringList lines;
        for (const auto &operation : waiting())
            lines.append(operation.step + u' ' + toString(operation.state));
        return lines;
    }
    //! States and reasons of finished steps, oldest first.
    [[nodiscard]] QStringList ended()
    {
        QStringList lines;
        for (const auto &operation : value(writer.outbox().list(true))) {
            if (operation.kind == OperationKind::Step && isFinished(operation.state))
                lines.append(u"%1 %2 %3"_s.arg(operation.step, toString(operation.state), operation.reason).trimmed());
        }
        return lines;
    }
    //! The record as the remote has it, with something else in it.
    [[nodiscard]] RemoteRecord theirs(const QJsonObject &changes, const QString &version = u"9"_s)
    {
        const auto link = *value(links().find(kInvoices, invoice));
        const auto customerLink = *value(links().find(kCustomers, customer));
        QJsonObject state = with(ours(), u"customer"_s, customerLink.remote.toString());
        for (auto it = changes.begin(); it != changes.end(); ++it)
            state.insert(it.key(), it.value());
        return remoteRecord(kInvoices, link.remote.toString(), version, state);
    }
    void pulls(const RemoteRecord &record) { remote.pages.push_back(page({record}, record.version)); }
    //! "book", "update" … of everything that was sent since the invoice was there.
    [[nodiscard]] QStringList sentKinds()
    {
        QStringList kinds;
        for (const auto &push : remote.pushes)
            for (const auto &request : push)
                kinds.append(toString(request.kind));
        return kinds;
    }

    LocalId customer;
    LocalId invoice;
};

} // namespace

// DESIGN.md section 4: business steps are an ordered list for each record, and nobody books figures nobody saw.
class StepsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_office = std::make_unique<StepOffice>(); }

    void aStepWaitsIsSentAndOnlyThenTheRecordSaysSo()
    {
        auto &office = *m_office;
        value(office.ask(u"book"_s));
        QCOMPARE(office.steps(), QStringList{u"book pending"_s});
        QVERIFY(!office.ours().contains(u"booked"_s));
        QCOMPARE(office.waiting().first().requiredPermission, u"invoices:book"_s);

        QCOMPARE(toString(office.sync().state), u"done"_s);
        QCOMPARE(office.sentKinds(), QStringList{u"step"_s});
        const auto request = office.remote.pushes.front().front();
        QCOMPARE(value(parseJsonObject(request.bytes))["baseVersion"_L1].toString(), u"2"_s);
        QCOMPARE(office.ended(), QStringList{u"book completed"_s});
        QCOMPARE(office.ours()["booked"_L1], QJsonValue(true));
        QVERIFY(!value(office.links().base(kInvoices, office.invoice)));
        QVERIFY(office.openConflicts().isEmpty());
        QCOMPARE(value(office.writer.outbox().counts()).pending, 0);
    }

    void whatCannotBeAskedFor_data()
    {
        QTest::addColumn<QString>("before"); // a step that is taken before
        QTest::addColumn<QString>("waits");  // and one that waits
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("code");
        const QString none;
        QTest::newRow("a step that the type does not have") << none << none << u"publish"_s << u"step.unknown"_s;
        QTest::newRow("what has been done") << u"book"_s << none << u"book"_s << u"step.taken"_s;
        QTest::newRow("what waits already") << none << u"book"_s << u"book"_s << u"step.taken"_s;
        QTest::newRow("booking what is cancelled") << u"cancel"_s << none << u"book"_s << u"step.hindered"_s;
        QTest::newRow("booking what waits to be cancelled") << none << u"cancel"_s << u"book"_s << u"step.hindered"_s;
        QTest::newRow("crediting what is not booked") << none << none << u"credit"_s << u"step.needs"_s;
        QTest::newRow("crediting what only waits to be booked") << none << u"book"_s << u"credit"_s << u"step.needs"_s;
        QTest::newRow("cancelling what is booked is allowed") << u"book"_s << none << u"cancel"_s << none;
        QTest::newRow("and so is telling that it was sent") << none << u"book"_s << u"mark-sent"_s << none;
    }
    void whatCannotBeAskedFor()
    {
        QFETCH(QString, before);
        QFETCH(QString, waits);
        QFETCH(QString, step);
        QFETCH(QString, code);
        auto &office = *m_office;
        if (!before.isEmpty()) {
            value(office.ask(before));
            office.sync();
        }
        if (!waits.isEmpty())
            value(office.ask(waits));
        const auto count = office.waiting().size();
        QCOMPARE(codeOf(office.ask(step)), code);
        QCOMPARE(office.waiting().size(), count + (code.isEmpty() ? 1 : 0));
    }

    void nobodyAsksForWhatTheyDoNotSee()
    {
        auto &office = *m_office;
        const auto seen = office.ours();
        value(office.change({{u"note"_s, u"changed meanwhile"_s}}));
        QCOMPARE(codeOf(office.ask(u"book"_s, seen)), u"step.changed"_s);
        QCOMPARE(codeOf(office.ask(u"book"_s, office.ours())), QString());
        QCOMPARE(codeOf(office.editor.step(kInvoices, LocalId(u"none"_s), u"book"_s, {}, kAnna)), u"record.unknown"_s);
        office.editor.setPermissions(QStringList{u"invoices:update"_s});
        QCOMPARE(codeOf(office.ask(u"cancel"_s)), u"permission.missing"_s); // R-QUE-10
    }

    void neitherWhatIsDeletedNorWhatIsInConflictIsBooked()
    {
        auto &office = *m_office;
        value(office.change({{u"note"_s, u"ours"_s}}));
        office.pulls(office.theirs({{u"note"_s, u"theirs"_s}}));
        office.sync();
        QCOMPARE(office.openConflicts().size(), 1);
        QCOMPARE(codeOf(office.ask(u"book"_s)), u"record.inConflict"_s);
        office.resolveFirst(Strategy::ServerWins);
        QCOMPARE(codeOf(office.ask(u"mark-sent"_s)), QString());
        value(office.editor.remove(kInvoices, office.invoice, kAnna));
        QCOMPARE(codeOf(office.ask(u"book"_s)), u"record.deleted"_s);
        office.sync();
        QCOMPARE(office.ended(), QStringList{u"mark-sent cancelled never.sent"_s});
    }

    void aStepThatLocksKeepsPeopleFromChangingTheRecord_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("code");
        QTest::newRow("book") << u"book"_s << u"record.locked"_s;
        QTest::newRow("cancel") << u"cancel"_s << u"record.locked"_s;
        QTest::newRow("mark as sent") << u"mark-sent"_s << QString();
    }
    void aStepThatLocksKeepsPeopleFromChangingTheRecord()
    {
        QFETCH(QString, step);
        QFETCH(QString, code);
        auto &office = *m_office;
        value(office.ask(step));
        QCOMPARE(codeOf(office.change({{u"note"_s, u"x"_s}})), code);
        QCOMPARE(codeOf(office.change({{u"currency"_s, u"SEK"_s}})), QString()); // what it says already is no change
        QCOMPARE(codeOf(office.editor.remove(kInvoices, office.invoice, kAnna)), code);
    }

    void stepsGoInOrderBehindEverythingElseOfTheirRecord()
    {
        auto &office = *m_office;
        office.invoice = office.makeInvoice(); // not there yet
        value(office.ask(u"mark-sent"_s));
        value(office.change({{u"note"_s, u"an edit after the first step"_s}}));
        value(office.ask(u"book"_s));
        value(office.ask(u"cancel"_s));
        QCOMPARE(office.waiting().size(), 3);
        QCOMPARE(toString(office.sync().state), u"done"_s);
        QCOMPARE(office.sentKinds(), (QStringList{u"create"_s, u"step"_s, u"step"_s, u"step"_s}));
        QCOMPARE(office.remote.pushes.size(), size_t(4)); // one after the other
        QCOMPARE(office.ended(), (QStringList{u"mark-sent completed"_s, u"book completed"_s, u"cancel completed"_s}));
        for (const auto &field : {u"sent"_s, u"booked"_s, u"cancelled"_s})
            QCOMPARE(office.ours()[field], QJsonValue(true));
    }

    // R-QUE-07: what is poisoned keeps nothing else from being sent.
    void aRefusedStepParksThoseBehindItAndNobodyElse()
    {
        auto &office = *m_office;
        value(office.ask(u"book"_s));
        value(office.ask(u"cancel"_s));
        const auto other = office.makeInvoice();
        value(office.editor.step(kInvoices, other, u"book"_s, {}, kAnna));
        const auto refuse = [&](const std::vector<PushRequest> &requests) -> FakeProvider::Outcomes {
            auto outcomes = office.remote.allApplied(requests);
            for (size_t i = 0; i < requests.size(); ++i) {
                if (requests[i].local != office.invoice)
                    continue;
                outcomes[i] = {};
                outcomes[i].kind = PushOutcome::Kind::Rejected;
                outcomes[i].error = {ErrorKind::Rejected, u"period.locked"_s, {}, {}, {}};
            }
            return outcomes;
        };
        office.remote.answer = refuse;
        office.sync();
        QCOMPARE(office.steps(), (QStringList{u"book failed"_s, u"cancel pending"_s}));
        QCOMPARE(office.waiting().last().reason, u"step.waiting"_s);
        QCOMPARE(value(office.conflicts.refusalCount()), 1);
        QCOMPARE(office.body(other, kInvoices)["booked"_L1], QJsonValue(true));
        QCOMPARE(codeOf(office.change({{u"note"_s, u"x"_s}})), u"record.locked"_s);

        office.remote.answer = {};
        QueueEditor queue(office.writer, office.company.clock, office.company.random);
        value(queue.retry(office.waiting().first().id, kAnna));
        QCOMPARE(value(office.conflicts.refusalCount()), 0);
        office.sync();
        QCOMPARE(office.ended(), (QStringList{u"book completed"_s, u"cancel completed"_s, u"book completed"_s}));
    }

    void theRefusalOfAStepIsSettledAmongTheConflicts_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::addColumn<QStringList>("left");
        QTest::newRow("send it again") << int(Strategy::ClientWins) << QStringList{u"book pending"_s};
        QTest::newRow("give it up") << int(Strategy::ServerWins) << QStringList();
    }
    void theRefusalOfAStepIsSettledAmongTheConflicts()
    {
        QFETCH(int, strategy);
        QFETCH(QStringList, left);
        auto &office = *m_office;
        value(office.ask(u"book"_s));
        office.company.write([&] { value(office.writer.outbox().refuse(office.waiting().first().id, ConflictType::Validation, u"x"_s, {})); });
        value(office.resolver.resolve(value(office.conflicts.refusals(false)).first().id, Strategy(strategy), {}, kAnna));
        QCOMPARE(office.steps(), left);
        QCOMPARE(value(office.conflicts.refusalCount()), 0);
    }

    // The record's operation and its step may both have failed; they share the one open refusal.
    void theLastFailureEndsTheRefusal()
    {
        auto &office = *m_office;
        auto &outbox = office.writer.outbox();
        value(office.ask(u"mark-sent"_s));
        value(office.change({{u"note"_s, u"x"_s}}));
        const auto step = office.waiting().first().id;
        const auto update = value(outbox.open(kServer, kInvoices, office.invoice))->id;
        office.company.write([&] {
            value(outbox.refuse(step, ConflictType::Validation, u"x"_s, {}));
            value(outbox.refuse(update, ConflictType::Validation, u"y"_s, {}));
            value(outbox.transition(update, OperationState::Pending));
        });
        QCOMPARE(value(office.conflicts.refusalCount()), 1);
        office.company.write([&] { value(outbox.transition(step, OperationState::Pending)); });
        QCOMPARE(value(office.conflicts.refusalCount()), 0);
    }

    void aChangeOfTheOtherSide_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QStringList>("ended");
        QTest::addColumn<int>("conflicts");
        QTest::addColumn<bool>("booked");
        const QStringList overtaken{u"book cancelled step.changed"_s};
        QTest::newRow("figures") << QJsonObject{{u"currency"_s, u"EUR"_s}} << overtaken << 1 << false;
        QTest::newRow("a note") << QJsonObject{{u"note"_s, u"theirs"_s}} << overtaken << 1 << false;
        QTest::newRow("that it was sent") << QJsonObject{{u"sent"_s, true}} << overtaken << 1 << false;
        QTest::newRow("nothing but the version") << QJsonObject() << QStringList{u"book completed"_s} << 0 << true;
        QTest::newRow("a number") << QJsonObject{{u"documentNumber"_s, u"1001"_s}} << QStringList{u"book completed"_s} << 0 << true;
        QTest::newRow("booked") << QJsonObject{{u"booked"_s, true}} << QStringList{u"book completed converged"_s} << 0 << true;
        QTest::newRow("booked with other figures") << QJsonObject{{u"booked"_s, true}, {u"currency"_s, u"EUR"_s}}
                                                   << QStringList{u"book completed converged"_s} << 0 << true;
    }
    void aChangeOfTheOtherSide()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QStringList, ended);
        QFETCH(int, conflicts);
        QFETCH(bool, booked);
        auto &office = *m_office;
        value(office.ask(u"book"_s));
        office.pulls(office.theirs(change));
        office.sync();
        QCOMPARE(office.ended(), ended);
        QCOMPARE(office.steps(), QStringList());
        QCOMPARE(office.openConflicts().size(), conflicts);
        QCOMPARE(office.ours()["booked"_L1].toBool(), booked);
        if (conflicts == 0)
            QCOMPARE(office.ours().value(u"currency"_s), change.value(u"currency"_s).toString(u"SEK"_s));
        office.sync();
        QVERIFY(office.faults().isEmpty());
    }

    void decidingTheConflictBooksNothing_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::newRow("mine") << int(Strategy::ClientWins);
        QTest::newRow("theirs") << int(Strategy::ServerWins);
    }
    void decidingTheConflictBooksNothing()
    {
        QFETCH(int, strategy);
        auto &office = *m_office;
        value(office.ask(u"book"_s));
        office.pulls(office.theirs({{u"currency"_s, u"EUR"_s}}));
        office.sync();
        const auto conflict = office.openConflicts().first();
        QCOMPARE(conflict.versions.mine->value(u"currency"), QJsonValue(u"SEK"_s));
        QCOMPARE(conflict.versions.theirs->value(u"currency"), QJsonValue(u"EUR"_s));
        QCOMPARE(conflict.fields, QStringList{u"currency"_s});
        value(office.resolver.resolve(conflict.id, Strategy(strategy), {}, kAnna));
        office.sync();
        QVERIFY(!office.ours()["booked"_L1].toBool());
        QCOMPARE(office.sentKinds(), Strategy(strategy) == Strategy::ClientWins ? QStringList{u"update"_s} : QStringList());
        value(office.ask(u"book"_s));
        office.sync();
        QVERIFY(office.ours()["booked"_L1].toBool());
    }

    void aRuleDoesNotDecideWhatSomebodyWantedToBook()
    {
        auto &office = *m_office;
        value(setRules(office.company.database(), kServer, {{u"conflicts"_s, u"server-wins"_s}}));
        value(office.ask(u"book"_s));
        office.pulls(office.theirs({{u"currency"_s, u"EUR"_s}}));
        office.sync();
        QCOMPARE(office.openConflicts().size(), 1);
    }

    void deletedThereIsAConflict()
    {
        auto &office = *m_office;
        value(office.ask(u"book"_s));
        auto gone = office.theirs({});
        gone.deleted = true;
        office.pulls(gone);
        office.sync();
        QCOMPARE(office.openConflicts().size(), 1);
        QCOMPARE(toString(office.openConflicts().first().conflictType), u"deletion"_s);
        QCOMPARE(office.ended(), QStringList{u"book cancelled step.changed"_s});
    }

    // Somebody was quicker between the pull and the push.
    void theAnswerIsAConflict_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QStringList>("ended");
        QTest::addColumn<bool>("booked");
        QTest::newRow("other figures") << QJsonObject{{u"currency"_s, u"EUR"_s}} << QStringList{u"book cancelled step.changed"_s} << false;
        QTest::newRow("booked there") << QJsonObject{{u"booked"_s, true}} << QStringList{u"book completed converged"_s} << true;
        QTest::newRow("the same under another version: sent again") << QJsonObject() << QStringList{u"book completed"_s} << true;
    }
    void theAnswerIsAConflict()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QStringList, ended);
        QFETCH(bool, booked);
        auto &office = *m_office;
        value(office.ask(u"book"_s));
        const auto theirs = office.theirs(change);
        office.remote.answer = [&, first = true](const auto &requests) mutable -> FakeProvider::Outcomes {
            if (!std::exchange(first, false))
                return office.remote.allApplied(requests);
            return std::vector{standsAgainst(theirs)};
        };
        office.sync();
        QCOMPARE(office.ended(), ended);
        QCOMPARE(office.ours()["booked"_L1].toBool(), booked);
        QCOMPARE(office.openConflicts().size(), booked ? 0 : 1);
        if (change.isEmpty())
            QCOMPARE(value(parseJsonObject(office.remote.pushes.back().front().bytes))["baseVersion"_L1].toString(), u"9"_s);
    }

    // A restored server has forgotten the record: that deletes nothing here, whatever was asked for.
    void whatTheRemoteHasForgottenIsAskedAbout_data()
    {
        QTest::addColumn<QString>("step");
        QTest::newRow("a step that locks") << u"book"_s;
        QTest::newRow("a step that does not") << u"mark-sent"_s;
    }
    void whatTheRemoteHasForgottenIsAskedAbout()
    {
        QFETCH(QString, step);
        auto &office = *m_office;
        value(office.ask(step));
        auto forgotten = office.theirs({}, {});
        forgotten.deleted = true;
        forgotten.body = {};
        office.remote.answer = [&](const auto &) -> FakeProvider::Outcomes {
            auto outcome = standsAgainst(forgotten);
            outcome.conflictType = u"missing-entity"_s;
            return std::vector{outcome};
        };
        office.sync();
        QVERIFY(!office.ours().isEmpty());
        QCOMPARE(office.openConflicts().size(), 1);
        QCOMPARE(toString(office.openConflicts().first().conflictType), u"missing-entity"_s);
    }

    void afterALostAnswerItIsAskedForAgainUnderTheSameKey_data()
    {
        QTest::addColumn<bool>("keys");
        QTest::newRow("the remote answers the same request twice") << true;
        QTest::newRow("the remote is asked what became of it") << false;
    }
    void afterALostAnswerItIsAskedForAgainUnderTheSameKey()
    {
        QFETCH(bool, keys);
        auto &office = *m_office;
        if (!keys)
            office.remote.can.keys = Capabilities::Keys::None;
        value(office.ask(u"book"_s));
        office.remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            Q_UNUSED(office.remote.allApplied(requests));
            return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
        };
        office.sync();
        QCOMPARE(office.steps(), QStringList{u"book verify"_s});
        QCOMPARE(codeOf(office.change({{u"note"_s, u"x"_s}})), u"record.locked"_s);
        office.remote.answer = {};
        QCOMPARE(toString(office.sync().state), u"done"_s);
        QCOMPARE(office.ended(), QStringList{u"book completed"_s});
        QVERIFY(office.ours()["booked"_L1].toBool());
        QCOMPARE(office.remote.pushes.size(), size_t(keys ? 2 : 1));
        if (keys) {
            QCOMPARE(office.remote.pushes[1].front().bytes, office.remote.pushes[0].front().bytes);
            QCOMPARE(office.remote.pushes[1].front().key, office.remote.pushes[0].front().key);
        }
    }

    void aRemoteWithoutVersionsIsLookedAtFirst()
    {
        auto &office = *m_office;
        office.remote.can.versions = Capabilities::Versions::None;
        office.remote.records.insert({kInvoices, office.theirs({}).id}, office.theirs({{u"currency"_s, u"EUR"_s}}, QString()));
        value(office.ask(u"book"_s));
        office.sync();
        QCOMPARE(office.sentKinds(), QStringList());
        QCOMPARE(office.ended(), QStringList{u"book cancelled step.changed"_s});
        QCOMPARE(office.openConflicts().size(), 1);
    }

    void whatTheAnswerToAnEditChangesIsNotBookedUnseen()
    {
        auto &office = *m_office;
        value(office.change({{u"note"_s, u"ours"_s}}));
        value(office.ask(u"book"_s));
        office.remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            auto outcomes = office.remote.allApplied(requests);
            if (requests.front().kind == OperationKind::Update)
                outcomes.front().remote = office.theirs({{u"note"_s, u"OURS"_s}});
            return outcomes;
        };
        office.sync();
        QCOMPARE(office.steps(), QStringList{u"book failed"_s});
        QCOMPARE(office.waiting().first().reason, u"step.changed"_s);
        QCOMPARE(office.sentKinds(), QStringList{u"update"_s});
    }

    void anEditWhileAStepIsOnItsWayIsSentAfterIt()
    {
        auto &office = *m_office;
        value(office.ask(u"mark-sent"_s));
        office.remote.answer = [&, first = true](const auto &requests) mutable -> FakeProvider::Outcomes {
            if (std::exchange(first, false))
                value(office.change({{u"note"_s, u"typed meanwhile"_s}}));
            return office.remote.allApplied(requests);
        };
        office.sync();
        QCOMPARE(office.sentKinds(), (QStringList{u"step"_s, u"update"_s}));
        const auto sent = value(parseJsonObject(office.remote.pushes.back().front().bytes))["data"_L1].toObject();
        QCOMPARE(sent["sent"_L1], QJsonValue(true));
        QCOMPARE(sent["note"_L1], QJsonValue(u"typed meanwhile"_s));
        QVERIFY(office.ours()["sent"_L1].toBool());
    }

    void aRightThatIsMissingIsAskedForAgain()
    {
        auto &office = *m_office;
        Connections connections(office.company.sql(), office.company.clock);
        value(office.ask(u"book"_s));
        value(connections.update(kServer, {{u"permissions"_s, QJsonArray{u"invoices:update"_s}}}));
        office.sync();
        QCOMPARE(office.steps(), QStringList{u"book failed"_s});
        value(connections.update(kServer, {{u"permissions"_s, QJsonArray{u"invoices:book"_s}}}));
        office.sync();
        QCOMPARE(office.ended(), QStringList{u"book completed"_s});
    }

    void whatIsDiscarded_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QStringList>("left");
        QTest::newRow("the first step: those behind it as well") << u"book"_s << QStringList{u"mark-sent pending"_s};
        QTest::newRow("the last step alone") << u"cancel"_s << QStringList{u"mark-sent pending"_s, u"book pending"_s};
        QTest::newRow("the edit: what was asked for its figures") << u"update"_s << QStringList{u"mark-sent pending"_s};
    }
    void whatIsDiscarded()
    {
        QFETCH(QString, what);
        QFETCH(QStringList, left);
        auto &office = *m_office;
        value(office.change({{u"note"_s, u"ours"_s}}));
        for (const auto &step : {u"mark-sent"_s, u"book"_s, u"cancel"_s})
            value(office.ask(step));
        qint64 id = value(office.writer.outbox().open(kServer, kInvoices, office.invoice))->id;
        for (const auto &operation : office.waiting())
            id = operation.step == what ? operation.id : id;
        QueueEditor queue(office.writer, office.company.clock, office.company.random);
        value(queue.discard(id, kAnna));
        QCOMPARE(office.steps(), left);
        QCOMPARE(office.ours().contains(u"note"_s), what != u"update"_s);
        office.sync();
        QCOMPARE(office.steps(), QStringList());
    }

    void whatIsNotSentAtAllTakesItsStepsAlong()
    {
        auto &office = *m_office;
        office.invoice = office.makeInvoice();
        value(office.ask(u"mark-sent"_s));
        QueueEditor queue(office.writer, office.company.clock, office.company.random);
        value(queue.discard(value(office.writer.outbox().open(kServer, kInvoices, office.invoice))->id, kAnna));
        QCOMPARE(office.ended(), QStringList{u"mark-sent cancelled discarded"_s});
    }

    void whereNoConnectionTakesTheRecordItIsDoneAtOnce()
    {
        auto &office = *m_office;
        value(setRules(office.company.database(), kServer, {{u"types"_s, QJsonObject{{u"invoices"_s, QJsonObject{{u"direction"_s, u"pull"_s}}}}}}));
        value(office.ask(u"book"_s));
        QCOMPARE(office.steps(), QStringList());
        QVERIFY(office.ours()["booked"_L1].toBool());
    }

    void aCreditIsANewRecord()
    {
        auto &office = *m_office;
        value(office.change({{u"rows"_s, QJsonArray{QJsonObject{{u"quantity"_s, u"2"_s}, {u"price"_s, u"100"_s}, {u"vat"_s, u"25"_s},
                                                                {u"discount"_s, u"10"_s}, {u"discountType"_s, u"amount"_s}}}},
                             {u"dueDate"_s, u"2026-02-05"_s},
                             {u"sent"_s, true}}));
        value(office.ask(u"book"_s));
        office.sync();
        const auto credit = value(office.ask(u"credit"_s));
        QVERIFY(credit.id != office.invoice);
        QCOMPARE(credit.body["creditOf"_L1].toString(), office.invoice.toString());
        QVERIFY(credit.body["credit"_L1].toBool());
        QVERIFY(!credit.body.contains("booked"_L1) && !credit.body.contains("sent"_L1) && !credit.body.contains("dueDate"_L1));
        QCOMPARE(credit.body["invoiceDate"_L1].toString(), office.company.clock.now().date().toString(Qt::ISODate));
        const auto row = credit.body["rows"_L1][0];
        QCOMPARE(row["quantity"_L1].toString(), u"-2"_s);
        QCOMPARE(row["discount"_L1].toString(), u"-10"_s);
        QVERIFY(row["rowId"_L1] != office.ours()["rows"_L1][0]["rowId"_L1]);
        const auto total = [](const QJsonObject &body) { return body["total"_L1].toString(); };
        QCOMPARE(total(credit.body), u'-' + total(office.ours()));
        office.sync();
        QCOMPARE(office.sentKinds().last(), u"create"_s);
        QCOMPARE(codeOf(office.editor.step(kInvoices, credit.id, u"credit"_s, {}, kAnna)), u"step.needs"_s);
    }

private:
    std::unique_ptr<StepOffice> m_office;
};

QTEST_GUILESS_MAIN(StepsTest)
#include "steps_test.moc"
