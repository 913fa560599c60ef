// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/changejson.h"

#include "core/base/clock.h"
#include "core/server/answers.h"

namespace frost::server {

void appendChange(QByteArray &json, const StoredRecord &record)
{
    json += "{\"entityType\":";
    appendJsonString(json, record.type.toUtf8());
    json += record.deleted        ? ",\"operation\":\"delete\""
            : record.version == 1 ? ",\"operation\":\"create\""
                                  : ",\"operation\":\"update\"";
    json += ",\"id\":" + QByteArray::number(record.id) + ",\"tempId\":";
    appendJsonString(json, record.tempId.toUtf8());
    json += ",\"data\":";
    json += record.deleted ? QByteArray("{}") : record.body;
    if (record.isErased())
        json += ",\"erased\":true";
    json += ",\"version\":" + QByteArray::number(record.version) + ",\"updatedAt\":";
    appendJsonString(json, toIso(QDateTime::fromMSecsSinceEpoch(record.updatedAt, Qt::UTC)).toLatin1());
    json += ",\"updatedBy\":";
    appendJsonString(json, record.updatedBy.toUtf8());
    json += '}';
}

} // namespace frost::server
