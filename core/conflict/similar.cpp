// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/similar.h"

#include "core/conflict/habits.h"
#include "core/conflict/simple.h"
#include "core/conflict/rowpath.h"

namespace frost {

namespace {

//! One field that stands alone: of a linked group somebody looks at all members, and what is critical is a question of its own.
bool standsAlone(const MergeDraft::Entry &entry)
{
    return entry.field && entry.group.isEmpty() && entry.severity < Severity::Critical;
}

} // namespace

FieldSides sidesTaken(const MergeDraft &draft)
{
    FieldSides sides;
    if (draft.shape() != MergeDraft::Shape::Fields || !draft.input().base || draft.openCount() > 0)
        return {};
    for (const auto &entry : draft.entries()) {
        if (entry.section != MergeDraft::Section::Open)
            continue;
        const auto side = draft.decision(entry.path).choice;
        if (!standsAlone(entry) || (side != Choice::Mine && side != Choice::Theirs))
            return {};
        const auto field = withoutRowId(draft.schema(), entry.path);
        if (sides.value(field, side) != side)
            return {};
        sides.insert(field, side);
    }
    return sides;
}

std::optional<MergeDraft> decidedAlike(MergeDraft draft, const FieldSides &sides)
{
    if (sides.isEmpty() || draft.state() != MergeState())
        return std::nullopt;
    MergeDecisions decisions;
    for (const auto &entry : draft.entries()) {
        if (entry.section != MergeDraft::Section::Open)
            continue;
        const auto side = sides.value(withoutRowId(draft.schema(), entry.path));
        if (!draft.canChoose(entry, side))
            return std::nullopt;
        decisions.insert(entry.path, {side, QJsonValue::Undefined});
    }
    draft.setDecisions(decisions);
    // The same fields, each decided the same way.
    const bool same = sidesTaken(draft) == sides;
    return same && isLawful(draft) && draft.warnings().isEmpty() ? std::optional(std::move(draft)) : std::nullopt;
}

} // namespace frost
