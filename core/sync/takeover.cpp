// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/takeover.h"

#include "core/sync/sharedlinks.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Pending creates in the order in which they would be sent: a parent is looked for before what refers to it.
Result<QList<Operation>> unknownThere(RunContext &context)
{
    auto &outbox = context.writer.outbox();
    auto pending = outbox.inState(context.connection, OperationState::Pending);
    FROST_TRY(pending);
    pending->removeIf([](const Operation &operation) { return operation.kind != OperationKind::Create; });
    std::sort(pending->begin(), pending->end(),
              [&](const Operation &one, const Operation &other) { return outbox.comesBefore(one, other); });
    return pending;
}

//! nullopt: nobody can have made it there, as a record that it refers to is not there.
Result<std::optional<CreateMarker>> markerOf(RunContext &context, const Operation &operation)
{
    using Marker = std::optional<CreateMarker>;
    auto store = context.writer.database().objectStore(operation.type);
    FROST_TRY(store);
    const auto record = store->get(operation.record);
    FROST_TRY(record);
    const auto link = context.links.find(operation.type, operation.record);
    FROST_TRY(link);
    if (!*record || (*record)->deleted || *link)
        return Marker();
    ReferenceTranslator references(context.writer.database().schema(), context.links);
    const auto leaving = references.leaving(operation.type, (*record)->body);
    FROST_TRY(leaving);
    if (leaving->missing)
        return Marker();
    const auto name = commonName(context, operation.type, operation.record);
    FROST_TRY(name);
    return Marker({*name, {}, leaving->body, (*record)->updatedAt});
}

Result<> promise(RunContext &context, const Operation &operation, const RemoteRecord &found)
{
    const auto known = context.links.find(operation.type, found.id);
    FROST_TRY(known);
    if (*known) // of another record here: the pull will ask
        return {};
    Link link;
    link.local = operation.record;
    link.remote = found.id;
    return context.write([&] { return context.links.store(operation.type, link); });
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
Task<Result<>> lookForCreates(RunContext &context)
{
    const auto creates = unknownThere(context);
    if (!creates)
        co_return fail(creates.error());
    for (const auto &operation : *creates) {
        const auto safe = co_await context.atSafePoint();
        if (!safe)
            co_return fail(safe.error());
        const auto marker = markerOf(context, operation);
        if (!marker && !concernsOneRecord(marker.error()))
            co_return fail(marker.error());
        if (!marker) // the pusher refuses it, with its reason
            continue;
        if (!*marker)
            continue;
        EntityType type = operation.type;
        CreateMarker wanted = **marker;
        const auto found = co_await context.provider.find(std::move(type), std::move(wanted));
        if (!found)
            co_return fail(found.error());
        if (!*found)
            continue;
        if (const auto promised = promise(context, operation, **found); !promised)
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
    const auto looked = co_await lookForCreates(context);
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
