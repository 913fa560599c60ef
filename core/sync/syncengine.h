// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/base/executor.h"
#include "core/sync/hold.h"
#include "core/sync/puller.h"
#include "core/sync/recordrepair.h"
#include "core/sync/runcontext.h"
#include "core/sync/runcoordinator.h"

#include <atomic>

namespace frost {

//! How a run ended; also the row in the history (R-SYN-09: synced, failed, conflicts, duration).
struct RunReport {
    qint64 run = 0;
    RunState state = RunState::Processing;
    RunCounts counts;
    RunTally tally = {}; //!< the same by entity type
    qint64 left = 0; //!< operations of this connection that still wait when it ended, whatever for; more than 0 is never Done
    std::chrono::milliseconds duration{0};
    std::optional<Error> error; //!< why it ended early; set for Failed, Partial by a lost network, Cancelled
};

//! Synchronises one company with one connection: settle, pull, push (DESIGN.md section 5). One object a connection; runs
//! on the thread of its database. It knows no remote by name and no entity type by name.
class SyncEngine
{
public:
    SyncEngine(RecordWriter &writer, Provider &provider, ConnectionId connection, Actor actor, Clock &clock, Random &random,
               Executor &executor);

    struct Options {
        PullMode mode = PullMode::Delta;
        RunOrigin origin = RunOrigin::Automatic;
        std::function<void(const Progress &)> progress;
        RunLimits limits{}; //!< smaller on a slow link
        std::optional<MassQuestion> confirmed = {}; //!< what a person has seen of a mass change, and wants; anything else is asked about
        //! Set: hubs share the connection, and only the one that holds it runs.
        std::optional<SharedThrough> shared = {};
        std::optional<qint64> queued = {}; //!< the run's row in the history, where it had to wait for its turn (Runs::queue)
    };
    //! Runs once. Errors: only where no run could begin: Busy "lease.held"; Rejected "run.paused" [connection];
    //! Busy "holder.other" [connection, who]; those of the store and of the hubs' server. A run that began is a
    //! value, however it ended, and has its row in the history.
    Task<Result<RunReport>> run(Options options);
    //! A run for one record alone, a person's: settles, and brings the record into the state that a full pull would give it
    //! (recordrepair.h). What is left to send is sent by the next run. Errors: as run().
    Task<Result<RunReport>> repair(EntityType type, LocalId record, Options options);
    //! Reads one record on both sides; needs no lease. Errors: those of compareRecord().
    Task<Result<Comparison>> compare(EntityType type, LocalId record);
    //! From any thread: the run ends after the batch or page in hand; everything stays consistent and resumable.
    void requestStop() { m_stopRequested = true; }

private:
    [[nodiscard]] Result<> begin();
    [[nodiscard]] QString accountKey() const { return QStringLiteral("remoteAccount/") + m_connection.toString(); }
    Task<Result<std::unique_ptr<Hold>>> hold(std::optional<SharedThrough> shared);
    Task<Result<>> beginWith(RunContext &context);
    Task<Result<>> checkAccount(RunContext &context);
    [[nodiscard]] Result<> rememberAccount(RunContext &context, const QString &key, const QString &account);
    [[nodiscard]] Result<> skipNotTaken(RunContext &context);
    [[nodiscard]] Result<> end(const RunReport &report, const QString &mode);
    using Steps = std::function<Task<Result<>>(RunContext &context, SyncPhase &phase)>;
    Task<Result<RunReport>> perform(QString mode, Options options, Steps work);
    Task<Result<>> steps(RunContext &context, const Options &options, SyncPhase &phase);
    Task<Result<>> pull(RunContext &context, PullMode mode, Pusher &pusher);
    Task<Result<>> push(RunContext &context, RunOrigin origin, Pusher &pusher);
    Task<Result<>> repairSteps(RunContext &context, EntityType type, LocalId record, SyncPhase &phase);
    [[nodiscard]] Result<RemoteTerms> terms();
    [[nodiscard]] Result<> retryFailed(RunContext &context);

    RecordWriter &m_writer;
    Provider &m_provider;
    ConnectionId m_connection;
    Actor m_actor;
    Clock &m_clock;
    Random &m_random;
    Executor &m_executor;
    Links m_links;
    ConflictStore m_conflicts;
    Runs m_runs;
    std::atomic_bool m_stopRequested = false;
};

} // namespace frost
