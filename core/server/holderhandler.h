// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/requestcontext.h"
#include "core/server/served.h"

namespace frost::server {

//! The name of a hub here. A token stands for one device: a copy of the company's file on another one is another hub.
[[nodiscard]] QString hubOn(const QString &file, const Session &session);

//! As placeOf(); Forbidden "permission.missing" where the token may only read.
[[nodiscard]] Result<Place> placeToHoldIn(const Services &services, const RequestContext &request);

//! POST /api/sync/holder: a hub asks to be the one that speaks to an external system, or goes on being it, or lets go.
//! It is granted to one hub at a time and for a time (limits::kHoldTime); whoever gets it after another hub, or after an answer
//! that it has not heard, gets a new epoch, and whoever has an old one can tell no links any more.
[[nodiscard]] Served holder(const Services &services, const RequestContext &request);

} // namespace frost::server
