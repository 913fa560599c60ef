// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upgrade.h"

#include "core/store/recordcolumns.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

Result<QList<EntityType>> Upgrade::stores()
{
    auto rows = m_sql.query("SELECT name FROM object_stores ORDER BY name");
    FROST_TRY(rows);
    QList<EntityType> types;
    while (rows->next())
        types.append(EntityType(rows->text(0)));
    FROST_TRY(rows->status());
    return types;
}

Result<ObjectStore> Upgrade::objectStore(const EntityType &type)
{
    for (const auto &layout : m_layouts)
        if (layout->schema->type == type)
            return ObjectStore(m_sql, *layout);
    return fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()});
}

Result<> Upgrade::requireStore(const EntityType &type)
{
    const auto has = m_sql.any("SELECT 1 FROM object_stores WHERE name=CAST(? AS TEXT)", {type.toUtf8()});
    FROST_TRY(has);
    return *has ? Result<>() : Result<>(fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()}));
}

Result<> Upgrade::visit(const EntityType &type, const std::function<Result<>(const Record &)> &visit)
{
    FROST_TRY(requireStore(type));
    auto rows = m_sql.query("SELECT " + kRecordColumns + " FROM os_" + type.toUtf8() + " o WHERE o.deleted=0 ORDER BY o.id");
    FROST_TRY(rows);
    while (rows->next()) {
        const auto record = readRecord(*rows, type);
        FROST_TRY(record);
        FROST_TRY(visit(*record));
    }
    return rows->status();
}

Result<> Upgrade::dropStore(const EntityType &type)
{
    FROST_TRY(requireStore(type));
    if (std::any_of(m_layouts.begin(), m_layouts.end(), [&](const auto &each) { return each->schema->type == type; }))
        return fail(ErrorKind::Usage, u"store.declared"_s, {type.toString()});
    const QByteArray name = type.toUtf8();
    const auto unsynced = m_sql.any("SELECT 1 FROM operations WHERE type=CAST(? AS TEXT)", {name});
    FROST_TRY(unsynced);
    if (*unsynced)
        return fail(ErrorKind::Conflict, u"store.unsynced"_s, {type.toString()});
    QByteArrayList tables{"os_" + name};
    auto rows = m_sql.query("SELECT CAST(table_name AS BLOB) FROM store_indexes WHERE store=CAST(? AS TEXT) UNION ALL"
                            " SELECT 'fts_'||name FROM object_stores WHERE name=CAST(? AS TEXT) AND search<>''",
                            {name, name});
    FROST_TRY(rows);
    while (rows->next())
        tables.append(rows->bytes(0));
    FROST_TRY(rows->status());
    for (const QByteArray &table : tables)
        FROST_TRY(m_sql.execute("DROP TABLE " + table));
    for (const char *row : {"store_indexes WHERE store", "object_stores WHERE name", "links WHERE type", "bases WHERE type",
                            "drafts WHERE type"})
        FROST_TRY(m_sql.run(QByteArray("DELETE FROM ") + row + "=CAST(? AS TEXT)", {name}));
    return {};
}

} // namespace frost
