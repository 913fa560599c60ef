// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/filediff.h"

namespace frost::bench {

//! How the plain program commits.
struct FloorPlan {
    std::size_t transactions = 1; //!< the rows of every table are spread evenly over them
    std::string synchronous;      //!< FULL or NORMAL
};

struct FloorRun {
    double milliseconds = 0;
    sqlite3_int64 synchronous = -1; //!< read back inside the last transaction
};

//! The floor: writes the same rows into a copy of the same file with prepared statements and nothing else. The rows are
//! in memory before the clock starts; the file is opened before and closed after.
[[nodiscard]] FloorRun writeRows(const std::string &path, const FileDiff &diff, const FloorPlan &plan);

} // namespace frost::bench
