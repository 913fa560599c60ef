// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/commandline.h"
#include "app/server/wording.h"

namespace frost::server {

//! Serves a folder until told to stop; the composition root of the server.
[[nodiscard]] ExitCode run(const ServeCommand &command);

} // namespace frost::server
