// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/conflictresolver.h"

#include "core/conflict/lawful.h"
#include "core/links/lostids.h"
#include "core/outbox/closedbooks.h"
#include "core/outbox/queueeditor.h"
#include "core/sync/adoption.h"
#include "core/sync/beforedecision.h"
#include "core/sync/books.h"
#include "core/sync/decision.h"
#include "core/sync/keysweep.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
bool isWhatWasSeen(const MergeInput &now, const MergeInput &seen)
{
    return now.base == seen.base && now.mine == seen.mine && now.theirs == seen.theirs;
}
} // namespace

ConflictResolver::ConflictResolver(RecordWriter &writer, ConflictStore &conflicts, Clock &clock, Random &random)
    : m_writer(writer), m_conflicts(conflicts), m_clock(clock), m_random(random)
{
}

Result<Conflict> ConflictResolver::current(qint64 id)
{
    auto conflict = m_conflicts.find(id);
    FROST_TRY(conflict);
    if (!*conflict)
        return fail(ErrorKind::NotFound, u"conflict.unknown"_s, {QString::number(id)});
    if (!(*conflict)->open)
        return **std::move(conflict);
    auto store = m_writer.database().objectStore((*conflict)->type);
    FROST_TRY(store);
    const auto record = store->get((*conflict)->record);
    FROST_TRY(record);
    if (*record) {
        (*conflict)->versions.mine = (*record)->deleted ? std::nullopt : std::optional((*record)->body);
        (*conflict)->mineAt = (*record)->updatedAt;
    }
    auto held = heldElsewhere(m_writer, m_conflicts, **conflict, m_clock, m_random);
    FROST_TRY(held);
    (*conflict)->versions.elsewhere = *std::move(held);
    const auto closedTo = booksClosedTo(m_writer.database(), store->schema());
    FROST_TRY(closedTo);
    (*conflict)->versions.closedTo = *closedTo;
    return **std::move(conflict);
}

Result<MergeResult> ConflictResolver::compare(const Conflict &conflict)
{
    return merge(*m_writer.database().schema().find(conflict.type), conflict.versions);
}

Result<std::optional<QJsonObject>> ConflictResolver::decided(const Conflict &conflict, Strategy strategy,
                                                             const std::optional<QJsonObject> &manual)
{
    const auto &schema = *m_writer.database().schema().find(conflict.type);
    StrategyInput input{conflict.versions, conflict.mineAt, conflict.theirsAt, {}};
    if (manual) {
        auto body = normalise(schema, *manual, [this] { return m_random.uuid(); });
        FROST_TRY(body);
        if (const auto unknown = unknownFields(schema, *body); !unknown.isEmpty())
            return fail(ErrorKind::Invalid, u"record.invalid"_s, {unknown.first() + u": field.unknown"_s});
        input.manual = *std::move(body);
    }
    auto result = decide(schema, strategy, input);
    FROST_TRY(result);
    FROST_TRY(checkLawful(schema, conflict.versions, *result));
    const auto &versions = conflict.versions;
    // A pull takes theirs as it is, too; mine is like that in somebody's books.
    if (!*result || *result == versions.theirs || (*result == versions.mine && !versions.elsewhere.isEmpty()))
        return result;
    auto derived = derive(schema, **result);
    FROST_TRY(derived);
    if (const auto problems = validate(schema, *derived); !problems.isEmpty())
        return fail(problemsError(problems));
    return std::optional(*std::move(derived));
}

Result<Record> ConflictResolver::resolve(qint64 id, const Resolution &resolution, const Actor &actor)
{
    const auto known = m_conflicts.find(id);
    FROST_TRY(known);
    if (*known && (*known)->open && (*known)->isRefusal() && resolution.strategy == Strategy::KeepBoth)
        return renumberRefused(**known, resolution.number, actor);
    if (*known && (*known)->open && (*known)->isRefusal())
        return settleRefusal(**known, resolution.strategy, actor);
    auto transaction = Transaction::begin(m_writer.database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    // Another process may have connected the company since the last edit.
    FROST_TRY(m_writer.reloadConnections());
    const auto conflict = current(id);
    FROST_TRY(conflict);
    if (!conflict->open)
        return fail(ErrorKind::Rejected, u"conflict.resolved"_s, {QString::number(id)});
    if (resolution.seen && !isWhatWasSeen(conflict->versions, *resolution.seen))
        return fail(ErrorKind::Conflict, u"merge.changedMeanwhile"_s, {QString::number(id)});
    const auto operation = m_writer.outbox().open(conflict->connection, conflict->type, conflict->record);
    FROST_TRY(operation);
    if (!*operation)
        return fail(ErrorKind::Corrupt, u"conflict.withoutOperation"_s, {QString::number(id)});
    auto record = resolution.strategy == Strategy::KeepBoth ? keepBoth(*conflict, **operation, resolution.number, actor)
                                                            : carryOut(*conflict, **operation, resolution, actor);
    FROST_TRY(record);
    FROST_TRY(transaction->commit());
    return record;
}

Result<Record> ConflictResolver::carryOut(const Conflict &conflict, const Operation &operation, const Resolution &resolution,
                                          const Actor &actor)
{
    const auto strategy = resolution.strategy;
    const auto result = decided(conflict, strategy, resolution.manual);
    FROST_TRY(result);
    Links links(m_writer.database().sql(), conflict.connection, m_clock, m_random);
    auto before = BeforeDecision::take(m_writer, links, conflict, operation);
    FROST_TRY(before);
    FROST_TRY(adopt(conflict, *result, links));
    Actor merging = actor;
    merging.source = Source::Merge;
    const auto priority = strategy == Strategy::ClientWins ? Priority::High : Priority::Normal;
    auto record = write(conflict, *result, merging, priority);
    FROST_TRY(record);
    FROST_TRY(settle(operation, conflict, *result, links, actor, priority));
    if (*before)
        FROST_TRY((*before)->takeAfter(m_writer, links, conflict));
    const auto &schema = *m_writer.database().schema().find(conflict.type);
    auto versions = conflict.versions;
    versions.pins = resolution.seen ? resolution.seen->pins : RowPins();
    const auto decisions = resolution.decisions.isEmpty() ? impliedDecisions(schema, versions, *result) : resolution.decisions;
    FROST_TRY(m_conflicts.resolve(conflict.id, {conflict.versions.mine, conflict.mineAt, *result, toString(strategy),
                                                actor.user.toString(), decisions, operation.id, versions.pins,
                                                *before ? (*before)->toJson() : QJsonObject()}));
    m_writer.markChanged(conflict.type); // "mine" writes nothing, and is to be sent all the same
    FROST_TRY(m_writer.audit().append(merging, u"resolve"_s, conflict.type, conflict.record,
                                      {{u"strategy"_s, toString(strategy)}, {u"conflict"_s, conflict.id}, {u"decisions"_s, toJson(decisions)}}));
    return record;
}

Result<std::optional<KeepBoth::Offer>> ConflictResolver::keepBothOffer(const Conflict &conflict)
{
    return KeepBoth(m_writer, m_conflicts, m_clock, m_random).offer(conflict);
}

Result<Record> ConflictResolver::keepBoth(const Conflict &conflict, const Operation &operation, const QString &number,
                                          const Actor &actor)
{
    Actor merging = actor;
    merging.source = Source::Merge;
    Links links(m_writer.database().sql(), conflict.connection, m_clock, m_random);
    auto before = BeforeDecision::take(m_writer, links, conflict, operation);
    FROST_TRY(before);
    auto kept = KeepBoth(m_writer, m_conflicts, m_clock, m_random).carryOut(conflict, operation, number, merging);
    FROST_TRY(kept);
    if (*before) {
        (*before)->second = kept->theirs;
        FROST_TRY((*before)->takeAfter(m_writer, links, conflict));
    }
    const auto strategy = toString(Strategy::KeepBoth);
    FROST_TRY(m_conflicts.resolve(conflict.id, {conflict.versions.mine, conflict.mineAt, kept->mine.body, strategy, actor.user.toString(),
                                                {}, operation.id, {}, *before ? (*before)->toJson() : QJsonObject()}));
    m_writer.markChanged(conflict.type);
    FROST_TRY(m_writer.audit().append(merging, u"resolve"_s, conflict.type, conflict.record,
                                      {{u"strategy"_s, strategy}, {u"conflict"_s, conflict.id}}));
    return kept->mine;
}

//! As an edit of its number would do: what was refused is sent again, changed.
Result<Record> ConflictResolver::renumberRefused(const Conflict &conflict, const QString &number, const Actor &actor)
{
    auto transaction = Transaction::begin(m_writer.database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(m_writer.reloadConnections());
    auto kept = KeepBoth(m_writer, m_conflicts, m_clock, m_random).carryOut(conflict, {}, number, actor);
    FROST_TRY(kept);
    FROST_TRY(transaction->commit());
    return kept->mine;
}

Result<Record> ConflictResolver::settleRefusal(const Conflict &conflict, Strategy strategy, const Actor &actor)
{
    if (strategy != Strategy::ClientWins && strategy != Strategy::ServerWins)
        return fail(ErrorKind::Usage, u"conflict.oneSided"_s, {QString::number(conflict.id)});
    const auto failed = m_writer.outbox().failed(conflict.connection, conflict.type, conflict.record);
    FROST_TRY(failed);
    if (failed->isEmpty())
        return fail(ErrorKind::Corrupt, u"conflict.withoutOperation"_s, {QString::number(conflict.id)});
    QueueEditor queue(m_writer, m_clock, m_random);
    for (const auto &operation : *failed) { // the record's own, and a step of it
        const auto now = m_writer.outbox().find(operation.id);
        FROST_TRY(now);
        if (!*now || (*now)->state != OperationState::Failed)
            continue; // it went with the one before
        if (strategy == Strategy::ClientWins)
            FROST_TRY(queue.retry(operation.id, actor));
        else
            FROST_TRY(queue.discard(operation.id, actor));
    }
    auto store = m_writer.database().objectStore(conflict.type);
    FROST_TRY(store);
    const auto record = store->get(conflict.record);
    FROST_TRY(record);
    if (!*record)
        return fail(ErrorKind::NotFound, u"record.unknown"_s, {conflict.type.toString(), conflict.record.toString()});
    return **record;
}

Result<Record> ConflictResolver::write(const Conflict &conflict, const std::optional<QJsonObject> &result, const Actor &actor,
                                       Priority priority)
{
    RecordWriter::Change change;
    change.type = conflict.type;
    change.id = conflict.record;
    change.deleted = !result;
    change.updatedBy = actor.user.toString();
    if (result) {
        change.body = *result;
    } else { // a tombstone keeps the last body it had here
        auto store = m_writer.database().objectStore(conflict.type);
        FROST_TRY(store);
        const auto last = store->get(conflict.record);
        FROST_TRY(last);
        if (*last)
            change.body = (*last)->body;
    }
    return m_writer.write(change, actor, conflict.connection, priority);
}

// Either both sides say the same now, or the decision is still to be sent.
Result<> ConflictResolver::settle(const Operation &operation, const Conflict &conflict, const std::optional<QJsonObject> &result,
                                  Links &links, const Actor &actor, Priority priority)
{
    auto &outbox = m_writer.outbox();
    const auto &schema = *m_writer.database().schema().find(conflict.type);
    if (sameState(schema, result, conflict.versions.theirs)) {
        FROST_TRY(links.dropBase(conflict.type, conflict.record));
        return outbox.transition(operation.id, OperationState::Completed, u"resolved"_s);
    }
    FROST_TRY(outbox.transition(operation.id, OperationState::Pending));
    // The remote may have lost the record, or never had it under our id: what follows is what is true now.
    const auto link = links.find(conflict.type, conflict.record);
    FROST_TRY(link);
    const auto kind = !result ? OperationKind::Delete : *link ? OperationKind::Update : OperationKind::Create;
    return outbox.enqueue(conflict.connection, conflict.type, conflict.record, kind, priority, actor.user);
}

// From now on the remote's state of the conflict is the common base: what is sent is based on its version.
Result<> ConflictResolver::adopt(const Conflict &conflict, const std::optional<QJsonObject> &result, Links &links)
{
    const auto &theirs = conflict.versions.theirs;
    if (!theirs && tellsOfNoTrace(conflict.theirsVersion)) {
        // The remote knows nothing of it, not even a tombstone: if it is to live, it is made anew. If not, what was lost there is
        // looked for once more, for a loss is not always one.
        FROST_TRY(links.dropBase(conflict.type, conflict.record));
        if (result)
            return endLostLink(links, conflict.type, conflict.record);
        if (!conflict.theirsVersion.isEmpty())
            return links.remove(conflict.type, conflict.record); // its id may be another's tomorrow
        return conflict.conflictType == ConflictType::MissingEntity ? KeySweep::demand(links) : Result<>();
    }
    auto known = links.find(conflict.type, conflict.record);
    FROST_TRY(known);
    Link link = *known ? **known : Link();
    if (!*known)
        link.createdAt = m_clock.now();
    link.local = conflict.record;
    link.remote = conflict.remote;
    link.version = conflict.theirsVersion;
    link.syncedAt = m_clock.now();
    FROST_TRY(links.store(conflict.type, link));
    return theirs ? links.setBase(conflict.type, conflict.record, *theirs) : links.dropBase(conflict.type, conflict.record);
}

} // namespace frost
