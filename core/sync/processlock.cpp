// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/processlock.h"

namespace frost {

// A file that names its owner outlives a killed process and must be judged stale by process id and host name, which
// containers reuse and people change. A transaction of SQLite is a lock of the operating system on every platform.
Result<ProcessLock> ProcessLock::take(const QString &file, std::chrono::milliseconds patience)
{
    Sql::Options options;
    options.path = file;
    options.busyTimeout = patience;
    auto sql = Sql::open(options);
    FROST_TRY(sql);
    auto held = Transaction::begin(**sql, Durability::ProcessCrash);
    FROST_TRY(held);
    return ProcessLock(*std::move(sql), *std::move(held));
}

} // namespace frost
