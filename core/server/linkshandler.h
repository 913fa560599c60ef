// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/requestcontext.h"
#include "core/server/served.h"

namespace frost::server {

//! POST /api/sync/links: the holder of an external system tells what records are called there. GET: what holders have told,
//! in the order of their commits, page by page.
[[nodiscard]] Served tellLinks(const Services &services, const RequestContext &request);
[[nodiscard]] Served links(const Services &services, const RequestContext &request);

} // namespace frost::server
