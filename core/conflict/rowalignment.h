// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonArray>

#include <utility>

namespace frost {

//! Indexes of two rows, one in each of two lists, that are the same row.
using RowPairs = QList<std::pair<qsizetype, qsizetype>>;

//! One row seen in up to three copies: its index in each, or kNoRow.
inline constexpr qsizetype kNoRow = -1;
struct RowTriple {
    qsizetype base = kNoRow;
    qsizetype mine = kNoRow;
    qsizetype theirs = kNoRow;
    friend bool operator==(const RowTriple &, const RowTriple &) = default;
};

//! Which rows of two copies are the same. Where both hold the same rows in some order: equal ones, of the same id first.
//! Otherwise: equal rowId; of those left, equal content; of those left, the pairs that are alike (UX.md 1.2 E18,
//! alignmentweights.h) in the best total assignment. Ordered by left index; every row is in at most one pair. Above
//! alignment::kOptimalUpTo rows left on a side, the best pairs are taken first instead, within alignment::kReach
//! positions, which no eligible pair exceeds.
//! @param rowFields the fields of a Rows field. A rowId that occurs twice in a list counts only the first time.
[[nodiscard]] RowPairs alignRows(const QList<Field> &rowFields, const QJsonArray &left, const QJsonArray &right);

//! The same for a base and its two copies: base rows in order, then rows only theirs or both have (in theirs' order),
//! then rows only mine has. A row added on both sides is one row only by its id, since two people may add equal rows. A
//! row changed on one side is also an equal new row of a side that lacks it.
[[nodiscard]] QList<RowTriple> alignRows(const QList<Field> &rowFields, const QJsonArray &base, const QJsonArray &mine,
                                         const QJsonArray &theirs);

} // namespace frost
