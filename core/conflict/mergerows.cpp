// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/mergelevel.h"
#include "core/conflict/rowalignment.h"
#include "core/conflict/rowpath.h"

#include <algorithm>
#include <optional>
#include <set>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
using OptionalRow = std::optional<QJsonObject>;

QJsonValue rowOrNothing(const OptionalRow &row)
{
    return row ? QJsonValue(*row) : QJsonValue(QJsonValue::Undefined);
}

//! What becomes of one row.
struct Fate {
    OptionalRow row; //!< nothing: removed
    QList<FieldMerge> fields;
};

// The fate of one row that is in at least one of three copies.
class RowMerge
{
public:
    //! @param rowsPath of the Rows field; `id` is the row's in the result
    RowMerge(const QList<Field> &rowFields, const QList<QStringList> &groups, bool baseKnown, const QString &rowsPath,
             const QString &id)
        : m_fields(rowFields), m_groups(groups), m_baseKnown(baseKnown), m_path(rowPath(rowsPath, id)), m_id(id)
    { }

    //! @param toldApart by a person from what would be its partner on the other side
    [[nodiscard]] Fate fate(const OptionalRow &base, const OptionalRow &mine, const OptionalRow &theirs,
                            bool toldApart) const
    {
        if (mine && theirs)
            return inBoth(base, *mine, *theirs);
        const auto &left = mine ? mine : theirs;
        if (base && !left)
            return whole(Origin::Both, base, mine, theirs, {});
        if (base && (toldApart || !same(*base, *left))) // changed here, removed there: in sight until somebody decides
            return whole(Origin::Open, base, mine, theirs, left);
        if (base)
            return whole(mine ? Origin::Theirs : Origin::Mine, base, mine, theirs, {});
        if (!m_baseKnown)
            return whole(Origin::Open, base, mine, theirs, left);
        return whole(mine ? Origin::Mine : Origin::Theirs, base, mine, theirs, left);
    }

private:
    [[nodiscard]] bool same(const QJsonObject &a, const QJsonObject &b) const
    {
        return comparableBody(m_fields, a) == comparableBody(m_fields, b);
    }

    [[nodiscard]] Fate inBoth(const OptionalRow &base, const QJsonObject &mine, const QJsonObject &theirs) const
    {
        if (m_baseKnown && !base && same(mine, theirs))
            return whole(Origin::Both, base, mine, theirs, theirs);
        const auto level = mergeLevel(m_fields, m_groups, {base ? &*base : nullptr, mine, theirs}, m_path + u'.', {});
        return {withId(level.body), level.fields};
    }

    [[nodiscard]] QJsonObject withId(QJsonObject row) const
    {
        row.insert(kRowIdKey, m_id);
        return row;
    }

    [[nodiscard]] Fate whole(Origin origin, const OptionalRow &base, const OptionalRow &mine, const OptionalRow &theirs,
                             const OptionalRow &kept) const
    {
        const auto result = kept ? OptionalRow(withId(*kept)) : OptionalRow();
        FieldMerge merged;
        merged.path = m_path;
        merged.origin = origin;
        const auto &some = mine ? mine : theirs;
        merged.severity = severityOfDifference(m_fields, base.value_or(QJsonObject()), some.value_or(QJsonObject()));
        if (base && some && origin != Origin::Open) // removed unchanged: what is lost is the whole row
            merged.severity = severityOfDifference(m_fields, *base, {});
        if (holdAmounts(m_fields))
            merged.severity = std::max(merged.severity, Severity::High);
        merged.base = rowOrNothing(base);
        merged.mine = rowOrNothing(mine);
        merged.theirs = rowOrNothing(theirs);
        merged.result = rowOrNothing(result);
        return {result, {merged}};
    }

    const QList<Field> &m_fields;
    const QList<QStringList> &m_groups;
    bool m_baseKnown;
    QString m_path;
    QString m_id;
};

// The order in which rows stand in the result; rows that end up removed have a place in it too.
class RowOrder
{
public:
    RowOrder(const QList<RowTriple> &triples, qsizetype mineCount, qsizetype theirsCount)
        : m_triples(triples), m_mine(mineCount), m_theirs(theirsCount), m_placed(triples.size(), false)
    {
        for (qsizetype i = 0; i < triples.size(); ++i) {
            if (triples[i].mine != kNoRow)
                m_mine[triples[i].mine] = i;
            if (triples[i].theirs != kNoRow)
                m_theirs[triples[i].theirs] = i;
        }
    }

    QList<qsizetype> order()
    {
        const bool mineRearranged = isRearranged(m_mine);
        const bool theirsRearranged = isRearranged(m_theirs);
        if (mineRearranged && !theirsRearranged) {
            place(m_mine);
            place(m_theirs);
        } else if (theirsRearranged) {
            place(m_theirs);
            place(m_mine);
        }
        for (qsizetype i = 0; i < m_triples.size(); ++i)
            placeOne(i);
        return m_order;
    }

private:
    // Rows were inserted or moved, not merely removed.
    [[nodiscard]] bool isRearranged(const QList<qsizetype> &side) const
    {
        qsizetype last = kNoRow;
        for (const auto i : side) {
            if (m_triples[i].base <= last)
                return true;
            last = m_triples[i].base;
        }
        return false;
    }

    void place(const QList<qsizetype> &side)
    {
        for (const auto i : side)
            placeOne(i);
    }

    void placeOne(qsizetype i)
    {
        if (!m_placed[i])
            m_order.append(i);
        m_placed[i] = true;
    }

    const QList<RowTriple> &m_triples;
    QList<qsizetype> m_mine; //!< per row of mine, its triple
    QList<qsizetype> m_theirs;
    QList<bool> m_placed;
    QList<qsizetype> m_order;
};

OptionalRow rowAt(const QJsonArray &rows, qsizetype index)
{
    return index == kNoRow ? OptionalRow() : rows[index].toObject();
}

QList<RowTriple> alignWithoutBase(const QList<Field> &rowFields, const QJsonArray &mine, const QJsonArray &theirs,
                                  const RowPins &pins)
{
    QList<bool> mineTaken(mine.size(), false);
    QList<RowTriple> triples(theirs.size());
    for (qsizetype t = 0; t < theirs.size(); ++t)
        triples[t].theirs = t;
    for (const auto &[m, t] : alignRows(rowFields, mine, theirs, pins)) {
        triples[t].mine = m;
        mineTaken[m] = true;
    }
    for (qsizetype m = 0; m < mine.size(); ++m) {
        if (!mineTaken[m])
            triples.append({kNoRow, m, kNoRow});
    }
    return triples;
}

// The id of each row in the result: the base's, else one that no other row has. Paths name rows by it, and ids from
// outside may repeat; two rows must not become one for that.
class ResultIds
{
public:
    QString idFor(const OptionalRow &base, const OptionalRow &mine, const OptionalRow &theirs)
    {
        QString wanted;
        for (const auto *row : {&base, &mine, &theirs}) {
            const auto id = *row ? (*row)->value(kRowIdKey).toString() : QString();
            if (isFree(id))
                return taken(id);
            if (wanted.isEmpty())
                wanted = id;
        }
        for (int n = 2;; ++n) {
            if (const QString id = wanted + u'-' + QString::number(n); isFree(id))
                return taken(id);
        }
    }

private:
    [[nodiscard]] bool isFree(const QString &id) const { return !id.isEmpty() && !m_used.contains(id); }

    QString taken(const QString &id)
    {
        m_used.insert(id);
        return id;
    }

    std::set<QString> m_used;
};

//! One row in up to three copies and its id in the result.
struct Candidate {
    OptionalRow base;
    OptionalRow mine;
    OptionalRow theirs;
    QString id;
};

bool isToldApart(const Candidate &row, const RowPins &pins)
{
    const auto idOf = [](const OptionalRow &side) { return side ? side->value(kRowIdKey).toString() : QString(); };
    return std::any_of(pins.apart.begin(), pins.apart.end(), [&](const RowPin &pin) {
        return row.mine ? pin.mine == idOf(row.mine) : pin.theirs == idOf(row.theirs);
    });
}

// Each row is told of in `fields` too, as added.
QList<RowDuplicate> duplicatesOf(const MergeField &field, const QString &path, const QList<Candidate> &rows,
                                 const QList<RowTriple> &triples, const RowPairs &pairs)
{
    const auto placeOf = [&](qsizetype RowTriple::*side, qsizetype row) {
        return std::find_if(triples.begin(), triples.end(),
                            [&](const RowTriple &triple) { return triple.*side == row; })
               - triples.begin();
    };
    const auto &rowFields = field.declared->fields;
    QList<RowDuplicate> duplicates;
    for (const auto &[m, t] : pairs) {
        const auto &mine = rows[placeOf(&RowTriple::mine, m)];
        const auto &theirs = rows[placeOf(&RowTriple::theirs, t)];
        FieldMerge alike;
        alike.path = rowPath(path, mine.id) + u'~' + rowPath(path, theirs.id);
        alike.origin = Origin::Open;
        alike.severity = std::max(severityOfDifference(rowFields, *mine.mine, {}),
                                  holdAmounts(rowFields) ? Severity::High : Severity::Medium);
        alike.mine = *mine.mine;
        alike.theirs = *theirs.theirs;
        alike.base = alike.result = QJsonValue::Undefined;
        duplicates.append({field.name, mine.id, theirs.id, alike});
    }
    return duplicates;
}
} // namespace

RowsMerge mergeRows(const MergeField &field, const QList<QStringList> &groups, const Versions &versions,
                    const QString &path, const RowPins &pins)
{
    const auto here = pins.of(path);
    const auto &rowFields = field.declared->fields;
    const auto base = versions.base ? versions.base->value(field.name).toArray() : QJsonArray();
    const auto mine = versions.mine.value(field.name).toArray();
    const auto theirs = versions.theirs.value(field.name).toArray();
    const auto triples = versions.base ? alignRows(rowFields, base, mine, theirs, here)
                                       : alignWithoutBase(rowFields, mine, theirs, here);
    ResultIds ids;
    QList<Candidate> candidates; // base rows come first, and so keep their ids
    for (const auto &triple : triples) {
        Candidate row{rowAt(base, triple.base), rowAt(mine, triple.mine), rowAt(theirs, triple.theirs), {}};
        row.id = ids.idFor(row.base, row.mine, row.theirs);
        candidates.append(row);
    }

    RowsMerge merged;
    for (const auto i : RowOrder(triples, mine.size(), theirs.size()).order()) {
        const auto &row = candidates[i];
        const auto fate = RowMerge(rowFields, groups, versions.base != nullptr, path, row.id)
                              .fate(row.base, row.mine, row.theirs, isToldApart(row, here));
        merged.fields += fate.fields;
        merged.places.append({field.name, row.id, triples[i]});
        if (fate.row)
            merged.rows.append(*fate.row);
    }
    if (versions.base) // without one, every row of one side is asked about anyway
        merged.duplicates =
            duplicatesOf(field, path, candidates, triples, alikeAdditions(rowFields, mine, theirs, triples, here));
    return merged;
}

} // namespace frost
