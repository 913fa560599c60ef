// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about which rows are the same.
#include "core/conflict/alignmentweights.h"
#include "core/conflict/content.h"
#include "core/conflict/mergedraft.h"
#include "core/conflict/rowpath.h"
#include "core/conflict/rowsimilarity.h"

#include <algorithm>
#include <set>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QJsonArray rowsIn(const std::optional<QJsonObject> &body, const QString &name)
{
    return body ? body->value(name).toArray() : QJsonArray();
}

QString idAt(const QJsonArray &rows, qsizetype index)
{
    return index == kNoRow ? QString() : rows.at(index).toObject().value(kRowIdKey).toString();
}

QJsonObject rowWithId(const QJsonArray &rows, const QString &id)
{
    for (const auto &row : rows) {
        if (row.toObject().value(kRowIdKey).toString() == id)
            return row.toObject();
    }
    return {};
}

} // namespace

// Rows of a record that is taken as a whole are nobody's to match; so is a row without an id.
std::optional<MergeDraft::Sides> MergeDraft::sidesOf(const QString &path) const
{
    if (m_shape != Shape::Fields)
        return std::nullopt;
    for (const auto &row : m_rows) {
        if (rowPath(row.rows, row.id) != path)
            continue;
        const Sides sides{m_schema->field(row.rows), idAt(rowsIn(m_input.mine, row.rows), row.at.mine),
                          idAt(rowsIn(m_input.theirs, row.rows), row.at.theirs)};
        return sides.mine.isEmpty() && sides.theirs.isEmpty() ? std::nullopt : std::optional(sides);
    }
    return std::nullopt;
}

QList<MergeDraft::RowCandidate> MergeDraft::candidatesFor(const QString &path) const
{
    const auto sides = sidesOf(path);
    if (!sides)
        return {};
    const auto mine = rowsIn(m_input.mine, sides->rows->name);
    const auto theirs = rowsIn(m_input.theirs, sides->rows->name);
    const bool isMine = !sides->mine.isEmpty();
    const RowSimilarity similarity(sides->rows->fields);
    const auto traits = similarity.traits(isMine ? rowWithId(mine, sides->mine) : rowWithId(theirs, sides->theirs));
    QList<std::pair<int, RowCandidate>> found;
    std::set<QString> seen{QString(), isMine ? sides->theirs : sides->mine};
    for (const auto &value : isMine ? theirs : mine) {
        const auto row = value.toObject();
        const auto id = row.value(kRowIdKey).toString();
        if (!seen.insert(id).second)
            continue;
        const int points = RowSimilarity::points(traits, similarity.traits(row));
        found.append({points, {isMine ? Choice::Theirs : Choice::Mine, id, row, points >= alignment::kThreshold}});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<RowCandidate> candidates;
    for (const auto &[points, candidate] : std::as_const(found))
        candidates.append(candidate);
    return candidates;
}

Result<QString> MergeDraft::match(const QString &path, const QString &candidate)
{
    const auto sides = sidesOf(path);
    const auto possible = candidatesFor(path);
    const bool isThere =
        std::any_of(possible.begin(), possible.end(), [&](const RowCandidate &one) { return one.rowId == candidate; });
    if (!isThere)
        return fail(ErrorKind::Usage, u"merge.noSuchRow"_s, {path});
    const bool isMine = !sides->mine.isEmpty();
    const RowPin pin{sides->rows->name, isMine ? sides->mine : candidate, isMine ? candidate : sides->theirs};
    auto pins = m_input.pins;
    pins.match(pin);
    return pinned(pin, std::move(pins));
}

bool MergeDraft::canSplit(const QString &path) const
{
    const auto sides = sidesOf(path);
    if (!sides || sides->mine.isEmpty() || sides->theirs.isEmpty())
        return false;
    const auto &fields = sides->rows->fields;
    return sides->mine != sides->theirs
           || comparableBody(fields, rowWithId(rowsIn(m_input.mine, sides->rows->name), sides->mine))
                  != comparableBody(fields, rowWithId(rowsIn(m_input.theirs, sides->rows->name), sides->theirs));
}

Result<QString> MergeDraft::split(const QString &path)
{
    if (!canSplit(path))
        return fail(ErrorKind::Usage, u"merge.noSuchRow"_s, {path});
    const auto sides = *sidesOf(path);
    const RowPin pin{sides.rows->name, sides.mine, sides.theirs};
    auto pins = m_input.pins;
    pins.split(pin);
    return pinned(pin, std::move(pins));
}

Result<MergeDraft> MergeDraft::madeWith(RowPins pins) const
{
    auto input = m_input;
    input.pins = std::move(pins);
    return make(*m_schema, input);
}

// Decisions hold where what they were made over still stands.
Result<QString> MergeDraft::pinned(const RowPin &about, RowPins pins)
{
    auto again = madeWith(std::move(pins));
    FROST_TRY(again);
    again->restoreDecisions(toJson());
    *this = *std::move(again);
    return pathOf(about);
}

QString MergeDraft::pathOf(const RowPin &pin) const
{
    const auto mine = rowsIn(m_input.mine, pin.rows);
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const MergedRow &row) {
        return row.rows == pin.rows && idAt(mine, row.at.mine) == pin.mine;
    });
    return found == m_rows.end() ? QString() : rowPath(found->rows, found->id);
}

void MergeDraft::setState(const MergeState &state)
{
    if (state.pins != m_input.pins) {
        auto again = madeWith(state.pins);
        if (!again)
            return; // no earlier state of this draft
        *this = *std::move(again);
    }
    setDecisions(state.decisions);
}

} // namespace frost
