// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/decision.h"

namespace frost {

bool sameState(const EntitySchema &schema, const std::optional<QJsonObject> &a, const std::optional<QJsonObject> &b)
{
    if (!a || !b)
        return !a && !b;
    return sameContent(schema, *a, *b);
}

Result<PullDecision> decide(const EntitySchema &schema, const LocalSide &mine, const std::optional<QJsonObject> &theirs)
{
    using Action = PullDecision::Action;
    if (!mine.exists)
        return PullDecision{theirs ? Action::Create : Action::Nothing, {}};
    if (!mine.dirty)
        return PullDecision{Action::FastForward, {}};

    const auto ours = mine.deleted ? std::nullopt : std::optional(mine.body);
    // With a base the merge decides: two equal rows typed by two people look like one row under two ids.
    if (!mine.base && sameState(schema, ours, theirs))
        return PullDecision{Action::Converge, {}};
    auto merged = merge(schema, {mine.base, ours, theirs});
    FROST_TRY(merged);
    if (merged->hasConflict())
        return PullDecision{Action::Ask, *std::move(merged)};
    if (sameState(schema, merged->body, theirs))
        return PullDecision{Action::Converge, {}};
    return PullDecision{Action::Merge, *std::move(merged)};
}

} // namespace frost
