// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"

namespace frost::wording {

//! The parts every sentence about a conflict is made of.
struct MergeFacts {
    QString system; //!< "the company server"
    QString person; //!< "": not known
    QString mineTime;
    QString theirsTime;
};
[[nodiscard]] MergeFacts mergeFacts(const MergeEditing &editing);

//! The other side does not know the record: it did not say that somebody deleted it.
[[nodiscard]] bool isLostThere(const Conflict &conflict);

} // namespace frost::wording
