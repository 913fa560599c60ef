// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/outbox/operation.h"
#include "core/schema/schema.h"
#include "core/store/sql.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace frost {

enum class ConflictType;

//! The queue of pending operations of one company, all connections. Writing needs the caller's open transaction.
//! Every state change goes through one place that asks canTransition: an illegal step is refused, logged, and
//! Internal "operation.illegalTransition" [from, to].
class Outbox
{
public:
    Outbox(Sql &sql, const Schema &schema, Clock &clock);

    //! Says that `record` differs from what `connection` knows. With no open operation one is made; an open one
    //! coalesces: its kind, user and time follow, its priority only rises; a failed one becomes pending again (the edit
    //! may have mended it); one in flight, in verify or in conflict keeps its state and `sent`, and its kind says what
    //! must follow when it is settled.
    [[nodiscard]] Result<> enqueue(const ConnectionId &connection, const EntityType &type, const LocalId &record,
                                   OperationKind kind, Priority priority, const UserId &user);
    //! A business step: an operation of its own, behind those that its record has already.
    //! @param seen  seenHash() of the record as the person saw it, with the steps before this one taken
    [[nodiscard]] Result<> enqueueStep(const ConnectionId &connection, const EntityType &type, const LocalId &record,
                                       const BusinessStep &step, const QByteArray &seen, const UserId &user);
    //! The open steps of a record in the order they were asked for, whichever connection they go to.
    [[nodiscard]] Result<QList<Operation>> steps(const EntityType &type, const LocalId &record);
    //! The failed ones of a record there, oldest first: behind its one open refusal.
    [[nodiscard]] Result<QList<Operation>> failed(const ConnectionId &connection, const EntityType &type,
                                                  const LocalId &record);
    //! The open operation that is no step.
    [[nodiscard]] Result<std::optional<Operation>> open(const ConnectionId &connection, const EntityType &type,
                                                        const LocalId &record);
    [[nodiscard]] Result<std::optional<Operation>> find(qint64 id); //!< open or finished

    //! Pending operations that may be tried at `now`: priority, then the schema's dependency order (deletes the other
    //! way round and last), then age. Parked ones are among them: whoever sends sees whether the reason still holds.
    //! Starts after `after` (the last operation of the page before).
    [[nodiscard]] Result<QList<Operation>> ready(const ConnectionId &connection, const QDateTime &now, int limit,
                                                 const std::optional<Operation> &after);
    //! The order of ready(), whichever page an operation came with.
    [[nodiscard]] bool comesBefore(const Operation &one, const Operation &other) const;
    //! Records of `type` whose creation or change is still to be acknowledged there, refused ones included, steps aside.
    [[nodiscard]] Result<QHash<LocalId, OperationKind>> unacknowledged(const ConnectionId &connection, const EntityType &type);
    //! Whether some remote has refused what it says; not, where a right was missing or an answer could not be read.
    [[nodiscard]] Result<bool> isRefusedCreate(const EntityType &type, const LocalId &record);
    //! Records of `type` whose deletion is still to be acknowledged there, refused ones included.
    [[nodiscard]] Result<QSet<LocalId>> deleted(const ConnectionId &connection, const EntityType &type);
    //! Whether records of `type` wait to be created there: only then can a record that arrives be one of ours.
    [[nodiscard]] Result<bool> hasCreates(const ConnectionId &connection, const EntityType &type);
    //! How many operations a run would try to send or to settle.
    [[nodiscard]] Result<qint64> unsent(const ConnectionId &connection);
    [[nodiscard]] Result<QList<Operation>> inState(const ConnectionId &connection, OperationState state);
    //! Pending operations that may be tried at `now` and wait for no other operation, whatever their priority: the oldest
    //! first, after `afterId`. A share of every run belongs to them, so that none starves (R-QUE-03).
    [[nodiscard]] Result<QList<Operation>> oldest(const ConnectionId &connection, const QDateTime &now, int limit,
                                                  qint64 afterId);

    //! Pending → Processing with everything needed to send the same again.
    [[nodiscard]] Result<> markInFlight(qint64 id, const Operation::Sent &sent);
    //! What was sent may be on its way since `at`, and no longer: the clock was set back since it left. Errors: NotFound.
    [[nodiscard]] Result<> countAnew(qint64 id, const QDateTime &at);
    //! Any allowed state change but the one to Processing; Processing and Verify lose their `sent` unless they go to
    //! Verify. Back in Pending a create whose link has arrived has become an update (store the link first), and a failed
    //! or conflicting operation begins anew without retries. Errors: NotFound "operation.unknown" [id].
    [[nodiscard]] Result<> transition(qint64 id, OperationState to, const QString &reason = {},
                                      const QStringList &reasonArgs = {});
    //! A decision is taken back: the record's operation waits for a person as it did before, a new one where it has ended.
    //! @param waiting  connection, record, kind, priority, user, reason, retries and age are taken of it
    [[nodiscard]] Result<> askAgain(const Operation &waiting);
    //! Refused for good, or out of retries: to Failed, with a refusal of `type` among the conflicts that ends when the
    //! operation leaves Failed (R-SYN-08). A transition() to Failed is a refusal of type Validation.
    [[nodiscard]] Result<> refuse(qint64 id, ConflictType type, const QString &reason, const QStringList &reasonArgs);
    //! To Pending, not before `nextAttemptAt`, but within an hour: a clock that is set back meanwhile, or a remote that asks for
    //! years, holds nothing up. Only what the remote said of this very operation uses up a retry; a line
    //! that is down or a limit that is reached says nothing about it (R-CON-05).
    enum class Retry { Counts, IsFree };
    [[nodiscard]] Result<> retryLater(qint64 id, const QDateTime &nextAttemptAt, const QString &reason,
                                      const QStringList &reasonArgs, Retry retry = Retry::Counts);
    //! Why a pending operation waits ("parent.waiting" [type, id]); "" it does not.
    [[nodiscard]] Result<> park(qint64 id, const QString &reason, const QStringList &reasonArgs);

    [[nodiscard]] Result<QueueCounts> counts(); //!< all connections
    //! How many operations a run would try to send or to settle, by connection and entity type (R-SYN-06); nothing is left out.
    [[nodiscard]] Result<QMap<ConnectionId, QMap<EntityType, qint64>>> unsentByType();
    //! Which operations a page of the queue shows, and in what order: open ones oldest first, finished ones newest first.
    enum class Part { Open, Finished };
    //! A page of the rows that counts() counts. @param states  of that part; none: all of it
    //! @param after  the last id of the page before; 0: the first page
    [[nodiscard]] Result<QList<Operation>> page(Part part, const QList<OperationState> &states, qint64 after, int limit);
    //! Open operations, and finished ones if `withFinished`; oldest first, finished last. The rows counts() counts.
    [[nodiscard]] Result<QList<Operation>> list(bool withFinished, int limit = -1);

private:
    [[nodiscard]] Result<Operation> require(qint64 id);
    [[nodiscard]] Result<> save(const Operation &operation);
    [[nodiscard]] Result<> move(Operation operation, OperationState to);
    [[nodiscard]] Result<> move(Operation operation, OperationState to, ConflictType refusal);
    [[nodiscard]] Result<> endRefusal(const Operation &operation, OperationState to);
    [[nodiscard]] Result<> noteRefusal(const Operation &operation, ConflictType type);
    void take(Operation &operation, OperationKind kind) const;
    [[nodiscard]] Result<> followLink(Operation &operation);
    [[nodiscard]] int rankOf(const Operation &operation) const;

    Sql &m_sql;
    const Schema &m_schema;
    Clock &m_clock;
};

} // namespace frost
