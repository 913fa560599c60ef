// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that may have been entered twice.
#include "core/conflict/rowremainder.h"

#include <algorithm>

namespace frost {

namespace {
bool isBlank(const RowList &list, qsizetype row)
{
    return list.contents[row] == "{}";
}
} // namespace

RowPairs alikeAdditions(const QList<Field> &rowFields, const QJsonArray &mine, const QJsonArray &theirs,
                        const QList<RowTriple> &triples, const RowPins &pins)
{
    RowIndexes mineAdded;
    RowIndexes theirsAdded;
    for (const auto &triple : triples) {
        if (triple.base == kNoRow && triple.theirs == kNoRow)
            mineAdded.append(triple.mine);
        if (triple.base == kNoRow && triple.mine == kNoRow)
            theirsAdded.append(triple.theirs);
    }
    if (mineAdded.isEmpty() || theirsAdded.isEmpty())
        return {};
    const RowList mineList(rowFields, mine);
    const RowList theirsList(rowFields, theirs);
    mineAdded.removeIf([&](qsizetype row) { return isBlank(mineList, row); });
    theirsAdded.removeIf([&](qsizetype row) { return isBlank(theirsList, row); });
    auto pairs = pairRemainder(rowFields, mineList, theirsList, mineAdded, theirsAdded,
                               pinnedIn(pins, mineList, theirsList).apart, RowDistance::Ignored);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace frost
