// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What closes a record, and what may still be done to it.
#include "core/schema/schema.h"

#include <QJsonArray>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! What a row books, told by the fields that struck rows have as well. Who wrote it and the row's id are no part of that.
QList<QJsonObject> bookedRows(const EntitySchema &schema, const QJsonObject &body, const QString &name)
{
    const auto &known = schema.field(schema.striking->struck)->fields;
    QList<QJsonObject> booked;
    for (const auto &row : body.value(name).toArray()) {
        QJsonObject told;
        for (const auto &field : known) {
            const auto value = comparable(field, row[field.name]);
            if (field.importance != Importance::Metadata && !value.isUndefined())
                told.insert(field.name, value);
        }
        booked.append(told);
    }
    return booked;
}

//! Takes each of `some` out of `all`; false where one is not there.
bool takeOut(QList<QJsonObject> &all, const QList<QJsonObject> &some)
{
    return std::all_of(some.begin(), some.end(), [&](const QJsonObject &row) { return all.removeOne(row); });
}

//! The rows that were not added later, and those that were.
std::pair<QJsonArray, QJsonArray> byMark(const QJsonObject &body, const EntitySchema::Striking &striking, const QJsonObject &before)
{
    const auto known = before.value(striking.rows).toArray();
    std::pair<QJsonArray, QJsonArray> split;
    for (const auto &row : body.value(striking.rows).toArray()) {
        const bool isKnown = std::any_of(known.begin(), known.end(),
                                         [&](const QJsonValue &other) { return other["rowId"_L1] == row["rowId"_L1]; });
        (!isKnown && row[striking.added].toBool() ? split.second : split.first).append(row);
    }
    return split;
}

} // namespace

bool isStep(const Field &field)
{
    return field.kind == FieldKind::Boolean && field.importance == Importance::Critical;
}

bool closes(const Field &field, const QJsonObject &body)
{
    const auto value = body.value(field.name);
    return isStep(field) ? value.toBool() : field.closes && !value.toString().isEmpty() && !isProvisional(field, value);
}

bool isInClosedBooks(const EntitySchema &schema, const QJsonObject &body, const QDate &closedTo)
{
    const auto day = QDate::fromString(body.value(schema.bookedOn).toString(), Qt::ISODate);
    return closedTo.isValid() && !schema.bookedOn.isEmpty() && day.isValid() && day <= closedTo;
}

const Field *closedBy(const EntitySchema &schema, const QJsonObject &body, const QDate &closedTo)
{
    if (isInClosedBooks(schema, body, closedTo))
        return schema.field(schema.bookedOn);
    const auto found = std::find_if(schema.fields.begin(), schema.fields.end(),
                                    [&](const Field &field) { return closes(field, body); });
    return found == schema.fields.end() ? nullptr : &*found;
}

QJsonObject permittedChange(const EntitySchema &schema, QJsonObject closed, const QJsonObject &after, const QDate &closedTo)
{
    const bool isOpenPeriod = !isInClosedBooks(schema, closed, closedTo) && !isInClosedBooks(schema, after, closedTo);
    if (isOpenPeriod && schema.striking && onlyStrikes(schema, closed, after)) {
        for (const auto &name : {schema.striking->rows, schema.striking->struck}) {
            if (after.contains(name))
                closed.insert(name, after.value(name));
        }
    }
    for (const auto &field : schema.fields) {
        if (isOpenPeriod && isStep(field) && after.value(field.name).toBool())
            closed.insert(field.name, true);
        else if (field.staysOpen && after.contains(field.name))
            closed.insert(field.name, after.value(field.name));
    }
    return closed;
}

bool onlyStrikes(const EntitySchema &schema, const QJsonObject &closed, const QJsonObject &after)
{
    const auto &striking = *schema.striking;
    auto struck = bookedRows(schema, after, striking.struck);
    if (!takeOut(struck, bookedRows(schema, closed, striking.struck)))
        return false;
    const auto [kept, added] = byMark(after, striking, closed);
    auto left = bookedRows(schema, closed, striking.rows);
    return takeOut(left, bookedRows(schema, {{striking.rows, kept}}, striking.rows)) && takeOut(left, struck) && left.isEmpty();
}

} // namespace frost
