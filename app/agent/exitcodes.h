// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

//! The exit codes that scripts rely on (DESIGN.md section 12).
namespace frost::exitcode {

inline constexpr int kDone = 0;
inline constexpr int kUnfinished = 1; //!< done with conflicts or failed items, or refused
inline constexpr int kUsage = 2;
inline constexpr int kOffline = 3;
inline constexpr int kSignIn = 4;
inline constexpr int kDamaged = 5;    //!< the store is damaged, newer, or cannot be written
inline constexpr int kBusy = 6;
inline constexpr int kInterrupted = 130;

[[nodiscard]] int of(const Error &error);
//! Of several outcomes the one that asks for attention most.
[[nodiscard]] int worse(int a, int b);

} // namespace frost::exitcode
