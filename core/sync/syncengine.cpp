// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncengine.h"

#include "core/base/logging.h"
#include "core/links/rulelevels.h"
#include "core/sync/keysweep.h"
#include "core/sync/pusher.h"
#include "core/sync/sharedlinks.h"
#include "core/sync/takeover.h"
#include "core/sync/telllinks.h"

#include <algorithm>

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

const QString kRepair = u"repair"_s; //!< the mode of a run for one record alone

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

//! What the person's wish, the line and the rules leave of both.
RunLimits within(RunLimits limits, const SyncRules &rules)
{
    limits.batchSize = std::min(limits.batchSize, rules.batchSize.value_or(limits.batchSize));
    limits.pageSize = std::min(limits.pageSize, rules.pageSize.value_or(limits.pageSize));
    return limits;
}

//! The same from every hub, whatever the connection is called there.
QString systemName(const Connection &connection, const QString &account)
{
    const auto &settings = connection.settings;
    const QStringList place{settings["url"_L1].toString(), settings["tenant"_L1].toString(), settings["company"_L1].toString()};
    return connection.provider + u':' + (account.isEmpty() ? place.join(u'#') : account);
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
    if (const auto noted = noteTenantRules(m_writer.database()); !noted)
        co_return fail(noted.error());
    const auto rules = rulesOf(m_writer.database(), m_connection);
    if (!rules)
        co_return fail(rules.error());
    if (rules->isFull())
        options.mode = PullMode::Full;
    Steps all = [&](RunContext &context, SyncPhase &phase) { return steps(context, options, phase); };
    co_return co_await perform(toString(options.mode), options, std::move(all));
}

Task<Result<RunReport>> SyncEngine::repair(EntityType type, LocalId record, Options options)
{
    Steps one = [&](RunContext &context, SyncPhase &phase) { return repairSteps(context, type, record, phase); };
    co_return co_await perform(kRepair, std::move(options), std::move(one));
}

Task<Result<Comparison>> SyncEngine::compare(EntityType type, LocalId record)
{
    m_links.forget();
    const auto terms = this->terms();
    if (!terms)
        co_return fail(terms.error());
    RemoteChanges remoteChanges(m_writer, m_links, m_conflicts, m_connection, m_actor, m_clock, m_random, *terms);
    co_return co_await compareRecord(m_writer, m_links, remoteChanges, m_provider, std::move(type), std::move(record));
}

// One run: the lease, its row in the history, and how it ended.
Task<Result<RunReport>> SyncEngine::perform(QString mode, Options options, Steps work)
{
    m_stopRequested = false;
    m_links.forget(); // another process may have written since
    auto lease = Lease::take(m_writer.database().sql(), m_writer.database().path(), m_connection, m_clock);
    if (!lease)
        co_return fail(lease.error());
    if (const auto allowed = begin(); !allowed)
        co_return fail(allowed.error());
    const auto terms = this->terms();
    if (!terms)
        co_return fail(terms.error());
    const auto hold = co_await this->hold(options.shared);
    if (!hold)
        co_return fail(hold.error());
    const auto startedAt = m_clock.now();
    const auto run = m_runs.start(m_connection, mode, options.queued);
    if (!run)
        co_return fail(run.error());

    RemoteChanges remoteChanges(m_writer, m_links, m_conflicts, m_connection, m_actor, m_clock, m_random, *terms);
    RunContext context{m_writer, m_provider, m_links, m_conflicts, remoteChanges, **lease, m_clock, m_random, m_executor,
                       m_connection, m_actor, {}, m_stopRequested, options.progress, within(options.limits, terms->rules),
                       options.confirmed, [&](RunState state) { return m_runs.enter(*run, state); }, hold->get()};
    SyncPhase phase = SyncPhase::Idle;
    const auto done = co_await work(context, phase);
    if (!done)
        advance(phase, done.error().kind == ErrorKind::Cancelled ? SyncEvent::Stopped : SyncEvent::Failed);

    const auto left = m_writer.outbox().unsent(m_connection);
    RunReport report;
    report.run = *run;
    report.tally = context.tally;
    report.counts = report.tally.total();
    report.left = left.value_or(0); // a store that cannot be counted has its error in `done`, or in finish()
    report.state = stateAfter(done, report.counts, report.left);
    report.duration = std::chrono::milliseconds(startedAt.msecsTo(m_clock.now()));
    if (!done)
        report.error = done.error();
    const auto ended = end(report, mode);
    if (!ended)
        co_return fail(ended.error());
    const auto finished = m_runs.finish(*run, report.state, report.tally, codeOf(report));
    if (!finished)
        co_return fail(finished.error());
    co_return report;
}

Task<Result<>> SyncEngine::steps(RunContext &context, const Options &options, SyncPhase &phase)
{
    advance(phase, SyncEvent::Start);
    const auto begun = co_await beginWith(context);
    if (!begun)
        co_return fail(begun.error());
    if (const auto skipped = skipNotTaken(context); !skipped)
        co_return fail(skipped.error());
    Pusher pusher(context);
    const auto settled = co_await pusher.settle();
    if (!settled)
        co_return fail(settled.error());
    advance(phase, SyncEvent::Settled);

    const auto safe = co_await context.atSafePoint();
    if (!safe)
        co_return fail(safe.error());
    const auto pulled = co_await pull(context, options.mode, pusher);
    if (!pulled)
        co_return fail(pulled.error());
    advance(phase, SyncEvent::Pulled);

    const auto pushed = co_await push(context, options.origin, pusher);
    if (!pushed)
        co_return fail(pushed.error());
    advance(phase, SyncEvent::Pushed);
    co_return Result<>();
}

Task<Result<>> SyncEngine::pull(RunContext &context, PullMode mode, Pusher &pusher)
{
    LearnedLinks elsewhere(context);
    if (HubServer *server = hubServer(context)) {
        const auto learned = co_await elsewhere.ask(*server);
        if (!learned)
            co_return fail(learned.error());
    }
    MassGuard guard(context);
    Puller puller(context, guard, pusher);
    const auto pulled = co_await puller.run(mode);
    if (!pulled)
        co_return fail(pulled.error());
    KeySweep sweep(context, guard, pusher);
    const auto swept = co_await sweep.run(mode);
    if (!swept)
        co_return fail(swept.error());
    co_return elsewhere.apply();
}

Task<Result<>> SyncEngine::push(RunContext &context, RunOrigin origin, Pusher &pusher)
{
    if (origin == RunOrigin::Manual) {
        const auto retried = retryFailed(context);
        if (!retried)
            co_return fail(retried.error());
    }
    if (context.hold) {
        const auto announced = co_await announceCreates(context);
        if (!announced)
            co_return fail(announced.error());
    }
    const auto pushed = co_await pusher.run();
    if (!pushed)
        co_return fail(pushed.error());
    if (const auto ended = hubServer(context) ? endCarriedOut(context) : Result<>(); !ended)
        co_return fail(ended.error());
    if (context.hold) {
        const auto told = co_await tellLinks(context);
        if (!told)
            co_return fail(told.error());
    }
    co_return Result<>();
}

// Who it is that answers; and what others have done there while this hub did not hold the connection.
Task<Result<>> SyncEngine::beginWith(RunContext &context)
{
    const auto same = co_await checkAccount(context);
    if (!same)
        co_return fail(same.error());
    if (!context.hold || !context.hold->isNew())
        co_return Result<>();
    co_return co_await takeOver(context);
}

//! nullptr: nobody else speaks to the remote.
Task<Result<std::unique_ptr<Hold>>> SyncEngine::hold(std::optional<SharedThrough> shared)
{
    using Held = std::unique_ptr<Hold>;
    if (!shared)
        co_return Held();
    const auto connection = Connections(m_writer.database().sql(), m_clock).find(m_connection);
    if (!connection)
        co_return fail(connection.error());
    if (!*connection)
        co_return fail(ErrorKind::NotFound, u"connection.unknown"_s, {m_connection.toString()});
    const auto account = co_await m_provider.identity();
    if (!account)
        co_return fail(account.error());
    const auto known = m_writer.database().meta(accountKey());
    if (!known)
        co_return fail(known.error());
    if (!known->isEmpty() && *known != *account) // nothing is asked, and nothing learned, in another account's name
        co_return fail(ErrorKind::Forbidden, u"connection.otherAccount"_s, {m_connection.toString(), *known, *account});
    const QString system = systemName(**connection, *account);
    auto held = std::make_unique<Hold>(*std::move(shared), m_writer.database(), m_connection, system, m_clock);
    const auto taken = co_await held->take();
    if (!taken)
        co_return fail(taken.error());
    co_return held;
}

Task<Result<>> SyncEngine::repairSteps(RunContext &context, EntityType type, LocalId record, SyncPhase &phase)
{
    advance(phase, SyncEvent::Start);
    const auto begun = co_await beginWith(context);
    if (!begun)
        co_return fail(begun.error());
    Pusher pusher(context);
    const auto settled = co_await pusher.settle();
    if (!settled)
        co_return fail(settled.error());
    advance(phase, SyncEvent::Settled);
    const auto repaired = co_await repairRecord(context, std::move(type), std::move(record));
    if (!repaired)
        co_return fail(repaired.error());
    advance(phase, SyncEvent::Pulled);
    advance(phase, SyncEvent::Pushed);
    co_return Result<>();
}

// A wish to end a run that has ended already means nothing; a pause lasts until it is withdrawn.
Result<> SyncEngine::begin()
{
    const auto wish = runWish(m_writer.database(), m_connection);
    FROST_TRY(wish);
    if (*wish == RunWish::Pause)
        return fail(ErrorKind::Rejected, u"run.paused"_s, {m_connection.toString()});
    return *wish == RunWish::Cancel ? setRunWish(m_writer.database(), m_connection, RunWish::None) : Result<>();
}

// What a person has to answer is kept until a run has gone well: other windows and the command line show it.
Result<> SyncEngine::end(const RunReport &report, const QString &mode)
{
    auto &database = m_writer.database();
    const bool asks = report.error && isMassQuestion(*report.error);
    const QString question = asks ? report.error->args.join(u' ') : QString();
    const auto known = database.meta(massQuestionKey(m_connection));
    FROST_TRY(known);
    const auto wish = runWish(database, m_connection);
    FROST_TRY(wish);
    if (*wish == RunWish::Cancel)
        FROST_TRY(setRunWish(database, m_connection, RunWish::None));
    // One record that was looked at answers nothing.
    if (*known == question || (report.error && !asks) || mode == kRepair)
        return {};
    auto transaction = Transaction::begin(database.sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(database.setMeta(massQuestionKey(m_connection), question));
    return transaction->commit();
}

// Nothing is exchanged with another account than the one whose ids are in our links.
Task<Result<>> SyncEngine::checkAccount(RunContext &context)
{
    const auto now = co_await m_provider.identity();
    if (!now)
        co_return fail(now.error());
    if (now->isEmpty())
        co_return Result<>();
    auto &database = m_writer.database();
    const auto key = accountKey();
    const auto known = database.meta(key);
    if (!known)
        co_return fail(known.error());
    if (*known == *now)
        co_return Result<>();
    if (!known->isEmpty())
        co_return fail(ErrorKind::Forbidden, u"connection.otherAccount"_s, {m_connection.toString(), *known, *now});
    co_return rememberAccount(context, key, *now);
}

Result<> SyncEngine::rememberAccount(RunContext &context, const QString &key, const QString &account)
{
    return context.write([&] { return m_writer.database().setMeta(key, account); }, Durability::PowerCut);
}

// Queued before anybody knew what the remote takes.
Result<> SyncEngine::skipNotTaken(RunContext &context)
{
    const auto &can = m_provider.capabilities();
    if (can.entityTypes.isEmpty())
        return {};
    const auto waiting = m_writer.outbox().inState(m_connection, OperationState::Pending);
    FROST_TRY(waiting);
    const auto isTaken = [&](const Operation &operation) { return can.takes(operation.type); };
    if (std::all_of(waiting->begin(), waiting->end(), isTaken))
        return {};
    return context.write([&]() -> Result<> {
        for (const auto &operation : *waiting) {
            if (!isTaken(operation))
                FROST_TRY(m_writer.outbox().transition(operation.id, OperationState::Skipped, u"type.notTaken"_s,
                                                       {operation.type.toString()}));
        }
        return {};
    });
}

// What this connection is to the hub. The remote says what it takes; records of other types are not even queued for it.
Result<RemoteTerms> SyncEngine::terms()
{
    auto &database = m_writer.database();
    FROST_TRY(setRemoteTypes(database, m_connection, m_provider.capabilities().entityTypes));
    auto rules = rulesOf(database, m_connection);
    FROST_TRY(rules);
    const auto connection = Connections(database.sql(), m_clock).find(m_connection);
    FROST_TRY(connection);
    const bool isOther = *connection && !(*connection)->main;
    return RemoteTerms{*std::move(rules), isOther ? RemoteTerms::Voice::Other : RemoteTerms::Voice::Main,
                       m_provider.capabilities().versions};
}

Result<> SyncEngine::retryFailed(RunContext &context)
{
    return context.write([&]() -> Result<> {
        const auto failed = m_writer.outbox().inState(m_connection, OperationState::Failed);
        FROST_TRY(failed);
        for (const auto &operation : *failed)
            FROST_TRY(m_writer.outbox().transition(operation.id, OperationState::Pending));
        return {};
    });
}

} // namespace frost
