// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/recordeditor.h"

#include "core/outbox/bodycomposer.h"
#include "core/outbox/permissions.h"
#include "core/outbox/referring.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Error unknownRecord(const EntityType &type, const LocalId &id)
{
    return {ErrorKind::NotFound, u"record.unknown"_s, {type.toString(), id.toString()}, {}, {}};
}

Error closedRecord(const EntityType &type, const LocalId &id, const Field &step)
{
    return {ErrorKind::Rejected, u"record.closed"_s, {type.toString(), id.toString(), step.name}, {}, {}};
}

//! True where nothing changes but steps that are set, and what stays open: what is booked may still be cancelled, and be
//! told to have been sent.
bool isStepOnly(const EntitySchema &schema, const QJsonObject &before, const QJsonObject &after)
{
    auto stepped = withoutDerived(schema, before);
    for (const auto &field : schema.fields) {
        if (isStep(field) && after.value(field.name).toBool())
            stepped.insert(field.name, true);
        else if (field.staysOpen && after.contains(field.name))
            stepped.insert(field.name, after.value(field.name));
    }
    return stepped == withoutDerived(schema, after);
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
    auto transaction = begin(type, OperationKind::Create);
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
    auto transaction = begin(type, OperationKind::Update);
    FROST_TRY(transaction);
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    const auto stored = store->get(id);
    FROST_TRY(stored);
    if (!*stored)
        return fail(unknownRecord(type, id));
    if ((*stored)->deleted)
        return fail(ErrorKind::Rejected, u"record.deleted"_s, {type.toString(), id.toString()});
    BodyComposer composer(m_writer.database(), m_random);
    const auto body = composer.compose(store->schema(), id, patch, &**stored);
    FROST_TRY(body);
    if (const auto *step = closedBy(store->schema(), (*stored)->body);
        step && !isStepOnly(store->schema(), (*stored)->body, *body))
        return fail(closedRecord(type, id, *step));
    auto record = m_writer.write(
        {.type = type, .id = id, .body = *body, .updatedBy = actor.user.toString(), .updatedAt = {}}, actor);
    FROST_TRY(record);
    FROST_TRY(transaction->commit());
    return record;
}

Result<Record> RecordEditor::remove(const EntityType &type, const LocalId &id, const Actor &actor)
{
    auto transaction = begin(type, OperationKind::Delete);
    FROST_TRY(transaction);
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    auto stored = store->get(id);
    FROST_TRY(stored);
    if (!*stored)
        return fail(unknownRecord(type, id));
    if ((*stored)->deleted)
        return **std::move(stored);
    if (const auto *step = closedBy(store->schema(), (*stored)->body))
        return fail(closedRecord(type, id, *step));
    FROST_TRY(refuseIfReferred(type, id));
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

Result<Record> RecordEditor::restore(const EntityType &type, const LocalId &id, const Actor &actor)
{
    auto transaction = begin(type, OperationKind::Update);
    FROST_TRY(transaction);
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    auto stored = store->get(id);
    FROST_TRY(stored);
    if (!*stored)
        return fail(unknownRecord(type, id));
    if (!(*stored)->deleted)
        return **std::move(stored);
    BodyComposer composer(m_writer.database(), m_random);
    FROST_TRY(composer.checkRevived(store->schema(), id, (*stored)->body));
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
        FROST_TRY(requirePermission(type, OperationKind::Create));
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

Result<> RecordEditor::requirePermission(const EntityType &type, OperationKind kind) const
{
    return frost::requirePermission(m_permissions, permissionFor(type, kind));
}

Result<Transaction> RecordEditor::begin(const EntityType &type, OperationKind kind)
{
    FROST_TRY(m_writer.database().objectStore(type));
    FROST_TRY(requirePermission(type, kind));
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
    return m_writer.write({.type = type, .id = id, .body = *body, .updatedBy = actor.user.toString(), .updatedAt = {}},
                          actor);
}

Result<> RecordEditor::refuseIfReferred(const EntityType &type, const LocalId &id)
{
    const Schema &schema = m_writer.database().schema();
    for (const auto &[referring, path] : referringFields(schema, *schema.find(type))) {
        qint64 count = 0;
        FROST_TRY(forEachReferring(m_writer.database(), {referring, path}, type, id, [&](const Record &) { ++count; }));
        if (count > 0)
            return fail(ErrorKind::Rejected, u"record.referenced"_s,
                        {type.toString(), id.toString(), referring.toString(), QString::number(count)});
    }
    return {};
}

} // namespace frost
