// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/crashmatrix.h"

#include <QHashSeed>
#include <QTest>

using namespace frost::test;
using namespace Qt::StringLiterals;

// The crash matrix: a scripted life (create, edit, sync, conflict, resolve, delete, import, edits while a batch travels) that
// is interrupted at every single write, sync, truncation and deletion of the file layer, as a killed process and as a power
// cut that loses and tears what was not synced. After each the file is opened, verified, and synchronised to the end.
// R-LOC-04, R-IDM-04, R-QUE-08; F31, F32, F38; I1 to I3, I8, I10 to I12, I20, I22, L1, L2.
class CrashMatrixTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }

    void everyCallOfTheFileLayer_data()
    {
        QTest::addColumn<MemoryDisk::Failure>("failure");
        QTest::addColumn<Scenario::After>("after");
        QTest::addColumn<qint64>("from");
        const auto calls = Scenario::calls();
        QVERIFY2(calls > 100, "the script writes less than it should");
        for (qint64 from = 0; from <= calls; from += kCallsARow) {
            QTest::addRow("the process is killed there, from call %d", int(from)) << MemoryDisk::Failure::Death << Scenario::After::Kill << from;
            QTest::addRow("the power is cut there, from call %d", int(from)) << MemoryDisk::Failure::Death << Scenario::After::PowerCut << from;
            QTest::addRow("the disk is full there, from call %d", int(from)) << MemoryDisk::Failure::Full << Scenario::After::Kill << from;
            QTest::addRow("the disk fails there, from call %d", int(from)) << MemoryDisk::Failure::Io << Scenario::After::Kill << from;
        }
    }
    void everyCallOfTheFileLayer()
    {
        QFETCH(MemoryDisk::Failure, failure);
        QFETCH(Scenario::After, after);
        QFETCH(qint64, from);
        // Every call in the long run. A failing call leaves a process that goes on: the same few places of the code, met again
        // and again.
        const int shortStep = failure == MemoryDisk::Failure::Death ? 4 : 20;
        const int step = qEnvironmentVariableIsSet("FROST_TEST_LONG") ? 1 : shortStep;
        for (qint64 call = from; call < from + kCallsARow; call += step) {
            const auto wrong = Scenario(call, failure, after).run();
            if (!wrong.isEmpty())
                QFAIL(qPrintable(u"call %1:\n%2"_s.arg(call).arg(wrong.join(u'\n'))));
        }
    }

private:
    static constexpr qint64 kCallsARow = 50;
};

QTEST_GUILESS_MAIN(CrashMatrixTest)
#include "crashmatrix_test.moc"
