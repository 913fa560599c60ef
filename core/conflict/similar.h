// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"

namespace frost {

// The same decision for conflicts that are alike (UX.md 1.2 J26). Pure. Alike are conflicts of one connection and one type
// in which the same fields are open and no others. Who applies it shows each first, and ticks none that weighs much.

//! Which side was taken for each field that was open, whichever row it is in: "unit" → Mine, "rows.unit" → Theirs.
using FieldSides = QMap<QString, Choice>;

//! What a draft's choices say for others. Empty where they say nothing: something is open, no side's, more than a field,
//! critical or in a linked group, no base is known, or one field was decided so here and otherwise there.
[[nodiscard]] FieldSides sidesTaken(const MergeDraft &draft);

//! Another draft, in which nobody has chosen anything yet, decided the same way. nullopt: it is not alike, the result may not
//! stand, or somebody should look at a warning first.
[[nodiscard]] std::optional<MergeDraft> decidedAlike(MergeDraft draft, const FieldSides &sides);

} // namespace frost
