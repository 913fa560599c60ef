// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/opencompany.h"

#include "app/composition/talk.h"
#include "core/sync/scope.h"

#include <QJsonArray>

#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! The remote may be fine; it just was not there to be asked.
bool notReached(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::OutcomeUnknown || kind == ErrorKind::RateLimited;
}

constexpr std::array kToldByRemote{"tenant"_L1, "user"_L1, "permissions"_L1};

QJsonObject withAccess(QJsonObject settings, const RemoteAccess &access)
{
    settings.insert(u"tenant"_s, access.tenant.toString());
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
    for (const auto &name : kToldByRemote)
        settings.remove(name);
    return settings;
}

bool knowsTenant(const Connection &connection)
{
    return connection.settings.contains("tenant"_L1);
}

//! Two tenants of one server may both have a company of this name; records never go from one to the other.
Result<> checkTenant(const Connection &connection, const RemoteAccess &access)
{
    const auto known = connection.settings["tenant"_L1].toString();
    if (!knowsTenant(connection) || known == access.tenant.toString())
        return {};
    return fail(ErrorKind::Forbidden, u"connection.otherTenant"_s, {connection.id.toString(), known, access.tenant.toString()});
}

QString queuedKey(const ConnectionId &connection)
{
    return u"queuedFor/"_s + connection.toString();
}

} // namespace

OpenCompany::OpenCompany(const Seams &seams, std::unique_ptr<Database> database)
    : Company(seams.clock, seams.random, std::move(database)), m_seams(seams)
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

SecretKey OpenCompany::secretKey(const ConnectionId &connection)
{
    return {database().tenant(), database().company(), connection, database().device()};
}

Result<> OpenCompany::remember(const Connection &connection, const RemoteAccess &access)
{
    FROST_TRY(checkTenant(connection, access));
    const auto settings = withAccess(connection.settings, access);
    if (settings != connection.settings)
        FROST_TRY(connections().update(connection.id, settings));
    return readUser();
}

Task<Result<SecretStore::Place>> OpenCompany::keepToken(ConnectionId connection, QByteArray token)
{
    SecretKey key = secretKey(connection);
    co_return co_await m_seams.secrets.write(std::move(key), std::move(token));
}

//! No connection, no token.
Task<Result<Connection>> OpenCompany::addConnection(ConnectionId id, QString provider, QJsonObject settings)
{
    auto added = connections().add(id, provider, settings);
    if (added)
        co_return added;
    SecretKey key = secretKey(id);
    if (auto removed = co_await m_seams.secrets.remove(std::move(key)); !removed)
        co_return fail(removed.error());
    co_return fail(added.error());
}

Task<Result<OpenCompany::Connected>> OpenCompany::connect(NewConnection wanted)
{
    Talk talk(m_talks, Talk::Kind::Connect, m_seams.transport);
    co_return co_await connect(std::move(wanted), talk);
}

Task<Result<OpenCompany::Connected>> OpenCompany::connect(NewConnection wanted, Talk &talk)
{
    const auto known = connections().find(wanted.id);
    if (!known)
        co_return fail(known.error());
    const bool moves = *known && placeOf((*known)->settings) != wanted.settings;
    if (*known && ((*known)->provider != wanted.provider || (moves && knowsTenant(**known))))
        co_return fail(ErrorKind::Conflict, u"connection.exists"_s, {wanted.id.toString()});

    Connected connected;
    connected.renewed = known->has_value();
    Connection connection = *known && !moves ? **known : Connection{wanted.id, wanted.provider, wanted.settings, false, {}};
    const auto access = co_await askAccess(connection, wanted.token, talk.transport, m_seams.clock);
    const bool mustBeChecked = wanted.unreached == Unreached::Refuse || talk.transport.isStopped();
    if (!access && (mustBeChecked || !notReached(access.error().kind)))
        co_return fail(access.error());
    if (!access)
        connected.unchecked = access.error();
    else if (auto same = checkTenant(connection, *access); !same)
        co_return fail(same.error());

    const auto place = co_await keepToken(wanted.id, wanted.token);
    if (!place)
        co_return fail(place.error());
    connected.place = *place;

    if (!*known) {
        auto added = co_await addConnection(wanted.id, wanted.provider, wanted.settings);
        if (!added)
            co_return fail(added.error());
        connection = *std::move(added);
    } else if (moves) {
        if (auto moved = connections().update(wanted.id, wanted.settings); !moved)
            co_return fail(moved.error());
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
    const auto done = database().meta(queuedKey(connection));
    FROST_TRY(done);
    if (!done->isEmpty())
        return {};
    auto transaction = Transaction::begin(database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(writer().reloadConnections());
    for (const auto &type : schema().types())
        FROST_TRY(queueAll(type, connection));
    FROST_TRY(database().setMeta(queuedKey(connection), toIso(m_seams.clock.now())));
    return transaction->commit();
}

Result<> OpenCompany::queueAll(const EntityType &type, const ConnectionId &connection)
{
    const auto rules = rulesOf(database(), connection);
    FROST_TRY(rules);
    auto known = links(connection);
    return queueMissing(writer(), known, rules->of(type), type, actor().user);
}

// A connection that was made while the remote was away: before anything is exchanged it is known whose data this is.
Task<Result<Connection>> OpenCompany::introduced(Connection connection, QByteArray token, Transport &transport)
{
    if (knowsTenant(connection))
        co_return connection;
    const auto access = co_await askAccess(connection, token, transport, m_seams.clock);
    if (!access)
        co_return fail(access.error());
    if (auto remembered = remember(connection, *access); !remembered)
        co_return fail(remembered.error());
    connection.settings = withAccess(connection.settings, *access);
    co_return connection;
}

// Rights change over there. A remote that does not answer this is asked again by the next run, which says so if it
// cannot reach it either.
Task<Result<>> OpenCompany::refreshAccess(Connection connection, QByteArray token, Transport &transport)
{
    const auto access = co_await askAccess(connection, token, transport, m_seams.clock);
    if (!access)
        co_return Result<>();
    co_return remember(connection, *access);
}

} // namespace frost
