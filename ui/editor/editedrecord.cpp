// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editedrecord.h"

#include "ui/editor/problemplace.h"
#include "ui/editor/rowmerge.h"
#include "ui/widgets/referenceedit.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! A body without references that are typed and not found yet: core would not know what they are.
QJsonObject withoutUnresolved(const QList<Field> &fields, QJsonObject body)
{
    for (const auto &field : fields) {
        const auto value = body.value(field.name);
        if (isUnresolvedReference(value))
            body.remove(field.name);
        if (field.kind != FieldKind::Rows)
            continue;
        QJsonArray rows;
        for (const auto &row : value.toArray())
            rows.append(withoutUnresolved(field.fields, row.toObject()));
        body.insert(field.name, rows);
    }
    return body;
}

void removeAt(QJsonObject &body, const ProblemPlace &place)
{
    if (place.row < 0) {
        body.remove(place.field);
        return;
    }
    auto rows = body.value(place.field).toArray();
    auto row = rows.at(place.row).toObject();
    if (place.column.isEmpty())
        row = {};
    else
        row.remove(place.column);
    rows.replace(place.row, row);
    body.insert(place.field, rows);
}

} // namespace

void EditedRecord::startNew(const QJsonObject &start)
{
    m_isNew = true;
    m_base = start;
    m_typed = start;
    forgetReading();
}

void EditedRecord::startFrom(const QJsonObject &stored)
{
    m_isNew = false;
    m_base = stored;
    m_typed = stored;
    forgetReading();
}

void EditedRecord::resume(const std::optional<QJsonObject> &base, const QJsonObject &start, const QJsonObject &typed)
{
    m_isNew = !base;
    m_base = base.value_or(start);
    m_typed = typed;
    forgetReading();
}

void EditedRecord::set(const QString &field, const QJsonValue &value)
{
    if (value.isUndefined())
        m_typed.remove(field);
    else
        m_typed.insert(field, value);
    forgetReading();
}

bool EditedRecord::says(const Field &field, const QJsonValue &a, const QJsonValue &b) const
{
    EntitySchema one = m_schema;
    one.calculations.clear();
    one.fields = {field};
    const auto canonical = [&](const QJsonValue &value) {
        if (value.isUndefined() || isUnresolvedReference(value))
            return value;
        const QJsonObject body{{field.name, value}};
        // A new row has no id yet and differs by that from every row there is.
        const auto normal = normalise(one, body, [] { return u"new"_s; });
        return normal ? withoutDerived(one, *normal).value(field.name) : value;
    };
    return comparable(field, canonical(a)) == comparable(field, canonical(b));
}

QStringList EditedRecord::changed() const
{
    if (m_changed)
        return *m_changed;
    QStringList names;
    for (const auto &field : m_schema.fields) {
        if (!field.derived && !says(field, m_typed.value(field.name), m_base.value(field.name)))
            names.append(field.name);
    }
    m_changed = names;
    return names;
}

QJsonObject EditedRecord::patch() const
{
    if (m_isNew)
        return m_typed;
    QJsonObject patch;
    for (const auto &name : changed()) {
        const auto value = m_typed.value(name);
        patch.insert(name, value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
    }
    return patch;
}

QStringList EditedRecord::follow(const QJsonObject &now)
{
    const auto mine = changed();
    QJsonObject typed = now;
    QStringList both;
    for (const auto &name : mine) {
        const auto &field = *m_schema.field(name);
        auto value = m_typed.value(name);
        if (!says(field, now.value(name), m_base.value(name)) && !says(field, now.value(name), value))
            both.append(name);
        if (field.kind == FieldKind::Rows && !m_schema.mergeAsUnit)
            value = follow(field, now);
        if (value.isUndefined())
            typed.remove(name);
        else
            typed.insert(name, value);
    }
    m_isNew = false;
    m_base = now;
    m_typed = typed;
    forgetReading();
    return both;
}

QJsonArray EditedRecord::follow(const Field &rows, const QJsonObject &now) const
{
    const auto same = [&](const QString &name, const QJsonValue &a, const QJsonValue &b) {
        const auto column = std::find_if(rows.fields.begin(), rows.fields.end(),
                                         [&](const Field &known) { return known.name == name; });
        if (column == rows.fields.end())
            return a == b;
        return column->derived || says(*column, a, b);
    };
    return followRows(m_base.value(rows.name).toArray(), m_typed.value(rows.name).toArray(),
                      now.value(rows.name).toArray(), same);
}

const EditedRecord::Reading &EditedRecord::read() const
{
    if (m_reading)
        return *m_reading;
    auto &reading = m_reading.emplace();
    auto body = withoutUnresolved(m_schema.fields, m_typed);
    const auto newRowId = [n = 0]() mutable { return u"new-%1"_s.arg(++n); };
    auto normal = normalise(m_schema, body, newRowId);
    if (!normal) {
        reading.malformed = problemsOf(normal.error());
        for (const auto &problem : std::as_const(reading.malformed))
            removeAt(body, ProblemPlace::of(problem.path));
        normal = normalise(m_schema, body, newRowId);
    }
    if (normal)
        body = *std::move(normal);
    auto derived = derive(m_schema, body);
    // Figures too large to compute with: the form says so where they stand, and shows no sums.
    if (!derived)
        reading.malformed += problemsOf(derived.error());
    reading.computed = derived ? *std::move(derived) : withoutDerived(m_schema, body);
    return reading;
}

void EditedRecord::forgetReading()
{
    m_reading.reset();
    m_changed.reset();
}

QJsonObject EditedRecord::computed() const
{
    return read().computed;
}

QList<Problem> EditedRecord::malformed() const
{
    return read().malformed;
}

} // namespace frost
