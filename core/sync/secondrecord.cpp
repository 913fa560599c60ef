// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/secondrecord.h"

#include "core/drafts/drafts.h"
#include "core/links/lostids.h"
#include "core/outbox/referring.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> refusedAs(const QString &why, const Conflict &conflict)
{
    return fail(ErrorKind::Rejected, why, {QString::number(conflict.id)});
}

//! What was refused is not there; nobody knows that of an answer that could not be read.
bool mayHaveArrived(const Operation &operation)
{
    if (operation.state == OperationState::Failed)
        return operation.reason.startsWith("remote."_L1) || operation.reason.startsWith("operation."_L1);
    return operation.state != OperationState::Pending;
}

//! Live and as it was left.
Result<bool> isAsLeft(RecordWriter &writer, const EntityType &type, const LocalId &id, qint64 revision)
{
    auto store = writer.database().objectStore(type);
    FROST_TRY(store);
    const auto record = store->get(id);
    FROST_TRY(record);
    return *record && !(*record)->deleted && (*record)->revision == revision;
}

} // namespace

Result<> SecondRecord::mayDisappear(RecordWriter &writer, ConflictStore &conflicts, const Conflict &conflict, Clock &clock,
                                    Random &random) const
{
    auto &sql = writer.database().sql();
    const auto isLeft = isAsLeft(writer, conflict.type, id, revisionAfter);
    FROST_TRY(isLeft);
    const auto steps = writer.outbox().steps(conflict.type, id);
    FROST_TRY(steps);
    const auto typed = Drafts(sql, clock).find(conflict.type, id);
    FROST_TRY(typed);
    if (!*isLeft || !steps->isEmpty() || *typed)
        return refusedAs(u"decision.keptBoth"_s, conflict);
    const auto connections = Connections(sql, clock).list();
    FROST_TRY(connections);
    for (const auto &connection : *connections) {
        Links links(sql, connection.id, clock, random);
        FROST_TRY(isUnknownElsewhere(writer, conflicts, conflict, links));
    }
    return isUnused(writer, conflict);
}

//! At the conflict's own connection it is what was found there, and nothing waits to be said about it.
Result<> SecondRecord::isUnknownElsewhere(RecordWriter &writer, ConflictStore &conflicts, const Conflict &conflict, Links &links) const
{
    const auto link = links.find(conflict.type, id);
    FROST_TRY(link);
    const auto operation = writer.outbox().open(links.connection(), conflict.type, id);
    FROST_TRY(operation);
    const auto asked = conflicts.openFor(links.connection(), conflict.type, id);
    FROST_TRY(asked);
    if (links.connection() == conflict.connection) {
        const bool isAsLeft = *link && (*link)->remote == remote && (*link)->version == version;
        return isAsLeft && !*operation && !*asked ? Result<>() : refusedAs(u"decision.keptBoth"_s, conflict);
    }
    const bool mayBeThere = (*link && (*link)->syncedAt.isValid()) || (*operation && mayHaveArrived(**operation));
    return mayBeThere ? refusedAs(u"decision.sent"_s, conflict) : Result<>();
}

Result<> SecondRecord::isUnused(RecordWriter &writer, const Conflict &conflict) const
{
    for (const auto &one : pointed) {
        const auto isLeft = isAsLeft(writer, one.type, one.id, one.revisionAfter);
        FROST_TRY(isLeft);
        if (!*isLeft)
            return refusedAs(u"decision.overtaken"_s, conflict);
    }
    const auto &schema = writer.database().schema();
    for (const auto &[type, path] : referringFields(schema, *schema.find(conflict.type))) {
        qint64 others = 0;
        FROST_TRY(forEachReferring(writer.database(), {type, path}, conflict.type, id, [&, referring = type](const Record &record) {
            others += std::none_of(pointed.begin(), pointed.end(), [&](const Pointed &one) {
                return one.type == referring && one.id == record.id;
            });
        }));
        if (others > 0)
            return fail(ErrorKind::Rejected, u"record.referenced"_s,
                        {conflict.type.toString(), id.toString(), type.toString(), QString::number(others)});
    }
    return {};
}

QJsonObject SecondRecord::pointedBack(const EntitySchema &schema, const QJsonObject &body, const Conflict &conflict) const
{
    return mapReferences(schema, body, [&](const EntityType &target, const QString &to) {
        return target == conflict.type && to == id.toString() ? conflict.record.toString() : to;
    });
}

Result<> SecondRecord::pointBack(RecordWriter &writer, const Conflict &conflict, const Actor &actor) const
{
    for (const auto &one : pointed) {
        auto store = writer.database().objectStore(one.type);
        FROST_TRY(store);
        const auto record = store->get(one.id);
        FROST_TRY(record);
        FROST_TRY(writer.write({.type = one.type,
                                .id = one.id,
                                .body = pointedBack(store->schema(), (*record)->body, conflict),
                                .updatedBy = (*record)->updatedBy,
                                .updatedAt = (*record)->updatedAt},
                               actor, conflict.connection));
    }
    return {};
}

// They may be brought back to life. Nobody hears of what a deleted record refers to.
Result<> SecondRecord::pointTombstonesBack(RecordWriter &writer, const Conflict &conflict, const Actor &actor) const
{
    auto &database = writer.database();
    QSet<EntityType> types;
    for (const auto &[type, path] : referringFields(database.schema(), *database.schema().find(conflict.type)))
        types.insert(type);
    for (const auto &type : std::as_const(types)) {
        auto store = database.objectStore(type);
        FROST_TRY(store);
        const auto gone = store->deletedWith(id.toString());
        FROST_TRY(gone);
        for (const auto &record : *gone)
            FROST_TRY(writer.write({.type = type,
                                    .id = record.id,
                                    .body = pointedBack(store->schema(), record.body, conflict),
                                    .deleted = true,
                                    .updatedBy = record.updatedBy,
                                    .updatedAt = record.updatedAt,
                                    .news = RecordWriter::Change::News::Form},
                                   actor, conflict.connection));
    }
    return {};
}

Result<> SecondRecord::disappear(RecordWriter &writer, ConflictStore &conflicts, Links &links, const Conflict &conflict,
                                 const Actor &actor, Clock &clock) const
{
    FROST_TRY(pointBack(writer, conflict, actor));
    FROST_TRY(pointTombstonesBack(writer, conflict, actor));
    FROST_TRY(Drafts(writer.database().sql(), clock).redirect(id, conflict.record));
    FROST_TRY(links.redirectBases(id, conflict.record));
    FROST_TRY(conflicts.redirect(conflict.connection, id, conflict.record));
    FROST_TRY(links.remove(conflict.type, id));
    FROST_TRY(links.dropBase(conflict.type, id));
    FROST_TRY(forgetLostId(links, conflict.type, id));
    // As a deletion first, which takes back what other connections were to be sent.
    FROST_TRY(writer.write({.type = conflict.type, .id = id, .body = {}, .deleted = true, .updatedBy = actor.user.toString(), .updatedAt = {}},
                           actor, conflict.connection));
    auto store = writer.database().objectStore(conflict.type);
    FROST_TRY(store);
    return store->remove(id);
}

QJsonObject SecondRecord::toJson() const
{
    QJsonArray all;
    for (const auto &one : pointed)
        all.append(QJsonObject{{u"type"_s, one.type.toString()}, {u"id"_s, one.id.toString()}, {u"revisionAfter"_s, one.revisionAfter}});
    return {{u"id"_s, id.toString()},
            {u"remote"_s, remote.toString()},
            {u"version"_s, version},
            {u"revisionAfter"_s, revisionAfter},
            {u"pointed"_s, all}};
}

SecondRecord SecondRecord::fromJson(const QJsonObject &json)
{
    SecondRecord second;
    second.id = LocalId(json["id"_L1].toString());
    second.remote = RemoteId(json["remote"_L1].toString());
    second.version = json["version"_L1].toString();
    second.revisionAfter = json["revisionAfter"_L1].toInteger();
    const auto all = json["pointed"_L1].toArray();
    for (const auto &value : all) {
        const auto one = value.toObject();
        second.pointed.append({EntityType(one["type"_L1].toString()), LocalId(one["id"_L1].toString()), one["revisionAfter"_L1].toInteger()});
    }
    return second;
}

} // namespace frost
