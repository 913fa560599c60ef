// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>

//! What differs between the terminals of Unix and Windows.
namespace frost::terminal {

[[nodiscard]] bool isTerminal(std::FILE *stream);
[[nodiscard]] int columns(std::FILE *stream); //!< 80 where it cannot be told
//! Characters beyond ASCII may be written.
[[nodiscard]] bool speaksUnicode();

} // namespace frost::terminal
