// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/frostserver/wire.h"

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/net/retryafter.h"

#include <QJsonArray>

namespace frost::frostserver {

using namespace Qt::StringLiterals;

namespace {

auto malformed(const QString &what)
{
    return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {what});
}

constexpr qsizetype kLongestId = 128; //!< an id that others gave becomes a key here
constexpr std::chrono::hours kLongestHold{24}; //!< what promises more is no grant of ours
constexpr qsizetype kLongestRemoteId = 200; //!< as the server takes them

// The server's ids are JSON integers; a plain text is accepted as well.
RemoteId remoteId(const QJsonValue &value)
{
    if (value.isString())
        return RemoteId(value.toString());
    const qint64 number = value.toInteger(-1);
    return number >= 0 ? RemoteId(QString::number(number)) : RemoteId();
}

QString versionText(const QJsonValue &value)
{
    const qint64 number = value.toInteger(-1);
    return number >= 0 ? QString::number(number) : QString();
}

QJsonValue idValue(const RemoteId &id)
{
    bool isNumber = false;
    const qint64 number = id.toString().toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(id.toString());
}

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401: return ErrorKind::Unauthorized;
    case 403: return ErrorKind::Forbidden;
    case 404: return ErrorKind::NotFound;
    case 409: return ErrorKind::Conflict;
    case 410: return ErrorKind::Expired;
    case 413: return ErrorKind::TooLarge;
    case 429: return ErrorKind::RateLimited;
    default: break;
    }
    if (status >= 500)
        return ErrorKind::OutcomeUnknown; // it may have failed after the commit
    if (status >= 400)
        return ErrorKind::Rejected;
    // A redirect comes from somebody in between (a captive portal, a wrong address), before anything was carried out. Any
    // other status, 303 among them, may be told after it was.
    return status >= 300 && status != 303 ? ErrorKind::Offline : ErrorKind::OutcomeUnknown;
}

QStringList strings(const QJsonArray &array)
{
    QStringList result;
    for (const auto &value : array)
        result += value.toString();
    return result;
}

Result<PushOutcome> conflictOutcome(const QJsonObject &result, const PushRequest &request)
{
    const auto data = result["conflictData"_L1].toObject();
    const auto state = data["serverData"_L1];
    // Only an explicit null says that the record is gone: a member that was lost on the way must not delete anything.
    if (!state.isObject() && !state.isNull())
        return malformed(u"serverData"_s);
    PushOutcome outcome;
    outcome.kind = PushOutcome::Kind::Conflict;
    outcome.id = remoteId(result["realId"_L1]);
    outcome.version = versionText(result["version"_L1]);
    outcome.conflictType = data["conflictType"_L1].toString();
    if (outcome.id.isEmpty())
        return malformed(u"realId"_s);
    if (state.isObject() && outcome.version.isEmpty())
        return malformed(u"version"_s);
    RemoteRecord remote;
    remote.type = request.type;
    remote.id = outcome.id;
    remote.version = outcome.version;
    remote.deleted = !state.isObject();
    remote.body = state.toObject();
    remote.updatedAt = fromIso(data["updatedAt"_L1].toString());
    remote.updatedBy = data["updatedBy"_L1].toString();
    outcome.remote = remote;
    return outcome;
}

Result<PushOutcome> appliedOutcome(const QJsonObject &result, const PushRequest &request)
{
    PushOutcome outcome;
    outcome.kind = PushOutcome::Kind::Applied;
    outcome.id = remoteId(result["realId"_L1]);
    outcome.version = versionText(result["version"_L1]);
    if (outcome.id.isEmpty() || outcome.version.isEmpty())
        return malformed(u"realId"_s);
    if (result["serverData"_L1].isObject()) {
        RemoteRecord remote;
        remote.type = request.type;
        remote.id = outcome.id;
        remote.version = outcome.version;
        remote.body = result["serverData"_L1].toObject();
        outcome.remote = remote;
    }
    return outcome;
}

Result<PushOutcome> refusedOutcome(const QJsonObject &result)
{
    const auto error = result["error"_L1].toObject();
    PushOutcome outcome;
    outcome.error.code = error["code"_L1].toString();
    if (outcome.error.code.isEmpty())
        return malformed(u"error"_s);
    outcome.error.args = strings(error["args"_L1].toArray());
    if (outcome.error.code == "key.expired"_L1) {
        outcome.kind = PushOutcome::Kind::Expired;
    } else if (result["retryable"_L1].toBool()) {
        outcome.kind = PushOutcome::Kind::Retry;
        outcome.error.kind = ErrorKind::Rejected;
    } else {
        outcome.kind = PushOutcome::Kind::Rejected;
        outcome.error.kind = outcome.error.code == "permission.missing"_L1 ? ErrorKind::Forbidden : ErrorKind::Rejected;
    }
    return outcome;
}

Result<PushOutcome> outcomeOf(const QJsonObject &result, const PushRequest &request)
{
    // A result that does not say what became of the operation says nothing: nothing is concluded from its silence.
    if (!result["success"_L1].isBool())
        return malformed(u"success"_s);
    if (result["success"_L1].toBool())
        return appliedOutcome(result, request);
    return result["conflict"_L1].toBool() ? conflictOutcome(result, request) : refusedOutcome(result);
}

//! The other side's record in a page.
Result<RemoteRecord> decodeChange(const QJsonObject &change)
{
    RemoteRecord record;
    record.type = EntityType(change["entityType"_L1].toString());
    record.id = remoteId(change["id"_L1]);
    record.madeAs = LocalId(change["tempId"_L1].toString().left(kLongestId));
    record.version = versionText(change["version"_L1]);
    const auto operation = change["operation"_L1].toString();
    record.deleted = operation == "delete"_L1;
    record.erased = record.deleted && change["erased"_L1].toBool();
    record.body = change["data"_L1].toObject();
    record.updatedAt = fromIso(change["updatedAt"_L1].toString());
    record.updatedBy = change["updatedBy"_L1].toString();
    if (record.type.isEmpty())
        return malformed(u"entityType"_s);
    if (record.id.isEmpty())
        return malformed(u"id"_s);
    if (record.version.isEmpty())
        return malformed(u"version"_s);
    if (!record.deleted && !change["data"_L1].isObject())
        return malformed(u"data"_s);
    return record;
}

} // namespace

QByteArray encodeOperation(const PushDraft &draft, const QString &company)
{
    QJsonObject operation{
        {u"id"_s, draft.operation},
        {u"operation"_s, toString(draft.kind)},
        {u"entityType"_s, draft.type.toString()},
        {u"entityId"_s, draft.remote.isEmpty() ? QJsonValue(draft.madeAs.toString()) : idValue(draft.remote)},
        {u"timestamp"_s, draft.at.toMSecsSinceEpoch()},
        {u"practiceId"_s, company},
        {u"userId"_s, draft.user.toString()},
        {u"idempotencyKey"_s, draft.key.toString()},
    };
    if (draft.kind == OperationKind::Step)
        operation[u"step"_s] = draft.step; // the server knows what it sets, in the version we have seen
    else if (draft.kind != OperationKind::Delete)
        operation[u"data"_s] = draft.body;
    if (draft.erase)
        operation[u"erase"_s] = true;
    if (!draft.baseVersion.isEmpty())
        operation[u"baseVersion"_s] = draft.baseVersion.toLongLong();
    if (!draft.changedFields.isEmpty() && draft.kind != OperationKind::Step)
        operation[u"changedFields"_s] = QJsonArray::fromStringList(draft.changedFields);
    QJsonArray links;
    for (const auto &link : draft.links)
        links.append(QJsonObject{{u"connection"_s, link.system}, {u"remoteId"_s, link.remote.toString()}, {u"epoch"_s, link.epoch}});
    if (!links.isEmpty())
        operation[u"links"_s] = links;
    return toCanonicalJson(operation);
}

QByteArray encodePush(const std::vector<PushRequest> &requests, const QDateTime &now)
{
    qsizetype size = 64;
    for (const auto &request : requests)
        size += request.bytes.size() + 1;
    QByteArray body;
    body.reserve(size);
    body += "{\"clientTimestamp\":" + QByteArray::number(now.toMSecsSinceEpoch()) + ",\"operations\":[";
    for (size_t i = 0; i < requests.size(); ++i) {
        if (i > 0)
            body += ',';
        body += requests[i].bytes;
    }
    return body += "]}";
}

Result<Page> decodePage(const QByteArray &body)
{
    const auto object = parseJsonObject(body, 64);
    if (!object)
        return malformed(u"pull"_s);
    if (!(*object)["changes"_L1].isArray() || !(*object)["cursor"_L1].isString() || !(*object)["hasMore"_L1].isBool())
        return malformed(u"pull"_s);
    Page page;
    page.checkpoint = (*object)["cursor"_L1].toString();
    page.hasMore = (*object)["hasMore"_L1].toBool();
    if (const auto following = (*object)["following"_L1].toInteger(-1); page.hasMore && following >= 0)
        page.following = following;
    const auto changes = (*object)["changes"_L1].toArray();
    page.changes.reserve(size_t(changes.size()));
    for (const auto &change : changes) {
        auto record = decodeChange(change.toObject());
        FROST_TRY(record);
        page.changes.push_back(*std::move(record));
    }
    if (page.hasMore && page.changes.empty())
        return malformed(u"hasMore"_s); // would never end
    return page;
}

Result<RemoteRecord> decodeRecord(const QByteArray &body)
{
    const auto object = parseJsonObject(body, 64);
    if (!object || !(*object)["change"_L1].isObject())
        return malformed(u"change"_s);
    return decodeChange((*object)["change"_L1].toObject());
}

Result<std::vector<PushOutcome>> decodePush(const QByteArray &body, const std::vector<PushRequest> &requests)
{
    const auto object = parseJsonObject(body, 64);
    if (!object || !(*object)["results"_L1].isArray())
        return malformed(u"push"_s);
    QHash<qint64, QJsonObject> byOperation;
    for (const auto &value : (*object)["results"_L1].toArray()) {
        auto result = value.toObject();
        const auto operation = result["operationId"_L1].toInteger(-1);
        if (byOperation.contains(operation) && byOperation.value(operation) != result)
            result = {}; // which of the two happened?
        byOperation.insert(operation, result);
    }
    std::vector<PushOutcome> outcomes;
    outcomes.reserve(requests.size());
    for (const auto &request : requests) {
        const auto found = byOperation.constFind(request.operation);
        if (found == byOperation.constEnd())
            return malformed(u"operationId"_s);
        auto outcome = outcomeOf(*found, request);
        if (outcome) {
            outcomes.push_back(*std::move(outcome));
        } else { // the answers to the others are good all the same
            PushOutcome unreadable;
            unreadable.kind = PushOutcome::Kind::Unreadable;
            unreadable.error = outcome.error();
            outcomes.push_back(std::move(unreadable));
        }
    }
    return outcomes;
}

QByteArray encodeHold(const HoldRequest &request)
{
    return toCanonicalJson(QJsonObject{{u"connection"_s, request.connection},
                                       {u"hub"_s, request.hub},
                                       {u"hubName"_s, request.hubName},
                                       {u"epoch"_s, request.epoch},
                                       {u"release"_s, request.wish == HoldRequest::Wish::LetGo}});
}

Result<HoldAnswer> decodeHold(const QByteArray &body)
{
    using Kind = HoldAnswer::Kind;
    const auto object = parseJsonObject(body, 8);
    if (!object || !(*object)["granted"_L1].isBool())
        return malformed(u"granted"_s);
    HoldAnswer answer;
    answer.epoch = (*object)["epoch"_L1].toInteger(-1);
    answer.time = std::chrono::milliseconds((*object)["milliseconds"_L1].toInteger(-1));
    if (answer.epoch < 0 || answer.time.count() < 0 || answer.time > kLongestHold)
        return malformed(u"epoch"_s);
    if ((*object)["granted"_L1].toBool()) {
        if (!(*object)["changedHands"_L1].isBool())
            return malformed(u"changedHands"_s);
        answer.kind = (*object)["changedHands"_L1].toBool() ? Kind::ChangedHands : Kind::Renewed;
        return answer;
    }
    const auto user = (*object)["user"_L1].toString();
    const auto computer = (*object)["hubName"_L1].toString();
    answer.kind = user.isEmpty() ? Kind::LetGo : Kind::Refused;
    answer.holder = computer.isEmpty() ? user : u"%1 (%2)"_s.arg(computer, user);
    return answer;
}

QByteArray encodeLinks(const QString &connection, const QString &hub, qint64 epoch, const std::vector<SharedLink> &links)
{
    QJsonArray array;
    for (const auto &link : links) {
        array.append(QJsonObject{{u"entityType"_s, link.type.toString()},
                                 {u"id"_s, idValue(link.record)},
                                 {u"remoteId"_s, link.remote.toString()},
                                 {u"version"_s, link.version},
                                 {u"recordVersion"_s, link.recordVersion.toLongLong()}});
    }
    return toCanonicalJson(
        QJsonObject{{u"connection"_s, connection}, {u"hub"_s, hub}, {u"epoch"_s, epoch}, {u"links"_s, array}});
}

Result<SharedLinkPage> decodeLinks(const QByteArray &body)
{
    const auto object = parseJsonObject(body, 8);
    if (!object || !(*object)["links"_L1].isArray() || !(*object)["cursor"_L1].isString() || !(*object)["hasMore"_L1].isBool())
        return malformed(u"links"_s);
    SharedLinkPage page;
    page.checkpoint = (*object)["cursor"_L1].toString();
    page.hasMore = (*object)["hasMore"_L1].toBool();
    for (const auto &value : (*object)["links"_L1].toArray()) {
        const auto json = value.toObject();
        SharedLink link;
        link.type = EntityType(json["entityType"_L1].toString());
        link.record = remoteId(json["id"_L1]);
        link.remote = RemoteId(json["remoteId"_L1].toString().left(kLongestRemoteId));
        link.version = json["version"_L1].toString();
        const qint64 agreed = json["recordVersion"_L1].toInteger(-1);
        link.recordVersion = agreed > 0 ? QString::number(agreed) : QString();
        link.epoch = json["epoch"_L1].toInteger(-1);
        if (link.type.isEmpty() || link.record.isEmpty() || link.epoch < 0 || agreed < 0)
            return malformed(u"links"_s);
        page.links.push_back(std::move(link));
    }
    if (page.hasMore && page.links.empty())
        return malformed(u"hasMore"_s); // would never end
    return page;
}

Error decodeError(const HttpResponse &response)
{
    Error error;
    error.kind = kindOfStatus(response.status);
    error.code = u"remote.status"_s;
    error.args = {QString::number(response.status)};
    error.retryAfter = retryAfter(response.headers, {});
    if (const auto object = parseJsonObject(response.body); object && (*object)["error"_L1].isObject()) {
        const auto said = (*object)["error"_L1].toObject();
        error.code = said["code"_L1].toString(error.code);
        error.args = strings(said["args"_L1].toArray());
    }
    return error;
}

} // namespace frost::frostserver
