// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/lawful.h"

#include "core/schema/path.h"

#include <algorithm>
#include <set>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! nullptr: `result` leaves alone what is closed in `theirs`.
const Field *closedAgainst(const EntitySchema &schema, const std::optional<QJsonObject> &theirs,
                           const std::optional<QJsonObject> &result)
{
    const Field *step = theirs ? closedBy(schema, *theirs) : nullptr;
    if (!step || (result && sameContent(schema, permittedChange(schema, *theirs, *result), *result)))
        return nullptr;
    return step;
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
    return closedAgainst(schema, input.theirs, input.mine);
}

Result<> checkLawful(const EntitySchema &schema, const MergeInput &input, const std::optional<QJsonObject> &result)
{
    if (const auto *step = closedAgainst(schema, input.theirs, result))
        return fail(ErrorKind::Rejected, u"merge.closed"_s, {step->name});
    const bool isUnit = schema.mergeAsUnit || (input.mine && closedBy(schema, *input.mine));
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
