// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include <QHashSeed>
#include <QTest>

using namespace frost::test;

// The whole engine, the real store and the real server's handlers in virtual time: R-QUE-08, R-IDM-02, R-IDM-04,
// R-SYN-04, R-CON-02, R-CON-06; invariants I1-I4, I6-I10, I13, I14, I18, I20, I22 and L1, L2, L8 of the reliability notes.
class SimulationTest : public QObject
{
    Q_OBJECT
private:
    static int number(const char *variable, int otherwise)
    {
        bool ok = false;
        const int value = qEnvironmentVariableIntValue(variable, &ok);
        return ok ? value : otherwise;
    }
    static void check(World &world, std::uint64_t seed)
    {
        const int rounds = world.heal();
        const auto complaints = world.complaints();
        if (rounds < 0 || !complaints.isEmpty()) {
            if (qEnvironmentVariableIsSet("FROST_SEED"))
                qInfo().noquote() << world.trail().join(u'\n');
            QFAIL(qPrintable(QStringLiteral("seed %1, %2 healing rounds:\n%3").arg(seed).arg(rounds).arg(complaints.join(u'\n'))));
        }
    }

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }

    void everySeedEndsWell()
    {
        const auto first = std::uint64_t(number("FROST_SEED", 1));
        const int count = number("FROST_SEEDS", qEnvironmentVariableIsSet("FROST_TEST_LONG") ? 2000 : 60);
        std::uint64_t events = 0;
        for (std::uint64_t seed = first; seed < first + std::uint64_t(count); ++seed) {
            World world(seed, 2 + int(seed % 2));
            world.live(120);
            check(world, seed);
            if (QTest::currentTestFailed())
                return;
            events += world.events();
        }
        QVERIFY(events > std::uint64_t(count) * 100);
    }

    // R-NET-01, R-NET-02; L3, L5, F14: nobody presses "sync", and nothing is left behind.
    void nobodyPressesSync()
    {
        const auto first = std::uint64_t(number("FROST_SEED", 1));
        const int count = number("FROST_SEEDS", qEnvironmentVariableIsSet("FROST_TEST_LONG") ? 500 : 12);
        for (std::uint64_t seed = first; seed < first + std::uint64_t(count); ++seed) {
            World world(seed, 2);
            world.liveByThemselves(150);
            const int minutes = world.settleByThemselves();
            const auto complaints = world.complaints() + world.untruths();
            if (minutes < 0 || !complaints.isEmpty())
                QFAIL(qPrintable(QStringLiteral("seed %1, %2 minutes:\n%3").arg(seed).arg(minutes).arg(complaints.join(u'\n'))));
        }
    }

    void aLifeByThemselvesRepeatsItself()
    {
        const auto life = [] {
            World world(4, 2);
            world.liveByThemselves(100);
            world.settleByThemselves();
            return world.fingerprint();
        };
        QCOMPARE(life(), life());
    }

    void theSameSeedLivesTheSameLife()
    {
        for (const std::uint64_t seed : {7U, 8U, 9U}) {
            World one(seed, 3);
            one.live(80);
            one.heal();
            World two(seed, 3);
            two.live(80);
            two.heal();
            QCOMPARE(one.fingerprint(), two.fingerprint());
        }
    }
};

QTEST_GUILESS_MAIN(SimulationTest)
#include "simulation_test.moc"
