// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cursor.h"
#include "core/store/indexwalk.h"
#include "core/store/objectstore.h"
#include "core/store/recordcolumns.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
//! The index entries of a range as a table with the alias x, and the order to read them in.
struct Walk {
    QByteArray source;
    QByteArray order;
    QVariantList values;
};

Walk walkOf(const IndexLayout &index, const Bounds &bounds, Direction direction)
{
    const QByteArrayList columns = keyColumns(index);
    const QByteArray suffix = isBackward(direction) ? " DESC" : "";
    const QByteArray order = " ORDER BY " + columns.join(suffix + ',') + suffix;
    if (!isUnique(direction))
        return {index.table + " x", bounds.where() + order + ",x.id" + suffix, bounds.values};
    const QByteArray list = columns.join(',');
    return {"(SELECT " + list + ",min(x.id) AS id FROM " + index.table + " x" + bounds.where() + " GROUP BY " + list
                + ") x",
            order, bounds.values};
}

Result<Walk> walkOf(const StoreLayout &layout, const QString &name, const KeyRange &range, Direction direction)
{
    const auto index = indexNamed(layout, name);
    FROST_TRY(index);
    const auto bounds = boundsOf(**index, range);
    if (!bounds)
        return fail(ErrorKind::Usage, u"key.malformed"_s, {layout.schema->type.toString(), name});
    return walkOf(**index, *bounds, direction);
}
} // namespace

Result<Rows> ObjectStore::walkIndex(const QString &name, const KeyRange &range, Direction direction, int limit)
{
    const auto walk = walkOf(*m_layout, name, range, direction);
    FROST_TRY(walk);
    return m_sql->query("SELECT " + kRecordColumns + " FROM " + walk->source + " CROSS JOIN " + m_layout->table
                            + " o ON o.id=x.id" + walk->order + " LIMIT ?",
                        QVariantList(walk->values) << limit);
}

Result<QList<Record>> ObjectStore::getAll(const QString &index, const KeyRange &range, int limit, Direction direction)
{
    auto rows = walkIndex(index, range, direction, limit);
    return rows ? readRecords(*rows, schema().type) : Result<QList<Record>>(fail(rows.error()));
}

Result<QList<LocalId>> ObjectStore::getAllKeys(const QString &index, const KeyRange &range, int limit,
                                               Direction direction)
{
    const auto walk = walkOf(*m_layout, index, range, direction);
    FROST_TRY(walk);
    auto rows = m_sql->query("SELECT CAST(x.id AS BLOB) FROM " + walk->source + walk->order + " LIMIT ?",
                             QVariantList(walk->values) << limit);
    FROST_TRY(rows);
    QList<LocalId> ids;
    while (rows->next())
        ids.append(LocalId(QString::fromUtf8(rows->bytes(0))));
    FROST_TRY(rows->status());
    return ids;
}

Result<> ObjectStore::forEach(const QString &index, const KeyRange &range, Direction direction,
                              const std::function<bool(const Record &)> &visit)
{
    auto rows = walkIndex(index, range, direction, -1);
    return rows ? visitRecords(*rows, schema().type, visit) : Result<>(fail(rows.error()));
}

Result<qint64> ObjectStore::count(const QString &name, const KeyRange &range)
{
    const auto index = indexNamed(*m_layout, name);
    FROST_TRY(index);
    const auto bounds = boundsOf(**index, range);
    if (!bounds)
        return fail(ErrorKind::Usage, u"key.malformed"_s, {schema().type.toString(), name});
    return m_sql->number("SELECT count(*) FROM " + (*index)->table + " x" + bounds->where(), bounds->values);
}

Result<Cursor> ObjectStore::openCursor(const QString &name, const KeyRange &range, Direction direction)
{
    const auto index = indexNamed(*m_layout, name);
    FROST_TRY(index);
    auto bounds = boundsOf(**index, range);
    if (!bounds)
        return fail(ErrorKind::Usage, u"key.malformed"_s, {schema().type.toString(), name});
    Cursor cursor(*m_sql, *m_layout, **index, *std::move(bounds), direction);
    FROST_TRY(cursor.next());
    return cursor;
}

} // namespace frost
