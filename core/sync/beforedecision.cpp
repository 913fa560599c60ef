// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/beforedecision.h"

#include "core/links/lostids.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<Record>> recordOf(RecordWriter &writer, const Conflict &conflict)
{
    auto store = writer.database().objectStore(conflict.type);
    FROST_TRY(store);
    return store->get(conflict.record);
}

QJsonValue instant(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime instantFrom(const QJsonValue &value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
}

QJsonObject linkToJson(const Link &link)
{
    return {{u"remote"_s, link.remote.toString()},
            {u"version"_s, link.version},
            {u"createdAt"_s, instant(link.createdAt)},
            {u"syncedAt"_s, instant(link.syncedAt)},
            {u"operation"_s, link.operation}};
}

Link linkFrom(const QJsonObject &json)
{
    return {.local = {},
            .remote = RemoteId(json["remote"_L1].toString()),
            .version = json["version"_L1].toString(),
            .createdAt = instantFrom(json["createdAt"_L1]),
            .syncedAt = instantFrom(json["syncedAt"_L1]),
            .operation = json["operation"_L1].toInteger()};
}

QJsonObject operationToJson(const Operation &operation)
{
    return {{u"kind"_s, int(operation.kind)},
            {u"priority"_s, int(operation.priority)},
            {u"user"_s, operation.user.toString()},
            {u"reason"_s, operation.reason},
            {u"reasonArgs"_s, QJsonArray::fromStringList(operation.reasonArgs)},
            {u"retries"_s, operation.retryCount},
            {u"createdAt"_s, instant(operation.createdAt)}};
}

Operation operationFrom(const QJsonObject &json)
{
    Operation operation;
    operation.kind = OperationKind(json["kind"_L1].toInt());
    operation.priority = Priority(json["priority"_L1].toInt());
    operation.user = UserId(json["user"_L1].toString());
    operation.reason = json["reason"_L1].toString();
    const auto args = json["reasonArgs"_L1].toArray();
    for (const auto &arg : args)
        operation.reasonArgs.append(arg.toString());
    operation.retryCount = json["retries"_L1].toInt();
    operation.createdAt = instantFrom(json["createdAt"_L1]);
    return operation;
}

} // namespace

Result<std::optional<BeforeDecision>> BeforeDecision::take(RecordWriter &writer, Links &links, const Conflict &conflict,
                                                           const Operation &operation)
{
    const auto record = recordOf(writer, conflict);
    FROST_TRY(record);
    if (!*record)
        return std::nullopt;
    BeforeDecision before;
    before.body = (*record)->body;
    before.deleted = (*record)->deleted;
    before.updatedBy = (*record)->updatedBy;
    before.updatedAt = (*record)->updatedAt;
    const auto link = links.find(conflict.type, conflict.record);
    FROST_TRY(link);
    before.link = *link;
    auto base = links.base(conflict.type, conflict.record);
    FROST_TRY(base);
    before.base = *std::move(base);
    const auto lost = lostIdOf(links, conflict.type, conflict.record);
    FROST_TRY(lost);
    before.lostId = *lost;
    before.operation = operation;
    before.draft = conflict.draft;
    return before;
}

Result<> BeforeDecision::takeAfter(RecordWriter &writer, Links &links, const Conflict &conflict)
{
    const auto record = recordOf(writer, conflict);
    FROST_TRY(record);
    revisionAfter = *record ? (*record)->revision : 0;
    const auto left = links.find(conflict.type, conflict.record);
    FROST_TRY(left);
    if (*left) {
        remoteAfter = (*left)->remote;
        versionAfter = (*left)->version;
    }
    return {};
}

Result<bool> BeforeDecision::isUntouched(RecordWriter &writer, Links &links, const Conflict &conflict) const
{
    BeforeDecision now;
    FROST_TRY(now.takeAfter(writer, links, conflict));
    return now.revisionAfter == revisionAfter && now.remoteAfter == remoteAfter && now.versionAfter == versionAfter;
}

Result<> BeforeDecision::putBack(RecordWriter &writer, Links &links, const Conflict &conflict, const Actor &actor) const
{
    const auto &type = conflict.type;
    const auto &id = conflict.record;
    // Other connections hear of it as of any change.
    FROST_TRY(writer.write({.type = type, .id = id, .body = body, .deleted = deleted, .updatedBy = updatedBy, .updatedAt = updatedAt},
                           actor, conflict.connection));
    FROST_TRY(links.remove(type, id)); // storing over it would keep what is newer
    if (link) {
        Link again = *link;
        again.local = id;
        FROST_TRY(links.store(type, again));
    }
    if (base)
        FROST_TRY(links.setBase(type, id, *base));
    else
        FROST_TRY(links.dropBase(type, id));
    FROST_TRY(forgetLostId(links, type, id));
    if (lostId)
        FROST_TRY(rememberLostId(links, type, id, *lostId));
    Operation waiting = operation;
    waiting.connection = conflict.connection;
    waiting.type = type;
    waiting.record = id;
    return writer.outbox().askAgain(waiting);
}

QJsonObject BeforeDecision::toJson() const
{
    QJsonObject json{{u"body"_s, body},
                     {u"deleted"_s, deleted},
                     {u"updatedBy"_s, updatedBy},
                     {u"updatedAt"_s, instant(updatedAt)},
                     {u"operation"_s, operationToJson(operation)},
                     {u"draft"_s, draft},
                     {u"revisionAfter"_s, revisionAfter},
                     {u"versionAfter"_s, versionAfter}};
    if (link)
        json.insert(u"link"_s, linkToJson(*link));
    if (base)
        json.insert(u"base"_s, *base);
    if (lostId)
        json.insert(u"lostId"_s, lostId->toString());
    if (second)
        json.insert(u"second"_s, second->toJson());
    if (remoteAfter)
        json.insert(u"remoteAfter"_s, remoteAfter->toString());
    return json;
}

BeforeDecision BeforeDecision::fromJson(const QJsonObject &json)
{
    BeforeDecision before;
    before.body = json["body"_L1].toObject();
    before.deleted = json["deleted"_L1].toBool();
    before.updatedBy = json["updatedBy"_L1].toString();
    before.updatedAt = instantFrom(json["updatedAt"_L1]);
    if (const auto link = json["link"_L1]; link.isObject())
        before.link = linkFrom(link.toObject());
    if (const auto base = json["base"_L1]; base.isObject())
        before.base = base.toObject();
    if (const auto lost = json["lostId"_L1]; lost.isString())
        before.lostId = RemoteId(lost.toString());
    before.operation = operationFrom(json["operation"_L1].toObject());
    before.draft = json["draft"_L1].toObject();
    if (const auto second = json["second"_L1]; second.isObject())
        before.second = SecondRecord::fromJson(second.toObject());
    before.revisionAfter = json["revisionAfter"_L1].toInteger();
    if (const auto remote = json["remoteAfter"_L1]; remote.isString())
        before.remoteAfter = RemoteId(remote.toString());
    before.versionAfter = json["versionAfter"_L1].toString();
    return before;
}

} // namespace frost
