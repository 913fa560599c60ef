// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys.h"
#include "core/store/layout.h"
#include "core/store/objectstore.h"
#include "core/store/recordcolumns.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
//! A range as SQL over the columns of an index table with the alias x.
struct Bounds {
    QByteArrayList conditions;
    QVariantList values;
    [[nodiscard]] QByteArray where() const
    {
        return conditions.isEmpty() ? QByteArray() : " WHERE " + conditions.join(" AND ");
    }
};

// "(x.k0,x.k1) >= (?,?)": a shorter key bounds by its columns only, so that every longer one that starts with it counts
// as equal.
bool addBound(Bounds &bounds, const IndexLayout &index, const QList<QJsonValue> &key, const QByteArray &comparison)
{
    if (key.isEmpty())
        return true;
    if (key.size() > index.columns.size())
        return false;
    QByteArrayList columns;
    QByteArrayList placeholders;
    for (qsizetype i = 0; i < key.size(); ++i) {
        const auto value = encodeKey(index.columns.at(i).kind, key.at(i));
        if (!value)
            return false;
        columns.append("x.k" + QByteArray::number(i));
        placeholders.append(index.placeholder(i));
        bounds.values.append(*value);
    }
    bounds.conditions.append('(' + columns.join(',') + ')' + comparison + '(' + placeholders.join(',') + ')');
    return true;
}

std::optional<Bounds> boundsOf(const IndexLayout &index, const KeyRange &range)
{
    Bounds bounds;
    const bool isOne = range.lower && range.lower == range.upper && !range.lowerOpen && !range.upperOpen;
    if (isOne) {
        if (!addBound(bounds, index, *range.lower, "="))
            return {};
    } else {
        if (range.lower && !addBound(bounds, index, *range.lower, range.lowerOpen ? ">" : ">="))
            return {};
        if (range.upper && !addBound(bounds, index, *range.upper, range.upperOpen ? "<" : "<="))
            return {};
    }
    if (index.keepsMissing)
        bounds.conditions.append("x.k0<x''"); // the records without a value are there for sorted lists only
    return bounds;
}

//! The index entries of a range as a table with the alias x, and the order to read them in.
struct Walk {
    QByteArray source;
    QByteArray order;
    QVariantList values;
};

Walk walkOf(const IndexLayout &index, const Bounds &bounds, Direction direction)
{
    QByteArrayList columns;
    for (qsizetype i = 0; i < index.columns.size(); ++i)
        columns.append("x.k" + QByteArray::number(i));
    const bool backward = direction == Direction::Previous || direction == Direction::PreviousUnique;
    const QByteArray suffix = backward ? " DESC" : "";
    const QByteArray order = " ORDER BY " + columns.join(suffix + ',') + suffix;
    if (direction == Direction::Next || direction == Direction::Previous)
        return {index.table + " x", bounds.where() + order + ",x.id" + suffix, bounds.values};
    const QByteArray list = columns.join(',');
    return {"(SELECT " + list + ",min(x.id) AS id FROM " + index.table + " x" + bounds.where() + " GROUP BY " + list
                + ") x",
            order, bounds.values};
}

Result<const IndexLayout *> indexNamed(const StoreLayout &layout, const QString &name)
{
    if (const IndexLayout *index = layout.index(name))
        return index;
    return fail(ErrorKind::NotFound, u"index.unknown"_s, {layout.schema->type.toString(), name});
}
} // namespace

Result<Rows> ObjectStore::walkIndex(const QString &name, const KeyRange &range, Direction direction, int limit)
{
    const auto index = indexNamed(*m_layout, name);
    if (!index)
        return fail(index.error());
    const auto bounds = boundsOf(**index, range);
    if (!bounds)
        return fail(ErrorKind::Usage, u"key.malformed"_s, {schema().type.toString(), name});
    const Walk walk = walkOf(**index, *bounds, direction);
    return m_sql->query("SELECT " + kRecordColumns + " FROM " + walk.source + " CROSS JOIN " + m_layout->table
                            + " o ON o.id=x.id" + walk.order + " LIMIT ?",
                        QVariantList(walk.values) << limit);
}

Result<QList<Record>> ObjectStore::getAll(const QString &index, const KeyRange &range, int limit, Direction direction)
{
    auto rows = walkIndex(index, range, direction, limit);
    return rows ? readRecords(*rows, schema().type) : Result<QList<Record>>(fail(rows.error()));
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
    if (!index)
        return fail(index.error());
    const auto bounds = boundsOf(**index, range);
    if (!bounds)
        return fail(ErrorKind::Usage, u"key.malformed"_s, {schema().type.toString(), name});
    auto rows = m_sql->query("SELECT count(*) FROM " + (*index)->table + " x" + bounds->where(), bounds->values);
    return rows ? readNumber(*rows) : Result<qint64>(fail(rows.error()));
}

} // namespace frost
