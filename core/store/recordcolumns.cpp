// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordcolumns.h"

#include <QJsonDocument>

namespace frost {

using namespace Qt::StringLiterals;

const QByteArray kRecordColumns = "CAST(o.id AS BLOB),o.revision,o.deleted,o.schema_version,o.created_at,o.updated_at,"
                                  "CAST(o.updated_by AS BLOB),CAST(o.body AS BLOB)";

Result<QJsonObject> readBody(const QByteArray &utf8, const EntityType &type, const LocalId &id)
{
    const QJsonDocument document = QJsonDocument::fromJson(utf8);
    if (!document.isObject())
        return fail(ErrorKind::Corrupt, u"record.corrupt"_s, {type.toString(), id.toString()});
    return document.object();
}

Result<Record> readRecord(const Rows &rows, const EntityType &type)
{
    Record record;
    record.id = LocalId(QString::fromUtf8(rows.bytes(0)));
    record.revision = rows.integer(1);
    record.deleted = rows.integer(2) != 0;
    record.schemaVersion = int(rows.integer(3));
    record.createdAt = readTime(rows, 4);
    record.updatedAt = readTime(rows, 5);
    record.updatedBy = QString::fromUtf8(rows.bytes(6));
    auto body = readBody(rows.bytes(7), type, record.id);
    if (!body)
        return fail(body.error());
    record.body = std::move(*body);
    return record;
}

Result<> visitRecords(Rows &rows, const EntityType &type, const std::function<bool(const Record &)> &visit)
{
    while (rows.next()) {
        const auto record = readRecord(rows, type);
        if (!record)
            return fail(record.error());
        if (!visit(*record))
            return {};
    }
    return rows.status();
}

Result<QList<Record>> readRecords(Rows &rows, const EntityType &type)
{
    QList<Record> records;
    FROST_TRY(visitRecords(rows, type, [&](const Record &record) {
        records.append(record);
        return true;
    }));
    return records;
}

QDateTime readTime(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(rows.integer(column), Qt::UTC);
}

QVariant boundTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

} // namespace frost
