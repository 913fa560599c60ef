// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"

namespace frost {

// What may not be decided about a record, by whomever: window, command line or rule. Pure. What is in the books is corrected
// by an entry of its own (bokföringslagen 5:5, BFNAR 2013:2 points 2.17 and 2.18; for invoices mervärdesskattelagen 17:22),
// so no conflict is a way around it (UX.md 1.2 G, R-CON-11).
//
// The books are those of the other side of the conflict, and those of every other connection whose booked or cancelled record
// ours agrees with (MergeInput::elsewhere). Where two of them have booked different things, neither side would leave both as
// they are; then the connection that comes first leads, so that there is always a lawful way out.

//! What has closed the record at the other side, a switch (booked, cancelled), its number or its date in closed books, where mine
//! is more than closing leaves open: then mine cannot become the record. nullptr: it can.
[[nodiscard]] const Field *closedAgainstMine(const EntitySchema &schema, const MergeInput &input);
//! The connection that holds booked or cancelled what theirs would change or delete: then theirs cannot become the record.
//! nullopt: it can.
[[nodiscard]] std::optional<HeldCopy> heldAgainstTheirs(const EntitySchema &schema, const MergeInput &input);
//! The first copy elsewhere that agrees with mine and that `result` changes or deletes. Numbers aside: decide() keeps those of
//! the books. nullopt: none
[[nodiscard]] std::optional<HeldCopy> changedElsewhere(const EntitySchema &schema, const MergeInput &input,
                                                       const std::optional<QJsonObject> &result);

//! Errors: Rejected "merge.closed" [field], "merge.numbered" [number] or "merge.booksClosed" [day] where `result` changes or
//! deletes what is closed at the other side; Rejected "merge.closedElsewhere" [field, connection] where it does so at another;
//! Rejected "merge.unit" where a record that merges as one unit, and which both sides changed, would become a mixture.
//! @param result nullopt: deleted
[[nodiscard]] Result<> checkLawful(const EntitySchema &schema, const MergeInput &input, const std::optional<QJsonObject> &result);

//! Whether a combination breaks a rule of the schema that neither side breaks by itself: nobody has seen it, so somebody has
//! to (UX.md 1.2 D17). What a side brings along is that side's; it came that way from where it was accepted.
[[nodiscard]] bool breaksNewRule(const EntitySchema &schema, const MergeInput &input, const std::optional<QJsonObject> &result);

} // namespace frost
