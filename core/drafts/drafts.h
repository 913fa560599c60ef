// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/store/sql.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace frost {

//! What somebody typed and did not save. It carries the id of its record; a new record gets its id with its first draft
//! and is made under it, so that a draft left over by a crash is recognised and nothing is made twice.
struct Draft {
    EntityType type;
    LocalId id;
    std::optional<QJsonObject> base; //!< the record when typing began; nullopt: a new record
    QJsonObject body;                //!< everything as typed, also what no record may hold
    QDateTime updatedAt;             //!< set by put()
};

//! The drafts of a company, one for each record; they survive the end of the process. Every call but erase() and
//! redirect() is a transaction of its own.
class Drafts
{
public:
    Drafts(Sql &sql, Clock &clock) : m_sql(sql), m_clock(clock) { }

    //! Inserts or replaces.
    [[nodiscard]] Result<> put(const Draft &draft);
    [[nodiscard]] Result<std::optional<Draft>> find(const EntityType &type, const LocalId &id);
    [[nodiscard]] Result<QList<Draft>> list(); //!< newest first
    //! It is not an error if there is none.
    [[nodiscard]] Result<> remove(const EntityType &type, const LocalId &id);
    //! The same as a part of the caller's transaction.
    [[nodiscard]] Result<> erase(const EntityType &type, const LocalId &id);
    //! What was typed with a reference to `from` refers to `to` from now on, as a part of the caller's transaction.
    [[nodiscard]] Result<> redirect(const LocalId &from, const LocalId &to);

private:
    Sql &m_sql;
    Clock &m_clock;
};

} // namespace frost
