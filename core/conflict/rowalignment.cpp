// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/rowalignment.h"

#include "core/conflict/alignmentweights.h"
#include "core/conflict/assignment.h"
#include "core/conflict/rowsimilarity.h"

#include <algorithm>
#include <tuple>

namespace frost {

namespace {
using Indexes = QList<qsizetype>;

// The rows of one copy with what is asked of them again and again.
struct RowList {
    RowList(const QList<Field> &rowFields, const QJsonArray &all) : rows(all), contents(rowContents(rowFields, all))
    {
        for (qsizetype i = 0; i < all.size(); ++i) {
            ids.append(all[i].toObject().value(kRowIdKey).toString());
            if (!ids[i].isEmpty() && !byId.contains(ids[i]))
                byId.insert(ids[i], i);
        }
    }

    [[nodiscard]] qsizetype size() const { return rows.size(); }

    const QJsonArray &rows;
    QList<QByteArray> contents;
    QStringList ids;
    QHash<QString, qsizetype> byId; //!< the first row of each id
};

bool holdSameRows(const RowList &left, const RowList &right)
{
    if (left.size() != right.size())
        return false;
    auto leftContents = left.contents;
    auto rightContents = right.contents;
    std::sort(leftContents.begin(), leftContents.end());
    std::sort(rightContents.begin(), rightContents.end());
    return leftContents == rightContents;
}

RowPairs pairsById(const RowList &left, const RowList &right)
{
    RowPairs pairs;
    for (auto it = left.byId.begin(); it != left.byId.end(); ++it) {
        if (const auto found = right.byId.constFind(it.key()); found != right.byId.constEnd())
            pairs.append({it.value(), *found});
    }
    return pairs;
}

// The indexes of what is not taken.
Indexes indexesLeft(const QList<bool> &taken)
{
    Indexes indexes;
    for (qsizetype i = 0; i < taken.size(); ++i) {
        if (!taken[i])
            indexes.append(i);
    }
    return indexes;
}

// Pairs up the rows that two lists have left once ids have spoken.
class Remainder
{
public:
    Remainder(const QList<Field> &rowFields, const RowList &left, const RowList &right, Indexes leftRows,
              Indexes rightRows)
        : m_fields(rowFields),
          m_left(left),
          m_right(right),
          m_leftRows(std::move(leftRows)),
          m_rightRows(std::move(rightRows))
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
        QHash<QByteArray, Indexes> rightByContent;
        for (const auto r : std::as_const(m_rightRows))
            rightByContent[m_right.contents[r]].append(r);
        Indexes unequal;
        for (const auto l : std::as_const(m_leftRows)) {
            auto &equal = rightByContent[m_left.contents[l]];
            if (equal.isEmpty()) {
                unequal.append(l);
                continue;
            }
            const auto r = equal.takeFirst();
            m_rightRows.removeOne(r);
            m_pairs.append({l, r});
        }
        m_leftRows = unequal;
    }

    [[nodiscard]] QList<RowSimilarity::Traits> traitsOf(const RowList &list, const Indexes &indexes) const
    {
        const RowSimilarity similarity(m_fields);
        QList<RowSimilarity::Traits> traits;
        for (const auto i : indexes)
            traits.append(similarity.traits(list.rows[i].toObject()));
        return traits;
    }

    // 0 where the two are different rows.
    [[nodiscard]] static int pointsOf(const RowSimilarity::Traits &a, const RowSimilarity::Traits &b, qsizetype moved)
    {
        if (moved > alignment::kReach)
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
                points[l][r] = pointsOf(left[l], right[r], std::abs(m_leftRows[l] - m_rightRows[r]));
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
                const int points = pointsOf(left[l], right[r], std::abs(m_leftRows[l] - m_rightRows[r]));
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
    Indexes m_leftRows;
    Indexes m_rightRows;
    RowPairs m_pairs;
};

// @param aside rows on the right that belong to rows of a third list by their id and are no candidates for likeness
RowPairs align(const QList<Field> &rowFields, const RowList &left, const RowList &right, const Indexes &aside)
{
    auto pairs = pairsById(left, right);
    if (holdSameRows(left, right))
        pairs.removeIf([&](const auto &pair) { return left.contents[pair.first] != right.contents[pair.second]; });
    QList<bool> leftTaken(left.size(), false);
    QList<bool> rightTaken(right.size(), false);
    for (const auto &[l, r] : std::as_const(pairs))
        leftTaken[l] = rightTaken[r] = true;
    for (const auto r : aside)
        rightTaken[r] = true;
    pairs += Remainder(rowFields, left, right, indexesLeft(leftTaken), indexesLeft(rightTaken)).pairs();
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// Rows of one id on both sides, as (mine, theirs): one row, also where the base does not have it. A side that holds the
// base's rows has added none, whatever ids they have now.
RowPairs sameOnBothSides(const RowList &base, const RowList &mine, const RowList &theirs)
{
    if (holdSameRows(base, mine) || holdSameRows(base, theirs))
        return {};
    return pairsById(mine, theirs);
}

// Aligns two copies with their base. Triples of base rows are there before, in order.
class ThreeWayAlignment
{
public:
    ThreeWayAlignment(const QList<Field> &rowFields, const RowList &base, const RowList &mine, const RowList &theirs)
        : m_fields(rowFields), m_base(base), m_mine(mine), m_theirs(theirs), m_triples(base.size())
    {
        for (qsizetype b = 0; b < base.size(); ++b)
            m_triples[b].base = b;
    }

    QList<RowTriple> triples()
    {
        Indexes mineOf(m_theirs.size(), kNoRow);
        Indexes mineAside;
        Indexes theirsAside;
        for (const auto &[m, t] : sameOnBothSides(m_base, m_mine, m_theirs)) {
            mineOf[t] = m;
            mineAside.append(m);
            theirsAside.append(t);
        }
        match(&RowTriple::mine, align(m_fields, m_base, m_mine, mineAside));
        match(&RowTriple::theirs, align(m_fields, m_base, m_theirs, theirsAside));
        joinEqualChanges(&RowTriple::mine, m_mine, &RowTriple::theirs, m_theirs, theirsAside);
        joinEqualChanges(&RowTriple::theirs, m_theirs, &RowTriple::mine, m_mine, mineAside);
        for (const auto t : unmatched(&RowTriple::theirs, m_theirs.size()))
            m_triples.append({kNoRow, mineOf[t], t});
        for (const auto m : unmatched(&RowTriple::mine, m_mine.size()))
            m_triples.append({kNoRow, m, kNoRow});
        return m_triples;
    }

private:
    // A row changed here and missing there is the new row there that says the same: the change itself, sent back under
    // a new id by a remote that renews them.
    void joinEqualChanges(qsizetype RowTriple::*here, const RowList &hereRows, qsizetype RowTriple::*there,
                          const RowList &thereRows, const Indexes &aside)
    {
        QHash<QByteArray, Indexes> additions;
        for (const auto row : unmatched(there, thereRows.size())) {
            if (!aside.contains(row))
                additions[thereRows.contents[row]].append(row);
        }
        for (auto &triple : m_triples) {
            if (triple.*here == kNoRow || triple.*there != kNoRow)
                continue;
            const auto found = additions.find(hereRows.contents[triple.*here]);
            if (found != additions.end() && !found->isEmpty())
                triple.*there = found->takeFirst();
        }
    }

    void match(qsizetype RowTriple::*side, const RowPairs &pairs)
    {
        for (const auto &[b, row] : pairs)
            m_triples[b].*side = row;
    }

    [[nodiscard]] Indexes unmatched(qsizetype RowTriple::*side, qsizetype count) const
    {
        QList<bool> taken(count, false);
        for (const auto &triple : m_triples) {
            if (triple.*side != kNoRow)
                taken[triple.*side] = true;
        }
        return indexesLeft(taken);
    }

    const QList<Field> &m_fields;
    const RowList &m_base;
    const RowList &m_mine;
    const RowList &m_theirs;
    QList<RowTriple> m_triples;
};
} // namespace

RowPairs alignRows(const QList<Field> &rowFields, const QJsonArray &left, const QJsonArray &right)
{
    return align(rowFields, RowList(rowFields, left), RowList(rowFields, right), {});
}

QList<RowTriple> alignRows(const QList<Field> &rowFields, const QJsonArray &base, const QJsonArray &mine,
                           const QJsonArray &theirs)
{
    const RowList baseList(rowFields, base);
    const RowList mineList(rowFields, mine);
    const RowList theirsList(rowFields, theirs);
    return ThreeWayAlignment(rowFields, baseList, mineList, theirsList).triples();
}

} // namespace frost
