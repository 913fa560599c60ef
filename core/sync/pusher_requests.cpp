// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/base/json.h"
#include "core/links/lostids.h"
#include "core/outbox/permissions.h"
#include "core/sync/toldlinks.h"

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

// What is sent for an operation: the record as it is now, or the same bytes as before.

//! nullopt: there is nothing to send, or not yet; the operation says why.
Result<std::optional<Pusher::Prepared>> Pusher::prepare(const Operation &operation)
{
    using Nothing = std::optional<Prepared>;
    if (!m_context.remoteChanges.terms().rules.of(operation.type).pushes()) { // queued when the rules were others
        FROST_TRY(m_context.writer.outbox().park(operation.id, u"direction.held"_s, {operation.type.toString()}));
        return Nothing();
    }
    if (operation.kind == OperationKind::Step)
        return prepareStep(operation);
    auto known = draftOf(operation);
    FROST_TRY(known);
    Draft &draft = *known;
    const auto unread = isUnread(operation, draft);
    FROST_TRY(unread);
    if (*unread)
        return Nothing();
    const auto ended = endedBefore(operation, draft);
    FROST_TRY(ended);
    if (*ended)
        return Nothing();

    draft.push.kind = draft.kind();
    draft.push.erase = draft.record.isErased();
    const auto may = mayBeSent(operation, draft);
    FROST_TRY(may);
    if (!*may)
        return Nothing();
    FROST_TRY(describe(operation, draft));
    const auto complete = addBody(operation, draft);
    FROST_TRY(complete);
    return *complete ? Nothing(sealed(operation, draft)) : Nothing();
}

Result<Pusher::Draft> Pusher::draftOf(const Operation &operation)
{
    auto record = recordOf(operation);
    FROST_TRY(record);
    auto link = m_context.links.find(operation.type, operation.record);
    FROST_TRY(link);
    if (*link && !(*link)->syncedAt.isValid())
        link->reset();
    auto base = m_context.links.base(operation.type, operation.record);
    FROST_TRY(base);
    Draft draft{{*m_context.writer.database().schema().find(operation.type), *std::move(record), *std::move(link), *std::move(base), {}}, {}};
    const auto &rules = m_context.remoteChanges.terms().rules.of(operation.type);
    draft.body = OutgoingRecords::exchanged(rules, draft.record.body, draft.base);
    return draft;
}

//! What is said of an operation whatever its kind.
Result<> Pusher::describe(const Operation &operation, Draft &draft)
{
    draft.push.operation = operation.id;
    draft.push.type = operation.type;
    draft.push.local = operation.record;
    draft.push.key = IdempotencyKey(m_context.random.uuid());
    draft.push.user = operation.user;
    draft.push.at = draft.record.updatedAt;
    if (draft.link) {
        draft.push.remote = draft.link->remote;
        draft.push.baseVersion = draft.link->version;
        return {};
    }
    const auto name = commonName(m_context, operation.type, operation.record);
    FROST_TRY(name);
    draft.push.madeAs = *name;
    const auto names = m_elsewhere.of(operation.type, operation.record);
    FROST_TRY(names);
    draft.push.links = *names;
    return {};
}

//! What a holder found there when it took over, and could not read since: made anew it would be there twice.
Result<bool> Pusher::isUnread(const Operation &operation, const Draft &draft)
{
    if (!m_context.hold || draft.link)
        return false;
    const auto promised = m_context.links.find(operation.type, operation.record);
    FROST_TRY(promised);
    if (*promised)
        FROST_TRY(m_context.writer.outbox().park(operation.id, u"there.unread"_s, {m_context.connection.toString()}));
    return promised->has_value();
}

//! Ends what needs not be sent any more.
Result<bool> Pusher::endedBefore(const Operation &operation, const Draft &draft)
{
    auto &outbox = m_context.writer.outbox();
    if (draft.record.deleted && !draft.link) {
        FROST_TRY(outbox.transition(operation.id, OperationState::Cancelled, u"never.sent"_s));
        m_passProgress = true; // another deletion may have waited for it
        return true;
    }
    if (draft.isUnchanged()) {
        if (sameContent(draft.schema, *draft.base, draft.record.body)) // else the remote cannot express the rest
            FROST_TRY(m_context.links.dropBase(operation.type, operation.record));
        FROST_TRY(outbox.transition(operation.id, OperationState::Completed, u"unchanged"_s));
        return true;
    }
    return false;
}

//! The right is asked for again, what was allowed when it was queued need not be now; and what refers to a deleted record
//! goes first.
Result<bool> Pusher::mayBeSent(const Operation &operation, const Draft &draft)
{
    const auto allowed = requirePermission(m_permissions, permissionFor(operation.type, draft.push.kind));
    if (!allowed) {
        FROST_TRY(refused(operation, allowed.error()));
        return false;
    }
    if (draft.push.kind == OperationKind::Create && m_context.hold) {
        const auto known = isKnownToHubs(operation);
        FROST_TRY(known);
        if (!*known)
            FROST_TRY(m_context.writer.outbox().park(operation.id, u"hubs.waiting"_s, {m_context.hold->through().main.toString()}));
        return *known;
    }
    if (draft.push.kind != OperationKind::Delete)
        return true;
    const auto waits = hasWaitingChildren(operation);
    FROST_TRY(waits);
    if (*waits)
        FROST_TRY(m_context.writer.outbox().park(operation.id, u"children.waiting"_s,
                                                 {operation.type.toString(), operation.record.toString()}));
    return !*waits;
}

//! Another hub that becomes the holder must find the record under one name everywhere, and know that it may be there: first
//! the server has it.
Result<bool> Pusher::isKnownToHubs(const Operation &operation)
{
    auto &database = m_context.writer.database();
    const auto begun = isBeingMade(database.sql(), m_context.connection, operation.type, operation.record);
    FROST_TRY(begun);
    if (*begun)
        return true;
    Links main(database.sql(), m_context.hold->through().main, m_context.clock, m_context.random);
    const auto link = main.find(operation.type, operation.record);
    FROST_TRY(link);
    const auto open = m_context.writer.outbox().open(main.connection(), operation.type, operation.record);
    FROST_TRY(open);
    return !*link && !*open; // the rules with the server keep it here
}

Result<bool> Pusher::hasWaitingChildren(const Operation &operation)
{
    auto known = m_stillReferred.constFind(operation.type);
    if (known == m_stillReferred.cend()) {
        const auto parents = m_outgoing.parentsOfDeletes(operation.type);
        FROST_TRY(parents);
        known = m_stillReferred.insert(operation.type, *parents);
    }
    return known->contains({operation.type, operation.record.toString()});
}

//! false: a record that it refers to has no real id yet, or is gone there, and it is parked.
Result<bool> Pusher::addBody(const Operation &operation, Draft &draft)
{
    if (draft.record.deleted)
        return true;
    auto leaving = m_outgoing.leaving(draft, m_questioned);
    FROST_TRY(leaving);
    if (const auto &hindrance = leaving->hindrance) {
        if (hindrance->ends == OutgoingRecords::Hindrance::Ends::ByItself)
            FROST_TRY(m_context.writer.outbox().park(operation.id, hindrance->code, hindrance->args));
        else // somebody has to look
            FROST_TRY(refused(operation, Error{ErrorKind::Rejected, hindrance->code, hindrance->args, {}, {}}));
        return false;
    }
    draft.push.body = std::move(leaving->body);
    if (draft.base)
        draft.push.changedFields = changedFields(draft.schema, *draft.base, draft.body);
    return true;
}

//! With everything that is needed to send the same again.
Pusher::Prepared Pusher::sealed(const Operation &operation, const Draft &draft)
{
    Prepared prepared;
    prepared.operation = operation;
    prepared.request = m_context.provider.encode(draft.push);
    prepared.sent.kind = draft.push.kind;
    prepared.sent.revision = draft.record.revision;
    prepared.sent.key = draft.push.key;
    prepared.sent.bytes = prepared.request.bytes;
    prepared.sent.body = toCanonicalJson(draft.body);
    prepared.sent.at = m_context.clock.now();
    prepared.sent.epoch = m_context.lease.epoch();
    return prepared;
}

Result<Pusher::Prepared> Pusher::sentBefore(const Operation &operation)
{
    if (!operation.sent)
        return fail(ErrorKind::Corrupt, u"operation.withoutSent"_s, {QString::number(operation.id)});
    const auto link = m_context.links.find(operation.type, operation.record);
    FROST_TRY(link);
    Prepared prepared;
    prepared.operation = operation;
    prepared.sent = *operation.sent;
    prepared.request.operation = operation.id;
    prepared.request.kind = operation.sent->kind;
    prepared.request.type = operation.type;
    prepared.request.local = operation.record;
    prepared.request.remote = *link ? (*link)->remote : RemoteId();
    prepared.request.key = operation.sent->key;
    prepared.request.bytes = operation.sent->bytes;
    return prepared;
}

Result<Record> Pusher::recordOf(const Operation &operation)
{
    auto store = m_context.writer.database().objectStore(operation.type);
    if (!store && store.error().kind == ErrorKind::NotFound) // of a pack that is not there any more
        return fail(ErrorKind::Corrupt, store.error().code, store.error().args);
    FROST_TRY(store);
    auto record = store->get(operation.record);
    FROST_TRY(record);
    if (!*record)
        return fail(ErrorKind::Corrupt, u"operation.withoutRecord"_s, {operation.type.toString(), operation.record.toString()});
    return **std::move(record);
}

} // namespace frost
