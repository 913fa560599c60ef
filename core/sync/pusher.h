// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/outgoing.h"
#include "core/sync/sharedlinks.h"

namespace frost {

//! Sends pending operations in batches and applies each answer on its own (R-SYN-01); settles what an earlier run left
//! without an answer. A mark on disk precedes the first byte of every batch, so that a crash never forgets what may have
//! been sent (R-IDM-04).
class Pusher
{
public:
    explicit Pusher(RunContext &context);

    //! Sends again, byte for byte and under the same keys, everything in flight or with an unknown outcome. A batch that
    //! gets no answer, or is refused as a whole, is halved: what a slow line or a proxy in between does not let through at
    //! once gets through in parts. Errors: those of Provider::push; then everything unsettled stays in Verify.
    Task<Result<>> settle();
    //! Before a record that nobody here knows is taken for a new one: a create of ours whose answer was lost may have made it
    //! since it was asked for. Errors: as settle().
    Task<Result<>> settleCreates();
    //! Creates that settleCreates() would ask for; none where the remote answers the same request twice.
    [[nodiscard]] Result<QList<Operation>> undecidedCreates();
    //! Sends everything that is ready, parents first; records merged on the way are sent again.
    //! Errors: Offline, OutcomeUnknown, Unauthorized …: what was acknowledged stays, the rest is pending or in Verify.
    //! Cancelled when asked to stop between batches.
    Task<Result<>> run();

private:
    //! One operation with what is sent for it.
    struct Prepared {
        Operation operation;
        Operation::Sent sent;
        PushRequest request;
    };
    using Batch = std::vector<Prepared>;
    enum class Attempt { First, Again };
    //! An operation on its way to be sent.
    struct Draft : Outgoing {
        PushDraft push;
    };
    using Parent = OutgoingRecords::Key;

    [[nodiscard]] Result<> begin();
    [[nodiscard]] std::chrono::milliseconds batchDelay() const;
    [[nodiscard]] Result<> beginPass();
    Task<Result<>> settle(QList<Operation> unsettled);
    [[nodiscard]] Result<Batch> takeBatch();
    [[nodiscard]] Result<Batch> collect();
    [[nodiscard]] Result<> collectOldest(Batch &batch);
    [[nodiscard]] bool wasCompared(const Operation &operation);
    [[nodiscard]] Result<std::optional<Prepared>> prepareAlone(const Operation &operation);
    [[nodiscard]] Result<std::optional<Prepared>> prepare(const Operation &operation);
    [[nodiscard]] Result<std::optional<Prepared>> prepareStep(const Operation &operation);
    [[nodiscard]] Result<bool> isBehind(const Operation &step);
    [[nodiscard]] Result<bool> mayBeTaken(const Operation &operation, const BusinessStep &step, const Draft &draft);
    [[nodiscard]] Result<bool> mayBeSent(const Operation &operation, const Draft &draft);
    [[nodiscard]] Result<bool> isUnread(const Operation &operation, const Draft &draft);
    [[nodiscard]] Result<bool> isKnownToHubs(const Operation &operation);
    [[nodiscard]] Result<bool> hasWaitingChildren(const Operation &operation);
    [[nodiscard]] Result<bool> endedBefore(const Operation &operation, const Draft &draft);
    [[nodiscard]] Result<Draft> draftOf(const Operation &operation);
    [[nodiscard]] Result<> describe(const Operation &operation, Draft &draft);
    [[nodiscard]] Result<bool> addBody(const Operation &operation, Draft &draft);
    [[nodiscard]] Prepared sealed(const Operation &operation, const Draft &draft);
    [[nodiscard]] Result<QList<Operation>> unsettledOperations();
    [[nodiscard]] Result<Batch> unsettledBatch(const QList<Operation> &unsettled);
    [[nodiscard]] Result<Prepared> sentBefore(const Operation &operation);

    Task<Result<>> exchange(Batch batch, Attempt attempt);
    [[nodiscard]] Result<> afterFailure(const Batch &batch, const Error &error, Attempt attempt);
    [[nodiscard]] Result<> applyOutcomes(const Batch &batch, const std::vector<PushOutcome> &outcomes);
    [[nodiscard]] Result<> applyOutcomes(const Batch &batch, const std::vector<PushOutcome> &outcomes, Parts parts);
    [[nodiscard]] Result<> applyAlone(const Prepared &prepared, const PushOutcome &outcome);
    [[nodiscard]] Result<> applyOutcome(const Prepared &prepared, const PushOutcome &outcome);

    [[nodiscard]] Result<> applied(const Prepared &prepared, const PushOutcome &outcome);
    [[nodiscard]] Result<> stepApplied(const Prepared &prepared, const PushOutcome &outcome, const Record &record);
    [[nodiscard]] Result<> stepRefused(const Prepared &prepared, const RemoteRecord &remote, const QString &word);
    [[nodiscard]] Result<> deletedThere(const Prepared &prepared, const Record &record);
    [[nodiscard]] Result<> movedOn(const Prepared &prepared, const PushOutcome &outcome);
    [[nodiscard]] Result<> conflicting(const Prepared &prepared, const PushOutcome &outcome);
    [[nodiscard]] Result<> mergedAgain(const Operation &operation, const RemoteRecord &remote, const QString &word);
    [[nodiscard]] Result<> duplicated(const Operation &operation, const RemoteRecord &remote);
    [[nodiscard]] Result<> unreadable(const Prepared &prepared, const Error &error);
    [[nodiscard]] Result<> rejected(const Prepared &prepared, const Error &error);
    [[nodiscard]] Result<std::optional<Parent>> parentThatWasThere(const Operation &operation, const QString &remote);
    [[nodiscard]] Result<> refused(const Operation &operation, const Error &error);
    [[nodiscard]] Result<> retryLater(const Prepared &prepared, const Error &error);
    [[nodiscard]] Result<> remember(const Prepared &prepared, const RemoteId &remote, const QString &version);
    [[nodiscard]] Result<Record> recordOf(const Operation &operation);

    RunContext &m_context;
    OutgoingRecords m_outgoing;
    std::optional<Operation> m_after; //!< where this pass over the queue stands
    std::optional<QStringList> m_permissions;
    NamesElsewhere m_elsewhere; //!< empty but for the hubs' server
    //! Deleted there, or perhaps another record there, and a person has not decided yet: nothing that refers to them is sent.
    QSet<Parent> m_questioned;
    //! By type: what records refer to whose deletion is still to be acknowledged. Of this pass.
    QHash<EntityType, QSet<Parent>> m_stillReferred;
    std::optional<QSet<qint64>> m_compared; //!< of this batch, see compareFirst()
    bool m_heldBack = false; //!< the batch lacks what was not compared
    bool m_oldestServed = false;
    bool m_passProgress = false;
    int m_batchSize; //!< halved when a whole batch is refused or gets no answer
    qint64 m_total = 0;
    QHash<qint64, int> m_merges; //!< of an operation in this run, each sent again
    qint64 m_processed = 0;
};

} // namespace frost
