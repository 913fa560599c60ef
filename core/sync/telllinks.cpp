// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/telllinks.h"

#include "core/sync/toldlinks.h"

#include <vector>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 500; //!< links a request, as the server takes them

struct News {
    LocalId local;
    SharedLink link;
};
using NewsPage = std::vector<News>;

// What both sides agreed on is told once nothing waits here for either: then the record's version at the server says what it is.
// Until then no version is told either: whoever goes by it would not see what was changed there since they agreed.
const QByteArray &newsStatement()
{
    static const QByteArray statement =
        "SELECT q.type, q.local_id, q.remote_id, CASE WHEN q.waits THEN '' ELSE q.version END, m.remote_id, "
        "CASE WHEN q.waits THEN '' ELSE m.version END "
        "FROM (SELECT type, local_id, remote_id, version, " + queueWaits("(?1, ?2)", "links.type", "links.local_id") + " AS waits "
        "      FROM links WHERE connection = ?1 AND synced_at IS NOT NULL) q "
        "JOIN links m ON m.connection = ?2 AND m.type = q.type AND m.local_id = q.local_id AND m.synced_at IS NOT NULL "
        "LEFT JOIN told_links t ON t.connection = ?1 AND t.type = q.type AND t.local_id = q.local_id "
        "WHERE t.remote_id IS NOT q.remote_id OR (NOT q.waits AND (t.version <> q.version OR t.record_version <> m.version)) "
        "LIMIT ?3";
    return statement;
}

// Of records that are not there any more.
const QByteArray &goneStatement()
{
    static const QByteArray statement =
        "SELECT t.type, t.local_id, '', '', m.remote_id, m.version FROM told_links t "
        "JOIN links m ON m.connection = ?2 AND m.type = t.type AND m.local_id = t.local_id AND m.synced_at IS NOT NULL "
        "WHERE t.connection = ?1 AND (t.remote_id <> '' OR t.version <> '') "
        "AND NOT EXISTS (SELECT 1 FROM links l WHERE l.connection = ?1 AND l.type = t.type AND l.local_id = t.local_id) "
        "AND NOT " + queueWaits("(?1, ?2)", "t.type", "t.local_id") + " LIMIT ?3";
    return statement;
}

// Nothing is made there before all hubs can know of it; so only what the server has.
const QByteArray &beingMadeStatement()
{
    static const QByteArray statement =
        QByteArray("SELECT o.type, o.record, '', '") + kBeingMade + "', m.remote_id, '' FROM operations o "
        "JOIN links m ON m.connection = ?2 AND m.type = o.type AND m.local_id = o.record AND m.synced_at IS NOT NULL "
        "LEFT JOIN told_links t ON t.connection = ?1 AND t.type = o.type AND t.local_id = o.record "
        "WHERE o.connection = ?1 AND o.state = 'pending' AND o.kind IN ('create', 'update') "
        "AND (t.local_id IS NULL OR t.remote_id <> '' OR t.version = '') "
        "AND NOT EXISTS (SELECT 1 FROM links l WHERE l.connection = ?1 AND l.type = o.type AND l.local_id = o.record "
        "AND l.synced_at IS NOT NULL) LIMIT ?3";
    return statement;
}

Result<NewsPage> read(Sql &sql, const QByteArray &statement, const ConnectionId &connection, const ConnectionId &main)
{
    auto rows = sql.query(statement, {connection.toString(), main.toString(), kPage});
    FROST_TRY(rows);
    NewsPage page;
    while (rows->next()) {
        News news;
        news.local = LocalId(rows->text(1));
        news.link.type = EntityType(rows->text(0));
        news.link.remote = RemoteId(rows->text(2));
        news.link.version = rows->text(3);
        news.link.record = RemoteId(rows->text(4));
        news.link.recordVersion = rows->text(5);
        page.push_back(std::move(news));
    }
    FROST_TRY(rows->status());
    return page;
}

Task<Result<>> tell(RunContext &context, QByteArray statement)
{
    Hold &hold = *context.hold;
    auto &sql = context.writer.database().sql();
    for (;;) {
        auto page = read(sql, statement, context.connection, hold.through().main);
        if (!page)
            co_return fail(page.error());
        if (page->empty())
            co_return Result<>();
        const auto kept = co_await hold.keep();
        if (!kept)
            co_return fail(kept.error());
        std::vector<SharedLink> links;
        for (auto &news : *page) {
            news.link.epoch = hold.epoch();
            links.push_back(news.link);
        }
        QString system = hold.system();
        QString hub = hold.hub();
        const auto told = co_await hold.through().server->tellLinks(std::move(system), std::move(hub), hold.epoch(), std::move(links));
        if (!told && told.error().kind == ErrorKind::Conflict)
            co_return fail(ErrorKind::Busy, u"holder.lost"_s, {context.connection.toString()});
        if (!told)
            co_return fail(told.error());
        const auto remembered = context.write([&]() -> Result<> {
            for (const auto &news : *page)
                FROST_TRY(rememberTold(sql, context.connection, news.local, news.link));
            return {};
        });
        if (!remembered)
            co_return fail(remembered.error());
        co_await context.executor.giveWay();
    }
}

} // namespace

Task<Result<>> announceCreates(RunContext &context)
{
    return tell(context, beingMadeStatement());
}

Task<Result<>> tellLinks(RunContext &context)
{
    const auto news = co_await tell(context, newsStatement());
    if (!news)
        co_return fail(news.error());
    co_return co_await tell(context, goneStatement());
}

} // namespace frost
