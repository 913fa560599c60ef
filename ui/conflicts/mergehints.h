// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergetotals.h"
#include "ui/conflicts/marks.h"
#include "ui/conflicts/mergeediting.h"

namespace frost {

//! One line below the merge.
struct MessageLine {
    Mark mark = Mark::Information;
    QString text;
    friend bool operator==(const MessageLine &, const MessageLine &) = default;
};

//! What there is to say about a merge besides its values: why it cannot be saved, what looks wrong, linked fields that
//! wait for a confirmation, payment details to be checked with the partner (UX.md 1.2 F), an amount that neither side has.
[[nodiscard]] QList<MessageLine> mergeHints(const MergeEditing &editing);

//! Why it cannot be saved, a sentence each; empty: it could be, once everything is chosen.
[[nodiscard]] QStringList whyNotSaved(const MergeEditing &editing);

//! The sums of base, mine, theirs and result, in this order; those of the result are absent while a choice that touches
//! them is open.
[[nodiscard]] QList<MergeTotal> totalsOf(const MergeDraft &draft);

} // namespace frost
