// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/simple.h"

#include "core/conflict/habits.h"
#include "core/conflict/lawful.h"
#include "core/conflict/rowpath.h"

#include <algorithm>

namespace frost {

namespace {

constexpr Choice kSides[]{Choice::Mine, Choice::Theirs};

QStringList openPaths(const MergeDraft &draft)
{
    QStringList paths;
    for (const auto &entry : draft.entries()) {
        if (entry.section == MergeDraft::Section::Open)
            paths.append(entry.path);
    }
    return paths;
}

bool leadsToSave(const MergeDraft &draft)
{
    const auto &entries = draft.entries();
    const auto open = std::find_if(entries.begin(), entries.end(), [&](const auto &entry) { return draft.isOpen(entry); });
    if (open == entries.end())
        return isLawful(draft);
    return std::any_of(std::begin(kSides), std::end(kSides), [&](Choice side) { return mayTake(draft, open->path, side); });
}

//! A street of one side in a city of the other: whoever looks at two fields that belong together looks at all of them.
bool belongTogether(const EntitySchema &schema, const QStringList &paths)
{
    return std::any_of(schema.linkedGroups.begin(), schema.linkedGroups.end(), [&](const QStringList &group) {
        return std::count_if(paths.begin(), paths.end(), [&](const QString &path) {
                   return group.contains(withoutRowId(schema, path));
               }) > 1;
    });
}

} // namespace

bool isSimple(const MergeDraft::Entry &entry)
{
    return entry.section == MergeDraft::Section::Open && entry.field && entry.group.isEmpty()
           && entry.severity < Severity::High;
}

bool isOrdinary(ConflictType type)
{
    return type == ConflictType::Data || type == ConflictType::Version || type == ConflictType::Timestamp;
}

bool isSimple(const MergeDraft &draft)
{
    if (draft.shape() != MergeDraft::Shape::Fields || !draft.input().base || !draft.input().pins.isEmpty())
        return false;
    const auto paths = openPaths(draft);
    if (paths.isEmpty() || paths.size() > kFewFields || belongTogether(draft.schema(), paths))
        return false;
    const auto &decisions = draft.decisions();
    for (auto it = decisions.begin(); it != decisions.end(); ++it) {
        if (!paths.contains(it.key()) || (it->choice != Choice::Mine && it->choice != Choice::Theirs))
            return false;
    }
    return std::all_of(paths.begin(), paths.end(), [&](const QString &path) {
        return isSimple(*draft.entry(path)) && (mayTake(draft, path, Choice::Mine) || mayTake(draft, path, Choice::Theirs));
    });
}

bool mayTake(const MergeDraft &draft, const QString &path, Choice side)
{
    auto next = draft;
    next.choose(path, side);
    return next.decision(path).choice == side && leadsToSave(next);
}

bool isLawful(const MergeDraft &draft)
{
    return draft.canSave() && checkLawful(draft.schema(), draft.input(), *draft.result());
}

} // namespace frost
