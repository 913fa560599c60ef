// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/habits.h"

#include "core/conflict/rowpath.h"
#include "core/conflict/simple.h"

#include <algorithm>

namespace frost {

Habits::Habits(const EntitySchema &schema, const QList<MergeDecisions> &newestFirst)
{
    for (const auto &decisions : newestFirst) {
        for (auto it = decisions.begin(); it != decisions.end(); ++it) {
            auto &choices = m_choices[withoutRowId(schema, it.key())];
            if (choices.size() < kCases)
                choices.append(it->choice);
        }
    }
}

std::optional<Suggestion> Habits::suggest(const MergeDraft &draft, const MergeDraft::Entry &entry) const
{
    if (!isSimple(entry))
        return std::nullopt;
    const auto choices = m_choices.value(withoutRowId(draft.schema(), entry.path));
    if (choices.size() < kFewestCases)
        return std::nullopt;
    for (const auto side : {Choice::Mine, Choice::Theirs}) {
        const auto chosen = std::count(choices.begin(), choices.end(), side);
        if (chosen * 100 >= choices.size() * kLeastShare && draft.canChoose(entry, side))
            return Suggestion{side, int(chosen), int(choices.size())};
    }
    return std::nullopt;
}

} // namespace frost
