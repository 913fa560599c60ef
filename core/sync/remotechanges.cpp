// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/remotechanges.h"

#include "core/sync/erasures.h"

#include "core/outbox/referring.h"

namespace frost {

using namespace Qt::StringLiterals;

// Whether a remote state is news. Which of our records it is about is in remotechanges_identity.cpp, what follows from it in
// remotechanges_actions.cpp.

namespace {

bool sameVersion(const RemoteRecord &remote, const Link &link)
{
    return !remote.version.isEmpty() && remote.version == link.version;
}

//! Numbers are ordered, everything else can only be the same.
bool notNewer(const QString &version, const QString &seen)
{
    if (version.isEmpty() || version == seen)
        return !version.isEmpty();
    bool isNumber = false;
    bool seenIsNumber = false;
    const qlonglong number = version.toLongLong(&isNumber);
    const qlonglong seenNumber = seen.toLongLong(&seenIsNumber);
    return isNumber && seenIsNumber && number < seenNumber;
}

} // namespace

QString toString(PullMode mode)
{
    switch (mode) {
    case PullMode::Delta: return u"delta"_s;
    case PullMode::Full: return u"full"_s;
    case PullMode::Recovery: return u"recovery"_s;
    }
    return {};
}

RemoteChanges::RemoteChanges(RecordWriter &writer, Links &links, ConflictStore &conflicts, ConnectionId connection,
                             Actor actor, Clock &clock, Random &random, RemoteTerms terms)
    : m_writer(writer), m_links(links), m_conflicts(conflicts), m_connection(std::move(connection)),
      m_actor(std::move(actor)), m_clock(clock), m_random(random), m_terms(std::move(terms)), m_references(writer.database().schema(), links),
      m_promised(writer, links, conflicts, m_connection, m_actor)
{
}

Result<QJsonObject> RemoteChanges::localBody(const EntityType &type, const RemoteId &id, const QJsonObject &body)
{
    const auto *schema = m_writer.database().schema().find(type);
    if (!schema)
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()});
    // Normalised before references are translated: a remote may send them as numbers.
    auto normal = normalise(*schema, body, [this] { return m_random.uuid(); });
    if (!normal)
        return fail(ErrorKind::Corrupt, u"remote.invalidRecord"_s, {type.toString(), id.toString()}, normal.error().logLine());
    return m_references.arriving(type, *normal);
}

Result<> RemoteChanges::load(Target &target, const EntityType &type, const LocalId &id)
{
    auto &database = m_writer.database();
    target.schema = database.schema().find(type);
    target.id = id;
    auto store = database.objectStore(type);
    FROST_TRY(store);
    auto record = store->get(id);
    FROST_TRY(record);
    target.record = *std::move(record);
    auto operation = m_writer.outbox().open(m_connection, type, id);
    FROST_TRY(operation);
    target.operation = *std::move(operation);
    auto base = m_links.base(type, id);
    FROST_TRY(base);
    target.base = *std::move(base);
    return {};
}

Result<> RemoteChanges::apply(const RemoteRecord &remote, PullMode mode, RunCounts &counts)
{
    if (m_terms.versions == Capabilities::Versions::None && remote.version.isEmpty()) {
        RemoteRecord tagged = remote;
        tagged.version = contentTag(remote);
        return apply(tagged, mode, counts);
    }
    Target target;
    target.schema = m_writer.database().schema().find(remote.type);
    if (!target.schema || !rulesFor(target).pulls()) {
        // A newer remote may know more types than we do; they come with a full pull once our schema has them.
        ++counts.skipped;
        return {};
    }
    auto link = m_links.find(remote.type, remote.id);
    FROST_TRY(link);
    target.link = *std::move(link);
    if (remote.erased && target.link) // before all else: our own deletion may be what is echoed
        FROST_TRY(Erasures::note(m_links, remote.type, target.link->local));
    if (mode == PullMode::Delta && synced(target.link) && sameVersion(remote, *target.link)) {
        ++counts.skipped; // the echo of our own push, or a page seen before
        return {};
    }
    std::optional<QJsonObject> theirs;
    FROST_TRY(meet(target, remote, theirs));
    const bool another = isAnother(target, theirs);
    if (another && target.record->deleted) {
        FROST_TRY(endAsGone(target));
        return apply(remote, mode, counts);
    }
    if (!target.record && !synced(target.link) && theirs && !rulesFor(target).lets(*theirs)) {
        ++counts.skipped; // outside the filters, and nothing here that it would concern
        return {};
    }
    if (theirs)
        FROST_TRY(openUp(target));
    const auto sight = compare(target, remote, theirs, mode);
    FROST_TRY(sight);
    if (*sight == Sight::Seen) {
        ++counts.skipped;
        return eraseAgain(target, remote, mode);
    }
    const auto orphans = wouldOrphan(target, remote);
    FROST_TRY(orphans);
    const bool givenUp = target.record && !target.link && !target.operation; // made there all the same, see onceOurs()
    target.overtaken = another || target.twin;
    if (*sight == Sight::Contradiction || *orphans || givenUp || another)
        FROST_TRY(distrust(target));
    FROST_TRY(reconcile(target, remote, theirs, target.twin ? toString(ConflictType::DuplicateKey) : QString(), counts));
    return eraseAgain(target, remote, mode);
}

// A remote that was restored has what was erased there once more.
Result<> RemoteChanges::eraseAgain(const Target &target, const RemoteRecord &remote, PullMode mode)
{
    if (mode != PullMode::Recovery || !remote.deleted || remote.erased || !target.record || !target.record->isErased())
        return {};
    return m_writer.outbox().enqueue(m_connection, remote.type, target.id, OperationKind::Delete, Priority::Normal, m_actor.user);
}

Result<> RemoteChanges::applyAnswer(const RemoteRecord &remote, const QString &word, RunCounts &counts)
{
    if (m_terms.versions == Capabilities::Versions::None && remote.version.isEmpty()) {
        RemoteRecord tagged = remote;
        tagged.version = contentTag(remote);
        return applyAnswer(tagged, word, counts);
    }
    Target target;
    target.schema = m_writer.database().schema().find(remote.type);
    auto link = m_links.find(remote.type, remote.id);
    FROST_TRY(link);
    target.link = *std::move(link);
    std::optional<QJsonObject> theirs;
    FROST_TRY(meet(target, remote, theirs));
    return reconcile(target, remote, theirs, word, counts);
}

// What a version number is worth once history may have changed behind it (PullMode).
Result<RemoteChanges::Sight> RemoteChanges::compare(const Target &target, const RemoteRecord &remote,
                                                    const std::optional<QJsonObject> &theirs, PullMode mode)
{
    if (!target.record || !synced(target.link) || !notNewer(remote.version, target.link->version))
        return Sight::News;
    // The state both sides last agreed on.
    const bool known = target.base || !target.operation;
    const auto agreed = target.base ? rulesFor(target).seen(*target.base, target.record->body) : target.body();
    const bool equal = sameVersion(remote, *target.link);
    const bool same = known ? sameState(*target.schema, agreed, theirs) : equal;
    if (mode != PullMode::Recovery)
        return same && equal ? Sight::Seen : Sight::News;
    if (same && !equal)
        return Sight::News;
    const auto another = same ? showsAnother(target, theirs) : Result<bool>(true);
    FROST_TRY(another);
    return *another ? Sight::Contradiction : Sight::Seen;
}

// What was to be deleted there is gone already; its id is free for the record that has it now.
Result<> RemoteChanges::endAsGone(Target &target)
{
    const auto type = target.schema->type;
    FROST_TRY(m_links.dropBase(type, target.id));
    FROST_TRY(m_links.remove(type, target.id));
    if (!target.operation)
        return {};
    FROST_TRY(settleConflict(target, std::nullopt));
    FROST_TRY(backToPending(target));
    return m_writer.outbox().transition(target.operation->id, OperationState::Completed, u"converged"_s);
}

// Whether somebody is deciding about a state of theirs that the remote had after all this, and has lost.
Result<bool> RemoteChanges::showsAnother(const Target &target, const std::optional<QJsonObject> &theirs)
{
    if (!target.operation || target.operation->state != OperationState::Conflict)
        return false;
    const auto conflict = m_conflicts.openFor(m_connection, target.schema->type, target.id);
    FROST_TRY(conflict);
    return *conflict && !sameState(*target.schema, (*conflict)->versions.theirs, theirs);
}

// A record that was deleted there while records that refer to it wait to be sent: one question about it, instead of one
// refusal for each of them (DESIGN.md section 4).
Result<bool> RemoteChanges::wouldOrphan(const Target &target, const RemoteRecord &remote)
{
    if (!remote.deleted || !target.record || target.record->deleted || target.operation)
        return false;
    return isAwaited(m_writer.database(), m_writer.outbox(), m_connection, m_links, remote.type, target.id);
}

// What the remote says now may be older than what we had from it, and only a person can tell which of them is right. So
// nothing counts as agreed, no version as seen, and the record as changed here.
Result<> RemoteChanges::distrust(Target &target)
{
    const auto type = target.schema->type;
    if (synced(target.link)) {
        target.link->version.clear();
        FROST_TRY(m_links.store(type, *target.link));
    }
    FROST_TRY(m_links.dropBase(type, target.id));
    target.base.reset();
    return queueDirty(target);
}

//! The record as one that was changed here.
Result<> RemoteChanges::queueDirty(Target &target)
{
    if (target.operation)
        return {};
    const auto type = target.schema->type;
    const auto kind = target.record->deleted ? OperationKind::Delete : OperationKind::Update;
    FROST_TRY(m_writer.outbox().enqueue(m_connection, type, target.id, kind, Priority::Normal, m_actor.user));
    auto operation = m_writer.outbox().open(m_connection, type, target.id);
    FROST_TRY(operation);
    target.operation = *std::move(operation);
    return {};
}

// What was agreed says nothing about fields that were not exchanged.
Result<> RemoteChanges::openUp(Target &target)
{
    if (m_unagreed.isEmpty() || !target.record || target.record->deleted || !synced(target.link))
        return {};
    const auto agreed = target.base.value_or(target.record->body);
    auto base = agreed;
    for (const auto &field : std::as_const(m_unagreed))
        base.remove(field);
    if (base == agreed)
        return {};
    target.base = base;
    FROST_TRY(m_links.setBase(target.schema->type, target.id, base));
    return rulesFor(target).pushes() ? queueDirty(target) : Result<>();
}

Result<> RemoteChanges::applyMissing(const EntityType &type, const Link &link, RunCounts &counts)
{
    Target target;
    target.link = link;
    FROST_TRY(load(target, type, link.local));
    FROST_TRY(distrust(target));
    RemoteRecord gone;
    gone.type = type;
    gone.id = link.remote;
    gone.deleted = true;
    return reconcile(target, gone, std::nullopt, toString(ConflictType::MissingEntity), counts);
}

Result<> RemoteChanges::applyDuplicate(const LocalId &record, const RemoteRecord &remote, RunCounts &counts)
{
    Target target;
    FROST_TRY(load(target, remote.type, record));
    auto other = otherRecordOf(remote, record);
    FROST_TRY(other);
    if (*other) {
        // Two records here, one name there: only a person can say which of ours it is. Changing the name frees it.
        ++counts.failed;
        return m_writer.outbox().refuse(target.operation->id, ConflictType::DuplicateKey, u"key.taken"_s,
                                        {remote.type.toString(), remote.id.toString()});
    }
    auto full = localBody(remote.type, remote.id, remote.body);
    FROST_TRY(full);
    target.full = *std::move(full);
    const auto theirs = rulesFor(target).seen(*target.full, target.record ? target.record->body : QJsonObject());
    target.overtaken = true; // no rule knows whether they are one record
    return reconcile(target, remote, theirs, toString(ConflictType::DuplicateKey), counts);
}

} // namespace frost
