// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace frost {

//! What a person wants of a connection's run, in whatever process it goes on (R-SYN-05).
enum class RunWish {
    None,
    Pause,  //!< the run waits at its next safe point, and none begins, until the wish is withdrawn
    Cancel, //!< the run ends at its next safe point; the wish ends with it
};

[[nodiscard]] Result<RunWish> runWish(Database &database, const ConnectionId &connection);
//! Own transaction.
[[nodiscard]] Result<> setRunWish(Database &database, const ConnectionId &connection, RunWish wish);

} // namespace frost
