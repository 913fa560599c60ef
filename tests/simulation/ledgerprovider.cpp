// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/ledgerprovider.h"

#include "core/base/json.h"
#include "core/net/retryafter.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {
//! A batch sends for so long at most: its last create must not begin its way when the time of the first runs out.
constexpr std::chrono::milliseconds kLongestBatch{10'000};

HttpRequest requestOf(const QByteArray &method, const QString &path, const QList<std::pair<QString, QString>> &query = {})
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl(u"http://ledger/"_s + path);
    QUrlQuery items;
    for (const auto &[name, value] : query)
        items.addQueryItem(name, value);
    request.url.setQuery(items);
    return request;
}

RemoteRecord recordOf(const EntityType &type, const QJsonObject &item)
{
    RemoteRecord record;
    record.type = type;
    record.id = RemoteId(QString::number(item["id"_L1].toInteger()));
    record.body = item["data"_L1].toObject();
    return record;
}

bool isUnknown(const Error &error)
{
    return error.kind == ErrorKind::OutcomeUnknown || error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::TooLarge;
}

PushOutcome outcomeOf(PushOutcome::Kind kind, Error error)
{
    PushOutcome outcome;
    outcome.kind = kind;
    outcome.error = std::move(error);
    return outcome;
}

ErrorKind kindOf(int status)
{
    switch (status) {
    case 403: return ErrorKind::Forbidden;
    case 404: return ErrorKind::NotFound;
    case 422: return ErrorKind::Rejected;
    case 429: return ErrorKind::RateLimited;
    default: return ErrorKind::OutcomeUnknown;
    }
}
} // namespace

LedgerProvider::LedgerProvider(Transport &transport, Clock &clock) : m_transport(transport), m_clock(clock)
{
    m_capabilities.feeds = {u"modified"_s};
    m_capabilities.entityTypes = {EntityType(u"customers"_s), EntityType(u"invoices"_s)};
    m_capabilities.pageSize = 20;
    m_capabilities.batchSize = 8;
    m_capabilities.versions = Capabilities::Versions::None;
    m_capabilities.keys = Capabilities::Keys::None;
    m_capabilities.deletes = Capabilities::Deletes::Silent;
}

Task<Result<QJsonObject>> LedgerProvider::exchange(HttpRequest request)
{
    const auto response = co_await m_transport.send(std::move(request));
    if (!response)
        co_return fail(response.error());
    const auto body = parseJsonObject(response->body, 64);
    if (!body)
        co_return fail(response->status < 300 ? ErrorKind::Corrupt : kindOf(response->status), u"remote.malformed"_s, {u"body"_s});
    if (response->status < 300)
        co_return *body;
    Error error{kindOf(response->status), (*body)["code"_L1].toString(), {}, {}, retryAfter(response->headers, m_clock.now())};
    for (const auto &arg : (*body)["args"_L1].toArray())
        error.args += arg.toString();
    co_return fail(error);
}

Task<Result<Page>> LedgerProvider::pull(QString, QString checkpoint, int limit)
{
    const auto since = checkpoint.section(u'|', 0, 0);
    HttpRequest http = requestOf("GET", u"changes"_s, {{u"since"_s, since}, {u"after"_s, checkpoint.section(u'|', 1)},
                                                      {u"limit"_s, QString::number(limit)}});
    const auto answer = co_await exchange(std::move(http));
    if (!answer)
        co_return fail(answer.error());
    if (!(*answer)["items"_L1].isArray())
        co_return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {u"items"_s});
    Page page;
    page.checkpoint = checkpoint;
    page.hasMore = (*answer)["more"_L1].toBool();
    for (const auto &value : (*answer)["items"_L1].toArray()) {
        const auto item = value.toObject();
        const EntityType type(item["type"_L1].toString());
        page.changes.push_back(recordOf(type, item));
        page.checkpoint = QString::number(item["modified"_L1].toInteger());
        if (page.hasMore)
            page.checkpoint += u'|' + type.toString() + u'/' + page.changes.back().id.toString();
    }
    if (!page.hasMore)
        page.checkpoint = page.checkpoint.section(u'|', 0, 0);
    co_return page;
}

Task<Result<RemoteRecord>> LedgerProvider::fetch(EntityType type, RemoteId id)
{
    HttpRequest http = requestOf("GET", type.toString() + u'/' + id.toString());
    const auto answer = co_await exchange(std::move(http));
    if (!answer)
        co_return fail(answer.error());
    auto record = recordOf(type, *answer);
    if (record.id != id)
        co_return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {u"id"_s});
    co_return record;
}

Task<Result<std::optional<RemoteRecord>>> LedgerProvider::find(EntityType type, CreateMarker marker)
{
    HttpRequest http = requestOf("GET", type.toString(), {{u"reference"_s, marker.body["externalReference"_L1].toString()}});
    const auto answer = co_await exchange(std::move(http));
    if (!answer)
        co_return fail(answer.error());
    if (answer->isEmpty())
        co_return std::optional<RemoteRecord>();
    co_return std::optional(recordOf(type, *answer));
}

Task<Result<KeyPage>> LedgerProvider::keys(EntityType type, QString page)
{
    KeyPage keys;
    if (!m_capabilities.takes(type))
        co_return keys;
    HttpRequest http = requestOf("GET", u"keys"_s, {{u"type"_s, type.toString()}, {u"after"_s, page}});
    const auto answer = co_await exchange(std::move(http));
    if (!answer)
        co_return fail(answer.error());
    if (!(*answer)["ids"_L1].isArray())
        co_return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {u"ids"_s});
    for (const auto &id : (*answer)["ids"_L1].toArray())
        keys.ids.push_back(RemoteId(QString::number(id.toInteger())));
    if ((*answer)["more"_L1].toBool())
        keys.next = keys.ids.back().toString();
    co_return keys;
}

Task<Result<QString>> LedgerProvider::identity()
{
    co_return QString();
}

PushRequest LedgerProvider::encode(const PushDraft &draft) const
{
    return {draft.operation, draft.kind, draft.type, draft.local, draft.remote, draft.key, toCanonicalJson(draft.body)};
}

Task<Result<PushOutcome>> LedgerProvider::send(PushRequest request)
{
    const bool isCreate = request.kind == OperationKind::Create;
    const bool isDelete = request.kind == OperationKind::Delete;
    HttpRequest http = requestOf(isCreate ? "POST" : isDelete ? "DELETE" : "PUT",
                                 request.type.toString() + (isCreate ? QString() : u'/' + request.remote.toString()));
    http.body = isDelete ? QByteArray() : request.bytes;
    const auto answer = co_await exchange(std::move(http));
    PushOutcome outcome;
    outcome.id = request.remote;
    if (answer) {
        if (isCreate)
            outcome.id = RemoteId(QString::number((*answer)["id"_L1].toInteger()));
        outcome.kind = PushOutcome::Kind::Applied;
        if (outcome.id == RemoteId(u"0"_s))
            co_return fail(ErrorKind::OutcomeUnknown, u"remote.malformed"_s, {u"id"_s});
        co_return outcome;
    }
    if (answer.error().kind == ErrorKind::NotFound && isDelete) {
        outcome.kind = PushOutcome::Kind::Applied;
        co_return outcome;
    }
    if (answer.error().kind == ErrorKind::NotFound) {
        outcome.kind = PushOutcome::Kind::Conflict;
        outcome.remote = RemoteRecord();
        outcome.remote->type = request.type;
        outcome.remote->id = request.remote;
        outcome.remote->deleted = true;
        co_return outcome;
    }
    if (answer.error().kind == ErrorKind::Forbidden || answer.error().kind == ErrorKind::Rejected)
        co_return outcomeOf(PushOutcome::Kind::Rejected, answer.error());
    co_return fail(answer.error());
}

Task<Result<std::vector<PushOutcome>>> LedgerProvider::push(std::vector<PushRequest> requests)
{
    std::vector<PushOutcome> outcomes;
    const auto began = m_clock.now();
    std::optional<Error> stopped;
    for (const auto &request : requests) {
        if (!stopped && began.msecsTo(m_clock.now()) > kLongestBatch.count())
            stopped = Error{ErrorKind::Offline, u"batch.tooLong"_s, {}, {}, {}};
        if (stopped) {
            outcomes.push_back(outcomeOf(PushOutcome::Kind::Retry, *stopped));
            continue;
        }
        PushRequest one = request;
        auto sent = co_await send(std::move(one));
        if (sent) {
            outcomes.push_back(*std::move(sent));
            continue;
        }
        const bool unknown = isUnknown(sent.error());
        if (!unknown && outcomes.empty())
            co_return fail(sent.error());
        outcomes.push_back(outcomeOf(unknown ? PushOutcome::Kind::Unreadable : PushOutcome::Kind::Retry, sent.error()));
        stopped = Error{ErrorKind::Offline, u"net.noAnswer"_s, {u"ledger"_s}, {}, {}};
    }
    co_return outcomes;
}

} // namespace frost::test
