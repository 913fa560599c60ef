// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/base/json.h"
#include "core/conflict/content.h"
#include "core/outbox/permissions.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

// Business steps: sent one after the other, behind everything else of their record, on what the person saw.

Result<std::optional<Pusher::Prepared>> Pusher::prepareStep(const Operation &operation)
{
    using Nothing = std::optional<Prepared>;
    auto known = draftOf(operation);
    FROST_TRY(known);
    Draft &draft = *known;
    const auto named = draft.schema.requireStep(operation.step);
    if (!named) // of another version of the pack
        return fail(ErrorKind::Corrupt, named.error().code, named.error().args);
    const auto *step = *named;
    auto &outbox = m_context.writer.outbox();
    const auto behind = isBehind(operation);
    FROST_TRY(behind);
    if (*behind) {
        FROST_TRY(outbox.park(operation.id, u"step.waiting"_s, {operation.type.toString(), operation.record.toString()}));
        return Nothing();
    }
    const auto may = mayBeTaken(operation, *step, draft);
    FROST_TRY(may);
    if (!*may)
        return Nothing();
    draft.push.kind = OperationKind::Step;
    draft.push.step = step->name;
    FROST_TRY(describe(operation, draft));
    auto body = derive(draft.schema, stepped(*step, draft.body));
    FROST_TRY(body);
    draft.body = *std::move(body);
    const auto complete = addBody(operation, draft);
    FROST_TRY(complete);
    draft.push.changedFields = step->sets.keys();
    return *complete ? Nothing(sealed(operation, draft)) : Nothing();
}

//! Whether something that was asked for before is still open: an edit of the record, or another step.
Result<bool> Pusher::isBehind(const Operation &step)
{
    const auto open = m_context.writer.outbox().open(step.connection, step.type, step.record);
    FROST_TRY(open);
    const auto steps = m_context.writer.outbox().steps(step.type, step.record);
    FROST_TRY(steps);
    return *open || std::any_of(steps->begin(), steps->end(), [&](const Operation &other) { return other.id < step.id; });
}

//! Ends a step that cannot be taken any more, or need not.
Result<bool> Pusher::mayBeTaken(const Operation &operation, const BusinessStep &step, const Draft &draft)
{
    auto &outbox = m_context.writer.outbox();
    const bool isGone = draft.record.deleted || !draft.link;
    if (isGone || isTaken(step, draft.record.body)) {
        FROST_TRY(outbox.transition(operation.id, isGone ? OperationState::Cancelled : OperationState::Completed,
                                    isGone ? u"never.sent"_s : u"unchanged"_s));
        m_passProgress = true; // another step may have waited for it
        return false;
    }
    Result<> may = requirePermission(m_permissions, permissionFor(operation.type, step));
    if (may)
        may = mayTake(step, draft.record.body);
    if (may && step.locks && seenHash(draft.schema, draft.record.body) != operation.seen)
        may = fail(ErrorKind::Conflict, u"step.changed"_s, {operation.type.toString(), operation.record.toString()});
    if (!may)
        FROST_TRY(refused(operation, may.error()));
    return may.has_value();
}

//! Only now the record says so here as well, and the other connections hear of it.
Result<> Pusher::stepApplied(const Prepared &prepared, const PushOutcome &outcome, const Record &record)
{
    const auto &operation = prepared.operation;
    auto &outbox = m_context.writer.outbox();
    FROST_TRY(outbox.transition(operation.id, OperationState::Completed));
    const auto &schema = *m_context.writer.database().schema().find(operation.type);
    const auto *step = schema.step(operation.step);
    if (record.deleted || !step)
        return {};
    auto body = derive(schema, stepped(*step, record.body));
    FROST_TRY(body);
    const auto taken = m_context.writer.write({.type = operation.type,
                                               .id = operation.record,
                                               .body = *std::move(body),
                                               .updatedBy = operation.user.toString(),
                                               .updatedAt = {}},
                                              m_context.actor, m_context.connection);
    FROST_TRY(taken);
    const auto open = outbox.open(m_context.connection, operation.type, operation.record);
    FROST_TRY(open);
    if (!*open)
        return m_context.remoteChanges.applyTaken(operation.type, *taken, prepared.sent.body, outcome.remote);
    // Edited while the step was on its way: that edit is based on what was taken.
    const auto sent = parseJsonObject(prepared.sent.body, 64);
    FROST_TRY(sent);
    FROST_TRY(m_context.links.setBase(operation.type, operation.record, *sent));
    if (!outcome.remote)
        return {};
    return m_context.remoteChanges.applyAnswer(*outcome.remote, toString(ConflictType::Version), m_context.tally.of(prepared.operation.type));
}

//! Something else is there now. Where it is not news after all, the step is sent again, on the version that is there.
Result<> Pusher::stepRefused(const Prepared &prepared, const RemoteRecord &remote, const QString &word)
{
    auto &outbox = m_context.writer.outbox();
    const auto &operation = prepared.operation;
    FROST_TRY(outbox.transition(operation.id, OperationState::Pending));
    auto &counts = m_context.tally.of(operation.type);
    const auto link = m_context.links.find(operation.type, operation.record);
    FROST_TRY(link);
    if (*link && conflictTypeFrom(word) == ConflictType::MissingEntity) // forgotten there, which deletes nothing here
        return m_context.remoteChanges.applyMissing(operation.type, **link, counts);
    return m_context.remoteChanges.applyAnswer(remote, word, counts);
}

} // namespace frost
