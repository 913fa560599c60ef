// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/frostserver/frostprovider.h"

#include "core/base/json.h"
#include "core/net/serveraddress.h"
#include "core/net/tuning.h"
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

//! The one feed that has everything.
constexpr auto kEverything = "all"_L1;

} // namespace

FrostProvider::FrostProvider(Settings settings, Transport &transport, Clock &clock)
    : m_settings(std::move(settings)), m_transport(transport), m_clock(clock)
{
    m_capabilities.feeds = {kEverything};
    m_capabilities.typeFeeds = Capabilities::TypeFeeds::Each;
    m_capabilities.pageSize = 500;
    m_capabilities.batchSize = 500;
    m_capabilities.channel = Capabilities::Channel::Events;
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

Task<Result<Page>> FrostProvider::pull(QString feed, QString checkpoint, int limit)
{
    Query query{{u"limit"_s, QString::number(limit)}};
    if (feed != kEverything)
        query.append({u"entityTypes"_s, feed});
    if (!checkpoint.isEmpty())
        query.append({u"cursor"_s, checkpoint});
    if (checkpoint.isEmpty() || checkpoint != m_lastCursor) // not in the middle: counting is work for the server
        query.append({u"count"_s, u"true"_s});
    HttpRequest http = companyRequest("GET", u"/api/sync/pull"_s, query);
    const auto answer = co_await answerTo(std::move(http));
    if (!answer)
        co_return fail(answer.error());
    auto page = decodePage(*answer);
    m_lastCursor = page ? page->checkpoint : QString();
    co_return page;
}

Task<Result<RemoteRecord>> FrostProvider::record(EntityType type, QString id)
{
    HttpRequest http = companyRequest("GET", u"/api/sync/record"_s, {{u"entityType"_s, type.toString()}, {u"id"_s, id}});
    const auto answer = co_await answerTo(std::move(http));
    if (!answer)
        co_return fail(answer.error());
    auto found = decodeRecord(*answer);
    if (found && found->type != type)
        co_return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {u"entityType"_s});
    co_return found;
}

Task<Result<RemoteRecord>> FrostProvider::fetch(EntityType type, RemoteId id)
{
    QString known = id.toString();
    co_return co_await record(std::move(type), std::move(known));
}

Task<Result<std::optional<RemoteRecord>>> FrostProvider::find(EntityType type, CreateMarker marker)
{
    QString temporary = marker.local.toString();
    auto found = co_await record(std::move(type), std::move(temporary));
    if (found)
        co_return std::optional(*std::move(found));
    if (found.error().code == "record.unknown"_L1)
        co_return std::optional<RemoteRecord>();
    co_return fail(found.error());
}

Task<Result<KeyPage>> FrostProvider::keys(EntityType type, QString page)
{
    QString feed = type.toString();
    const auto changes = co_await pull(std::move(feed), std::move(page), m_capabilities.pageSize);
    if (!changes)
        co_return fail(changes.error());
    KeyPage keys;
    for (const auto &change : changes->changes) {
        if (!change.deleted)
            keys.ids.push_back(change.id);
    }
    keys.next = changes->hasMore ? changes->checkpoint : QString();
    co_return keys;
}

Task<Result<QString>> FrostProvider::identity()
{
    co_return QString();
}

ChangeStream FrostProvider::changeStream() const
{
    ChangeStream stream{companyRequest("GET", u"/api/sync/events"_s), "change"};
    stream.request.timeout = kStreamSilence;
    return stream;
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
    if (!isThisComputer(http.url)) // packing costs more than a wire within one computer
        http.coding = HttpRequest::Coding::Gzip;
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

Task<Result<QByteArray>> FrostProvider::post(QString path, QByteArray body)
{
    HttpRequest http = companyRequest("POST", path);
    http.headers.insert("content-type", "application/json");
    http.body = std::move(body);
    co_return co_await answerTo(std::move(http));
}

Task<Result<QByteArray>> FrostProvider::answerTo(HttpRequest http)
{
    const auto response = co_await m_transport.send(std::move(http));
    if (!response)
        co_return fail(response.error());
    if (response->status != 200)
        co_return fail(decodeError(*response));
    co_return response->body;
}

Task<Result<HoldAnswer>> FrostProvider::hold(HoldRequest request)
{
    const auto answer = co_await post(u"/api/sync/holder"_s, encodeHold(request));
    if (!answer)
        co_return fail(answer.error());
    co_return decodeHold(*answer);
}

Task<Result<>> FrostProvider::tellLinks(QString connection, QString hub, qint64 epoch, std::vector<SharedLink> links)
{
    const auto answer = co_await post(u"/api/sync/links"_s, encodeLinks(connection, hub, epoch, links));
    if (!answer)
        co_return fail(answer.error());
    co_return Result<>();
}

Task<Result<SharedLinkPage>> FrostProvider::sharedLinks(QString connection, QString checkpoint)
{
    Query query{{u"connection"_s, connection}};
    if (!checkpoint.isEmpty())
        query.append({u"cursor"_s, checkpoint});
    HttpRequest http = companyRequest("GET", u"/api/sync/links"_s, query);
    const auto answer = co_await answerTo(std::move(http));
    if (!answer)
        co_return fail(answer.error());
    co_return decodeLinks(*answer);
}

Task<Result<FrostProvider::Session>> FrostProvider::session()
{
    HttpRequest http = request("GET", u"/api/sync/session"_s, {});
    const auto answer = co_await answerTo(std::move(http));
    if (!answer)
        co_return fail(answer.error());
    const auto object = parseJsonObject(*answer);
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
