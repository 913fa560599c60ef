// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/links.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! The first column of the first row as text; nullopt: no row.
Result<std::optional<QString>> firstId(Result<Rows> rows)
{
    FROST_TRY(rows);
    std::optional<QString> text;
    if (rows->next())
        text = rows->text(0);
    FROST_TRY(rows->status());
    return text;
}

//! Whether the object store has the record, as a tombstone or live. A store that does not exist has none.
Result<bool> isStored(Sql &sql, const EntityType &type, const QString &id)
{
    const auto store = firstId(
        sql.query(QByteArrayLiteral("SELECT name FROM object_stores WHERE name = CAST(? AS TEXT)"), {type.toUtf8()}));
    FROST_TRY(store);
    if (!*store)
        return false;
    // The name is one that the store itself wrote down, so it may stand in the statement.
    const auto found =
        firstId(sql.query("SELECT 1 FROM \"os_" + type.toUtf8() + "\" WHERE id = CAST(? AS TEXT)", {id.toUtf8()}));
    FROST_TRY(found);
    return found->has_value();
}

} // namespace

Result<QString> ShownIds::shown(const EntityType &type, const LocalId &local)
{
    const auto real = firstId(
        m_sql.query(QByteArrayLiteral(
                        "SELECT remote_id FROM links WHERE connection = (SELECT id FROM connections WHERE is_main = 1) "
                        "AND type = CAST(? AS TEXT) AND local_id = CAST(? AS TEXT)"),
                    {type.toUtf8(), local.toUtf8()}));
    FROST_TRY(real);
    return real->value_or(local.toString());
}

Result<std::optional<LocalId>> ShownIds::local(const EntityType &type, const QString &shownOrLocal)
{
    const auto linked = firstId(
        m_sql.query(QByteArrayLiteral(
                        "SELECT local_id FROM links WHERE connection = (SELECT id FROM connections WHERE is_main = 1) "
                        "AND type = CAST(? AS TEXT) AND remote_id = CAST(? AS TEXT)"),
                    {type.toUtf8(), shownOrLocal.toUtf8()}));
    FROST_TRY(linked);
    if (*linked)
        return LocalId(**linked);
    const auto stored = isStored(m_sql, type, shownOrLocal);
    FROST_TRY(stored);
    return *stored ? std::optional(LocalId(shownOrLocal)) : std::nullopt;
}

Result<QHash<ConnectionId, RemoteId>> ShownIds::remoteIds(const EntityType &type, const LocalId &local)
{
    // CROSS JOIN keeps the few connections outside: the other way round SQLite scans every link for each record.
    auto rows = m_sql.query(QByteArrayLiteral("SELECT l.connection, l.remote_id FROM connections c "
                                              "CROSS JOIN links l ON l.connection = c.id "
                                              "WHERE l.type = CAST(? AS TEXT) AND l.local_id = CAST(? AS TEXT)"),
                            {type.toUtf8(), local.toUtf8()});
    FROST_TRY(rows);
    QHash<ConnectionId, RemoteId> ids;
    while (rows->next())
        ids.insert(ConnectionId(rows->text(0)), RemoteId(rows->text(1)));
    FROST_TRY(rows->status());
    return ids;
}

} // namespace frost
