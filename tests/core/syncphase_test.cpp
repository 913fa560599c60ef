// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncphase.h"

#include <QTest>

using namespace frost;

class SyncPhaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // R-QUE-02's spirit for runs: only what the table allows happens.
    void transitions_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("event");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, SyncPhase from, SyncEvent event, int expected) {
            QTest::newRow(name) << int(from) << int(event) << expected;
        };
        row("a run begins by settling", SyncPhase::Idle, SyncEvent::Start, int(SyncPhase::Settling));
        row("nothing is pulled before everything in flight is settled", SyncPhase::Settling, SyncEvent::Pulled, -1);
        row("settled, then pull", SyncPhase::Settling, SyncEvent::Settled, int(SyncPhase::Pulling));
        row("pulled, then push", SyncPhase::Pulling, SyncEvent::Pulled, int(SyncPhase::Pushing));
        row("pushed, then done", SyncPhase::Pushing, SyncEvent::Pushed, int(SyncPhase::Finished));
        row("a lost network ends any phase", SyncPhase::Pulling, SyncEvent::Failed, int(SyncPhase::Finished));
        row("a stop ends any phase", SyncPhase::Pushing, SyncEvent::Stopped, int(SyncPhase::Finished));
        row("a late answer does not wake a finished run", SyncPhase::Finished, SyncEvent::Pushed, -1);
        row("a finished run does not start again", SyncPhase::Finished, SyncEvent::Start, -1);
        row("an idle engine cannot fail", SyncPhase::Idle, SyncEvent::Failed, -1);
    }
    void transitions()
    {
        QFETCH(int, from);
        QFETCH(int, event);
        QFETCH(int, expected);
        const auto to = next(SyncPhase(from), SyncEvent(event));
        QCOMPARE(to ? int(*to) : -1, expected);
    }
};

QTEST_GUILESS_MAIN(SyncPhaseTest)
#include "syncphase_test.moc"
