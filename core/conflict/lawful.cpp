// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/lawful.h"

#include "core/schema/path.h"

#include <algorithm>
#include <set>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Body = std::optional<QJsonObject>;

bool leaves(const EntitySchema &schema, const QJsonObject &closed, const Body &result, const QDate &closedTo = {})
{
    return result && sameContent(schema, permittedChange(schema, closed, *result, closedTo), *result);
}

//! nullptr: `result` leaves alone what is closed in `theirs`, and puts nothing into closed books.
const Field *closedAgainst(const EntitySchema &schema, const MergeInput &input, const Body &result)
{
    const auto &theirs = input.theirs;
    if (!theirs) // deleted or lost there: what is in the books here must not be forced to go
        return nullptr;
    const Field *by = closedBy(schema, *theirs, input.closedTo);
    if (!by && result && isInClosedBooks(schema, *result, input.closedTo))
        by = schema.field(schema.bookedOn);
    return by && !leaves(schema, *theirs, result, input.closedTo) ? by : nullptr;
}

void copyField(const Field &field, const QJsonObject &from, QJsonObject &to)
{
    if (from.contains(field.name))
        to.insert(field.name, from.value(field.name));
    else
        to.remove(field.name);
}

//! Whether `result` changes or deletes what `held` and mine agree to be closed. Mine is compared with, since a remote may have a
//! form of its own; a switch that only mine has is nobody's yet.
bool changes(const EntitySchema &schema, const QJsonObject &held, const QJsonObject &mine, const Body &result)
{
    auto agreed = mine;
    auto decided = result;
    bool isClosed = false;
    for (const auto &field : schema.fields) {
        const bool isHeld = closes(field, held);
        isClosed = isClosed || (isHeld && closes(field, mine));
        if (decided && isStep(field) && !isHeld)
            copyField(field, *decided, agreed);
        if (decided && field.assignedByRemote)
            copyField(field, agreed, *decided);
    }
    return isClosed && !leaves(schema, agreed, decided) && !leaves(schema, held, result);
}

Error closedThere(const Field &by, const MergeInput &input)
{
    if (by.kind == FieldKind::Date)
        return {ErrorKind::Rejected, u"merge.booksClosed"_s, {input.closedTo.toString(Qt::ISODate)}, {}, {}};
    if (!isStep(by))
        return {ErrorKind::Rejected, u"merge.numbered"_s, {input.theirs->value(by.name).toString()}, {}, {}};
    return {ErrorKind::Rejected, u"merge.closed"_s, {by.name}, {}, {}};
}

enum class Books { All, Theirs, Elsewhere };

//! Whose books count: everybody's, unless no side leaves them all as they are.
Books booksThatCount(const EntitySchema &schema, const MergeInput &input)
{
    const auto held = changedElsewhere(schema, input, input.theirs);
    if (!held || !closedAgainst(schema, input, input.mine))
        return Books::All;
    return held->leads ? Books::Elsewhere : Books::Theirs;
}

//! Numbers and series tell records apart; who moves a record to a free number does not mix two.
QJsonObject withoutIdentity(const EntitySchema &schema, QJsonObject body)
{
    for (const auto &field : schema.fields) {
        if (field.assignedByRemote || schema.naturalKey.contains(field.name))
            body.remove(field.name);
    }
    return body;
}

bool isOneOf(const EntitySchema &schema, const QJsonObject &result, const QJsonObject &mine, const QJsonObject &theirs)
{
    const auto decided = withoutIdentity(schema, result);
    return sameContent(schema, decided, withoutIdentity(schema, mine))
           || sameContent(schema, decided, withoutIdentity(schema, theirs));
}

using Broken = std::set<std::pair<QString, QString>>; //!< path without the row's place, code

void addBroken(Broken &broken, const EntitySchema &schema, const std::optional<QJsonObject> &body)
{
    if (!body)
        return;
    for (const auto &problem : validate(schema, *body))
        broken.insert({withoutPlaces(problem.path), problem.code}); // a merge moves rows
}

} // namespace

const Field *closedAgainstMine(const EntitySchema &schema, const MergeInput &input)
{
    return booksThatCount(schema, input) == Books::Elsewhere ? nullptr : closedAgainst(schema, input, input.mine);
}

std::optional<HeldCopy> heldAgainstTheirs(const EntitySchema &schema, const MergeInput &input)
{
    return booksThatCount(schema, input) == Books::Theirs ? std::nullopt : changedElsewhere(schema, input, input.theirs);
}

std::optional<HeldCopy> changedElsewhere(const EntitySchema &schema, const MergeInput &input,
                                         const std::optional<QJsonObject> &result)
{
    for (const auto &held : input.elsewhere) {
        if (input.mine && changes(schema, held.body, *input.mine, result))
            return held;
    }
    return std::nullopt;
}

Result<> checkLawful(const EntitySchema &schema, const MergeInput &input, const std::optional<QJsonObject> &result)
{
    const auto books = booksThatCount(schema, input);
    const auto *step = books == Books::Elsewhere ? nullptr : closedAgainst(schema, input, result);
    if (step)
        return fail(closedThere(*step, input));
    const auto held = books == Books::Theirs ? std::nullopt : changedElsewhere(schema, input, result);
    if (held)
        return fail(ErrorKind::Rejected, u"merge.closedElsewhere"_s,
                    {closedBy(schema, held->body)->name, held->connection.toString()});
    const bool isUnit = schema.mergeAsUnit || (input.mine && closedBy(schema, *input.mine, input.closedTo));
    if (!isUnit || !result || !input.mine || !input.theirs || isOneOf(schema, *result, *input.mine, *input.theirs))
        return {};
    const auto merged = merge(schema, input);
    FROST_TRY(merged);
    if (merged->hasConflict())
        return fail(ErrorKind::Rejected, u"merge.unit"_s);
    return {};
}

bool breaksNewRule(const EntitySchema &schema, const MergeInput &input, const std::optional<QJsonObject> &result)
{
    Broken ofResult;
    addBroken(ofResult, schema, result);
    if (ofResult.empty())
        return false;
    Broken ofSides;
    addBroken(ofSides, schema, input.mine);
    addBroken(ofSides, schema, input.theirs);
    return !std::includes(ofSides.begin(), ofSides.end(), ofResult.begin(), ofResult.end());
}

} // namespace frost
