// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/engine.h"

#include "core/activity/retention.h"
#include "core/base/logging.h"
#include "core/sync/runwish.h"
#include "core/sync/tuning.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::minutes kTidyInterval{1};
constexpr std::chrono::milliseconds kTidyBudget{40}; //!< an edit may wait this long (DESIGN.md section 8)
constexpr int kTellPause = 100;      //!< ms: nobody reads a status more often
constexpr int kStopPatience = 2000; //!< ms: how long a run that shall stop may wait for the answer it is waiting for

AutoSyncSettings settingsFrom(const SyncRules &rules)
{
    AutoSyncSettings settings;
    settings.autoSyncEnabled = rules.strategy != SyncStrategy::Manual;
    settings.syncOnReconnect = rules.syncOnReconnect;
    settings.pullInterval = rules.strategy == SyncStrategy::Push ? kLongestPull
                                                                 : rules.pullInterval.value_or(settings.pullInterval);
    if (rules.strategy == SyncStrategy::Scheduled)
        settings.pullAt = rules.pullAt;
    return settings;
}
}

class Engine::MonitoredNetwork final : public Transport
{
public:
    MonitoredNetwork(Transport &inner, Clock &clock) : m_last(inner), m_clock(clock) { }

    void add(NetworkMonitor &monitor)
    {
        auto &inner = m_chain.empty() ? m_last : *m_chain.back();
        m_chain.push_back(std::make_unique<MonitoredTransport>(inner, monitor, m_clock));
    }
    Task<Result<HttpResponse>> send(HttpRequest request) override
    {
        auto &first = m_chain.empty() ? m_last : *m_chain.back();
        return first.send(std::move(request));
    }

private:
    Transport &m_last;
    Clock &m_clock;
    std::vector<std::unique_ptr<Transport>> m_chain;
};

struct Engine::Spoke {
    Connection connection;
    NetworkMonitor monitor;
    AutoSync sync;
    ChangeChannel channel;
    bool wantsToBeTold; //!< by its rules

    //! Whoever works offline on purpose listens to nothing, and where nobody answers there is nothing to listen to.
    void listenWhereReached(const NetworkStatus &network)
    {
        if (wantsToBeTold && network.use == NetworkUse::Automatic && isReachable(network.quality))
            channel.open();
        else
            channel.close();
    }
};

Engine::Engine(DataFolder::Company place, QString dataFolder, EngineSettings settings, CompanyFile file)
    : m_place(std::move(place)), m_settings(settings), m_file(std::move(file)), m_dataFolder(std::move(dataFolder)), m_telling(this),
      m_tidying(this), m_stopping(this)
{
    m_telling.setSingleShot(true);
    m_telling.setInterval(kTellPause);
    connect(&m_telling, &QTimer::timeout, this, &Engine::tell);
    m_tidying.setInterval(kTidyInterval);
    connect(&m_tidying, &QTimer::timeout, this, &Engine::tidyUp);
    m_stopping.setSingleShot(true);
    m_stopping.setInterval(kStopPatience);
    connect(&m_stopping, &QTimer::timeout, this, [this] {
        if (m_company)
            m_company->abortStopped();
    });
}

Engine::~Engine() = default;

Result<Schema> Engine::open()
{
    m_seams = std::make_unique<SystemSeams>(m_dataFolder);
    const auto seams = m_seams->seams();
    m_network = std::make_unique<MonitoredNetwork>(seams.transport, seams.clock);
    connect(&m_seams->breaker(), &BreakerTransport::changed, this, &Engine::tellSoon);
    const Seams watched{seams.clock, seams.random, seams.executor, *m_network, seams.secrets};
    auto company = m_file.newOf.isEmpty() ? OpenCompany::open(watched, m_place)
                                          : OpenCompany::create(watched, m_place, m_file.newOf);
    FROST_TRY(company);
    m_company = *std::move(company);
    FROST_TRY(addSpokes());
    m_tidying.start();
    tell();
    return m_company->schema();
}

void Engine::close()
{
    m_life = Life::Closing;
    for (const auto &spoke : m_spokes)
        spoke->monitor.setUse(NetworkUse::WorkOffline); // stands above everything, a person's wish too
    if (m_company)
        m_company->abort();
    closeWhenIdle();
}

bool Engine::isIdle() const
{
    const auto runs = [](const auto &spoke) { return spoke->sync.status().state == AutoSyncState::Running; };
    return m_connecting == 0 && std::none_of(m_spokes.begin(), m_spokes.end(), runs)
        && std::none_of(m_left.begin(), m_left.end(), runs);
}

// A run is a coroutine over the company, and so is whatever else asks it something: they end before the company goes.
void Engine::closeWhenIdle()
{
    if (m_life != Life::Closing || !isIdle())
        return;
    m_life = Life::Closed;
    m_spokes.clear();
    m_left.clear();
    m_company.reset();
    Q_EMIT closed();
}

Result<> Engine::addSpokes()
{
    const auto connections = m_company->connections().list();
    FROST_TRY(connections);
    for (const auto &connection : *connections) {
        const bool known = std::any_of(m_spokes.begin(), m_spokes.end(),
                                       [&](const auto &spoke) { return spoke->connection.id == connection.id; });
        if (!known)
            FROST_TRY(addSpoke(connection));
    }
    return {};
}

// Rules may be changed while the window is open, here or by another program.
void Engine::refreshSettings()
{
    for (const auto &spoke : m_spokes) {
        const auto rules = rulesOf(m_company->database(), spoke->connection.id);
        if (!rules) // the next run says why
            continue;
        if (settingsFrom(*rules) != spoke->sync.settings())
            spoke->sync.setSettings(settingsFrom(*rules));
        if (const bool wanted = rules->wantsToBeTold(m_company->schema()); wanted != spoke->wantsToBeTold) {
            spoke->wantsToBeTold = wanted;
            spoke->listenWhereReached(spoke->monitor.status());
        }
    }
}

Result<> Engine::addSpoke(const Connection &connection)
{
    const auto since = m_company->runs().lastSuccess(connection.id);
    FROST_TRY(since);
    const auto rules = rulesOf(m_company->database(), connection.id).value_or(SyncRules()); // else the first run says why not
    const auto settings = settingsFrom(rules);
    const auto seams = m_company->seams();
    auto run = [this, id = connection.id](SyncEngine::Options options) { return runOnce(id, std::move(options)); };
    auto count = [this, id = connection.id] { return m_company->outbox().unsent(id); };
    auto ask = [this, id = connection.id] { return streamOf(id); };
    m_spokes.push_back(std::unique_ptr<Spoke>(new Spoke{
        connection,
        NetworkMonitor(QUrl(connection.settings["url"_L1].toString()), m_seams->network(), seams.clock, seams.random),
        AutoSync(std::move(run), std::move(count), seams.clock, seams.random, settings),
        ChangeChannel(std::move(ask), seams.clock, seams.random), rules.wantsToBeTold(m_company->schema())}));
    auto &spoke = *m_spokes.back();
    m_network->add(spoke.monitor);
    connect(&spoke.monitor, &NetworkMonitor::changed, &spoke.sync, &AutoSync::networkChanged);
    connect(&spoke.monitor, &NetworkMonitor::changed, this, &Engine::tellSoon);
    connect(&spoke.monitor, &NetworkMonitor::changed, &spoke.channel,
            [&spoke](const NetworkStatus &network) { spoke.listenWhereReached(network); });
    connect(&spoke.channel, &ChangeChannel::stateChanged, &spoke.sync, &AutoSync::channelChanged);
    connect(&spoke.channel, &ChangeChannel::told, &spoke.sync, &AutoSync::changesTold);
    connect(&spoke.sync, &AutoSync::runEnded, this, &Engine::closeWhenIdle, Qt::QueuedConnection);
    connect(&spoke.sync, &AutoSync::changed, this, [this] { lookForWrites(Source::Sync); });
    spoke.monitor.setUse(m_settings.use);
    spoke.monitor.hintChanged(m_hint);
    spoke.sync.setPause(m_settings.pause);
    spoke.sync.start(*since);
    spoke.monitor.start();
    return {};
}

Task<Result<ChangeStream>> Engine::streamOf(ConnectionId id)
{
    const auto connection = m_company->connections().find(id);
    if (!connection)
        co_return fail(connection.error());
    if (!*connection)
        co_return fail(ErrorKind::NotFound, u"connection.unknown"_s, {id.toString()});
    ++m_connecting;
    auto stream = co_await m_company->changeStream(**connection);
    --m_connecting;
    if (m_life != Life::Open)
        QMetaObject::invokeMethod(this, &Engine::closeWhenIdle, Qt::QueuedConnection);
    co_return stream;
}

// Its settings are read anew: a run may have learned whose data this is.
Task<Result<RunReport>> Engine::runOnce(ConnectionId id, SyncEngine::Options options)
{
    const auto connection = m_company->connections().find(id);
    if (!connection)
        co_return fail(connection.error());
    if (!*connection)
        co_return fail(ErrorKind::NotFound, u"connection.unknown"_s, {id.toString()});
    const auto report = co_await m_company->sync(**connection, std::move(options));
    refreshSettings();
    co_return report;
}

void Engine::perform(const std::function<void(Company &)> &job)
{
    if (m_company) {
        job(*m_company);
        refreshSettings();
        lookForWrites(Source::User);
    }
}

// Whoever wrote, a person or a run: lists look again, and what a person wrote is sent.
void Engine::lookForWrites(Source writer)
{
    if (!m_company)
        return;
    const auto written = m_company->writer().takeWritten();
    if (!written.isEmpty()) {
        Q_EMIT recordsWritten(QList<EntityType>(written.begin(), written.end()));
        for (const auto &spoke : m_spokes) {
            if (writer == Source::User)
                spoke->sync.edited();
        }
    }
    tellSoon();
}

void Engine::setHint(NetworkHint hint)
{
    m_hint = hint;
    for (const auto &spoke : m_spokes)
        spoke->monitor.hintChanged(hint);
}

void Engine::setNetworkUse(NetworkUse use)
{
    m_settings.use = use;
    for (const auto &spoke : m_spokes)
        spoke->monitor.setUse(use);
    if (use == NetworkUse::WorkOffline)
        stopSync();
    tellSoon();
}

void Engine::setPause(AutoSyncPause pause)
{
    m_settings.pause = pause;
    for (const auto &spoke : m_spokes)
        spoke->sync.setPause(pause);
    if (pause == AutoSyncPause::Paused) // a run that stood still would keep its place and the lease from other programs
        stopSync();
    tellSoon();
}

// Whoever asks here has the last word over a pause from another program.
void Engine::syncNow()
{
    if (m_settings.use == NetworkUse::WorkOffline)
        return;
    for (const auto &spoke : m_spokes) {
        const auto wish = runWish(m_company->database(), spoke->connection.id);
        if (wish && *wish == RunWish::Pause) {
            if (const auto ended = setRunWish(m_company->database(), spoke->connection.id, RunWish::None); !ended)
                qCWarning(lcSync) << "still paused:" << ended.error().logLine();
        }
        spoke->monitor.probeNow();
        spoke->sync.syncNow();
    }
}

void Engine::confirmMassChange(const ConnectionId &connection, const MassQuestion &seen)
{
    for (const auto &spoke : m_spokes) {
        if (spoke->connection.id == connection)
            spoke->sync.confirmMassChange(seen);
    }
}

void Engine::stopSync()
{
    if (!m_company)
        return;
    m_company->requestStop();
    m_stopping.start();
}

void Engine::connectTo(const OpenCompany::NewConnection &wanted, std::function<void(Result<OpenCompany::Connected>)> then)
{
    stopConnecting();
    if (m_company)
        connectAndTell(wanted, std::move(then));
}

void Engine::stopConnecting()
{
    if (m_company)
        m_company->stopConnecting();
}

Task<void> Engine::connectAndTell(OpenCompany::NewConnection wanted,
                                  std::function<void(Result<OpenCompany::Connected>)> then)
{
    ++m_connecting;
    const ConnectionId id = wanted.id;
    auto connected = co_await m_company->connect(std::move(wanted));
    --m_connecting;
    if (m_life != Life::Open) {
        QMetaObject::invokeMethod(this, &Engine::closeWhenIdle, Qt::QueuedConnection);
        co_return;
    }
    if (connected) {
        leaveMoved();
        if (auto added = addSpokes(); !added)
            connected = fail(added.error());
        for (const auto &spoke : m_spokes) {
            spoke->sync.signedIn();
            if (spoke->connection.id == id)
                spoke->channel.close(); // it may listen, or be asking, with the token of before
            spoke->listenWhereReached(spoke->monitor.status());
        }
    }
    then(std::move(connected));
    tellSoon();
}

// A connection that got another address begins anew; its old clockwork may still have a run in hand.
void Engine::leaveMoved()
{
    for (auto spoke = m_spokes.begin(); spoke != m_spokes.end();) {
        const auto now = m_company->connections().find((*spoke)->connection.id);
        if (!now || !*now || (*now)->settings["url"_L1] == (*spoke)->connection.settings["url"_L1]) {
            ++spoke;
            continue;
        }
        (*spoke)->monitor.setUse(NetworkUse::WorkOffline);
        m_left.push_back(std::move(*spoke));
        spoke = m_spokes.erase(spoke);
    }
}

// What is older than the company wants to keep goes while nothing else is done, a little at a time.
void Engine::tidyUp()
{
    if (!m_company)
        return;
    refreshSettings();
    if (!isIdle())
        return;
    const auto pruned = pruneIfDue(m_company->database(), m_company->audit(), m_company->clock(), m_company->actor(), kTidyBudget);
    if (!pruned)
        qCWarning(lcStore) << "nothing is tidied up:" << pruned.error().logLine();
}

void Engine::tellSoon()
{
    if (!m_telling.isActive())
        m_telling.start();
}

void Engine::tell()
{
    if (!m_company)
        return;
    CompanyStatus status;
    status.use = m_settings.use;
    status.pause = m_settings.pause;
    for (const auto &spoke : m_spokes)
        status.connections.append({spoke->connection.id, spoke->connection.provider, spoke->monitor.status(), spoke->sync.status(),
                                   m_seams->breaker().status(QUrl(spoke->connection.settings["url"_L1].toString()))});
    if (const auto counts = m_company->outbox().counts())
        status.queue = *counts;
    if (const auto open = m_company->conflicts().openCount())
        status.openConflicts = *open;
    Q_EMIT told(status);
}

} // namespace frost
