// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/connections.h"

#include "core/activity/columns.h"
#include "core/base/json.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Result<QList<Connection>> readConnections(Result<Rows> rows)
{
    FROST_TRY(rows);
    QList<Connection> connections;
    while (rows->next()) {
        auto settings = parseJsonObject(rows->bytes(2));
        if (!settings)
            return fail(ErrorKind::Corrupt, u"store.corrupt"_s, {u"connections"_s}, settings.error().logLine());
        connections.append({.id = ConnectionId(rows->text(0)),
                            .provider = rows->text(1),
                            .settings = *std::move(settings),
                            .main = rows->integer(3) != 0,
                            .createdAt = instantAt(*rows, 4)});
    }
    FROST_TRY(rows->status());
    return connections;
}

} // namespace

Result<Connection> Connections::add(const ConnectionId &id, const QString &provider, const QJsonObject &settings)
{
    auto transaction = Transaction::begin(m_sql, Durability::PowerCut);
    FROST_TRY(transaction);
    const auto known = list();
    FROST_TRY(known);
    for (const auto &connection : *known) {
        if (connection.id == id)
            return fail(ErrorKind::Conflict, u"connection.exists"_s, {id.toString()});
    }
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const Connection connection{id, provider, settings, known->isEmpty(), QDateTime::fromMSecsSinceEpoch(now, Qt::UTC)};
    FROST_TRY(m_sql.run("INSERT INTO connections (id, provider, settings, is_main, created_at) "
                        "VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?)",
                        {id.toUtf8(), provider.toUtf8(), toCanonicalJson(settings), qint64(connection.main), now}));
    FROST_TRY(transaction->commit());
    return connection;
}

Result<> Connections::update(const ConnectionId &id, const QJsonObject &settings)
{
    auto transaction = Transaction::begin(m_sql, Durability::PowerCut);
    FROST_TRY(transaction);
    const auto changed = m_sql.run("UPDATE connections SET settings = CAST(? AS TEXT) WHERE id = CAST(? AS TEXT)",
                                   {toCanonicalJson(settings), id.toUtf8()});
    FROST_TRY(changed);
    if (*changed == 0)
        return fail(ErrorKind::NotFound, u"connection.unknown"_s, {id.toString()});
    return transaction->commit();
}

Result<QList<Connection>> Connections::list()
{
    return readConnections(m_sql.query("SELECT id, provider, CAST(settings AS BLOB), is_main, created_at "
                                       "FROM connections ORDER BY is_main DESC, created_at, id"));
}

Result<std::optional<Connection>> Connections::find(const ConnectionId &id)
{
    auto found = readConnections(m_sql.query("SELECT id, provider, CAST(settings AS BLOB), is_main, created_at "
                                             "FROM connections WHERE id = CAST(? AS TEXT)",
                                             {id.toUtf8()}));
    FROST_TRY(found);
    return found->isEmpty() ? std::optional<Connection>() : std::optional(found->takeFirst());
}

} // namespace frost
