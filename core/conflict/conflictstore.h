// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/audit.h"
#include "core/base/clock.h"
#include "core/conflict/merge.h"
#include "core/conflict/resolution.h"
#include "core/store/sql.h"

namespace frost {

//! One record that needs a decision: it changed on two sides, or what was sent was refused for good. Kept for good: base,
//! mine, theirs, result, who, when (R-CON-07). An absent body means that side deleted the record; an absent base that none
//! is known. A refusal has no side but mine, which is there where something was sent.
struct Conflict {
    qint64 id = 0;
    ConnectionId connection;
    EntityType type;
    LocalId record;
    ConflictType conflictType = ConflictType::Data;
    Severity severity = Severity::Medium;
    bool open = true;
    MergeInput versions;
    std::optional<QJsonObject> result; //!< once resolved; nullopt: deleted
    QStringList fields;                //!< open paths
    QString errorCode;                 //!< of a refusal, why; "": a conflict of two sides
    QStringList errorArgs;
    RemoteId remote;
    QString theirsVersion;
    QDateTime theirsAt;
    QString theirsBy;
    QDateTime mineAt;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime resolvedAt;
    QString resolvedBy;
    QString strategy;
    QJsonObject draft;         //!< while open: choices made so far, as MergeDraft::toJson() has them; empty: none
    MergeDecisions decisions;  //!< once resolved: what was chosen, by path; empty: not known
    qint64 operation = 0;      //!< the one that carries the decision; 0: none is known
    QDateTime undoneAt;        //!< valid: the decision was taken back
    QString undoneBy;
    qint64 supersededBy = 0;   //!< the later conflict whose decision went instead

    [[nodiscard]] bool isRefusal() const { return !errorCode.isEmpty(); }
};

//! What is kept of a decision beside its conflict.
struct DecisionKept {
    std::optional<QJsonObject> mine; //!< what was decided over: it may have been edited since the conflict was found
    QDateTime mineAt;
    std::optional<QJsonObject> result; //!< nullopt: deleted
    QString strategy;
    QString who;
    MergeDecisions decisions;
    qint64 operation = 0;
    RowPins pins; //!< what was said about which rows are the same
    QJsonObject undo; //!< what stood there before; empty: it cannot be taken back
};

//! Which settled conflicts of two sides; what is empty does not restrict.
struct ConflictQuery {
    ConnectionId connection = {};
    EntityType type = {};
    LocalId record = {};
    QString who = {};
    //! The last of the page before: when it was resolved, and its id. id 0: from the newest.
    QDateTime beforeAt = {};
    qint64 beforeId = 0;
    int limit = -1; //!< -1: all
};

//! The conflict inbox and its history. Writing needs the caller's open transaction. Errors of all calls: those of Sql;
//! Corrupt "store.corrupt" ["conflicts"] where a stored state of a record cannot be read.
class ConflictStore
{
public:
    ConflictStore(Sql &sql, Clock &clock) : m_sql(sql), m_clock(clock) { }

    //! Opens a conflict, or brings the record's open one up to date: a refused record that meets another change has two
    //! sides from then on. @return its id
    [[nodiscard]] Result<qint64> put(const Conflict &conflict);
    [[nodiscard]] Result<std::optional<Conflict>> find(qint64 id);
    [[nodiscard]] Result<std::optional<Conflict>> openFor(const ConnectionId &connection, const EntityType &type,
                                                          const LocalId &record);
    //! Open ones of two sides, oldest first; with `resolved` the history as well.
    [[nodiscard]] Result<QList<Conflict>> list(bool resolved);
    //! The length of list(false), by the same condition.
    [[nodiscard]] Result<qint64> openCount();
    //! The same of refusals: there is an open one for every failed operation, see Outbox::refuse().
    [[nodiscard]] Result<QList<Conflict>> refusals(bool resolved);
    [[nodiscard]] Result<qint64> refusalCount(); //!< the length of refusals(false)
    //! Ends the record's open refusal, if there is one: it is tried again, or given up.
    [[nodiscard]] Result<> endRefusal(const ConnectionId &connection, const EntityType &type, const LocalId &record,
                                      const QString &strategy, const QString &who);
    //! Conflicts of `connection` whose states refer to `from` refer to `to` from now on, settled ones and the ways back among them.
    [[nodiscard]] Result<> redirect(const ConnectionId &connection, const LocalId &from, const LocalId &to);
    //! The same of what the other side has: base and theirs alone.
    [[nodiscard]] Result<> redirectTheirs(const ConnectionId &connection, const LocalId &from, const LocalId &to);
    //! A conflict that was settled as soon as it was found; it answers an open question about the record, but not a refusal.
    //! @return its id
    [[nodiscard]] Result<qint64> putSettled(const Conflict &conflict, const DecisionKept &decision);
    //! Settled by itself: nobody decided over anything. Its draft goes, as with every end of a conflict.
    [[nodiscard]] Result<> resolve(qint64 id, const std::optional<QJsonObject> &result, const QString &strategy,
                                   const QString &who);
    //! Settled by somebody's decision. Earlier ones that wait in the same operation are superseded by it.
    [[nodiscard]] Result<> resolve(qint64 id, const DecisionKept &decision);

    //! Choices made so far in an open conflict, seen by every program; empty: none.
    [[nodiscard]] Result<> keepDraft(qint64 id, const QJsonObject &draft);
    //! Settled conflicts of two sides and decisions that were taken back, newest decision first.
    [[nodiscard]] Result<QList<Conflict>> history(const ConflictQuery &query);
    //! What was chosen in those of history() that stand, and no more of them.
    [[nodiscard]] Result<QList<MergeDecisions>> decisions(const ConflictQuery &query);
    //! DecisionKept::undo of a settled one; empty: it cannot be taken back.
    [[nodiscard]] Result<QJsonObject> undoOf(qint64 id);
    //! An operation of the record has ended: no decision about it can be taken back any more, so what is needed for that goes.
    [[nodiscard]] Result<> forgetUndo(const ConnectionId &connection, const EntityType &type, const LocalId &record);
    //! Whether a person is asked about the record, with whatever connection, or has to look at a refusal of it.
    [[nodiscard]] Result<bool> isOpenAnywhere(const EntityType &type, const LocalId &record);
    //! Leaves nothing of the record in the history; inside a transaction.
    [[nodiscard]] Result<> erase(const EntityType &type, const LocalId &record);
    //! Opens a settled conflict again under its own number, with the draft it had. Its decision stays in the history under
    //! a new number, as taken back by `who`.
    [[nodiscard]] Result<> reopen(qint64 id, const QJsonObject &draft, const QString &who);

private:
    [[nodiscard]] Result<qint64> insert(const Conflict &conflict, const QString &state);
    [[nodiscard]] Result<qint64> count(const QByteArray &condition);
    [[nodiscard]] Result<> redirect(const ConnectionId &connection, const LocalId &from, const LocalId &to,
                                    const QList<const char *> &columns);

    Sql &m_sql;
    Clock &m_clock;
};

} // namespace frost
