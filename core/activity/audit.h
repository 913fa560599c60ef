// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/store/sql.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace frost {

//! Where a change came from.
enum class Source { User, Sync, Merge, Import };
[[nodiscard]] QString toString(Source source);

//! Who is at work and through what; passed down with every change.
struct Actor {
    UserId user;
    DeviceId device;
    Source source = Source::User;
};

//! One line of the audit trail. `change` holds what changed: {"field": [old, new]}.
struct AuditEntry {
    qint64 sequence = 0;
    QDateTime at;
    Actor actor;
    QString action; //!< "create", "update", "delete", "restore", "conflict", "resolve", "discard" ...
    EntityType type;
    LocalId record;
    QJsonObject change;
    bool pruned = false; //!< its content is older than the company keeps it (retention.h)
};

//! Which lines of the trail; what is empty does not restrict.
struct AuditQuery {
    QString text = {}; //!< words that must all occur somewhere in the line, in any case
    EntityType type = {};
    LocalId record = {};
    UserId user = {};
    QString action = {};
    std::optional<Source> source = {};
    QDateTime from = {};   //!< inclusive
    QDateTime until = {};  //!< exclusive
    qint64 after = 0;      //!< only what was written after this sequence
    qint64 before = 0;     //!< the lowest sequence of the page before; 0: from the newest
    int limit = -1;        //!< -1: all
};

//! The append-only trail (BFNAR 2013:2 9.16). Each row's hash covers its facts, the hash of its payload and the hash of
//! the row before, so that old payloads can be pruned and a changed row is named by verify(). Writing needs the caller's
//! open transaction: record, operation and audit row commit together.
class Audit
{
public:
    Audit(Sql &sql, Clock &clock) : m_sql(sql), m_clock(clock) { }
    [[nodiscard]] Result<> append(const Actor &actor, const QString &action, const EntityType &type,
                                  const LocalId &record, const QJsonObject &change);
    //! The same with the change as canonical JSON text.
    [[nodiscard]] Result<> appendText(const Actor &actor, const QString &action, const EntityType &type,
                                      const LocalId &record, const QByteArray &change);
    //! Newest first. @param limit -1: all
    [[nodiscard]] Result<QList<AuditEntry>> list(int limit, const EntityType &type = {}, const LocalId &record = {});
    [[nodiscard]] Result<QList<AuditEntry>> find(const AuditQuery &query); //!< newest first
    //! Hands out the whole chain, oldest first, a line of JSON each with everything that its hash covers, so that others can
    //! verify it without this program (README.md). Stops at the first error of `take`.
    [[nodiscard]] Result<> exportLines(const std::function<Result<>(const QByteArray &line)> &take);
    //! Recomputes the chain. @return what is wrong, by row; empty if sound: "12: audit.payload" (its content was changed),
    //! "12: audit.hash" (its facts), "12: audit.link" (the row before is not the one it was written after),
    //! "7-9: audit.missing" (rows were taken out, also at the end)
    [[nodiscard]] Result<QStringList> verify();

private:
    Sql &m_sql;
    Clock &m_clock;
};

//! The top-level fields that differ, as AuditEntry::change: {"field": [old, new]}, null where there is none. Of rows only
//! those that differ, by rowId; where the order changed, the others by their rowId alone.
[[nodiscard]] QJsonObject changeBetween(const QJsonObject &before, const QJsonObject &after);
//! The text of changeBetween({}, body), made from the body's canonical text: a record is put into words once.
[[nodiscard]] QByteArray creationOf(const QByteArray &body);

} // namespace frost
