// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/fieldrules.h"

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
    auto rules = rulesJson(database, rule.connection);
    FROST_TRY(rules);
    TypeJson type(*std::move(rules), rule.type);
    const auto now = type.at(kFieldsKey, rule.field);
    if (now == rule.policy)
        return {};
    if (!now.isUndefined()) {
        auto earlier = type.at(kEarlierKey, rule.field).toArray();
        earlier.append(now);
        type.put(kEarlierKey, rule.field, earlier);
    }
    type.put(kFieldsKey, rule.field, rule.policy);
    return setRules(database, rule.connection, type.rules());
}

Result<> removeFieldRule(Database &database, const FieldRule &rule)
{
    auto rules = rulesJson(database, rule.connection);
    FROST_TRY(rules);
    const auto all = rulesOf(database, rule.connection);
    FROST_TRY(all);
    TypeJson type(*std::move(rules), rule.type);
    auto earlier = type.at(kEarlierKey, rule.field).toArray();
    QJsonValue policy = isRuledOtherwise(*all, rule) ? QJsonValue(kAsk) : QJsonValue(QString());
    if (!earlier.isEmpty()) {
        policy = earlier.last();
        earlier.removeLast();
    }
    type.put(kEarlierKey, rule.field, earlier);
    type.put(kFieldsKey, rule.field, policy);
    return setRules(database, rule.connection, type.rules());
}

} // namespace frost
