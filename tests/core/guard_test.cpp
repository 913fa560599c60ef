// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubfixture.h"

#include "core/sync/masschange.h"

#include <QJsonArray>
#include <QTest>

using namespace hubfixture;

namespace {

Shop::Habits silentShop()
{
    return {.prefix = u"S"_s, .can = plain(Capabilities::Deletes::Silent)};
}

SyncEngine::Options everything()
{
    SyncEngine::Options options;
    options.mode = PullMode::Full;
    return options;
}

//! By a person who has seen how a run ended.
SyncEngine::Options confirmed(const std::optional<Error> &seen, PullMode mode = PullMode::Delta)
{
    SyncEngine::Options options;
    options.mode = mode;
    options.confirmed = seen ? MassQuestion::fromError(*seen) : std::nullopt;
    return options;
}

QString question(Hub &hub, const ConnectionId &connection)
{
    return value(hub.company.database().meta(massQuestionKey(connection)));
}

qint64 customersOf(Hub &hub)
{
    return value(value(hub.company.database().objectStore(kCustomers)).count());
}

void removeThere(Shop &shop, qsizetype count)
{
    for (const auto &id : shop.live(kCustomers).first(count))
        shop.remove(kCustomers, id);
}

} // namespace

// The key sweep, and what a run asks about before it does it (RELIABILITY I15, F23, F25, F30, F39).
class GuardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMissingKeyIsADeletionOnlyWhereTheRecordIsGone()
    {
        Hub hub({.prefix = u"M"_s}, silentShop());
        const auto gone = hub.shop.add(kCustomers, named(u"Gone"_s));
        const auto hidden = hub.shop.add(kCustomers, named(u"Hidden"_s));
        const auto there = hub.shop.add(kCustomers, named(u"There"_s));
        hub.settle();
        hub.shop.remove(kCustomers, gone);
        hub.shop.hidden = hidden;
        hub.sync(hub.shopEngine); // the last sweep was a moment ago
        const auto goneHere = hub.localOf(gone, kShop);
        QVERIFY(!hub.record(goneHere)->deleted);
        hub.company.clock.advance(std::chrono::hours(25));
        hub.sync(hub.shopEngine);
        QVERIFY(hub.record(goneHere)->deleted);
        QVERIFY(!hub.record(hub.localOf(hidden, kShop))->deleted); // 403: a right was lost
        QVERIFY(!hub.record(hub.localOf(there, kShop))->deleted);
        hub.settle(); // and only the deletion goes on
        QCOMPARE(hub.main.live(kCustomers).size(), 2);
    }

    void aDeletionThatMeetsAnEditIsAsked()
    {
        Hub hub({.prefix = u"M"_s}, silentShop());
        const auto gone = hub.shop.add(kCustomers, named(u"Ek"_s));
        hub.settle();
        hub.shop.remove(kCustomers, gone);
        hub.edit(hub.localOf(gone, kShop), {{u"city"_s, u"Umeå"_s}});
        hub.sync(hub.shopEngine, everything());
        const auto open = value(hub.conflicts.list(false));
        QCOMPARE(open.size(), 1);
        QCOMPARE(toString(open.first().conflictType), u"deletion"_s);
    }

    void whatTheFeedMissedIsFetched()
    {
        Hub hub({.prefix = u"M"_s}, silentShop());
        hub.settle();
        hub.shop.can().feeds = {};
        const auto missed = hub.shop.add(kCustomers, named(u"Missed"_s));
        hub.sync(hub.shopEngine, everything());
        QCOMPARE(hub.record(hub.localOf(missed, kShop))->body[u"name"_s].toString(), u"Missed"_s);
    }

    // One record that makes no sense must not hold up the others, now and in every run to come.
    void whatMakesNoSenseIsSetAsideByTheSweep()
    {
        Hub hub({.prefix = u"M"_s}, silentShop());
        hub.settle();
        hub.shop.can().feeds = {};
        hub.shop.add(kCustomers, {{u"name"_s, QJsonArray{1}}});
        const auto missed = hub.shop.add(kCustomers, named(u"Missed"_s));
        const auto report = hub.sync(hub.shopEngine, everything());
        QVERIFY(!report.error);
        QCOMPARE(report.counts.failed, 1);
        QCOMPARE(hub.record(hub.localOf(missed, kShop))->body[u"name"_s].toString(), u"Missed"_s);
    }

    void aRemoteThatLooksEmptyDeletesNothing()
    {
        Hub hub({.prefix = u"M"_s}, silentShop());
        for (int i = 0; i < 6; ++i)
            hub.shop.add(kCustomers, named(u"C %1"_s.arg(i)));
        hub.settle();
        for (const auto &id : hub.shop.live(kCustomers))
            hub.shop.remove(kCustomers, id);
        const auto report = hub.sync(hub.shopEngine, everything());
        QCOMPARE(report.error->code, u"run.massChange"_s);
        QCOMPARE(report.error->args, (QStringList{u"looksEmpty"_s, u"6"_s, u"6"_s}));
        QCOMPARE(value(value(hub.company.database().objectStore(kCustomers)).count()), 6);
        QCOMPARE(question(hub, kShop), u"looksEmpty 6 6"_s);
        // Again, it asks again; a person who confirms gets it done.
        QVERIFY(hub.sync(hub.shopEngine, everything()).error);
        QVERIFY(!hub.sync(hub.shopEngine, confirmed(report.error, PullMode::Full)).error);
        QCOMPARE(value(value(hub.company.database().objectStore(kCustomers)).count()), 0);
        QCOMPARE(question(hub, kShop), QString());
    }

    void manyReportedDeletionsAreAskedBeforeTheFirstOfThePage_data()
    {
        const QJsonObject thirty{{u"massRecords"_s, 30}};
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<int>("deleted");
        QTest::addColumn<bool>("asked");
        QTest::newRow("a morning's work") << thirty << 20 << false;
        QTest::newRow("more than people do") << thirty << 31 << true;
        QTest::newRow("half of a small company") << QJsonObject() << 30 << false;
        QTest::newRow("more than half of a small company") << QJsonObject() << 31 << true;
        QTest::newRow("all of a small company") << QJsonObject() << 60 << true;
        QTest::newRow("most of it where a rule allows more") << QJsonObject{{u"massRecords"_s, 50}} << 50 << false;
    }
    void manyReportedDeletionsAreAskedBeforeTheFirstOfThePage()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(int, deleted);
        QFETCH(bool, asked);
        Hub hub;
        hub.rules(kServer, rules);
        for (int i = 0; i < 60; ++i)
            hub.main.add(kCustomers, named(u"C %1"_s.arg(i)));
        hub.sync(hub.mainEngine);
        const auto ids = hub.main.live(kCustomers);
        for (int i = 0; i < deleted; ++i)
            hub.main.remove(kCustomers, ids[i]);
        const auto report = hub.sync(hub.mainEngine);
        QCOMPARE(report.error.has_value(), asked);
        QCOMPARE(value(value(hub.company.database().objectStore(kCustomers)).count()), asked ? 60 : 60 - deleted);
        if (!asked)
            return;
        QCOMPARE(report.error->args.first(), u"deletions"_s);
        QVERIFY(!hub.sync(hub.mainEngine, confirmed(report.error)).error);
        QCOMPARE(value(value(hub.company.database().objectStore(kCustomers)).count()), 60 - deleted);
    }

    void manyChangesAreAskedToo_data()
    {
        QTest::addColumn<int>("known");
        QTest::addColumn<int>("changed");
        QTest::addColumn<bool>("asked");
        QTest::newRow("two thousand, all of a company") << 2000 << 2000 << false;
        QTest::newRow("more than two thousand and more than half") << 2100 << 2100 << true;
        QTest::newRow("more than two thousand, and not half") << 4300 << 2100 << false;
    }
    void manyChangesAreAskedToo() // a wrong import over there, or another company's data
    {
        QFETCH(int, known);
        QFETCH(int, changed);
        QFETCH(bool, asked);
        Hub hub;
        for (int i = 0; i < known; ++i)
            hub.main.add(kCustomers, named(u"C %1"_s.arg(i)));
        hub.sync(hub.mainEngine);
        const auto ids = hub.main.live(kCustomers);
        for (int i = 0; i < changed; ++i)
            hub.main.set(kCustomers, ids[i], named(u"X %1"_s.arg(i)));
        const auto changedHere = [&] {
            qint64 count = 0;
            value(value(hub.company.database().objectStore(kCustomers)).forEach([&count](const Record &record) {
                count += record.body["name"_L1].toString().startsWith(u'X');
                return true;
            }));
            return count;
        };
        const auto report = hub.sync(hub.mainEngine);
        QCOMPARE(report.error.has_value(), asked);
        QCOMPARE(changedHere() == changed, !asked);
        if (!asked)
            return;
        QCOMPARE(report.error->args.first(), u"changes"_s);
        QVERIFY(!hub.sync(hub.mainEngine, confirmed(report.error)).error);
        QCOMPARE(changedHere(), changed);
    }

    void smallPagesAreNoWayAround()
    {
        Hub hub;
        hub.rules(kServer, {{u"massRecords"_s, 10}, {u"pageSize"_s, 4}});
        for (int i = 0; i < 40; ++i)
            hub.main.add(kCustomers, named(u"C %1"_s.arg(i)));
        hub.sync(hub.mainEngine);
        for (const auto &id : hub.main.live(kCustomers))
            hub.main.remove(kCustomers, id);
        const auto asked = hub.sync(hub.mainEngine);
        QCOMPARE(asked.error->args, (QStringList{u"deletions"_s, u"40"_s, u"40"_s, u"8"_s})); // also what comes after that page
        const auto left = value(value(hub.company.database().objectStore(kCustomers)).count());
        QVERIFY(left >= 30);
        // The next run by itself asks the same and takes nothing more.
        QCOMPARE(hub.sync(hub.mainEngine).error->args, asked.error->args);
        QCOMPARE(value(value(hub.company.database().objectStore(kCustomers)).count()), left);
        QVERIFY(!hub.sync(hub.mainEngine, confirmed(asked.error)).error);
        QCOMPARE(value(value(hub.company.database().objectStore(kCustomers)).count()), 0);
    }

    // Between the question and its answer more may happen over there (I15).
    void onlyWhatAPersonHasSeenIsConfirmed_data()
    {
        QTest::addColumn<MassQuestion>("seen");
        QTest::addColumn<int>("there");
        QTest::addColumn<bool>("asked");
        using R = MassReason;
        QTest::newRow("the same") << MassQuestion{R::Deletions, 12, 20} << 12 << false;
        QTest::newRow("a tenth more") << MassQuestion{R::Deletions, 12, 20} << 13 << false;
        QTest::newRow("more than a tenth more") << MassQuestion{R::Deletions, 12, 20} << 14 << true;
        QTest::newRow("meanwhile all is gone") << MassQuestion{R::Deletions, 12, 20} << 20 << true;
        QTest::newRow("another matter") << MassQuestion{R::Changes, 20, 20} << 12 << true;
        QTest::newRow("losses were to be sent there, not deleted here") << MassQuestion{R::Lost, 20, 20} << 12 << true;
        QTest::newRow("all was to go, and some came back") << MassQuestion{R::LooksEmpty, 20, 20} << 12 << false;
    }
    void onlyWhatAPersonHasSeenIsConfirmed()
    {
        QFETCH(MassQuestion, seen);
        QFETCH(int, there);
        QFETCH(bool, asked);
        Hub hub;
        for (int i = 0; i < 20; ++i)
            hub.main.add(kCustomers, named(u"C %1"_s.arg(i)));
        hub.sync(hub.mainEngine);
        removeThere(hub.main, there);
        const auto report = hub.sync(hub.mainEngine, confirmed(seen.toError()));
        QCOMPARE(report.error.has_value(), asked);
        QCOMPARE(customersOf(hub), asked ? 20 : 20 - there);
        if (!asked)
            return;
        QCOMPARE(report.error->args, (QStringList{u"deletions"_s, QString::number(there), u"20"_s}));
        QVERIFY(!hub.sync(hub.mainEngine, confirmed(report.error)).error); // the new question has its answer too
        QCOMPARE(customersOf(hub), 20 - there);
        QCOMPARE(question(hub, kServer), QString());
    }

    void moreThanWasConfirmedIsCountedAnew()
    {
        Hub hub;
        hub.rules(kServer, {{u"pageSize"_s, 4}});
        for (int i = 0; i < 40; ++i)
            hub.main.add(kCustomers, named(u"C %1"_s.arg(i)));
        hub.sync(hub.mainEngine);
        removeThere(hub.main, 24);
        const auto first = hub.sync(hub.mainEngine);
        QCOMPARE(first.error->args, (QStringList{u"deletions"_s, u"24"_s, u"40"_s, u"20"_s})); // half may pass unasked
        removeThere(hub.main, 16);
        const auto second = hub.sync(hub.mainEngine, confirmed(first.error));
        QCOMPARE(second.error->args, (QStringList{u"deletions"_s, u"40"_s, u"40"_s, u"24"_s}));
        QCOMPARE(customersOf(hub), 16);
        QVERIFY(!hub.sync(hub.mainEngine, confirmed(second.error)).error);
        QCOMPARE(customersOf(hub), 0);
    }

    void missingKeysAreConfirmedTheSame()
    {
        Hub hub({.prefix = u"M"_s}, silentShop());
        for (int i = 0; i < 20; ++i)
            hub.shop.add(kCustomers, named(u"C %1"_s.arg(i)));
        hub.settle();
        removeThere(hub.shop, 12);
        const auto report = hub.sync(hub.shopEngine, everything());
        QCOMPARE(report.error->args, (QStringList{u"deletions"_s, u"12"_s, u"20"_s}));
        removeThere(hub.shop, 8);
        const auto anew = hub.sync(hub.shopEngine, confirmed(report.error, PullMode::Full));
        QCOMPARE(anew.error->args, (QStringList{u"looksEmpty"_s, u"20"_s, u"20"_s}));
        QCOMPARE(customersOf(hub), 20);
        QVERIFY(!hub.sync(hub.shopEngine, confirmed(anew.error, PullMode::Full)).error);
        QCOMPARE(customersOf(hub), 0);
    }

    void allTypesThatLookEmptyAreOneQuestion()
    {
        Hub hub({.prefix = u"M"_s}, silentShop());
        for (int i = 0; i < 6; ++i) {
            hub.shop.add(kCustomers, named(u"C %1"_s.arg(i)));
            hub.shop.add(kArticles, named(u"A %1"_s.arg(i)));
        }
        hub.settle();
        for (const auto &type : {kCustomers, kArticles}) {
            for (const auto &id : hub.shop.live(type))
                hub.shop.remove(type, id);
        }
        const auto report = hub.sync(hub.shopEngine, everything());
        QCOMPARE(report.error->args, (QStringList{u"looksEmpty"_s, u"12"_s, u"12"_s}));
        QVERIFY(!hub.sync(hub.shopEngine, confirmed(report.error, PullMode::Full)).error);
        QCOMPARE(customersOf(hub) + value(value(hub.company.database().objectStore(kArticles)).count()), 0);
    }

    void anotherAccountIsRefused()
    {
        Hub hub;
        hub.shop.account = u"shop-1"_s;
        const auto there = hub.shop.add(kCustomers, named(u"Ek"_s));
        hub.settle();
        hub.shop.account = u"shop-2"_s;
        hub.edit(hub.localOf(there, kShop), {{u"city"_s, u"Umeå"_s}});
        const int before = hub.shop.pushed;
        const auto report = hub.sync(hub.shopEngine, confirmed(MassQuestion{MassReason::Deletions, 1000, 1000}.toError()));
        QCOMPARE(report.error->code, u"connection.otherAccount"_s);
        QCOMPARE(hub.shop.pushed, before);
        QVERIFY(hub.open(hub.localOf(there, kShop), kShop)); // nothing is lost
    }

    // F23: a restored server has lost a record; whether it was deleted there nobody can know.
    void whatARestoredRemoteLostIsAskedAndNeverDeleted()
    {
        Hub hub;
        const auto kept = hub.main.add(kCustomers, named(u"Kept"_s));
        const auto lost = hub.main.add(kCustomers, named(u"Lost"_s));
        hub.settle();
        const auto id = hub.localOf(lost, kServer);
        hub.main.forget(kCustomers, lost);
        hub.main.beginNewHistory();
        hub.sync(hub.mainEngine);
        QVERIFY(!hub.record(id)->deleted);
        QVERIFY(!hub.record(hub.localOf(kept, kServer))->deleted);
        const auto open = value(hub.conflicts.list(false));
        QCOMPARE(open.size(), 1);
        QCOMPARE(toString(open.first().conflictType), u"missing-entity"_s);
        value(hub.resolver.resolve(open.first().id, Strategy::ClientWins, {}, kAnna));
        hub.settle();
        QCOMPARE(hub.main.live(kCustomers).size(), 2); // it is there again
        QCOMPARE(hub.sync(hub.mainEngine).counts.conflicts, 0);
    }

    void anEmptyRestoredRemoteGetsEverythingBackOnceConfirmed()
    {
        Hub hub;
        for (int i = 0; i < 6; ++i)
            hub.main.add(kCustomers, named(u"C %1"_s.arg(i)));
        hub.settle();
        hub.main.forgetEverything();
        const auto report = hub.sync(hub.mainEngine);
        QCOMPARE(report.error->args, (QStringList{u"lost"_s, u"6"_s, u"6"_s})); // not "deleted here as well"
        QVERIFY(hub.main.live(kCustomers).isEmpty());
        QVERIFY(!hub.sync(hub.mainEngine, confirmed(report.error)).error);
        QCOMPARE(hub.main.live(kCustomers).size(), 6);
        QCOMPARE(value(value(hub.company.database().objectStore(kCustomers)).count()), 6);
    }

    // F39: no decision of the engine rests on a clock.
    void aClockThatJumpsChangesNothing_data()
    {
        QTest::addColumn<qint64>("days");
        QTest::newRow("ten years ahead") << qint64(3650);
        QTest::newRow("ten years back") << qint64(-3650);
    }
    void aClockThatJumpsChangesNothing()
    {
        QFETCH(qint64, days);
        Hub hub({.prefix = u"M"_s}, silentShop());
        const auto there = hub.shop.add(kCustomers, named(u"Ek"_s));
        hub.settle();
        hub.company.clock.advance(std::chrono::hours(24 * days));
        hub.edit(hub.localOf(there, kShop), {{u"city"_s, u"Umeå"_s}});
        QVERIFY(hub.settle() < 6);
        QCOMPARE(hub.shop.body(kCustomers, there)[u"city"_s].toString(), u"Umeå"_s);
        QCOMPARE(hub.main.live(kCustomers).size(), 1);
    }
};

QTEST_GUILESS_MAIN(GuardTest)
#include "guard_test.moc"
