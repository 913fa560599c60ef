// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

namespace frost {

//! What this hub has brought in from a system as `brought`, a later holder has told to be `known`, which the hubs' server has.
//! Where the server has not heard of `brought`, the two become one here: what refers to it refers to `known`, what was typed in
//! it, or that it was deleted, is an edit of `known` (a conflict there where `known` says otherwise), and it ends without a
//! word to anybody. Else nothing happens: they are two at the server. In a run with the hubs' server, inside a transaction.
//! @param links  of the connection to that system
[[nodiscard]] Result<> endBroughtTwice(RunContext &context, Links &links, const EntityType &type, const LocalId &brought,
                                       const LocalId &known);

} // namespace frost
