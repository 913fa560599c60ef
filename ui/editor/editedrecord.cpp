// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editedrecord.h"

#include "ui/editor/problemplace.h"
#include "ui/editor/rowmerge.h"
#include "ui/widgets/referenceedit.h"

#include <QJsonArray>

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
}

void EditedRecord::startFrom(const QJsonObject &stored)
{
    m_isNew = false;
    m_base = stored;
    m_typed = stored;
}

void EditedRecord::resume(const std::optional<QJsonObject> &base, const QJsonObject &start, const QJsonObject &typed)
{
    m_isNew = !base;
    m_base = base.value_or(start);
    m_typed = typed;
}

void EditedRecord::set(const QString &field, const QJsonValue &value)
{
    if (value.isUndefined())
        m_typed.remove(field);
    else
        m_typed.insert(field, value);
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
    QStringList names;
    for (const auto &field : m_schema.fields) {
        if (!field.derived && !says(field, m_typed.value(field.name), m_base.value(field.name)))
            names.append(field.name);
    }
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
            value = followRows(m_base.value(name).toArray(), value.toArray(), now.value(name).toArray());
        if (value.isUndefined())
            typed.remove(name);
        else
            typed.insert(name, value);
    }
    m_isNew = false;
    m_base = now;
    m_typed = typed;
    return both;
}

EditedRecord::Reading EditedRecord::read() const
{
    Reading reading{withoutUnresolved(m_schema.fields, m_typed), {}};
    const auto newRowId = [n = 0]() mutable { return u"new-%1"_s.arg(++n); };
    auto normal = normalise(m_schema, reading.body, newRowId);
    if (!normal) {
        reading.malformed = problemsOf(normal.error());
        for (const auto &problem : reading.malformed)
            removeAt(reading.body, ProblemPlace::of(problem.path));
        normal = normalise(m_schema, reading.body, newRowId);
    }
    if (normal)
        reading.body = *std::move(normal);
    return reading;
}

QJsonObject EditedRecord::computed() const
{
    auto reading = read();
    // Figures too large to compute with: the form says so where they stand, and shows no sums.
    return derive(m_schema, reading.body).value_or(withoutDerived(m_schema, reading.body));
}

QList<Problem> EditedRecord::malformed() const
{
    const auto reading = read();
    if (const auto derived = derive(m_schema, reading.body); !derived)
        return reading.malformed + problemsOf(derived.error());
    return reading.malformed;
}

} // namespace frost
