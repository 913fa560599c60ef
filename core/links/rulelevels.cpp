// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/rulelevels.h"

#include "core/base/json.h"
#include "core/links/syncrules.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kTypes = "types"_L1;
constexpr auto kConflicts = "conflicts"_L1;
constexpr auto kLowConflicts = "lowConflicts"_L1;
constexpr auto kFieldConflicts = "fieldConflicts"_L1;
const QString kCompanyRules = u"companyRules"_s;     //!< meta
const QString kHasTenantRules = u"hasTenantRules"_s; //!< meta

//! What else falls of the wider rules where something is said nearer: it was about the same matter.
struct Reach {
    QLatin1StringView said;
    std::array<QLatin1StringView, 3> falls;
};
constexpr std::array kReaches{Reach{"direction"_L1, {"direction"_L1}}, Reach{"mode"_L1, {"mode"_L1}},
                              Reach{kConflicts, {kConflicts, kLowConflicts, kFieldConflicts}},
                              Reach{kLowConflicts, {kLowConflicts}}, Reach{"strategy"_L1, {"strategy"_L1, "pullAt"_L1}},
                              Reach{"pullAt"_L1, {"strategy"_L1, "pullAt"_L1}}};

//! `wide` without what `nearer` says otherwise, be it for all types or for the same one.
QJsonObject withoutOverruled(QJsonObject wide, const QJsonObject &nearer)
{
    for (const auto &reach : kReaches) {
        if (!nearer.contains(reach.said))
            continue;
        for (const auto key : reach.falls)
            wide.remove(key);
    }
    return wide;
}

QJsonObject laidOver(QJsonObject wide, const QJsonObject &nearer)
{
    for (auto it = nearer.begin(); it != nearer.end(); ++it)
        wide.insert(it.key(), it.value());
    return wide;
}

QJsonObject typeWithNearer(const QJsonObject &wide, const QJsonObject &nearer)
{
    const auto left = withoutOverruled(wide, nearer);
    auto type = laidOver(left, nearer);
    const auto fields = laidOver(left.value(kFieldConflicts).toObject(), nearer.value(kFieldConflicts).toObject());
    if (!fields.isEmpty())
        type.insert(kFieldConflicts, fields);
    return type;
}

QString tenantFile(const QString &companyFile)
{
    return QFileInfo(companyFile).dir().filePath(u"rules"_s + u".json"_s);
}

//! Without the types that the schema does not know: they are other companies'.
QJsonObject concerning(const Schema &schema, QJsonObject rules)
{
    if (!rules.value(kTypes).isObject())
        return rules;
    auto types = rules.value(kTypes).toObject();
    const auto names = types.keys();
    for (const auto &name : names) {
        if (!schema.find(EntityType(name)))
            types.remove(name);
    }
    rules.insert(kTypes, types);
    return rules;
}

//! A typing error in a type's name is none of any pack's.
Result<> fitSomePack(const QJsonObject &json, const QList<Schema> &schemas)
{
    const auto types = json.value(kTypes).toObject();
    for (auto it = types.begin(); it != types.end(); ++it) {
        const auto knows = [&](const Schema &schema) { return schema.find(EntityType(it.key())) != nullptr; };
        if (std::none_of(schemas.begin(), schemas.end(), knows))
            return fail(ErrorKind::Invalid, u"rules.invalid"_s, {u"types."_s + it.key(), u"unknown"_s});
    }
    return {};
}

Result<QList<Schema>> schemasOfAllPacks(const Schema &own)
{
    QList<Schema> schemas{own};
    const auto packs = Schema::packs();
    for (const auto &pack : packs) {
        auto schema = Schema::load({pack});
        FROST_TRY(schema);
        schemas.append(*std::move(schema));
    }
    return schemas;
}

} // namespace

QJsonObject withNearer(const QJsonObject &wide, const QJsonObject &nearer)
{
    auto types = wide.value(kTypes).toObject();
    const auto names = types.keys();
    for (const auto &name : names)
        types.insert(name, withoutOverruled(types.value(name).toObject(), nearer));
    const auto nearerTypes = nearer.value(kTypes).toObject();
    const auto left = withoutOverruled(wide, nearer);
    for (auto it = nearerTypes.begin(); it != nearerTypes.end(); ++it) {
        auto type = typeWithNearer(types.value(it.key()).toObject(), it.value().toObject());
        // Also of low severity: what is said farther out of all types does not come in between.
        if (left.contains(kLowConflicts) && !nearer.contains(kLowConflicts) && type.contains(kConflicts) && !type.contains(kLowConflicts))
            type.insert(kLowConflicts, u"ask"_s);
        types.insert(it.key(), type);
    }
    auto rules = laidOver(left, nearer);
    if (!types.isEmpty())
        rules.insert(kTypes, types);
    return rules;
}

Result<QJsonObject> tenantRulesJson(Database &database)
{
    QFile file(tenantFile(database.path()));
    if (!file.exists()) {
        const auto noted = database.meta(kHasTenantRules);
        FROST_TRY(noted);
        return noted->isEmpty() ? Result<QJsonObject>(QJsonObject())
                                : Result<QJsonObject>(fail(ErrorKind::NotFound, u"rules.missing"_s, {file.fileName()}));
    }
    const auto unreadable = [&file](const QString &why) {
        return fail(ErrorKind::Storage, u"rules.unreadable"_s, {file.fileName()}, why);
    };
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    const auto json = parseJsonObject(file.readAll());
    if (!json)
        return unreadable(json.error().logLine());
    const auto ours = concerning(database.schema(), *json);
    if (const auto read = SyncRules::fromJson(ours, database.schema()); !read) // by hand, or by a newer program
        return unreadable(read.error().logLine());
    return ours;
}

Result<> noteTenantRules(Database &database)
{
    const auto rules = tenantRulesJson(database);
    FROST_TRY(rules);
    const QString now = rules->isEmpty() ? QString() : u"1"_s;
    const auto noted = database.meta(kHasTenantRules);
    FROST_TRY(noted);
    if (*noted == now)
        return {};
    auto transaction = Transaction::begin(database.sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(database.setMeta(kHasTenantRules, now));
    return transaction->commit();
}

Result<> copyTenantRules(Database &from, const QString &companyFile)
{
    QFile file(tenantFile(from.path()));
    const auto copy = tenantFile(companyFile);
    if (file.exists() && !file.copy(copy))
        return fail(ErrorKind::Storage, u"rules.unwritable"_s, {copy}, file.errorString());
    return {};
}

Result<QJsonObject> readRules(Database &database, const QString &key)
{
    const auto text = database.meta(key);
    FROST_TRY(text);
    return text->isEmpty() ? Result<QJsonObject>(QJsonObject()) : parseJsonObject(text->toUtf8());
}

Result<> keepRules(Database &database, const QString &key, const QJsonObject &json)
{
    return database.setMeta(key, QString::fromUtf8(toCanonicalJson(json)));
}

Result<QJsonObject> companyRulesJson(Database &database)
{
    return readRules(database, kCompanyRules);
}

Result<QJsonObject> widerRulesJson(Database &database)
{
    const auto tenant = tenantRulesJson(database);
    FROST_TRY(tenant);
    const auto company = companyRulesJson(database);
    FROST_TRY(company);
    return withNearer(*tenant, *company);
}

Result<> setTenantRules(Database &database, const QJsonObject &json)
{
    const auto schemas = schemasOfAllPacks(database.schema());
    FROST_TRY(schemas);
    FROST_TRY(fitSomePack(json, *schemas));
    for (const auto &schema : *schemas)
        FROST_TRY(checkNewRules(concerning(schema, json), schema));
    QSaveFile file(tenantFile(database.path()));
    if (!file.open(QIODevice::WriteOnly) || file.write(toCanonicalJson(json)) < 0 || !file.commit())
        return fail(ErrorKind::Storage, u"rules.unwritable"_s, {file.fileName()}, file.errorString());
    return {};
}

Result<> setCompanyRules(Database &database, const QJsonObject &json)
{
    FROST_TRY(checkNewRules(json, database.schema()));
    auto transaction = Transaction::begin(database.sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(keepRules(database, kCompanyRules, json));
    return transaction->commit();
}

} // namespace frost
