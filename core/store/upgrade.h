// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/objectstore.h"
#include "core/store/reconcile.h"

namespace frost {

//! What an upgrade callback works with, as IndexedDB's versionchange transaction. Stores and indexes of the new schema are
//! there already, filled from what existed; stores that the schema no longer has are still there. Everything it does
//! commits together with the new version or not at all.
class Upgrade
{
public:
    Upgrade(Sql &sql, const Layouts &layouts, int from, int to)
        : m_sql(sql), m_layouts(layouts), m_from(from), m_to(to)
    { }
    [[nodiscard]] int from() const { return m_from; } //!< 0: the file never had one
    [[nodiscard]] int to() const { return m_to; }
    [[nodiscard]] Result<QList<EntityType>> stores(); //!< all of the file, by name
    //! Of the new schema. Errors: NotFound "store.unknown" [type].
    [[nodiscard]] Result<ObjectStore> objectStore(const EntityType &type);
    //! Every live record of any store of the file, by id; `visit` must not write to it. Errors: NotFound "store.unknown".
    [[nodiscard]] Result<> visit(const EntityType &type, const std::function<Result<>(const Record &)> &visit);
    //! Removes a store and its records for good. Errors: NotFound "store.unknown" [type]; Usage "store.declared" [type]
    //! where the schema has it; Conflict "store.unsynced" [type] where a remote has still to hear of one of its records.
    [[nodiscard]] Result<> dropStore(const EntityType &type);

private:
    [[nodiscard]] Result<> requireStore(const EntityType &type);

    Sql &m_sql;
    const Layouts &m_layouts;
    int m_from;
    int m_to;
};

} // namespace frost
