// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/monitoredtransport.h"
#include "core/outbox/queueeditor.h"
#include "core/outbox/recordeditor.h"
#include "core/providers/frostserver/frostprovider.h"
#include "core/sync/autosync.h"
#include "core/sync/conflicthistory.h"
#include "core/sync/conflictresolver.h"
#include "tests/simulation/deviceclock.h"
#include "tests/simulation/ledgerprovider.h"

namespace frost::test {

inline const QString kConnection = QStringLiteral("frostserver");

//! One running program over a company's file, put together as the agent does.
class Program
{
public:
    struct Surroundings {
        Simulator &simulator;
        Clock &clock;
        SeededRandom &random;
        Transport &transport;
        QByteArray token;
        Actor actor;
        Transport *ledger = nullptr; //!< where this computer holds the second connection
    };
    Program(std::unique_ptr<Database> opened, const Surroundings &around);

    //! A person presses "sync".
    void sync(const SyncEngine::Options &options) { run(m_main, options); }
    void syncLedger(const SyncEngine::Options &options) { run(*m_second, options); }
    [[nodiscard]] bool isSyncing() const { return m_main.runs || isSyncingLedger(); }
    [[nodiscard]] bool isSyncingLedger() const { return m_second && m_second->runs; }
    [[nodiscard]] QString lastLedgerError() const { return m_second ? m_second->lastError : QString(); }
    [[nodiscard]] QString lastError() const { return m_main.lastError; } //!< of the last run, as in the log; empty: it ended well
    [[nodiscard]] std::optional<MassQuestion> massQuestion() const { return m_main.question; } //!< that the last run asked
    [[nodiscard]] std::optional<MassQuestion> ledgerMassQuestion() const { return m_second ? m_second->question : std::nullopt; }
    [[nodiscard]] QList<ConnectionId> connections() const;

    std::unique_ptr<Database> database;
    RecordWriter writer;
    RecordEditor editor;
    QueueEditor queue;
    ConflictStore conflicts;
    ConflictResolver resolver;
    ConflictHistory history;
    frostserver::FrostProvider provider;
    SyncEngine engine;

    std::function<void()> syncEnded; //!< not from within the engine

private:
    //! One connection's runs.
    struct Runs {
        SyncEngine &engine;
        bool runs = false;
        QString lastError = {};
        std::optional<MassQuestion> question = {};
    };
    void run(Runs &runs, const SyncEngine::Options &options);
    Task<void> runOnce(Runs &runs, SyncEngine::Options options);

    Simulator &m_simulator;
    Runs m_main{engine};
    std::unique_ptr<LedgerProvider> m_ledger;
    std::unique_ptr<SyncEngine> m_ledgerEngine;
    std::optional<Runs> m_second;
};

//! What works by itself on an accountant's computer, put together as the desktop does.
class Automatic
{
public:
    Automatic(Program &program, const Program::Surroundings &around);
    void stop();
    [[nodiscard]] const QStringList &untruths() const { return m_untruths; }
    [[nodiscard]] int runs() const { return m_runs; }

    std::unique_ptr<NetworkMonitor> monitor;
    std::unique_ptr<AutoSync> sync;

private:
    [[nodiscard]] Result<qint64> unsent();
    Task<Result<RunReport>> run(SyncEngine::Options options);

    Program &m_program;
    MonitoredTransport m_transport;
    frostserver::FrostProvider m_provider;
    SyncEngine m_engine;
    int m_runs = 0;
    int m_running = 0;
    QStringList m_untruths;
};

} // namespace frost::test
