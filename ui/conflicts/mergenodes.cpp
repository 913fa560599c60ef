// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergenodes.h"

namespace frost {

namespace {

using Entry = MergeDraft::Entry;
using Section = MergeDraft::Section;

//! The node below which an entry stands: the section, or the row it is a field of.
MergeNode &parentFor(const Entry &entry, MergeNode &section)
{
    if (!entry.rows || entry.isRow() || entry.isDuplicate())
        return section;
    const auto *last = section.children.empty() ? nullptr : section.children.back().get();
    if (last && last->kind == MergeNode::Kind::Row && last->rows == entry.rows && last->rowId == entry.rowId)
        return *section.children.back();
    auto *row = section.add(MergeNode::Kind::Row, entry.section);
    row->rows = entry.rows;
    row->rowId = entry.rowId;
    return *row;
}

} // namespace

MergeNode *MergeNode::add(Kind childKind, MergeDraft::Section childSection)
{
    auto child = std::make_unique<MergeNode>();
    child->kind = childKind;
    child->section = childSection;
    child->parent = this;
    child->place = int(children.size());
    children.push_back(std::move(child));
    return children.back().get();
}

std::unique_ptr<MergeNode> mergeNodes(const MergeDraft &draft, Unchanged unchanged)
{
    auto root = std::make_unique<MergeNode>();
    for (const auto section : {Section::Open, Section::Detail, Section::Merged, Section::Unchanged}) {
        if (section == Section::Unchanged && unchanged == Unchanged::Hidden)
            continue;
        MergeNode *heading = nullptr;
        for (qsizetype i = 0; i < draft.entries().size(); ++i) {
            const auto &entry = draft.entries()[i];
            if (entry.section != section)
                continue;
            if (!heading)
                heading = root->add(MergeNode::Kind::Section, section);
            parentFor(entry, *heading).add(MergeNode::Kind::Entry, section)->entry = i;
        }
    }
    return root;
}

} // namespace frost
