// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/promisedids.h"

#include "core/outbox/referring.h"

namespace frost {

PromisedIds::PromisedIds(RecordWriter &writer, Links &links, ConflictStore &conflicts, ConnectionId connection, Actor actor)
    : m_writer(writer), m_links(links), m_conflicts(conflicts), m_connection(std::move(connection)), m_actor(std::move(actor))
{
}

Result<> PromisedIds::redirect(const EntityType &type, const LocalId &promised, const LocalId &ours)
{
    FROST_TRY(m_links.remove(type, promised));
    FROST_TRY(redirectRecords(type, promised, ours));
    FROST_TRY(m_links.redirectBases(promised, ours));
    return m_conflicts.redirect(m_connection, promised, ours);
}

Result<> PromisedIds::redirectRecords(const EntityType &type, const LocalId &promised, const LocalId &ours)
{
    const Schema &schema = m_writer.database().schema();
    const auto pointed = [&](const EntityType &target, const QString &id) {
        return target == type && id == promised.toString() ? ours.toString() : id;
    };
    for (const auto &field : referringFields(schema, *schema.find(type))) {
        QList<Record> referring;
        FROST_TRY(forEachReferring(m_writer.database(), field, type, promised,
                                   [&](const Record &record) { referring.append(record); }));
        for (const auto &record : referring) {
            RecordWriter::Change change{field.first, record.id, {}, record.deleted, record.updatedBy, record.updatedAt};
            change.body = mapReferences(*schema.find(field.first), record.body, pointed);
            // This connection knows the record by the remote's id, which stays; the others know neither.
            FROST_TRY(m_writer.write(change, m_actor, m_connection));
        }
    }
    return {};
}

} // namespace frost
