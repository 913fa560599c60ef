// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/packreader.h"

#include "core/schema/computation.h"
#include "core/schema/dependencies.h"
#include "core/schema/fieldreader.h"

#include <QSet>

#include <algorithm>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

//! The field that a path such as "rows.price" or "name" leads to; nullptr: none.
const Field *fieldAt(const EntitySchema &schema, const QString &path)
{
    const QStringList steps = path.split(u'.');
    const QList<Field> *fields = &schema.fields;
    const Field *found = nullptr;
    for (const QString &step : steps) {
        const auto at =
            std::find_if(fields->begin(), fields->end(), [&step](const Field &field) { return field.name == step; });
        if (at == fields->end())
            return nullptr;
        found = &*at;
        fields = &found->fields;
    }
    return found;
}

bool isKeyKind(FieldKind kind)
{
    return kind == FieldKind::Text || kind == FieldKind::Choice || kind == FieldKind::Reference
           || kind == FieldKind::Integer;
}

void requireFields(const EntitySchema &schema, const QStringList &paths, PackNode &node, const QString &key)
{
    for (const QString &path : paths) {
        if (!fieldAt(schema, path))
            node.refuse(key);
    }
}

IndexDeclaration readIndex(const EntitySchema &schema, PackNode node)
{
    IndexDeclaration index;
    index.fields = node.texts(u"fields"_s);
    index.unique = node.flag(u"unique"_s);
    index.multiEntry = node.flag(u"multiEntry"_s);
    index.name = node.has(u"name"_s) ? node.requiredText(u"name"_s) : index.fields.join(u'_');
    if (!isSchemaName(index.name))
        node.refuse(u"name"_s);
    if (index.fields.isEmpty() || (index.multiEntry && index.fields.size() != 1))
        node.refuse(u"fields"_s);
    for (const QString &name : index.fields) {
        const Field *field = schema.field(name);
        if (!field || (field->kind == FieldKind::Rows && !index.multiEntry))
            node.refuse(u"fields"_s);
    }
    node.finish();
    return index;
}

void readSearch(EntitySchema &schema, PackNode &node)
{
    schema.search = node.texts(u"search"_s);
    requireFields(schema, schema.search, node, u"search"_s);
    for (const QString &path : std::as_const(schema.search)) {
        const Field *field = schema.field(path);
        const bool isReference = field && field->kind == FieldKind::Reference;
        (isReference ? schema.searchedThrough : schema.searchedFields).append(path);
    }
}

void readIndexes(EntitySchema &schema, PackNode &node)
{
    QSet<QString> names;
    for (PackNode &child : node.nodes(u"indexes"_s)) {
        schema.indexes.append(readIndex(schema, child));
        if (names.contains(schema.indexes.last().name))
            child.refuse(u"name"_s);
        names.insert(schema.indexes.last().name);
    }
    // Also those in rows: who refers to a record is asked before it is deleted.
    for (const ReferenceField &reference : referenceFields(schema.fields)) {
        const QString name = QString(reference.path).replace(u'.', u'_');
        if (!names.contains(name))
            schema.indexes.append({name, {reference.path}, false, reference.path.contains(u'.')});
    }
}

void readCalculations(EntitySchema &schema, PackNode &node)
{
    QStringList outputs;
    for (PackNode &child : node.nodes(u"calculations"_s)) {
        Calculation calculation{child.requiredText(u"name"_s), child.object(u"parameters"_s), {}};
        child.finish();
        if (auto computation = makeComputation(calculation, schema)) {
            calculation.computation = *std::move(computation);
            outputs += calculation.computation->outputs();
            schema.calculations.append(std::move(calculation));
        } else {
            const QString &parameter = computation.error().args.value(0);
            child.refuse(computation.error().code == u"calculation.parameter" ? u"parameters."_s + parameter
                                                                              : u"name"_s);
        }
    }
    outputs.sort();
    QStringList derived = derivedPaths(schema.fields);
    derived.sort();
    if (outputs != derived)
        node.refuse(u"calculations"_s);
}

EntitySchema readEntity(PackNode node, int version)
{
    EntitySchema schema;
    const QString type = node.requiredText(u"type"_s);
    if (isSchemaName(type))
        node.setPlace(type);
    else
        node.refuse(u"type"_s);
    schema.type = EntityType(type);
    schema.version = version;
    schema.fields = readFields(node);
    schema.mergeAsUnit = node.flag(u"mergeAsUnit"_s);
    schema.naturalKey = node.texts(u"naturalKey"_s);
    for (const QString &name : std::as_const(schema.naturalKey)) {
        if (const Field *field = schema.field(name); !field || !isKeyKind(field->kind))
            node.refuse(u"naturalKey"_s);
    }
    readSearch(schema, node);
    schema.linkedGroups = node.lists(u"linkedGroups"_s);
    for (const QStringList &group : std::as_const(schema.linkedGroups))
        requireFields(schema, group, node, u"linkedGroups"_s);
    schema.title = node.requiredText(u"title"_s);
    requireFields(schema, {schema.title}, node, u"title"_s);
    schema.seriesField = node.text(u"seriesField"_s);
    if (node.has(u"seriesField"_s))
        requireFields(schema, {schema.seriesField}, node, u"seriesField"_s);
    readIndexes(schema, node);
    readCalculations(schema, node);
    node.finish();
    return schema;
}

} // namespace

Result<QList<EntitySchema>> readPack(const QJsonObject &pack)
{
    QString error;
    PackNode node(pack, {}, error);
    const QString name = node.requiredText(u"pack"_s);
    const int version = node.requiredNumber(u"version"_s);
    QList<EntitySchema> types;
    for (const PackNode &child : node.nodes(u"entityTypes"_s))
        types.append(readEntity(child, version));
    if (types.isEmpty())
        node.refuse(u"entityTypes"_s);
    node.finish();
    if (!error.isEmpty())
        return fail(ErrorKind::Invalid, u"pack.malformed"_s, {name, error});
    return types;
}

} // namespace frost
