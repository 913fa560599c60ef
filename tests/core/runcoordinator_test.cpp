// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/runcoordinator.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace frost;

// R-SYN-07: at most five runs of a company at the same time, manual before automatic.
class RunCoordinatorTest : public QObject
{
    Q_OBJECT
private:
    using Turns = std::vector<std::unique_ptr<RunCoordinator::Turn>>;
    static Turns ask(RunCoordinator &coordinator, const std::vector<RunOrigin> &origins)
    {
        Turns turns;
        for (const auto origin : origins)
            turns.push_back(std::make_unique<RunCoordinator::Turn>(coordinator, origin));
        return turns;
    }

private Q_SLOTS:
    void fiveRunTheSixthWaitsForAnEnd()
    {
        RunCoordinator coordinator;
        auto turns = ask(coordinator, std::vector<RunOrigin>(6, RunOrigin::Automatic));
        for (int i = 0; i < 5; ++i)
            QVERIFY(turns[size_t(i)]->begin());
        QVERIFY(!turns[5]->begin());
        QVERIFY(turns[2]->begin()); // who runs, runs
        turns[2].reset();
        QVERIFY(turns[5]->begin());
    }

    void whoWasAskedForByAPersonGoesFirstThenWhoCameFirst()
    {
        RunCoordinator coordinator(1);
        auto turns = ask(coordinator, {RunOrigin::Automatic, RunOrigin::Automatic, RunOrigin::Manual, RunOrigin::Manual});
        std::vector<size_t> order;
        while (order.size() < turns.size()) {
            for (size_t i = turns.size(); i-- > 0;) { // asked in the worst order
                if (turns[i] && turns[i]->begin()) {
                    order.push_back(i);
                    turns[i].reset();
                    break;
                }
            }
        }
        QCOMPARE(order, (std::vector<size_t>{2, 3, 0, 1}));
    }

    void whoGivesUpWaitingHoldsUpNobody()
    {
        RunCoordinator coordinator(1);
        auto turns = ask(coordinator, {RunOrigin::Automatic, RunOrigin::Manual, RunOrigin::Automatic});
        QVERIFY(!turns[0]->begin());
        turns[1].reset();
        QVERIFY(turns[0]->begin());
        turns[0].reset();
        QVERIFY(turns[2]->begin());
    }
};

QTEST_GUILESS_MAIN(RunCoordinatorTest)
#include "runcoordinator_test.moc"
