// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/decision.h"

#include "core/conflict/lawful.h"
#include "core/conflict/settle.h"

namespace frost {

bool sameState(const EntitySchema &schema, const std::optional<QJsonObject> &a, const std::optional<QJsonObject> &b)
{
    if (!a || !b)
        return !a && !b;
    return sameContent(schema, *a, *b);
}

namespace {

//! Only what they changed since we last saw it; what they merely have in another form stays as it is here.
Result<PullDecision> follow(const EntitySchema &schema, const LocalSide &mine, const std::optional<QJsonObject> &theirs)
{
    PullDecision decision{PullDecision::Action::FastForward, {}};
    decision.merge.body = theirs;
    if (!mine.base || !theirs)
        return decision;
    if (sameContent(schema, *mine.base, *theirs))
        return PullDecision{};
    auto merged = merge(schema, {mine.base, mine.deleted ? std::nullopt : std::optional(mine.body), theirs});
    FROST_TRY(merged);
    auto settled = settle(schema, *merged, Side::Theirs);
    FROST_TRY(settled);
    decision.merge.body = *std::move(settled);
    return decision;
}

} // namespace

Result<PullDecision> decide(const EntitySchema &schema, const LocalSide &mine, const std::optional<QJsonObject> &theirs)
{
    using Action = PullDecision::Action;
    if (!mine.exists)
        return PullDecision{theirs ? Action::Create : Action::Nothing, {}};
    if (!mine.dirty)
        return follow(schema, mine, theirs);

    const auto ours = mine.deleted ? std::nullopt : std::optional(mine.body);
    // With a base the merge decides: two equal rows typed by two people look like one row under two ids.
    if (!mine.base && sameState(schema, ours, theirs))
        return PullDecision{Action::Converge, {}};
    MergeInput versions{mine.base, ours, theirs};
    versions.closedTo = mine.closedTo;
    auto merged = merge(schema, versions);
    FROST_TRY(merged);
    if (merged->hasConflict())
        return PullDecision{Action::Ask, *std::move(merged)};
    if (sameState(schema, merged->body, theirs))
        return PullDecision{Action::Converge, {}};
    if (breaksNewRule(schema, versions, merged->body))
        return PullDecision{Action::Ask, *std::move(merged)};
    return PullDecision{Action::Merge, *std::move(merged)};
}

} // namespace frost
