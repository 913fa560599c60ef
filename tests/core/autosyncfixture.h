// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/autosync.h"
#include "core/sync/tuning.h"
#include "tests/support/simulator.h"

#include <functional>
#include <utility>

namespace autosyncfixture {

using namespace frost;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using frost::test::SeededRandom;
using frost::test::Simulator;
using std::chrono::milliseconds;

//! A queue, a remote that does as it is told, and an AutoSync between them, in virtual time.
struct Desk {
    Simulator simulator{3};
    SeededRandom random{3};
    NetworkStatus network;
    qint64 pending = 0;
    milliseconds duration{500};
    std::optional<Error> outcome;  //!< of the runs to come; unset: they succeed
    qint64 stuck = 0;              //!< operations that no run can send
    std::function<void()> meanwhile; //!< in the middle of every run
    std::function<void()> onceMeanwhile; //!< in the middle of the next one
    int running = 0;
    int mostRunning = 0;
    QList<QDateTime> starts;
    std::vector<SyncEngine::Options> options;
    QList<AutoSyncState> told;
    std::unique_ptr<AutoSync> sync;

    explicit Desk(AutoSyncSettings settings = {})
    {
        sync = std::make_unique<AutoSync>([this](SyncEngine::Options wanted) { return run(std::move(wanted)); },
                                          [this]() -> Result<qint64> { return pending; }, simulator, random, settings);
        QObject::connect(sync.get(), &AutoSync::changed, sync.get(), [this](const AutoSyncStatus &status) {
            if (told.isEmpty() || told.last() != status.state)
                told.append(status.state);
        });
    }
    ~Desk()
    {
        sync.reset();
        simulator.run();
    }

    void start(NetworkQuality quality = NetworkQuality::Online)
    {
        sync->start();
        setNetwork(quality);
        pass(3s);
    }
    void setNetwork(NetworkQuality quality, NetworkUse use = NetworkUse::Automatic)
    {
        network.quality = quality;
        network.use = use;
        sync->networkChanged(network);
    }
    void edit()
    {
        ++pending;
        sync->edited();
    }
    void again(int times, milliseconds apart, const std::function<void()> &what)
    {
        for (int i = 0; i < times; ++i) {
            what();
            pass(apart);
        }
    }
    void failWith(ErrorKind kind, std::optional<milliseconds> retryAfter = {})
    {
        outcome = Error{kind, u"test"_s, {}, {}, retryAfter};
    }
    void pass(milliseconds time) { simulator.runFor(time); }
    [[nodiscard]] qsizetype runs() const { return starts.size(); }
    [[nodiscard]] AutoSyncState state() const { return sync->status().state; }
    [[nodiscard]] AutoSyncReason reason() const { return sync->status().reason; }

    Task<Result<RunReport>> run(SyncEngine::Options wanted)
    {
        starts.append(simulator.now());
        mostRunning = std::max(mostRunning, ++running);
        options.push_back(wanted);
        const qint64 taken = pending;
        const auto fate = outcome;
        co_await simulator.sleep(duration / 2);
        if (onceMeanwhile)
            std::exchange(onceMeanwhile, {})();
        if (meanwhile)
            meanwhile();
        co_await simulator.sleep(duration - duration / 2);
        --running;
        RunReport report;
        report.run = runs();
        report.duration = duration;
        if (fate && fate->kind == ErrorKind::Busy)
            co_return fail(*fate);
        if (fate) {
            report.state = RunState::Failed;
            report.error = fate;
            co_return report;
        }
        report.state = RunState::Done;
        report.counts.pushed = std::max<qint64>(0, taken - stuck);
        pending -= report.counts.pushed;
        co_return report;
    }
};

} // namespace autosyncfixture
