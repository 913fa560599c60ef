// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/fieldrules.h"
#include "ui/conflicts/mergeediting.h"

namespace frost::wording {

//! What a record in conflict is called: "Invoice 1042 Norrskog Bygg AB".
[[nodiscard]] QString recordHeading(const EntityType &type, const RecordName &name);
//! Why mine cannot be chosen: it is booked over there; "": it can. Plain text.
[[nodiscard]] QString closedThere(const MergeEditing &editing);
//! Why theirs cannot be taken; empty: it can.
[[nodiscard]] QString heldElsewhere(const MergeEditing &editing);
//! Who changed what, where and when; what is unknown is said to be unknown (UX.md 1.2 H). Rich text.
[[nodiscard]] QString whoAndWhen(const MergeEditing &editing);
//! Which side changed while it was looked at, when, and what is open because of it. Plain text. @param seen what it was before
[[nodiscard]] QString changedAgain(const MergeEditing &editing, const MergeInput &seen, int reopened);
//! The same where it is known only that kept choices fit no longer, not which side it was, nor when.
[[nodiscard]] QString changedSince(int reopened);
//! The same where nothing is open because of it: what they were about is gone.
[[nodiscard]] QString changedPast(int dropped);
//! What comes of rules that were to be made. Plain text.
[[nodiscard]] QString whatWasRuled(const Result<QList<FieldRule>> &added);
//! What came of taking back those that were made. @param made  not empty @param others  that say something else by now
[[nodiscard]] QString whatWasUnruled(const QList<FieldRule> &made, const Result<QList<FieldRule>> &others);
//! What is merged, what is left to choose, and that nothing is sent yet. Rich text.
[[nodiscard]] QString whatIsLeft(const MergeEditing &editing);
//! One entry in words: what either side made of it. Plain text.
[[nodiscard]] QString entrySentence(const MergeEditing &editing, const MergeDraft::Entry &entry);

} // namespace frost::wording
