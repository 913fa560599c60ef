// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/links/lostids.h"
#include "core/sync/tuning.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

// What the remote's answers mean for operations, links, bases and records.

namespace {

//! Under which of the conflict types of R-CON-01 a person finds a refusal.
ConflictType refusalOf(const Error &error)
{
    if (error.kind == ErrorKind::Forbidden)
        return ConflictType::Authorisation;
    return error.code == "key.taken"_L1 ? ConflictType::DuplicateKey : ConflictType::Validation;
}

//! R-CON-05: the line, or a limit, and not what was sent.
bool saysNothingAboutTheRecord(const Error &error)
{
    return error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::Offline
           || error.kind == ErrorKind::OutcomeUnknown;
}

} // namespace

Result<> Pusher::applyOutcomes(const Batch &batch, const std::vector<PushOutcome> &outcomes)
{
    auto applied = applyOutcomes(batch, outcomes, Parts::Together);
    if (!applied && concernsOneRecord(applied.error()))
        applied = applyOutcomes(batch, outcomes, Parts::EachAlone);
    return applied;
}

Result<> Pusher::applyOutcomes(const Batch &batch, const std::vector<PushOutcome> &outcomes, Parts parts)
{
    // A lost acknowledgement is asked for again under the same key, so this need not survive a power cut.
    const auto applyAll = [&]() -> Result<> {
        // Another process may have connected the company since the last batch.
        FROST_TRY(m_context.writer.reloadConnections());
        for (size_t i = 0; i < batch.size(); ++i)
            FROST_TRY(parts == Parts::Together ? applyOutcome(batch[i], outcomes[i]) : applyAlone(batch[i], outcomes[i]));
        return {};
    };
    FROST_TRY(m_context.write(applyAll));
    m_processed += qint64(batch.size());
    m_passProgress = true;
    return {};
}

// An answer that cannot be carried out here fails its own operation, with the reason.
Result<> Pusher::applyAlone(const Prepared &prepared, const PushOutcome &outcome)
{
    auto &sql = m_context.writer.database().sql();
    const RunTally before = m_context.tally;
    const auto done = isolated(sql, [&] { return applyOutcome(prepared, outcome); });
    if (done)
        return {};
    m_context.tally = before;
    m_context.links.forget();
    if (!concernsOneRecord(done.error()))
        return done;
    qCWarning(lcSync).noquote() << "the answer for operation" << prepared.operation.id << "failed:" << done.error().logLine();
    if (outcome.kind == PushOutcome::Kind::Applied) { // it is there, whatever else: the next pull must not make it twice
        const auto linked = isolated(sql, [&] { return remember(prepared, outcome.id, outcome.version); });
        if (!linked && !concernsOneRecord(linked.error()))
            return linked;
    }
    return refused(prepared.operation, done.error());
}

Result<> Pusher::applyOutcome(const Prepared &prepared, const PushOutcome &outcome)
{
    switch (outcome.kind) {
    case PushOutcome::Kind::Applied: return applied(prepared, outcome);
    case PushOutcome::Kind::Conflict: return conflicting(prepared, outcome);
    case PushOutcome::Kind::Rejected: return rejected(prepared, outcome.error);
    case PushOutcome::Kind::Retry: return retryLater(prepared, outcome.error);
    case PushOutcome::Kind::Unreadable: return unreadable(prepared, outcome.error);
    case PushOutcome::Kind::NotDone:
        return m_context.writer.outbox().transition(prepared.operation.id, OperationState::Pending, outcome.error.code);
    case PushOutcome::Kind::Undecided:
        if (const auto now = m_context.clock.now(); prepared.sent.at > now)
            FROST_TRY(m_context.writer.outbox().countAnew(prepared.operation.id, now));
        if (prepared.operation.state == OperationState::Verify)
            return {};
        return m_context.writer.outbox().transition(prepared.operation.id, OperationState::Verify, outcome.error.code);
    case PushOutcome::Kind::Expired: // compared by the remote under a new key; creates and versions protect it
        return m_context.writer.outbox().transition(prepared.operation.id, OperationState::Pending, u"key.expired"_s);
    }
    return {};
}

Result<> Pusher::applied(const Prepared &prepared, const PushOutcome &outcome)
{
    ++m_context.tally.of(prepared.operation.type).pushed;
    const auto &operation = prepared.operation;
    FROST_TRY(remember(prepared, outcome.id, outcome.version));
    auto record = recordOf(operation);
    FROST_TRY(record);
    if (prepared.sent.kind == OperationKind::Delete)
        return deletedThere(prepared, *record);
    if (prepared.sent.kind == OperationKind::Step)
        return stepApplied(prepared, outcome, *record);
    // What was read because the answer was lost is not what the remote made of it: somebody may have changed it since.
    const bool wasRead = outcome.remote && m_context.provider.capabilities().keys == Capabilities::Keys::None
                         && operation.state != OperationState::Pending;
    if (record->revision != prepared.sent.revision || wasRead)
        return movedOn(prepared, outcome);

    FROST_TRY(m_context.writer.outbox().transition(operation.id, OperationState::Completed));
    return m_context.remoteChanges.applyTaken(operation.type, *record, prepared.sent.body, outcome.remote);
}

Result<> Pusher::deletedThere(const Prepared &prepared, const Record &record)
{
    const auto &operation = prepared.operation;
    FROST_TRY(m_context.links.dropBase(operation.type, operation.record));
    const bool leavesNoTrace = m_context.provider.capabilities().versions == Capabilities::Versions::None;
    if (leavesNoTrace)
        FROST_TRY(m_context.links.remove(operation.type, operation.record));
    // Brought back here while the deletion travelled: an update based on the tombstone restores it there, and where there is
    // none it is made anew.
    const bool isErasedSince = !leavesNoTrace && record.isErased() && record.revision != prepared.sent.revision;
    const auto next = record.deleted && !isErasedSince ? OperationState::Completed : OperationState::Pending;
    FROST_TRY(m_context.writer.outbox().transition(operation.id, next));
    if (record.deleted || !leavesNoTrace)
        return {};
    return m_context.writer.outbox().enqueue(m_context.connection, operation.type, operation.record, OperationKind::Create,
                                             operation.priority, operation.user);
}

// The record was edited after it was sent, here or there: what was sent is the new base, an edit here stays to be sent.
Result<> Pusher::movedOn(const Prepared &prepared, const PushOutcome &outcome)
{
    const auto &operation = prepared.operation;
    auto sentBody = parseJsonObject(prepared.sent.body, 64);
    FROST_TRY(sentBody);
    FROST_TRY(m_context.links.setBase(operation.type, operation.record, *sentBody));
    FROST_TRY(m_context.writer.outbox().transition(operation.id, OperationState::Pending));
    if (!outcome.remote)
        return {};
    return m_context.remoteChanges.applyAnswer(*outcome.remote, toString(ConflictType::Version), m_context.tally.of(operation.type));
}

Result<> Pusher::conflicting(const Prepared &prepared, const PushOutcome &outcome)
{
    const auto &operation = prepared.operation;
    if (!outcome.remote)
        return refused(prepared.operation, Error{ErrorKind::Conflict, u"remote.conflict"_s, {outcome.conflictType}, {}, {}});
    RemoteRecord remote = *outcome.remote;
    if (conflictTypeFrom(outcome.conflictType) == ConflictType::DuplicateKey) {
        if (prepared.sent.kind == OperationKind::Create)
            return duplicated(operation, remote);
        return refused(prepared.operation, Error{ErrorKind::Conflict, u"key.taken"_s, {operation.type.toString(), remote.id.toString()}, {}, {}});
    }
    if (remote.id.isEmpty())
        remote.id = prepared.request.remote;
    if (prepared.sent.kind == OperationKind::Step)
        return stepRefused(prepared, remote, outcome.conflictType);
    // The record exists there under our own temporary id: an earlier create had arrived after all.
    if (prepared.sent.kind == OperationKind::Create)
        FROST_TRY(remember(prepared, remote.id, {}));
    return mergedAgain(operation, remote, outcome.conflictType);
}

// What can be merged is sent again by itself; where that comes to no end, a person has to look (R-CON-05).
Result<> Pusher::mergedAgain(const Operation &operation, const RemoteRecord &remote, const QString &word)
{
    auto &outbox = m_context.writer.outbox();
    FROST_TRY(m_context.remoteChanges.applyAnswer(remote, word, m_context.tally.of(operation.type)));
    if (++m_merges[operation.id] <= operation.maxRetries)
        return {};
    const auto now = outbox.find(operation.id);
    FROST_TRY(now);
    if (!*now || (*now)->state != OperationState::Pending)
        return {}; // settled, or asked about
    ++m_context.tally.of(operation.type).failed;
    return outbox.refuse(operation.id, ConflictType::RetryExhausted, u"retry.exhausted"_s, {u"remote.conflict"_s});
}

Result<> Pusher::duplicated(const Operation &operation, const RemoteRecord &remote)
{
    FROST_TRY(m_context.remoteChanges.applyDuplicate(operation.record, remote, m_context.tally.of(operation.type)));
    const auto now = m_context.writer.outbox().find(operation.id);
    FROST_TRY(now);
    if (*now && OutgoingRecords::isQuestioned(**now))
        m_questioned.insert({operation.type, operation.record.toString()});
    return {};
}

// It may have been carried out, so it is asked for again; where the second answer makes no more sense than the first, a
// person has to look. Everything else goes on (R-QUE-07).
Result<> Pusher::unreadable(const Prepared &prepared, const Error &error)
{
    if (prepared.operation.state != OperationState::Pending)
        return refused(prepared.operation, error);
    return m_context.writer.outbox().transition(prepared.operation.id, OperationState::Verify, error.code, error.args);
}

// What it refers to was deleted there since the pull. The next pull tells so, and asks about that one record; until then
// nothing that refers to it is sent.
Result<> Pusher::rejected(const Prepared &prepared, const Error &error)
{
    const auto &operation = prepared.operation;
    if (error.code != "reference.deleted"_L1)
        return refused(operation, error);
    const auto parent = parentThatWasThere(operation, error.args.value(1));
    FROST_TRY(parent);
    if (!*parent)
        return refused(operation, error);
    m_questioned.insert(**parent);
    return m_context.writer.outbox().transition(operation.id, OperationState::Pending, u"parent.waiting"_s,
                                                {(*parent)->first.toString(), (*parent)->second});
}

//! What the record calls `remote` among the live ones it refers to.
Result<std::optional<Pusher::Parent>> Pusher::parentThatWasThere(const Operation &operation, const QString &remote)
{
    const auto record = recordOf(operation);
    FROST_TRY(record);
    auto &database = m_context.writer.database();
    for (const auto &use : referencesIn(*database.schema().find(operation.type), record->body)) {
        const auto id = m_context.links.resolveRemote(use.target, LocalId(use.id));
        FROST_TRY(id);
        if (!*id || (*id)->toString() != remote)
            continue;
        auto store = database.objectStore(use.target);
        FROST_TRY(store);
        const auto parent = store->get(LocalId(use.id));
        FROST_TRY(parent);
        if (*parent && !(*parent)->deleted)
            return std::optional(Parent(use.target, use.id));
    }
    return std::optional<Parent>();
}

Result<> Pusher::refused(const Operation &operation, const Error &error)
{
    ++m_context.tally.of(operation.type).failed;
    return m_context.writer.outbox().refuse(operation.id, refusalOf(error), error.code, error.args);
}

Result<> Pusher::retryLater(const Prepared &prepared, const Error &error)
{
    const auto &operation = prepared.operation;
    const auto retry = saysNothingAboutTheRecord(error) ? Outbox::Retry::IsFree : Outbox::Retry::Counts;
    if (retry == Outbox::Retry::Counts && operation.retryCount >= operation.maxRetries) {
        ++m_context.tally.of(operation.type).failed;
        return m_context.writer.outbox().refuse(operation.id, ConflictType::RetryExhausted, u"retry.exhausted"_s, {error.code});
    }
    const auto asked = error.retryAfter.value_or(std::chrono::milliseconds(0));
    const auto wait = std::max(backOff(operation.retryCount + 1), asked) + retryJitter(m_context.random);
    return m_context.writer.outbox().retryLater(operation.id, m_context.clock.now().addMSecs(wait.count()), error.code,
                                                error.args, retry);
}

Result<> Pusher::remember(const Prepared &prepared, const RemoteId &remote, const QString &version)
{
    const auto &operation = prepared.operation;
    const auto known = m_context.links.find(operation.type, operation.record);
    FROST_TRY(known);
    Link link = *known ? **known : Link();
    link.local = operation.record;
    link.remote = remote;
    link.version = version;
    if (!*known) {
        link.createdAt = prepared.sent.at;
        link.operation = operation.id;
    }
    link.syncedAt = m_context.clock.now();
    if (!*known && m_context.provider.capabilities().versions != Capabilities::Versions::Each)
        FROST_TRY(forgetLostId(m_context.links, operation.type, operation.record)); // the old one may be another's tomorrow
    return m_context.links.store(operation.type, link);
}

} // namespace frost
