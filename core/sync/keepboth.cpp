// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/keepboth.h"

#include "core/outbox/bodycomposer.h"
#include "core/outbox/freenumber.h"
#include "core/outbox/referring.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

bool refersTo(const EntitySchema &schema, const QJsonObject &body, const EntityType &type, const LocalId &id)
{
    const auto uses = referencesIn(schema, body);
    return std::any_of(uses.begin(), uses.end(),
                       [&](const ReferenceUse &use) { return use.target == type && use.id == id.toString(); });
}

} // namespace

KeepBoth::KeepBoth(RecordWriter &writer, ConflictStore &conflicts, Clock &clock, Random &random)
    : m_writer(writer), m_conflicts(conflicts), m_clock(clock), m_random(random)
{ }

const EntitySchema &KeepBoth::schemaOf(const Conflict &conflict)
{
    return *m_writer.database().schema().find(conflict.type);
}

Result<std::optional<KeepBoth::Offer>> KeepBoth::offer(const Conflict &conflict)
{
    using Offered = std::optional<Offer>;
    const auto *number = numberedField(schemaOf(conflict));
    if (!conflict.open || conflict.conflictType != ConflictType::DuplicateKey || !number)
        return Offered();
    if (!conflict.isRefusal() && !conflict.versions.theirs)
        return Offered();
    const auto record = mine(conflict);
    FROST_TRY(record);
    if (!*record)
        return Offered();
    const auto final = isFinal(conflict, *number, **record);
    FROST_TRY(final);
    if (*final)
        return Offered();
    auto free = freeNumber(m_writer.database(), schemaOf(conflict), (*record)->body);
    FROST_TRY(free);
    const auto &theirs = conflict.versions.theirs;
    if (theirs && !free->isEmpty() && theirs->value(number->name) == *free) { // they gave theirs another one while it was asked about
        free = freeNumber(m_writer.database(), schemaOf(conflict), *theirs);
        FROST_TRY(free);
    }
    return Offered(Offer{*free, number->assignedByRemote});
}

Result<std::optional<Record>> KeepBoth::mine(const Conflict &conflict)
{
    auto store = m_writer.database().objectStore(conflict.type);
    FROST_TRY(store);
    auto record = store->get(conflict.record);
    FROST_TRY(record);
    return *record && (*record)->deleted ? Result<std::optional<Record>>(std::nullopt) : std::move(record);
}

// Known there it is one record with theirs; a number that another remote has given, or has in its books, is not changed.
Result<bool> KeepBoth::isFinal(const Conflict &conflict, const Field &number, const Record &record)
{
    auto &sql = m_writer.database().sql();
    const bool isClosed = closedBy(schemaOf(conflict), record.body);
    const auto connections = Connections(sql, m_clock).list();
    FROST_TRY(connections);
    for (const auto &connection : *connections) {
        const auto link = Links(sql, connection.id, m_clock, m_random).find(conflict.type, conflict.record);
        FROST_TRY(link);
        const bool isThere = *link && (*link)->syncedAt.isValid();
        if (isThere && (connection.id == conflict.connection || number.assignedByRemote || isClosed))
            return true;
    }
    return false;
}

Result<QString> KeepBoth::numberFor(const Conflict &conflict, const QString &wanted)
{
    const auto offered = offer(conflict);
    FROST_TRY(offered);
    if (!*offered)
        return fail(ErrorKind::Rejected, u"keepBoth.oneRecord"_s, {QString::number(conflict.id)});
    const auto number = wanted.isEmpty() || (*offered)->given ? (*offered)->number : wanted;
    if (number.isEmpty())
        return fail(ErrorKind::Usage, u"keepBoth.number"_s, {QString::number(conflict.id)});
    return number;
}

Result<KeepBoth::Parts> KeepBoth::parts(const Conflict &conflict, const QString &number)
{
    const auto wanted = numberFor(conflict, number);
    FROST_TRY(wanted);
    auto record = mine(conflict);
    FROST_TRY(record);
    auto body = renumbered(conflict, **record, *wanted);
    FROST_TRY(body);
    auto theirs = theirsAlone(conflict);
    FROST_TRY(theirs);
    return Parts{**std::move(record), *std::move(body), *std::move(theirs)};
}

Result<KeepBoth::Kept> KeepBoth::carryOut(const Conflict &conflict, const Operation &operation, const QString &number, const Actor &actor)
{
    const auto wanted = numberFor(conflict, number);
    FROST_TRY(wanted);
    const auto record = mine(conflict);
    FROST_TRY(record);
    Links links(m_writer.database().sql(), conflict.connection, m_clock, m_random);
    Kept kept;
    if (!conflict.isRefusal()) {
        auto theirs = takeTheirs(conflict, links, actor);
        FROST_TRY(theirs);
        FROST_TRY(pointToTheirs(conflict, links, *theirs, actor));
        kept.theirs = *std::move(theirs);
        FROST_TRY(m_writer.outbox().transition(operation.id, OperationState::Pending));
    }
    const auto body = renumbered(conflict, **record, *wanted);
    FROST_TRY(body);
    auto written = m_writer.write(
        {.type = conflict.type, .id = conflict.record, .body = *body, .updatedBy = actor.user.toString(), .updatedAt = {}}, actor);
    FROST_TRY(written);
    if ((*record)->body == *body) // sent again all the same
        FROST_TRY(m_writer.outbox().enqueue(conflict.connection, conflict.type, conflict.record, OperationKind::Create, Priority::Normal,
                                            actor.user));
    kept.mine = *std::move(written);
    return kept;
}

Result<QJsonObject> KeepBoth::renumbered(const Conflict &conflict, const Record &record, const QString &number)
{
    const auto &schema = schemaOf(conflict);
    return BodyComposer(m_writer.database(), m_random)
        .compose(schema, record.id, {{numberedField(schema)->name, number}}, &record);
}

//! What is not exchanged stands in theirs as mine has it.
Result<QJsonObject> KeepBoth::theirsAlone(const Conflict &conflict)
{
    const auto rules = rulesOf(m_writer.database(), conflict.connection);
    FROST_TRY(rules);
    return derive(schemaOf(conflict), rules->of(conflict.type).seen(*conflict.versions.theirs, {}));
}

//! Under an id of its own. Its link was promised to mine, which is not known there.
Result<SecondRecord> KeepBoth::takeTheirs(const Conflict &conflict, Links &links, const Actor &actor)
{
    const auto body = theirsAlone(conflict);
    FROST_TRY(body);
    FROST_TRY(links.remove(conflict.type, conflict.record));
    FROST_TRY(links.dropBase(conflict.type, conflict.record));
    const LocalId theirs(newLocalId(m_clock, m_random));
    const auto written = m_writer.write({.type = conflict.type,
                                         .id = theirs,
                                         .body = *body,
                                         .updatedBy = conflict.theirsBy,
                                         .updatedAt = conflict.theirsAt},
                                        actor, conflict.connection);
    FROST_TRY(written);
    Link link;
    link.local = theirs;
    link.remote = conflict.remote;
    link.version = conflict.theirsVersion;
    link.createdAt = link.syncedAt = m_clock.now();
    FROST_TRY(links.store(conflict.type, link));
    SecondRecord made;
    made.id = theirs;
    made.remote = link.remote;
    made.version = link.version;
    made.revisionAfter = written->revision;
    return made;
}

// While it was open, what came from there and refers to theirs found mine.
Result<> KeepBoth::pointToTheirs(const Conflict &conflict, Links &links, SecondRecord &theirs, const Actor &actor)
{
    const Schema &schema = m_writer.database().schema();
    for (const auto &[type, path] : referringFields(schema, schemaOf(conflict))) {
        QList<Record> referring;
        FROST_TRY(forEachReferring(m_writer.database(), {type, path}, conflict.type, conflict.record,
                                   [&](const Record &record) { referring.append(record); }));
        for (const auto &record : std::as_const(referring)) {
            const auto means = meansTheirs(conflict, links, type, record);
            FROST_TRY(means);
            if (*means)
                FROST_TRY(pointToTheirs(conflict, *schema.find(type), record, theirs, actor));
        }
    }
    FROST_TRY(links.redirectBases(conflict.record, theirs.id));
    return m_conflicts.redirectTheirs(conflict.connection, conflict.record, theirs.id);
}

Result<> KeepBoth::pointToTheirs(const Conflict &conflict, const EntitySchema &schema, const Record &record, SecondRecord &theirs,
                                 const Actor &actor)
{
    const auto pointed = [&](const EntityType &target, const QString &id) {
        return target == conflict.type && id == conflict.record.toString() ? theirs.id.toString() : id;
    };
    const auto written = m_writer.write({.type = schema.type,
                                         .id = record.id,
                                         .body = mapReferences(schema, record.body, pointed),
                                         .deleted = record.deleted,
                                         .updatedBy = record.updatedBy,
                                         .updatedAt = record.updatedAt},
                                        actor, conflict.connection);
    FROST_TRY(written);
    if (record.id == theirs.id && schema.type == conflict.type) // it refers to itself
        theirs.revisionAfter = written->revision;
    else
        theirs.pointed.append({schema.type, record.id, written->revision});
    return {};
}

//! Mine was never there, so whatever the other side has agreed to means theirs.
Result<bool> KeepBoth::meansTheirs(const Conflict &conflict, Links &links, const EntityType &type, const Record &record)
{
    const auto &schema = *m_writer.database().schema().find(type);
    const auto link = links.find(type, record.id);
    FROST_TRY(link);
    if (!*link)
        return false;
    const auto base = links.base(type, record.id);
    FROST_TRY(base);
    if (*base)
        return refersTo(schema, **base, conflict.type, conflict.record);
    const auto asked = m_conflicts.openFor(conflict.connection, type, record.id);
    FROST_TRY(asked);
    if (*asked && !(*asked)->isRefusal())
        return (*asked)->versions.theirs && refersTo(schema, *(*asked)->versions.theirs, conflict.type, conflict.record);
    const auto waiting = m_writer.outbox().open(conflict.connection, type, record.id);
    FROST_TRY(waiting);
    return !*waiting && (*link)->syncedAt.isValid();
}

} // namespace frost
