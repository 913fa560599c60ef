// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/opencompany.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

UserId systemUser()
{
    for (const char *name : {"USER", "USERNAME"}) {
        if (const auto user = qEnvironmentVariable(name); !user.isEmpty())
            return UserId(user);
    }
    return UserId(QFileInfo(QDir::homePath()).owner());
}

//! The remote may be fine; it just was not there to be asked.
bool notReached(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::OutcomeUnknown || kind == ErrorKind::RateLimited;
}

QJsonObject withAccess(QJsonObject settings, const RemoteAccess &access)
{
    settings.insert(u"user"_s, access.user.toString());
    if (access.permissions)
        settings.insert(u"permissions"_s, QJsonArray::fromStringList(*access.permissions));
    else
        settings.remove(u"permissions"_s);
    return settings;
}

//! The settings that say where a connection leads, without what the remote told about the person.
QJsonObject placeOf(QJsonObject settings)
{
    settings.remove(u"user"_s);
    settings.remove(u"permissions"_s);
    return settings;
}

QString queuedKey(const ConnectionId &connection)
{
    return u"queuedFor/"_s + connection.toString();
}

} // namespace

OpenCompany::OpenCompany(const Seams &seams, std::unique_ptr<Database> database)
    : m_seams(seams), m_database(std::move(database)), m_connections(m_database->sql(), seams.clock),
      m_runs(m_database->sql(), seams.clock), m_conflicts(m_database->sql(), seams.clock), m_shownIds(m_database->sql()),
      m_writer(*m_database, seams.clock, seams.random), m_editor(m_writer, seams.clock, seams.random),
      m_resolver(m_writer, m_conflicts, seams.clock, seams.random), m_user(systemUser())
{
}

Result<std::unique_ptr<OpenCompany>> OpenCompany::assemble(const Seams &seams, Result<std::unique_ptr<Database>> database)
{
    FROST_TRY(database);
    std::unique_ptr<OpenCompany> company(new OpenCompany(seams, *std::move(database)));
    FROST_TRY(company->readUser());
    return company;
}

Result<std::unique_ptr<OpenCompany>> OpenCompany::open(const Seams &seams, const DataFolder::Company &company,
                                                       const Database::Options &options)
{
    return assemble(seams, Database::open(company, seams.clock, seams.random, options));
}

Result<std::unique_ptr<OpenCompany>> OpenCompany::create(const Seams &seams, const DataFolder::Company &company,
                                                         const QStringList &packs, const Database::Options &options)
{
    return assemble(seams, Database::create(company, packs, seams.clock, seams.random, options));
}

Links OpenCompany::links(const ConnectionId &connection)
{
    return Links(m_database->sql(), connection, m_seams.clock, m_seams.random);
}

SecretKey OpenCompany::secretKey(const ConnectionId &connection) const
{
    return {m_database->tenant(), m_database->company(), connection, m_database->device()};
}

// The main connection says who this is and what they may do.
Result<> OpenCompany::readUser()
{
    const auto connections = m_connections.list();
    FROST_TRY(connections);
    if (connections->isEmpty())
        return {};
    const auto &settings = connections->first().settings;
    if (const auto user = settings["user"_L1].toString(); !user.isEmpty())
        m_user = UserId(user);
    std::optional<QStringList> permissions;
    if (const auto known = settings["permissions"_L1]; known.isArray())
        permissions = known.toVariant().toStringList();
    m_editor.setPermissions(permissions);
    return {};
}

Result<> OpenCompany::remember(Connection connection, const RemoteAccess &access)
{
    const auto settings = withAccess(connection.settings, access);
    if (settings != connection.settings)
        FROST_TRY(m_connections.update(connection.id, settings));
    return readUser();
}

Task<Result<OpenCompany::Connected>> OpenCompany::connect(NewConnection wanted)
{
    const auto known = m_connections.find(wanted.id);
    if (!known)
        co_return fail(known.error());
    if (*known && ((*known)->provider != wanted.provider || placeOf((*known)->settings) != wanted.settings))
        co_return fail(ErrorKind::Conflict, u"connection.exists"_s, {wanted.id.toString()});

    Connected connected;
    connected.renewed = known->has_value();
    Connection connection = *known ? **known : Connection{wanted.id, wanted.provider, wanted.settings, false, {}};
    const auto access = co_await askAccess(connection, wanted.token, m_seams.transport, m_seams.clock);
    if (!access && !notReached(access.error().kind))
        co_return fail(access.error());
    if (!access)
        connected.unchecked = access.error();

    const auto place = co_await m_seams.secrets.write(secretKey(wanted.id), wanted.token);
    if (!place)
        co_return fail(place.error());
    connected.place = *place;

    if (!*known) {
        auto added = m_connections.add(wanted.id, wanted.provider, wanted.settings);
        if (!added) {
            if (auto removed = co_await m_seams.secrets.remove(secretKey(wanted.id)); !removed)
                co_return fail(removed.error());
            co_return fail(added.error());
        }
        connection = *std::move(added);
    }
    if (access) {
        if (auto remembered = remember(connection, *access); !remembered)
            co_return fail(remembered.error());
    }
    if (auto queued = queueExisting(wanted.id); !queued)
        co_return fail(queued.error());
    co_return connected;
}

// Done once for each connection. The mark commits with the operations, so a crash in between is made good by the next
// run.
Result<> OpenCompany::queueExisting(const ConnectionId &connection)
{
    const auto done = m_database->meta(queuedKey(connection));
    FROST_TRY(done);
    if (!done->isEmpty())
        return {};
    auto transaction = Transaction::begin(m_database->sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(m_writer.reloadConnections());
    for (const auto &type : schema().types())
        FROST_TRY(queueAll(type, connection));
    FROST_TRY(m_database->setMeta(queuedKey(connection), toIso(m_seams.clock.now())));
    return transaction->commit();
}

Result<> OpenCompany::queueAll(const EntityType &type, const ConnectionId &connection)
{
    auto store = m_database->objectStore(type);
    FROST_TRY(store);
    auto known = links(connection);
    const auto queueOne = [&](const LocalId &record) -> Result<> {
        const auto link = known.find(type, record);
        FROST_TRY(link);
        if (*link)
            return {};
        return outbox().enqueue(connection, type, record, OperationKind::Create, Priority::Normal, m_user);
    };
    Result<> queued;
    FROST_TRY(store->forEach([&](const Record &record) {
        queued = queueOne(record.id);
        return queued.has_value();
    }));
    return queued;
}

Task<Result<RunReport>> OpenCompany::sync(Connection connection, SyncEngine::Options options)
{
    const auto token = co_await m_seams.secrets.read(secretKey(connection.id));
    if (!token)
        co_return fail(token.error());
    const auto provider = makeProvider(connection, *token, m_seams.transport, m_seams.clock);
    if (!provider)
        co_return fail(provider.error());
    if (auto queued = queueExisting(connection.id); !queued)
        co_return fail(queued.error());

    SyncEngine engine(m_writer, **provider, connection.id, actor(Source::Sync), m_seams.clock, m_seams.random,
                      m_seams.executor);
    m_running = &engine;
    auto report = co_await engine.run(std::move(options));
    m_running = nullptr;
    if (report && !report->error) {
        if (auto refreshed = co_await refreshAccess(connection, *token); !refreshed)
            co_return fail(refreshed.error());
    }
    co_return report;
}

// Rights change over there. A remote that does not answer this is asked again by the next run, which says so if it
// cannot reach it either.
Task<Result<>> OpenCompany::refreshAccess(Connection connection, QByteArray token)
{
    const auto access = co_await askAccess(connection, token, m_seams.transport, m_seams.clock);
    if (!access)
        co_return Result<>();
    co_return remember(connection, *access);
}

void OpenCompany::requestStop()
{
    if (m_running)
        m_running->requestStop();
}

} // namespace frost
