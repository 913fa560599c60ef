// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/toldlinks.h"

namespace frost {

Result<> rememberTold(Sql &sql, const ConnectionId &connection, const LocalId &local, const SharedLink &link)
{
    FROST_TRY(sql.run("INSERT INTO told_links (connection, type, local_id, remote_id, version, record_version, epoch) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (connection, type, local_id) DO UPDATE SET "
                      "remote_id = excluded.remote_id, version = excluded.version, record_version = excluded.record_version, "
                      "epoch = excluded.epoch",
                      {connection.toString(), link.type.toString(), local.toString(), link.remote.toString(), link.version,
                       link.recordVersion, link.epoch}));
    return {};
}

Result<bool> isBeingMade(Sql &sql, const ConnectionId &connection, const EntityType &type, const LocalId &record)
{
    auto row = sql.query("SELECT 1 FROM told_links WHERE connection = ? AND type = ? AND local_id = ? AND remote_id = '' AND version <> ''",
                         {connection.toString(), type.toString(), record.toString()});
    FROST_TRY(row);
    const bool isThere = row->next();
    FROST_TRY(row->status());
    return isThere;
}

Result<QList<std::pair<EntityType, LocalId>>> recordsBeingMade(Sql &sql, const ConnectionId &connection)
{
    auto rows = sql.query("SELECT type, local_id FROM told_links t WHERE connection = ?1 AND remote_id = '' AND version <> '' "
                          "AND NOT EXISTS (SELECT 1 FROM links l WHERE l.connection = ?1 AND l.type = t.type AND l.local_id = t.local_id)",
                          {connection.toString()});
    FROST_TRY(rows);
    QList<std::pair<EntityType, LocalId>> records;
    while (rows->next())
        records.append({EntityType(rows->text(0)), LocalId(rows->text(1))});
    FROST_TRY(rows->status());
    return records;
}

QByteArray queueWaits(const QByteArray &connections, const QByteArray &type, const QByteArray &record)
{
    const QByteArray ofRecord = "EXISTS (SELECT 1 FROM operations w WHERE w.connection IN " + connections + " AND w.type = " + type
                                + " AND w.record = " + record;
    return '(' + ofRecord
           + " AND w.state IN ('pending', 'processing', 'verify', 'conflict', 'failed') AND w.kind <> 'step')"
             " OR " + ofRecord + " AND w.kind = 'step'))";
}

} // namespace frost
