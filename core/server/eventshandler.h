// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/requestcontext.h"
#include "core/server/served.h"

namespace frost::server {

//! GET /api/sync/events (R-SRV-04): where the company stands, as one server-sent event: its name and the number of its
//! newest change, never a record. Asked again for every event of a stream, so that a token that was revoked meanwhile is
//! told nothing more. Refusals are ordinary answers.
[[nodiscard]] Served events(const Services &services, const RequestContext &request);

} // namespace frost::server
