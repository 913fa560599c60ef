// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

// The numbers of the sync engine, each with its reason.
namespace frost {

//! Waits between tries of one operation: 1, 2, 4, 8, 16 s and then 16 s (R-QUE-06).
inline constexpr std::chrono::milliseconds kRetryFirst{1000};
inline constexpr std::chrono::milliseconds kRetryLongest{16000};
//! Added at random, so that devices that failed together do not come back together (R-QUE-06).
inline constexpr std::chrono::milliseconds kRetryJitter{1000};

//! Passes over the queue in one run. Each sends what the one before made possible (children of new parents, merged
//! records); a chain of references is never this deep, so the bound only ends a race with a busy colleague (RELIABILITY L7).
inline constexpr int kMaxPushPasses = 20;

} // namespace frost
