// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncengine.h"

#include "core/base/logging.h"
#include "core/sync/pusher.h"

namespace frost {

using namespace Qt::StringLiterals;

QString toString(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::Idle: return u"idle"_s;
    case SyncPhase::Settling: return u"settling"_s;
    case SyncPhase::Pulling: return u"pulling"_s;
    case SyncPhase::Pushing: return u"pushing"_s;
    case SyncPhase::Finished: return u"finished"_s;
    }
    return {};
}

namespace {

void advance(SyncPhase &phase, SyncEvent event)
{
    if (const auto to = next(phase, event))
        phase = *to;
    else
        qCWarning(lcSync) << "event" << int(event) << "is not allowed while" << toString(phase);
}

RunState stateAfter(const Result<> &done, const RunCounts &counts, qint64 left)
{
    if (!done && done.error().kind == ErrorKind::Cancelled)
        return RunState::Cancelled;
    if (!done)
        return counts.pushed + counts.created + counts.updated + counts.deleted > 0 ? RunState::Partial : RunState::Failed;
    return counts.failed + counts.conflicts + left > 0 ? RunState::Partial : RunState::Done;
}

//! For the history: why the run was not done.
QString codeOf(const RunReport &report)
{
    if (report.error)
        return report.error->code;
    return report.left > 0 ? u"run.workLeft"_s : QString();
}

Actor asSync(Actor actor)
{
    actor.source = Source::Sync;
    return actor;
}

} // namespace

SyncEngine::SyncEngine(RecordWriter &writer, Provider &provider, ConnectionId connection, Actor actor, Clock &clock,
                       Random &random, Executor &executor)
    : m_writer(writer), m_provider(provider), m_connection(std::move(connection)), m_actor(asSync(std::move(actor))),
      m_clock(clock), m_random(random), m_executor(executor),
      m_links(writer.database().sql(), m_connection, clock, random), m_conflicts(writer.database().sql(), clock),
      m_runs(writer.database().sql(), clock)
{
}

Task<Result<RunReport>> SyncEngine::run(Options options)
{
    m_stopRequested = false;
    m_links.forget(); // another process may have written since
    auto lease = Lease::take(m_writer.database().sql(), m_writer.database().path(), m_connection, m_clock);
    if (!lease)
        co_return fail(lease.error());
    const auto startedAt = m_clock.now();
    const auto run = m_runs.start(m_connection, options.mode == PullMode::Full ? u"full"_s : u"delta"_s);
    if (!run)
        co_return fail(run.error());

    RemoteChanges remoteChanges(m_writer, m_links, m_conflicts, m_connection, m_actor, m_clock, m_random);
    RunContext context{m_writer, m_provider, m_links, m_conflicts, remoteChanges, **lease, m_clock, m_random, m_executor,
                       m_connection, m_actor, {}, m_stopRequested, options.progress, options.limits};
    SyncPhase phase = SyncPhase::Idle;
    const auto done = co_await steps(context, options, phase);
    if (!done)
        advance(phase, done.error().kind == ErrorKind::Cancelled ? SyncEvent::Stopped : SyncEvent::Failed);

    const auto left = m_writer.outbox().unsent(m_connection);
    RunReport report;
    report.run = *run;
    report.counts = context.counts;
    report.left = left.value_or(0); // a store that cannot be counted has its error in `done`, or in finish()
    report.state = stateAfter(done, context.counts, report.left);
    report.duration = std::chrono::milliseconds(startedAt.msecsTo(m_clock.now()));
    if (!done)
        report.error = done.error();
    const auto finished = m_runs.finish(*run, report.state, report.counts, codeOf(report));
    if (!finished)
        co_return fail(finished.error());
    co_return report;
}

Task<Result<>> SyncEngine::steps(RunContext &context, const Options &options, SyncPhase &phase)
{
    advance(phase, SyncEvent::Start);
    Pusher pusher(context);
    const auto settled = co_await pusher.settle();
    if (!settled)
        co_return fail(settled.error());
    advance(phase, SyncEvent::Settled);

    Puller puller(context);
    const auto pulled = co_await puller.run(options.mode);
    if (!pulled)
        co_return fail(pulled.error());
    advance(phase, SyncEvent::Pulled);

    if (options.retryFailed) {
        const auto retried = retryFailed(context.lease);
        if (!retried)
            co_return fail(retried.error());
    }
    const auto pushed = co_await pusher.run();
    if (!pushed)
        co_return fail(pushed.error());
    advance(phase, SyncEvent::Pushed);
    co_return Result<>();
}

Result<> SyncEngine::retryFailed(Lease &lease)
{
    auto transaction = Transaction::begin(m_writer.database().sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(lease.check());
    const auto failed = m_writer.outbox().inState(m_connection, OperationState::Failed);
    FROST_TRY(failed);
    for (const auto &operation : *failed)
        FROST_TRY(m_writer.outbox().transition(operation.id, OperationState::Pending));
    return transaction->commit();
}

} // namespace frost
