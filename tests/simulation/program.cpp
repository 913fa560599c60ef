// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/program.h"

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {
frostserver::FrostProvider::Settings settings(const QByteArray &token)
{
    return {QUrl(u"http://server"_s), u"acme"_s, token};
}
} // namespace

Program::Program(std::unique_ptr<Database> opened, const Surroundings &around)
    : database(std::move(opened)), writer(*database, around.clock, around.random),
      editor(writer, around.clock, around.random), queue(writer, around.clock, around.random),
      conflicts(database->sql(), around.clock), resolver(writer, conflicts, around.clock, around.random),
      history(writer, editor, conflicts, around.clock, around.random),
      provider(settings(around.token), around.transport, around.clock),
      engine(writer, provider, ConnectionId(kConnection), around.actor, around.clock, around.random, around.simulator),
      m_simulator(around.simulator)
{
    if (!around.ledger)
        return;
    m_ledger = std::make_unique<LedgerProvider>(*around.ledger, around.clock);
    m_ledgerEngine = std::make_unique<SyncEngine>(writer, *m_ledger, ConnectionId(kLedgerConnection), around.actor, around.clock,
                                                  around.random, around.simulator);
    m_second.emplace(*m_ledgerEngine);
}

QList<ConnectionId> Program::connections() const
{
    QList<ConnectionId> all{ConnectionId(kConnection)};
    if (m_second)
        all += ConnectionId(kLedgerConnection);
    return all;
}

void Program::run(Runs &runs, const SyncEngine::Options &options)
{
    if (runs.runs)
        return;
    runs.runs = true;
    runOnce(runs, options);
}

Task<void> Program::runOnce(Runs &runs, SyncEngine::Options options)
{
    const auto report = co_await runs.engine.run(std::move(options));
    runs.lastError = !report ? report.error().logLine() : report->error ? report->error->logLine() : QString();
    runs.question = report && report->error ? MassQuestion::fromError(*report->error) : std::nullopt;
    runs.runs = false;
    m_simulator.after(std::chrono::milliseconds(0), [ended = syncEnded] {
        if (ended)
            ended();
    });
}

Automatic::Automatic(Program &program, const Program::Surroundings &around)
    : monitor(std::make_unique<NetworkMonitor>(QUrl(u"http://server"_s), around.transport, around.clock, around.random)),
      m_program(program), m_transport(around.transport, *monitor, around.clock),
      m_provider(settings(around.token), m_transport, around.clock),
      m_engine(program.writer, m_provider, ConnectionId(kConnection), around.actor, around.clock, around.random, around.simulator)
{
    sync = std::make_unique<AutoSync>([this](SyncEngine::Options options) { return run(std::move(options)); },
                                      [this] { return unsent(); }, around.clock, around.random);
    QObject::connect(monitor.get(), &NetworkMonitor::changed, sync.get(), &AutoSync::networkChanged);
    QObject::connect(sync.get(), &AutoSync::changed, sync.get(), [this](const AutoSyncStatus &status) {
        const auto waiting = unsent();
        if (status.state == AutoSyncState::Idle && (!waiting || *waiting > 0 || m_running > 0))
            m_untruths += u"L5: \"synced\" was told while %1 waited and %2 ran"_s.arg(waiting.value_or(-1)).arg(m_running);
    });
    monitor->start();
    sync->start();
}

//! A run on its way ends by itself, told to nobody.
void Automatic::stop()
{
    sync.reset();
    monitor.reset();
}

Result<qint64> Automatic::unsent()
{
    return m_program.writer.outbox().unsent(ConnectionId(kConnection));
}

Task<Result<RunReport>> Automatic::run(SyncEngine::Options options)
{
    ++m_runs;
    if (++m_running > 1)
        m_untruths += u"L5: two runs at once"_s;
    auto report = co_await m_engine.run(std::move(options));
    --m_running;
    co_return report;
}

} // namespace frost::test
