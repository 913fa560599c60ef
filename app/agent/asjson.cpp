// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/asjson.h"

#include "app/agent/agent.h"

namespace frost {

using namespace Qt::StringLiterals;

QJsonObject toJson(const QueueCounts &counts)
{
    return {{u"pending"_s, counts.pending},     {u"processing"_s, counts.processing}, {u"verify"_s, counts.verify},
            {u"conflict"_s, counts.conflict},   {u"failed"_s, counts.failed},         {u"completed"_s, counts.completed},
            {u"skipped"_s, counts.skipped},     {u"cancelled"_s, counts.cancelled}};
}

QJsonObject toJson(const Run &run)
{
    QJsonObject json{{u"id"_s, run.id},
                     {u"connection"_s, run.connection.toString()},
                     {u"mode"_s, run.mode},
                     {u"state"_s, toString(run.state)},
                     {u"startedAt"_s, jsonInstant(run.startedAt)},
                     {u"endedAt"_s, jsonInstant(run.endedAt)},
                     {u"counts"_s, run.counts.toJson()},
                     {u"types"_s, run.tally.toJson()}};
    if (run.endedAt.isValid())
        json.insert(u"durationMs"_s, run.startedAt.msecsTo(run.endedAt));
    if (!run.errorCode.isEmpty())
        json.insert(u"error"_s, run.errorCode);
    return json;
}

Result<QJsonObject> toJson(const Operation &operation, Presentation &presentation)
{
    const auto record = presentation.shownId(operation.type, operation.record);
    FROST_TRY(record);
    QJsonObject json{{u"id"_s, operation.id},
                     {u"connection"_s, operation.connection.toString()},
                     {u"type"_s, operation.type.toString()},
                     {u"record"_s, *record},
                     {u"localId"_s, operation.record.toString()},
                     {u"operation"_s, toString(operation.kind)},
                     {u"state"_s, toString(operation.state)},
                     {u"priority"_s, toString(operation.priority)},
                     {u"retryCount"_s, operation.retryCount},
                     {u"maxRetries"_s, operation.maxRetries},
                     {u"nextAttemptAt"_s, jsonInstant(operation.nextAttemptAt)},
                     {u"requiredPermission"_s, operation.requiredPermission},
                     {u"user"_s, operation.user.toString()},
                     {u"reason"_s, operation.reason},
                     {u"reasonArgs"_s, QJsonArray::fromStringList(operation.reasonArgs)},
                     {u"createdAt"_s, jsonInstant(operation.createdAt)},
                     {u"updatedAt"_s, jsonInstant(operation.updatedAt)}};
    if (!operation.step.isEmpty())
        json.insert(u"step"_s, operation.step);
    if (operation.sent)
        json.insert(u"sent"_s, QJsonObject{{u"operation"_s, toString(operation.sent->kind)},
                                           {u"revision"_s, operation.sent->revision},
                                           {u"idempotencyKey"_s, operation.sent->key.toString()},
                                           {u"at"_s, jsonInstant(operation.sent->at)}});
    return json;
}

Result<QJsonObject> toJson(const AuditEntry &entry, Presentation &presentation)
{
    const auto record = presentation.shownId(entry.type, entry.record);
    FROST_TRY(record);
    QJsonObject change;
    for (auto it = entry.change.begin(); it != entry.change.end(); ++it) {
        QJsonValue shownChange = it.value();
        if (it.value().isArray()) { // [before, after]
            QJsonArray pair;
            for (const auto &value : it.value().toArray()) {
                const auto presented = presentation.value(entry.type, it.key(), value);
                FROST_TRY(presented);
                pair.append(*presented);
            }
            shownChange = pair;
        }
        change.insert(it.key(), shownChange);
    }
    return QJsonObject{{u"sequence"_s, entry.sequence},
                       {u"at"_s, jsonInstant(entry.at)},
                       {u"user"_s, entry.actor.user.toString()},
                       {u"device"_s, entry.actor.device.toString()},
                       {u"source"_s, toString(entry.actor.source)},
                       {u"action"_s, entry.action},
                       {u"type"_s, entry.type.toString()},
                       {u"record"_s, *record},
                       {u"localId"_s, entry.record.toString()},
                       {u"change"_s, change}};
}

namespace {

Result<QJsonValue> side(Presentation &presentation, const EntityType &type, const std::optional<QJsonObject> &body)
{
    if (!body)
        return QJsonValue(); // null: that side deleted it, or no base is known
    const auto presented = presentation.body(type, *body);
    FROST_TRY(presented);
    return QJsonValue(*presented);
}

//! Values in them with shown ids.
Result<QJsonObject> choices(Presentation &presentation, const EntityType &type, MergeDecisions decisions)
{
    for (auto it = decisions.begin(); it != decisions.end(); ++it) {
        const auto presented = presentation.value(type, it.key(), it->value);
        FROST_TRY(presented);
        it->value = *presented;
    }
    return toJson(decisions);
}

} // namespace

Result<QJsonObject> toJson(const DecisionTold &decision, Presentation &presentation)
{
    const auto &conflict = decision.conflict;
    auto json = toJson(conflict, presentation);
    FROST_TRY(json);
    const auto decisions = choices(presentation, conflict.type, conflict.decisions);
    FROST_TRY(decisions);
    json->insert(u"decisions"_s, *decisions);
    json->insert(u"state"_s, toString(decision.state));
    json->insert(u"mayBeUndone"_s, decision.mayBeUndone);
    if (conflict.undoneAt.isValid()) {
        json->insert(u"undoneAt"_s, jsonInstant(conflict.undoneAt));
        json->insert(u"undoneBy"_s, conflict.undoneBy);
    }
    return json;
}

Result<QJsonObject> toJson(const Conflict &conflict, Presentation &presentation)
{
    const auto record = presentation.shownId(conflict.type, conflict.record);
    FROST_TRY(record);
    QJsonObject json{{u"id"_s, conflict.id},
                     {u"type"_s, conflict.type.toString()},
                     {u"record"_s, *record},
                     {u"localId"_s, conflict.record.toString()},
                     {u"connection"_s, conflict.connection.toString()},
                     {u"conflictType"_s, toString(conflict.conflictType)},
                     {u"severity"_s, toString(conflict.severity)},
                     {u"open"_s, conflict.open},
                     {u"fields"_s, QJsonArray::fromStringList(conflict.fields)},
                     {u"mineAt"_s, jsonInstant(conflict.mineAt)},
                     {u"theirsAt"_s, jsonInstant(conflict.theirsAt)},
                     {u"theirsBy"_s, conflict.theirsBy},
                     {u"createdAt"_s, jsonInstant(conflict.createdAt)},
                     {u"updatedAt"_s, jsonInstant(conflict.updatedAt)}};
    if (conflict.isRefusal()) {
        json.insert(u"reason"_s, conflict.errorCode);
        json.insert(u"reasonArgs"_s, QJsonArray::fromStringList(conflict.errorArgs));
    }
    const auto &versions = conflict.versions;
    for (const auto &[name, body] : {std::pair(u"base"_s, versions.base), std::pair(u"mine"_s, versions.mine), std::pair(u"theirs"_s, versions.theirs)}) {
        const auto presented = side(presentation, conflict.type, body);
        FROST_TRY(presented);
        json.insert(name, *presented);
    }
    if (conflict.open && !conflict.draft.isEmpty()) {
        const auto chosen = choices(presentation, conflict.type, decisionsFrom(conflict.draft["decisions"_L1].toObject()));
        FROST_TRY(chosen);
        json.insert(u"choices"_s, *chosen);
    }
    if (!conflict.open) {
        const auto result = side(presentation, conflict.type, conflict.result);
        FROST_TRY(result);
        json.insert(u"result"_s, *result);
        json.insert(u"strategy"_s, conflict.strategy);
        json.insert(u"resolvedAt"_s, jsonInstant(conflict.resolvedAt));
        json.insert(u"resolvedBy"_s, conflict.resolvedBy);
    }
    return json;
}

} // namespace frost
