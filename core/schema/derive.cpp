// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/computation.h"

#include <QJsonArray>

#include <algorithm>

namespace frost {
namespace {

QJsonObject filledIn(const QList<Field> &fields, QJsonObject body)
{
    for (const Field &field : fields) {
        if (field.kind == FieldKind::Rows && body.contains(field.name)) {
            QJsonArray rows = body.value(field.name).toArray();
            for (qsizetype i = 0; i < rows.size(); ++i)
                rows.replace(i, filledIn(field.fields, rows[i].toObject()));
            body.insert(field.name, rows);
        } else if (!field.defaultValue.isUndefined() && !body.contains(field.name)) {
            body.insert(field.name, field.defaultValue);
        }
    }
    return body;
}

bool isOrHasDerived(const Field &field)
{
    return field.derived || std::any_of(field.fields.begin(), field.fields.end(), isOrHasDerived);
}

QJsonObject stripped(const QList<Field> &fields, QJsonObject body)
{
    for (const Field &field : fields) {
        if (field.derived) {
            body.remove(field.name);
        } else if (isOrHasDerived(field) && body.contains(field.name)) {
            QJsonArray rows = body.value(field.name).toArray();
            for (qsizetype i = 0; i < rows.size(); ++i)
                rows.replace(i, stripped(field.fields, rows[i].toObject()));
            body.insert(field.name, rows);
        }
    }
    return body;
}

} // namespace

QJsonObject withDefaults(const EntitySchema &schema, QJsonObject body)
{
    return filledIn(schema.fields, std::move(body));
}

Result<QJsonObject> derive(const EntitySchema &schema, QJsonObject body)
{
    for (const Calculation &calculation : schema.calculations)
        FROST_TRY(calculation.computation->derive(body));
    return body;
}

QJsonObject withoutDerived(const EntitySchema &schema, QJsonObject body)
{
    return stripped(schema.fields, std::move(body));
}

} // namespace frost
