// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! Ctrl+C and the system's wish to end the program.
namespace frost::interruption {

//! While one exists, the first asks for a stop at the next safe point and the second ends the program at once. Otherwise
//! the first ends it; the store survives that too.
class Scope
{
public:
    Scope();
    ~Scope();
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;
};

[[nodiscard]] bool requested();

} // namespace frost::interruption
