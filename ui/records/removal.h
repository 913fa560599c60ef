// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/company.h"

#include <optional>

namespace frost {

//! What became of rows of a list that were to be deleted.
struct Removal {
    QList<LocalId> removed;
    qsizetype refused = 0;
    std::optional<Error> why; //!< of the first refusal
};

//! Deletes the records at these places, each on its own, and their drafts; for the Write lane.
[[nodiscard]] Result<Removal> removeRows(Company &company, const EntityType &type, const QList<RowNumber> &places);
//! Takes that back, all or up to the first refusal.
[[nodiscard]] Result<> restoreRows(Company &company, const EntityType &type, const QList<LocalId> &removed);

} // namespace frost
