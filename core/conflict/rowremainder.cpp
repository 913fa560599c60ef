// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/rowremainder.h"

#include "core/conflict/alignmentweights.h"
#include "core/conflict/assignment.h"
#include "core/conflict/rowsimilarity.h"

#include <algorithm>
#include <tuple>

namespace frost {

namespace {
class Remainder
{
public:
    Remainder(const QList<Field> &rowFields, const RowList &left, const RowList &right, RowIndexes leftRows,
              RowIndexes rightRows, const RowPairSet &apart, RowDistance distance)
        : m_fields(rowFields),
          m_left(left),
          m_right(right),
          m_leftRows(std::move(leftRows)),
          m_rightRows(std::move(rightRows)),
          m_apart(apart),
          m_distance(distance)
    { }

    RowPairs pairs()
    {
        if (m_leftRows.isEmpty() || m_rightRows.isEmpty())
            return {};
        pairEqualRows();
        if (std::max(m_leftRows.size(), m_rightRows.size()) <= alignment::kOptimalUpTo)
            pairOptimally();
        else
            pairBestFirst();
        return m_pairs;
    }

private:
    // However far an unchanged row has moved, it is the same row; E18's deduction is for rows that are merely alike.
    void pairEqualRows()
    {
        QHash<QByteArray, RowIndexes> rightByContent;
        for (const auto r : std::as_const(m_rightRows))
            rightByContent[m_right.contents[r]].append(r);
        RowIndexes unequal;
        for (const auto l : std::as_const(m_leftRows)) {
            auto &equal = rightByContent[m_left.contents[l]];
            const auto found = std::find_if(equal.begin(), equal.end(), [&](qsizetype r) {
                return !m_apart.contains({l, r});
            });
            if (found == equal.end()) {
                unequal.append(l);
                continue;
            }
            m_pairs.append({l, *found});
            m_rightRows.removeOne(*found);
            equal.erase(found);
        }
        m_leftRows = unequal;
    }

    [[nodiscard]] QList<RowSimilarity::Traits> traitsOf(const RowList &list, const RowIndexes &indexes) const
    {
        const RowSimilarity similarity(m_fields);
        QList<RowSimilarity::Traits> traits;
        for (const auto i : indexes)
            traits.append(similarity.traits(list.rows[i].toObject()));
        return traits;
    }

    // 0 where the two are different rows.
    [[nodiscard]] int pointsOf(const RowSimilarity::Traits &a, const RowSimilarity::Traits &b, qsizetype l,
                               qsizetype r) const
    {
        const auto moved = m_distance == RowDistance::Counts ? std::abs(l - r) : 0;
        if (moved > alignment::kReach || m_apart.contains({l, r}))
            return 0;
        const int points = RowSimilarity::points(a, b) - alignment::kPerPosition * int(moved);
        return points >= alignment::kThreshold ? points : 0;
    }

    void pairOptimally()
    {
        const auto left = traitsOf(m_left, m_leftRows);
        const auto right = traitsOf(m_right, m_rightRows);
        QList<QList<int>> points(left.size(), QList<int>(right.size(), 0));
        for (qsizetype l = 0; l < left.size(); ++l) {
            for (qsizetype r = 0; r < right.size(); ++r)
                points[l][r] = pointsOf(left[l], right[r], m_leftRows[l], m_rightRows[r]);
        }
        for (const auto &[l, r] : bestAssignment(points))
            m_pairs.append({m_leftRows[l], m_rightRows[r]});
    }

    void pairBestFirst()
    {
        const auto left = traitsOf(m_left, m_leftRows);
        const auto right = traitsOf(m_right, m_rightRows);
        QList<std::tuple<int, qsizetype, qsizetype>> candidates; // points negated, so that they sort best first
        for (qsizetype l = 0; l < left.size(); ++l) {
            auto r = std::lower_bound(m_rightRows.begin(), m_rightRows.end(), m_leftRows[l] - alignment::kReach)
                     - m_rightRows.begin();
            for (; r < right.size() && m_rightRows[r] <= m_leftRows[l] + alignment::kReach; ++r) {
                const int points = pointsOf(left[l], right[r], m_leftRows[l], m_rightRows[r]);
                if (points > 0)
                    candidates.append({-points, l, r});
            }
        }
        std::sort(candidates.begin(), candidates.end());
        QList<bool> leftTaken(left.size(), false);
        QList<bool> rightTaken(right.size(), false);
        for (const auto &[points, l, r] : std::as_const(candidates)) {
            if (leftTaken[l] || rightTaken[r])
                continue;
            leftTaken[l] = rightTaken[r] = true;
            m_pairs.append({m_leftRows[l], m_rightRows[r]});
        }
    }

    const QList<Field> &m_fields;
    const RowList &m_left;
    const RowList &m_right;
    RowIndexes m_leftRows;
    RowIndexes m_rightRows;
    const RowPairSet &m_apart;
    RowDistance m_distance;
    RowPairs m_pairs;
};
} // namespace

RowList::RowList(const QList<Field> &rowFields, const QJsonArray &all)
    : rows(all), contents(rowContents(rowFields, all))
{
    for (qsizetype i = 0; i < all.size(); ++i) {
        ids.append(all[i].toObject().value(kRowIdKey).toString());
        if (!ids[i].isEmpty() && !byId.contains(ids[i]))
            byId.insert(ids[i], i);
    }
}

PinnedRows pinnedIn(const RowPins &pins, const RowList &mine, const RowList &theirs)
{
    const auto pairOf = [&](const RowPin &pin) {
        return std::pair{mine.byId.value(pin.mine, kNoRow), theirs.byId.value(pin.theirs, kNoRow)};
    };
    const auto isThere = [](const auto &pair) { return pair.first != kNoRow && pair.second != kNoRow; };
    PinnedRows pinned;
    for (const auto &pin : pins.apart) {
        if (const auto pair = pairOf(pin); isThere(pair))
            pinned.apart.insert(pair);
    }
    for (const auto &pin : pins.together) {
        const auto pair = pairOf(pin);
        const bool taken = std::any_of(pinned.together.begin(), pinned.together.end(), [&](const auto &other) {
            return other.first == pair.first || other.second == pair.second;
        });
        if (!isThere(pair) || taken)
            continue;
        pinned.apart.remove(pair);
        pinned.together.append(pair);
    }
    return pinned;
}

RowPairs pairRemainder(const QList<Field> &rowFields, const RowList &left, const RowList &right,
                       const RowIndexes &leftRows, const RowIndexes &rightRows, const RowPairSet &apart,
                       RowDistance distance)
{
    return Remainder(rowFields, left, right, leftRows, rightRows, apart, distance).pairs();
}

} // namespace frost
