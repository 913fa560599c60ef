// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"
#include "core/conflict/strategy.h"

namespace frost {

//! A decision about a conflict, as somebody hands it in.
struct Resolution {
    Strategy strategy = Strategy::Merge;
    std::optional<QJsonObject> manual = {}; //!< Manual: the complete record; its references hold local ids
    MergeDecisions decisions = {};          //!< what was chosen, for the history; empty: what the result implies
    std::optional<MergeInput> seen = {};    //!< what was decided over; nullopt: whatever it is by now
    QString number = {};                    //!< KeepBoth: the number that mine gets; "": one that is free
};

//! What the person has decided in a draft that canSave(). One side taken whole is that strategy, whatever was pressed.
[[nodiscard]] Resolution resolutionOf(const MergeDraft &draft);
//! What that decision makes of the record as the draft is now, numbers that are final included; nullopt: deleted.
//! Errors: those of MergeDraft::result() and decide().
[[nodiscard]] Result<std::optional<QJsonObject>> resultOf(const MergeDraft &draft);

//! The decisions that lead to `result`: one for every open entry, and for others where the merge itself would say something
//! else. @param result nullopt: deleted. Empty where the merge cannot be made any more.
[[nodiscard]] MergeDecisions impliedDecisions(const EntitySchema &schema, const MergeInput &versions,
                                              const std::optional<QJsonObject> &result);

//! {path: {"choice": "mine"}}, with "value" where it was edited.
[[nodiscard]] QJsonObject toJson(const MergeDecisions &decisions);
[[nodiscard]] MergeDecisions decisionsFrom(const QJsonObject &json); //!< words it does not know are left out

} // namespace frost
