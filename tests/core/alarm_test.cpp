// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/alarm.h"
#include "tests/support/simulator.h"

#include <QTest>

using namespace frost;
using namespace std::chrono_literals;
using frost::test::Simulator;

namespace {
//! A clock that somebody sets while others sleep: sleeps last as long as they were asked to.
class SetClock final : public Clock
{
public:
    explicit SetClock(Simulator &simulator) : m_simulator(simulator) { }
    [[nodiscard]] QDateTime now() const override { return m_simulator.now().addMSecs(offset.count()); }
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override { return m_simulator.sleep(duration); }
    std::chrono::milliseconds offset{0};

private:
    Simulator &m_simulator;
};
} // namespace

class AlarmTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLastSettingCounts()
    {
        Simulator simulator(1);
        QList<qint64> rings;
        const auto start = simulator.now();
        Alarm alarm(simulator, [&] { rings.append(start.msecsTo(simulator.now())); });
        alarm.set(5s);
        simulator.runFor(1s);
        alarm.set(10s); // later
        simulator.runFor(1s);
        alarm.set(1s); // sooner
        QCOMPARE(alarm.at(), std::optional(start.addSecs(3)));
        simulator.runFor(60s);
        QCOMPARE(rings, QList<qint64>{3000});
        QVERIFY(!alarm.at());
    }

    void aClearedAlarmIsSilentAndCanBeSetAgain()
    {
        Simulator simulator(1);
        int rings = 0;
        Alarm alarm(simulator, [&] { ++rings; });
        alarm.set(1s);
        alarm.clear();
        simulator.runFor(2s);
        QCOMPARE(rings, 0);
        alarm.set(1s);
        simulator.runFor(2s);
        QCOMPARE(rings, 1);
    }

    void aDestroyedAlarmIsSilent()
    {
        Simulator simulator(1);
        int rings = 0;
        auto alarm = std::make_unique<Alarm>(simulator, [&] { ++rings; });
        alarm->set(1s);
        alarm.reset();
        simulator.run();
        QCOMPARE(rings, 0);
    }

    void itMayBeDestroyedByItsOwnRing()
    {
        Simulator simulator(1);
        std::unique_ptr<Alarm> alarm;
        alarm = std::make_unique<Alarm>(simulator, [&] { alarm.reset(); });
        alarm->set(1s);
        simulator.run();
        QVERIFY(!alarm);
    }

    void movingItAThousandTimesCostsFewSleeps()
    {
        Simulator simulator(1);
        int rings = 0;
        Alarm alarm(simulator, [&] { ++rings; });
        for (int i = 0; i < 1000; ++i) {
            alarm.set(1s);
            simulator.runFor(1ms);
        }
        simulator.run();
        QCOMPARE(rings, 1);
        QVERIFY2(simulator.steps() <= 4, qPrintable(QString::number(simulator.steps())));
    }

    // F39: clock jumps.
    void aClockThatIsSetBackDelaysNothing()
    {
        Simulator simulator(1);
        SetClock clock(simulator);
        const auto start = simulator.now();
        qint64 rangAfter = -1;
        Alarm alarm(clock, [&] { rangAfter = start.msecsTo(simulator.now()); });
        alarm.set(2s);
        clock.offset = -8760h;
        alarm.set(3s);
        simulator.runFor(10s);
        QVERIFY2(rangAfter >= 3000 && rangAfter <= 5000, qPrintable(QString::number(rangAfter)));
    }
};

QTEST_GUILESS_MAIN(AlarmTest)
#include "alarm_test.moc"
