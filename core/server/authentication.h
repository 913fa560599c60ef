// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"
#include "core/server/serverstore.h"

namespace frost::server {

//! Who sends this request, by its "Authorization: Bearer TOKEN". Asked anew at every request: a revoked token is out at
//! once. Errors: Unauthorized "token.missing", "token.invalid"; those of the store.
[[nodiscard]] Result<Session> authenticate(const HttpRequest &request, ServerStore &store);

} // namespace frost::server
