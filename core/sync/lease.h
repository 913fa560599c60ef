// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/sync/processlock.h"

#include <memory>

namespace frost {

//! The right to synchronise one connection of one company: an operating-system lock beside the company's file, which goes
//! with the process however that ends, and an epoch in the store. Every mark and acknowledgement checks the epoch inside
//! its transaction, so a process that slept through a take-over can write nothing (DESIGN.md section 5.1).
class Lease
{
public:
    //! Takes the lease and raises the epoch, durably. Errors: Busy "lease.held" [connection]; Storage "lease.noLockFile"
    //! [company file]; those of Sql.
    [[nodiscard]] static Result<std::unique_ptr<Lease>> take(Sql &sql, const QString &companyFile,
                                                             const ConnectionId &connection, Clock &clock);
    [[nodiscard]] qint64 epoch() const { return m_epoch; }
    //! Inside a transaction: Busy "lease.lost" [connection] where another process has taken over.
    [[nodiscard]] Result<> check();

private:
    Lease(Sql &sql, ConnectionId connection, ProcessLock lock, qint64 epoch);

    Sql &m_sql;
    ConnectionId m_connection;
    ProcessLock m_lock;
    qint64 m_epoch;
};

} // namespace frost
