// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/campaign.h"

#include <QFile>
#include <QHashSeed>
#include <QLoggingCategory>
#include <QTest>

using namespace frost::test;
using namespace Qt::StringLiterals;

// The whole engine, the real store and the real server's handlers in virtual time: R-QUE-08, R-IDM-02, R-IDM-04,
// R-SYN-04, R-CON-02, R-CON-06, R-NET-01, R-NET-02. Which faults, invariants and liveness rules: README.md beside this.
// More seeds: frost-simulate.
class SimulationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QHashSeed::setDeterministicGlobalSeed();
        QLoggingCategory::setFilterRules(u"frost.*=false"_s);
    }

    void whatFailedOnceHolds()
    {
        QFile corpus(QStringLiteral(FROST_CORPUS));
        QVERIFY(corpus.open(QIODevice::ReadOnly));
        const auto lines = corpus.readAll().split('\n');
        for (const auto &line : lines) {
            const auto words = line.simplified().split(' ');
            if (line.startsWith('#') || words.size() < 2)
                continue;
            const auto plan = Plan::ofSeed(words[0].toULongLong(), words[1].toInt());
            const auto outcome = liveTwice(plan);
            QVERIFY2(outcome.violations.isEmpty(), qPrintable(plan.toString() + u'\n' + outcome.violations.join(u'\n')));
        }
    }

    void everySeedEndsWell()
    {
        const bool isLong = qEnvironmentVariableIsSet("FROST_TEST_LONG");
        Seeds seeds;
        seeds.count = isLong && !kIsSanitized ? 20'000 : kSeeds;
        seeds.steps = kSteps;
        seeds.mostFailures = 1;
        const auto summary = runInProcesses(seeds, kJobs, QStringLiteral(FROST_SIMULATE), kIsSanitized ? kBudget : 0);
        QVERIFY2(summary.failures.isEmpty(), qPrintable(summary.failures.join(u'\n')));
        qInfo().noquote() << summary.text();
        if (kIsSanitized)
            return;
        QCOMPARE(summary.seeds, seeds.count);
        QCOMPARE(summary.neverHappened(), QStringList());
    }

private:
    static constexpr int kSeeds = 2'000;
    static constexpr int kSteps = 30; //!< many short lives find more than few long ones; frost-simulate lives longer
    static constexpr int kJobs = 2; //!< CMakeLists.txt says so too
    static constexpr qint64 kBudget = 30'000; //!< ms; under the sanitizers as many as live in that time
#ifdef FROST_SANITIZED
    static constexpr bool kIsSanitized = true;
#else
    static constexpr bool kIsSanitized = false;
#endif
};

QTEST_GUILESS_MAIN(SimulationTest)
#include "simulation_test.moc"
