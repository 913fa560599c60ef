// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/recordeditor.h"

#include "core/conflict/content.h"
#include "core/links/lostids.h"
#include "core/outbox/bodycomposer.h"
#include "core/outbox/closedbooks.h"
#include "core/outbox/permissions.h"
#include "core/outbox/referring.h"
#include "core/outbox/steps.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Error unknownRecord(const EntityType &type, const LocalId &id)
{
    return {ErrorKind::NotFound, u"record.unknown"_s, {type.toString(), id.toString()}, {}, {}};
}

//! Problems of one record among many, by its place.
Error atPlace(Error error, qsizetype place)
{
    if (error.kind == ErrorKind::Invalid) {
        for (auto &arg : error.args)
            arg.prepend(u"[%1]."_s.arg(place));
    }
    return error;
}

} // namespace

RecordEditor::RecordEditor(RecordWriter &writer, Clock &clock, Random &random)
    : m_writer(writer), m_clock(clock), m_random(random)
{ }

Result<Record> RecordEditor::create(const EntityType &type, const QJsonObject &body, const Actor &actor)
{
    auto transaction = begin(type, permissionFor(type, OperationKind::Create));
    FROST_TRY(transaction);
    BodyComposer composer(m_writer.database(), m_random);
    auto record = make(composer, type, LocalId(newLocalId(m_clock, m_random)), body, actor);
    FROST_TRY(record);
    FROST_TRY(transaction->commit());
    return record;
}

Result<Record> RecordEditor::update(const EntityType &type, const LocalId &id, const QJsonObject &patch,
                                    const Actor &actor)
{
    return updateFrom(type, id, [&](const Record &) { return Result<QJsonObject>(patch); }, actor);
}

Result<Record> RecordEditor::updateFrom(const EntityType &type, const LocalId &id, const PatchFrom &patch, const Actor &actor)
{
    return change(type, id, patch, Tombstone::Refused, actor);
}

Result<Record> RecordEditor::revive(const EntityType &type, const LocalId &id, const QJsonObject &patch,
                                    const Actor &actor)
{
    return reviveFrom(type, id, [&](const Record &) { return Result<QJsonObject>(patch); }, actor);
}

Result<Record> RecordEditor::reviveFrom(const EntityType &type, const LocalId &id, const PatchFrom &patch, const Actor &actor)
{
    return change(type, id, patch, Tombstone::Revived, actor);
}

Result<Record> RecordEditor::change(const EntityType &type, const LocalId &id, const PatchFrom &patch,
                                    Tombstone tombstone, const Actor &actor)
{
    auto transaction = begin(type, permissionFor(type, OperationKind::Update));
    FROST_TRY(transaction);
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    const auto stored = tombstone == Tombstone::Revived ? known(*store, id) : live(*store, id);
    FROST_TRY(stored);
    const auto wanted = patch(*stored);
    FROST_TRY(wanted);
    BodyComposer composer(m_writer.database(), m_random);
    const auto body = composer.compose(store->schema(), id, *wanted, &*stored);
    FROST_TRY(body);
    if (stored->deleted)
        FROST_TRY(composer.checkRevived(store->schema(), id, *body));
    if (*body != stored->body) // an import may say again what is there
        FROST_TRY(refuseIfLocked(store->schema(), id));
    const auto before = stored->deleted ? std::nullopt : std::optional(stored->body); // what comes back is made anew
    if (stored->deleted) // and as what it was, where it was in the books
        FROST_TRY(mayChange(store->schema(), id, stored->body, *body, QDate()));
    FROST_TRY(refuseIfClosed(store->schema(), id, before, *body));
    auto record = m_writer.write(
        {.type = type, .id = id, .body = *body, .updatedBy = actor.user.toString(), .updatedAt = {}}, actor);
    FROST_TRY(record);
    FROST_TRY(transaction->commit());
    return record;
}

Result<Record> RecordEditor::remove(const EntityType &type, const LocalId &id, const Actor &actor,
                                    const std::function<Result<>()> &mayStill)
{
    auto transaction = begin(type, permissionFor(type, OperationKind::Delete));
    FROST_TRY(transaction);
    if (mayStill)
        FROST_TRY(mayStill());
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    auto stored = store->get(id);
    FROST_TRY(stored);
    if (!*stored)
        return fail(unknownRecord(type, id));
    if ((*stored)->deleted)
        return **std::move(stored);
    if (const auto may = refuseIfClosed(store->schema(), id, (*stored)->body, std::nullopt); !may) {
        const auto nowhere = isNowhereElse(type, id);
        FROST_TRY(nowhere);
        if (!*nowhere)
            return fail(may.error());
    }
    FROST_TRY(refuseIfLocked(store->schema(), id));
    FROST_TRY(refuseIfReferred(m_writer.database(), type, id));
    auto record = m_writer.write({.type = type,
                                  .id = id,
                                  .body = (*stored)->body,
                                  .deleted = true,
                                  .updatedBy = actor.user.toString(),
                                  .updatedAt = {}},
                                 actor);
    FROST_TRY(record);
    FROST_TRY(transaction->commit());
    return record;
}

Result<Record> RecordEditor::erase(const EntityType &type, const LocalId &id, const Actor &actor)
{
    auto transaction = begin(type, permissionFor(type, OperationKind::Delete));
    FROST_TRY(transaction);
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    const auto stored = known(*store, id);
    FROST_TRY(stored);
    if (!stored->deleted)
        return fail(ErrorKind::Rejected, u"record.notDeleted"_s, {type.toString(), id.toString()});
    FROST_TRY(mayChange(store->schema(), id, stored->body, std::nullopt, QDate())); // was in the books, and has to be kept
    FROST_TRY(refuseIfInConflict(type, id));
    auto record = m_writer.write({.type = type, .id = id, .body = {}, .deleted = true, .updatedBy = actor.user.toString(), .updatedAt = {}}, actor);
    FROST_TRY(record);
    FROST_TRY(transaction->commit());
    return record;
}

Result<Record> RecordEditor::restore(const EntityType &type, const LocalId &id, const Actor &actor)
{
    auto transaction = begin(type, permissionFor(type, OperationKind::Update));
    FROST_TRY(transaction);
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    auto stored = store->get(id);
    FROST_TRY(stored);
    if (!*stored)
        return fail(unknownRecord(type, id));
    if (!(*stored)->deleted)
        return **std::move(stored);
    if ((*stored)->isErased())
        return fail(ErrorKind::Rejected, u"record.erased"_s, {type.toString(), id.toString()});
    BodyComposer composer(m_writer.database(), m_random);
    FROST_TRY(composer.checkRevived(store->schema(), id, (*stored)->body));
    FROST_TRY(refuseIfClosed(store->schema(), id, std::nullopt, (*stored)->body));
    auto record = m_writer.write(
        {.type = type, .id = id, .body = (*stored)->body, .updatedBy = actor.user.toString(), .updatedAt = {}}, actor);
    FROST_TRY(record);
    FROST_TRY(transaction->commit());
    return record;
}

Result<QList<Record>> RecordEditor::createAll(const QList<std::pair<EntityType, QJsonObject>> &bodies,
                                              const Actor &actor)
{
    BodyComposer composer(m_writer.database(), m_random);
    QList<LocalId> ids;
    for (const auto &[type, body] : bodies) {
        FROST_TRY(requirePermission(m_permissions, permissionFor(type, OperationKind::Create)));
        const auto preset = body.value("localId"_L1).toString();
        ids.append(LocalId(preset.isEmpty() ? newLocalId(m_clock, m_random) : preset));
        composer.announce(type, ids.last());
    }
    auto transaction = Transaction::begin(m_writer.database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(m_writer.reloadConnections());
    QList<Record> records;
    records.reserve(bodies.size());
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        auto record = make(composer, bodies[i].first, ids[i], bodies[i].second, actor);
        if (!record)
            return fail(atPlace(std::move(record).error(), i));
        records.append(*std::move(record));
    }
    FROST_TRY(transaction->commit());
    return records;
}

Result<Record> RecordEditor::step(const EntityType &type, const LocalId &id, const QString &name,
                                  const std::optional<QJsonObject> &seen, const Actor &actor)
{
    return takeStep(type, id, name, {seen, {}}, actor);
}

Result<Record> RecordEditor::correct(const EntityType &type, const LocalId &id, const QString &name, const QJsonObject &instead,
                                     const Actor &actor)
{
    return takeStep(type, id, name, {{}, instead}, actor);
}

Result<Record> RecordEditor::takeStep(const EntityType &type, const LocalId &id, const QString &name, const StepBodies &bodies,
                                      const Actor &actor)
{
    const auto *schema = m_writer.database().schema().find(type);
    if (!schema)
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()});
    const auto known = schema->requireStep(name);
    FROST_TRY(known);
    const BusinessStep *step = *known;
    auto transaction = begin(type, permissionFor(type, *step));
    FROST_TRY(transaction);
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    auto stored = live(*store, id);
    FROST_TRY(stored);
    if (bodies.seen && seenHash(*schema, *bodies.seen) != seenHash(*schema, stored->body))
        return fail(ErrorKind::Conflict, u"step.changed"_s, {type.toString(), id.toString()});
    FROST_TRY(refuseIfInConflict(type, id));
    auto record = step->copy ? copy(*schema, *step, *stored, bodies.instead, actor) : take(*schema, *step, *std::move(stored), actor);
    FROST_TRY(record);
    FROST_TRY(transaction->commit());
    return record;
}

Result<Record> RecordEditor::copy(const EntitySchema &schema, const BusinessStep &step, const Record &stored,
                                  const QJsonObject &instead, const Actor &actor)
{
    FROST_TRY(mayTake(step, stored.body));
    if (step.copy->rebooks) {
        const auto made = copyOfRecord(m_writer.database(), schema, stored.id);
        FROST_TRY(made);
        if (*made)
            return fail(ErrorKind::Rejected, u"step.corrected"_s, {step.name, (*made)->toString()});
    }
    BodyComposer composer(m_writer.database(), m_random);
    auto body = copyOf(schema, step, stored.body, stored.id, m_clock.now().toLocalTime().date());
    return make(composer, schema.type, LocalId(newLocalId(m_clock, m_random)), bookingInstead(schema, step, std::move(body), instead),
                actor);
}

//! Whatever waits already is taken before: the person has seen that it waits.
Result<Record> RecordEditor::take(const EntitySchema &schema, const BusinessStep &step, Record stored, const Actor &actor)
{
    const auto waiting = m_writer.outbox().steps(schema.type, stored.id);
    FROST_TRY(waiting);
    Record expected = stored;
    expected.body = withSteps(schema, expected.body, *waiting);
    if (isTaken(step, expected.body))
        return fail(ErrorKind::Rejected, u"step.taken"_s, {step.name});
    FROST_TRY(mayTake(step, expected.body));
    BodyComposer composer(m_writer.database(), m_random);
    const auto body = composer.compose(schema, stored.id, step.sets, &expected);
    FROST_TRY(body);
    FROST_TRY(refuseIfClosed(schema, stored.id, expected.body, *body));
    const auto taker = takerOf(schema.type, stored);
    FROST_TRY(taker);
    if (!*taker && !waiting->isEmpty()) // what waits is not taken by the way
        return fail(ErrorKind::Rejected, u"record.locked"_s, {schema.type.toString(), stored.id.toString(), waiting->first().step});
    if (!*taker)
        return m_writer.write({.type = schema.type,
                               .id = stored.id,
                               .body = *body,
                               .updatedBy = actor.user.toString(),
                               .updatedAt = {}},
                              actor);
    FROST_TRY(m_writer.outbox().enqueueStep(**taker, schema.type, stored.id, step, seenHash(schema, expected.body),
                                            actor.user));
    FROST_TRY(m_writer.audit().append(actor, u"step"_s, schema.type, stored.id, {{u"step"_s, step.name}}));
    m_writer.markChanged(schema.type);
    return stored;
}

//! The connection that takes the record's steps: the main one, whose real ids and numbers are the record's. nullopt: it does
//! not have the record, and is not going to.
Result<std::optional<ConnectionId>> RecordEditor::takerOf(const EntityType &type, const Record &record)
{
    const auto connections = Connections(m_writer.database().sql(), m_clock).list();
    FROST_TRY(connections);
    if (connections->isEmpty())
        return std::optional<ConnectionId>();
    const auto &main = connections->first().id;
    const auto rules = rulesOf(m_writer.database(), main).value_or(SyncRules()); // as RecordWriter::reloadConnections
    if (!rules.of(type).pushes())
        return std::optional<ConnectionId>();
    const auto link = Links(m_writer.database().sql(), main, m_clock, m_random).find(type, record.id);
    FROST_TRY(link);
    const auto open = m_writer.outbox().open(main, type, record.id);
    FROST_TRY(open);
    return (*link && (*link)->syncedAt.isValid()) || *open ? std::optional(main) : std::optional<ConnectionId>();
}

//! Errors: NotFound "record.unknown" [type, id].
Result<Record> RecordEditor::known(ObjectStore &store, const LocalId &id)
{
    auto stored = store.get(id);
    FROST_TRY(stored);
    if (!*stored)
        return fail(unknownRecord(store.schema().type, id));
    return **std::move(stored);
}

//! Errors: as known(), and Rejected "record.deleted" [type, id].
Result<Record> RecordEditor::live(ObjectStore &store, const LocalId &id)
{
    auto stored = known(store, id);
    FROST_TRY(stored);
    if (stored->deleted)
        return fail(ErrorKind::Rejected, u"record.deleted"_s, {store.schema().type.toString(), id.toString()});
    return stored;
}

// What the books have refused to take and no other remote has, nor may have in a moment: it was never in any books, so it may go.
Result<bool> RecordEditor::isNowhereElse(const EntityType &type, const LocalId &id)
{
    const auto refused = m_writer.outbox().isRefusedCreate(type, id);
    FROST_TRY(refused);
    if (!*refused)
        return false;
    const auto connections = Connections(m_writer.database().sql(), m_clock).list();
    FROST_TRY(connections);
    for (const auto &connection : *connections) {
        Links links(m_writer.database().sql(), connection.id, m_clock, m_random);
        const auto link = links.find(type, id);
        FROST_TRY(link);
        const auto lost = lostIdOf(links, type, id);
        FROST_TRY(lost);
        const auto open = m_writer.outbox().open(connection.id, type, id);
        FROST_TRY(open);
        const bool mayArrive = *open && (*open)->sent;
        if (*link || *lost || mayArrive)
            return false;
    }
    return true;
}

Result<> RecordEditor::refuseIfClosed(const EntitySchema &schema, const LocalId &id, const std::optional<QJsonObject> &before,
                                      const std::optional<QJsonObject> &after)
{
    const auto closedTo = booksClosedTo(m_writer.database(), schema);
    FROST_TRY(closedTo);
    return mayChange(schema, id, before, after, *closedTo);
}

Result<> RecordEditor::refuseIfLocked(const EntitySchema &schema, const LocalId &id)
{
    const auto steps = m_writer.outbox().steps(schema.type, id);
    FROST_TRY(steps);
    if (const auto *step = lockedBy(schema, *steps))
        return fail(ErrorKind::Rejected, u"record.locked"_s, {schema.type.toString(), id.toString(), step->step});
    return {};
}

Result<> RecordEditor::refuseIfInConflict(const EntityType &type, const LocalId &id)
{
    const auto connections = Connections(m_writer.database().sql(), m_clock).list();
    FROST_TRY(connections);
    for (const auto &connection : *connections) {
        const auto open = m_writer.outbox().open(connection.id, type, id);
        FROST_TRY(open);
        if (*open && (*open)->state == OperationState::Conflict)
            return fail(ErrorKind::Rejected, u"record.inConflict"_s, {type.toString(), id.toString()});
    }
    return {};
}

Result<Transaction> RecordEditor::begin(const EntityType &type, const QString &permission)
{
    FROST_TRY(m_writer.database().objectStore(type));
    FROST_TRY(requirePermission(m_permissions, permission));
    auto transaction = Transaction::begin(m_writer.database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    // Another process may have connected the company since the last edit.
    FROST_TRY(m_writer.reloadConnections());
    return transaction;
}

Result<Record> RecordEditor::make(BodyComposer &composer, const EntityType &type, const LocalId &id,
                                  const QJsonObject &input, const Actor &actor)
{
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    const auto taken = store->get(id);
    FROST_TRY(taken);
    if (*taken)
        return fail(ErrorKind::Conflict, u"store.exists"_s, {id.toString()});
    const auto body = composer.compose(store->schema(), id, input, nullptr);
    FROST_TRY(body);
    FROST_TRY(refuseIfClosed(store->schema(), id, std::nullopt, *body));
    return m_writer.write({.type = type, .id = id, .body = *body, .updatedBy = actor.user.toString(), .updatedAt = {}},
                          actor);
}

} // namespace frost
