// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sharedlinks.h"

#include "core/base/logging.h"
#include "core/links/connections.h"
#include "core/links/lostids.h"
#include "core/links/syncrules.h"
#include "core/sync/broughttwice.h"
#include "core/sync/toldlinks.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

const QString kPosition = u"told"_s; //!< the checkpoint of what holders have told

// What waits here although a later holder than this hub has told that both sides agree on the very version that we have.
const QByteArray &doneStatement()
{
    static const QByteArray statement =
        "SELECT o.id FROM operations o "
        "JOIN told_links t ON t.connection = ?1 AND t.type = o.type AND t.local_id = o.record AND t.epoch > ?3 "
        "JOIN links m ON m.connection = ?2 AND m.type = o.type AND m.local_id = o.record AND m.version = t.record_version "
        "WHERE o.connection = ?1 AND o.state IN ('pending', 'processing', 'verify', 'failed') AND t.record_version <> '' "
        "AND NOT " + queueWaits("(?2)", "o.type", "o.record");
    return statement;
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
            const auto applied = isolated(sql(), [&] { return apply(link); });
            if (!applied && !concernsOneRecord(applied.error()))
                return applied;
            if (!applied) { // everything else goes on; who takes over asks the system itself
                m_links.forget();
                m_context.links.forget();
                qCWarning(lcSync).noquote() << "link set aside:" << link.type.toString() << applied.error().logLine();
            }
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
        FROST_TRY(rememberTold(sql(), m_links.connection(), *local, told));
        // What this hub has done as a later holder is newer; of what it does not know at all it has done nothing.
        if (told.epoch <= m_ownEpoch && (*known || *other || told.remote.isEmpty()))
            return {};
        if (told.isBeingMade() && !*known)
            return {}; // what waits here waits on
        if (*known && (*known)->remote != told.remote)
            FROST_TRY(forget(told.type, *local));
        if (told.remote.isEmpty())
            return queueDifference(told, *local);
        if (*other && (*other)->local != *local) {
            FROST_TRY(endBroughtTwice(m_context, m_links, told.type, (*other)->local, *local));
            FROST_TRY(forget(told.type, (*other)->local));
        }
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
