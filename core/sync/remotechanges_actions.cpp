// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/remotechanges.h"

namespace frost {

using namespace Qt::StringLiterals;

// What follows from a remote state: decided as a value, then written.

namespace {

ConflictType typeOf(const MergeResult &merge, const QString &word)
{
    const auto named = conflictTypeFrom(word);
    if (named == ConflictType::DuplicateKey || named == ConflictType::MissingEntity)
        return *named;
    return merge.type;
}

} // namespace

Result<> RemoteChanges::reconcile(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                                  const QString &word, RunCounts &counts)
{
    LocalSide mine;
    mine.exists = target.record.has_value();
    mine.dirty = target.operation.has_value();
    if (target.record) {
        mine.deleted = target.record->deleted;
        mine.body = target.record->body;
    }
    if (mine.dirty) {
        auto base = m_links.base(remote.type, target.id);
        FROST_TRY(base);
        mine.base = *std::move(base);
    }
    auto decision = decide(*target.schema, mine, theirs);
    FROST_TRY(decision);
    return act(target, remote, theirs, *decision, word, counts);
}

Result<> RemoteChanges::act(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                            const PullDecision &decision, const QString &word, RunCounts &counts)
{
    using Action = PullDecision::Action;
    auto &outbox = m_writer.outbox();
    switch (decision.action) {
    case Action::Nothing:
        return {};
    case Action::Create: {
        Target fresh = target;
        if (fresh.id.isEmpty())
            fresh.id = LocalId(newLocalId(m_clock, m_random));
        FROST_TRY(write(fresh, remote, theirs));
        ++counts.created;
        return see(fresh, remote);
    }
    case Action::FastForward:
        FROST_TRY(write(target, remote, theirs));
        ++(theirs ? counts.updated : counts.deleted);
        return see(target, remote);
    case Action::Converge:
        FROST_TRY(settleConflict(target, theirs));
        FROST_TRY(backToPending(target));
        FROST_TRY(outbox.transition(target.operation->id, OperationState::Completed, u"converged"_s));
        FROST_TRY(write(target, remote, theirs));
        FROST_TRY(m_links.dropBase(remote.type, target.id));
        return see(target, remote);
    case Action::Merge:
        FROST_TRY(settleConflict(target, decision.merge.body));
        FROST_TRY(backToPending(target));
        FROST_TRY(write(target, remote, decision.merge.body));
        if (theirs)
            FROST_TRY(m_links.setBase(remote.type, target.id, *theirs));
        ++counts.merged;
        return see(target, remote);
    case Action::Ask:
        ++counts.conflicts;
        return ask(target, remote, theirs, decision.merge, word);
    }
    return {};
}

Result<> RemoteChanges::write(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &body)
{
    RecordWriter::Change change;
    change.type = remote.type;
    change.id = target.id;
    change.deleted = !body;
    change.body = body ? *body : target.record ? target.record->body : QJsonObject();
    change.updatedBy = remote.updatedBy;
    change.updatedAt = remote.updatedAt;
    FROST_TRY(m_writer.write(change, m_actor, m_connection));
    return {};
}

Result<> RemoteChanges::ask(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                            const MergeResult &merge, const QString &word)
{
    Conflict conflict;
    conflict.connection = m_connection;
    conflict.type = remote.type;
    conflict.record = target.id;
    conflict.conflictType = typeOf(merge, word);
    conflict.severity = merge.severity();
    auto base = m_links.base(remote.type, target.id);
    FROST_TRY(base);
    conflict.versions = {*base, target.body(), theirs};
    conflict.fields = merge.openPaths();
    conflict.remote = remote.id;
    conflict.theirsVersion = remote.version;
    conflict.theirsAt = remote.updatedAt;
    conflict.theirsBy = remote.updatedBy;
    conflict.mineAt = target.record ? target.record->updatedAt : QDateTime();
    FROST_TRY(m_conflicts.put(conflict));
    m_writer.markChanged(remote.type);
    FROST_TRY(promise(target, remote.id));
    FROST_TRY(m_writer.audit().append(m_actor, u"conflict"_s, remote.type, target.id, {}));
    if (target.operation->state == OperationState::Conflict)
        return {};
    FROST_TRY(backToPending(target));
    return m_writer.outbox().transition(target.operation->id, OperationState::Conflict, u"conflict."_s + toString(conflict.conflictType));
}

// Records that refer to theirs may come before anybody has decided; they shall find ours.
Result<> RemoteChanges::promise(const Target &target, const RemoteId &remote)
{
    if (remote.isEmpty())
        return {};
    const auto known = m_links.find(target.schema->type, target.id);
    FROST_TRY(known);
    if (*known)
        return {};
    Link link;
    link.local = target.id;
    link.remote = remote;
    return m_links.store(target.schema->type, link);
}

// Takes an open operation to Pending, from where every end is allowed.
Result<> RemoteChanges::backToPending(const Target &target)
{
    if (!target.operation || target.operation->state == OperationState::Pending)
        return {};
    return m_writer.outbox().transition(target.operation->id, OperationState::Pending);
}

Result<> RemoteChanges::see(const Target &target, const RemoteRecord &remote)
{
    Link link;
    link.local = target.id;
    link.remote = remote.id;
    link.version = remote.version;
    link.createdAt = target.link ? target.link->createdAt : m_clock.now();
    link.syncedAt = m_clock.now();
    return m_links.store(remote.type, link);
}

// A further remote change may answer an open question by itself.
Result<> RemoteChanges::settleConflict(const Target &target, const std::optional<QJsonObject> &result)
{
    if (!target.operation || target.operation->state != OperationState::Conflict)
        return {};
    auto conflict = m_conflicts.openFor(m_connection, target.schema->type, target.id);
    FROST_TRY(conflict);
    if (!*conflict)
        return {};
    m_writer.markChanged(target.schema->type);
    return m_conflicts.resolve((*conflict)->id, result, toString(Strategy::Merge), u"sync"_s);
}

} // namespace frost
