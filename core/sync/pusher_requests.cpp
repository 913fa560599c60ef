// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/base/json.h"

namespace frost {

using namespace Qt::StringLiterals;

// What is sent for an operation: the record as it is now, or the same bytes as before.

//! An operation on its way to be sent.
struct Pusher::Draft {
    const EntitySchema &schema;
    Record record;
    std::optional<Link> link; //!< only where the remote is known to have the record
    std::optional<QJsonObject> base;
    PushDraft push;
};

//! nullopt: there is nothing to send, or not yet; the operation says why.
Result<std::optional<Pusher::Prepared>> Pusher::prepare(const Operation &operation)
{
    using Nothing = std::optional<Prepared>;
    auto record = recordOf(operation);
    FROST_TRY(record);
    auto link = m_context.links.find(operation.type, operation.record);
    FROST_TRY(link);
    if (*link && !(*link)->syncedAt.isValid())
        link->reset();
    auto base = m_context.links.base(operation.type, operation.record);
    FROST_TRY(base);
    Draft draft{*m_context.writer.database().schema().find(operation.type), *std::move(record), *std::move(link),
                *std::move(base), {}};
    const auto ended = endedBefore(operation, draft);
    FROST_TRY(ended);
    if (*ended)
        return Nothing();

    draft.push.operation = operation.id;
    draft.push.kind = draft.record.deleted ? OperationKind::Delete : draft.link ? OperationKind::Update : OperationKind::Create;
    draft.push.type = operation.type;
    draft.push.local = operation.record;
    draft.push.key = IdempotencyKey(m_context.random.uuid());
    draft.push.user = operation.user;
    draft.push.at = draft.record.updatedAt;
    if (draft.link) {
        draft.push.remote = draft.link->remote;
        draft.push.baseVersion = draft.link->version;
    }
    const auto complete = addBody(operation, draft);
    FROST_TRY(complete);
    return *complete ? Nothing(sealed(operation, draft)) : Nothing();
}

//! Ends what needs not be sent any more.
Result<bool> Pusher::endedBefore(const Operation &operation, const Draft &draft)
{
    auto &outbox = m_context.writer.outbox();
    if (draft.record.deleted && !draft.link) {
        FROST_TRY(outbox.transition(operation.id, OperationState::Cancelled, u"never.sent"_s));
        return true;
    }
    if (!draft.record.deleted && draft.link && draft.base && sameContent(draft.schema, *draft.base, draft.record.body)) {
        FROST_TRY(m_context.links.dropBase(operation.type, operation.record));
        FROST_TRY(outbox.transition(operation.id, OperationState::Completed, u"unchanged"_s));
        return true;
    }
    return false;
}

//! false: a record that it refers to has no real id yet, and it is parked.
Result<bool> Pusher::addBody(const Operation &operation, Draft &draft)
{
    if (draft.record.deleted)
        return true;
    auto leaving = m_references.leaving(operation.type, draft.record.body);
    FROST_TRY(leaving);
    if (leaving->missing) {
        FROST_TRY(m_context.writer.outbox().park(operation.id, u"parent.waiting"_s,
                                                 {leaving->missing->target.toString(), leaving->missing->id}));
        return false;
    }
    draft.push.body = std::move(leaving->body);
    if (draft.base)
        draft.push.changedFields = changedFields(draft.schema, *draft.base, draft.record.body);
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
    prepared.sent.body = toCanonicalJson(draft.record.body);
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
    FROST_TRY(store);
    auto record = store->get(operation.record);
    FROST_TRY(record);
    if (!*record)
        return fail(ErrorKind::Corrupt, u"operation.withoutRecord"_s, {operation.type.toString(), operation.record.toString()});
    return **std::move(record);
}

} // namespace frost
