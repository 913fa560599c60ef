// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/rowalignment.h"

#include "core/conflict/rowremainder.h"
#include "core/conflict/rowsimilarity.h"

#include <algorithm>
#include <tuple>

namespace frost {

namespace {

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
RowIndexes indexesLeft(const QList<bool> &taken)
{
    RowIndexes indexes;
    for (qsizetype i = 0; i < taken.size(); ++i) {
        if (!taken[i])
            indexes.append(i);
    }
    return indexes;
}

//! What is settled before two lists are aligned.
struct Given {
    RowPairs fixed;
    RowIndexes out;   //!< rows on the right that are given away already
    RowIndexes aside; //!< rows on the right that belong to rows of a third list by their id: no candidates for likeness
    RowPairSet apart;
};

RowPairs align(const QList<Field> &rowFields, const RowList &left, const RowList &right, const Given &given)
{
    QList<bool> leftTaken(left.size(), false);
    QList<bool> rightTaken(right.size(), false);
    auto pairs = given.fixed;
    for (const auto &[l, r] : given.fixed)
        leftTaken[l] = rightTaken[r] = true;
    for (const auto r : given.out)
        rightTaken[r] = true;
    const bool sameRows = holdSameRows(left, right);
    for (const auto &[l, r] : pairsById(left, right)) {
        const bool swapped = sameRows && left.contents[l] != right.contents[r]; // only their ids are
        if (swapped || leftTaken[l] || rightTaken[r] || given.apart.contains({l, r}))
            continue;
        leftTaken[l] = rightTaken[r] = true;
        pairs.append({l, r});
    }
    for (const auto r : given.aside)
        rightTaken[r] = true;
    pairs += pairRemainder(rowFields, left, right, indexesLeft(leftTaken), indexesLeft(rightTaken), given.apart,
                           RowDistance::Counts);
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
        : m_fields(rowFields), m_base(base), m_mine(mine), m_theirs(theirs)
    { }

    QList<RowTriple> triples(const PinnedRows &pinned)
    {
        alignAll();
        bind(pinned.together);
        m_apart = pinned.apart;
        if (m_bound.isEmpty() && m_apart.isEmpty())
            return m_triples;
        do {
            alignAll();
        } while (separate());
        return m_triples;
    }

private:
    void alignAll()
    {
        m_triples = QList<RowTriple>(m_base.size());
        for (qsizetype b = 0; b < m_base.size(); ++b)
            m_triples[b].base = b;
        RowIndexes mineOf(m_theirs.size(), kNoRow);
        Given mine{{}, {}, {}, m_mineApart};
        Given theirs{{}, {}, {}, m_theirsApart};
        giveBound(mine, theirs, mineOf);
        giveSameIds(mine, theirs, mineOf);
        match(&RowTriple::mine, align(m_fields, m_base, m_mine, mine));
        match(&RowTriple::theirs, align(m_fields, m_base, m_theirs, theirs));
        joinEqualChanges(&RowTriple::mine, m_mine, &RowTriple::theirs, m_theirs, theirs.aside + theirs.out);
        joinEqualChanges(&RowTriple::theirs, m_theirs, &RowTriple::mine, m_mine, mine.aside + mine.out);
        for (const auto t : unmatched(&RowTriple::theirs, m_theirs.size()))
            m_triples.append({kNoRow, mineOf[t], t});
        for (const auto m : unmatched(&RowTriple::mine, m_mine.size()))
            m_triples.append({kNoRow, m, kNoRow});
    }

    void giveBound(Given &mine, Given &theirs, RowIndexes &mineOf) const
    {
        for (const auto &bound : m_bound) {
            if (bound.base == kNoRow) {
                mineOf[bound.theirs] = bound.mine;
                mine.out.append(bound.mine);
                theirs.out.append(bound.theirs);
            } else {
                mine.fixed.append({bound.base, bound.mine});
                theirs.fixed.append({bound.base, bound.theirs});
            }
        }
    }

    void giveSameIds(Given &mine, Given &theirs, RowIndexes &mineOf) const
    {
        for (const auto &[m, t] : sameOnBothSides(m_base, m_mine, m_theirs)) {
            const bool isBound = std::any_of(m_bound.begin(), m_bound.end(), [m = m, t = t](const RowTriple &bound) {
                return bound.mine == m || bound.theirs == t;
            });
            if (isBound || m_apart.contains({m, t}))
                continue;
            mineOf[t] = m;
            mine.aside.append(m);
            theirs.aside.append(t);
        }
    }

    // A pair that a person made takes the base row that one of the two has had: of two, the one of the same id.
    void bind(const RowPairs &together)
    {
        const auto baseOf = [&](qsizetype RowTriple::*side, qsizetype row) {
            const auto found = std::find_if(m_triples.begin(), m_triples.end(),
                                            [&](const RowTriple &triple) { return triple.*side == row; });
            return found == m_triples.end() ? kNoRow : found->base;
        };
        QList<bool> taken(m_base.size(), false);
        QList<RowTriple> bound;
        for (const auto &[m, t] : together) {
            QList<std::pair<bool, qsizetype>> wanted; // those of another id later
            const auto want = [&](qsizetype base, const QString &id) {
                if (base != kNoRow && !taken[base])
                    wanted.append({m_base.ids[base] != id, base});
            };
            want(baseOf(&RowTriple::mine, m), m_mine.ids[m]);
            want(baseOf(&RowTriple::theirs, t), m_theirs.ids[t]);
            const auto best = std::min_element(wanted.begin(), wanted.end());
            bound.append({best == wanted.end() ? kNoRow : best->second, m, t});
            if (best != wanted.end())
                taken[best->second] = true;
        }
        m_bound = bound;
    }

    // Two rows that a person told apart cannot both be the base's row: it stays with the one that has its id, else with
    // the one more like it; the text decides between equals, so that it is the same whichever side asks.
    bool separate()
    {
        bool again = false;
        const RowSimilarity similarity(m_fields);
        for (const auto &triple : std::as_const(m_triples)) {
            if (triple.base == kNoRow || !m_apart.contains({triple.mine, triple.theirs}))
                continue;
            const auto claim = [&](const RowList &side, qsizetype row) {
                const auto traits = [&](const RowList &list, qsizetype at) {
                    return similarity.traits(list.rows[at].toObject());
                };
                return std::tuple{side.ids[row] == m_base.ids[triple.base],
                                  RowSimilarity::points(traits(m_base, triple.base), traits(side, row)),
                                  side.contents[row]};
            };
            const auto mine = claim(m_mine, triple.mine);
            const auto theirs = claim(m_theirs, triple.theirs);
            if (mine <= theirs)
                m_mineApart.insert({triple.base, triple.mine});
            if (theirs <= mine)
                m_theirsApart.insert({triple.base, triple.theirs});
            again = true;
        }
        return again;
    }

    // A row changed here and missing there is the new row there that says the same: the change itself, sent back under
    // a new id by a remote that renews them.
    void joinEqualChanges(qsizetype RowTriple::*here, const RowList &hereRows, qsizetype RowTriple::*there,
                          const RowList &thereRows, const RowIndexes &aside)
    {
        QHash<QByteArray, RowIndexes> additions;
        for (const auto row : unmatched(there, thereRows.size())) {
            if (!aside.contains(row))
                additions[thereRows.contents[row]].append(row);
        }
        for (auto &triple : m_triples) {
            if (triple.*here == kNoRow || triple.*there != kNoRow)
                continue;
            const auto equal = additions.find(hereRows.contents[triple.*here]);
            if (equal == additions.end())
                continue;
            const auto found = std::find_if(equal->begin(), equal->end(), [&](qsizetype row) {
                auto joined = triple;
                joined.*there = row;
                return !m_apart.contains({joined.mine, joined.theirs});
            });
            if (found == equal->end())
                continue;
            triple.*there = *found;
            equal->erase(found);
        }
    }

    void match(qsizetype RowTriple::*side, const RowPairs &pairs)
    {
        for (const auto &[b, row] : pairs)
            m_triples[b].*side = row;
    }

    [[nodiscard]] RowIndexes unmatched(qsizetype RowTriple::*side, qsizetype count) const
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
    QList<RowTriple> m_bound; //!< what a person matched, with its base row
    RowPairSet m_apart;       //!< (mine, theirs)
    RowPairSet m_mineApart;   //!< (base, mine)
    RowPairSet m_theirsApart; //!< (base, theirs)
};
} // namespace

RowPairs alignRows(const QList<Field> &rowFields, const QJsonArray &left, const QJsonArray &right, const RowPins &pins)
{
    const RowList leftList(rowFields, left);
    const RowList rightList(rowFields, right);
    const auto pinned = pinnedIn(pins, leftList, rightList);
    return align(rowFields, leftList, rightList, {pinned.together, {}, {}, pinned.apart});
}

QList<RowTriple> alignRows(const QList<Field> &rowFields, const QJsonArray &base, const QJsonArray &mine,
                           const QJsonArray &theirs, const RowPins &pins)
{
    const RowList baseList(rowFields, base);
    const RowList mineList(rowFields, mine);
    const RowList theirsList(rowFields, theirs);
    return ThreeWayAlignment(rowFields, baseList, mineList, theirsList).triples(pinnedIn(pins, mineList, theirsList));
}

} // namespace frost
