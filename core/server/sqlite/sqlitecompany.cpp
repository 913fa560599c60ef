// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/sqlitecompany.h"

#include "core/server/sqlite/statements.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
QByteArray jsonText(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

StoredRecord recordOf(const Rows &row)
{
    StoredRecord record;
    record.type = EntityType(row.text(0));
    record.id = row.integer(1);
    record.tempId = QString::fromUtf8(row.bytes(2));
    record.version = row.integer(3);
    record.change = row.integer(4);
    record.deleted = row.integer(5) != 0;
    record.schemaVersion = int(row.integer(6));
    record.updatedAt = row.integer(7);
    record.updatedBy = row.text(8);
    record.updatedWith = row.text(9);
    record.editedAt = row.integer(10);
    record.body = row.bytes(11);
    return record;
}

QVariantList valuesOf(const QString &company, const ChangeRange &range)
{
    QVariantList values{company, range.after, range.upTo};
    if (range.types.isEmpty())
        return values;
    QJsonArray types;
    for (const EntityType &type : range.types)
        types.append(type.toString());
    values.append(jsonText(types));
    return values;
}
} // namespace

Result<QList<StoredRecord>> SqliteCompany::readAll(QLatin1StringView statement, const QVariantList &values)
{
    auto rows = m_sql.query(sqliteStatement(statement), values);
    FROST_TRY(rows);
    QList<StoredRecord> records;
    while (rows->next())
        records.append(recordOf(*rows));
    FROST_TRY(rows->status());
    return records;
}

Result<std::optional<qint64>> SqliteCompany::readNumber(QLatin1StringView statement, const QVariantList &values)
{
    auto rows = m_sql.query(sqliteStatement(statement), values);
    FROST_TRY(rows);
    const auto number = rows->next() ? std::optional(rows->integer(0)) : std::nullopt;
    FROST_TRY(rows->status());
    return number;
}

Result<> SqliteCompany::run(QLatin1StringView statement, const QVariantList &values)
{
    FROST_TRY(m_sql.run(sqliteStatement(statement), values));
    return {};
}

Result<QList<StoredRecord>> SqliteCompany::records(const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return QList<StoredRecord>();
    QJsonArray wanted;
    for (const qint64 id : ids)
        wanted.append(id);
    return readAll("tenant/records_by_id"_L1, {m_company, jsonText(wanted)});
}

Result<QList<StoredRecord>> SqliteCompany::recordsByTempId(const QList<std::pair<EntityType, QString>> &tempIds)
{
    if (tempIds.isEmpty())
        return QList<StoredRecord>();
    QJsonArray wanted;
    for (const auto &[type, tempId] : tempIds)
        wanted.append(QJsonArray{type.toString(), tempId});
    return readAll("tenant/records_by_temp_id"_L1, {jsonText(wanted), m_company});
}

Result<> SqliteCompany::visitChanges(const ChangeRange &range, const std::function<bool(const StoredRecord &)> &visit)
{
    auto rows = m_sql.query(sqliteStatement(range.types.isEmpty() ? "tenant/changes"_L1 : "tenant/changes_of_types"_L1),
                            valuesOf(m_company, range));
    FROST_TRY(rows);
    while (rows->next()) {
        if (!visit(recordOf(*rows)))
            return {};
    }
    return rows->status();
}

Result<qint64> SqliteCompany::countChanges(const ChangeRange &range)
{
    const auto count = readNumber(range.types.isEmpty() ? "tenant/count_changes"_L1 : "tenant/count_changes_of_types"_L1,
                                  valuesOf(m_company, range));
    FROST_TRY(count);
    return count->value_or(0);
}

Result<qint64> SqliteCompany::newestChange()
{
    const auto newest = readNumber("tenant/newest_change"_L1, {m_company});
    FROST_TRY(newest);
    return newest->value_or(0);
}

Result<std::optional<qint64>> SqliteCompany::firstChangeSince(qint64 instant)
{
    return readNumber("tenant/first_change_since"_L1, {m_company, instant});
}

Result<> SqliteCompany::put(const StoredRecord &record, bool isNew)
{
    QVariantList values{record.version,
                        record.change,
                        qint64(record.deleted),
                        qint64(record.schemaVersion),
                        record.updatedAt,
                        record.updatedBy,
                        record.updatedWith,
                        record.editedAt,
                        record.body,
                        record.id,
                        m_company};
    if (!isNew)
        return run("tenant/update_record"_L1, values);
    values += {record.type.toString(), record.tempId};
    return run("tenant/insert_record"_L1, values);
}

Result<std::optional<qint64>> SqliteCompany::naturalKeyOwner(const EntityType &type, const QString &key)
{
    return readNumber("tenant/natural_key_owner"_L1, {m_company, type.toString(), key});
}

Result<> SqliteCompany::setNaturalKey(const EntityType &type, qint64 id, const QString &key)
{
    FROST_TRY(run("tenant/delete_natural_key"_L1, {id, m_company}));
    if (key.isEmpty())
        return {};
    return run("tenant/insert_natural_key"_L1, {m_company, type.toString(), key, id});
}

Result<qint64> SqliteCompany::nextNumber(const EntityType &type, const QString &series)
{
    const auto next = readNumber("tenant/next_number"_L1, {m_company, type.toString(), series});
    FROST_TRY(next);
    return next->value_or(1);
}

Result<> SqliteCompany::setNextNumber(const EntityType &type, const QString &series, qint64 next)
{
    return run("tenant/upsert_number"_L1, {m_company, type.toString(), series, next});
}

Result<QHash<QString, StoredAnswer>> SqliteCompany::answers(const QStringList &keys)
{
    QHash<QString, StoredAnswer> found;
    if (keys.isEmpty())
        return found;
    auto rows =
        m_sql.query(sqliteStatement("tenant/answers"_L1), {m_company, jsonText(QJsonArray::fromStringList(keys))});
    FROST_TRY(rows);
    while (rows->next())
        found.insert(rows->text(0), {rows->bytes(1), rows->bytes(2)});
    FROST_TRY(rows->status());
    return found;
}

Result<> SqliteCompany::remember(const QString &key, const StoredAnswer &answer, qint64 now)
{
    return run("tenant/insert_answer"_L1, {m_company, key, answer.requestHash, answer.answer, now});
}

Result<std::optional<StoredHolder>> SqliteCompany::holder(const QString &connection)
{
    auto rows = m_sql.query(sqliteStatement("tenant/find_holder"_L1), {m_company, connection});
    FROST_TRY(rows);
    std::optional<StoredHolder> found;
    if (rows->next())
        found = {connection, rows->text(0), rows->text(1), rows->text(2), rows->integer(3), rows->integer(4)};
    FROST_TRY(rows->status());
    return found;
}

Result<> SqliteCompany::setHolder(const StoredHolder &holder)
{
    return run("tenant/upsert_holder"_L1,
               {m_company, holder.connection, holder.hub, holder.hubName, holder.user, holder.epoch, holder.validUntil});
}

Result<std::optional<StoredLink>> SqliteCompany::link(const QString &connection, qint64 id)
{
    auto rows = m_sql.query(sqliteStatement("tenant/find_link"_L1), {m_company, connection, id});
    FROST_TRY(rows);
    std::optional<StoredLink> found;
    if (rows->next())
        found = {connection, {}, id, rows->text(0), rows->text(1), rows->integer(2), rows->integer(3), 0};
    FROST_TRY(rows->status());
    return found;
}

Result<std::optional<qint64>> SqliteCompany::linkOwner(const QString &connection, const EntityType &type,
                                                       const QString &remoteId)
{
    return readNumber("tenant/find_link_owner"_L1, {m_company, connection, type.toString(), remoteId});
}

Result<> SqliteCompany::putLink(const StoredLink &link)
{
    const QString type = link.type.toString();
    FROST_TRY(run("tenant/delete_links_of_remote"_L1, {m_company, link.connection, type, link.remoteId, link.id}));
    return run("tenant/upsert_link"_L1,
               {m_company, link.connection, link.id, type, link.remoteId, link.version, link.recordVersion, link.epoch,
                link.change});
}

Result<QList<StoredLink>> SqliteCompany::linkChanges(const QString &connection, const ChangeRange &range, int limit)
{
    auto rows = m_sql.query(sqliteStatement("tenant/link_changes"_L1), {m_company, connection, range.after, range.upTo, limit});
    FROST_TRY(rows);
    QList<StoredLink> links;
    while (rows->next()) {
        links.append({connection, EntityType(rows->text(1)), rows->integer(0), rows->text(2), rows->text(3),
                      rows->integer(4), rows->integer(5), rows->integer(6)});
    }
    FROST_TRY(rows->status());
    return links;
}

} // namespace frost::server
