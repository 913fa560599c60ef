// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/comparefirst.h"

#include "core/base/json.h"
#include "core/links/lostids.h"
#include "core/sync/sharedlinks.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! What a read says, a record that is gone included; nullopt: no right to see it.
Result<std::optional<RemoteRecord>> stateRead(Result<RemoteRecord> read, const EntityType &type, const RemoteId &id)
{
    if (read) {
        if (read->version.isEmpty())
            read->version = contentTag(*read);
        return std::optional(*std::move(read));
    }
    if (read.error().kind == ErrorKind::Forbidden)
        return std::optional<RemoteRecord>();
    if (read.error().kind != ErrorKind::NotFound)
        return fail(read.error());
    RemoteRecord gone;
    gone.type = type;
    gone.id = id;
    gone.deleted = true;
    gone.version = contentTag(gone);
    return std::optional(std::move(gone));
}

Result<QList<Operation>> nextOperations(RunContext &context, const BatchBounds &bounds)
{
    auto &outbox = context.writer.outbox();
    auto operations = outbox.ready(context.connection, context.clock.now(), bounds.limit, bounds.after);
    FROST_TRY(operations);
    if (!bounds.withOldest)
        return operations;
    const auto oldest = outbox.oldest(context.connection, context.clock.now(), bounds.limit / kShareOfOldest + 1, 0);
    FROST_TRY(oldest);
    for (const auto &operation : *oldest) {
        const bool listed = std::any_of(operations->begin(), operations->end(), [&](const auto &one) { return one.id == operation.id; });
        if (!listed)
            operations->append(operation);
    }
    return operations;
}

//! What is to be read of a record before it is sent.
struct KnownThere {
    RemoteId id;
    QString version; //!< that was seen; empty: none
    bool isPromised = false; //!< found when this hub took over, and not met by the pull: where it cannot be seen it waits
};

//! nullopt: nothing that could tell something new.
Result<std::optional<KnownThere>> knownThere(RunContext &context, const Operation &operation)
{
    using Known = std::optional<KnownThere>;
    const auto link = context.links.find(operation.type, operation.record);
    FROST_TRY(link);
    if (*link && context.hold && !(*link)->syncedAt.isValid())
        return Known({(*link)->remote, {}, true});
    if (*link) {
        const bool compares = context.provider.capabilities().versions == Capabilities::Versions::None && (*link)->syncedAt.isValid();
        return compares ? Known({(*link)->remote, (*link)->version}) : Known();
    }
    const auto lost = lostIdOf(context.links, operation.type, operation.record);
    FROST_TRY(lost);
    return *lost ? Known({**lost, {}}) : Known();
}

//! Nothing takes the place of what cannot be read, or must not be seen: a person looks at it.
Result<> refuse(RunContext &context, const Operation &operation, const Error &error)
{
    const auto why = error.kind == ErrorKind::Forbidden ? ConflictType::Authorisation : ConflictType::Validation;
    return context.write([&]() -> Result<> {
        ++context.tally.of(operation.type).failed;
        return context.writer.outbox().refuse(operation.id, why, error.code, error.args);
    });
}

PushOutcome outcomeWith(PushOutcome::Kind kind, const QString &code)
{
    PushOutcome result;
    result.kind = kind;
    result.error.code = code;
    return result;
}

PushOutcome appliedAs(const RemoteRecord &remote)
{
    PushOutcome result;
    result.kind = PushOutcome::Kind::Applied;
    result.id = remote.id;
    result.version = remote.version;
    if (!remote.deleted)
        result.remote = remote;
    return result;
}

//! It is asked for again by the next run, and the others go on: sent again it might be there twice.
Result<PushOutcome> unreadable(const Error &error)
{
    if (error.kind != ErrorKind::Corrupt)
        return fail(error);
    return outcomeWith(PushOutcome::Kind::Undecided, error.code);
}

//! Not there yet is not the same as not on its way: it would make a record twice, or take a newer text's place.
//! @param asked when the question left: the answer says nothing of what arrived while it was on its way
PushOutcome notThere(const Operation &operation, const QDateTime &asked)
{
    const bool mayArrive = operation.sent->at.msecsTo(asked) < kLongestOnTheWay.count();
    return mayArrive ? outcomeWith(PushOutcome::Kind::Undecided, u"verify.tooEarly"_s)
                     : outcomeWith(PushOutcome::Kind::NotDone, u"verify.notThere"_s);
}

Task<Result<PushOutcome>> askForCreate(RunContext &context, Operation operation, QJsonObject sent)
{
    ReferenceTranslator references(context.writer.database().schema(), context.links);
    const auto leaving = references.leaving(operation.type, sent);
    if (!leaving)
        co_return fail(leaving.error());
    const auto name = commonName(context, operation.type, operation.record);
    if (!name)
        co_return fail(name.error());
    CreateMarker marker{*name, operation.sent->key, leaving->body, operation.sent->at};
    EntityType type = operation.type;
    const auto asked = context.clock.now();
    const auto found = co_await context.provider.find(std::move(type), std::move(marker));
    if (!found) // also where it cannot be read: what comes next might be taken for another record
        co_return fail(found.error());
    if (*found)
        co_return appliedAs(**found);
    co_return notThere(operation, asked);
}

Task<Result<PushOutcome>> askForChange(RunContext &context, Operation operation, QJsonObject sent, RemoteId id)
{
    EntityType type = operation.type;
    RemoteId wanted = id;
    const auto asked = context.clock.now();
    auto read = co_await context.provider.fetch(std::move(type), std::move(wanted));
    auto state = stateRead(std::move(read), operation.type, id);
    if (!state)
        co_return unreadable(state.error());
    if (!*state)
        co_return outcomeWith(PushOutcome::Kind::NotDone, u"verify.notSeen"_s);
    const bool gone = (*state)->deleted;
    if (operation.sent->kind == OperationKind::Delete)
        co_return gone ? appliedAs(**state) : notThere(operation, asked);
    if (gone)
        co_return outcomeWith(PushOutcome::Kind::NotDone, u"verify.notThere"_s);
    const auto body = context.remoteChanges.localBody(operation.type, id, (*state)->body);
    if (!body)
        co_return unreadable(body.error());
    const auto &schema = *context.writer.database().schema().find(operation.type);
    if (sameContent(schema, *body, sent))
        co_return appliedAs(**state);
    co_return notThere(operation, asked);
}

} // namespace

Task<Result<std::optional<QSet<qint64>>>> compareFirst(RunContext &context, BatchBounds bounds)
{
    using Compared = std::optional<QSet<qint64>>;
    const auto lost = hasLostIds(context.links);
    if (!lost)
        co_return fail(lost.error());
    if (!*lost && !context.hold && context.provider.capabilities().versions == Capabilities::Versions::Each)
        co_return Compared();
    const auto operations = nextOperations(context, bounds);
    if (!operations)
        co_return fail(operations.error());
    QSet<qint64> compared;
    for (const auto &operation : *operations) {
        compared.insert(operation.id);
        const auto known = knownThere(context, operation);
        if (!known)
            co_return fail(known.error());
        if (!*known)
            continue;
        EntityType type = operation.type;
        RemoteId id = (*known)->id;
        auto read = co_await context.provider.fetch(std::move(type), std::move(id));
        const bool isHidden = !read && read.error().kind == ErrorKind::Forbidden;
        const bool isUnreadable = !read && read.error().kind == ErrorKind::Corrupt; // of this one record
        if (isUnreadable || (isHidden && !(*known)->isPromised)) {
            if (const auto told = refuse(context, operation, read.error()); !told)
                co_return fail(told.error());
            continue;
        }
        const auto state = stateRead(std::move(read), operation.type, (*known)->id);
        if (!state)
            co_return fail(state.error());
        if (!*state || (*state)->version == (*known)->version)
            continue;
        const auto done = context.write([&] { return context.remoteChanges.apply(**state, PullMode::Delta, context.tally.of((*state)->type)); });
        if (!done && !concernsOneRecord(done.error()))
            co_return fail(done.error());
        if (done)
            continue;
        const auto told = refuse(context, operation, done.error());
        if (!told)
            co_return fail(told.error());
    }
    co_return Compared(std::move(compared));
}

Task<Result<std::vector<PushOutcome>>> askOutcomes(RunContext &context, QList<Operation> operations)
{
    std::vector<PushOutcome> outcomes;
    for (const auto &operation : operations) {
        QJsonObject sent;
        if (operation.sent->kind != OperationKind::Delete) {
            const auto body = parseJsonObject(operation.sent->body, 64);
            if (!body)
                co_return fail(body.error());
            sent = *body;
        }
        const auto link = context.links.find(operation.type, operation.record);
        if (!link)
            co_return fail(link.error());
        const bool known = *link && (*link)->syncedAt.isValid();
        Result<PushOutcome> asked;
        if (known) {
            RemoteId id = (*link)->remote;
            asked = co_await askForChange(context, operation, sent, std::move(id));
        } else {
            asked = co_await askForCreate(context, operation, sent);
        }
        if (!asked)
            co_return fail(asked.error());
        outcomes.push_back(*std::move(asked));
    }
    co_return outcomes;
}

} // namespace frost
