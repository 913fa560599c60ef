// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/fieldrules.h"

#include "core/links/rulelevels.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kTypesKey = "types"_L1;
constexpr auto kFieldsKey = "fieldConflicts"_L1;
constexpr auto kEarlierKey = "earlierFieldConflicts"_L1;
constexpr auto kAsk = "ask"_L1;

//! The rules of one type, to be changed and put back. What is empty goes, and with the last of it what held it.
class TypeJson
{
public:
    TypeJson(QJsonObject rules, const EntityType &type)
        : m_rules(std::move(rules)), m_type(type.toString()), m_types(m_rules.value(kTypesKey).toObject()),
          m_json(m_types.value(m_type).toObject())
    { }
    [[nodiscard]] QJsonValue at(QLatin1StringView key, const QString &field) const { return m_json.value(key).toObject().value(field); }
    void put(QLatin1StringView key, const QString &field, const QJsonValue &value)
    {
        auto fields = m_json.value(key).toObject();
        putUnlessEmpty(fields, field, value);
        putUnlessEmpty(m_json, key, fields);
    }
    void keepEarlier(const QString &field, const QJsonValue &policy)
    {
        auto earlier = at(kEarlierKey, field).toArray();
        earlier.append(policy);
        put(kEarlierKey, field, earlier);
    }
    //! What it came in place of; `otherwise` where there was nothing.
    [[nodiscard]] QJsonValue takeEarlier(const QString &field, const QString &otherwise)
    {
        auto earlier = at(kEarlierKey, field).toArray();
        if (earlier.isEmpty())
            return otherwise;
        const QJsonValue last = earlier.takeAt(earlier.size() - 1);
        put(kEarlierKey, field, earlier);
        return last;
    }
    [[nodiscard]] QJsonObject rules()
    {
        putUnlessEmpty(m_types, m_type, m_json);
        putUnlessEmpty(m_rules, kTypesKey, m_types);
        return m_rules;
    }

private:
    static void putUnlessEmpty(QJsonObject &into, const QString &key, const QJsonValue &value)
    {
        const bool isEmpty = value.isObject() ? value.toObject().isEmpty()
                             : value.isArray() ? value.toArray().isEmpty()
                                               : value.toString().isEmpty();
        if (isEmpty)
            into.remove(key);
        else
            into.insert(key, value);
    }

    QJsonObject m_rules;
    QString m_type;
    QJsonObject m_types;
    QJsonObject m_json;
};

//! Whether another rule would decide once the field's own is gone: one for more than this field, or one of the company or the tenant.
Result<bool> isRuledOtherwise(Database &database, const FieldRule &rule)
{
    const auto rules = rulesOf(database, rule.connection);
    FROST_TRY(rules);
    const auto wider = widerRulesJson(database);
    FROST_TRY(wider);
    const auto &type = rules->of(rule.type);
    const auto farther = (*wider)[kTypesKey][rule.type.toString()][kFieldsKey][rule.field];
    return !type.conflicts.isEmpty() || !type.lowConflicts.isEmpty() || !farther.isUndefined();
}

//! A field that is not known is told when the rules are read.
Result<> checkField(const Schema &schema, const FieldRule &rule)
{
    const auto *type = schema.find(rule.type);
    if (!type || !type->field(rule.field) || ruledFields(*type).contains(rule.field))
        return {};
    return fail(ErrorKind::Invalid, u"rules.fieldAsks"_s, {rule.type.toString(), rule.field});
}

//! Does `change` to what stands about each of them. @return those that it changed
template<class Change>
Result<QList<FieldRule>> inOneTransaction(Database &database, const QList<FieldRule> &rules, const Change &change)
{
    auto transaction = Transaction::begin(database.sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    QList<FieldRule> changed;
    for (const auto &rule : rules) {
        auto json = rulesJson(database, rule.connection);
        FROST_TRY(json);
        TypeJson type(*std::move(json), rule.type);
        const auto done = change(type, rule);
        FROST_TRY(done);
        if (!*done)
            continue;
        FROST_TRY(writeRules(database, rule.connection, type.rules()));
        changed.append(rule);
    }
    FROST_TRY(transaction->commit());
    return changed;
}

} // namespace

Result<QList<FieldRule>> fieldRules(Database &database, const QList<ConnectionId> &connections)
{
    QList<FieldRule> found;
    for (const auto &connection : connections) {
        const auto rules = rulesOf(database, connection);
        FROST_TRY(rules);
        for (auto type = rules->types.begin(); type != rules->types.end(); ++type) {
            for (auto field = type->fieldConflicts.begin(); field != type->fieldConflicts.end(); ++field) {
                if (!field->isEmpty())
                    found.append({connection, type.key(), field.key(), *field});
            }
        }
    }
    return found;
}

Result<QList<FieldRule>> addFieldRules(Database &database, const QList<FieldRule> &rules)
{
    return inOneTransaction(database, rules, [&](TypeJson &type, const FieldRule &rule) -> Result<bool> {
        FROST_TRY(checkField(database.schema(), rule));
        const auto now = type.at(kFieldsKey, rule.field);
        if (now == rule.policy)
            return false;
        if (!now.isUndefined())
            type.keepEarlier(rule.field, now);
        type.put(kFieldsKey, rule.field, rule.policy);
        return true;
    });
}

Result<QList<FieldRule>> undoFieldRules(Database &database, const QList<FieldRule> &added)
{
    QList<FieldRule> others;
    const auto undone = inOneTransaction(database, added, [&](TypeJson &type, const FieldRule &rule) -> Result<bool> {
        const bool stands = type.at(kFieldsKey, rule.field) == rule.policy;
        if (stands)
            type.put(kFieldsKey, rule.field, type.takeEarlier(rule.field, QString()));
        else
            others.append(rule);
        return stands;
    });
    FROST_TRY(undone);
    return others;
}

Result<> changeFieldRule(Database &database, const FieldRule &rule)
{
    const auto done = inOneTransaction(database, {rule}, [&](TypeJson &type, const FieldRule &changed) -> Result<bool> {
        FROST_TRY(checkField(database.schema(), changed));
        type.put(kFieldsKey, changed.field, changed.policy);
        return true;
    });
    FROST_TRY(done);
    return {};
}

Result<> removeFieldRule(Database &database, const FieldRule &rule)
{
    const auto isRuled = isRuledOtherwise(database, rule);
    FROST_TRY(isRuled);
    const auto otherwise = *isRuled ? QString(kAsk) : QString();
    const auto done = inOneTransaction(database, {rule}, [&](TypeJson &type, const FieldRule &removed) -> Result<bool> {
        type.put(kFieldsKey, removed.field, type.takeEarlier(removed.field, otherwise));
        return true;
    });
    FROST_TRY(done);
    return {};
}

} // namespace frost
