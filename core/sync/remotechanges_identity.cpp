// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/remotechanges.h"

#include "core/links/lostids.h"

namespace frost {

// Which of our records a remote state is about.

namespace {

bool namesAnother(const EntitySchema &schema, const QJsonObject &known, const QJsonObject &now)
{
    const auto before = naturalKeyOf(schema, known);
    const auto after = naturalKeyOf(schema, now);
    return !before.isEmpty() && !after.isEmpty() && before != after;
}

} // namespace

// Reads both sides: theirs in our form, and ours under its link, or as the twin that nobody has linked yet.
Result<> RemoteChanges::meet(Target &target, const RemoteRecord &remote, std::optional<QJsonObject> &theirs)
{
    if (target.link)
        FROST_TRY(load(target, remote.type, target.link->local));
    if (remote.deleted)
        return {};
    auto body = localBody(remote.type, remote.id, remote.body);
    FROST_TRY(body);
    target.full = *std::move(body);
    if (!target.record && !synced(target.link)) {
        auto twin = onceOurs(target, remote);
        FROST_TRY(twin);
        if (!*twin) {
            twin = localTwin(*target.schema, *target.full);
            target.twin = twin && *twin;
        }
        FROST_TRY(twin);
        if (*twin && target.link) { // a reference came first and was promised another id
            FROST_TRY(m_promised.redirect(remote.type, target.link->local, **twin));
            target.link.reset();
        }
        if (*twin)
            FROST_TRY(load(target, remote.type, **twin));
        else if (!target.link)
            FROST_TRY(nameAlike(target, remote));
    }
    const auto asked = isAskedAsTwin(target);
    FROST_TRY(asked);
    target.twin = target.twin || *asked;
    theirs = rulesFor(target).seen(*target.full, target.record ? target.record->body : QJsonObject());
    return {};
}

//! Whether somebody is deciding already if the two are one record; theirs has changed meanwhile.
Result<bool> RemoteChanges::isAskedAsTwin(const Target &target)
{
    if (!target.record || !target.link || synced(target.link) || !target.operation
        || target.operation->state != OperationState::Conflict)
        return false;
    const auto conflict = m_conflicts.openFor(m_connection, target.schema->type, target.id);
    FROST_TRY(conflict);
    return *conflict && (*conflict)->conflictType == ConflictType::DuplicateKey;
}

// A remote that keeps nothing of what was deleted may give its id to the next record. Another natural key tells the two apart,
// or tells that the record got another number: only a person knows, and nothing is taken for the old record silently.
bool RemoteChanges::isAnother(const Target &target, const std::optional<QJsonObject> &theirs) const
{
    if (m_terms.versions == Capabilities::Versions::Each || !target.record || !synced(target.link) || !theirs)
        return false;
    return namesAnother(*target.schema, target.base.value_or(target.record->body), *theirs);
}

// Whether theirs is another record of ours already. An id that was only promised is not, and is given up for `record`.
Result<bool> RemoteChanges::otherRecordOf(const RemoteRecord &remote, const LocalId &record)
{
    const auto known = m_links.find(remote.type, remote.id);
    FROST_TRY(known);
    if (!*known || ((*known)->local == record && !synced(*known)))
        return false;
    if (synced(*known))
        return true;
    Target other;
    FROST_TRY(load(other, remote.type, (*known)->local));
    if (other.record)
        return true;
    FROST_TRY(m_promised.redirect(remote.type, (*known)->local, record));
    return false;
}

// Without a link, and ours all the same: what the remote had lost, or what a create of ours has made there whose answer never
// came and which a later refusal, a backup or a decision made us take for not done.
Result<std::optional<LocalId>> RemoteChanges::onceOurs(const Target &target, const RemoteRecord &remote)
{
    using Ours = std::optional<LocalId>;
    const auto lost = hasLostIds();
    FROST_TRY(lost);
    const auto before = *lost ? lostAs(m_links, remote.type, remote.id) : Result<Ours>(Ours());
    FROST_TRY(before);
    const auto made = *lost && !remote.madeAs.isEmpty() ? localMadeAs(m_links, remote.type, remote.madeAs) : Result<LocalId>(remote.madeAs);
    FROST_TRY(made);
    const LocalId ours = before->value_or(*made);
    if (ours.isEmpty())
        return Ours();
    auto store = m_writer.database().objectStore(remote.type);
    FROST_TRY(store);
    const auto record = store->get(ours);
    FROST_TRY(record);
    if (!*record)
        return Ours();
    const bool saysSo = *made == ours; // the remote itself
    if (!saysSo && m_terms.versions != Capabilities::Versions::Each && namesAnother(*target.schema, (*record)->body, *target.full)) {
        FROST_TRY(forgetLostId(m_links, remote.type, ours));
        return Ours(); // the id was given again
    }
    const auto link = m_links.find(remote.type, ours);
    FROST_TRY(link);
    if (!*link)
        return Ours(ours);
    if (!saysSo)
        return Ours(); // it was given again meanwhile, and stands there under another id
    // One record is made once: the one that we knew was lost there, and somebody who still had it has given it again, or the
    // backup with it was put back after all.
    FROST_TRY(endLostLink(m_links, remote.type, ours));
    m_hasLostIds = true;
    return Ours(ours);
}

Result<bool> RemoteChanges::hasLostIds()
{
    if (!m_hasLostIds) {
        const auto any = frost::hasLostIds(m_links);
        FROST_TRY(any);
        m_hasLostIds = *any;
    }
    return *m_hasLostIds;
}

// A new record is called here what its first create called it, so that all who have it can give it again to a remote that has
// lost it, and it stands there once.
Result<> RemoteChanges::nameAlike(Target &target, const RemoteRecord &remote)
{
    if (!isLocalId(remote.madeAs.toString()))
        return {};
    auto store = m_writer.database().objectStore(remote.type);
    FROST_TRY(store);
    const auto record = store->get(remote.madeAs);
    FROST_TRY(record);
    const auto link = m_links.find(remote.type, remote.madeAs);
    FROST_TRY(link);
    if (!*record && !*link)
        target.id = remote.madeAs;
    return {};
}

// A record typed on both sides before they ever met: same natural key, not yet linked here (DESIGN.md section 4).
Result<std::optional<LocalId>> RemoteChanges::localTwin(const EntitySchema &schema, const QJsonObject &theirs)
{
    const auto key = naturalKeyOf(schema, theirs);
    if (key.isEmpty())
        return std::optional<LocalId>();
    auto unsent = m_writer.outbox().hasCreates(m_connection, schema.type);
    FROST_TRY(unsent);
    if (!*unsent)
        return std::optional<LocalId>();
    auto store = m_writer.database().objectStore(schema.type);
    FROST_TRY(store);
    // The last field of a natural key is the one that is always there.
    Query query;
    query.where.append({schema.naturalKey.constLast(), theirs[schema.naturalKey.constLast()].toVariant().toString()});
    auto records = store->select(query);
    FROST_TRY(records);
    for (const auto &record : *records) {
        if (naturalKeyOf(schema, record.body) != key)
            continue;
        auto link = m_links.find(schema.type, record.id);
        FROST_TRY(link);
        auto operation = m_writer.outbox().open(m_connection, schema.type, record.id);
        FROST_TRY(operation);
        if (!*link && *operation)
            return std::optional(record.id);
    }
    return std::optional<LocalId>();
}

} // namespace frost
