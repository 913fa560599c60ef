// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/freenumber.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostTried = 1000; // a register with so many numbers in a row is asked about

//! "K-09" → "K-10"; "": it has no digits at its end, or too many to count.
QString countedUp(const QString &number)
{
    const auto last = std::find_if(number.rbegin(), number.rend(), [](QChar c) { return c < u'0' || c > u'9'; });
    const auto start = number.size() - std::distance(number.rbegin(), last);
    const auto digits = number.mid(start);
    bool counted = false;
    const auto next = digits.toLongLong(&counted) + 1;
    return counted ? number.left(start) + QString::number(next).rightJustified(digits.size(), u'0') : QString();
}

Result<bool> isTaken(ObjectStore &store, const EntitySchema &schema, const QJsonObject &body)
{
    const auto &name = schema.naturalKey.constLast();
    const auto holders = store.select({.where = {{name, body.value(name).toVariant().toString()}}});
    FROST_TRY(holders);
    const auto key = naturalKeyOf(schema, body);
    return std::any_of(holders->begin(), holders->end(),
                       [&](const Record &record) { return naturalKeyOf(schema, record.body) == key; });
}

} // namespace

const Field *assignedField(const EntitySchema &schema)
{
    const auto found = std::find_if(schema.fields.begin(), schema.fields.end(), [](const Field &field) {
        return field.assignedByRemote && field.kind == FieldKind::Text;
    });
    return found == schema.fields.end() ? nullptr : &*found;
}

QString nextProvisionalNumber(Database &database, const EntityType &type, const QString &series)
{
    constexpr int kLatest = 50; // ids grow with time, so the last ones made have the highest numbers
    auto store = database.objectStore(type);
    const auto *field = store ? assignedField(store->schema()) : nullptr;
    if (!field)
        return {};
    Query query{.descending = true, .limit = kLatest};
    if (const auto &name = store->schema().seriesField; !name.isEmpty() && !series.isEmpty())
        query.where = {{name, series}};
    qint64 highest = 0;
    for (const auto &record : store->select(query).value_or(QList<Record>())) {
        auto number = record.body.value(field->name).toString();
        if (number.endsWith(u'*'))
            number.chop(1);
        highest = std::max(highest, number.toLongLong());
    }
    return QString::number(highest + 1) + u'*';
}

const Field *numberedField(const EntitySchema &schema)
{
    const auto *field = schema.naturalKey.isEmpty() ? nullptr : schema.field(schema.naturalKey.constLast());
    return field && field->kind == FieldKind::Text ? field : nullptr;
}

Result<QString> freeNumber(Database &database, const EntitySchema &schema, const QJsonObject &body)
{
    const auto *field = numberedField(schema);
    if (!field)
        return QString();
    if (field->assignedByRemote)
        return nextProvisionalNumber(database, schema.type, body.value(schema.seriesField).toString());
    auto store = database.objectStore(schema.type);
    FROST_TRY(store);
    auto numbered = body;
    for (int tried = 0; tried < kMostTried; ++tried) {
        const auto number = countedUp(numbered.value(field->name).toString());
        if (number.isEmpty())
            return QString();
        numbered.insert(field->name, number);
        const auto taken = isTaken(*store, schema, numbered);
        FROST_TRY(taken);
        if (!*taken)
            return number;
    }
    return QString();
}

} // namespace frost
