// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <utility>

namespace frost {

//! The pairing of `left` things with `right` things whose points have the highest possible sum; a thing may stay
//! alone. Hungarian method with potentials, O(left² · right); tests hold it to exhaustive search.
//! @param points `points[l][r]`; 0 or less: never a pair. All lists are equally long.
//! @return pairs (left, right) with points, ordered by left
[[nodiscard]] QList<std::pair<qsizetype, qsizetype>> bestAssignment(const QList<QList<int>> &points);

} // namespace frost
