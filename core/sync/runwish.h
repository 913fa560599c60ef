// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace frost {

//! What a person wants of a connection's run, in whatever process it goes on (R-SYN-05).
enum class RunWish {
    None,
    Pause,  //!< the run waits at its next safe point, and none begins, until the wish is withdrawn
    Cancel, //!< the run ends at its next safe point, or while it waits for its turn; the wish ends with it, or when the next begins
};

[[nodiscard]] Result<RunWish> runWish(Database &database, const ConnectionId &connection);
//! Own transaction.
[[nodiscard]] Result<> setRunWish(Database &database, const ConnectionId &connection, RunWish wish);
//! How often Cancel was wished for so far. Whoever waits for a turn ends when there are more than at first: the wish itself may
//! be one from before, or meant for a run in hand as well.
[[nodiscard]] Result<qint64> cancelWishes(Database &database, const ConnectionId &connection);

} // namespace frost
