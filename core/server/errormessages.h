// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace frost::server {

//! One plain English sentence for an error in an answer; for people who read logs and for clients without wording of
//! their own. Frost's own clients word the code themselves.
[[nodiscard]] QString messageFor(const Error &error);

} // namespace frost::server
