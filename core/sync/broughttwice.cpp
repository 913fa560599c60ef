// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/broughttwice.h"

#include "core/conflict/merge.h"
#include "core/conflict/strategy.h"
#include "core/outbox/closedbooks.h"
#include "core/sync/promisedids.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<Record>> recordOf(RunContext &context, const EntityType &type, const LocalId &id)
{
    auto store = context.writer.database().objectStore(type);
    FROST_TRY(store);
    return store->get(id);
}

//! A create whose fate is undecided may have reached the server: it is settled first.
Result<bool> isUnheardOf(RunContext &context, const EntityType &type, const LocalId &id)
{
    const auto link = context.links.find(type, id);
    FROST_TRY(link);
    const auto create = context.writer.outbox().open(context.connection, type, id);
    FROST_TRY(create);
    return !*link && (!*create || (*create)->state == OperationState::Pending || (*create)->state == OperationState::Failed);
}

//! nullopt: nobody has changed it since it came, as far as the queue or its history here can tell.
Result<std::optional<MergeInput>> typedIn(RunContext &context, Links &links, const EntityType &type, const Record &brought,
                                          const Record &known)
{
    auto base = links.base(type, brought.id);
    FROST_TRY(base);
    const auto waits = context.writer.outbox().open(links.connection(), type, brought.id);
    FROST_TRY(waits);
    const auto rules = rulesOf(context.writer.database(), links.connection());
    FROST_TRY(rules);
    const auto &ofType = rules->of(type);
    const bool wouldWait = ofType.fields.isEmpty() && ofType.pulls() && ofType.pushes();
    const bool isUntouched = !*base && !*waits && !brought.deleted && (wouldWait || brought.revision <= 1);
    if (isUntouched)
        return std::optional<MergeInput>();
    MergeInput versions{*std::move(base), std::nullopt, known.body};
    if (brought.deleted && !versions.base)
        versions.base = brought.body; // a tombstone keeps what was deleted
    if (!brought.deleted)
        versions.mine = brought.body;
    const auto closedTo = booksClosedTo(context.writer.database(), *context.writer.database().schema().find(type));
    FROST_TRY(closedTo);
    versions.closedTo = *closedTo;
    return std::optional(std::move(versions));
}

// What was typed in the one is an edit of the other; where they differ the server's version is met as a change of theirs, for the
// two never agreed on more than what came from the system.
Result<> carryOver(RunContext &context, const EntityType &type, const Record &brought, const Record &known, const MergeInput &versions)
{
    const auto merged = merge(*context.writer.database().schema().find(type), versions);
    FROST_TRY(merged);
    const bool ends = brought.deleted;
    RecordWriter::Change change{type, known.id, ends ? known.body : merged->body.value_or(known.body), ends, brought.updatedBy, brought.updatedAt};
    FROST_TRY(context.writer.write(change, context.actor));
    const auto link = context.links.find(type, known.id);
    FROST_TRY(link);
    if (!merged->hasConflict() || !*link)
        return {};
    Link unseen = **link;
    unseen.version.clear();
    FROST_TRY(context.links.store(type, unseen));
    return versions.base ? context.links.setBase(type, known.id, *versions.base) : context.links.dropBase(type, known.id);
}

//! What a person was asked about it there is asked about the other one, if it is still a question.
Result<> endQuestion(RunContext &context, Links &links, const Record &brought, const EntityType &type)
{
    const auto conflict = context.conflicts.openFor(links.connection(), type, brought.id);
    FROST_TRY(conflict);
    if (*conflict)
        FROST_TRY(context.conflicts.resolve((*conflict)->id, brought.body, toString(Strategy::Merge), u"sync"_s));
    const auto waits = context.writer.outbox().open(links.connection(), type, brought.id);
    FROST_TRY(waits);
    if (!*waits)
        return {};
    if ((*waits)->state != OperationState::Pending)
        FROST_TRY(context.writer.outbox().transition((*waits)->id, OperationState::Pending));
    return context.writer.outbox().transition((*waits)->id, OperationState::Cancelled, u"never.sent"_s);
}

} // namespace

Result<> endBroughtTwice(RunContext &context, Links &links, const EntityType &type, const LocalId &brought, const LocalId &known)
{
    const auto unheardOf = isUnheardOf(context, type, brought);
    FROST_TRY(unheardOf);
    const auto one = recordOf(context, type, brought);
    FROST_TRY(one);
    const auto other = recordOf(context, type, known);
    FROST_TRY(other);
    if (!*unheardOf || !*one || !*other || (*other)->deleted)
        return {};
    const auto typed = typedIn(context, links, type, **one, **other);
    FROST_TRY(typed);
    if (*typed)
        FROST_TRY(carryOver(context, type, **one, **other, **typed));
    FROST_TRY(endQuestion(context, links, **one, type));
    PromisedIds ids(context.writer, links, context.conflicts, links.connection(), context.actor);
    FROST_TRY(ids.redirect(type, brought, known));
    FROST_TRY(links.dropBase(type, brought));
    if ((*one)->deleted)
        return {};
    RecordWriter::Change end{type, brought, (*one)->body, true, context.actor.user.toString(), context.clock.now()};
    FROST_TRY(context.writer.write(end, context.actor));
    return {};
}

} // namespace frost
