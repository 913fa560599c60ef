// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace frost::wording {

//! What frost-agent says for one code of core. %1, %2 … stand for the error's arguments.
struct Sentence {
    const char *code;
    const char *text; //!< marked for translation, context "Wording"
};

[[nodiscard]] std::span<const Sentence> sentences();

} // namespace frost::wording
