// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/remotechanges.h"

#include "core/base/json.h"
#include "core/links/lostids.h"
#include "core/outbox/closedbooks.h"
#include "core/outbox/referring.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

// What follows from a remote state: decided as a value, then written.

namespace {

constexpr int kBodyDepth = 64; // what came in was bounded by the transport; this only guards the stack

ConflictType typeOf(const MergeResult &merge, const QString &word)
{
    if (!merge.hasConflict())
        return ConflictType::Validation;
    const auto named = conflictTypeFrom(word);
    if (named == ConflictType::DuplicateKey || named == ConflictType::MissingEntity)
        return *named;
    // How the remote noticed it, where both sides have the record.
    if (merge.type == ConflictType::Data && (named == ConflictType::Version || named == ConflictType::Timestamp))
        return *named;
    return merge.type;
}

DecisionKept byItself(const std::optional<QJsonObject> &result, Strategy strategy, const QString &who)
{
    DecisionKept decision;
    decision.result = result;
    decision.strategy = toString(strategy);
    decision.who = who;
    return decision;
}

} // namespace

Result<> RemoteChanges::reconcile(Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                                  const QString &word, RunCounts &counts)
{
    FROST_TRY(meetSteps(target, theirs));
    LocalSide mine;
    mine.exists = target.record.has_value();
    mine.dirty = target.operation.has_value();
    if (target.record) {
        mine.deleted = target.record->deleted;
        mine.body = target.record->body;
    }
    if (target.base)
        mine.base = rulesFor(target).seen(*target.base, mine.body);
    if (mine.dirty) {
        const auto closedTo = booksClosedTo(m_writer.database(), *target.schema);
        FROST_TRY(closedTo);
        target.closedTo = mine.closedTo = *closedTo;
    }
    auto decision = decide(*target.schema, mine, theirs);
    FROST_TRY(decision);
    return act(target, remote, theirs, *decision, word, counts);
}

Result<> RemoteChanges::act(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                            const PullDecision &decision, const QString &word, RunCounts &counts)
{
    using Action = PullDecision::Action;
    switch (decision.action) {
    case Action::Nothing:
        ++counts.skipped;
        return target.record ? see(target, remote) : Result<>();
    case Action::Create: {
        Target fresh = target;
        if (fresh.id.isEmpty())
            fresh.id = LocalId(newLocalId(m_clock, m_random));
        if (!remote.madeAs.isEmpty() && remote.madeAs != fresh.id) {
            FROST_TRY(setMadeAs(m_links, remote.type, fresh.id, remote.madeAs));
            m_hasLostIds = true;
        }
        FROST_TRY(write(fresh, remote, theirs));
        ++counts.created;
        FROST_TRY(keepBase(fresh, theirs));
        return see(fresh, remote);
    }
    case Action::FastForward:
        FROST_TRY(write(target, remote, decision.merge.body));
        ++(theirs ? counts.updated : counts.deleted);
        FROST_TRY(keepBase(target, decision.merge.body));
        return see(target, remote);
    case Action::Converge:
        FROST_TRY(settleConflict(target, theirs));
        return converge(target, remote, theirs);
    case Action::Merge:
        FROST_TRY(tellSettled(target, remote, theirs, decision.merge, byItself(decision.merge.body, Strategy::Merge, u"sync"_s), u"merge"_s));
        return combine(target, remote, decision.merge.body, counts);
    case Action::Ask: {
        const ChangeTimes times{target.record ? target.record->updatedAt : QDateTime(), remote.updatedAt, m_clock.now()};
        MergeInput versions{target.base, target.body(), theirs};
        versions.closedTo = target.closedTo;
        const auto ruled = target.overtaken ? Result<std::optional<Ruled>>(std::nullopt)
                                            : settledByRule(*target.schema, rulesFor(target), versions, decision.merge, times);
        FROST_TRY(ruled);
        if (*ruled)
            return actOnRule(target, remote, theirs, decision.merge, **ruled, counts);
        ++counts.conflicts;
        return ask(target, remote, theirs, decision.merge, word);
    }
    }
    return {};
}

// Both sides say the same: nothing is left to send.
Result<> RemoteChanges::converge(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs)
{
    FROST_TRY(backToPending(target));
    FROST_TRY(m_writer.outbox().transition(target.operation->id, OperationState::Completed, u"converged"_s));
    FROST_TRY(write(target, remote, theirs));
    FROST_TRY(m_links.dropBase(remote.type, target.id));
    FROST_TRY(keepBase(target, theirs));
    return see(target, remote);
}

// What both sides say together is ours now, and is sent.
Result<> RemoteChanges::combine(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &both, RunCounts &counts)
{
    FROST_TRY(backToPending(target));
    FROST_TRY(write(target, remote, both));
    if (target.full)
        FROST_TRY(m_links.setBase(remote.type, target.id, *target.full));
    ++counts.merged;
    return see(target, remote);
}

// A conflict that nobody has to be asked about.
Result<> RemoteChanges::actOnRule(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                                  const MergeResult &asked, const Ruled &ruled, RunCounts &counts)
{
    auto decision = byItself(ruled.body, ruled.strategy, u"rule"_s);
    decision.decisions = impliedDecisions(*target.schema, {target.base, target.body(), theirs}, ruled.body);
    FROST_TRY(tellSettled(target, remote, theirs, asked, std::move(decision), u"rule"_s));
    if (sameState(*target.schema, ruled.body, theirs))
        FROST_TRY(converge(target, remote, theirs));
    else
        FROST_TRY(combine(target, remote, ruled.body, counts));
    if (ruled.body && !theirs)
        FROST_TRY(resurrect(target, remote));
    if (!ruled.oursCounts || sameState(*target.schema, ruled.body, theirs))
        return {};
    const auto open = m_writer.outbox().open(m_connection, remote.type, target.id);
    FROST_TRY(open);
    return m_writer.outbox().enqueue(m_connection, remote.type, target.id, (*open)->kind, Priority::High, m_actor.user);
}

// Ours lives on although the remote has deleted it: there it is brought back, or made anew where not even a tombstone is left.
Result<> RemoteChanges::resurrect(const Target &target, const RemoteRecord &remote)
{
    if (!remote.version.isEmpty() && m_terms.versions == Capabilities::Versions::Each)
        return m_links.dropBase(remote.type, target.id);
    FROST_TRY(endLostLink(m_links, remote.type, target.id));
    m_hasLostIds = true;
    return m_writer.outbox().enqueue(m_connection, remote.type, target.id, OperationKind::Create, Priority::Normal, m_actor.user);
}

// Where nothing waits to be sent: what the remote has is remembered as long as it is not what we have (DESIGN.md 3).
Result<> RemoteChanges::keepBase(const Target &target, const std::optional<QJsonObject> &body)
{
    const auto &rules = rulesFor(target);
    if (rules.fields.isEmpty() && !target.base)
        return {}; // they agreed, and theirs has been taken whole
    if (target.full && body && !sameContent(*target.schema, *target.full, *body))
        return m_links.setBase(target.schema->type, target.id, *target.full);
    return m_links.dropBase(target.schema->type, target.id);
}

Result<> RemoteChanges::applyTaken(const EntityType &type, const Record &record, const QByteArray &sent,
                                   const std::optional<RemoteRecord> &answer)
{
    const auto &rules = m_terms.rules.of(type);
    if (!answer && rules.fields.isEmpty())
        return m_links.dropBase(type, record.id);
    const auto &schema = *m_writer.database().schema().find(type);
    auto theirs = answer ? localBody(type, answer->id, answer->body) : parseJsonObject(sent, kBodyDepth);
    FROST_TRY(theirs);
    const QJsonObject ours = answer ? adopted(schema, rules, record.body, *theirs, m_terms.voice) : record.body;
    RecordWriter::Change change{type, record.id, ours, false, record.updatedBy, record.updatedAt};
    if (sameContent(schema, ours, record.body))
        change.news = RecordWriter::Change::News::Form;
    FROST_TRY(m_writer.write(change, m_actor, m_connection));
    if (!sameContent(schema, *theirs, ours))
        return m_links.setBase(type, record.id, *theirs);
    return m_links.dropBase(type, record.id);
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
    if (target.record && sameState(*target.schema, target.body(), body)) {
        if (m_terms.versions == Capabilities::Versions::None)
            return {}; // ours says the same; the ids of its rows are ours alone
        change.news = RecordWriter::Change::News::Form;
    }
    FROST_TRY(m_writer.write(change, m_actor, m_connection));
    return {};
}

Result<> RemoteChanges::ask(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                            const MergeResult &merge, const QString &word)
{
    auto conflict = describe(target, remote, theirs, merge);
    FROST_TRY(conflict);
    conflict->conflictType = typeOf(merge, word);
    const auto severity = severityOf(target, theirs, merge, conflict->conflictType);
    FROST_TRY(severity);
    conflict->severity = *severity;
    FROST_TRY(m_conflicts.put(*conflict));
    m_writer.markChanged(remote.type);
    FROST_TRY(promise(target, remote.id));
    FROST_TRY(m_writer.audit().append(m_actor, u"conflict"_s, remote.type, target.id, QJsonObject()));
    if (target.operation->state == OperationState::Conflict)
        return {};
    FROST_TRY(backToPending(target));
    return m_writer.outbox().transition(target.operation->id, OperationState::Conflict, u"conflict."_s + toString(conflict->conflictType));
}

// Nobody is asked, but all four versions can be looked at, and brought back (R-CON-07); an open question about them is answered.
Result<> RemoteChanges::tellSettled(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                                    const MergeResult &merge, DecisionKept decision, const QString &action)
{
    auto conflict = describe(target, remote, theirs, merge);
    FROST_TRY(conflict);
    conflict->conflictType = merge.type;
    conflict->severity = merge.hasConflict() ? merge.severity() : Severity::Low;
    decision.mine = conflict->versions.mine;
    decision.mineAt = conflict->mineAt;
    const auto id = m_conflicts.putSettled(*conflict, decision);
    FROST_TRY(id);
    m_writer.markChanged(remote.type);
    return m_writer.audit().append(m_actor, action, remote.type, target.id,
                                   {{u"conflict"_s, *id}, {u"fields"_s, QJsonArray::fromStringList(merge.openPaths())}});
}

Result<Conflict> RemoteChanges::describe(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                                         const MergeResult &merge)
{
    Conflict conflict;
    conflict.connection = m_connection;
    conflict.type = remote.type;
    conflict.record = target.id;
    auto base = m_links.base(remote.type, target.id);
    FROST_TRY(base);
    conflict.versions = {*base, target.body(), theirs};
    conflict.fields = merge.openPaths();
    conflict.remote = remote.id;
    conflict.theirsVersion = remote.version;
    conflict.theirsAt = remote.updatedAt;
    conflict.theirsBy = remote.updatedBy;
    conflict.mineAt = target.record ? target.record->updatedAt : QDateTime();
    return conflict;
}

// UX.md 1.2 F: a number that is taken, and a customer who is removed while invoices refer to him, outweigh any field.
Result<Severity> RemoteChanges::severityOf(const Target &target, const std::optional<QJsonObject> &theirs, const MergeResult &merge,
                                           ConflictType type)
{
    if (type == ConflictType::DuplicateKey)
        return Severity::Critical;
    if (!theirs && target.record && !target.record->deleted) {
        const auto alone = refuseIfReferred(m_writer.database(), target.schema->type, target.id);
        const bool isNeeded = !alone && alone.error().kind == ErrorKind::Rejected;
        const bool isUnknown = !alone && alone.error().kind == ErrorKind::Corrupt; // another record's damage hides no question
        if (isNeeded || isUnknown)
            return Severity::Critical;
        FROST_TRY(alone);
    }
    return merge.hasConflict() ? merge.severity() : Severity::High; // such a record is refused everywhere
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
    if (remote.deleted && m_terms.versions == Capabilities::Versions::None) // nothing of it is left there
        return m_links.remove(remote.type, target.id);
    Link link;
    link.local = target.id;
    link.remote = remote.id;
    link.version = remote.version.isEmpty() && target.link ? target.link->version : remote.version; // a missing record has none
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
    return m_conflicts.resolve((*conflict)->id, result, toString(Strategy::ServerWins), u"sync"_s);
}

} // namespace frost
