// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/remotechanges.h"

#include "core/base/json.h"
#include "core/base/logging.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

ConflictType typeOf(const MergeResult &merge, const QString &word)
{
    const auto named = conflictTypeFrom(word);
    if (named == ConflictType::DuplicateKey || named == ConflictType::MissingEntity)
        return *named;
    return merge.type;
}

std::optional<QJsonObject> liveBody(const std::optional<Record> &record)
{
    return record && !record->deleted ? std::optional(record->body) : std::nullopt;
}

} // namespace

RemoteChanges::RemoteChanges(RecordWriter &writer, Links &links, ConflictStore &conflicts, ConnectionId connection,
                             Actor actor, Clock &clock, Random &random)
    : m_writer(writer), m_links(links), m_conflicts(conflicts), m_connection(std::move(connection)),
      m_actor(std::move(actor)), m_clock(clock), m_random(random), m_references(writer.database().schema(), links)
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
    return {};
}

Result<> RemoteChanges::apply(const RemoteRecord &remote, RunCounts &counts, const QString &word)
{
    if (!m_writer.database().schema().find(remote.type)) {
        // A newer remote may know more types than we do; they come with a full pull once our schema has them.
        ++counts.skipped;
        return {};
    }
    auto link = m_links.find(remote.type, remote.id);
    FROST_TRY(link);
    Target target;
    target.schema = m_writer.database().schema().find(remote.type);
    target.link = *std::move(link);
    if (target.link && target.link->syncedAt.isValid() && !remote.version.isEmpty()
        && target.link->version == remote.version && word.isEmpty()) {
        ++counts.skipped; // the echo of our own push, or a page seen before
        return {};
    }
    if (target.link)
        FROST_TRY(load(target, remote.type, target.link->local));
    std::optional<QJsonObject> theirs;
    if (!remote.deleted) {
        auto body = localBody(remote.type, remote.id, remote.body);
        FROST_TRY(body);
        theirs = *std::move(body);
        if (!target.link) {
            const auto twin = localTwin(*target.schema, *theirs);
            FROST_TRY(twin);
            if (*twin)
                FROST_TRY(load(target, remote.type, **twin));
        }
    }
    return reconcile(target, remote, theirs, word, counts);
}

Result<> RemoteChanges::applyDuplicate(const LocalId &record, const RemoteRecord &remote, RunCounts &counts)
{
    Target target;
    FROST_TRY(load(target, remote.type, record));
    const auto known = m_links.find(remote.type, remote.id);
    FROST_TRY(known);
    if (*known && (*known)->syncedAt.isValid()) {
        // Two records here, one name there: only a person can say which of ours it is. Changing the name frees it.
        ++counts.failed;
        return m_writer.outbox().transition(target.operation->id, OperationState::Failed, u"key.taken"_s,
                                            {remote.type.toString(), remote.id.toString()});
    }
    auto theirs = localBody(remote.type, remote.id, remote.body);
    FROST_TRY(theirs);
    return reconcile(target, remote, *theirs, toString(ConflictType::DuplicateKey), counts);
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
                            const Decision &decision, const QString &word, RunCounts &counts)
{
    using Action = Decision::Action;
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
        return see(fresh, remote, theirs);
    }
    case Action::FastForward:
        FROST_TRY(write(target, remote, theirs));
        ++(theirs ? counts.updated : counts.deleted);
        return see(target, remote, theirs);
    case Action::Converge:
        FROST_TRY(settleConflict(target, theirs));
        FROST_TRY(backToPending(target));
        FROST_TRY(outbox.transition(target.operation->id, OperationState::Completed, u"converged"_s));
        FROST_TRY(write(target, remote, theirs));
        FROST_TRY(m_links.dropBase(remote.type, target.id));
        return see(target, remote, theirs);
    case Action::Merge:
        FROST_TRY(settleConflict(target, decision.merge.body));
        FROST_TRY(backToPending(target));
        FROST_TRY(write(target, remote, decision.merge.body));
        if (theirs)
            FROST_TRY(m_links.setBase(remote.type, target.id, *theirs));
        ++counts.merged;
        return see(target, remote, theirs);
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
    conflict.versions = {*base, liveBody(target.record), theirs};
    conflict.fields = merge.openPaths();
    conflict.remote = remote.id;
    conflict.theirsVersion = remote.version;
    conflict.theirsAt = remote.updatedAt;
    conflict.theirsBy = remote.updatedBy;
    conflict.mineAt = target.record ? target.record->updatedAt : QDateTime();
    FROST_TRY(m_conflicts.put(conflict));
    FROST_TRY(m_writer.audit().append(m_actor, u"conflict"_s, remote.type, target.id, {}));
    if (target.operation->state == OperationState::Conflict)
        return {};
    FROST_TRY(backToPending(target));
    return m_writer.outbox().transition(target.operation->id, OperationState::Conflict, u"conflict."_s + toString(conflict.conflictType));
}

// Takes an open operation to Pending, from where every end is allowed.
Result<> RemoteChanges::backToPending(const Target &target)
{
    if (!target.operation || target.operation->state == OperationState::Pending)
        return {};
    return m_writer.outbox().transition(target.operation->id, OperationState::Pending);
}

Result<> RemoteChanges::see(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs)
{
    Link link;
    link.local = target.id;
    link.remote = remote.id;
    link.version = remote.version;
    // The hash recognises known states of remotes that have no versions.
    if (remote.version.isEmpty() && theirs)
        link.hash = contentHash(withoutDerived(*target.schema, *theirs));
    link.generation = target.link ? target.link->generation : 1;
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
    return m_conflicts.resolve((*conflict)->id, result, toString(Strategy::Merge), u"sync"_s);
}

} // namespace frost
