// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/base/executor.h"
#include "core/providers/provider.h"
#include "core/sync/hold.h"
#include "core/sync/lease.h"
#include "core/sync/massquestion.h"
#include "core/sync/remotechanges.h"
#include "core/sync/runwish.h"
#include "core/sync/syncphase.h"
#include "core/sync/tuning.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <limits>

namespace frost {

//! How far a run is (R-SYN-06).
struct Progress {
    SyncPhase phase = SyncPhase::Idle;
    qint64 total = 0;     //!< operations to push, or changes to pull; 0: not known, few remotes say how much there is
    qint64 processed = 0; //!< in this phase
    RunCounts counts;
    RunTally tally = {}; //!< the same by entity type
    RunState state = RunState::Processing; //!< Paused: it waits until somebody lets it go on
};

//! How much may travel at once, whatever the provider can take.
struct RunLimits {
    int batchSize = std::numeric_limits<int>::max(); //!< operations a push request, 1 or more
    int pageSize = std::numeric_limits<int>::max();  //!< changes a page, 1 or more
    //! For a slow link (R-NET-02).
    [[nodiscard]] static constexpr RunLimits forSlowLink() { return {kSlowBatchSize, kSlowPageSize}; }
    friend bool operator==(const RunLimits &, const RunLimits &) = default;
};

//! Whether a failure says something about one record rather than about the store, the lease or the remote: that record is
//! set aside and counted, everything else goes on (R-SYN-01).
[[nodiscard]] inline bool concernsOneRecord(const Error &error)
{
    return error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict;
}

//! How a page or a batch is applied: as one, and only where that fails record by record, because a part that can be taken
//! back alone costs two statements more.
enum class Parts { Together, EachAlone };

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
    RunTally tally;
    const std::atomic_bool &stopRequested;
    std::function<void(const Progress &)> progress;
    RunLimits limits{};
    std::optional<MassQuestion> confirmed = {}; //!< what a person has seen of a mass change, and wants (masschange.h)
    std::function<Result<>(RunState)> enter = {}; //!< tells that the run is paused, or goes on
    Hold *hold = nullptr; //!< of a connection that hubs share; nullptr: only this one speaks to the remote
    Progress reported{};  //!< last
    qint64 dataVersion = 0; //!< of the file, in the last transaction

    [[nodiscard]] int batchSize() const { return std::min(limits.batchSize, provider.capabilities().batchSize); }
    [[nodiscard]] int pageSize() const { return std::min(limits.pageSize, provider.capabilities().pageSize); }
    //! Connections and rules as they are now.
    [[nodiscard]] Result<> reload()
    {
        FROST_TRY(writer.reloadConnections());
        auto rules = rulesOf(writer.database(), connection);
        FROST_TRY(rules);
        remoteChanges.setRules(*std::move(rules));
        return {};
    }
    //! One transaction of the run. Where it fails nothing has happened: the counts are as before, and nothing that was looked
    //! up in it is remembered. What a power cut could take is exchanged again, unless `durability` says otherwise.
    //! Errors: those of Lease::check(), of `work` and of the store.
    [[nodiscard]] Result<> write(const std::function<Result<>()> &work, Durability durability = Durability::ProcessCrash);
    //! Counts a record that cannot be applied, with its reason in the audit trail: everything else goes on, now and in every
    //! run to come. Inside the caller's transaction. Errors: `error` itself where it concerns more than the record.
    [[nodiscard]] Result<> setAside(const EntityType &type, const RemoteId &id, const QString &version, const Error &error);
    //! Between two batches, pages or records: waits while somebody wants the run paused, in whatever process.
    //! Errors: Cancelled "run.stopped"; those of the store and of Hold::keep.
    [[nodiscard]] Task<Result<>> atSafePoint();
    //! Links that this run has looked up may have ended. Inside a transaction.
    [[nodiscard]] Result<> forgetWhatOthersChanged();
    void report(SyncPhase phase, qint64 processed, qint64 total) { report({phase, total, processed, tally.total(), tally}); }
    void report(const Progress &now)
    {
        reported = now;
        if (progress)
            progress(now);
    }
};

} // namespace frost
