// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <algorithm>
#include <chrono>

namespace frost {

//! Waits between tries of one thing: 1, 2, 4, 8, 16 s and then 16 s (R-QUE-06).
inline constexpr std::chrono::milliseconds kRetryFirst{1000};
inline constexpr std::chrono::milliseconds kRetryLongest{16000};
//! Added at random, so that devices that failed together do not come back together (R-QUE-06).
inline constexpr std::chrono::milliseconds kRetryJitter{1000};

//! The wait after `failures` failures in a row, without jitter. @param failures 1 or more
[[nodiscard]] constexpr std::chrono::milliseconds backOff(int failures)
{
    return std::min(kRetryFirst * (1 << std::clamp(failures - 1, 0, 10)), kRetryLongest);
}
static_assert(backOff(1) == kRetryFirst);
static_assert(backOff(5) == kRetryLongest);
static_assert(backOff(1000) == kRetryLongest);

//! 0 to kRetryJitter, both included.
[[nodiscard]] inline std::chrono::milliseconds retryJitter(Random &random)
{
    return std::chrono::milliseconds(random.below(std::uint64_t(kRetryJitter.count()) + 1));
}

} // namespace frost
