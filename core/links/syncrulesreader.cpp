// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/syncrules.h"

#include "core/links/fieldpolicy.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

// Rules as people write them, in JSON: read strictly.

namespace frost {

using namespace Qt::StringLiterals;

namespace {

struct DirectionWord {
    QLatin1StringView word;
    SyncDirection direction;
};
constexpr std::array kDirections{DirectionWord{"both"_L1, SyncDirection::Both}, DirectionWord{"pull"_L1, SyncDirection::Pull},
                                 DirectionWord{"push"_L1, SyncDirection::Push}, DirectionWord{"none"_L1, SyncDirection::None}};

auto invalidRule(const QString &path, QLatin1StringView problem)
{
    return fail(ErrorKind::Invalid, u"rules.invalid"_s, {path, problem});
}

Result<SyncDirection> directionFrom(const QJsonValue &value)
{
    for (const auto &[word, direction] : kDirections) {
        if (value.toString() == word)
            return direction;
    }
    return invalidRule(u"direction"_s, "word"_L1);
}

Result<SyncMode> modeFrom(const QJsonValue &value)
{
    if (value.toString() == "delta"_L1)
        return SyncMode::Delta;
    return value.toString() == "full"_L1 ? Result<SyncMode>(SyncMode::Full) : invalidRule(u"mode"_s, "word"_L1);
}

Result<QString> policyFrom(const QJsonValue &value, const QString &path)
{
    const auto word = value.toString();
    if (word == "ask"_L1)
        return QString();
    return fieldPolicy(word) ? Result<QString>(word) : invalidRule(path, "word"_L1);
}

Result<QStringList> fieldsFrom(const QJsonValue &value, const EntitySchema &schema)
{
    if (!value.isArray())
        return invalidRule(u"fields"_s, "type"_L1);
    QStringList fields;
    for (const auto &name : value.toArray()) {
        if (!schema.field(name.toString()))
            return invalidRule(u"fields."_s + name.toString(), "unknown"_L1);
        fields += name.toString();
    }
    for (const auto &field : schema.fields) { // a record without them could not be made on the other side
        if (!fields.isEmpty() && field.required && !fields.contains(field.name))
            return invalidRule(u"fields."_s + field.name, "required"_L1);
    }
    return fields;
}

Result<QMap<QString, QString>> filtersFrom(const QJsonValue &value, const EntitySchema &schema)
{
    if (!value.isObject())
        return invalidRule(u"filters"_s, "type"_L1);
    QMap<QString, QString> filters;
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto *field = schema.field(it.key());
        if (!field)
            return invalidRule(u"filters."_s + it.key(), "unknown"_L1);
        if (field->kind == FieldKind::Rows || it.value().isArray() || it.value().isObject())
            return invalidRule(u"filters."_s + it.key(), "type"_L1);
        filters.insert(it.key(), it.value().toVariant().toString());
    }
    return filters;
}

Result<QMap<QString, QString>> fieldPoliciesFrom(const QJsonValue &value, const EntitySchema &schema)
{
    if (!value.isObject())
        return invalidRule(u"fieldConflicts"_s, "type"_L1);
    QMap<QString, QString> policies;
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString path = u"fieldConflicts."_s + it.key();
        if (!schema.field(it.key()))
            return invalidRule(path, "unknown"_L1);
        const auto policy = policyFrom(it.value(), path);
        FROST_TRY(policy);
        policies.insert(it.key(), *policy);
    }
    return policies;
}

//! What fieldrules.cpp keeps for whoever takes a rule back: {"phone": ["ask", "client-wins"]}, the latest last.
Result<> checkEarlierPolicies(const QJsonValue &value, const EntitySchema &schema)
{
    if (!value.isObject())
        return invalidRule(u"earlierFieldConflicts"_s, "type"_L1);
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString path = u"earlierFieldConflicts."_s + it.key();
        if (!schema.field(it.key()))
            return invalidRule(path, "unknown"_L1);
        if (!it.value().isArray())
            return invalidRule(path, "type"_L1);
        for (const auto &policy : it.value().toArray())
            FROST_TRY(policyFrom(policy, path));
    }
    return {};
}

constexpr std::array kSyncStrategies{std::pair{"hybrid"_L1, SyncStrategy::Hybrid}, std::pair{"push"_L1, SyncStrategy::Push},
                                 std::pair{"polling"_L1, SyncStrategy::Polling},
                                 std::pair{"scheduled"_L1, SyncStrategy::Scheduled},
                                 std::pair{"manual"_L1, SyncStrategy::Manual}};

Result<SyncStrategy> syncStrategyFrom(const QJsonValue &value, const QString &path)
{
    for (const auto &[word, strategy] : kSyncStrategies) {
        if (value.toString() == word)
            return strategy;
    }
    return invalidRule(path, "word"_L1);
}

Result<bool> switchFrom(const QJsonValue &value, const QString &path)
{
    return value.isBool() ? Result<bool>(value.toBool()) : invalidRule(path, "type"_L1);
}

constexpr auto kTypes = "types"_L1;
constexpr auto kStrategy = "strategy"_L1;
constexpr auto kLimit = "limit"_L1;
constexpr auto kPolicy = "policy"_L1;
constexpr auto kSyncOnReconnect = "syncOnReconnect"_L1;
constexpr auto kPullAt = "pullAt"_L1;

Result<> take(auto &into, auto read)
{
    FROST_TRY(read);
    into = *std::move(read);
    return {};
}

//! What may stand for all types and for one. @return whether `key` is such a rule
Result<bool> takeShared(TypeRules &rules, const QString &key, const QJsonValue &value)
{
    if (key == "direction"_L1)
        FROST_TRY(take(rules.direction, directionFrom(value)));
    else if (key == "mode"_L1)
        FROST_TRY(take(rules.mode, modeFrom(value)));
    else if (key == "conflicts"_L1)
        FROST_TRY(take(rules.conflicts, policyFrom(value, key)));
    else if (key == "lowConflicts"_L1)
        FROST_TRY(take(rules.lowConflicts, policyFrom(value, key)));
    else
        return false;
    return true;
}

Result<TypeRules> typeRulesFrom(const QJsonObject &json, const EntitySchema &schema, TypeRules rules)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto shared = takeShared(rules, it.key(), it.value());
        FROST_TRY(shared);
        if (*shared)
            continue;
        if (it.key() == "fields"_L1)
            FROST_TRY(take(rules.fields, fieldsFrom(it.value(), schema)));
        else if (it.key() == "filters"_L1)
            FROST_TRY(take(rules.filters, filtersFrom(it.value(), schema)));
        else if (it.key() == "fieldConflicts"_L1)
            FROST_TRY(take(rules.fieldConflicts, fieldPoliciesFrom(it.value(), schema)));
        else if (it.key() == "earlierFieldConflicts"_L1)
            FROST_TRY(checkEarlierPolicies(it.value(), schema));
        else
            return invalidRule(it.key(), "unknown"_L1);
    }
    return rules;
}

Result<QMap<EntityType, TypeRules>> typesFrom(const QJsonValue &value, const Schema &schema, const TypeRules &every)
{
    if (!value.isObject())
        return invalidRule(u"types"_s, "type"_L1);
    QMap<EntityType, TypeRules> types;
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto prefix = u"types."_s + it.key();
        const auto *entity = schema.find(EntityType(it.key()));
        if (!entity)
            return invalidRule(prefix, "unknown"_L1);
        if (!it.value().isObject())
            return invalidRule(prefix, "type"_L1);
        auto rules = typeRulesFrom(it.value().toObject(), *entity, every);
        if (!rules)
            return fail(ErrorKind::Invalid, u"rules.invalid"_s, {prefix + u'.' + rules.error().args[0], rules.error().args[1]});
        types.insert(entity->type, *std::move(rules));
    }
    return types;
}

struct NumberRule {
    QLatin1StringView name;
    int least;
    int most;
};
constexpr NumberRule kPullInterval{"pullInterval"_L1, 15, 24 * 3600};
constexpr std::array kNumbers{std::pair{NumberRule{"batchSize"_L1, 1, 500}, &SyncRules::batchSize},
                              std::pair{NumberRule{"pageSize"_L1, 1, 1000}, &SyncRules::pageSize},
                              std::pair{NumberRule{"batchDelay"_L1, 0, 10'000}, &SyncRules::batchDelay},
                              std::pair{NumberRule{"massRecords"_L1, 0, 1'000'000}, &SyncRules::massRecords},
                              std::pair{NumberRule{"massPercent"_L1, 0, 100}, &SyncRules::massPercent}};

Result<int> numberFrom(const QJsonValue &value, const NumberRule &rule)
{
    const double number = value.toDouble(-1);
    const int whole = value.toInt(-1);
    if (!value.isDouble() || double(whole) < number || double(whole) > number)
        return invalidRule(rule.name, "type"_L1);
    if (whole < rule.least || whole > rule.most)
        return invalidRule(rule.name, "range"_L1);
    return whole;
}

// Strict: "06:00", but not "6" nor "6 am".
Result<QList<QTime>> timesFrom(const QJsonValue &value, const QString &path)
{
    if (!value.isArray())
        return invalidRule(path, "type"_L1);
    QList<QTime> times;
    for (const auto &text : value.toArray()) {
        times += QTime::fromString(text.toString(), u"HH:mm"_s);
        if (!times.last().isValid())
            return invalidRule(path, "word"_L1);
    }
    return times;
}

constexpr std::array kLimitNumbers{std::pair{NumberRule{"requests"_L1, 1, 100'000}, &RequestLimit::requests},
                                   std::pair{NumberRule{"seconds"_L1, 1, 24 * 3600}, &RequestLimit::seconds},
                                   std::pair{NumberRule{"concurrent"_L1, 0, 100}, &RequestLimit::concurrent}};
constexpr std::array kLimitPolicies{"sliding-window"_L1, "fixed-window"_L1, "token-bucket"_L1, "adaptive"_L1};

Result<RequestLimit> limitFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return invalidRule(u"limit"_s, "type"_L1);
    const auto json = value.toObject();
    RequestLimit limit;
    limit.policy = json.value(kPolicy).toString(kLimitPolicies.front());
    if (std::find(kLimitPolicies.begin(), kLimitPolicies.end(), limit.policy) == kLimitPolicies.end())
        return invalidRule(u"limit."_s + kPolicy, "word"_L1);
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto rule = std::find_if(kLimitNumbers.begin(), kLimitNumbers.end(), [&](const auto &one) { return one.first.name == it.key(); });
        if (rule == kLimitNumbers.end() && it.key() != kPolicy)
            return invalidRule(u"limit."_s + it.key(), "unknown"_L1);
        if (rule == kLimitNumbers.end())
            continue;
        const auto number = numberFrom(it.value(), rule->first);
        if (!number)
            return fail(ErrorKind::Invalid, u"rules.invalid"_s, {u"limit."_s + number.error().args[0], number.error().args[1]});
        limit.*(rule->second) = *number;
    }
    for (const auto &name : {u"requests"_s, u"seconds"_s}) {
        if (!json.contains(name))
            return invalidRule(u"limit."_s + name, "required"_L1);
    }
    return limit;
}

//! When it is synchronised, and how often it is asked. @return whether `key` is such a rule
Result<bool> takeTime(SyncRules &rules, const QString &key, const QJsonValue &value)
{
    if (key == kPullAt)
        FROST_TRY(take(rules.pullAt, timesFrom(value, key)));
    else if (key == kStrategy)
        FROST_TRY(take(rules.strategy, syncStrategyFrom(value, key)));
    else if (key == kSyncOnReconnect)
        FROST_TRY(take(rules.syncOnReconnect, switchFrom(value, key)));
    else if (key == kLimit)
        FROST_TRY(take(rules.limit, limitFrom(value)));
    else
        return false;
    return true;
}

//! Times without another strategy are a schedule, and a schedule needs times.
Result<> fitStrategy(SyncRules &rules)
{
    if (rules.strategy == SyncStrategy::Hybrid && !rules.pullAt.isEmpty())
        rules.strategy = SyncStrategy::Scheduled;
    if (rules.strategy == SyncStrategy::Scheduled && rules.pullAt.isEmpty())
        return invalidRule(kPullAt, "required"_L1);
    return {};
}

//! true: the name was one of a number.
Result<bool> takeNumber(SyncRules &rules, const QString &name, const QJsonValue &value)
{
    if (name == kPullInterval.name) {
        const auto seconds = numberFrom(value, kPullInterval);
        FROST_TRY(seconds);
        rules.pullInterval = std::chrono::seconds(*seconds);
        return true;
    }
    for (const auto &[rule, member] : kNumbers) {
        if (name != rule.name)
            continue;
        const auto number = numberFrom(value, rule);
        FROST_TRY(number);
        rules.*member = *number;
        return true;
    }
    return false;
}

} // namespace

QString toString(SyncStrategy strategy)
{
    for (const auto &[word, known] : kSyncStrategies) {
        if (known == strategy)
            return word;
    }
    return {};
}

Result<SyncRules> SyncRules::fromJson(const QJsonObject &json, const Schema &schema)
{
    SyncRules rules;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto shared = takeShared(rules.every, it.key(), it.value());
        FROST_TRY(shared);
        if (*shared || it.key() == kTypes)
            continue;
        const auto timed = takeTime(rules, it.key(), it.value());
        FROST_TRY(timed);
        if (*timed)
            continue;
        const auto taken = takeNumber(rules, it.key(), it.value());
        FROST_TRY(taken);
        if (!*taken)
            return invalidRule(it.key(), "unknown"_L1);
    }
    FROST_TRY(fitStrategy(rules));
    // Last: a type begins with what stands for all.
    if (json.contains(kTypes))
        FROST_TRY(take(rules.types, typesFrom(json.value(kTypes), schema, rules.every)));
    return rules;
}

} // namespace frost
