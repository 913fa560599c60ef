// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/recordrepair.h"

#include "core/sync/scope.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! What the remote has, in our form. Looking at references may promise ids, which is taken back.
Result<QJsonObject> inOurForm(RecordWriter &writer, Links &links, RemoteChanges &remoteChanges, const RemoteRecord &remote)
{
    auto transaction = Transaction::begin(writer.database().sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    auto body = remoteChanges.localBody(remote.type, remote.id, remote.body);
    links.forget();
    return body;
}

Result<> queueNew(RunContext &context, const EntityType &type, const LocalId &id)
{
    auto store = context.writer.database().objectStore(type);
    FROST_TRY(store);
    const auto record = store->get(id);
    FROST_TRY(record);
    if (!*record || (*record)->deleted)
        return {};
    return queueMissing(context.writer, context.links, context.remoteChanges.terms().rules.of(type), **record, type,
                        context.actor.user);
}

} // namespace

QString toString(Comparison::There there)
{
    switch (there) {
    case Comparison::There::Same: return u"same"_s;
    case Comparison::There::Different: return u"different"_s;
    case Comparison::There::Missing: return u"missing"_s;
    case Comparison::There::NeverSent: return u"never-sent"_s;
    }
    return {};
}

Task<Result<Comparison>> compareRecord(RecordWriter &writer, Links &links, RemoteChanges &remoteChanges, Provider &provider,
                                       EntityType type, LocalId record)
{
    auto store = writer.database().objectStore(type);
    if (!store)
        co_return fail(store.error());
    const auto here = store->get(record);
    if (!here)
        co_return fail(here.error());
    if (!*here)
        co_return fail(ErrorKind::NotFound, u"record.unknown"_s, {type.toString(), record.toString()});
    const auto operation = writer.outbox().open(links.connection(), type, record);
    const auto base = links.base(type, record);
    const auto link = links.find(type, record);
    if (!operation || !base || !link)
        co_return fail(!operation ? operation.error() : !base ? base.error() : link.error());
    Comparison comparison;
    const auto steps = writer.outbox().steps(type, record);
    if (!steps)
        co_return fail(steps.error());
    comparison.waiting = operation->has_value() || !steps->isEmpty();
    comparison.versions.base = *base;
    if (!(*here)->deleted)
        comparison.versions.mine = (*here)->body;
    if (!*link || !(*link)->syncedAt.isValid())
        co_return comparison;

    comparison.there = Comparison::There::Missing;
    EntityType wanted = type;
    RemoteId id = (*link)->remote;
    const auto read = co_await provider.fetch(std::move(wanted), std::move(id));
    if (!read && read.error().kind != ErrorKind::NotFound)
        co_return fail(read.error());
    if (read && !read->deleted) {
        auto theirs = inOurForm(writer, links, remoteChanges, *read);
        if (!theirs)
            co_return fail(theirs.error());
        comparison.versions.theirs = remoteChanges.terms().rules.of(type).seen(*theirs, (*here)->body);
    }
    const auto &versions = comparison.versions;
    if (sameState(store->schema(), versions.mine, versions.theirs))
        comparison.there = Comparison::There::Same;
    else if (versions.theirs)
        comparison.there = Comparison::There::Different;
    co_return comparison;
}

Task<Result<>> repairRecord(RunContext &context, EntityType type, LocalId record)
{
    const auto link = context.links.find(type, record);
    if (!link)
        co_return fail(link.error());
    const auto operation = context.writer.outbox().open(context.connection, type, record);
    if (!operation)
        co_return fail(operation.error());
    if (!*link || !(*link)->syncedAt.isValid())
        co_return *operation ? Result<>() : context.write([&] { return queueNew(context, type, record); });

    EntityType wanted = type;
    RemoteId id = (*link)->remote;
    const auto read = co_await context.provider.fetch(std::move(wanted), std::move(id));
    if (!read && read.error().kind != ErrorKind::NotFound)
        co_return fail(read.error());
    ++context.tally.of(type).pulled;
    if (read)
        co_return context.write([&] { return context.remoteChanges.apply(*read, PullMode::Full, context.tally.of(type)); });
    const bool asked = *operation && (*operation)->state == OperationState::Conflict;
    if (asked)
        co_return Result<>();
    co_return context.write([&] { return context.remoteChanges.applyMissing(type, **link, context.tally.of(type)); });
}

} // namespace frost
