// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/syncrules.h"

namespace frost {

//! The part of a connection's rules that says when it is synchronised (R-NET-03, R-NET-04). A value.
struct SyncSchedule {
    SyncStrategy strategy = SyncStrategy::Hybrid;
    std::optional<std::chrono::seconds> pullInterval = {}; //!< Hybrid and Polling
    QList<QTime> pullAt = {};                              //!< Scheduled
    bool syncOnReconnect = true;

    friend bool operator==(const SyncSchedule &, const SyncSchedule &) = default;
};

//! Errors: those of rulesOf().
[[nodiscard]] Result<SyncSchedule> scheduleOf(Database &database, const ConnectionId &connection);
//! Leaves all other rules as they are. Own transaction. Errors: those of setRules().
[[nodiscard]] Result<> setSchedule(Database &database, const ConnectionId &connection, const SyncSchedule &schedule);

} // namespace frost
