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

    // R-SYN-01: a remote that wants to be spared is given time between two batches.
    void betweenTwoBatchesItWaits_data()
    {
        QTest::addColumn<int>("ofRemote");
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<int>("waited");
        QTest::newRow("not where nobody says so") << 0 << QJsonObject() << 0;
        QTest::newRow("as long as the remote needs") << 2000 << QJsonObject() << 4000;
        QTest::newRow("as long as a rule says") << 2000 << QJsonObject{{u"batchDelay"_s, 500}} << 1000;
        QTest::newRow("not at all where a rule says so") << 2000 << QJsonObject{{u"batchDelay"_s, 0}} << 0;
    }
    void betweenTwoBatchesItWaits()
    {
        QFETCH(int, ofRemote);
        QFETCH(QJsonObject, rules);
        QFETCH(int, waited);
        SyncOffice office;
        value(setRules(office.company.database(), kServer, rules));
        office.remote.can.batchSize = 20;
        office.remote.can.batchDelay = std::chrono::milliseconds(ofRemote);
        for (int i = 0; i < 45; ++i)
            office.create({{u"name"_s, u"customer %1"_s.arg(i)}});
        const auto before = office.company.clock.now();
        run(office, {});
        QCOMPARE(office.remote.pushes.size(), size_t(3));
        QCOMPARE(before.msecsTo(office.company.clock.now()), waited);
    }

    // R-SYN-06: where the remote says how much there is, the whole is known from the first page on.
    void howMuchThereIsToPullIsTold()
    {
        SyncOffice office;
        for (int i = 0; i < 3; ++i) {
            Page page{{remoteCustomer(QString::number(100 + i), u"1"_s, {{u"name"_s, u"C"_s}})}, u"after %1"_s.arg(i), i < 2};
            if (i == 0)
                page.following = 2;
            office.remote.pages.push_back(page);
        }
        QList<std::pair<qint64, qint64>> told;
        SyncEngine::Options options;
        options.progress = [&](const Progress &now) {
            if (now.phase == SyncPhase::Pulling && now.processed > 0)
                told.append({now.processed, now.total});
        };
        (void)value(QCoro::waitFor(office.engine.run(std::move(options))));
        QCOMPARE(told, (QList<std::pair<qint64, qint64>>{{1, 3}, {2, 3}, {3, 3}}));
    }
};

QTEST_GUILESS_MAIN(RunLimitsTest)
#include "runlimits_test.moc"
