// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include <QTest>

using namespace syncfixture;

// R-NET-02: slow links get smaller batches and pages.
class RunLimitsTest : public QObject
{
    Q_OBJECT
private:
    static void run(SyncOffice &office, RunLimits limits)
    {
        SyncEngine::Options options;
        options.limits = limits;
        (void)value(QCoro::waitFor(office.engine.run(std::move(options))));
    }

private Q_SLOTS:
    void batchesAndPages_data()
    {
        QTest::addColumn<int>("batchLimit");
        QTest::addColumn<int>("pageLimit");
        QTest::addColumn<qsizetype>("largestBatch");
        QTest::addColumn<int>("page");
        const RunLimits all;
        const auto slow = RunLimits::forSlowLink();
        QTest::newRow("as the remote can take it") << all.batchSize << all.pageSize << qsizetype(20) << 500;
        QTest::newRow("small on a slow link") << slow.batchSize << slow.pageSize << qsizetype(kSlowBatchSize) << kSlowPageSize;
        QTest::newRow("never more than the remote can take") << 1000 << 1000 << qsizetype(20) << 500;
    }
    void batchesAndPages()
    {
        QFETCH(int, batchLimit);
        QFETCH(int, pageLimit);
        QFETCH(qsizetype, largestBatch);
        QFETCH(int, page);
        SyncOffice office;
        office.remote.can.batchSize = 20;
        for (int i = 0; i < 45; ++i)
            office.create({{u"name"_s, u"customer %1"_s.arg(i)}});
        run(office, {batchLimit, pageLimit});
        qsizetype largest = 0;
        qsizetype sent = 0;
        for (const auto &batch : office.remote.pushes) {
            largest = std::max(largest, qsizetype(batch.size()));
            sent += qsizetype(batch.size());
        }
        QCOMPARE(largest, largestBatch);
        QCOMPARE(sent, 45);
        QCOMPARE(office.remote.pulls.front().limit, page);
    }
};

QTEST_GUILESS_MAIN(RunLimitsTest)
#include "runlimits_test.moc"
