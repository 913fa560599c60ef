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

//! An answer that is too long or cannot be read says nothing about what was done.
Error afterSending(Error error)
{
    if (error.kind == ErrorKind::TooLarge || error.kind == ErrorKind::Corrupt)
        error.kind = ErrorKind::OutcomeUnknown;
    return error;
}

} // namespace

FrostProvider::FrostProvider(Settings settings, Transport &transport, Clock &clock)
    : m_settings(std::move(settings)), m_transport(transport), m_clock(clock)
{
    m_capabilities.feeds = {u"all"_s};
    m_capabilities.pageSize = 500;
    m_capabilities.batchSize = 500;
}

HttpRequest FrostProvider::companyRequest(const QByteArray &method, const QString &path, const Query &query) const
{
    Query whole{{u"practiceId"_s, m_settings.company}};
    if (!m_settings.tenant.isEmpty())
        whole.append({u"tenantId"_s, m_settings.tenant});
    return request(method, path, whole + query);
}

HttpRequest FrostProvider::request(const QByteArray &method, const QString &path, const Query &query) const
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
    Query query{{u"limit"_s, QString::number(limit)}};
    if (!checkpoint.isEmpty())
        query.append({u"cursor"_s, checkpoint});
    HttpRequest http = companyRequest("GET", u"/api/sync/pull"_s, query);
    const auto response = co_await m_transport.send(std::move(http));
    if (!response)
        co_return fail(response.error());
    if (response->status != 200)
        co_return fail(decodeError(*response));
    co_return decodePage(response->body);
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
    HttpRequest http = companyRequest("POST", u"/api/sync/push"_s);
    http.headers.insert("content-type", "application/json");
    http.body = encodePush(requests, m_clock.now());
    const auto response = co_await m_transport.send(std::move(http));
    if (!response)
        co_return fail(afterSending(response.error()));
    if (response->status != 200)
        co_return fail(decodeError(*response));
    auto outcomes = decodePush(response->body, requests);
    if (!outcomes)
        co_return fail(afterSending(outcomes.error()));
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
