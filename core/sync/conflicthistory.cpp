// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/conflicthistory.h"

#include "core/conflict/lawful.h"
#include "core/conflict/settle.h"
#include "core/outbox/bodycomposer.h"
#include "core/outbox/referring.h"
#include "core/sync/beforedecision.h"
#include "core/sync/books.h"

#include <QJsonArray>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> notNow(const QString &why, const Conflict &conflict)
{
    return fail(ErrorKind::Rejected, why, {QString::number(conflict.id)});
}

//! It says no to what is asked, and is not a failure of the store.
bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound;
}

//! The reason that ConflictResolver gives an operation whose decision leaves nothing to send.
bool hadNothingToSend(const Operation &operation)
{
    return operation.state == OperationState::Completed && operation.reason == "resolved"_L1;
}

DecisionState stateFor(const Operation &operation)
{
    switch (operation.state) {
    case OperationState::Pending:
    case OperationState::Processing:
    case OperationState::Verify: return DecisionState::Waiting;
    case OperationState::Conflict: return DecisionState::Overtaken;
    case OperationState::Failed: return DecisionState::Refused;
    case OperationState::Completed:
        return hadNothingToSend(operation) ? DecisionState::NothingToSend : DecisionState::Sent;
    case OperationState::Skipped:
    case OperationState::Cancelled: return DecisionState::GivenUp;
    }
    return DecisionState::Settled;
}

const QJsonValue &sideOf(const MergeDraft::Entry &entry, Choice which)
{
    return which == Choice::Base ? entry.base : which == Choice::Mine ? entry.mine : entry.theirs;
}

const std::optional<QJsonObject> &versionOf(const Conflict &conflict, Choice which)
{
    const auto &versions = conflict.versions;
    return which == Choice::Base ? versions.base : which == Choice::Mine ? versions.mine : versions.theirs;
}

QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue() : value;
}

} // namespace

QString toString(DecisionState state)
{
    switch (state) {
    case DecisionState::Waiting: return u"waiting"_s;
    case DecisionState::Sent: return u"sent"_s;
    case DecisionState::NothingToSend: return u"nothing-to-send"_s;
    case DecisionState::Refused: return u"refused"_s;
    case DecisionState::Overtaken: return u"overtaken"_s;
    case DecisionState::GivenUp: return u"given-up"_s;
    case DecisionState::Undone: return u"undone"_s;
    case DecisionState::Settled: return u"settled"_s;
    }
    return {};
}

ConflictHistory::ConflictHistory(RecordWriter &writer, RecordEditor &editor, ConflictStore &conflicts, Clock &clock,
                                 Random &random)
    : m_writer(writer), m_editor(editor), m_conflicts(conflicts), m_clock(clock), m_random(random)
{ }

Result<QList<DecisionTold>> ConflictHistory::list(const ConflictQuery &query)
{
    auto conflicts = m_conflicts.history(query);
    FROST_TRY(conflicts);
    QList<DecisionTold> decisions;
    decisions.reserve(conflicts->size());
    for (auto &conflict : *conflicts) {
        auto decision = told(std::move(conflict));
        FROST_TRY(decision);
        decisions.append(*std::move(decision));
    }
    return decisions;
}

Result<DecisionTold> ConflictHistory::find(qint64 id)
{
    auto conflict = settled(id);
    FROST_TRY(conflict);
    return told(*std::move(conflict));
}

Result<Conflict> ConflictHistory::settled(qint64 id)
{
    auto conflict = m_conflicts.find(id);
    FROST_TRY(conflict);
    if (!*conflict)
        return fail(ErrorKind::NotFound, u"conflict.unknown"_s, {QString::number(id)});
    if ((*conflict)->isRefusal())
        return fail(ErrorKind::Usage, u"conflict.oneSided"_s, {QString::number(id)});
    if ((*conflict)->open)
        return notNow(u"decision.none"_s, **conflict);
    return **std::move(conflict);
}

Result<DecisionTold> ConflictHistory::told(Conflict conflict)
{
    DecisionTold decision{std::move(conflict), DecisionState::Settled, false};
    if (decision.conflict.undoneAt.isValid()) {
        decision.state = DecisionState::Undone;
        return decision;
    }
    const auto operation = m_writer.outbox().find(decision.conflict.operation);
    FROST_TRY(operation);
    if (decision.conflict.supersededBy != 0)
        decision.state = DecisionState::Overtaken;
    else if (*operation)
        decision.state = stateFor(**operation);
    else if (decision.conflict.operation != 0) // it ended so long ago that the queue's history has forgotten it
        decision.state = DecisionState::Sent;
    if (decision.state == DecisionState::NothingToSend || decision.state == DecisionState::Waiting) {
        const auto back = wayBack(decision.conflict);
        if (!back && !isRefusal(back.error()))
            return fail(back.error());
        decision.mayBeUndone = back.has_value();
    }
    return decision;
}

// --- Undo

Result<Conflict> ConflictHistory::undo(qint64 id, const Actor &actor)
{
    auto transaction = Transaction::begin(m_writer.database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(m_writer.reloadConnections());
    const auto conflict = settled(id);
    FROST_TRY(conflict);
    const auto before = wayBack(*conflict);
    FROST_TRY(before);

    Actor merging = actor;
    merging.source = Source::Merge;
    Links links(m_writer.database().sql(), conflict->connection, m_clock, m_random);
    if (before->second)
        FROST_TRY(before->second->disappear(m_writer, m_conflicts, links, *conflict, merging, m_clock));
    FROST_TRY(before->putBack(m_writer, links, *conflict, merging));
    FROST_TRY(m_conflicts.reopen(id, before->draft, actor.user.toString()));
    m_writer.markChanged(conflict->type);
    FROST_TRY(m_writer.audit().append(merging, u"undo"_s, conflict->type, conflict->record, {{u"conflict"_s, id}}));
    auto open = m_conflicts.find(id);
    FROST_TRY(open);
    FROST_TRY(transaction->commit());
    return **std::move(open);
}

//! What stood there before, where the decision may still be taken back.
Result<BeforeDecision> ConflictHistory::wayBack(const Conflict &conflict)
{
    FROST_TRY(mayGoBack(conflict));
    const auto kept = m_conflicts.undoOf(conflict.id);
    FROST_TRY(kept);
    auto before = BeforeDecision::fromJson(*kept);
    Links links(m_writer.database().sql(), conflict.connection, m_clock, m_random);
    const auto untouched = before.isUntouched(m_writer, links, conflict);
    FROST_TRY(untouched);
    if (kept->isEmpty() && conflict.strategy == toString(Strategy::KeepBoth)) // decided by a version that kept nothing
        return notNow(u"decision.notKept"_s, conflict);
    if (kept->isEmpty() || !*untouched)
        return notNow(u"decision.overtaken"_s, conflict);
    if (before.second)
        FROST_TRY(before.second->mayDisappear(m_writer, m_conflicts, conflict, m_clock, m_random));
    FROST_TRY(mayStandAgain(conflict, before));
    return before;
}

// What may be on its way cannot be taken back, nor what something else was built on.
Result<> ConflictHistory::mayGoBack(const Conflict &conflict)
{
    if (conflict.undoneAt.isValid())
        return notNow(u"decision.undone"_s, conflict);
    if (conflict.operation == 0)
        return notNow(u"decision.notKept"_s, conflict);
    auto &outbox = m_writer.outbox();
    const auto operation = outbox.find(conflict.operation);
    FROST_TRY(operation);
    const auto open = outbox.open(conflict.connection, conflict.type, conflict.record);
    FROST_TRY(open);
    const auto steps = outbox.steps(conflict.type, conflict.record);
    FROST_TRY(steps);
    const auto state = *operation ? (*operation)->state : OperationState::Completed;
    const bool nothingToSend = *operation && hadNothingToSend(**operation);
    const bool gone = state == OperationState::Processing || state == OperationState::Verify || state == OperationState::Failed
                      || (state == OperationState::Completed && !nothingToSend);
    if (conflict.supersededBy != 0)
        return notNow(u"decision.overtaken"_s, conflict);
    if (gone)
        return notNow(u"decision.sent"_s, conflict);
    const bool waits = state == OperationState::Pending;
    if ((!waits && !nothingToSend) || (nothingToSend && *open) || !steps->isEmpty())
        return notNow(u"decision.overtaken"_s, conflict);
    return {};
}

// Others may have come to rely on what the decision made of the record.
Result<> ConflictHistory::mayStandAgain(const Conflict &conflict, const BeforeDecision &before)
{
    Links links(m_writer.database().sql(), conflict.connection, m_clock, m_random);
    const auto holder = before.link ? links.find(conflict.type, before.link->remote) : Result<std::optional<Link>>(std::nullopt);
    FROST_TRY(holder);
    const bool isFree = !*holder || (*holder)->local == conflict.record || (before.second && before.second->id == (*holder)->local);
    if (!isFree) // the remote has given its id again
        return notNow(u"decision.overtaken"_s, conflict);
    const auto now = recordOf(conflict);
    FROST_TRY(now);
    if (now->deleted == before.deleted && now->body == before.body)
        return {};
    auto &database = m_writer.database();
    const auto &schema = *database.schema().find(conflict.type);
    const Field *closed = now->deleted ? nullptr : closedBy(schema, now->body);
    if (closed && !closes(*closed, before.body)) // others have heard that it is in the books
        return fail(ErrorKind::Rejected, u"decision.closed"_s, {QString::number(conflict.id), closed->name});
    Conflict asNow = conflict;
    asNow.versions.mine = now->deleted ? std::nullopt : std::optional(now->body);
    auto elsewhere = heldElsewhere(m_writer, m_conflicts, asNow, m_clock, m_random);
    FROST_TRY(elsewhere);
    asNow.versions.elsewhere = *std::move(elsewhere);
    const auto again = before.deleted ? std::nullopt : std::optional(before.body);
    if (const auto held = changedElsewhere(schema, asNow.versions, again))
        return fail(ErrorKind::Rejected, u"decision.closed"_s, {QString::number(conflict.id), closedBy(schema, held->body)->name});
    if (before.deleted)
        return now->deleted ? Result<>() : refuseIfReferred(database, conflict.type, conflict.record);
    BodyComposer composer(database, m_random);
    if (before.second)
        composer.leaves(conflict.type, before.second->id);
    return composer.checkRevived(schema, conflict.record, before.body);
}

Result<Record> ConflictHistory::recordOf(const Conflict &conflict)
{
    auto store = m_writer.database().objectStore(conflict.type);
    FROST_TRY(store);
    auto record = store->get(conflict.record);
    FROST_TRY(record);
    if (!*record)
        return fail(ErrorKind::NotFound, u"record.unknown"_s, {conflict.type.toString(), conflict.record.toString()});
    return **std::move(record);
}

// --- Restore

// Everything is looked at again inside the transaction that writes: another process may have taken the decision back, or changed the
// record.
Result<Record> ConflictHistory::restore(qint64 id, Choice which, const std::optional<QString> &path, const Actor &actor)
{
    if (which != Choice::Base && which != Choice::Mine && which != Choice::Theirs)
        return fail(ErrorKind::Usage, u"restore.which"_s);
    const auto conflict = restorable(id, which);
    FROST_TRY(conflict);
    const bool whole = !path || path->isEmpty();
    if (whole && !versionOf(*conflict, which)) {
        const auto mayStill = [&]() -> Result<> {
            FROST_TRY(restorable(id, which));
            return {};
        };
        return m_editor.remove(conflict->type, conflict->record, actor, mayStill);
    }
    const auto patch = [&](const Record &stored) -> Result<QJsonObject> {
        const auto now = restorable(id, which);
        FROST_TRY(now);
        return whole ? Result<QJsonObject>(wholePatchOf(*now, which)) : patchOf(*now, which, *path, stored);
    };
    return whole ? m_editor.reviveFrom(conflict->type, conflict->record, patch, actor)
                 : m_editor.updateFrom(conflict->type, conflict->record, patch, actor);
}

Result<Conflict> ConflictHistory::restorable(qint64 id, Choice which)
{
    auto conflict = settled(id);
    FROST_TRY(conflict);
    if (which == Choice::Base && !conflict->versions.base)
        return notNow(u"restore.noBase"_s, *conflict);
    return conflict;
}

QJsonObject ConflictHistory::wholePatchOf(const Conflict &conflict, Choice which)
{
    QJsonObject patch;
    for (const auto &field : m_writer.database().schema().find(conflict.type)->fields) {
        if (!field.derived && !field.assignedByRemote && !isStep(field)) // what is booked is so by a step, with its rights
            patch.insert(field.name, orNull(versionOf(conflict, which)->value(field.name)));
    }
    return patch;
}

//! The one field, or the rows it stands in: rows are replaced as a whole.
Result<QJsonObject> ConflictHistory::patchOf(const Conflict &conflict, Choice which, const QString &path, const Record &now)
{
    if (!versionOf(conflict, which))
        return notNow(u"restore.deleted"_s, conflict);
    const auto &schema = *m_writer.database().schema().find(conflict.type);
    const auto draft = MergeDraft::make(schema, conflict.versions);
    FROST_TRY(draft);
    const auto &entries = draft->entries(); // those inside a record that is decided as a whole among them
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const auto &one) { return one.path == path; });
    if (entry == entries.end())
        return fail(ErrorKind::Usage, u"merge.unknownPath"_s, {path});
    const auto value = sideOf(*entry, which);
    if (!entry->rows)
        return QJsonObject{{path, orNull(value)}};
    // A whole row may stand there under another id, and a probable duplicate is two of them: added once more it is billed twice.
    const bool isKnown = entry->field || !valueAt(schema, now.body, path).isUndefined();
    if (entry->isDuplicate() || (entry->isRow() && !isKnown))
        return fail(ErrorKind::Rejected, u"restore.rowGone"_s, {path});
    const auto after = withValueAt(schema, now.body, path, value);
    if (after == now.body && valueAt(schema, after, path) != value)
        return fail(ErrorKind::Rejected, u"restore.rowGone"_s, {path});
    return QJsonObject{{entry->rows->name, after.value(entry->rows->name)}};
}

} // namespace frost
