// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordmatcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
QString keyText(const EntitySchema &schema, const QStringList &fields, const QJsonObject &body)
{
    QStringList parts;
    for (const auto &name : fields) {
        const auto *field = schema.field(name);
        const auto value = field ? comparable(*field, body.value(name)) : body.value(name);
        parts.append(value.toVariant().toString());
    }
    return parts.join(QChar(0x1f));
}

//! The schema's natural key where the body has one, else the profile's.
const QStringList &keyFields(const EntitySchema &schema, const QStringList &profileKey, const QJsonObject &body)
{
    return !schema.naturalKey.isEmpty() && body.contains(schema.naturalKey.last()) ? schema.naturalKey : profileKey;
}
} // namespace

Result<std::optional<Record>> RecordMatcher::find(const EntitySchema &schema, const QStringList &profileKey,
                                                  const QJsonObject &body)
{
    const auto &fields = keyFields(schema, profileKey, body);
    const QString key = keyText(schema, fields, body);
    auto store = m_database.objectStore(schema.type);
    if (!store)
        return fail(store.error());
    const auto *index = schema.indexOn(fields.last());
    if (!index) {
        const auto id = findByScan(*store, fields, key);
        if (!id)
            return fail(id.error());
        return id->isEmpty() ? Result<std::optional<Record>>(std::nullopt) : store->get(*id);
    }
    auto holders = store->getAll(index->name, KeyRange::only({body.value(fields.last())}));
    if (!holders)
        return fail(holders.error());
    const auto same = std::find_if(holders->cbegin(), holders->cend(),
                                   [&](const Record &record) { return keyText(schema, fields, record.body) == key; });
    return same == holders->cend() ? std::nullopt : std::optional(*same);
}

bool RecordMatcher::claim(const EntitySchema &schema, const QStringList &profileKey, const QJsonObject &body)
{
    const std::pair key(schema.type, keyText(schema, keyFields(schema, profileKey, body), body));
    const bool isNew = !m_claimed.contains(key);
    m_claimed.insert(key);
    return isNew;
}

Result<LocalId> RecordMatcher::findByScan(ObjectStore &store, const QStringList &fields, const QString &key)
{
    const auto &schema = store.schema();
    auto known = m_scanned.find({schema.type, fields});
    if (known == m_scanned.end()) {
        Keys keys;
        FROST_TRY(store.forEach([&](const Record &record) {
            keys.insert(keyText(schema, fields, record.body), record.id);
            return true;
        }));
        known = m_scanned.insert({schema.type, fields}, keys);
    }
    return known->value(key);
}

QStringList RecordMatcher::differences(const EntitySchema &schema, const QStringList &said, const QJsonObject &body,
                                       const QJsonObject &stored)
{
    const auto ours = withoutDerived(schema, stored);
    QStringList fields;
    for (const auto &name : said) {
        const auto *field = schema.field(name);
        if (field && comparable(*field, body.value(name)) != comparable(*field, ours.value(name)))
            fields.append(name);
    }
    return fields;
}

} // namespace frost
