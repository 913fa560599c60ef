// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/store/sql.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace frost {

//! A record's identity in one remote system (R-IDM-01). Neither id of a pair ever changes.
struct Link {
    LocalId local;
    RemoteId remote;
    QString version; //!< the last remote version seen; "" where the remote has none
    QDateTime createdAt;
    QDateTime syncedAt;   //!< invalid: promised only
    qint64 operation = 0; //!< the operation whose answer brought it; 0: it came with a pull
};

//! Temp ↔ real ids, base copies and checkpoints of one connection. Writing needs the caller's open transaction.
class Links
{
public:
    Links(Sql &sql, ConnectionId connection, Clock &clock, Random &random);
    [[nodiscard]] const ConnectionId &connection() const { return m_connection; }

    [[nodiscard]] Result<std::optional<Link>> find(const EntityType &type, const LocalId &local);
    [[nodiscard]] Result<std::optional<Link>> find(const EntityType &type, const RemoteId &remote);
    //! The real id for references that leave; nullopt: the record is not there yet.
    [[nodiscard]] Result<std::optional<RemoteId>> resolveRemote(const EntityType &type, const LocalId &local);
    //! The local id for references that arrive. An id never seen before is promised: a link is made at once, and the
    //! record that later comes under it takes the promised local id.
    [[nodiscard]] Result<LocalId> resolveLocal(const EntityType &type, const RemoteId &remote);
    //! Inserts, or updates version and times of the same pair.
    //! Errors: Conflict "link.taken" [type, local, remote] where either id already has another partner.
    [[nodiscard]] Result<> store(const EntityType &type, const Link &link);
    [[nodiscard]] Result<> remove(const EntityType &type, const LocalId &local);
    [[nodiscard]] Result<QList<Link>> list(const EntityType &type);
    [[nodiscard]] Result<qint64> countSynced(); //!< records of all types that the remote is known to have, or to have had
    [[nodiscard]] Result<bool> anySynced();     //!< at once, however many there are

    //! The state both sides last agreed on; kept while the record is dirty, in flight or in conflict here.
    [[nodiscard]] Result<std::optional<QJsonObject>> base(const EntityType &type, const LocalId &local);
    [[nodiscard]] Result<> setBase(const EntityType &type, const LocalId &local, const QJsonObject &body);
    [[nodiscard]] Result<> dropBase(const EntityType &type, const LocalId &local);
    //! Base copies that refer to `from` refer to `to` from now on.
    [[nodiscard]] Result<> redirectBases(const LocalId &from, const LocalId &to);

    //! Opaque position in one feed of the remote; "" at the beginning.
    [[nodiscard]] Result<QString> checkpoint(const QString &feed);
    [[nodiscard]] Result<> setCheckpoint(const QString &feed, const QString &value);
    //! Whether the name of any begins like that.
    [[nodiscard]] Result<bool> hasCheckpoints(QLatin1StringView prefix);
    //! Names that begin like that.
    [[nodiscard]] Result<QStringList> checkpoints(const QString &prefix);
    [[nodiscard]] Result<> dropCheckpoint(const QString &feed);
    //! Those whose names begin like that.
    [[nodiscard]] Result<> dropCheckpoints(const QString &prefix);

    //! Forgets cached look-ups; call after a rollback, and where another process may have written.
    void forget();

private:
    void forgetEnded();

    Sql &m_sql;
    ConnectionId m_connection;
    Clock &m_clock;
    Random &m_random;
    quint64 &m_ended; //!< links of the connection that any Links of `m_sql` has removed
    quint64 m_seenEnded;
    QHash<std::pair<EntityType, QString>, LocalId> m_locals;   //!< remote → local, bounded
    QHash<std::pair<EntityType, QString>, RemoteId> m_remotes; //!< local → remote, bounded
};

//! The id people see for a record: its real id on the main connection if there is one, else the local id. And back:
//! either form is accepted. Read only.
class ShownIds
{
public:
    explicit ShownIds(Sql &sql) : m_sql(sql) { }
    [[nodiscard]] Result<QString> shown(const EntityType &type, const LocalId &local);
    //! nullopt: no such record under either form.
    [[nodiscard]] Result<std::optional<LocalId>> local(const EntityType &type, const QString &shownOrLocal);
    [[nodiscard]] Result<QHash<ConnectionId, RemoteId>> remoteIds(const EntityType &type, const LocalId &local);

private:
    Sql &m_sql;
};

} // namespace frost
