// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/store/recordcolumns.h"
#include "core/store/selection.h"

// What an object store answers with a Selection, and the records at the places it gave.

namespace frost {

using namespace Qt::StringLiterals;

Result<QList<Record>> ObjectStore::select(const Query &query)
{
    Selection selection(*m_sql, *m_layout, query);
    FROST_TRY(selection.prepare());
    return selection.records();
}

Result<QList<RowNumber>> ObjectStore::order(const Query &query, const std::function<bool()> &goOn)
{
    Selection selection(*m_sql, *m_layout, query);
    FROST_TRY(selection.prepare());
    return selection.order(goOn);
}

Result<QList<RowNumber>> ObjectStore::firstPlaces(const Query &query)
{
    Selection selection(*m_sql, *m_layout, query);
    FROST_TRY(selection.prepare());
    return selection.firstPlaces();
}

Result<RowNumber> ObjectStore::placeOf(const LocalId &id)
{
    return Selection(*m_sql, *m_layout, {}).placeOf(id);
}

Result<QHash<RowNumber, Record>> ObjectStore::at(const QList<RowNumber> &places)
{
    QHash<RowNumber, Record> records;
    for (const RowNumber place : places) {
        auto rows = m_sql->query("SELECT " + kRecordColumns + " FROM " + m_layout->table + " o WHERE o.rid=?", {place});
        if (!rows)
            return fail(rows.error());
        auto read = readRecords(*rows, m_layout->schema->type);
        if (!read)
            return fail(read.error());
        if (!read->isEmpty())
            records.insert(place, read->takeFirst());
    }
    return records;
}

Result<GroupedSums> ObjectStore::sums(const QStringList &fields, const QStringList &by, const Query &query,
                                      const std::function<bool()> &goOn)
{
    for (const QString &name : fields) {
        const Field *field = m_layout->schema->field(name);
        if (!field || (field->kind != FieldKind::Decimal && field->kind != FieldKind::Amount))
            return fail(ErrorKind::Usage, u"field.unknown"_s, {name});
    }
    for (const QString &name : by) {
        if (!m_layout->schema->field(name))
            return fail(ErrorKind::Usage, u"field.unknown"_s, {name});
    }
    Selection selection(*m_sql, *m_layout, query);
    FROST_TRY(selection.prepare());
    GroupedSums sums;
    QStringList group(by.size());
    FROST_TRY(selection.values(by + fields, goOn, [&](qsizetype at, const QByteArray &value) {
        if (at < by.size()) {
            group[at] = QString::fromUtf8(value);
            return;
        }
        auto &amounts = sums[group];
        amounts.resize(fields.size());
        if (const auto decimal = Decimal::parse(QString::fromLatin1(value)))
            amounts[at - by.size()] += *decimal;
    }));
    return sums;
}

Result<qint64> ObjectStore::count(const Query &query)
{
    if (query.where.isEmpty() && query.search.isEmpty() && query.sort.isEmpty() && !query.includeDeleted)
        return count();
    Selection selection(*m_sql, *m_layout, query);
    FROST_TRY(selection.prepare());
    return selection.count();
}

} // namespace frost
