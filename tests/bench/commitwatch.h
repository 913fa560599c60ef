// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace frost::bench {

//! Reads PRAGMA synchronous on the product's own connections at the moment they commit. Costs a statement a commit, so
//! the figures are a little worse than the truth, never better.
namespace commitwatch {
void install(); //!< before the first connection is opened
void start();   //!< counting from zero
//! Commits since start() by mode: "FULL", "NORMAL" …
[[nodiscard]] std::map<std::string, int> seen();
} // namespace commitwatch

//! The word for what PRAGMA synchronous answers.
[[nodiscard]] std::string synchronousWord(long long mode);

} // namespace frost::bench
