// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <optional>

namespace frost {

//! A merge path inside a Rows field taken apart: "rows[r1].price", "rows[r1]".
struct RowPath {
    const Field *rows = nullptr;
    QString rowId;
    QString field; //!< "": the row itself
};
//! nullopt: a field of the record. @param schema must outlive what is returned
[[nodiscard]] std::optional<RowPath> rowPathOf(const EntitySchema &schema, const QString &path);

[[nodiscard]] QString rowPath(const QString &rows, const QString &rowId); //!< "rows[r1]"

//! A merge path as a field of the type, whichever row it is in: "rows.price"; "": a whole row or record.
[[nodiscard]] QString withoutRowId(const EntitySchema &schema, const QString &path);

} // namespace frost
