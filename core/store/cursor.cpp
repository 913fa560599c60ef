// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cursor.h"

#include "core/store/keys.h"
#include "core/store/recordcolumns.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

Error Cursor::usage(const QString &code) const
{
    return {ErrorKind::Usage, code, {m_layout->schema->type.toString(), m_index->name}, {}, {}};
}

Bounds Cursor::beyondHere() const
{
    Bounds bounds = m_bounds;
    if (!m_key.isEmpty())
        addBound(bounds, *m_index, m_key, isBackward(m_direction) ? "<" : ">",
                 isUnique(m_direction) ? LocalId() : m_record.id);
    return bounds;
}

//! To the first place within `bounds` after `offset` others. Each key's lowest id is its first in both directions where
//! every key counts once.
Result<> Cursor::seek(const Bounds &bounds, qint64 offset)
{
    const QByteArrayList columns = keyColumns(*m_index);
    QByteArrayList selected;
    for (qsizetype i = 0; i < columns.size(); ++i)
        selected.append(isTextKey(m_index->columns.at(i).kind) ? "CAST(" + columns.at(i) + " AS BLOB)" : columns.at(i));
    const QByteArray suffix = isBackward(m_direction) ? " DESC" : "";
    const QByteArray order = columns.join(suffix + ',') + suffix + ",x.id" + (isUnique(m_direction) ? "" : suffix);
    auto rows = m_sql->query("SELECT " + kRecordColumns + ',' + selected.join(',') + " FROM " + m_index->table
                                 + " x CROSS JOIN " + m_layout->table + " o ON o.id=x.id" + bounds.where()
                                 + " ORDER BY " + order + " LIMIT 1 OFFSET ?",
                             QVariantList(bounds.values) << offset);
    FROST_TRY(rows);
    m_atEnd = !rows->next();
    FROST_TRY(rows->status());
    if (m_atEnd)
        return {};
    auto record = readRecord(*rows, m_layout->schema->type);
    FROST_TRY(record);
    m_record = *std::move(record);
    m_key.clear();
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const int column = kRecordColumnCount + int(i);
        m_key.append(isTextKey(m_index->columns.at(i).kind) ? QVariant(rows->bytes(column))
                                                            : QVariant(rows->integer(column)));
    }
    return {};
}

Result<> Cursor::next()
{
    return m_atEnd ? Result<>() : seek(beyondHere(), 0);
}

Result<> Cursor::advance(qint64 count)
{
    if (count < 1)
        return fail(usage(u"cursor.count"_s));
    if (!isUnique(m_direction))
        return m_atEnd ? Result<>() : seek(beyondHere(), count - 1);
    for (qint64 i = 0; i < count && !m_atEnd; ++i)
        FROST_TRY(next());
    return {};
}

Result<> Cursor::continueTo(const QList<QJsonValue> &key)
{
    return seekKey(key, {});
}

Result<> Cursor::continueTo(const QList<QJsonValue> &key, const LocalId &id)
{
    if (isUnique(m_direction))
        return fail(usage(u"cursor.unique"_s));
    return seekKey(key, id);
}

Result<> Cursor::seekKey(const QList<QJsonValue> &key, const LocalId &id)
{
    const auto encoded = encodedKey(*m_index, key);
    if (!encoded || encoded->isEmpty())
        return fail(usage(u"key.malformed"_s));
    if (m_atEnd)
        return {};
    const bool backward = isBackward(m_direction);
    const IndexKey here = m_key.first(encoded->size());
    const bool keyIsAhead = backward ? keyLess(*encoded, here) : keyLess(here, *encoded);
    const bool isSameKey = !keyLess(*encoded, here) && !keyLess(here, *encoded);
    const QByteArray reached = m_record.id.toUtf8();
    const bool idIsAhead = !id.isEmpty() && (backward ? id.toUtf8() < reached : reached < id.toUtf8());
    if (!keyIsAhead && !(isSameKey && idIsAhead))
        return fail(usage(u"cursor.notAhead"_s));
    Bounds bounds = m_bounds;
    addBound(bounds, *m_index, *encoded, backward ? "<=" : ">=", id);
    return seek(bounds, 0);
}

QList<QJsonValue> Cursor::key() const
{
    if (m_index == &m_layout->byId)
        return {m_record.id.toString()};
    QList<QJsonValue> values;
    for (qsizetype i = 0; i < m_index->columns.size(); ++i) {
        const auto &column = m_index->columns.at(i);
        QJsonValue found;
        visitValues(m_record.body, column.path, [&](const QJsonValue &value) {
            if (encodeKey(column.kind, value) == m_key.at(i))
                found = value;
        });
        values.append(found);
    }
    return values;
}

} // namespace frost
