// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

// What the holder of a connection tells the other hubs of the company, through their server. Errors of both: those of
// HubServer::tellLinks and of the store.
namespace frost {

//! Before a holder's push: which records it is about to make there. Whoever holds the connection next looks for them, also
//! where they were deleted meanwhile and nothing waits for them.
Task<Result<>> announceCreates(RunContext &context);

//! At the end of a holder's run: what records are called there, and which version of them both sides agreed on, as far as
//! the hubs' server does not know it.
Task<Result<>> tellLinks(RunContext &context);

} // namespace frost
