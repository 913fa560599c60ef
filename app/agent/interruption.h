// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! Ctrl+C and the system's wish to end the program. The first asks for a stop at the next safe point, the second ends
//! the program at once; the store survives both.
namespace frost::interruption {

void install();
[[nodiscard]] bool requested();

} // namespace frost::interruption
