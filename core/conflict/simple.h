// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"

namespace frost {

// Which conflicts a person can decide on sight, without the merge dialog (UX.md 1.2 A5). Pure.

//! One field, mine or theirs, that weighs little and belongs to no linked group.
[[nodiscard]] bool isSimple(const MergeDraft::Entry &entry);

//! Both sides have the record and changed it: no number that is taken, nothing lost, nothing refused.
[[nodiscard]] bool isOrdinary(ConflictType type);

//! At most this many fields are decided without the dialog.
inline constexpr qsizetype kFewFields = 2;

//! One or two open fields, all simple, not two of one linked group, over a base that is known, and nothing in the draft but sides taken for them: what
//! else somebody has chosen in the dialog is not to be saved unseen. Each field can be decided, see mayTake().
[[nodiscard]] bool isSimple(const MergeDraft &draft);

//! Whether a side may be taken for an open entry: there is a way on from there to a record that checkLawful() lets pass and
//! that can be saved, with mine or theirs for what is open still.
[[nodiscard]] bool mayTake(const MergeDraft &draft, const QString &path, Choice side);

//! Whether a draft that is decided can be saved, by all rules.
[[nodiscard]] bool isLawful(const MergeDraft &draft);

} // namespace frost
