// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/output.h"
#include "core/base/result.h"

namespace frost::demo {

enum class Afterwards { CleanUp, Keep };

//! Plays the whole demo in a temporary folder.
[[nodiscard]] Result<> play(Output &output, Afterwards afterwards);

} // namespace frost::demo
