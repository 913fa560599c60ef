// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/decision.h"

namespace frost {

namespace {
bool equal(const EntitySchema &schema, const std::optional<QJsonObject> &a, const std::optional<QJsonObject> &b)
{
    if (!a || !b)
        return !a && !b;
    return sameContent(schema, *a, *b);
}
} // namespace

Result<Decision> decide(const EntitySchema &schema, const LocalSide &mine, const std::optional<QJsonObject> &theirs)
{
    using Action = Decision::Action;
    if (!mine.exists)
        return Decision{theirs ? Action::Create : Action::Nothing, {}};
    if (!mine.dirty)
        return Decision{Action::FastForward, {}};

    const auto ours = mine.deleted ? std::nullopt : std::optional(mine.body);
    // With a base the merge decides: two equal rows typed by two people look like one row under two ids.
    if (!mine.base && equal(schema, ours, theirs))
        return Decision{Action::Converge, {}};
    auto merged = merge(schema, {mine.base, ours, theirs});
    FROST_TRY(merged);
    if (merged->hasConflict())
        return Decision{Action::Ask, *std::move(merged)};
    if (equal(schema, merged->body, theirs))
        return Decision{Action::Converge, {}};
    return Decision{Action::Merge, *std::move(merged)};
}

} // namespace frost
