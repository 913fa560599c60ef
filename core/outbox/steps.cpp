// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/steps.h"

#include "core/base/decimal.h"

#include <QJsonArray>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! A switch that a step without a copy sets: what happened to the original has not happened to its copy.
bool isSetByStep(const EntitySchema &schema, const QString &field)
{
    return std::any_of(schema.steps.begin(), schema.steps.end(),
                       [&](const BusinessStep &step) { return !step.copy && step.sets.contains(field); });
}

QJsonValue negated(const QJsonValue &value)
{
    const auto number = Decimal::parse(value.toString());
    return number ? QJsonValue((-*number).toString()) : value;
}

bool fits(const QJsonObject &body, const QJsonObject &where)
{
    for (auto it = where.begin(); it != where.end(); ++it) {
        if (body.value(it.key()) != it.value())
            return false;
    }
    return true;
}

//! `path` is "total", or "rows.quantity": in every row.
void negate(QJsonObject &body, const QString &path, const QJsonObject &where)
{
    const QString name = path.section(u'.', 0, 0);
    const QString inner = path.section(u'.', 1);
    if (!body.contains(name))
        return;
    if (inner.isEmpty()) {
        if (fits(body, where))
            body.insert(name, negated(body.value(name)));
        return;
    }
    QJsonArray rows;
    for (const auto &row : body.value(name).toArray()) {
        QJsonObject turned = row.toObject();
        negate(turned, inner, where);
        rows.append(turned);
    }
    body.insert(name, rows);
}

//! Rows of a new record: without the ids of the old ones.
QJsonArray rowsOf(const Field &field, const QJsonArray &original)
{
    QJsonArray rows;
    for (const auto &row : original) {
        QJsonObject fresh;
        for (const auto &member : field.fields) {
            if (row.toObject().contains(member.name))
                fresh.insert(member.name, row[member.name]);
        }
        rows.append(fresh);
    }
    return rows;
}

} // namespace

QJsonObject withSteps(const EntitySchema &schema, QJsonObject body, const QList<Operation> &steps)
{
    for (const auto &operation : steps) {
        if (const auto *step = schema.step(operation.step))
            body = stepped(*step, std::move(body));
    }
    return body;
}

const Operation *lockedBy(const EntitySchema &schema, const QList<Operation> &steps)
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Operation &operation) {
        const auto *step = schema.step(operation.step);
        return !step || step->locks; // unknown: with care
    });
    return found == steps.end() ? nullptr : &*found;
}

QJsonObject copyOf(const EntitySchema &schema, const BusinessStep &step, const QJsonObject &body, const LocalId &original,
                   const QDate &today)
{
    const auto typed = withoutDerived(schema, body);
    QJsonObject copy;
    for (const auto &field : schema.fields) { // what a newer version has added is the original's alone
        const auto value = typed.value(field.name);
        if (value.isUndefined() || field.assignedByRemote || isSetByStep(schema, field.name) || step.copy->omitted.contains(field.name))
            continue;
        copy.insert(field.name, field.kind == FieldKind::Rows ? QJsonValue(rowsOf(field, value.toArray())) : value);
    }
    for (const auto &[path, where] : step.copy->negated)
        negate(copy, path, where);
    for (const auto &name : step.copy->today)
        copy.insert(name, today.toString(Qt::ISODate));
    if (!step.copy->origin.isEmpty())
        copy.insert(step.copy->origin, original.toString());
    return stepped(step, std::move(copy));
}

} // namespace frost
