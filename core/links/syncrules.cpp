// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/syncrules.h"

#include "core/base/json.h"
#include "core/links/rulelevels.h"

#include <algorithm>

// What rules mean, and where they are kept.

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString rulesKey(const ConnectionId &connection)
{
    return u"syncRules/"_s + connection.toString();
}

bool mayBeRuled(const EntitySchema &schema, const Field &field)
{
    const bool isGrouped = std::any_of(schema.linkedGroups.begin(), schema.linkedGroups.end(),
                                       [&](const QStringList &group) { return group.contains(field.name); });
    const bool weighsMuch = field.importance == Importance::Important || field.importance == Importance::Critical;
    return field.kind != FieldKind::Rows && !field.derived && !field.assignedByRemote && !isGrouped && !weighsMuch;
}

QString remoteTypesKey(const ConnectionId &connection)
{
    return u"remoteTypes/"_s + connection.toString();
}

} // namespace

QString TypeRules::policyFor(const QString &field, bool isLow) const
{
    const auto general = isLow && !lowConflicts.isEmpty() ? lowConflicts : conflicts;
    return fieldConflicts.value(field, general);
}

bool TypeRules::lets(const QJsonObject &body) const
{
    for (auto it = filters.begin(); it != filters.end(); ++it) {
        if (body.value(it.key()).toVariant().toString() != it.value())
            return false;
    }
    return true;
}

QJsonObject TypeRules::seen(const QJsonObject &theirs, const QJsonObject &ours) const
{
    if (fields.isEmpty())
        return theirs;
    QJsonObject result = ours;
    for (const auto &field : fields) {
        if (theirs.contains(field))
            result.insert(field, theirs.value(field));
        else
            result.remove(field);
    }
    return result;
}

const TypeRules &SyncRules::of(const EntityType &type) const
{
    static const TypeRules nothing = [] {
        TypeRules rules;
        rules.direction = SyncDirection::None;
        return rules;
    }();
    if (!remoteTypes.isEmpty() && !remoteTypes.contains(type))
        return nothing;
    const auto own = types.constFind(type);
    return own == types.cend() ? every : *own;
}

bool SyncRules::isFull() const
{
    const auto pullsAll = [](const TypeRules &rules) { return rules.mode == SyncMode::Full; };
    return pullsAll(every) && std::all_of(types.begin(), types.end(), pullsAll);
}

bool SyncRules::hasFull(const Schema &schema) const
{
    const auto all = schema.types();
    return std::any_of(all.begin(), all.end(), [&](const EntityType &type) { return of(type).mode == SyncMode::Full; });
}

bool SyncRules::wantsToBeTold(const Schema &schema) const
{
    return (strategy == SyncStrategy::Hybrid || strategy == SyncStrategy::Push) && !hasFull(schema);
}

Result<QJsonObject> rulesJson(Database &database, const ConnectionId &connection)
{
    return readRules(database, rulesKey(connection));
}

Result<SyncRules> rulesOf(Database &database, const ConnectionId &connection)
{
    const auto wider = widerRulesJson(database);
    FROST_TRY(wider);
    return rulesOf(database, connection, *wider);
}

Result<SyncRules> rulesOf(Database &database, const ConnectionId &connection, const QJsonObject &wider)
{
    const auto own = rulesJson(database, connection);
    FROST_TRY(own);
    auto rules = SyncRules::fromJson(withNearer(wider, *own), database.schema());
    FROST_TRY(rules);
    const auto taken = database.meta(remoteTypesKey(connection));
    FROST_TRY(taken);
    for (const auto &type : taken->split(u',', Qt::SkipEmptyParts))
        rules->remoteTypes.append(EntityType(type));
    return rules;
}

Result<> setRemoteTypes(Database &database, const ConnectionId &connection, const QList<EntityType> &types)
{
    QStringList names;
    for (const auto &type : types)
        names += type.toString();
    const auto key = remoteTypesKey(connection);
    const auto known = database.meta(key);
    FROST_TRY(known);
    if (*known == names.join(u','))
        return {};
    auto transaction = Transaction::begin(database.sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(database.setMeta(key, names.join(u',')));
    return transaction->commit();
}

QStringList ruledFields(const EntitySchema &schema)
{
    QStringList names;
    for (const auto &field : schema.fields) {
        if (!schema.mergeAsUnit && mayBeRuled(schema, field))
            names.append(field.name);
    }
    return names;
}

Result<> checkNewRules(const QJsonObject &json, const Schema &schema)
{
    const auto rules = SyncRules::fromJson(json, schema);
    FROST_TRY(rules);
    for (auto type = rules->types.begin(); type != rules->types.end(); ++type) {
        const auto allowed = ruledFields(*schema.find(type.key()));
        for (auto rule = type->fieldConflicts.begin(); rule != type->fieldConflicts.end(); ++rule) {
            if (!rule->isEmpty() && !allowed.contains(rule.key()))
                return fail(ErrorKind::Invalid, u"rules.fieldAsks"_s, {type.key().toString(), rule.key()});
        }
    }
    return {};
}

Result<> setRules(Database &database, const ConnectionId &connection, const QJsonObject &json)
{
    FROST_TRY(checkNewRules(json, database.schema()));
    auto transaction = Transaction::begin(database.sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(writeRules(database, connection, json));
    return transaction->commit();
}

Result<> writeRules(Database &database, const ConnectionId &connection, const QJsonObject &json)
{
    FROST_TRY(SyncRules::fromJson(json, database.schema()));
    return keepRules(database, rulesKey(connection), json);
}

} // namespace frost
