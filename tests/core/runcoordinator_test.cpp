// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include "core/sync/runcoordinator.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>
#include <vector>

using namespace syncfixture;

namespace {
//! The other process: takes two places, says so and keeps them.
int hold(const QString &company)
{
    std::vector<RunPlace> places;
    for (int i = 0; i < 2; ++i) {
        if (auto place = value(RunPlace::take(company)))
            places.push_back(*std::move(place));
    }
    std::printf("%d\n", int(places.size()));
    std::fflush(stdout);
    std::getchar();
    return 0;
}
} // namespace

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

    void fiveRunsInAllProcessesTogether() // R-SYN-07
    {
        QTemporaryDir folder;
        const QString company = folder.filePath(u"acme.frost"_s);
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"hold"_s, company});
        QVERIFY(other.waitForReadyRead());
        QCOMPARE(other.readAllStandardOutput().trimmed(), QByteArray("2"));
        std::vector<RunPlace> ours;
        while (auto place = value(RunPlace::take(company)))
            ours.push_back(*std::move(place));
        QCOMPARE(ours.size(), size_t(3));
        QVERIFY(value(RunPlace::take(folder.filePath(u"zenit.frost"_s)))); // another company has its own
        ours.pop_back();
        QVERIFY(value(RunPlace::take(company)));
        other.kill(); // its places go with it
        QVERIFY(other.waitForFinished());
        while (auto place = value(RunPlace::take(company)))
            ours.push_back(*std::move(place));
        QCOMPARE(ours.size(), size_t(5));
    }
    void whereNoLockCanBeHeldItIsSaid()
    {
        QCOMPARE(codeOf(RunPlace::take(u"/nowhere/acme.frost"_s)), u"lease.noLockFile"_s);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"hold"_s)
        return hold(arguments[2]);
    RunCoordinatorTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "runcoordinator_test.moc"
