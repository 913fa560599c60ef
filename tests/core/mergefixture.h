// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"

#include <QJsonArray>
#include <QJsonDocument>

//! An entity type with every kind of role a merge knows, and documents of it. It has no calculations: what a merge does
//! to derived fields is tested with the accounting pack.
namespace mergefixture {

using namespace Qt::StringLiterals;
using namespace frost;

inline Field field(const QString &name, FieldKind kind, Importance importance = Importance::Normal)
{
    Field made;
    made.name = name;
    made.kind = kind;
    made.importance = importance;
    return made;
}

inline Field derivedField(const QString &name)
{
    auto made = field(name, FieldKind::Amount);
    made.derived = true;
    return made;
}

inline Field comparedField(const QString &name, const QString &compare)
{
    auto made = field(name, FieldKind::Text);
    made.compare = compare;
    return made;
}

inline QList<Field> rowFields()
{
    return {
        field(u"article"_s, FieldKind::Reference),
        field(u"description"_s, FieldKind::Text),
        field(u"quantity"_s, FieldKind::Decimal, Importance::Important),
        field(u"price"_s, FieldKind::Decimal, Importance::Important),
        field(u"vat"_s, FieldKind::Decimal, Importance::Important),
        field(u"account"_s, FieldKind::Text, Importance::Important),
        field(u"project"_s, FieldKind::Reference),
        derivedField(u"total"_s),
    };
}

inline EntitySchema documentSchema()
{
    EntitySchema schema;
    schema.type = EntityType(u"documents"_s);
    auto note = field(u"note"_s, FieldKind::Text, Importance::Metadata);
    note.longText = true;
    auto rows = field(u"rows"_s, FieldKind::Rows);
    rows.fields = rowFields();
    schema.fields = {
        field(u"customer"_s, FieldKind::Reference, Importance::Important),
        field(u"reference"_s, FieldKind::Text),
        note,
        comparedField(u"email"_s, u"email"_s),
        comparedField(u"organisationNumber"_s, u"organisationNumber"_s),
        field(u"currency"_s, FieldKind::Text),
        field(u"currencyRate"_s, FieldKind::Decimal),
        field(u"sent"_s, FieldKind::Boolean),
        field(u"booked"_s, FieldKind::Boolean, Importance::Critical),
        rows,
        derivedField(u"total"_s),
    };
    schema.linkedGroups = {
        {u"currency"_s, u"currencyRate"_s}, {u"rows.quantity"_s, u"rows.price"_s}, {u"rows.vat"_s, u"rows.account"_s}};
    return schema;
}

//! A type that merges as one unit, as vouchers do.
inline EntitySchema unitSchema()
{
    auto schema = documentSchema();
    schema.mergeAsUnit = true;
    return schema;
}

inline QJsonObject json(const char *text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s in %s", qPrintable(error.errorString()), text);
    return document.object();
}

//! Nothing for an empty text: a deleted record or an unknown base.
inline std::optional<QJsonObject> maybeJson(const char *text)
{
    return *text ? std::optional(json(text)) : std::nullopt;
}

inline MergeResult merged(const EntitySchema &schema, const char *base, const char *mine, const char *theirs)
{
    const auto result = merge(schema, {maybeJson(base), maybeJson(mine), maybeJson(theirs)});
    if (!result)
        qFatal("%s", qPrintable(result.error().logLine()));
    return *result;
}

inline QStringList rowIds(const QJsonObject &body)
{
    QStringList ids;
    const auto rows = body.value(u"rows"_s).toArray();
    for (const auto &row : rows)
        ids.append(row.toObject().value(u"rowId"_s).toString());
    return ids;
}

inline QJsonObject rowOf(const QJsonObject &body, const QString &id)
{
    const auto rows = body.value(u"rows"_s).toArray();
    for (const auto &row : rows) {
        if (row.toObject().value(u"rowId"_s).toString() == id)
            return row.toObject();
    }
    return {};
}

//! "note=Mine" and the like, so that one comparison shows all that a merge says.
inline QStringList summary(const MergeResult &merged)
{
    static const QStringList kOrigins{u"Unchanged"_s, u"Mine"_s, u"Theirs"_s, u"Both"_s, u"Open"_s};
    QStringList texts;
    for (const auto &field : merged.fields)
        texts.append(field.path + u'=' + kOrigins.at(int(field.origin)));
    return texts;
}

} // namespace mergefixture
