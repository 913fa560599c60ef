// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "officefixture.h"

#include "core/conflict/conflictstore.h"

#include <QTest>

#include <rapidcheck.h>

#include <map>

using namespace officefixture;

namespace {

enum class Step { Edit, Delete, Take, Acknowledge, Lose, NotThere, Refuse, MeetConflict, Resolve, Restart };
constexpr int kSteps = 10;
constexpr int kRecords = 3;

//! What the other side has, kept beside the store: nothing, or a body.
using RemoteSide = std::map<QString, QJsonObject>;

//! The remote takes what was sent when the answer arrives; until then the model does not care whether it has it.
void confirm(Office &office, RemoteSide &remote, const LocalId &id)
{
    const auto sent = *office.open(id)->sent;
    if (sent.kind == OperationKind::Delete)
        remote.erase(id.toString());
    else
        remote[id.toString()] = value(parseJsonObject(sent.body));
    office.acknowledge(id);
}

void play(Office &office, RemoteSide &remote, Step step, const LocalId &id, int number)
{
    using enum OperationState;
    const auto operation = office.open(id);
    const auto state = operation ? std::optional(operation->state) : std::nullopt;
    const bool sent = state == Processing || state == Verify;
    switch (step) {
    case Step::Edit: office.write(named(QString::number(number)), false, id); break;
    case Step::Delete:
        if (const auto record = value(value(office.company.database().objectStore(kCustomers)).get(id)))
            office.write(record->body, true, id);
        break;
    case Step::Take:
        // A delete of what the remote has not got cannot be sent; the pusher ends it.
        if (state == Pending && operation->kind == OperationKind::Delete && !remote.contains(id.toString()))
            office.transition(Cancelled, id);
        else if (state == Pending)
            office.take(id);
        break;
    case Step::Acknowledge:
        if (sent)
            confirm(office, remote, id);
        break;
    case Step::Lose:
        if (state == Processing)
            office.transition(Verify, id);
        break;
    case Step::NotThere:
        if (sent)
            office.transition(Pending, id);
        break;
    case Step::Refuse:
        if (sent)
            office.transition(Failed, id);
        break;
    case Step::MeetConflict:
        if (state == Pending || sent)
            office.transition(OperationState::Conflict, id);
        break;
    case Step::Resolve:
        if (state == OperationState::Conflict || state == Failed)
            office.transition(Pending, id);
        break;
    case Step::Restart: value(office.writer.reloadConnections()); break;
    }
}

//! A record whose local state is not what the remote has confirmed has exactly one open operation.
void checkRecord(Office &office, const RemoteSide &remote, const LocalId &id, qsizetype open)
{
    RC_ASSERT(open <= 1);
    const auto record = value(value(office.company.database().objectStore(kCustomers)).get(id));
    const auto known = remote.find(id.toString());
    const bool lives = record && !record->deleted;
    const bool differs = lives != (known != remote.end()) || (lives && record->body != known->second);
    if (differs)
        RC_ASSERT(open == 1);
    // What the remote has is never created, what it has not is never changed.
    const auto operation = office.open(id);
    if (operation && operation->state == OperationState::Pending) {
        if (operation->kind == OperationKind::Create)
            RC_ASSERT(known == remote.end());
        if (operation->kind == OperationKind::Update)
            RC_ASSERT(known != remote.end());
        RC_ASSERT((operation->kind == OperationKind::Delete) == record->deleted);
    }
    // I8: a dirty record that the remote has keeps what the remote had.
    if (differs && known != remote.end())
        RC_ASSERT(value(office.links().base(kCustomers, id)) == std::optional(known->second));
}

void checkRecords(Office &office, const RemoteSide &remote, const QList<LocalId> &ids)
{
    QHash<LocalId, qsizetype> open;
    for (const auto &operation : value(office.writer.outbox().list(false)))
        ++open[operation.record];
    for (const auto &id : ids)
        checkRecord(office, remote, id, open.value(id));
}

void checkCounts(Office &office)
{
    const auto counts = value(office.writer.outbox().counts());
    std::map<OperationState, qint64> listed;
    for (const auto &operation : value(office.writer.outbox().list(true)))
        ++listed[operation.state];
    using enum OperationState;
    RC_ASSERT(counts.pending == listed[Pending]);
    RC_ASSERT(counts.processing == listed[Processing]);
    RC_ASSERT(counts.verify == listed[Verify]);
    RC_ASSERT(counts.conflict == listed[OperationState::Conflict]);
    RC_ASSERT(counts.failed == listed[Failed]);
    RC_ASSERT(counts.completed == listed[Completed]);
    RC_ASSERT(counts.skipped == listed[Skipped]);
    RC_ASSERT(counts.cancelled == listed[Cancelled]);
    // R-SYN-08: what is failed, and nothing else, has an open refusal.
    ConflictStore conflicts(office.company.sql(), office.company.clock);
    RC_ASSERT(value(conflicts.refusals(false)).size() == listed[Failed]);
    RC_ASSERT(value(conflicts.refusalCount()) == listed[Failed]);
}

} // namespace

class RecordWriterPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDifferenceHasOneOperation();
};

// R-QUE-04, R-QUE-09, I3, I8
void RecordWriterPropertyTest::everyDifferenceHasOneOperation()
{
    Office office; // one file for all cases: making one takes longer than playing a case
    QVERIFY(rc::check("edits, deletes and answers in any order", [&office] {
        RemoteSide remote;
        QList<LocalId> ids;
        for (int i = 0; i < kRecords; ++i)
            ids.append(LocalId(newLocalId(office.company.clock, office.company.random)));
        const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, kSteps), rc::gen::inRange(0, kRecords)));
        int number = 0;
        for (const auto &[step, record] : steps) {
            play(office, remote, Step(step), ids.at(record), number++);
            checkRecords(office, remote, ids);
        }
        checkCounts(office);
    }));
    QCOMPARE(value(office.writer.audit().verify()), QStringList());
}

QTEST_GUILESS_MAIN(RecordWriterPropertyTest)
#include "recordwriter_property_test.moc"
