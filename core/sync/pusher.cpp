// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/sync/tuning.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

// Taking operations from the queue and sending them; what the answers mean is in pusher_outcomes.cpp.

Pusher::Pusher(RunContext &context)
    : m_context(context), m_references(context.writer.database().schema(), context.links),
      m_batchSize(context.provider.capabilities().batchSize)
{
}

Task<Result<>> Pusher::settle()
{
    auto &outbox = m_context.writer.outbox();
    QList<Operation> unsettled;
    for (const auto state : {OperationState::Processing, OperationState::Verify}) {
        const auto operations = outbox.inState(m_context.connection, state);
        if (!operations)
            co_return fail(operations.error());
        unsettled += *operations;
    }
    m_total = unsettled.size();
    while (!unsettled.isEmpty()) {
        Batch batch;
        while (!unsettled.isEmpty() && int(batch.size()) < m_batchSize) {
            auto prepared = sentBefore(unsettled.takeFirst());
            if (!prepared)
                co_return fail(prepared.error());
            batch.push_back(*std::move(prepared));
        }
        const auto exchanged = co_await exchange(std::move(batch), Attempt::Again);
        if (!exchanged)
            co_return fail(exchanged.error());
    }
    co_return Result<>();
}

Task<Result<>> Pusher::run()
{
    const auto counts = m_context.writer.outbox().counts();
    if (!counts)
        co_return fail(counts.error());
    m_total = counts->pending;
    m_processed = 0;
    int rounds = 0;
    do {
        m_after.reset();
        m_passProgress = false;
        for (;;) {
            if (m_context.stopRequested)
                co_return fail(ErrorKind::Cancelled, u"run.stopped"_s);
            auto batch = takeBatch();
            if (!batch)
                co_return fail(batch.error());
            if (batch->empty())
                break;
            const auto exchanged = co_await exchange(*std::move(batch), Attempt::First);
            if (!exchanged)
                co_return fail(exchanged.error());
            co_await m_context.executor.giveWay();
        }
        // Another pass sends children whose parents have just become known, and what was merged on the way.
    } while (m_passProgress && ++rounds < kMaxPushPasses);
    co_return Result<>();
}

// Reads, encodes and marks one batch in one durable transaction: the mark is on disk before the first byte leaves.
Result<Pusher::Batch> Pusher::takeBatch()
{
    auto transaction = Transaction::begin(m_context.writer.database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(m_context.lease.check());
    auto batch = collect();
    FROST_TRY(batch);
    for (const auto &prepared : *batch)
        FROST_TRY(m_context.writer.outbox().markInFlight(prepared.operation.id, prepared.sent));
    FROST_TRY(transaction->commit());
    return batch;
}

Result<Pusher::Batch> Pusher::collect()
{
    Batch batch;
    qsizetype bytes = 0;
    for (;;) {
        const auto operations = m_context.writer.outbox().ready(m_context.connection, m_context.clock.now(),
                                                                m_batchSize - int(batch.size()), m_after);
        FROST_TRY(operations);
        if (operations->isEmpty())
            return batch;
        for (const auto &operation : *operations) {
            auto prepared = prepare(operation);
            FROST_TRY(prepared);
            if (*prepared) {
                bytes += (*prepared)->request.bytes.size();
                if (!batch.empty() && bytes > m_context.provider.capabilities().batchBytes)
                    return batch;
                batch.push_back(**std::move(prepared));
            }
            m_after = operation;
        }
        if (int(batch.size()) >= m_batchSize)
            return batch;
    }
}

Result<std::optional<Pusher::Prepared>> Pusher::prepare(const Operation &operation)
{
    using Nothing = std::optional<Prepared>;
    auto &outbox = m_context.writer.outbox();
    auto record = recordOf(operation);
    FROST_TRY(record);
    const auto link = m_context.links.find(operation.type, operation.record);
    FROST_TRY(link);
    const bool known = *link && (*link)->syncedAt.isValid();
    if (record->deleted && !known) {
        FROST_TRY(outbox.transition(operation.id, OperationState::Cancelled, u"never.sent"_s));
        return Nothing();
    }
    const auto base = m_context.links.base(operation.type, operation.record);
    FROST_TRY(base);
    const auto &schema = *m_context.writer.database().schema().find(operation.type);
    if (known && !record->deleted && *base && sameContent(schema, **base, record->body)) {
        FROST_TRY(m_context.links.dropBase(operation.type, operation.record));
        FROST_TRY(outbox.transition(operation.id, OperationState::Completed, u"unchanged"_s));
        return Nothing();
    }

    PushDraft draft;
    draft.operation = operation.id;
    draft.kind = record->deleted ? OperationKind::Delete : known ? OperationKind::Update : OperationKind::Create;
    draft.type = operation.type;
    draft.local = operation.record;
    draft.key = IdempotencyKey(m_context.random.uuid());
    draft.user = operation.user;
    draft.at = record->updatedAt;
    if (known) {
        draft.remote = (*link)->remote;
        draft.baseVersion = (*link)->version;
    }
    if (!record->deleted) {
        auto leaving = m_references.leaving(operation.type, record->body);
        FROST_TRY(leaving);
        if (leaving->missing) {
            FROST_TRY(outbox.park(operation.id, u"parent.waiting"_s, {leaving->missing->target.toString(), leaving->missing->id}));
            return Nothing();
        }
        draft.body = std::move(leaving->body);
        if (*base)
            draft.changedFields = changedFields(schema, **base, record->body);
    }

    Prepared prepared;
    prepared.operation = operation;
    prepared.request = m_context.provider.encode(draft);
    prepared.sent.kind = draft.kind;
    prepared.sent.revision = record->revision;
    prepared.sent.key = draft.key;
    prepared.sent.bytes = prepared.request.bytes;
    prepared.sent.body = toCanonicalJson(record->body);
    prepared.sent.at = m_context.clock.now();
    prepared.sent.epoch = m_context.lease.epoch();
    return Nothing(std::move(prepared));
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

Task<Result<>> Pusher::exchange(Batch batch, Attempt attempt)
{
    std::vector<PushRequest> requests;
    requests.reserve(batch.size());
    for (const auto &prepared : batch)
        requests.push_back(prepared.request);
    const auto outcomes = co_await m_context.provider.push(std::move(requests));
    const auto handled = outcomes ? applyOutcomes(batch, *outcomes) : afterFailure(batch, outcomes.error(), attempt);
    if (outcomes)
        m_batchSize = std::min(m_batchSize * 2, m_context.provider.capabilities().batchSize);
    m_context.report(attempt == Attempt::First ? SyncPhase::Pushing : SyncPhase::Settling, m_processed,
                     std::max(m_total, m_processed));
    co_return handled;
}

Result<> Pusher::afterFailure(const Batch &batch, const Error &error, Attempt attempt)
{
    const bool refusedAsAWhole = error.kind == ErrorKind::TooLarge || error.kind == ErrorKind::Rejected
        || error.kind == ErrorKind::Invalid;
    // Of a first attempt these errors say that nothing was done; of a repeated one they say nothing about the first.
    const bool nothingDone = attempt == Attempt::First && error.kind != ErrorKind::OutcomeUnknown
        && error.kind != ErrorKind::Corrupt && error.kind != ErrorKind::Internal;

    auto transaction = Transaction::begin(m_context.writer.database().sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(m_context.lease.check());
    auto &outbox = m_context.writer.outbox();
    for (const auto &prepared : batch) {
        const auto id = prepared.operation.id;
        if (refusedAsAWhole && batch.size() == 1)
            FROST_TRY(refused(prepared, error));
        else if (nothingDone)
            FROST_TRY(outbox.transition(id, OperationState::Pending, error.code, error.args));
        else if (prepared.operation.state != OperationState::Verify)
            FROST_TRY(outbox.transition(id, OperationState::Verify, error.code, error.args));
    }
    FROST_TRY(transaction->commit());
    qCInfo(lcSync) << "batch of" << batch.size() << "not answered:" << error.logLine();
    if (!refusedAsAWhole || attempt == Attempt::Again)
        return fail(error);
    m_batchSize = std::max(1, int(batch.size()) / 2);
    m_passProgress = true;
    return {};
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
