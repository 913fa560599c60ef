// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wording/sentences.h"

namespace frost::wording {

//! What is said on the command line only, or otherwise there than in a window; these come first.
[[nodiscard]] std::span<const Sentence> commandSentences();

} // namespace frost::wording
