// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/strategy.h"
#include "core/links/syncrules.h"

#include <QDateTime>

namespace frost {

//! A conflict that a rule of the connection has settled.
struct Ruled {
    std::optional<QJsonObject> body; //!< nullopt: deleted
    bool oursCounts = false;         //!< some field keeps ours: it goes to the remote before other work
    Strategy strategy = Strategy::Merge; //!< what it came to: one side throughout, or fields of both
};

//! When each side was last changed, and when that is asked.
struct ChangeTimes {
    QDateTime mine;
    QDateTime theirs;
    QDateTime now;
};

//! Settles open fields as the rules say. Pure. nullopt: a person is asked, because a field has no rule, because one is of
//! critical severity, as a bank number is (UX.md 1.2 F, J27), because one of the times that decide is missing or lies in the
//! future, because the record is booked or cancelled on either side (R-CON-11), because the result would break a rule that
//! neither side breaks, or because of a probable duplicate: a rule can neither know that it is one, nor bill the row twice.
//! Errors: those of derive().
[[nodiscard]] Result<std::optional<Ruled>> settledByRule(const EntitySchema &schema, const TypeRules &rules,
                                                         const MergeInput &versions, const MergeResult &merged,
                                                         const ChangeTimes &times);

} // namespace frost
