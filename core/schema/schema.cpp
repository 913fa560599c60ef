// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include "core/base/json.h"
#include "core/schema/compare.h"
#include "core/schema/dependencies.h"
#include "core/schema/packreader.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// A static library's resources are only registered when somebody asks; the macro works outside namespaces only.
static void registerPacks()
{
    Q_INIT_RESOURCE(schemas);
}

namespace frost {

using namespace Qt::StringLiterals;

struct Schema::Content {
    QList<EntitySchema> types; //!< in dependency order
    QHash<EntityType, int> ranks;
    QHash<EntityType, QList<std::pair<EntityType, QString>>> referrers;
};

namespace {

const QString kPacks = u":/frost/schemas/"_s;
const QString kPackSuffix = u".json"_s;

void requirePacks()
{
    [[maybe_unused]] static const bool registered = (registerPacks(), true);
}

Result<QJsonObject> shippedPack(const QString &name)
{
    requirePacks();
    // Names with a path in them must not leave the packs' folder.
    const bool isName =
        !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    QFile file(kPacks + name + kPackSuffix);
    if (!isName || !file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, u"pack.unknown"_s, {name});
    auto pack = parseJsonObject(file.readAll());
    if (!pack)
        return fail(ErrorKind::Invalid, u"pack.malformed"_s, {name, pack.error().args.value(0)});
    return pack;
}

//! What can only be judged with all packs at hand: types declared once, targets of references.
Result<> checkTogether(const QList<EntitySchema> &types, const QHash<EntityType, QString> &packs)
{
    for (const EntitySchema &schema : types) {
        for (const ReferenceField &reference : referenceFields(schema.fields)) {
            if (!packs.contains(reference.target)) {
                const QString where = schema.type.toString() + u'.' + reference.path + u".target"_s;
                return fail(ErrorKind::Invalid, u"pack.malformed"_s, {packs.value(schema.type), where});
            }
        }
    }
    return {};
}

} // namespace

const Field *EntitySchema::field(QStringView name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [name](const Field &known) { return known.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

const IndexDeclaration *EntitySchema::indexOn(QStringView field) const
{
    const auto found = std::find_if(indexes.begin(), indexes.end(), [field](const IndexDeclaration &index) {
        return index.fields.first() == field && !index.multiEntry;
    });
    return found == indexes.end() ? nullptr : &*found;
}

const BusinessStep *EntitySchema::step(QStringView name) const
{
    const auto found =
        std::find_if(steps.begin(), steps.end(), [name](const BusinessStep &known) { return known.name == name; });
    return found == steps.end() ? nullptr : &*found;
}

Result<const BusinessStep *> EntitySchema::requireStep(const QString &name) const
{
    if (const auto *known = step(name))
        return known;
    QStringList names;
    for (const BusinessStep &known : steps)
        names.append(known.name);
    return fail(ErrorKind::NotFound, u"step.unknown"_s, {type.toString(), name, names.isEmpty() ? u"–"_s : names.join(u", "_s)});
}

QJsonObject stepped(const BusinessStep &step, QJsonObject body)
{
    for (auto it = step.sets.begin(); it != step.sets.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

bool isTaken(const BusinessStep &step, const QJsonObject &body)
{
    if (step.copy)
        return false;
    for (auto it = step.sets.begin(); it != step.sets.end(); ++it) {
        if (body.value(it.key()).toBool() != it.value().toBool())
            return false;
    }
    return true;
}

//! A switch that is on, a number that is final.
static bool isThere(const QJsonValue &value)
{
    return value.toBool() || (!value.toString().isEmpty() && !hasStar(value));
}

Result<> mayTake(const BusinessStep &step, const QJsonObject &body)
{
    for (const auto &name : step.needs) {
        if (!isThere(body.value(name)))
            return fail(ErrorKind::Rejected, u"step.needs"_s, {step.name, name});
    }
    for (const auto &name : step.unless) {
        if (body.value(name).toBool())
            return fail(ErrorKind::Rejected, u"step.hindered"_s, {step.name, name});
    }
    return {};
}

QStringList Schema::packs()
{
    requirePacks();
    auto names = QDir(kPacks).entryList({u"*"_s + kPackSuffix}, QDir::Files, QDir::Name);
    for (auto &name : names)
        name.chop(kPackSuffix.size());
    return names;
}

Result<Schema> Schema::load(const QStringList &packNames)
{
    QList<QJsonObject> packs;
    for (const QString &name : packNames) {
        auto pack = shippedPack(name);
        FROST_TRY(pack);
        packs.append(*std::move(pack));
    }
    return fromJson(packs);
}

Result<Schema> Schema::fromJson(const QList<QJsonObject> &packs)
{
    QList<EntitySchema> types;
    QHash<EntityType, QString> packOf;
    for (const QJsonObject &pack : packs) {
        auto read = readPack(pack);
        FROST_TRY(read);
        for (EntitySchema &schema : *read) {
            if (packOf.contains(schema.type))
                return fail(ErrorKind::Invalid, u"pack.duplicateType"_s, {schema.type.toString()});
            packOf.insert(schema.type, pack.value(u"pack"_s).toString());
            types.append(std::move(schema));
        }
    }
    FROST_TRY(checkTogether(types, packOf));
    auto ordered = inDependencyOrder(std::move(types));
    FROST_TRY(ordered);

    auto content = std::make_shared<Content>();
    content->types = *std::move(ordered);
    for (const EntitySchema &schema : std::as_const(content->types)) {
        content->ranks.insert(schema.type, int(content->ranks.size()));
        for (const ReferenceField &reference : referenceFields(schema.fields)) {
            if (reference.target != schema.type)
                content->referrers[reference.target].append({schema.type, reference.path});
        }
    }
    Schema schema;
    schema.m_content = std::move(content);
    return schema;
}

const EntitySchema *Schema::find(const EntityType &type) const
{
    const int position = rank(type);
    return position < 0 ? nullptr : &m_content->types[position];
}

QList<EntityType> Schema::types() const
{
    QList<EntityType> types;
    if (!m_content)
        return types;
    types.reserve(m_content->types.size());
    for (const EntitySchema &schema : m_content->types)
        types.append(schema.type);
    return types;
}

int Schema::rank(const EntityType &type) const
{
    return m_content ? m_content->ranks.value(type, -1) : -1;
}

QList<std::pair<EntityType, QString>> Schema::referrers(const EntityType &type) const
{
    return m_content ? m_content->referrers.value(type) : QList<std::pair<EntityType, QString>>();
}

} // namespace frost
