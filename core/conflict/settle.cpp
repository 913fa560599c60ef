// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/settle.h"

#include "core/conflict/content.h"
#include "core/conflict/rowpath.h"

#include <QJsonArray>

namespace frost {

namespace {
void setValue(QJsonObject &body, const QString &name, const QJsonValue &value)
{
    if (value.isUndefined())
        body.remove(name);
    else
        body.insert(name, value);
}

QJsonObject withValue(const QList<Field> &declared, QJsonObject body, const QString &path, const QJsonValue &value);

// @param path behind the name of the Rows field: "[r1]" or "[r1].price"
QJsonArray withRowValue(const QList<Field> &rowFields, QJsonArray rows, const QString &path, const QJsonValue &value)
{
    // Rows are recognised by their ids rather than the path taken apart: an id may hold any character.
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto row = rows[i].toObject();
        const QString place = u'[' + row.value(kRowIdKey).toString() + u']';
        if (path.startsWith(place + u'.')) {
            rows[i] = withValue(rowFields, row, path.mid(place.size() + 1), value);
            return rows;
        }
        if (path != place)
            continue;
        if (value.isUndefined()) {
            rows.removeAt(i);
            return rows;
        }
        auto replaced = value.toObject();
        replaced.insert(kRowIdKey, row.value(kRowIdKey));
        rows[i] = replaced;
        return rows;
    }
    if (value.isObject() && path.endsWith(u']')) {
        auto added = value.toObject();
        added.insert(kRowIdKey, path.mid(1, path.size() - 2));
        rows.append(added);
    }
    return rows;
}

QJsonObject withValue(const QList<Field> &declared, QJsonObject body, const QString &path, const QJsonValue &value)
{
    for (const auto &field : declared) {
        if (field.kind != FieldKind::Rows || !path.startsWith(field.name + u'['))
            continue;
        body.insert(field.name,
                    withRowValue(field.fields, body.value(field.name).toArray(), path.mid(field.name.size()), value));
        return body;
    }
    setValue(body, path, value);
    return body;
}
} // namespace

QJsonObject withValueAt(const EntitySchema &schema, const QJsonObject &body, const QString &path,
                        const QJsonValue &value)
{
    return withValue(schema.fields, body, path, value);
}

QJsonValue valueAt(const EntitySchema &schema, const QJsonObject &body, const QString &path)
{
    const auto inside = rowPathOf(schema, path);
    if (!inside)
        return body.value(path);
    const auto rows = body.value(inside->rows->name).toArray();
    for (const auto &row : rows) {
        const auto object = row.toObject();
        if (object.value(kRowIdKey).toString() == inside->rowId)
            return inside->field.isEmpty() ? row : object.value(inside->field);
    }
    return QJsonValue::Undefined;
}

Result<std::optional<QJsonObject>> settle(const EntitySchema &schema, const MergeResult &merged, Side side)
{
    auto body = merged.body;
    for (const auto &field : merged.open()) {
        const auto &value = side == Side::Mine ? field.mine : field.theirs;
        if (field.path.isEmpty())
            body = value.isObject() ? std::optional(value.toObject()) : std::nullopt;
        else if (body)
            body = withValueAt(schema, *body, field.path, value);
    }
    if (!body)
        return std::optional<QJsonObject>();
    auto derived = derive(schema, *body);
    if (!derived)
        return fail(std::move(derived).error());
    return std::optional(*std::move(derived));
}

} // namespace frost
