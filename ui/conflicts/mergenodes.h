// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"

#include <memory>
#include <vector>

namespace frost {

//! The lines of a merge as a tree: sections, in them entries, and row fields below the row they are in.
struct MergeNode {
    enum class Kind { Section, Row, Entry };
    Kind kind = Kind::Section;
    MergeDraft::Section section = MergeDraft::Section::Open;
    qsizetype entry = -1;        //!< Kind::Entry: its place in MergeDraft::entries()
    const Field *rows = nullptr; //!< Kind::Row
    QString rowId;
    MergeNode *parent = nullptr; //!< null: the root
    int place = 0;               //!< among its parent's children
    std::vector<std::unique_ptr<MergeNode>> children;

    MergeNode *add(Kind childKind, MergeDraft::Section childSection);
};

enum class Unchanged { Hidden, Shown };

//! The root; sections without entries are not there.
[[nodiscard]] std::unique_ptr<MergeNode> mergeNodes(const MergeDraft &draft, Unchanged unchanged);

} // namespace frost
