// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/base/logging.h"
#include "core/outbox/permissions.h"
#include "core/sync/comparefirst.h"
#include "core/sync/tuning.h"

#include <algorithm>
#include <utility>

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
    : m_context(context), m_outgoing(context.writer, context.links),
      m_batchSize(context.batchSize())
{
}

Task<Result<>> Pusher::settle()
{
    auto left = unsettledOperations();
    if (!left)
        co_return fail(left.error());
    QList<Operation> unsettled = *std::move(left);
    co_return co_await settle(std::move(unsettled));
}

Task<Result<>> Pusher::settle(QList<Operation> unsettled)
{
    m_total = unsettled.size();
    while (!unsettled.isEmpty()) {
        if (m_context.hold) {
            const auto held = co_await m_context.hold->keep();
            if (!held)
                co_return fail(held.error());
        }
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

Task<Result<>> Pusher::settleCreates()
{
    auto undecided = undecidedCreates();
    if (!undecided)
        co_return fail(undecided.error());
    QList<Operation> creates = *std::move(undecided);
    co_return co_await settle(std::move(creates));
}

Result<QList<Operation>> Pusher::undecidedCreates()
{
    if (m_context.provider.capabilities().keys == Capabilities::Keys::Idempotent)
        return QList<Operation>();
    auto unsettled = m_context.writer.outbox().inState(m_context.connection, OperationState::Verify);
    FROST_TRY(unsettled);
    unsettled->removeIf([](const Operation &operation) { return !operation.sent || operation.sent->kind != OperationKind::Create; });
    return unsettled;
}

// Those that have lost what was sent cannot be sent again, and keep no other from being settled.
Result<QList<Operation>> Pusher::unsettledOperations()
{
    auto &outbox = m_context.writer.outbox();
    QList<Operation> unsettled;
    QList<Operation> damaged;
    for (const auto state : {OperationState::Processing, OperationState::Verify}) {
        const auto operations = outbox.inState(m_context.connection, state);
        FROST_TRY(operations);
        for (const auto &operation : *operations)
            (operation.sent ? unsettled : damaged).append(operation);
    }
    if (damaged.isEmpty())
        return unsettled;
    const auto refuseAll = [&]() -> Result<> {
        for (const auto &operation : std::as_const(damaged)) {
            const QStringList args{QString::number(operation.id)};
            FROST_TRY(refused(operation, Error{ErrorKind::Corrupt, u"operation.withoutSent"_s, args, {}, {}}));
        }
        return {};
    };
    FROST_TRY(m_context.write(refuseAll));
    return unsettled;
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
    if (auto begun = begin(); !begun)
        co_return fail(begun.error());
    int rounds = 0;
    do {
        if (auto begun = beginPass(); !begun)
            co_return fail(begun.error());
        for (;;) {
            const auto safe = co_await m_context.atSafePoint();
            if (!safe)
                co_return fail(safe.error());
            BatchBounds bounds{m_after, m_batchSize, !m_oldestServed};
            auto compared = co_await compareFirst(m_context, std::move(bounds));
            if (!compared)
                co_return fail(compared.error());
            m_compared = *std::move(compared);
            auto batch = takeBatch();
            if (!batch)
                co_return fail(batch.error());
            if (batch->empty() && m_heldBack)
                continue; // queued while the others were looked at, or behind what cannot be sent: now it is looked at
            if (batch->empty())
                break;
            const auto exchanged = co_await exchange(*std::move(batch), Attempt::First);
            if (!exchanged)
                co_return fail(exchanged.error());
            co_await m_context.executor.giveWay();
            co_await m_context.clock.sleep(batchDelay()); // before anything is looked at, or marked as on its way
        }
        // Another pass sends children whose parents have just become known, and what was merged on the way.
    } while (m_passProgress && ++rounds < kMaxPushPasses);
    co_return Result<>();
}

//! Nothing where nothing more is to be sent.
std::chrono::milliseconds Pusher::batchDelay() const
{
    const auto more = m_context.writer.outbox().ready(m_context.connection, m_context.clock.now(), 1, m_after);
    if (!more || more->isEmpty())
        return std::chrono::milliseconds(0);
    const auto &rules = m_context.remoteChanges.terms().rules;
    return rules.batchDelay ? std::chrono::milliseconds(*rules.batchDelay) : m_context.provider.capabilities().batchDelay;
}

// Rights may have come back since an operation was refused for the lack of one (R-QUE-10).
Result<> Pusher::begin()
{
    auto &outbox = m_context.writer.outbox();
    const auto connection = Connections(m_context.writer.database().sql(), m_context.clock).find(m_context.connection);
    FROST_TRY(connection);
    m_permissions = *connection ? permissionsOf(**connection) : std::nullopt;
    if (hubServer(m_context)) {
        auto elsewhere = NamesElsewhere::read(m_context);
        FROST_TRY(elsewhere);
        m_elsewhere = *std::move(elsewhere);
    }
    m_oldestServed = false;
    if (!m_permissions)
        return {};
    const auto failed = outbox.inState(m_context.connection, OperationState::Failed);
    FROST_TRY(failed);
    QList<qint64> allowed;
    for (const auto &operation : *failed) {
        if (operation.reason == "permission.missing"_L1 && m_permissions->contains(operation.reasonArgs.value(0)))
            allowed.append(operation.id);
    }
    if (allowed.isEmpty())
        return {};
    return m_context.write([&]() -> Result<> {
        for (const auto id : std::as_const(allowed))
            FROST_TRY(outbox.transition(id, OperationState::Pending));
        return {};
    });
}

Result<> Pusher::beginPass()
{
    m_after.reset();
    m_passProgress = false;
    m_stillReferred.clear();
    const auto questioned = m_outgoing.questioned();
    FROST_TRY(questioned);
    m_questioned.unite(*questioned);
    return {};
}

// Reads, encodes and marks one batch in one durable transaction: the mark is on disk before the first byte leaves.
Result<Pusher::Batch> Pusher::takeBatch()
{
    if (m_context.hold)
        FROST_TRY(m_context.hold->maySend());
    Batch batch;
    const auto take = [&]() -> Result<> {
        auto collected = collect();
        FROST_TRY(collected);
        batch = *std::move(collected);
        for (const auto &prepared : batch)
            FROST_TRY(m_context.writer.outbox().markInFlight(prepared.operation.id, prepared.sent));
        return {};
    };
    FROST_TRY(m_context.write(take, Durability::PowerCut));
    return batch;
}

Result<Pusher::Batch> Pusher::collect()
{
    Batch batch;
    m_heldBack = false;
    FROST_TRY(collectOldest(batch));
    QSet<qint64> taken;
    qsizetype bytes = 0;
    for (const auto &prepared : batch) {
        taken.insert(prepared.operation.id);
        bytes += prepared.request.bytes.size();
    }
    const auto inOrder = [this](const Prepared &one, const Prepared &other) {
        return m_context.writer.outbox().comesBefore(one.operation, other.operation);
    };
    const auto sorted = [&] {
        if (!taken.isEmpty())
            std::sort(batch.begin(), batch.end(), inOrder);
        return std::move(batch);
    };
    for (;;) {
        const auto operations = m_context.writer.outbox().ready(m_context.connection, m_context.clock.now(),
                                                                m_batchSize - int(batch.size()), m_after);
        FROST_TRY(operations);
        if (operations->isEmpty())
            return sorted();
        for (const auto &operation : *operations) {
            if (!wasCompared(operation))
                return sorted();
            auto prepared = taken.contains(operation.id) ? std::optional<Prepared>() : prepareAlone(operation);
            FROST_TRY(prepared);
            if (*prepared) {
                bytes += (*prepared)->request.bytes.size();
                if (!batch.empty() && bytes > m_context.provider.capabilities().batchBytes)
                    return sorted();
                batch.push_back(**std::move(prepared));
            }
            m_after = operation;
        }
        if (int(batch.size()) >= m_batchSize)
            return sorted();
    }
}

// What is sent is what was compared: anything else would take the place of something that nobody looked at.
bool Pusher::wasCompared(const Operation &operation)
{
    m_heldBack = m_compared && !m_compared->contains(operation.id);
    return !m_heldBack;
}

// A share of each run's first batch is for the oldest, whatever their priority: where every run gets only one batch
// through and more important work keeps coming, they are sent all the same. Of small batches every so many runs' first.
Result<> Pusher::collectOldest(Batch &batch)
{
    if (std::exchange(m_oldestServed, true))
        return {};
    int share = m_batchSize / kShareOfOldest;
    if (share == 0)
        share = m_context.lease.epoch() % kShareOfOldest == 0 ? 1 : 0;
    qsizetype bytes = 0;
    qint64 after = 0;
    while (int(batch.size()) < share) {
        const auto operations = m_context.writer.outbox().oldest(m_context.connection, m_context.clock.now(),
                                                                 share - int(batch.size()), after);
        FROST_TRY(operations);
        if (operations->isEmpty())
            break;
        for (const auto &operation : *operations) {
            if (!wasCompared(operation)) {
                m_stillReferred.clear();
                return {};
            }
            after = operation.id;
            auto prepared = prepareAlone(operation);
            FROST_TRY(prepared);
            if (!*prepared)
                continue;
            bytes += (*prepared)->request.bytes.size();
            if (!batch.empty() && bytes > m_context.provider.capabilities().batchBytes)
                return {};
            batch.push_back(**std::move(prepared));
        }
    }
    m_stillReferred.clear(); // what ended meanwhile refers to nothing any more
    return {};
}

// A damaged record keeps no other from being sent.
Result<std::optional<Pusher::Prepared>> Pusher::prepareAlone(const Operation &operation)
{
    auto prepared = prepare(operation);
    if (prepared || !concernsOneRecord(prepared.error()))
        return prepared;
    FROST_TRY(refused(operation, prepared.error()));
    return std::optional<Prepared>();
}

Task<Result<>> Pusher::exchange(Batch batch, Attempt attempt)
{
    std::vector<PushRequest> requests;
    QList<Operation> operations;
    requests.reserve(batch.size());
    for (const auto &prepared : batch) {
        requests.push_back(prepared.request);
        operations.append(prepared.operation);
    }
    Result<std::vector<PushOutcome>> outcomes;
    if (attempt == Attempt::Again && m_context.provider.capabilities().keys == Capabilities::Keys::None)
        outcomes = co_await askOutcomes(m_context, std::move(operations));
    else
        outcomes = co_await m_context.provider.push(std::move(requests));
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
    auto &outbox = m_context.writer.outbox();
    const auto markAll = [&]() -> Result<> {
        for (const auto &prepared : batch) {
            const auto id = prepared.operation.id;
            if (refusedAlone)
                FROST_TRY(refused(prepared.operation, error));
            else if (nothingDone)
                FROST_TRY(outbox.transition(id, OperationState::Pending, error.code, error.args));
            else if (prepared.operation.state != OperationState::Verify)
                FROST_TRY(outbox.transition(id, OperationState::Verify, error.code, error.args));
        }
        return {};
    };
    FROST_TRY(m_context.write(markAll));
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
