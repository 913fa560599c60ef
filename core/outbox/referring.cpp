// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/referring.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
bool refersTo(const EntitySchema &schema, const QJsonObject &body, const EntityType &target, const LocalId &id)
{
    const auto uses = referencesIn(schema, body);
    return std::any_of(uses.begin(), uses.end(),
                       [&](const ReferenceUse &use) { return use.target == target && use.id == id.toString(); });
}
} // namespace

QList<ReferringField> referringFields(const Schema &schema, const EntitySchema &target)
{
    auto fields = schema.referrers(target.type);
    for (const auto &field : target.fields) {
        if (field.kind == FieldKind::Reference && field.target == target.type)
            fields.append({target.type, field.name});
        for (const auto &inner : field.fields) {
            if (inner.kind == FieldKind::Reference && inner.target == target.type)
                fields.append({target.type, field.name + u'.' + inner.name});
        }
    }
    return fields;
}

Result<> forEachReferring(Database &database, const ReferringField &field, const EntityType &target, const LocalId &id,
                          const std::function<void(const Record &)> &visit)
{
    const auto &[type, path] = field;
    auto store = database.objectStore(type);
    FROST_TRY(store);
    const auto visitReferring = [&, own = type == target](const Record &record) {
        if ((!own || record.id != id) && refersTo(store->schema(), record.body, target, id))
            visit(record);
        return true;
    };
    for (const auto &index : store->schema().indexes) {
        if (index.fields == QStringList{path})
            return store->forEach(index.name, KeyRange::only({id.toString()}), Direction::Next, visitReferring);
    }
    return store->forEach(visitReferring); // references in rows have no index
}

Result<> refuseIfReferred(Database &database, const EntityType &type, const LocalId &id)
{
    const Schema &schema = database.schema();
    for (const auto &[referring, path] : referringFields(schema, *schema.find(type))) {
        qint64 count = 0;
        FROST_TRY(forEachReferring(database, {referring, path}, type, id, [&](const Record &) { ++count; }));
        if (count > 0)
            return fail(ErrorKind::Rejected, u"record.referenced"_s,
                        {type.toString(), id.toString(), referring.toString(), QString::number(count)});
    }
    return {};
}

// A type's unsent records are few, and its records many.
Result<bool> isAwaited(Database &database, Outbox &outbox, const ConnectionId &connection, Links &links,
                       const EntityType &target, const LocalId &id)
{
    QSet<EntityType> types;
    for (const auto &[type, path] : referringFields(database.schema(), *database.schema().find(target)))
        types.insert(type);
    for (const auto &type : std::as_const(types)) {
        auto store = database.objectStore(type);
        FROST_TRY(store);
        const auto unsent = outbox.unacknowledged(connection, type);
        FROST_TRY(unsent);
        for (auto it = unsent->begin(); it != unsent->end(); ++it) {
            const auto record = store->get(it.key());
            if (!record && record.error().kind == ErrorKind::Corrupt)
                continue; // a damaged record cannot be sent, and refers to nothing
            FROST_TRY(record);
            if (!*record || (*record)->deleted || !refersTo(store->schema(), (*record)->body, target, id))
                continue;
            const auto base = links.base(type, it.key());
            FROST_TRY(base);
            if (it.value() == OperationKind::Create || (*base && !refersTo(store->schema(), **base, target, id)))
                return true;
        }
    }
    return false;
}

} // namespace frost
