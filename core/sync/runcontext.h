// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/base/executor.h"
#include "core/providers/provider.h"
#include "core/sync/lease.h"
#include "core/sync/remotechanges.h"
#include "core/sync/syncphase.h"

#include <atomic>
#include <functional>

namespace frost {

//! How far a run is (R-SYN-06).
struct Progress {
    SyncPhase phase = SyncPhase::Idle;
    qint64 total = 0;     //!< operations to push; 0 while pulling: a remote does not say how much there is
    qint64 processed = 0; //!< in this phase
    RunCounts counts;
};

//! What the steps of one run share. Lives as long as the run.
struct RunContext {
    RecordWriter &writer;
    Provider &provider;
    Links &links;
    ConflictStore &conflicts;
    RemoteChanges &remoteChanges;
    Lease &lease;
    Clock &clock;
    Random &random;
    Executor &executor;
    ConnectionId connection;
    Actor actor;
    RunCounts counts;
    const std::atomic_bool &stopRequested;
    std::function<void(const Progress &)> progress;

    void report(SyncPhase phase, qint64 processed, qint64 total) const
    {
        if (progress)
            progress({phase, total, processed, counts});
    }
};

} // namespace frost
