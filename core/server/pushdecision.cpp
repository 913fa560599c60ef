// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/pushdecision.h"

#include "core/conflict/content.h"
#include "core/server/pushanswers.h"

#include <algorithm>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
// Of the fields that differ, those that the client says it has changed; the others are the server's news.
QStringList disputed(const QStringList &affected, const std::optional<QStringList> &changedByClient)
{
    if (!changedByClient)
        return affected;
    QStringList result;
    for (const QString &name : affected) {
        const bool changed = std::ranges::any_of(*changedByClient, [&](const QString &path) {
            return path == name || path.startsWith(name + u'[') || path.startsWith(name + u'.');
        });
        if (changed)
            result.append(name);
    }
    return result;
}

Severity severityOf(const EntitySchema &schema, const QStringList &fields)
{
    auto severity = Severity::Low;
    for (const QString &name : fields)
        severity = std::max(severity, frost::severityOf(MergeField{name, schema.field(name)}));
    return severity;
}

// The whole record is at stake; never Low, which a rule may settle.
Severity severityOfRecord(const EntitySchema &schema, const QJsonObject &body)
{
    return std::max(severityOfDifference(schema.fields, {}, body), Severity::Medium);
}

PushDecision unchanged(const PushDraft &draft, const StoredRecord &record)
{
    return {appliedAnswer(draft, record), std::nullopt};
}
} // namespace

Result<PushDecision> PushDecider::decide(const PushDraft &draft) const
{
    switch (draft.operation.kind) {
    case PushKind::Create: return create(draft);
    case PushKind::Update: return update(draft);
    case PushKind::Delete: return remove(draft);
    case PushKind::Step: return takeStep(draft);
    }
    return fail(ErrorKind::Internal, u"operation.unknown"_s);
}

Result<PushDecision> PushDecider::create(const PushDraft &draft) const
{
    if (const StoredRecord *known = m_touched.find(draft.operation.type, draft.operation.entityId))
        return repeatedCreate(draft, *known);
    const auto brought = broughtBefore(draft);
    FROST_TRY(brought);
    if (*brought)
        return conflict(draft, &**brought, ConflictType::DuplicateKey);
    const auto proposal = propose(draft, nullptr, m_touched, m_company);
    FROST_TRY(proposal);
    return store(draft, *proposal, nullptr);
}

// The first answer was lost, or two devices use one temporary id: creates are unique by it for ever.
Result<PushDecision> PushDecider::repeatedCreate(const PushDraft &draft, const StoredRecord &known) const
{
    if (known.deleted)
        return conflict(draft, &known, ConflictType::Deletion);
    const auto proposal = propose(draft, &known, m_touched, m_company);
    FROST_TRY(proposal);
    const auto before = bodyOf(known);
    FROST_TRY(before);
    if (sameContent(*draft.schema, *before, proposal->body))
        return unchanged(draft, known);
    return conflict(draft, &known, ConflictType::Version, changedFields(*draft.schema, *before, proposal->body));
}

Result<PushDecision> PushDecider::update(const PushDraft &draft) const
{
    const StoredRecord *stored = m_touched.find(draft.operation.type, draft.operation.entityId);
    if (!stored)
        return conflict(draft, nullptr, ConflictType::MissingEntity);
    // Whoever names the tombstone's own version has seen the deletion and restores the record.
    if (stored->deleted && draft.operation.baseVersion != stored->version)
        return conflict(draft, stored, ConflictType::Deletion);
    const auto proposal = propose(draft, stored, m_touched, m_company);
    FROST_TRY(proposal);
    if (proposal->bytes == stored->body && !stored->deleted && !proposal->problem)
        return unchanged(draft, *stored);
    if (const auto stale = staleness(draft, *stored)) {
        const auto before = bodyOf(*stored);
        FROST_TRY(before);
        const QStringList affected = changedFields(*draft.schema, *before, proposal->body);
        // Both say the same, but for the order of rows or their ids: nothing to dispute (R-CON-02).
        return affected.isEmpty() ? unchanged(draft, *stored) : conflict(draft, stored, *stale, affected);
    }
    return store(draft, *proposal, stored);
}

Result<PushDecision> PushDecider::remove(const PushDraft &draft) const
{
    const StoredRecord *stored = m_touched.find(draft.operation.type, draft.operation.entityId);
    if (!stored)
        return conflict(draft, nullptr, ConflictType::MissingEntity);
    if (stored->deleted && (!draft.operation.erase || stored->isErased()))
        return unchanged(draft, *stored);
    if (!stored->deleted && staleness(draft, *stored))
        return conflict(draft, stored, ConflictType::Deletion);
    if (draft.operation.erase) {
        const auto body = bodyOf(*stored);
        FROST_TRY(body);
        if (const auto *step = closedBy(*draft.schema, *body)) // was in the books, and has to be kept
            return fail(ErrorKind::Rejected, u"record.closed"_s, {draft.operation.type.toString(), draft.operation.entityId, step->name});
    }
    PushWrite write;
    write.record = nextState(draft, *stored);
    write.record.deleted = true;
    if (draft.operation.erase)
        write.record.body = StoredRecord::kErased;
    write.naturalKey = QString(); // free for another record
    return PushDecision{appliedAnswer(draft, write.record), write};
}

// Only in the version that the client names: whoever asked for it has seen that one and no other.
Result<PushDecision> PushDecider::takeStep(const PushDraft &draft) const
{
    const StoredRecord *stored = m_touched.find(draft.operation.type, draft.operation.entityId);
    if (!stored)
        return conflict(draft, nullptr, ConflictType::MissingEntity);
    if (stored->deleted)
        return conflict(draft, stored, ConflictType::Deletion);
    const auto &step = *draft.schema->step(draft.operation.step);
    if (stored->version != draft.operation.baseVersion)
        return conflict(draft, stored, ConflictType::Version, step.sets.keys());
    const auto before = bodyOf(*stored);
    FROST_TRY(before);
    if (isTaken(step, *before))
        return unchanged(draft, *stored);
    FROST_TRY(mayTake(step, *before));
    PushDraft taken = draft;
    taken.body = stepped(step, *before);
    const auto proposal = propose(taken, stored, m_touched, m_company);
    FROST_TRY(proposal);
    return store(draft, *proposal, stored);
}

Result<PushDecision> PushDecider::store(const PushDraft &draft, const Proposal &proposal,
                                        const StoredRecord *stored) const
{
    if (proposal.problem)
        return fail(*proposal.problem);
    const auto other = otherOwner(draft, proposal, stored);
    FROST_TRY(other);
    if (*other)
        return conflict(draft, &**other, ConflictType::DuplicateKey);
    StoredRecord record;
    if (stored) {
        record = *stored;
    } else {
        record.type = draft.operation.type;
        record.id = m_counters.nextId;
        record.tempId = draft.operation.entityId;
    }
    PushWrite write;
    write.record = nextState(draft, record);
    write.record.deleted = false;
    write.record.schemaVersion = draft.schema->version;
    write.record.body = proposal.bytes;
    write.isNew = !stored;
    write.number = proposal.number;
    if (proposal.naturalKey != proposal.naturalKeyBefore)
        write.naturalKey = proposal.naturalKey;
    for (const NamedElsewhere &link : draft.operation.links) {
        write.links.append({link.connection, write.record.type, write.record.id, link.remoteId, {}, 0, link.epoch,
                            write.record.change});
    }
    return PushDecision{appliedAnswer(draft, write.record), write};
}

Result<std::optional<StoredRecord>> PushDecider::otherOwner(const PushDraft &draft, const Proposal &proposal,
                                                            const StoredRecord *stored) const
{
    if (proposal.naturalKey.isEmpty() || proposal.naturalKey == proposal.naturalKeyBefore)
        return std::nullopt;
    const auto owner = m_company.naturalKeyOwner(draft.operation.type, proposal.naturalKey);
    FROST_TRY(owner);
    if (!*owner || (stored && **owner == stored->id))
        return std::nullopt;
    return readable(**owner);
}

Result<std::optional<StoredRecord>> PushDecider::broughtBefore(const PushDraft &draft) const
{
    for (const NamedElsewhere &link : draft.operation.links) {
        const auto owner = m_company.linkOwner(link.connection, draft.operation.type, link.remoteId);
        FROST_TRY(owner);
        if (!*owner)
            continue;
        const auto record = readable(**owner);
        FROST_TRY(record);
        if (!record->deleted)
            return *record;
    }
    return std::nullopt;
}

Result<StoredRecord> PushDecider::readable(qint64 id) const
{
    const auto records = m_company.records({id});
    FROST_TRY(records);
    if (records->isEmpty())
        return fail(ErrorKind::Internal, u"record.unreadable"_s, {QString::number(id)});
    return records->first();
}

Result<PushDecision> PushDecider::conflict(const PushDraft &draft, const StoredRecord *record, ConflictType type,
                                           const QStringList &affected) const
{
    ConflictDescription description;
    description.type = type;
    description.affectedFields = disputed(affected, draft.operation.changedFields);
    if (type == ConflictType::Version || type == ConflictType::Timestamp) {
        description.severity = severityOf(*draft.schema, description.affectedFields);
    } else if (record) {
        const auto body = bodyOf(*record);
        FROST_TRY(body);
        description.severity = severityOfRecord(*draft.schema, *body);
    } else {
        description.severity = severityOfRecord(*draft.schema, draft.body);
    }
    auto answer = conflictAnswer(draft, record, description);
    FROST_TRY(answer);
    return PushDecision{*std::move(answer), std::nullopt};
}

std::optional<ConflictType> PushDecider::staleness(const PushDraft &draft, const StoredRecord &stored) const
{
    const PushOperation &operation = draft.operation;
    if (operation.baseVersion) {
        const bool current = *operation.baseVersion == stored.version;
        return current ? std::nullopt : std::optional(ConflictType::Version);
    }
    // Document 002: the server's state is newer than the edit. Its own earlier edit is no conflict for a device that
    // sends several in a row.
    const qint64 edited = editedAt(operation);
    const bool ownWork = stored.updatedWith == m_context.tokenId && stored.editedAt <= edited;
    return stored.updatedAt > edited && !ownWork ? std::optional(ConflictType::Timestamp) : std::nullopt;
}

StoredRecord PushDecider::nextState(const PushDraft &draft, StoredRecord record) const
{
    record.version += 1;
    record.change = m_counters.change + 1;
    record.updatedAt = m_context.now;
    record.updatedBy = m_context.user;
    record.updatedWith = m_context.tokenId;
    record.editedAt = editedAt(draft.operation);
    return record;
}

qint64 PushDecider::editedAt(const PushOperation &operation) const
{
    if (!operation.timestamp)
        return m_context.now;
    // A clock that runs ahead must not win over everybody; one that is behind loses some edits to a question.
    const qint64 ahead = std::max<qint64>(0, m_context.clientTimestamp.value_or(m_context.now) - m_context.now);
    return std::min(*operation.timestamp - ahead, m_context.now);
}

} // namespace frost::server
