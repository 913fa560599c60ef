// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/audit.h"
#include "core/base/clock.h"
#include "core/conflict/merge.h"
#include "core/conflict/strategy.h"
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

    [[nodiscard]] bool isRefusal() const { return !errorCode.isEmpty(); }
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
    //! Open conflicts of `connection` whose states refer to `from` refer to `to` from now on.
    [[nodiscard]] Result<> redirect(const ConnectionId &connection, const LocalId &from, const LocalId &to);
    [[nodiscard]] Result<> resolve(qint64 id, const std::optional<QJsonObject> &result, const QString &strategy,
                                   const QString &who);

private:
    [[nodiscard]] Result<qint64> count(const QByteArray &condition);

    Sql &m_sql;
    Clock &m_clock;
};

} // namespace frost
