// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/breakertransport.h"
#include "core/net/networkmonitor.h"
#include "core/outbox/operation.h"
#include "core/sync/autosync.h"

namespace frost {

//! One connection of a company, as last told by the engine.
struct ConnectionStatus {
    ConnectionId id;
    QString provider;
    NetworkStatus network;
    AutoSyncStatus sync;
    BreakerStatus breaker = {};
};

//! Everything the status button, the banners and the sync page say about a company (UX.md 3.2). A value; counts are
//! those of the lists (R-QUE-09).
struct CompanyStatus {
    QList<ConnectionStatus> connections; //!< the main one first; empty: a company of this computer alone
    QueueCounts queue;
    qint64 openConflicts = 0;
    NetworkUse use = NetworkUse::Automatic;
    AutoSyncPause pause = AutoSyncPause::None;

    [[nodiscard]] const ConnectionStatus *connection(const ConnectionId &id) const; //!< nullptr: not among them
    //! How far this computer's clock is ahead of the connection's remote; nullopt: not measured yet.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockAhead(const ConnectionId &id) const;
};

} // namespace frost
