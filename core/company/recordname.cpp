// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/company/recordname.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QJsonObject &body, const QString &field)
{
    return body.value(field).toVariant().toString();
}

//! With its series; a year is not said, it only narrows.
QString numberOf(const EntitySchema &schema, const QJsonObject &body)
{
    if (schema.naturalKey.isEmpty())
        return {};
    const auto number = textOf(body, schema.naturalKey.last());
    const auto series = schema.seriesField.isEmpty() ? QString() : textOf(body, schema.seriesField);
    return number.isEmpty() || series.isEmpty() ? number : series + u' ' + number;
}

//! Empty where the title is nothing but the number.
QString ownTitle(const EntitySchema &schema, const QJsonObject &body)
{
    const bool isNumber = !schema.naturalKey.isEmpty() && schema.title == schema.naturalKey.last();
    return isNumber ? QString() : textOf(body, schema.title);
}

Result<std::optional<Record>> stored(Company &company, const EntityType &type, const LocalId &id)
{
    if (!company.schema().find(type))
        return std::optional<Record>();
    auto store = company.database().objectStore(type);
    FROST_TRY(store);
    return store->get(id);
}

} // namespace

QString RecordName::text() const
{
    if (number.isEmpty())
        return title;
    return title.isEmpty() || title == number ? number : number + u' ' + title;
}

std::optional<ReferenceUse> standInTitle(const EntitySchema &schema, const QJsonObject &body)
{
    if (!ownTitle(schema, body).isEmpty())
        return std::nullopt;
    for (const auto &field : schema.fields) {
        const auto id = body.value(field.name).toString();
        if (field.kind == FieldKind::Reference && field.required && !id.isEmpty())
            return ReferenceUse{field.name, field.target, id};
    }
    return std::nullopt;
}

RecordName recordName(const EntitySchema &schema, const QJsonObject &body, const QString &referred)
{
    const auto title = ownTitle(schema, body);
    return {numberOf(schema, body), title.isEmpty() ? referred : title};
}

Result<RecordName> readRecordName(Company &company, const EntitySchema &schema, const QJsonObject &body)
{
    const auto reference = standInTitle(schema, body);
    if (!reference)
        return recordName(schema, body);
    const auto referred = stored(company, reference->target, LocalId(reference->id));
    FROST_TRY(referred);
    if (!*referred)
        return recordName(schema, body);
    const auto name = recordName(*company.schema().find(reference->target), (*referred)->body);
    return recordName(schema, body, name.title.isEmpty() ? name.number : name.title);
}

Result<RecordName> readRecordName(Company &company, const EntityType &type, const LocalId &id)
{
    const auto record = stored(company, type, id);
    FROST_TRY(record);
    if (!*record)
        return RecordName();
    auto name = readRecordName(company, *company.schema().find(type), (*record)->body);
    FROST_TRY(name);
    if (name->text().isEmpty()) {
        const auto shown = company.shownIds().shown(type, id);
        FROST_TRY(shown);
        name->number = *shown;
    }
    return name;
}

} // namespace frost
