// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/queueeditor.h"

#include "core/outbox/bodycomposer.h"
#include "core/outbox/steps.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> notWaiting(const Operation &operation)
{
    return fail(ErrorKind::Rejected, u"operation.notWaiting"_s, {toString(operation.state)});
}

bool isWaiting(const Operation &operation)
{
    return operation.state == OperationState::Pending || operation.state == OperationState::Failed;
}

} // namespace

QueueEditor::QueueEditor(RecordWriter &writer, Clock &clock, Random &random)
    : m_writer(writer), m_clock(clock), m_random(random)
{ }

Result<QueueEditor::Prospect> QueueEditor::prospect(qint64 id)
{
    auto operation = require(id);
    FROST_TRY(operation);
    if (!isWaiting(*operation))
        return notWaiting(*operation);
    const auto record = recordOf(*operation);
    FROST_TRY(record);
    const auto known = isKnownThere(*operation);
    FROST_TRY(known);
    Prospect prospect{*std::move(operation), Discard::KeepUnsent, record->body, record->body};
    if (prospect.operation.kind == OperationKind::Step) {
        prospect.discard = Discard::DropStep;
        return prospect;
    }
    if (!*known || record->isErased()) // nothing of it is left to bring back
        return prospect;
    if (record->deleted) {
        prospect.discard = Discard::UndoDeletion;
        return prospect;
    }
    const auto &operationKnown = prospect.operation;
    const auto base = linksOf(operationKnown).base(operationKnown.type, operationKnown.record);
    FROST_TRY(base);
    if (!*base)
        return fail(ErrorKind::Rejected, u"operation.noBase"_s,
                    {operationKnown.type.toString(), operationKnown.record.toString()});
    auto derived = derive(*m_writer.database().schema().find(operationKnown.type), **base);
    FROST_TRY(derived);
    prospect.discard = Discard::UndoChange;
    prospect.after = *std::move(derived);
    return prospect;
}

Result<QueueEditor::Discard> QueueEditor::discard(qint64 id, const Actor &actor)
{
    auto transaction = Transaction::begin(m_writer.database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(m_writer.reloadConnections());
    const auto wanted = prospect(id);
    FROST_TRY(wanted);
    const auto &operation = wanted->operation;
    if (wanted->discard == Discard::UndoChange || wanted->discard == Discard::UndoDeletion) {
        BodyComposer composer(m_writer.database(), m_random);
        const auto &schema = *m_writer.database().schema().find(operation.type);
        FROST_TRY(composer.checkRevived(schema, operation.record, wanted->after));
        // Other connections hear of it as of any change; this one has it already.
        FROST_TRY(m_writer.write({.type = operation.type,
                                  .id = operation.record,
                                  .body = wanted->after,
                                  .updatedBy = actor.user.toString(),
                                  .updatedAt = {}},
                                 actor, operation.connection));
    }
    if (wanted->discard != Discard::DropStep)
        FROST_TRY(end(*wanted, actor));
    FROST_TRY(endSteps(*wanted, actor));
    FROST_TRY(m_writer.audit().append(
        actor, u"discard"_s, operation.type, operation.record,
        {{u"connection"_s, operation.connection.toString()}, {u"operation"_s, toString(operation.kind)}}));
    m_writer.markChanged(operation.type);
    FROST_TRY(transaction->commit());
    return wanted->discard;
}

//! Ends the operation, unless a change from before the deletion is still to be sent.
Result<> QueueEditor::end(const Prospect &prospect, const Actor &actor)
{
    const auto &operation = prospect.operation;
    auto &outbox = m_writer.outbox();
    auto links = linksOf(operation);
    if (prospect.discard == Discard::KeepUnsent) {
        FROST_TRY(links.dropBase(operation.type, operation.record));
        return outbox.transition(operation.id, OperationState::Skipped, u"discarded"_s, {actor.user.toString()});
    }
    const auto base = links.base(operation.type, operation.record);
    FROST_TRY(base);
    const auto &schema = *m_writer.database().schema().find(operation.type);
    const bool same = *base && withoutDerived(schema, **base) == withoutDerived(schema, prospect.after);
    if (!same)
        return outbox.enqueue(operation.connection, operation.type, operation.record, OperationKind::Update,
                              operation.priority, actor.user);
    FROST_TRY(links.dropBase(operation.type, operation.record));
    return outbox.transition(operation.id, OperationState::Cancelled, u"discarded"_s, {actor.user.toString()});
}

//! The discarded step and those after it; behind another operation, from the first that was asked for these very figures,
//! and all where the record is not sent at all.
Result<> QueueEditor::endSteps(const Prospect &prospect, const Actor &actor)
{
    const auto &operation = prospect.operation;
    const auto waiting = m_writer.outbox().steps(operation.type, operation.record);
    FROST_TRY(waiting);
    const auto &schema = *m_writer.database().schema().find(operation.type);
    const auto *locking = lockedBy(schema, *waiting);
    for (const auto &step : *waiting) {
        const bool follows = prospect.discard == Discard::KeepUnsent
                             || (prospect.discard == Discard::DropStep ? step.id >= operation.id
                                                                      : locking && step.id >= locking->id);
        if (follows && isWaiting(step) && step.connection == operation.connection)
            FROST_TRY(m_writer.outbox().transition(step.id, OperationState::Cancelled, u"discarded"_s, {actor.user.toString()}));
    }
    return {};
}

Result<> QueueEditor::retry(qint64 id, const Actor &actor)
{
    auto transaction = Transaction::begin(m_writer.database().sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    const auto operation = require(id);
    FROST_TRY(operation);
    if (operation->state == OperationState::Failed)
        FROST_TRY(m_writer.outbox().transition(id, OperationState::Pending));
    else if (operation->state == OperationState::Pending)
        FROST_TRY(m_writer.outbox().park(id, {}, {}));
    else if (operation->state == OperationState::Skipped)
        FROST_TRY(requeue(*operation, actor));
    else
        return notWaiting(*operation);
    m_writer.markChanged(operation->type);
    return transaction->commit();
}

Result<> QueueEditor::requeue(const Operation &skipped, const Actor &actor)
{
    const auto open = m_writer.outbox().open(skipped.connection, skipped.type, skipped.record);
    FROST_TRY(open);
    const auto record = recordOf(skipped);
    FROST_TRY(record);
    const auto known = isKnownThere(skipped);
    FROST_TRY(known);
    if (*open || *known || record->deleted)
        return {};
    return m_writer.outbox().enqueue(skipped.connection, skipped.type, skipped.record, OperationKind::Create,
                                     skipped.priority, actor.user);
}

Result<Operation> QueueEditor::require(qint64 id)
{
    auto operation = m_writer.outbox().find(id);
    FROST_TRY(operation);
    if (!*operation)
        return fail(ErrorKind::NotFound, u"operation.unknown"_s, {QString::number(id)});
    return **std::move(operation);
}

Result<Record> QueueEditor::recordOf(const Operation &operation)
{
    auto store = m_writer.database().objectStore(operation.type);
    FROST_TRY(store);
    auto record = store->get(operation.record);
    FROST_TRY(record);
    if (!*record)
        return fail(ErrorKind::NotFound, u"record.unknown"_s, {operation.type.toString(), operation.record.toString()});
    return **std::move(record);
}

Result<bool> QueueEditor::isKnownThere(const Operation &operation)
{
    const auto link = linksOf(operation).find(operation.type, operation.record);
    FROST_TRY(link);
    return *link && (*link)->syncedAt.isValid();
}

Links QueueEditor::linksOf(const Operation &operation)
{
    return {m_writer.database().sql(), operation.connection, m_clock, m_random};
}

} // namespace frost
