// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/base/logging.h"
#include "core/sync/tuning.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

// Taking operations from the queue and sending them; what is sent for each is in pusher_requests.cpp, what the answers mean
// in pusher_outcomes.cpp.

namespace {

bool refusesTheWholeBatch(const Error &error)
{
    return error.kind == ErrorKind::TooLarge || error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Invalid;
}

//! A smaller batch may get through where this one did not.
bool mayDoInParts(const Error &error)
{
    return refusesTheWholeBatch(error) || error.kind == ErrorKind::OutcomeUnknown;
}

//! Of a first attempt these errors say that nothing was done; of a repeated one they say nothing about the first.
bool saysNothingWasDone(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Expired:
    case ErrorKind::RateLimited: return true;
    default: return refusesTheWholeBatch(error);
    }
}

} // namespace

Pusher::Pusher(RunContext &context)
    : m_context(context), m_references(context.writer.database().schema(), context.links),
      m_batchSize(context.batchSize())
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
        auto batch = unsettledBatch(unsettled);
        if (!batch)
            co_return fail(batch.error());
        const int size = int(batch->size());
        const auto exchanged = co_await exchange(*std::move(batch), Attempt::Again);
        if (exchanged) {
            unsettled.remove(0, size);
            continue;
        }
        if (size == 1 || !mayDoInParts(exchanged.error()) || m_context.stopRequested)
            co_return fail(exchanged.error());
        m_batchSize = size / 2;
        for (qsizetype i = 0; i < size; ++i)
            unsettled[i].state = OperationState::Verify; // as the queue has it now
    }
    co_return Result<>();
}

// The first of them, as they were sent; perhaps in other company than then, which the keys do not mind.
Result<Pusher::Batch> Pusher::unsettledBatch(const QList<Operation> &unsettled)
{
    Batch batch;
    qsizetype bytes = 0;
    for (const auto &operation : unsettled) {
        auto prepared = sentBefore(operation);
        FROST_TRY(prepared);
        bytes += prepared->request.bytes.size();
        if (!batch.empty() && bytes > m_context.provider.capabilities().batchBytes)
            break;
        batch.push_back(*std::move(prepared));
        if (int(batch.size()) >= m_batchSize)
            break;
    }
    return batch;
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
            if (!prepared && concernsOneRecord(prepared.error())) { // a damaged record keeps no other from being sent
                FROST_TRY(refused(operation, prepared.error()));
                m_after = operation;
                continue;
            }
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

Task<Result<>> Pusher::exchange(Batch batch, Attempt attempt)
{
    std::vector<PushRequest> requests;
    requests.reserve(batch.size());
    for (const auto &prepared : batch)
        requests.push_back(prepared.request);
    const auto outcomes = co_await m_context.provider.push(std::move(requests));
    const auto handled = outcomes ? applyOutcomes(batch, *outcomes) : afterFailure(batch, outcomes.error(), attempt);
    if (outcomes && attempt == Attempt::First) // of repeated ones the size that got through is kept
        m_batchSize = std::min(m_batchSize * 2, m_context.batchSize());
    m_context.report(attempt == Attempt::First ? SyncPhase::Pushing : SyncPhase::Settling, m_processed,
                     std::max(m_total, m_processed));
    co_return handled;
}

Result<> Pusher::afterFailure(const Batch &batch, const Error &error, Attempt attempt)
{
    const bool refusedAlone = refusesTheWholeBatch(error) && batch.size() == 1;
    const bool nothingDone = attempt == Attempt::First && saysNothingWasDone(error);
    auto transaction = Transaction::begin(m_context.writer.database().sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(m_context.lease.check());
    auto &outbox = m_context.writer.outbox();
    for (const auto &prepared : batch) {
        const auto id = prepared.operation.id;
        if (refusedAlone)
            FROST_TRY(refused(prepared.operation, error));
        else if (nothingDone)
            FROST_TRY(outbox.transition(id, OperationState::Pending, error.code, error.args));
        else if (prepared.operation.state != OperationState::Verify)
            FROST_TRY(outbox.transition(id, OperationState::Verify, error.code, error.args));
    }
    FROST_TRY(transaction->commit());
    qCInfo(lcSync) << "batch of" << batch.size() << "not answered:" << error.logLine();
    if (refusedAlone)
        return {};
    if (!refusesTheWholeBatch(error) || attempt == Attempt::Again)
        return fail(error);
    m_batchSize = std::max(1, int(batch.size()) / 2);
    m_passProgress = true;
    return {};
}

} // namespace frost
