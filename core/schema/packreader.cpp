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

bool isStepName(const QString &name)
{
    return !name.isEmpty() && name.front() != u'-'
           && std::all_of(name.begin(), name.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-'; });
}

bool areSwitches(const EntitySchema &schema, const QStringList &names)
{
    return std::all_of(names.begin(), names.end(), [&](const QString &name) {
        const Field *field = schema.field(name);
        return field && field->kind == FieldKind::Boolean && !field->derived;
    });
}

//! What a step can wait for: a switch, or the number that closes.
bool isNeeded(const EntitySchema &schema, const QString &name)
{
    const Field *field = schema.field(name);
    return areSwitches(schema, {name}) || (field && field->closes);
}

//! Notes where a path does not lead to a field of one of `kinds` that is kept, not derived.
void requireKinds(const EntitySchema &schema, const QStringList &paths, const QList<FieldKind> &kinds, PackNode &node,
                  const QString &key)
{
    for (const QString &path : paths) {
        const Field *field = fieldAt(schema, path);
        if (!field || field->derived || !kinds.contains(field->kind))
            node.refuse(key);
    }
}

BusinessStep::Copy readCopy(const EntitySchema &schema, PackNode node)
{
    BusinessStep::Copy copy;
    copy.origin = node.text(u"origin"_s);
    if (const Field *origin = schema.field(copy.origin);
        node.has(u"origin"_s) && (!origin || origin->kind != FieldKind::Reference || origin->target != schema.type))
        node.refuse(u"origin"_s);
    for (PackNode &child : node.nodes(u"negated"_s)) {
        copy.negated.append({child.requiredText(u"field"_s), child.object(u"where"_s)});
        const auto &[path, where] = copy.negated.last();
        requireKinds(schema, {path}, {FieldKind::Decimal, FieldKind::Amount}, child, u"field"_s);
        const QString rows = path.contains(u'.') ? path.section(u'.', 0, 0) + u'.' : QString();
        for (const QString &name : where.keys())
            requireFields(schema, {rows + name}, child, u"where"_s);
        child.finish();
    }
    for (const QStringList &pair : node.lists(u"swapped"_s)) {
        requireKinds(schema, pair, {FieldKind::Decimal, FieldKind::Amount}, node, u"swapped"_s);
        const bool isPair = pair.size() == 2 && pair[0].contains(u'.') && pair[0].section(u'.', 0, 0) == pair[1].section(u'.', 0, 0);
        if (!isPair)
            node.refuse(u"swapped"_s);
        else
            copy.swapped.append({pair[0], pair[1]});
    }
    copy.rebooks = node.flag(u"rebooks"_s);
    if (copy.rebooks && (copy.swapped.isEmpty() || copy.origin.isEmpty()))
        node.refuse(u"rebooks"_s);
    copy.texts = node.object(u"texts"_s);
    requireKinds(schema, copy.texts.keys(), {FieldKind::Text}, node, u"texts"_s);
    copy.today = node.texts(u"today"_s);
    requireKinds(schema, copy.today, {FieldKind::Date}, node, u"today"_s);
    copy.omitted = node.texts(u"omitted"_s);
    requireFields(schema, copy.omitted, node, u"omitted"_s);
    node.finish();
    return copy;
}

BusinessStep readStep(const EntitySchema &schema, PackNode node)
{
    BusinessStep step;
    step.name = node.requiredText(u"name"_s);
    if (!isStepName(step.name) || schema.step(step.name))
        node.refuse(u"name"_s);
    step.sets = node.object(u"sets"_s);
    const bool allBooleans = std::all_of(step.sets.begin(), step.sets.end(), [](const QJsonValue &v) { return v.isBool(); });
    const bool setsEnough = !step.sets.isEmpty() || node.has(u"copy"_s);
    if (!setsEnough || !allBooleans || !areSwitches(schema, step.sets.keys()))
        node.refuse(u"sets"_s);
    step.locks = node.flag(u"locks"_s);
    step.needs = node.texts(u"needs"_s);
    if (!std::all_of(step.needs.begin(), step.needs.end(), [&](const QString &name) { return isNeeded(schema, name); }))
        node.refuse(u"needs"_s);
    step.unless = node.texts(u"unless"_s);
    if (!areSwitches(schema, step.unless))
        node.refuse(u"unless"_s);
    if (const auto copy = node.node(u"copy"_s))
        step.copy = readCopy(schema, *copy);
    if (step.copy && step.locks) // the record itself stays as it is
        node.refuse(u"locks"_s);
    node.finish();
    return step;
}

//! A date of the record itself, kept under `key`; empty: not told.
QString readDateOf(const EntitySchema &schema, PackNode &node, const QString &key)
{
    const QString name = node.text(key);
    if (node.has(key))
        requireKinds(schema, {name}, {FieldKind::Date}, node, key);
    return name;
}

EntitySchema::Striking readStriking(const EntitySchema &schema, PackNode node)
{
    EntitySchema::Striking striking{node.requiredText(u"rows"_s), node.requiredText(u"struck"_s), node.requiredText(u"added"_s)};
    requireKinds(schema, {striking.rows}, {FieldKind::Rows}, node, u"rows"_s);
    requireKinds(schema, {striking.struck}, {FieldKind::Rows}, node, u"struck"_s);
    requireKinds(schema, {striking.rows + u'.' + striking.added}, {FieldKind::Boolean}, node, u"added"_s);
    node.finish();
    return striking;
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
    schema.bookedOn = readDateOf(schema, node, u"bookedOn"_s);
    schema.closesBooks = readDateOf(schema, node, u"closesBooks"_s);
    if (const auto child = node.node(u"striking"_s))
        schema.striking = readStriking(schema, *child);
    for (const PackNode &child : node.nodes(u"steps"_s))
        schema.steps.append(readStep(schema, child));
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
