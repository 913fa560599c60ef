// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/computation.h"
#include "core/schema/path.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

const QString kRowId = u"rowId"_s;

void validateFields(const QList<Field> &fields, const QJsonObject &body, const Path *parent, QList<Problem> &problems);

void validateRows(const Field &field, const QJsonArray &rows, const Path *parent, QList<Problem> &problems)
{
    QSet<QString> ids;
    ids.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Path path{parent, field.name, i};
        const QJsonObject row = rows[i].toObject();
        const QString id = row.value(kRowId).toString();
        if (ids.contains(id))
            problems.append({Path{&path, kRowId}.toString(), u"row.duplicateId"_s, {id}});
        ids.insert(id);
        validateFields(field.fields, row, &path, problems);
    }
}

void validateFields(const QList<Field> &fields, const QJsonObject &body, const Path *parent, QList<Problem> &problems)
{
    for (const Field &field : fields) {
        if (!field.required && field.kind != FieldKind::Rows && field.kind != FieldKind::Choice)
            continue;
        const auto at = body.constFind(field.name);
        if (at == body.constEnd()) {
            if (field.required)
                problems.append({Path{parent, field.name}.toString(), u"field.required"_s, {}});
        } else if (field.kind == FieldKind::Rows) {
            validateRows(field, at->toArray(), parent, problems);
        } else if (field.kind == FieldKind::Choice && !field.choices.contains(at->toString())) {
            problems.append({Path{parent, field.name}.toString(), u"choice.unknown"_s, {at->toString()}});
        }
    }
}

void collectUnknown(const QList<Field> &fields, const QJsonObject &body, const Path *parent, QStringList &paths)
{
    for (auto it = body.begin(); it != body.end(); ++it) {
        const QString name = it.key();
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&name](const Field &known) { return known.name == name; });
        if (field == fields.end()) {
            if (!parent || name != kRowId)
                paths.append(Path{parent, name}.toString());
        } else if (field->kind == FieldKind::Rows) {
            const QJsonArray rows = it->toArray();
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const Path path{parent, name, i};
                collectUnknown(field->fields, rows[i].toObject(), &path, paths);
            }
        }
    }
}

} // namespace

QList<Problem> validate(const EntitySchema &schema, const QJsonObject &body)
{
    QList<Problem> problems;
    validateFields(schema.fields, body, nullptr, problems);
    for (const Calculation &calculation : schema.calculations)
        calculation.computation->validate(body, problems);
    return problems;
}

QList<Problem> warnings(const EntitySchema &schema, const QJsonObject &body)
{
    QList<Problem> problems;
    for (const Calculation &calculation : schema.calculations)
        calculation.computation->warn(body, problems);
    return problems;
}

Error problemsError(const QList<Problem> &problems)
{
    Error error{ErrorKind::Invalid, u"record.invalid"_s, {}, {}, {}};
    error.args.reserve(problems.size());
    for (const Problem &problem : problems)
        error.args.append(problem.path + u": "_s + problem.code);
    return error;
}

QStringList unknownFields(const EntitySchema &schema, const QJsonObject &body)
{
    QStringList paths;
    collectUnknown(schema.fields, body, nullptr, paths);
    return paths;
}

} // namespace frost
