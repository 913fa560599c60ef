// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace frost::wording {

//! What is said for one code of core. %1, %2 … stand for the error's arguments.
struct Sentence {
    const char *code;
    const char *text; //!< marked for translation, context "Wording"
};

//! For every code that core can give; a front end may know better what to do about some of them.
[[nodiscard]] std::span<const Sentence> sentences();

} // namespace frost::wording
