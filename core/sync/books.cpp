// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/books.h"

namespace frost {

namespace {

using Copy = std::optional<QJsonObject>;

//! nullopt: it does not have the record, or what it has is not known.
Result<Copy> copyAt(RecordWriter &writer, ConflictStore &conflicts, Links &links, const Conflict &conflict)
{
    const auto link = links.find(conflict.type, conflict.record);
    FROST_TRY(link);
    if (!*link || !(*link)->syncedAt.isValid())
        return Copy();
    const auto asked = conflicts.openFor(links.connection(), conflict.type, conflict.record);
    FROST_TRY(asked);
    if (*asked && !(*asked)->isRefusal())
        return (*asked)->versions.theirs;
    auto base = links.base(conflict.type, conflict.record);
    FROST_TRY(base);
    if (*base)
        return base;
    const auto waiting = writer.outbox().open(links.connection(), conflict.type, conflict.record);
    FROST_TRY(waiting);
    return *waiting ? Copy() : conflict.versions.mine;
}

} // namespace

Result<QList<HeldCopy>> heldElsewhere(RecordWriter &writer, ConflictStore &conflicts, const Conflict &conflict, Clock &clock,
                                      Random &random)
{
    auto &sql = writer.database().sql();
    const auto &schema = *writer.database().schema().find(conflict.type);
    const auto connections = Connections(sql, clock).list();
    FROST_TRY(connections);
    QList<HeldCopy> held;
    bool leads = true; // they come in order, the main one first
    for (const auto &connection : *connections) {
        if (connection.id == conflict.connection) {
            leads = false;
            continue;
        }
        Links links(sql, connection.id, clock, random);
        const auto copy = copyAt(writer, conflicts, links, conflict);
        FROST_TRY(copy);
        if (*copy && closedBy(schema, **copy))
            held.append({connection.id, **copy, leads});
    }
    return held;
}

} // namespace frost
