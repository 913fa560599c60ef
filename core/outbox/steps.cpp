// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/steps.h"

#include "core/base/decimal.h"

#include <QJsonArray>
#include <QSet>

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
QJsonArray rowsOf(const Field &field, const QJsonArray &original, const QStringList &omitted)
{
    QJsonArray rows;
    for (const auto &row : original) {
        QJsonObject fresh;
        for (const auto &member : field.fields) {
            if (row.toObject().contains(member.name) && !omitted.contains(field.name + u'.' + member.name))
                fresh.insert(member.name, row[member.name]);
        }
        rows.append(fresh);
    }
    return rows;
}

//! What was on one side of each row is on the other.
void swap(QJsonObject &body, const QString &rows, const QString &first, const QString &second)
{
    QJsonArray swapped;
    for (const auto &row : body.value(rows).toArray()) {
        QJsonObject turned = row.toObject();
        const auto one = turned.take(first);
        const auto other = turned.take(second);
        if (!other.isUndefined())
            turned.insert(first, other);
        if (!one.isUndefined())
            turned.insert(second, one);
        swapped.append(turned);
    }
    if (!swapped.isEmpty())
        body.insert(rows, swapped);
}

//! "{number}" in the text becomes what the body has there; what is filled in is not looked at again.
QString filledFrom(const QJsonObject &body, const QString &text)
{
    QString filled;
    for (qsizetype at = 0; at < text.size();) {
        const auto end = text[at] == u'{' ? text.indexOf(u'}', at) : -1;
        if (end < 0) {
            filled += text[at++];
            continue;
        }
        filled += body.value(text.mid(at + 1, end - at - 1)).toString();
        at = end + 1;
    }
    return filled.simplified();
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
        copy.insert(field.name, field.kind == FieldKind::Rows ? QJsonValue(rowsOf(field, value.toArray(), step.copy->omitted)) : value);
    }
    for (const auto &[path, where] : step.copy->negated)
        negate(copy, path, where);
    for (const auto &[first, second] : step.copy->swapped)
        swap(copy, first.section(u'.', 0, 0), first.section(u'.', 1), second.section(u'.', 1));
    for (auto it = step.copy->texts.begin(); it != step.copy->texts.end(); ++it)
        copy.insert(it.key(), filledFrom(body, it.value().toString()));
    for (const auto &name : step.copy->today)
        copy.insert(name, today.toString(Qt::ISODate));
    if (!step.copy->origin.isEmpty())
        copy.insert(step.copy->origin, original.toString());
    return stepped(step, std::move(copy));
}

Result<std::optional<LocalId>> copyOfRecord(Database &database, const EntitySchema &schema, const LocalId &id)
{
    auto store = database.objectStore(schema.type);
    FROST_TRY(store);
    for (const auto &step : schema.steps) {
        const auto *index = step.copy ? schema.indexOn(step.copy->origin) : nullptr;
        if (!index)
            continue;
        const auto made = store->getAllKeys(index->name, KeyRange::only({id.toString()}), 1);
        FROST_TRY(made);
        if (!made->isEmpty())
            return std::optional(made->first());
    }
    return std::optional<LocalId>();
}

QJsonObject bookingInstead(const EntitySchema &schema, const BusinessStep &step, QJsonObject copy, const QJsonObject &instead)
{
    if (!step.copy->rebooks)
        return copy;
    QSet<QString> lists;
    for (const auto &pair : step.copy->swapped)
        lists.insert(pair.first.section(u'.', 0, 0));
    for (const auto &name : lists) {
        auto rows = copy.value(name).toArray();
        for (const auto &row : rowsOf(*schema.field(name), instead.value(name).toArray(), step.copy->omitted))
            rows.append(row);
        copy.insert(name, rows);
    }
    return copy;
}

} // namespace frost
