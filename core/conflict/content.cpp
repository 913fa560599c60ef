// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/content.h"

#include "core/base/json.h"

#include <algorithm>
#include <set>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

// Rows as a multiset.
QJsonValue comparableRows(const QList<Field> &rowFields, const QJsonArray &rows)
{
    auto contents = rowContents(rowFields, rows);
    std::sort(contents.begin(), contents.end());
    QJsonArray sorted;
    for (const auto &content : std::as_const(contents))
        sorted.append(QString::fromUtf8(content));
    return sorted.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(sorted);
}
} // namespace

QList<MergeField> mergeFields(const QList<Field> &declared, std::initializer_list<const QJsonObject *> bodies)
{
    QList<MergeField> fields;
    fields.reserve(declared.size());
    for (const auto &field : declared) {
        if (!field.derived)
            fields.append({field.name, &field});
    }
    const auto isDeclared = [&](const QString &name) {
        return name == kRowIdKey
               || std::any_of(declared.begin(), declared.end(), [&](const Field &field) { return field.name == name; });
    };
    std::set<QString> unknown;
    for (const auto *body : bodies) {
        if (!body)
            continue;
        for (auto it = body->begin(); it != body->end(); ++it) {
            if (const auto name = it.key(); !isDeclared(name))
                unknown.insert(name);
        }
    }
    for (const auto &name : unknown)
        fields.append({name, nullptr});
    return fields;
}

QJsonValue comparableIn(const MergeField &field, const QJsonObject &body)
{
    const auto value = body.value(field.name);
    if (field.isRows())
        return comparableRows(field.declared->fields, value.toArray());
    // A place-holder is not content, so the real number always wins over it without a question (UX.md 1.2 G23).
    if (field.declared)
        return comparable(*field.declared, isProvisional(*field.declared, value) ? QJsonValue() : value);
    return isAbsent(value) ? QJsonValue(QJsonValue::Undefined) : value;
}

bool sameIn(const MergeField &field, const QJsonObject &a, const QJsonObject &b)
{
    return a.value(field.name) == b.value(field.name) || comparableIn(field, a) == comparableIn(field, b);
}

QList<QByteArray> rowContents(const QList<Field> &rowFields, const QJsonArray &rows)
{
    QList<QByteArray> contents;
    contents.reserve(rows.size());
    for (const auto &row : rows)
        contents.append(toCanonicalJson(comparableBody(rowFields, row.toObject())));
    return contents;
}

QJsonObject comparableBody(const QList<Field> &declared, const QJsonObject &body)
{
    QJsonObject seen;
    for (const auto &field : mergeFields(declared, {&body})) {
        if (const auto value = comparableIn(field, body); !value.isUndefined())
            seen.insert(field.name, value);
    }
    return seen;
}

QByteArray seenHash(const EntitySchema &schema, const QJsonObject &body)
{
    QJsonObject seen = comparableBody(schema.fields, body);
    for (const auto &field : schema.fields) {
        // A switch that is off and one that is missing look the same.
        if (field.assignedByRemote || (field.kind == FieldKind::Boolean && seen.value(field.name) == QJsonValue(false)))
            seen.remove(field.name);
    }
    return contentHash(seen);
}

Severity severityOf(Importance importance)
{
    switch (importance) {
    case Importance::Metadata: return Severity::Low;
    case Importance::Normal: return Severity::Medium;
    case Importance::Important: return Severity::High;
    case Importance::Critical: return Severity::Critical;
    }
    return Severity::Medium;
}

bool holdAmounts(const QList<Field> &rowFields)
{
    return std::any_of(rowFields.begin(), rowFields.end(), [](const Field &field) {
        return field.kind == FieldKind::Amount || field.kind == FieldKind::Decimal;
    });
}

Severity severityOf(const MergeField &field)
{
    const auto severity = severityOf(field.importance());
    return field.isRows() && holdAmounts(field.declared->fields) ? std::max(severity, Severity::High) : severity;
}

Severity severityOfDifference(const QList<Field> &declared, const QJsonObject &a, const QJsonObject &b)
{
    auto severity = Severity::Low;
    for (const auto &field : mergeFields(declared, {&a, &b})) {
        if (!sameIn(field, a, b))
            severity = std::max(severity, severityOf(field));
    }
    return severity;
}

bool sameContent(const EntitySchema &schema, const QJsonObject &a, const QJsonObject &b)
{
    if (a == b)
        return true;
    const auto fields = mergeFields(schema.fields, {&a, &b});
    return std::all_of(fields.begin(), fields.end(), [&](const MergeField &field) { return sameIn(field, a, b); });
}

QStringList changedFields(const EntitySchema &schema, const QJsonObject &before, const QJsonObject &after)
{
    QStringList names;
    for (const auto &field : mergeFields(schema.fields, {&before, &after})) {
        if (!sameIn(field, before, after))
            names.append(field.name);
    }
    return names;
}

} // namespace frost
