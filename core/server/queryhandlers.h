// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/requestcontext.h"
#include "core/server/served.h"

namespace frost::server {

[[nodiscard]] QString version(); //!< of this program: "0.1.0"

//! GET /health: the nonce proves to a client that no captive portal answers. Needs no sign-in and no storage.
[[nodiscard]] Served health(const Services &services, const RequestContext &request);
//! GET /api/sync/session: what the token may do.
[[nodiscard]] Served session(const Services &services, const RequestContext &request);
//! GET /api/sync/record: one record as it is now, a tombstone included.
[[nodiscard]] Served record(const Services &services, const RequestContext &request);

} // namespace frost::server
