// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/referring.h"

#include <algorithm>

namespace frost {

namespace {
bool refersTo(const EntitySchema &schema, const Record &record, const EntityType &target, const LocalId &id)
{
    const auto uses = referencesIn(schema, record.body);
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
        if ((!own || record.id != id) && refersTo(store->schema(), record, target, id))
            visit(record);
        return true;
    };
    for (const auto &index : store->schema().indexes) {
        if (index.fields == QStringList{path})
            return store->forEach(index.name, KeyRange::only({id.toString()}), Direction::Next, visitReferring);
    }
    return store->forEach(visitReferring); // references in rows have no index
}

} // namespace frost
