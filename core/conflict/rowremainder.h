// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/rowalignment.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace frost {

using RowIndexes = QList<qsizetype>;
using RowPairSet = QSet<std::pair<qsizetype, qsizetype>>;

//! The rows of one copy with what is asked of them again and again.
struct RowList {
    //! @param all must outlive the list
    RowList(const QList<Field> &rowFields, const QJsonArray &all);

    [[nodiscard]] qsizetype size() const { return rows.size(); }

    const QJsonArray &rows;
    QList<QByteArray> contents; //!< rowContents()
    QStringList ids;
    QHash<QString, qsizetype> byId; //!< the first row of each id
};

//! Pins as pairs (mine, theirs) of rows that are there.
struct PinnedRows {
    RowPairs together; //!< no row twice
    RowPairSet apart;
};
[[nodiscard]] PinnedRows pinnedIn(const RowPins &pins, const RowList &mine, const RowList &theirs);

//! Points that two rows further apart lose (UX.md 1.2 E18).
enum class RowDistance { Counts, Ignored };

//! Pairs up the rows that two lists have left once ids and people have spoken: equal content first, then likeness in the
//! best total assignment; above alignment::kOptimalUpTo rows the best pairs first, within alignment::kReach positions.
//! @param leftRows, rightRows sorted. @param apart pairs (left, right) that are none
[[nodiscard]] RowPairs pairRemainder(const QList<Field> &rowFields, const RowList &left, const RowList &right,
                                     const RowIndexes &leftRows, const RowIndexes &rightRows, const RowPairSet &apart,
                                     RowDistance distance);

} // namespace frost
