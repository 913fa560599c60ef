// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/frostserver/frostprovider.h"

#include "core/base/json.h"
#include "core/providers/frostserver/wire.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace frost::frostserver {

using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(const QJsonArray &array)
{
    QStringList result;
    for (const auto &value : array)
        result += value.toString();
    return result;
}

} // namespace

FrostProvider::FrostProvider(Settings settings, Transport &transport, Clock &clock)
    : m_settings(std::move(settings)), m_transport(transport), m_clock(clock)
{
    m_capabilities.feeds = {u"all"_s};
    m_capabilities.pageSize = 500;
    m_capabilities.batchSize = 500;
    m_capabilities.idempotencyKeys = true;
    m_capabilities.versions = true;
}

HttpRequest FrostProvider::request(const QByteArray &method, const QString &path,
                                   const QList<std::pair<QString, QString>> &query) const
{
    HttpRequest request;
    request.method = method;
    request.url = m_settings.url;
    QString base = m_settings.url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + path);
    QUrlQuery urlQuery;
    for (const auto &[name, value] : query)
        urlQuery.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    request.url.setQuery(urlQuery);
    request.headers.insert("authorization", "Bearer " + m_settings.token);
    return request;
}

Task<Result<Page>> FrostProvider::pull(QString, QString checkpoint, int limit)
{
    QList<std::pair<QString, QString>> query{{u"practiceId"_s, m_settings.company}, {u"limit"_s, QString::number(limit)}};
    if (!checkpoint.isEmpty())
        query.append({u"cursor"_s, checkpoint});
    HttpRequest http = request("GET", u"/api/sync/pull"_s, query);
    const auto response = co_await m_transport.send(std::move(http));
    if (!response)
        co_return fail(response.error());
    if (response->status != 200)
        co_return fail(decodeError(*response));
    co_return decodePage(response->body);
}

Task<Result<std::optional<RemoteRecord>>> FrostProvider::fetch(EntityType type, RemoteId id)
{
    HttpRequest http = request("GET", u"/api/sync/record"_s,
                               {{u"practiceId"_s, m_settings.company}, {u"entityType"_s, type.toString()}, {u"id"_s, id.toString()}});
    const auto response = co_await m_transport.send(std::move(http));
    if (!response)
        co_return fail(response.error());
    if (response->status == 404)
        co_return std::optional<RemoteRecord>();
    if (response->status != 200)
        co_return fail(decodeError(*response));
    const auto object = parseJsonObject(response->body, 64);
    if (!object)
        co_return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {u"record"_s});
    auto record = decodeChange((*object)["change"_L1].toObject());
    if (!record)
        co_return fail(record.error());
    co_return std::optional<RemoteRecord>(*std::move(record));
}

PushRequest FrostProvider::encode(const PushDraft &draft) const
{
    PushRequest request;
    request.operation = draft.operation;
    request.kind = draft.kind;
    request.type = draft.type;
    request.local = draft.local;
    request.remote = draft.remote;
    request.key = draft.key;
    request.bytes = encodeOperation(draft, m_settings.company);
    return request;
}

Task<Result<std::vector<PushOutcome>>> FrostProvider::push(std::vector<PushRequest> requests)
{
    HttpRequest http = request("POST", u"/api/sync/push"_s, {{u"practiceId"_s, m_settings.company}});
    http.headers.insert("content-type", "application/json");
    http.body = encodePush(requests, m_clock.now());
    const auto response = co_await m_transport.send(std::move(http));
    if (!response)
        co_return fail(response.error());
    if (response->status != 200)
        co_return fail(decodeError(*response));
    auto outcomes = decodePush(response->body, requests);
    if (!outcomes) // an answer we cannot read says nothing about what was done
        co_return fail(ErrorKind::OutcomeUnknown, outcomes.error().code, outcomes.error().args);
    co_return outcomes;
}

Task<Result<FrostProvider::Session>> FrostProvider::session()
{
    HttpRequest http = request("GET", u"/api/sync/session"_s, {});
    const auto response = co_await m_transport.send(std::move(http));
    if (!response)
        co_return fail(response.error());
    if (response->status != 200)
        co_return fail(decodeError(*response));
    const auto object = parseJsonObject(response->body);
    if (!object || !(*object)["companies"_L1].isArray())
        co_return fail(ErrorKind::Corrupt, u"remote.notFrost"_s, {m_settings.url.toString()});
    QStringList names;
    for (const auto &value : (*object)["companies"_L1].toArray()) {
        const auto company = value.toObject();
        names += company["name"_L1].toString();
        if (names.last() == m_settings.company) {
            co_return Session{(*object)["tenant"_L1].toString(), (*object)["user"_L1].toString(),
                              (*object)["role"_L1].toString(), textsOf(company["permissions"_L1].toArray()),
                              textsOf(company["packs"_L1].toArray())};
        }
    }
    co_return fail(ErrorKind::Forbidden, u"company.forbidden"_s, {m_settings.company, names.join(u", "_s)});
}

} // namespace frost::frostserver
