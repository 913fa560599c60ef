// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/remotes.h"

#include "core/providers/frostserver/frostprovider.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using frostserver::FrostProvider;

FrostProvider::Settings frostSettings(const Connection &connection, const QByteArray &token)
{
    return {QUrl(connection.settings["url"_L1].toString()), connection.settings["company"_L1].toString(), token,
            connection.settings["tenant"_L1].toString()};
}

Task<Result<RemoteAccess>> askFrost(Connection connection, QByteArray token, Transport &transport, Clock &clock)
{
    FrostProvider provider(frostSettings(connection, token), transport, clock);
    const auto session = co_await provider.session();
    if (session)
        co_return RemoteAccess{TenantId(session->tenant), UserId(session->user), session->permissions, session->packs};
    const auto &error = session.error();
    // A page of another program, or a Frost server somewhere else.
    if (error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Rejected)
        co_return fail(ErrorKind::Usage, u"connection.notThere"_s, {connection.settings["url"_L1].toString()}, error.logLine());
    co_return fail(error);
}

struct Remote {
    QLatin1StringView name;
    std::unique_ptr<Provider> (*make)(const Connection &, const QByteArray &, Transport &, Clock &);
    Task<Result<RemoteAccess>> (*askAccess)(Connection, QByteArray, Transport &, Clock &);
};

const std::array kRemotes{
    Remote{"frostserver"_L1,
           [](const Connection &connection, const QByteArray &token, Transport &transport,
              Clock &clock) -> std::unique_ptr<Provider> {
               return std::make_unique<FrostProvider>(frostSettings(connection, token), transport, clock);
           },
           &askFrost},
};

Result<const Remote *> remoteOf(const QString &provider)
{
    for (const auto &remote : kRemotes) {
        if (remote.name == provider)
            return &remote;
    }
    return fail(ErrorKind::Usage, u"provider.unknown"_s, {provider, providerNames().join(u", "_s)});
}

} // namespace

QStringList providerNames()
{
    QStringList names;
    for (const auto &remote : kRemotes)
        names += remote.name;
    return names;
}

Result<std::unique_ptr<Provider>> makeProvider(const Connection &connection, const QByteArray &token,
                                               Transport &transport, Clock &clock)
{
    const auto remote = remoteOf(connection.provider);
    FROST_TRY(remote);
    return (*remote)->make(connection, token, transport, clock);
}

Task<Result<RemoteAccess>> askAccess(Connection connection, QByteArray token, Transport &transport, Clock &clock)
{
    const auto remote = remoteOf(connection.provider);
    if (!remote)
        co_return fail(remote.error());
    co_return co_await (*remote)->askAccess(connection, token, transport, clock);
}

} // namespace frost
