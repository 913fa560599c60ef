// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

//! One column of a list: a field of the schema that fits into a cell.
struct Column {
    Field field;
    bool shownAtFirst = false; //!< until the user chooses columns
};

//! Every column a list of this type can show, those shown at first in front, in the order accountants read them.
[[nodiscard]] QList<Column> columnsOf(const EntitySchema &schema);
//! The order of a list until the user chooses one: documents with the newest first, everything else by its first column.
[[nodiscard]] QString firstSortField(const EntitySchema &schema); //!< a date: descending; else ascending
//! Figures stand right.
[[nodiscard]] bool isFigure(FieldKind kind);

} // namespace frost
