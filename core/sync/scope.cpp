// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/scope.h"

#include "core/base/json.h"
#include "core/conflict/merge.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kScope = "scope"_L1; //!< checkpoint
constexpr auto kTypes = "*"_L1;     //!< in it, no type's name: the types that were known when it was written

QJsonObject scopeJson(const TypeRules &rules)
{
    QJsonObject filters;
    for (auto it = rules.filters.begin(); it != rules.filters.end(); ++it)
        filters.insert(it.key(), it.value());
    return {{u"pull"_s, rules.pulls()}, {u"push"_s, rules.pushes()}, {u"filters"_s, filters},
            {u"fields"_s, QJsonArray::fromStringList(rules.fields)}};
}

TypeRules scopeFrom(const QJsonObject &json)
{
    TypeRules rules;
    const bool pull = json["pull"_L1].toBool();
    const bool push = json["push"_L1].toBool();
    rules.direction = pull && push ? SyncDirection::Both : pull ? SyncDirection::Pull : push ? SyncDirection::Push : SyncDirection::None;
    for (const auto &field : json["fields"_L1].toArray())
        rules.fields += field.toString();
    const auto filters = json["filters"_L1].toObject();
    for (auto it = filters.begin(); it != filters.end(); ++it)
        rules.filters.insert(it.key(), it.value().toString());
    return rules;
}

//! Of `all` the fields that only `after` exchanges.
QStringList newFields(const TypeRules &before, const TypeRules &after, const QStringList &all)
{
    QStringList fields;
    for (const auto &field : all) {
        if (after.exchanges(field) && !before.exchanges(field))
            fields += field;
    }
    return fields;
}

//! Some condition that kept records out is gone, or another one now.
bool letsMoreIn(const TypeRules &before, const TypeRules &after)
{
    for (auto it = before.filters.begin(); it != before.filters.end(); ++it) {
        if (after.filters.value(it.key()) != it.value() || !after.filters.contains(it.key()))
            return true;
    }
    return false;
}

} // namespace

ScopeChange widened(const TypeRules &before, const TypeRules &after, const QStringList &all)
{
    const auto fields = newFields(before, after, all);
    const bool more = !fields.isEmpty() || letsMoreIn(before, after);
    return {after.pulls() && (more || !before.pulls()), after.pushes() && (more || !before.pushes()), fields};
}

QByteArray scopeDigest(const TypeRules &rules)
{
    return contentHash(scopeJson(rules)).left(16);
}

Result<> queueMissing(RecordWriter &writer, Links &links, const TypeRules &rules, const Record &record,
                      const EntityType &type, const UserId &user)
{
    const auto enqueue = [&](OperationKind kind) {
        return writer.outbox().enqueue(links.connection(), type, record.id, kind, Priority::Normal, user);
    };
    if (!rules.pushes())
        return {};
    const auto link = links.find(type, record.id);
    FROST_TRY(link);
    if (!*link)
        return rules.lets(record.body) ? enqueue(OperationKind::Create) : Result<>();
    const auto base = links.base(type, record.id);
    FROST_TRY(base);
    const auto &schema = *writer.database().schema().find(type);
    if (!(*link)->syncedAt.isValid() || !*base || sameContent(schema, **base, rules.seen(record.body, **base)))
        return {};
    return enqueue(OperationKind::Update);
}

Result<> queueMissing(RecordWriter &writer, Links &links, const TypeRules &rules, const EntityType &type, const UserId &user)
{
    auto store = writer.database().objectStore(type);
    FROST_TRY(store);
    Result<> queued;
    FROST_TRY(store->forEach([&](const Record &record) {
        queued = queueMissing(writer, links, rules, record, type, user);
        return queued.has_value();
    }));
    return queued;
}

Result<QJsonObject> Scope::stored()
{
    const auto text = m_links.checkpoint(kScope);
    FROST_TRY(text);
    return text->isEmpty() ? Result<QJsonObject>(QJsonObject()) : parseJsonObject(text->toUtf8());
}

Result<> Scope::store(const QJsonObject &scope)
{
    return m_links.setCheckpoint(kScope, QString::fromUtf8(toCanonicalJson(scope)));
}

Result<bool> Scope::hasBegun(const QStringList &feeds)
{
    for (const auto &feed : feeds) {
        const auto checkpoint = m_links.checkpoint(feed);
        FROST_TRY(checkpoint);
        if (!checkpoint->isEmpty())
            return true;
    }
    return false;
}

// A connection that has pulled before anybody wrote down its scope had no rules: it had everything.
Result<QMap<EntityType, ScopeChange>> Scope::changes(const SyncRules &rules)
{
    const auto known = stored();
    FROST_TRY(known);
    QMap<EntityType, ScopeChange> changes;
    const auto met = known->value(kTypes);
    for (const auto &type : m_schema.types()) {
        if (met.isArray() && !met.toArray().contains(type.toString())) { // came and was passed over, see RemoteChanges::apply
            if (rules.of(type).pulls())
                changes[type].pull = true;
            continue;
        }
        const auto before = known->contains(type.toString()) ? scopeFrom(known->value(type.toString()).toObject()) : TypeRules();
        QStringList all;
        for (const auto &field : m_schema.find(type)->fields)
            all += field.name;
        const auto change = widened(before, rules.of(type), all);
        if (change.pull || change.push)
            changes.insert(type, change);
    }
    return changes;
}

Result<> Scope::settle(const EntityType &type, const TypeRules &rules)
{
    auto scope = stored();
    FROST_TRY(scope);
    scope->insert(type.toString(), scopeJson(rules));
    if (auto types = scope->value(kTypes).toArray(); scope->contains(kTypes) && !types.contains(type.toString())) {
        types.append(type.toString());
        scope->insert(kTypes, types);
    }
    return store(*scope);
}

Result<> Scope::settle(const SyncRules &rules)
{
    QJsonObject scope;
    QJsonArray types;
    for (const auto &type : m_schema.types()) {
        types.append(type.toString());
        if (rules.of(type) != TypeRules())
            scope.insert(type.toString(), scopeJson(rules.of(type)));
    }
    scope.insert(kTypes, types);
    const auto known = stored();
    FROST_TRY(known);
    return *known == scope ? Result<>() : store(scope);
}

} // namespace frost
