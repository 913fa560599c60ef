// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/lease.h"

#include "core/sync/tuning.h"

#include <QCryptographicHash>
#include <QSysInfo>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
// A connection's name may hold any character; a file name may not.
QString lockName(const ConnectionId &connection)
{
    return QString::fromLatin1(QCryptographicHash::hash(connection.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}
} // namespace

Lease::Lease(Sql &sql, ConnectionId connection, ProcessLock lock, qint64 epoch)
    : m_sql(sql), m_connection(std::move(connection)), m_lock(std::move(lock)), m_epoch(epoch)
{
}

Result<std::unique_ptr<Lease>> Lease::take(Sql &sql, const QString &companyFile, const ConnectionId &connection, Clock &clock)
{
    auto held = ProcessLock::take(companyFile, lockName(connection), kLeaseWait);
    if (!held && held.error().kind == ErrorKind::Busy)
        return fail(ErrorKind::Busy, u"lease.held"_s, {connection.toString()});
    FROST_TRY(held);
    auto transaction = Transaction::begin(sql, Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(sql.run("INSERT INTO leases (connection, epoch, holder, taken_at) VALUES (?, 1, ?, ?) "
                      "ON CONFLICT (connection) DO UPDATE SET epoch = epoch + 1, holder = excluded.holder, "
                      "taken_at = excluded.taken_at",
                      {connection.toString(), QSysInfo::machineHostName(), clock.now().toMSecsSinceEpoch()}));
    qint64 epoch = 0;
    {
        auto rows = sql.query("SELECT epoch FROM leases WHERE connection = ?", {connection.toString()});
        FROST_TRY(rows);
        if (rows->next())
            epoch = rows->integer(0);
    }
    FROST_TRY(transaction->commit());
    return std::unique_ptr<Lease>(new Lease(sql, connection, *std::move(held), epoch));
}

Result<> Lease::check()
{
    auto rows = m_sql.query("SELECT epoch FROM leases WHERE connection = ?", {m_connection.toString()});
    FROST_TRY(rows);
    if (!rows->next() || rows->integer(0) != m_epoch)
        return fail(ErrorKind::Busy, u"lease.lost"_s, {m_connection.toString()});
    return {};
}

} // namespace frost
