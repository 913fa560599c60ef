// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

namespace frost {

//! This hub has become the holder of a connection that another hub may have spoken through. Brings in what the server knows of
//! that, asks the system for what the other may have made there without telling, and has everything there pulled from its
//! beginning; only then anything is sent. It begins again where it was broken off. Errors: those of SharedThrough::catchUp,
//! Hold::keep and Provider::find.
Task<Result<>> takeOver(RunContext &context);

} // namespace frost
