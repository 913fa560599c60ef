// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/audit.h"
#include "core/base/clock.h"
#include "core/conflict/merge.h"
#include "core/conflict/strategy.h"
#include "core/store/sql.h"

namespace frost {

//! One record that changed on two sides and needs a decision. Kept for good: base, mine, theirs, result, who, when
//! (R-CON-07). An absent body means that side deleted the record; an absent base that none is known.
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
};

//! The conflict inbox and its history. Writing needs the caller's open transaction. Errors of all calls: those of Sql;
//! Corrupt "store.corrupt" ["conflicts"] where a stored state of a record cannot be read.
class ConflictStore
{
public:
    ConflictStore(Sql &sql, Clock &clock) : m_sql(sql), m_clock(clock) { }

    //! Opens a conflict, or brings the record's open one up to date. @return its id
    [[nodiscard]] Result<qint64> put(const Conflict &conflict);
    [[nodiscard]] Result<std::optional<Conflict>> find(qint64 id);
    [[nodiscard]] Result<std::optional<Conflict>> openFor(const ConnectionId &connection, const EntityType &type,
                                                          const LocalId &record);
    //! Open ones, oldest first; with `resolved` the history as well.
    [[nodiscard]] Result<QList<Conflict>> list(bool resolved);
    //! The length of list(false), by the same condition.
    [[nodiscard]] Result<qint64> openCount();
    //! Open conflicts of `connection` whose states refer to `from` refer to `to` from now on.
    [[nodiscard]] Result<> redirect(const ConnectionId &connection, const LocalId &from, const LocalId &to);
    [[nodiscard]] Result<> resolve(qint64 id, const std::optional<QJsonObject> &result, const QString &strategy,
                                   const QString &who);

private:
    Sql &m_sql;
    Clock &m_clock;
};

} // namespace frost
