// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubfixture.h"

#include <QTest>

using namespace hubfixture;

namespace {

constexpr std::array kRunStates{RunState::Queued, RunState::Processing, RunState::Paused, RunState::Done,
                                RunState::Partial, RunState::Failed, RunState::Cancelled};

//! Does something when somebody waits for the n-th time.
class WatchedClock final : public Clock
{
public:
    explicit WatchedClock(ManualClock &clock) : m_clock(clock) { }
    [[nodiscard]] QDateTime now() const override { return m_clock.now(); }
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override
    {
        m_clock.advance(duration);
        if (asleep)
            asleep(++m_sleeps);
        co_return;
    }
    std::function<void(int)> asleep;

private:
    ManualClock &m_clock;
    int m_sleeps = 0;
};

} // namespace

// R-SYN-05: pause, resume and cancel, from whatever process, leave a consistent store.
class RunControlTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTableOfSteps()
    {
        const QStringList allowed{u"queued processing"_s, u"queued cancelled"_s, u"processing paused"_s, u"processing done"_s,
                                  u"processing partial"_s, u"processing failed"_s, u"processing cancelled"_s,
                                  u"paused processing"_s, u"paused partial"_s, u"paused failed"_s, u"paused cancelled"_s};
        QStringList found;
        for (const auto from : kRunStates) {
            for (const auto to : kRunStates) {
                if (canTransition(from, to))
                    found += toString(from) + u' ' + toString(to);
            }
        }
        QCOMPARE(found, allowed);
    }

    void aRunWaitsWhilePausedAndGoesOnWhereItWas()
    {
        Hub hub;
        WatchedClock clock(hub.company.clock);
        hub.rules(kServer, {{u"pageSize"_s, 2}});
        for (int i = 0; i < 6; ++i)
            hub.main.add(kCustomers, named(u"C %1"_s.arg(i)));
        SyncEngine engine(hub.writer, hub.main, kServer, kAnna, clock, hub.company.random, hub.executor);
        SyncEngine::Options options;
        QStringList told; // of the states, to whoever shows progress
        options.progress = [&](const Progress &progress) {
            if (progress.phase == SyncPhase::Pulling && progress.processed == 2 && told.isEmpty())
                value(setRunWish(hub.company.database(), kServer, RunWish::Pause));
            if (const auto state = toString(progress.state); told.isEmpty() || told.last() != state)
                told += state;
        };
        Runs runs(hub.company.sql(), hub.company.clock);
        QStringList seen;
        clock.asleep = [&](int count) {
            seen += toString(value(runs.list(1)).first().state);
            QCOMPARE(value(value(hub.company.database().objectStore(kCustomers)).count()), 2);
            if (count == 3)
                value(setRunWish(hub.company.database(), kServer, RunWish::None));
        };
        const auto report = value(QCoro::waitFor(engine.run(std::move(options))));
        QCOMPARE(seen, (QStringList{u"paused"_s, u"paused"_s, u"paused"_s}));
        QCOMPARE(told, (QStringList{u"processing"_s, u"paused"_s, u"processing"_s}));
        QCOMPARE(report.counts.created, 6);
        QCOMPARE(toString(value(runs.list(1)).first().state), u"done"_s);
    }

    void noRunBeginsWhilePaused()
    {
        Hub hub;
        value(setRunWish(hub.company.database(), kServer, RunWish::Pause));
        QCOMPARE(codeOf(QCoro::waitFor(hub.mainEngine.run({}))), u"run.paused"_s);
        hub.sync(hub.shopEngine); // another connection does
        value(setRunWish(hub.company.database(), kServer, RunWish::None));
        hub.sync(hub.mainEngine);
    }

    void aCancelledRunKeepsWhatItDidAndTheNextGoesOn_data()
    {
        QTest::addColumn<bool>("whilePaused");
        QTest::newRow("while it runs") << false;
        QTest::newRow("while it is paused") << true;
    }
    void aCancelledRunKeepsWhatItDidAndTheNextGoesOn()
    {
        QFETCH(bool, whilePaused);
        Hub hub;
        WatchedClock clock(hub.company.clock);
        hub.rules(kServer, {{u"batchSize"_s, 2}});
        for (int i = 0; i < 6; ++i)
            value(hub.editor.create(kCustomers, named(u"C %1"_s.arg(i)), kAnna));
        SyncEngine engine(hub.writer, hub.main, kServer, kAnna, clock, hub.company.random, hub.executor);
        SyncEngine::Options options;
        options.progress = [&](const Progress &progress) {
            if (progress.phase == SyncPhase::Pushing && progress.processed == 2 && progress.state == RunState::Processing)
                value(setRunWish(hub.company.database(), kServer, whilePaused ? RunWish::Pause : RunWish::Cancel));
        };
        clock.asleep = [&](int) { value(setRunWish(hub.company.database(), kServer, RunWish::Cancel)); };
        const auto report = value(QCoro::waitFor(engine.run(std::move(options))));
        QCOMPARE(toString(report.state), u"cancelled"_s);
        QCOMPARE(hub.main.live(kCustomers).size(), 2);
        QCOMPARE(value(hub.writer.outbox().unsent(kServer)), 4);
        QVERIFY(value(hub.company.database().check()).isEmpty());
        QVERIFY(value(runWish(hub.company.database(), kServer)) == RunWish::None);
        hub.sync(hub.mainEngine);
        QCOMPARE(hub.main.live(kCustomers).size(), 6);
    }
};

QTEST_GUILESS_MAIN(RunControlTest)
#include "runcontrol_test.moc"
