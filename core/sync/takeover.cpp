// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/takeover.h"

#include "core/sync/sharedlinks.h"
#include "core/sync/toldlinks.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using RecordName = std::pair<EntityType, LocalId>;

Result<bool> isDeleted(RunContext &context, const RecordName &name)
{
    const auto &[type, id] = name;
    if (!context.writer.database().schema().find(type)) // of a pack that we have not
        return false;
    auto store = context.writer.database().objectStore(type);
    FROST_TRY(store);
    const auto record = store->get(id);
    if (!record && concernsOneRecord(record.error()))
        return false;
    FROST_TRY(record);
    return *record && (*record)->deleted;
}

//! What may have been made there and not told: what waits here to be made, in the order in which it would be sent (a parent
//! before what refers to it), then what else a holder was about to make: it was deleted since, or was refused here, or was known there before.
Result<QList<RecordName>> undecidedThere(RunContext &context)
{
    auto &outbox = context.writer.outbox();
    auto pending = outbox.inState(context.connection, OperationState::Pending);
    FROST_TRY(pending);
    pending->removeIf([](const Operation &operation) { return operation.kind != OperationKind::Create; });
    std::sort(pending->begin(), pending->end(),
              [&](const Operation &one, const Operation &other) { return outbox.comesBefore(one, other); });
    QList<RecordName> records;
    for (const auto &operation : *pending)
        records.append({operation.type, operation.record});
    const auto begun = recordsBeingMade(context.writer.database().sql(), context.connection);
    FROST_TRY(begun);
    for (const RecordName &name : *begun) {
        const auto isGone = isDeleted(context, name);
        FROST_TRY(isGone);
        const auto waits = outbox.open(context.connection, name.first, name.second);
        FROST_TRY(waits);
        if ((*isGone || *waits) && !records.contains(name))
            records.append(name);
    }
    return records;
}

//! Found by what a record says now, or said last. nullopt: nobody can have made it there, as a record that it refers to is not there.
Result<std::optional<CreateMarker>> markerOf(RunContext &context, const RecordName &name)
{
    using Marker = std::optional<CreateMarker>;
    const auto &[type, id] = name;
    auto store = context.writer.database().objectStore(type);
    FROST_TRY(store);
    const auto record = store->get(id);
    FROST_TRY(record);
    const auto link = context.links.find(type, id);
    FROST_TRY(link);
    if (!*record || *link)
        return Marker();
    ReferenceTranslator references(context.writer.database().schema(), context.links);
    const auto leaving = references.leaving(type, (*record)->body);
    FROST_TRY(leaving);
    if (leaving->missing && !(*record)->deleted)
        return Marker();
    const auto common = commonName(context, type, id);
    FROST_TRY(common);
    return Marker({*common, {}, leaving->body, (*record)->createdAt});
}

//! The pull brings it, and meets our record. Where that was deleted the deletion is meant for it, too; without asking a person
//! only where the system itself says that it is ours, and unchanged.
Result<> promise(RunContext &context, const RecordName &name, const CreateMarker &wanted, const RemoteRecord &found)
{
    const auto &[type, id] = name;
    const auto known = context.links.find(type, found.id);
    FROST_TRY(known);
    if (*known) // of another record here: the pull will ask
        return {};
    const auto isGone = isDeleted(context, name);
    FROST_TRY(isGone);
    const bool isOurs = found.madeAs == wanted.local;
    RemoteRecord tagged = found;
    tagged.version = found.version.isEmpty() ? contentTag(found) : found.version;
    Link link;
    link.local = id;
    link.remote = found.id;
    if (!context.remoteChanges.terms().rules.of(type).pulls()) { // no pull will ask whether it is ours
        if (!isOurs)
            return *isGone ? Result<>() : context.remoteChanges.applyDuplicate(id, tagged, context.tally.of(type));
        link.version = tagged.version;
        link.syncedAt = context.clock.now();
    }
    FROST_TRY(context.links.store(type, link));
    if (!*isGone)
        return {};
    auto store = context.writer.database().objectStore(type);
    FROST_TRY(store);
    const auto record = store->get(id);
    FROST_TRY(record);
    if (isOurs)
        FROST_TRY(context.links.setBase(type, id, (*record)->body));
    context.writer.markChanged(type);
    return context.writer.outbox().enqueue(context.connection, type, id, OperationKind::Delete, Priority::Normal, context.actor.user);
}

// What this hub has sent and got no answer for is not sent again as it was: another hub has been there since. It is looked
// for like everything else, and what the other side says is met by the pull.
Result<> forgetSent(RunContext &context)
{
    auto &outbox = context.writer.outbox();
    for (const auto state : {OperationState::Processing, OperationState::Verify}) {
        const auto unsettled = outbox.inState(context.connection, state);
        FROST_TRY(unsettled);
        for (const auto &operation : *unsettled)
            FROST_TRY(outbox.transition(operation.id, OperationState::Pending));
    }
    return {};
}

// A remote with idempotency keys is asked as well: the key was another hub's.
Task<Result<>> lookForUndecided(RunContext &context)
{
    const auto records = undecidedThere(context);
    if (!records)
        co_return fail(records.error());
    for (const RecordName &name : *records) {
        const auto safe = co_await context.atSafePoint();
        if (!safe)
            co_return fail(safe.error());
        const auto marker = markerOf(context, name);
        if (!marker && !concernsOneRecord(marker.error()))
            co_return fail(marker.error());
        if (!marker || !*marker) // what cannot be said is refused by the pusher, with its reason
            continue;
        EntityType type = name.first;
        CreateMarker wanted = **marker;
        const auto found = co_await context.provider.find(std::move(type), std::move(wanted));
        if (!found)
            co_return fail(found.error());
        if (!*found)
            continue;
        if (const auto promised = context.write([&] { return promise(context, name, **marker, **found); }); !promised)
            co_return fail(promised.error());
    }
    co_return Result<>();
}

} // namespace

Task<Result<>> takeOver(RunContext &context)
{
    const auto caughtUp = co_await context.hold->through().catchUp();
    if (!caughtUp)
        co_return fail(caughtUp.error());
    context.links.forget(); // the other run has stored some
    if (const auto forgotten = context.write([&] { return forgetSent(context); }, Durability::PowerCut); !forgotten)
        co_return fail(forgotten.error());
    const auto looked = co_await lookForUndecided(context);
    if (!looked)
        co_return fail(looked.error());
    const auto kept = co_await context.hold->keep();
    if (!kept)
        co_return fail(kept.error());
    co_return context.write(
        [&]() -> Result<> {
            for (const auto &feed : context.provider.capabilities().feeds)
                FROST_TRY(context.links.setCheckpoint(feed, {}));
            return context.hold->takenOver();
        },
        Durability::PowerCut);
}

} // namespace frost
