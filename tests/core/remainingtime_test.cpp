// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/remainingtime.h"

#include <QTest>
#include <rapidcheck.h>

using namespace frost;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {
int shown(const RemainingTime &time)
{
    return time.shown() ? int(time.shown()->count()) : -1;
}
} // namespace

// UX.md 3.2
class RemainingTimeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void steadyWork_data()
    {
        QTest::addColumn<int>("itemsASecond");
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("second");
        QTest::addColumn<int>("expected"); // s; -1: nothing is shown
        QTest::newRow("too early") << 10 << 1000 << 2 << -1;
        QTest::newRow("too few items") << 1 << 1000 << 4 << -1;
        QTest::newRow("as soon as it can be trusted") << 10 << 1000 << 3 << 120;
        QTest::newRow("a minute and a bit is two") << 10 << 1000 << 39 << 120;
        QTest::newRow("a minute") << 10 << 1000 << 40 << 60;
        QTest::newRow("steps of five seconds") << 10 << 1000 << 78 << 25;
        QTest::newRow("the last seconds") << 10 << 1000 << 99 << 5;
        QTest::newRow("done") << 10 << 1000 << 100 << -1;
        QTest::newRow("minutes") << 1 << 3600 << 301 << 3300;
        QTest::newRow("hours in tens of minutes") << 1 << 36000 << 60 << 36000;
        QTest::newRow("for ever is not worth more words") << 1 << 100'000'000 << 60 << 360'000;
        QTest::newRow("how much there is nobody knows") << 10 << 0 << 50 << -1;
    }
    void steadyWork()
    {
        QFETCH(int, itemsASecond);
        QFETCH(int, total);
        QFETCH(int, second);
        QFETCH(int, expected);
        RemainingTime time;
        for (int passed = 0; passed <= second; ++passed)
            time.report(seconds(passed), qint64(passed) * itemsASecond, total);
        QCOMPARE(shown(time), expected);
    }

    void oneSlowSecondHardlyMatters()
    {
        RemainingTime time;
        qint64 done = 0;
        for (int passed = 0; passed <= 20; ++passed)
            time.report(seconds(passed), done = passed * 10, 1000);
        time.report(21s, done, 1000); // nothing happened
        QVERIFY2(shown(time) >= 80 && shown(time) <= 120, qPrintable(QString::number(shown(time))));
    }

    void aSlowerLinkIsNoticed()
    {
        RemainingTime time;
        qint64 done = 0;
        for (int passed = 0; passed <= 60; ++passed)
            time.report(seconds(passed), done += passed < 20 ? 10 : 2, 1000);
        const int wanted = int((1000 - done) / 2);
        QVERIFY2(shown(time) > wanted * 7 / 10 && shown(time) < wanted * 13 / 10, qPrintable(QString::number(shown(time))));
    }

    void workThatStandsStillShowsNoFalseHope()
    {
        RemainingTime time;
        for (int passed = 0; passed <= 10; ++passed)
            time.report(seconds(passed), 0, 1000);
        QCOMPARE(shown(time), -1);
    }

    void whateverTheWorkItIsCalm()
    {
        const bool held = rc::check("remaining time", [] {
            RemainingTime time;
            milliseconds elapsed{0};
            qint64 done = 0;
            const qint64 total = *rc::gen::inRange<qint64>(1, 5000);
            milliseconds roseAt{-1};
            const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, 4000), rc::gen::inRange(0, 60)));
            for (const auto &[passed, items] : steps) {
                elapsed += milliseconds(passed);
                done = std::min(total, done + items);
                const auto before = time.shown();
                time.report(elapsed, done, total);
                const auto now = time.shown();
                RC_ASSERT(!now || (elapsed >= 3s && done >= 5 && done < total && *now >= 5s && *now <= 100h));
                RC_ASSERT(!now || now->count() % 5 == 0);
                if (before && now && *now > *before) {
                    RC_ASSERT(roseAt < 0ms || elapsed - roseAt >= 5s);
                    roseAt = elapsed;
                }
            }
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(RemainingTimeTest)
#include "remainingtime_test.moc"
