// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/opencompany.h"

#include "app/composition/talk.h"
#include "core/net/limitedtransport.h"
#include "core/sync/runwish.h"

#include <QFileInfo>

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

// What a company exchanges with its remotes once it is connected, and how that is ended from outside.

//! A remote that may be spoken to: it is known whose data it has, and everything here is queued for it.
struct OpenCompany::Reached {
    Connection connection;
    QByteArray token;
    std::shared_ptr<Provider> provider; // shared: a Task's result is copied out of it
};

namespace {

//! A remote and the limit that its requests keep.
struct Limited {
    Limited(LimitRule rule, std::unique_ptr<LimitMemory> memory, StoppableTransport &inner, const Seams &seams)
        : limiter(std::move(rule), std::move(memory), seams.clock, seams.random), limited(inner, limiter), transport(limited, inner)
    { }
    Limiter limiter;
    LimitedTransport limited;
    StoppableTransport transport; //!< a wait for a turn ends with the run
    std::unique_ptr<Provider> provider; //!< last, so that it goes first
};

LimitRule limitRuleOf(const RequestLimit &limit)
{
    LimitRule rule;
    rule.policy = limit.policy == "fixed-window"_L1   ? LimitPolicy::FixedWindow
                  : limit.policy == "token-bucket"_L1 ? LimitPolicy::TokenBucket
                  : limit.policy == "adaptive"_L1     ? LimitPolicy::Adaptive
                                                      : LimitPolicy::SlidingWindow;
    rule.quotas = {Quota{limit.requests, std::chrono::seconds(limit.seconds), 0}};
    rule.concurrent = limit.concurrent;
    return rule;
}

Task<Result<RunReport>> wholeRun(SyncEngine &engine, SyncEngine::Options options)
{
    return engine.run(std::move(options));
}

} // namespace

SyncEngine OpenCompany::engineFor(Provider &remote, const ConnectionId &connection)
{
    return {writer(), remote, connection, actor(Source::Sync), m_seams.clock, m_seams.random, m_seams.executor};
}

Task<Result<RunReport>> OpenCompany::sync(Connection connection, SyncEngine::Options options)
{
    const QString mode = toString(options.mode);
    co_return co_await inTurn(std::move(connection), std::move(options), mode, wholeRun);
}

Task<Result<RunReport>> OpenCompany::repair(Connection connection, EntityType type, LocalId record)
{
    Work work = [&](SyncEngine &engine, SyncEngine::Options wanted) { return engine.repair(type, record, std::move(wanted)); };
    SyncEngine::Options options;
    options.origin = RunOrigin::Manual;
    co_return co_await inTurn(std::move(connection), std::move(options), u"repair"_s, std::move(work));
}

Task<Result<RunReport>> OpenCompany::inTurn(Connection connection, SyncEngine::Options options, QString mode, Work work)
{
    Talk talk(m_talks, Talk::Kind::Run, m_seams.transport);
    RunCoordinator::Turn turn(m_coordinator, options.origin);
    std::optional<RunPlace> place;
    Result<RunReport> report;
    const auto mayRun = co_await waitFor(turn, place, connection.id, mode, options.queued, talk);
    const auto queued = options.queued;
    if (mayRun)
        report = co_await run(std::move(connection), std::move(options), std::move(work), talk);
    else
        report = fail(mayRun.error());
    // One that never began; where it did, its row says so already.
    if (!report && queued)
        (void)runs().finish(*queued, RunState::Cancelled, {}, report.error().code);
    co_return report;
}

// A run that has to wait has its row in the history already, so that people see that it was asked for, and may end it.
Task<Result<>> OpenCompany::waitFor(RunCoordinator::Turn &turn, std::optional<RunPlace> &place, ConnectionId connection, QString mode,
                                    std::optional<qint64> &queued, Talk &talk)
{
    std::optional<qint64> cancels; // from before it was queued: not its business
    for (;;) {
        const auto now = cancelWishes(database(), connection);
        if (!now)
            co_return fail(now.error());
        const bool isCancelled = cancels && *now > *cancels;
        if (isCancelled || talk.wish == Talk::Wish::Stop)
            co_return fail(ErrorKind::Cancelled, u"run.stopped"_s);
        cancels = *now;
        // The place first: whoever waits for one keeps nobody here from going first.
        const auto has = turn.isNext() ? takePlace(place) : Result<bool>(false);
        if (!has)
            co_return fail(has.error());
        if (*has && turn.begin())
            co_return Result<>();
        if (!queued) {
            const auto row = runs().queue(connection, mode);
            if (!row)
                co_return fail(row.error());
            queued = *row;
        }
        co_await m_seams.clock.sleep(kTurnLook);
    }
}

// Each connection has one run at a time, in whatever process, so that few connections need no places.
Result<bool> OpenCompany::takePlace(std::optional<RunPlace> &place)
{
    if (place)
        return true;
    const auto all = connections().list();
    FROST_TRY(all);
    if (all->size() <= kMostRuns)
        return true;
    auto taken = RunPlace::take(database().path());
    FROST_TRY(taken);
    if (*taken)
        place.emplace(**std::move(taken));
    return place.has_value();
}

Task<Result<DryRun>> OpenCompany::dryRun(Connection connection, SyncEngine::Options options)
{
    Talk talk(m_talks, Talk::Kind::Run, m_seams.transport);
    const auto last = audit().list(1);
    if (!last)
        co_return fail(last.error());
    const auto reached = co_await reach(std::move(connection), talk);
    if (!reached)
        co_return fail(reached.error());
    ReadOnlyProvider reading(*reached->provider);
    const auto report = co_await run(reading, reached->connection.id, std::move(options), wholeRun, talk);
    if (!report)
        co_return fail(report.error());
    const auto here = changesSince(audit(), last->isEmpty() ? 0 : last->first().sequence);
    if (!here)
        co_return fail(here.error());
    DryRun planned;
    planned.report = *report;
    planned.here = *here;
    planned.there = reading.sent();
    co_return planned;
}

Task<Result<Comparison>> OpenCompany::compare(Connection connection, EntityType type, LocalId record)
{
    Talk talk(m_talks, Talk::Kind::Run, m_seams.transport);
    const auto reached = co_await reach(std::move(connection), talk);
    if (!reached)
        co_return fail(reached.error());
    SyncEngine engine = engineFor(*reached->provider, reached->connection.id);
    co_return co_await engine.compare(std::move(type), std::move(record));
}

Task<Result<OpenCompany::Reached>> OpenCompany::reach(Connection connection, Talk &talk)
{
    SecretKey key = secretKey(connection.id);
    const auto token = co_await m_seams.secrets.read(std::move(key));
    if (!token)
        co_return fail(token.error());
    const auto met = co_await introduced(connection, *token, talk.transport);
    if (!met)
        co_return fail(met.error());
    const auto rules = rulesOf(database(), met->id);
    if (!rules)
        co_return fail(rules.error());
    auto provider = limitedProvider(*met, *token, rules->limit, talk.transport);
    if (!provider)
        co_return fail(provider.error());
    if (auto queued = queueExisting(met->id); !queued)
        co_return fail(queued.error());
    Reached reached;
    reached.connection = *met;
    reached.token = *token;
    reached.provider = *std::move(provider);
    co_return reached;
}

Result<std::shared_ptr<Provider>> OpenCompany::limitedProvider(const Connection &connection, const QByteArray &token,
                                                               const std::optional<RequestLimit> &limit, StoppableTransport &transport)
{
    if (!limit) {
        auto provider = makeProvider(connection, token, transport, m_seams.clock);
        FROST_TRY(provider);
        return std::shared_ptr<Provider>(*std::move(provider));
    }
    const QString dataFolder = QFileInfo(QFileInfo(database().path()).absolutePath()).absolutePath();
    const auto held = std::make_shared<Limited>(limitRuleOf(*limit),
                                                std::make_unique<SharedMemory>(SharedMemory::fileIn(dataFolder), connection.settings["url"_L1].toString(),
                                                                               token, m_seams.clock),
                                                transport, m_seams);
    auto provider = makeProvider(connection, token, held->transport, m_seams.clock);
    FROST_TRY(provider);
    held->provider = *std::move(provider);
    return std::shared_ptr<Provider>(held, held->provider.get());
}

// The main connection's own remote is spoken to by every hub.
Task<Result<std::optional<SharedThrough>>> OpenCompany::sharedThrough(Connection connection, Talk &talk)
{
    using Shared = std::optional<SharedThrough>;
    if (connection.main)
        co_return Shared();
    const auto all = connections().list();
    if (!all)
        co_return fail(all.error());
    Connection main = all->constFirst();
    const auto reached = co_await reach(std::move(main), talk);
    if (!reached)
        co_return fail(reached.error());
    HubServer *server = reached->provider->hubServer();
    if (!server)
        co_return Shared();
    SharedThrough through{server, reached->connection.id, {}};
    // Keeps the provider, and so the server, as long as the run may ask.
    through.catchUp = [this, provider = reached->provider, id = through.main, &talk] { return catchUp(*provider, id, talk); };
    co_return Shared(std::move(through));
}

// A run with the server inside the other one; one that is on its way already is waited for.
Task<Result<>> OpenCompany::catchUp(Provider &server, ConnectionId connection, Talk &talk)
{
    SyncEngine *const outer = talk.engine;
    SyncEngine engine = engineFor(server, connection);
    const auto begun = m_seams.clock.now();
    Result<RunReport> report = fail(ErrorKind::Cancelled, u"run.stopped"_s);
    while (talk.wish != Talk::Wish::Stop) {
        talk.engine = &engine;
        report = co_await engine.run({});
        talk.engine = outer;
        if (outer && talk.wish == Talk::Wish::Stop)
            outer->requestStop();
        const bool isTaken = !report && report.error().code == "lease.held"_L1;
        if (!isTaken || begun.msecsTo(m_seams.clock.now()) > kLongestCatchUpWait.count())
            break;
        co_await m_seams.clock.sleep(kTurnLook);
    }
    if (!report)
        co_return fail(report.error());
    if (report->error)
        co_return fail(*report->error);
    co_return Result<>();
}

Task<Result<>> OpenCompany::letGo(Connection connection)
{
    Talk talk(m_talks, Talk::Kind::Run, m_seams.transport);
    const auto shared = co_await sharedThrough(connection, talk);
    if (!shared)
        co_return fail(shared.error());
    if (!*shared)
        co_return Result<>();
    co_return co_await frost::letGo(*(*shared)->server, outbox(), database(), std::move(connection.id), m_seams.clock);
}

Task<Result<RunReport>> OpenCompany::run(Connection connection, SyncEngine::Options options, Work work, Talk &talk)
{
    const auto reached = co_await reach(std::move(connection), talk);
    if (!reached)
        co_return fail(reached.error());
    const auto shared = co_await sharedThrough(reached->connection, talk);
    if (!shared)
        co_return fail(shared.error());
    options.shared = *shared;
    auto report = co_await run(*reached->provider, reached->connection.id, std::move(options), std::move(work), talk);
    if (report && (!report->error || report->error->kind == ErrorKind::Forbidden)) { // a right may have been taken away
        if (auto refreshed = co_await refreshAccess(reached->connection, reached->token, talk.transport); !refreshed)
            co_return fail(refreshed.error());
    }
    co_return report;
}

Task<Result<RunReport>> OpenCompany::run(Provider &remote, ConnectionId connection, SyncEngine::Options options, Work work,
                                         Talk &talk)
{
    SyncEngine engine = engineFor(remote, connection);
    if (talk.wish == Talk::Wish::Stop)
        co_return fail(ErrorKind::Cancelled, u"run.stopped"_s);
    talk.engine = &engine;
    auto report = co_await work(engine, std::move(options));
    talk.engine = nullptr;
    co_return report;
}

Task<Result<ChangeStream>> OpenCompany::changeStream(Connection connection)
{
    SecretKey key = secretKey(connection.id);
    const auto token = co_await m_seams.secrets.read(std::move(key));
    if (!token)
        co_return fail(token.error());
    const auto provider = makeProvider(connection, *token, m_seams.transport, m_seams.clock);
    if (!provider)
        co_return fail(provider.error());
    if ((*provider)->capabilities().channel == Capabilities::Channel::None)
        co_return fail(ErrorKind::Usage, u"channel.none"_s, {connection.provider});
    co_return (*provider)->changeStream();
}

void OpenCompany::requestStop()
{
    for (auto *talk : std::as_const(m_talks)) {
        if (talk->kind != Talk::Kind::Run)
            continue;
        talk->wish = Talk::Wish::Stop;
        if (talk->engine)
            talk->engine->requestStop();
    }
}

void OpenCompany::abortStopped()
{
    for (auto *talk : std::as_const(m_talks)) {
        if (talk->wish == Talk::Wish::Stop)
            talk->transport.stop();
    }
}

void OpenCompany::stopConnecting()
{
    for (auto *talk : std::as_const(m_talks)) {
        if (talk->kind == Talk::Kind::Connect)
            talk->transport.stop();
    }
}

void OpenCompany::abort()
{
    requestStop();
    abortStopped();
    stopConnecting();
}

} // namespace frost
