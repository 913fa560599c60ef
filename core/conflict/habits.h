// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"

namespace frost {

//! What a person has chosen so far in cases of the same kind.
struct Suggestion {
    Choice side = Choice::None; //!< Mine or Theirs
    int chosen = 0;             //!< so often
    int cases = 0;              //!< in so many cases
};

//! What a person's own earlier decisions about one connection and entity type say about the next one (R-CON-10). A value;
//! pure. It only ever suggests: whoever uses it shows the reason and lets the person take it.
class Habits
{
public:
    Habits() = default;
    //! @param newestFirst decisions of one person about settled conflicts of this type and connection
    Habits(const EntitySchema &schema, const QList<MergeDecisions> &newestFirst);

    //! For a field of an open draft, from kFewestCases on and where kLeastShare of the last kCases went to one side. nullopt:
    //! nothing can be said, or nothing may be: never about what is important or critical, about members of a linked
    //! group, whole rows or records (UX.md 1.2 J27).
    [[nodiscard]] std::optional<Suggestion> suggest(const MergeDraft &draft, const MergeDraft::Entry &entry) const;

    static constexpr int kFewestCases = 5;   //!< fewer are chance
    static constexpr int kCases = 20;        //!< older ones may be from when other rules held
    static constexpr int kLeastShare = 80;   //!< percent

private:
    QHash<QString, QList<Choice>> m_choices; //!< by field ("phone", "rows.unit"), newest first
};

} // namespace frost
