// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <condition_variable>
#include <mutex>
#include <unordered_map>

namespace frost::server {

//! The line in which a process's writers of one tenant stand: first come, first served. SQLite's own waiting is a
//! lottery of sleeps in which a busy writer can keep another out until it gives up. Any thread; shared by all stores of
//! a process.
class WriteTurns
{
public:
    //! Held while writing; whoever is next goes on when it is gone.
    class Turn
    {
    public:
        Turn(WriteTurns &turns, QString tenant) : m_turns(turns), m_tenant(std::move(tenant)) { }
        ~Turn() { m_turns.pass(m_tenant); }
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;

    private:
        WriteTurns &m_turns;
        QString m_tenant;
    };
    //! Waits. Never take two: a writer writes one tenant at a time.
    [[nodiscard]] Turn take(const TenantId &tenant);
    //! How many stand in line now, with the one whose turn it is.
    [[nodiscard]] quint64 inLine(const TenantId &tenant) const;

private:
    void pass(const QString &tenant);

    struct Line {
        quint64 last = 0;   //!< number of whoever came last
        quint64 served = 0; //!< numbers up to here are done
    };
    mutable std::mutex m_mutex;
    std::condition_variable m_passed;
    std::unordered_map<QString, Line> m_lines; //!< of tenants with writers only
};

} // namespace frost::server
