// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/commandline.h"
#include "app/server/wording.h"

namespace frost::server {

// The operator's verbs; a server may be running on the same folder.

[[nodiscard]] ExitCode run(const AddUserCommand &command);
[[nodiscard]] ExitCode run(const RevokeCommand &command);
[[nodiscard]] ExitCode run(const ListTenantsCommand &command);

} // namespace frost::server
