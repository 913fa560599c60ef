// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/pushanswers.h"

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/server/answers.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
void addTempId(QJsonObject &answer, const PushOperation &operation)
{
    if (!operation.realId())
        answer.insert(u"tempId"_s, operation.entityId);
}
} // namespace

QJsonObject appliedAnswer(const PushDraft &draft, const StoredRecord &record)
{
    QJsonObject answer{{u"success"_s, true},
                       {u"realId"_s, record.id},
                       {u"entityType"_s, record.type.toString()},
                       {u"version"_s, record.version}};
    addTempId(answer, draft.operation);
    if (draft.operation.kind != PushKind::Delete && record.body != draft.sent)
        answer.insert(u"serverData"_s, QJsonDocument::fromJson(record.body).object());
    return answer;
}

QJsonObject refusedAnswer(const Error &error, bool retryable)
{
    return {{u"success"_s, false}, {u"error"_s, errorObject(error)}, {u"retryable"_s, retryable}};
}

Result<QJsonObject> conflictAnswer(const PushDraft &draft, const StoredRecord *record,
                                   const ConflictDescription &description)
{
    const PushOperation &operation = draft.operation;
    const bool hasData = operation.kind == PushKind::Create || operation.kind == PushKind::Update;
    QJsonObject data{{u"localData"_s, hasData ? QJsonValue(operation.data) : QJsonValue()},
                     {u"serverData"_s, QJsonValue()},
                     {u"conflictType"_s, toString(description.type)},
                     {u"severity"_s, toString(description.severity)},
                     {u"affectedFields"_s, QJsonArray::fromStringList(description.affectedFields)}};
    QJsonObject answer{{u"success"_s, false}, {u"conflict"_s, true}, {u"entityType"_s, operation.type.toString()}};
    addTempId(answer, operation);
    if (record) {
        answer.insert(u"realId"_s, record->id);
        answer.insert(u"version"_s, record->version);
        data.insert(u"updatedAt"_s, toIso(QDateTime::fromMSecsSinceEpoch(record->updatedAt, Qt::UTC)));
        data.insert(u"updatedBy"_s, record->updatedBy);
        if (!record->deleted) {
            const auto body = bodyOf(*record);
            FROST_TRY(body);
            data.insert(u"serverData"_s, *body);
        }
    } else if (const auto id = operation.realId()) {
        answer.insert(u"realId"_s, *id);
    }
    answer.insert(u"conflictData"_s, data);
    return answer;
}

Result<QJsonObject> bodyOf(const StoredRecord &record)
{
    auto body = parseJsonObject(record.body);
    if (!body)
        return fail(ErrorKind::Internal, u"record.unreadable"_s, {QString::number(record.id)}, body.error().code);
    return body;
}

} // namespace frost::server
