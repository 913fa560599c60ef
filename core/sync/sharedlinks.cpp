// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sharedlinks.h"

#include "core/base/logging.h"
#include "core/links/connections.h"
#include "core/links/lostids.h"
#include "core/links/syncrules.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 500; //!< links a request, as the server takes them

const QString kPosition = u"told"_s; //!< the checkpoint of what holders have told

struct News {
    LocalId local;
    SharedLink link;
};
using NewsPage = std::vector<News>;

//! Whether anything waits for a record: as the partial indexes of the queue have it, or every operation would be looked at.
QByteArray waits(const QByteArray &connections, const QByteArray &type, const QByteArray &record)
{
    const QByteArray ofRecord = "EXISTS (SELECT 1 FROM operations w WHERE w.connection IN " + connections + " AND w.type = " + type
                                + " AND w.record = " + record;
    return '(' + ofRecord
           + " AND w.state IN ('pending', 'processing', 'verify', 'conflict', 'failed') AND w.kind <> 'step')"
             " OR " + ofRecord + " AND w.kind = 'step'))";
}

// What both sides agreed on is told once nothing waits here for either: then the record's version at the server says what it is.
// Until then no version is told either: whoever goes by it would not see what was changed there since they agreed.
const QByteArray &newsStatement()
{
    static const QByteArray statement =
        "SELECT q.type, q.local_id, q.remote_id, CASE WHEN q.waits THEN '' ELSE q.version END, m.remote_id, "
        "CASE WHEN q.waits THEN '' ELSE m.version END "
        "FROM (SELECT type, local_id, remote_id, version, " + waits("(?1, ?2)", "links.type", "links.local_id") + " AS waits "
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
        "WHERE t.connection = ?1 AND t.remote_id <> '' "
        "AND NOT EXISTS (SELECT 1 FROM links l WHERE l.connection = ?1 AND l.type = t.type AND l.local_id = t.local_id) "
        "AND NOT " + waits("(?1, ?2)", "t.type", "t.local_id") + " LIMIT ?3";
    return statement;
}

// What waits here although a later holder than this hub has told that both sides agree on the very version that we have.
const QByteArray &doneStatement()
{
    static const QByteArray statement =
        "SELECT o.id FROM operations o "
        "JOIN told_links t ON t.connection = ?1 AND t.type = o.type AND t.local_id = o.record AND t.epoch > ?3 "
        "JOIN links m ON m.connection = ?2 AND m.type = o.type AND m.local_id = o.record AND m.version = t.record_version "
        "WHERE o.connection = ?1 AND o.state IN ('pending', 'processing', 'verify', 'failed') AND t.record_version <> '' "
        "AND NOT " + waits("(?2)", "o.type", "o.record");
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

//! What the server knows from now on.
Result<> remember(Sql &sql, const ConnectionId &connection, const LocalId &local, const SharedLink &link)
{
    FROST_TRY(sql.run("INSERT INTO told_links (connection, type, local_id, remote_id, version, record_version, epoch) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (connection, type, local_id) DO UPDATE SET "
                      "remote_id = excluded.remote_id, version = excluded.version, record_version = excluded.record_version, "
                      "epoch = excluded.epoch",
                      {connection.toString(), link.type.toString(), local.toString(), link.remote.toString(), link.version,
                       link.recordVersion, link.epoch}));
    return {};
}

Task<Result<>> tell(RunContext &context, QByteArray statement)
{
    const Hold &hold = *context.hold;
    auto &sql = context.writer.database().sql();
    for (;;) {
        auto page = read(sql, statement, context.connection, hold.through().main);
        if (!page)
            co_return fail(page.error());
        if (page->empty())
            co_return Result<>();
        std::vector<SharedLink> links;
        for (auto &news : *page) {
            news.link.epoch = hold.epoch();
            links.push_back(news.link);
        }
        QString system = hold.system();
        QString hub = hold.hub();
        const auto told = co_await hold.through().server->tellLinks(std::move(system), std::move(hub), hold.epoch(), std::move(links));
        if (!told)
            co_return fail(told.error());
        const auto remembered = context.write([&]() -> Result<> {
            for (const auto &news : *page)
                FROST_TRY(remember(sql, context.connection, news.local, news.link));
            return {};
        });
        if (!remembered)
            co_return fail(remembered.error());
        co_await context.executor.giveWay();
    }
}

//! What is learned about one of the company's other connections.
class Learner
{
public:
    Learner(RunContext &context, const ConnectionId &connection, qint64 ownEpoch)
        : m_context(context), m_links(context.writer.database().sql(), connection, context.clock, context.random), m_ownEpoch(ownEpoch)
    { }

    [[nodiscard]] Links &links() { return m_links; }

    Result<> apply(const SharedLinkPage &page)
    {
        for (const auto &link : page.links) {
            const auto applied = apply(link);
            if (!applied && !concernsOneRecord(applied.error()))
                return applied;
            if (!applied) // everything else goes on; who takes over asks the system itself
                qCWarning(lcSync).noquote() << "link set aside:" << link.type.toString() << applied.error().logLine();
        }
        return m_links.setCheckpoint(kPosition, page.checkpoint);
    }

    Result<> beginAgain()
    {
        FROST_TRY(m_links.setCheckpoint(kPosition, {}));
        FROST_TRY(sql().run("DELETE FROM told_links WHERE connection = ?", {m_links.connection().toString()}));
        return {};
    }

    //! What this hub has brought in as the holder, and the next holder has given to the server: one record.
    Result<> recognise(const SharedLink &told)
    {
        if (told.remote.isEmpty() || !m_context.writer.database().schema().find(told.type))
            return {};
        const auto known = m_context.links.find(told.type, told.record);
        FROST_TRY(known);
        const auto ours = m_links.find(told.type, told.remote);
        FROST_TRY(ours);
        if (*known || !*ours)
            return {};
        const auto there = m_context.links.find(told.type, (*ours)->local);
        FROST_TRY(there);
        if (*there)
            return {};
        Link link;
        link.local = (*ours)->local;
        link.remote = told.record;
        return m_context.links.store(told.type, link);
    }

    //! Operations that the holder has carried out.
    Result<QList<qint64>> done()
    {
        auto rows = sql().query(doneStatement(), {m_links.connection().toString(), m_context.connection.toString(), m_ownEpoch});
        FROST_TRY(rows);
        QList<qint64> ids;
        while (rows->next())
            ids.append(rows->integer(0));
        FROST_TRY(rows->status());
        return ids;
    }

    Result<> end(const QList<qint64> &operations)
    {
        for (const qint64 id : operations)
            FROST_TRY(end(id));
        return {};
    }

private:
    [[nodiscard]] Sql &sql() { return m_context.writer.database().sql(); }

    Result<> apply(const SharedLink &told)
    {
        if (!m_context.writer.database().schema().find(told.type))
            return {}; // of a pack that we have not
        const auto local = m_context.links.resolveLocal(told.type, told.record);
        FROST_TRY(local);
        const auto known = m_links.find(told.type, *local);
        FROST_TRY(known);
        const auto other = m_links.find(told.type, told.remote);
        FROST_TRY(other);
        FROST_TRY(remember(sql(), m_links.connection(), *local, told));
        // What this hub has done as a later holder is newer; of what it does not know at all it has done nothing.
        if (told.epoch <= m_ownEpoch && (*known || *other || told.remote.isEmpty()))
            return {};
        if (*known && (*known)->remote != told.remote)
            FROST_TRY(forget(told.type, *local));
        if (told.remote.isEmpty())
            return queueDifference(told, *local);
        if (*other && (*other)->local != *local)
            FROST_TRY(forget(told.type, (*other)->local));
        Link link;
        link.local = *local;
        link.remote = told.remote;
        link.version = told.version;
        link.syncedAt = m_context.clock.now();
        FROST_TRY(m_links.store(told.type, link));
        return queueDifference(told, *local);
    }

    // Nothing waits for a record only where both sides agree on it: whoever becomes the holder goes by that.
    Result<> queueDifference(const SharedLink &told, const LocalId &local)
    {
        auto &writer = m_context.writer;
        auto store = writer.database().objectStore(told.type);
        FROST_TRY(store);
        const auto record = store->get(local);
        FROST_TRY(record);
        const bool isThere = !told.remote.isEmpty();
        if (!*record || ((*record)->deleted && !isThere))
            return {};
        const auto waiting = writer.outbox().open(m_links.connection(), told.type, local);
        FROST_TRY(waiting);
        const auto unsent = writer.outbox().open(m_context.connection, told.type, local);
        FROST_TRY(unsent);
        const auto here = m_context.links.find(told.type, local);
        FROST_TRY(here);
        const bool agree = isThere && !*unsent && *here && (*here)->version == told.recordVersion;
        if (*waiting || agree)
            return {};
        const auto kind = (*record)->deleted ? OperationKind::Delete : isThere ? OperationKind::Update : OperationKind::Create;
        writer.markChanged(told.type);
        return writer.outbox().enqueue(m_links.connection(), told.type, local, kind, Priority::Normal, m_context.actor.user);
    }

    Result<> forget(const EntityType &type, const LocalId &local)
    {
        FROST_TRY(m_links.remove(type, local));
        return m_links.dropBase(type, local);
    }

    Result<> end(qint64 id)
    {
        auto &outbox = m_context.writer.outbox();
        const auto operation = outbox.find(id);
        FROST_TRY(operation);
        if (!*operation || !exchangesAll((*operation)->type))
            return {};
        if ((*operation)->state != OperationState::Pending)
            FROST_TRY(outbox.transition(id, OperationState::Pending));
        FROST_TRY(outbox.transition(id, OperationState::Completed, u"holder.sent"_s));
        m_context.writer.markChanged((*operation)->type);
        return m_links.dropBase((*operation)->type, (*operation)->record);
    }

    //! Else two equal versions at the server say nothing about the fields that it does not have.
    [[nodiscard]] bool exchangesAll(const EntityType &type) const
    {
        const auto &rules = m_context.remoteChanges.terms().rules.of(type);
        return rules.fields.isEmpty() && rules.pulls() && rules.pushes();
    }

    RunContext &m_context;
    Links m_links;
    qint64 m_ownEpoch;
};

//! One of the company's other connections that this hub has asked for at least once.
struct SharedConnection {
    ConnectionId id;
    QString system; //!< as every hub names it
    qint64 epoch = 0;
};

Result<QList<SharedConnection>> sharedConnections(RunContext &context)
{
    auto &database = context.writer.database();
    const auto all = Connections(database.sql(), context.clock).list();
    FROST_TRY(all);
    QList<SharedConnection> shared;
    for (const auto &connection : *all) {
        const auto system = systemOf(database, connection.id);
        FROST_TRY(system);
        const auto epoch = holdEpoch(database, connection.id);
        FROST_TRY(epoch);
        if (connection.id != context.connection && !system->isEmpty())
            shared.append({connection.id, *system, *epoch});
    }
    return shared;
}

} // namespace

Task<Result<>> tellLinks(RunContext &context)
{
    const auto news = co_await tell(context, newsStatement());
    if (!news)
        co_return fail(news.error());
    co_return co_await tell(context, goneStatement());
}

HubServer *hubServer(const RunContext &context)
{
    return context.remoteChanges.terms().voice == RemoteTerms::Voice::Main ? context.provider.hubServer() : nullptr;
}

Result<LocalId> commonName(RunContext &context, const EntityType &type, const LocalId &record)
{
    if (!context.hold)
        return madeAs(context.links, type, record);
    Links main(context.writer.database().sql(), context.hold->through().main, context.clock, context.random);
    return madeAs(main, type, record);
}

Result<NamesElsewhere> NamesElsewhere::read(RunContext &context)
{
    const auto shared = sharedConnections(context);
    FROST_TRY(shared);
    NamesElsewhere names;
    for (const auto &one : *shared)
        names.m_systems.push_back({Links(context.writer.database().sql(), one.id, context.clock, context.random), one.system, one.epoch});
    return names;
}

Result<QList<NamedElsewhere>> NamesElsewhere::of(const EntityType &type, const LocalId &record)
{
    QList<NamedElsewhere> names;
    for (auto &system : m_systems) {
        const auto link = system.links.find(type, record);
        FROST_TRY(link);
        if (*link && (*link)->syncedAt.isValid())
            names.append({system.name, (*link)->remote, system.epoch});
    }
    return names;
}

Task<Result<>> LearnedLinks::ask(HubServer &server)
{
    const auto shared = sharedConnections(m_context);
    if (!shared)
        co_return fail(shared.error());
    for (const auto &one : *shared) {
        Told told(one.id, one.epoch);
        QString system = one.system;
        auto asked = co_await ask(server, std::move(told), std::move(system));
        if (!asked)
            co_return fail(asked.error());
        m_told.push_back(*std::move(asked));
    }
    co_return Result<>();
}

Task<Result<LearnedLinks::Told>> LearnedLinks::ask(HubServer &server, Told told, QString system)
{
    Learner learner(m_context, told.connection, told.ownEpoch);
    const auto checkpoint = learner.links().checkpoint(kPosition);
    if (!checkpoint)
        co_return fail(checkpoint.error());
    QString position = *checkpoint;
    for (bool more = true; more;) {
        QString name = system;
        QString from = position;
        auto page = co_await server.sharedLinks(std::move(name), std::move(from));
        if (!page && page.error().kind == ErrorKind::Expired && told.start == Told::Start::GoesOn && !position.isEmpty()) {
            told.start = Told::Start::BeginsAgain;
            told.pages.clear();
            position.clear();
            continue;
        }
        if (!page)
            co_return fail(page.error());
        more = page->hasMore;
        if (page->links.empty() && page->checkpoint == position)
            break;
        position = page->checkpoint;
        const auto recognised = m_context.write([&]() -> Result<> {
            for (const auto &link : page->links)
                FROST_TRY(learner.recognise(link));
            return {};
        });
        if (!recognised)
            co_return fail(recognised.error());
        told.pages.push_back(*std::move(page));
    }
    co_return told;
}

Result<> LearnedLinks::apply()
{
    for (const auto &told : m_told) {
        Learner learner(m_context, told.connection, told.ownEpoch);
        if (told.start == Told::Start::BeginsAgain)
            FROST_TRY(m_context.write([&] { return learner.beginAgain(); }));
        for (const auto &page : told.pages) {
            const auto applied = m_context.write([&] { return learner.apply(page); });
            FROST_TRY(applied);
        }
    }
    return {};
}

Result<> endCarriedOut(RunContext &context)
{
    const auto shared = sharedConnections(context);
    FROST_TRY(shared);
    for (const auto &one : *shared) {
        Learner learner(context, one.id, one.epoch);
        const auto done = learner.done();
        FROST_TRY(done);
        if (!done->isEmpty())
            FROST_TRY(context.write([&] { return learner.end(*done); }));
    }
    return {};
}

} // namespace frost
