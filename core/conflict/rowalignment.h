// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/rowpins.h"
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

//! Which rows of two copies are the same. What a person said comes first. Where both hold the same rows in some order:
//! equal ones, of the same id first. Otherwise: equal rowId; of those left, equal content; of those left, the pairs that
//! are alike (UX.md 1.2 E18, alignmentweights.h) in the best total assignment. Ordered by left index; every row is in at
//! most one pair. Above alignment::kOptimalUpTo rows left on a side, the best pairs are taken first instead, within
//! alignment::kReach positions, which no eligible pair exceeds.
//! @param rowFields the fields of a Rows field. A rowId that occurs twice in a list counts only the first time.
//! @param pins of this Rows field; mine is the left list
[[nodiscard]] RowPairs alignRows(const QList<Field> &rowFields, const QJsonArray &left, const QJsonArray &right,
                                 const RowPins &pins = {});

//! The same for a base and its two copies: base rows in order, then rows only theirs or both have (in theirs' order),
//! then rows only mine has. A row added on both sides is one row only by its id or by a pin, since two people may add
//! equal rows. A row changed on one side is also an equal new row of a side that lacks it. Rows matched by a person take
//! the base row of either; of rows told apart, the base row stays with the one that has its id, else the more alike one.
[[nodiscard]] QList<RowTriple> alignRows(const QList<Field> &rowFields, const QJsonArray &base, const QJsonArray &mine,
                                         const QJsonArray &theirs, const RowPins &pins = {});

//! Probable duplicates (UX.md 1.2 E19): pairs (mine, theirs) of rows that each side added, equal or alike however far
//! apart they stand, in the best total assignment; ordered by mine's. Blank rows and rows told apart by a person are
//! none. @param triples of alignRows() with the same arguments
[[nodiscard]] RowPairs alikeAdditions(const QList<Field> &rowFields, const QJsonArray &mine, const QJsonArray &theirs,
                                      const QList<RowTriple> &triples, const RowPins &pins = {});

} // namespace frost
