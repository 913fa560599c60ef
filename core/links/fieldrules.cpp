// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/fieldrules.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kTypesKey = "types"_L1;
constexpr auto kFieldsKey = "fieldConflicts"_L1;
constexpr auto kAsk = "ask"_L1;

//! An empty policy takes the rule away, and with the last one what held it.
QJsonObject withPolicy(QJsonObject rules, const FieldRule &rule, const QString &policy)
{
    auto types = rules.value(kTypesKey).toObject();
    auto type = types.value(rule.type.toString()).toObject();
    auto fields = type.value(kFieldsKey).toObject();
    if (policy.isEmpty())
        fields.remove(rule.field);
    else
        fields.insert(rule.field, policy);
    const auto put = [](QJsonObject &into, const QString &key, const QJsonObject &value) {
        if (value.isEmpty())
            into.remove(key);
        else
            into.insert(key, value);
    };
    put(type, kFieldsKey, fields);
    put(types, rule.type.toString(), type);
    put(rules, kTypesKey, types);
    return rules;
}

Result<> change(Database &database, const FieldRule &rule, const QString &policy)
{
    const auto rules = rulesJson(database, rule.connection);
    FROST_TRY(rules);
    return setRules(database, rule.connection, withPolicy(*rules, rule, policy));
}

//! Whether a rule for more than this field would decide once its own is gone.
bool isRuledOtherwise(const SyncRules &rules, const FieldRule &rule)
{
    const auto &type = rules.of(rule.type);
    return !type.conflicts.isEmpty() || !type.lowConflicts.isEmpty();
}

} // namespace

Result<QList<FieldRule>> fieldRules(Database &database, const QList<ConnectionId> &connections)
{
    QList<FieldRule> found;
    for (const auto &connection : connections) {
        const auto rules = rulesJson(database, connection);
        FROST_TRY(rules);
        const auto types = rules->value(kTypesKey).toObject();
        for (auto type = types.begin(); type != types.end(); ++type) {
            const auto fields = type.value()[kFieldsKey].toObject();
            for (auto field = fields.begin(); field != fields.end(); ++field) {
                if (field.value() == kAsk)
                    continue;
                found.append({connection, EntityType(type.key()), field.key(), field.value().toString()});
            }
        }
    }
    return found;
}

Result<> addFieldRule(Database &database, const FieldRule &rule)
{
    return change(database, rule, rule.policy);
}

Result<> removeFieldRule(Database &database, const FieldRule &rule)
{
    const auto rules = rulesOf(database, rule.connection);
    FROST_TRY(rules);
    return change(database, rule, isRuledOtherwise(*rules, rule) ? QString(kAsk) : QString());
}

} // namespace frost
