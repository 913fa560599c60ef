// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/processlock.h"

namespace frost {

using namespace Qt::StringLiterals;

// A file that names its owner outlives a killed process and must be judged stale by process id and host name, which
// containers reuse and people change. A transaction of SQLite is a lock of the operating system on every platform.
Result<ProcessLock> ProcessLock::take(const QString &companyFile, const QString &name, std::chrono::milliseconds patience)
{
    const auto refused = [&companyFile](const Error &error) {
        return error.kind == ErrorKind::Busy ? fail(error)
                                             : fail(ErrorKind::Storage, u"lease.noLockFile"_s, {companyFile}, error.logLine());
    };
    Sql::Options options;
    options.path = u"%1.%2.lease"_s.arg(companyFile, name);
    options.busyTimeout = patience;
    auto sql = Sql::open(options);
    if (!sql)
        return refused(sql.error());
    auto held = Transaction::begin(**sql, Durability::ProcessCrash);
    if (!held)
        return refused(held.error());
    return ProcessLock(*std::move(sql), *std::move(held));
}

} // namespace frost
