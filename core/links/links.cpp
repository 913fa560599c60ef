// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/links.h"

#include "core/activity/columns.h"
#include "core/base/json.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Checkpoints of a connection whose names begin like that: beginningLike() has the values.
constexpr char kBeginningLike[] = " FROM checkpoints WHERE connection = CAST(? AS TEXT) "
                                  "AND feed >= CAST(? AS TEXT) AND feed < CAST(? AS TEXT) || char(1114111)";

QVariantList beginningLike(const ConnectionId &connection, const QString &prefix)
{
    return {connection.toUtf8(), prefix.toUtf8(), prefix.toUtf8()};
}

// Each cached look-up takes some 200 bytes: at most about 40 MB a direction, and a full pull of a large company fits.
constexpr qsizetype kCachedLookups = 200'000;

// Bodies were bounded when they came in; this only keeps a damaged row from costing stack.
constexpr int kBodyDepth = 64;

constexpr char kSelect[] =
    "SELECT local_id, remote_id, version, created_at, synced_at, operation FROM links WHERE connection = CAST(? AS TEXT) AND type = CAST(? AS TEXT)";

Link linkAt(const Rows &rows)
{
    return {.local = LocalId(rows.text(0)),
            .remote = RemoteId(rows.text(1)),
            .version = rows.text(2),
            .createdAt = instantAt(rows, 3),
            .syncedAt = instantAt(rows, 4),
            .operation = rows.integer(5)};
}

Result<std::optional<Link>> firstLink(Result<Rows> rows)
{
    FROST_TRY(rows);
    std::optional<Link> link;
    if (rows->next())
        link = linkAt(*rows);
    FROST_TRY(rows->status());
    return link;
}

//! The one text of a row, if there is a row.
Result<std::optional<QByteArray>> firstText(Result<Rows> rows)
{
    FROST_TRY(rows);
    std::optional<QByteArray> text;
    if (rows->next())
        text = rows->bytes(0);
    FROST_TRY(rows->status());
    return text;
}

//! As it stands in a body.
QByteArray quoted(const LocalId &id)
{
    return '"' + id.toUtf8() + '"';
}

template<class Value>
void remember(QHash<std::pair<EntityType, QString>, Value> &cache, const EntityType &type, const QString &key,
              const Value &value)
{
    if (cache.size() >= kCachedLookups)
        cache.clear();
    cache.insert({type, key}, value);
}

} // namespace

Links::Links(Sql &sql, ConnectionId connection, Clock &clock, Random &random)
    : m_sql(sql), m_connection(std::move(connection)), m_clock(clock), m_random(random),
      m_ended(sql.sharedCount("links/" + m_connection.toUtf8())), m_seenEnded(m_ended)
{ }

Result<std::optional<Link>> Links::find(const EntityType &type, const LocalId &local)
{
    static const QByteArray statement = QByteArray(kSelect) + " AND local_id = CAST(? AS TEXT)";
    return firstLink(m_sql.query(statement, {m_connection.toUtf8(), type.toUtf8(), local.toUtf8()}));
}

Result<std::optional<Link>> Links::find(const EntityType &type, const RemoteId &remote)
{
    static const QByteArray statement = QByteArray(kSelect) + " AND remote_id = CAST(? AS TEXT)";
    return firstLink(m_sql.query(statement, {m_connection.toUtf8(), type.toUtf8(), remote.toUtf8()}));
}

Result<std::optional<RemoteId>> Links::resolveRemote(const EntityType &type, const LocalId &local)
{
    forgetEnded();
    if (const auto cached = m_remotes.constFind({type, local.toString()}); cached != m_remotes.cend())
        return *cached;
    const auto link = find(type, local);
    FROST_TRY(link);
    if (!*link)
        return std::nullopt;
    remember(m_remotes, type, local.toString(), (*link)->remote);
    return (*link)->remote;
}

Result<LocalId> Links::resolveLocal(const EntityType &type, const RemoteId &remote)
{
    forgetEnded();
    if (const auto cached = m_locals.constFind({type, remote.toString()}); cached != m_locals.cend())
        return *cached;
    const auto link = find(type, remote);
    FROST_TRY(link);
    LocalId local;
    if (*link) {
        local = (*link)->local;
    } else {
        local = LocalId(newLocalId(m_clock, m_random));
        Link promise;
        promise.local = local;
        promise.remote = remote;
        FROST_TRY(store(type, promise));
    }
    remember(m_locals, type, remote.toString(), local);
    return local;
}

Result<> Links::store(const EntityType &type, const Link &link)
{
    FROST_TRY(requireTransaction(m_sql));
    const auto taken = [&] {
        return fail(ErrorKind::Conflict, u"link.taken"_s,
                    {type.toString(), link.local.toString(), link.remote.toString()});
    };
    const auto created = link.createdAt.isValid() ? link.createdAt : m_clock.now();
    const auto changed = m_sql.run(
        QByteArrayLiteral(
            "INSERT INTO links (connection, type, local_id, remote_id, version, created_at, synced_at, operation) "
            "VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?) "
            "ON CONFLICT (connection, type, local_id) DO UPDATE SET version = excluded.version, "
            "synced_at = coalesce(excluded.synced_at, synced_at), "
            "operation = coalesce(nullif(excluded.operation, 0), operation) WHERE remote_id = excluded.remote_id"),
        {m_connection.toUtf8(), type.toUtf8(), link.local.toUtf8(), link.remote.toUtf8(), link.version.toUtf8(),
         instantColumn(created), instantColumn(link.syncedAt), link.operation});
    if (!changed && changed.error().kind == ErrorKind::Conflict)
        return taken(); // the remote id belongs to another local one
    FROST_TRY(changed);
    if (*changed == 0)
        return taken(); // the local id has another remote one
    remember(m_remotes, type, link.local.toString(), link.remote);
    remember(m_locals, type, link.remote.toString(), link.local);
    return {};
}

Result<> Links::remove(const EntityType &type, const LocalId &local)
{
    FROST_TRY(requireTransaction(m_sql));
    const auto link = find(type, local);
    FROST_TRY(link);
    if (!*link)
        return {};
    forgetEnded();
    m_seenEnded = ++m_ended;
    m_remotes.remove({type, local.toString()});
    m_locals.remove({type, (*link)->remote.toString()});
    FROST_TRY(m_sql.run(QByteArrayLiteral("DELETE FROM links WHERE connection = CAST(? AS TEXT) "
                                          "AND type = CAST(? AS TEXT) AND local_id = CAST(? AS TEXT)"),
                        {m_connection.toUtf8(), type.toUtf8(), local.toUtf8()}));
    return {};
}

Result<QList<Link>> Links::list(const EntityType &type)
{
    auto rows = m_sql.query(QByteArray(kSelect) + " ORDER BY local_id", {m_connection.toUtf8(), type.toUtf8()});
    FROST_TRY(rows);
    QList<Link> links;
    while (rows->next())
        links.append(linkAt(*rows));
    FROST_TRY(rows->status());
    return links;
}

Result<bool> Links::anySynced()
{
    return m_sql.any(QByteArrayLiteral("SELECT 1 FROM links WHERE connection = CAST(? AS TEXT) AND synced_at IS NOT NULL LIMIT 1"),
                     {m_connection.toUtf8()});
}

Result<qint64> Links::countSynced()
{
    return m_sql.number(QByteArrayLiteral("SELECT count(*) FROM links WHERE connection = CAST(? AS TEXT) "
                                          "AND synced_at IS NOT NULL"),
                        {m_connection.toUtf8()});
}

Result<std::optional<QJsonObject>> Links::base(const EntityType &type, const LocalId &local)
{
    const auto text = firstText(
        m_sql.query(QByteArrayLiteral("SELECT CAST(body AS BLOB) FROM bases WHERE connection = CAST(? AS TEXT) "
                                      "AND type = CAST(? AS TEXT) AND local_id = CAST(? AS TEXT)"),
                    {m_connection.toUtf8(), type.toUtf8(), local.toUtf8()}));
    FROST_TRY(text);
    if (!*text)
        return std::nullopt;
    auto body = parseJsonObject(**text, kBodyDepth);
    if (!body)
        return fail(ErrorKind::Corrupt, u"store.corrupt"_s, {u"bases"_s}, body.error().logLine());
    return *std::move(body);
}

Result<> Links::setBase(const EntityType &type, const LocalId &local, const QJsonObject &body)
{
    FROST_TRY(requireTransaction(m_sql));
    FROST_TRY(
        m_sql.run(QByteArrayLiteral("INSERT INTO bases (connection, type, local_id, body) VALUES (CAST(? AS TEXT), "
                                    "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT)) "
                                    "ON CONFLICT (connection, type, local_id) DO UPDATE SET body = excluded.body"),
                  {m_connection.toUtf8(), type.toUtf8(), local.toUtf8(), toCanonicalJson(body)}));
    return {};
}

Result<> Links::dropBase(const EntityType &type, const LocalId &local)
{
    FROST_TRY(requireTransaction(m_sql));
    FROST_TRY(m_sql.run(QByteArrayLiteral("DELETE FROM bases WHERE connection = CAST(? AS TEXT) "
                                          "AND type = CAST(? AS TEXT) AND local_id = CAST(? AS TEXT)"),
                        {m_connection.toUtf8(), type.toUtf8(), local.toUtf8()}));
    return {};
}

// A local id is a random text that stands nowhere but in references, so the body need not be taken apart.
Result<> Links::redirectBases(const LocalId &from, const LocalId &to)
{
    FROST_TRY(requireTransaction(m_sql));
    FROST_TRY(m_sql.run(QByteArrayLiteral("UPDATE bases SET body = replace(body, CAST(? AS TEXT), CAST(? AS TEXT)) "
                                          "WHERE connection = CAST(? AS TEXT) AND instr(body, CAST(? AS TEXT)) > 0"),
                        {quoted(from), quoted(to), m_connection.toUtf8(), quoted(from)}));
    return {};
}

Result<QString> Links::checkpoint(const QString &feed)
{
    const auto text = firstText(
        m_sql.query(QByteArrayLiteral("SELECT CAST(value AS BLOB) FROM checkpoints WHERE connection = CAST(? AS TEXT) "
                                      "AND feed = CAST(? AS TEXT)"),
                    {m_connection.toUtf8(), feed.toUtf8()}));
    FROST_TRY(text);
    return QString::fromUtf8(text->value_or(QByteArray()));
}

Result<> Links::setCheckpoint(const QString &feed, const QString &value)
{
    FROST_TRY(requireTransaction(m_sql));
    FROST_TRY(m_sql.run(QByteArrayLiteral("INSERT INTO checkpoints (connection, feed, value) VALUES (CAST(? AS TEXT), "
                                          "CAST(? AS TEXT), CAST(? AS TEXT)) "
                                          "ON CONFLICT (connection, feed) DO UPDATE SET value = excluded.value"),
                        {m_connection.toUtf8(), feed.toUtf8(), value.toUtf8()}));
    return {};
}

Result<bool> Links::hasCheckpoints(QLatin1StringView prefix)
{
    const auto any = m_sql.number(QByteArray("SELECT EXISTS (SELECT 1") + kBeginningLike + ')', beginningLike(m_connection, prefix));
    FROST_TRY(any);
    return *any != 0;
}

Result<QStringList> Links::checkpoints(const QString &prefix)
{
    auto rows = m_sql.query(QByteArray("SELECT CAST(feed AS BLOB)") + kBeginningLike, beginningLike(m_connection, prefix));
    FROST_TRY(rows);
    QStringList names;
    while (rows->next())
        names += QString::fromUtf8(rows->bytes(0));
    FROST_TRY(rows->status());
    return names;
}

Result<> Links::dropCheckpoint(const QString &feed)
{
    FROST_TRY(requireTransaction(m_sql));
    FROST_TRY(m_sql.run("DELETE FROM checkpoints WHERE connection = CAST(? AS TEXT) AND feed = CAST(? AS TEXT)",
                        {m_connection.toUtf8(), feed.toUtf8()}));
    return {};
}

Result<> Links::dropCheckpoints(const QString &prefix)
{
    FROST_TRY(requireTransaction(m_sql));
    FROST_TRY(m_sql.run(QByteArray("DELETE") + kBeginningLike, beginningLike(m_connection, prefix)));
    return {};
}

// A decision that a person takes or takes back while a run is in hand ends links that the run has looked up. A new one takes
// nobody's place.
void Links::forgetEnded()
{
    if (m_seenEnded != m_ended)
        forget();
}

void Links::forget()
{
    m_seenEnded = m_ended;
    m_locals.clear();
    m_remotes.clear();
}

} // namespace frost
