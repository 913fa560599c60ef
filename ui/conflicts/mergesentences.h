// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
//! What is merged, what is left to choose, and that nothing is sent yet. Rich text.
[[nodiscard]] QString whatIsLeft(const MergeEditing &editing);
//! One entry in words: what either side made of it. Plain text.
[[nodiscard]] QString entrySentence(const MergeEditing &editing, const MergeDraft::Entry &entry);

} // namespace frost::wording
