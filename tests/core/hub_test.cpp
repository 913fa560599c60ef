// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubfixture.h"

#include <QTest>

using namespace hubfixture;

namespace {

QJsonObject upper(QJsonObject body)
{
    body[u"name"_s] = body[u"name"_s].toString().toUpper();
    return body;
}
QJsonObject lower(QJsonObject body)
{
    body[u"name"_s] = body[u"name"_s].toString().toLower();
    return body;
}
QJsonObject withoutCity(QJsonObject body)
{
    body.remove(u"city"_s);
    return body;
}

//! Every row of a table, as text.
QStringList rowsOf(Hub &hub, const QByteArray &table)
{
    QStringList columns;
    auto names = value(hub.company.sql().query("SELECT name FROM pragma_table_info('" + table + "')"));
    while (names.next())
        columns += u"quote("_s + names.text(0) + u')';
    QStringList rows;
    auto all = value(hub.company.sql().query("SELECT " + columns.join(u" || ',' || "_s).toUtf8() + " FROM " + table));
    while (all.next())
        rows += QString::fromLatin1(table) + u' ' + all.text(0);
    return rows;
}

//! A remote that keeps nothing of what was deleted, not even its id.
Shop::Habits traceless()
{
    return {.prefix = u"S"_s, .can = plain(Capabilities::Deletes::Silent)};
}

} // namespace

// R-SYN-10, R-IDM-03: one store, two remotes.
class HubTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangeFlowsToTheOtherRemoteAndNeverBack()
    {
        Hub hub;
        const auto there = hub.main.add(kCustomers, named(u"Ek"_s));
        QVERIFY(hub.settle() < 5);
        const auto id = hub.localOf(there, kServer);
        const auto inShop = hub.remoteOf(id, kShop);
        QVERIFY(!inShop.isEmpty());
        QVERIFY(inShop != there);
        QCOMPARE(hub.shop.body(kCustomers, inShop)[u"name"_s].toString(), u"Ek"_s);
        QCOMPARE(hub.main.pushed, 0);
        QCOMPARE(hub.shop.pushed, 1);

        hub.shop.set(kCustomers, inShop, {{u"name"_s, u"Ek & Son"_s}});
        QVERIFY(hub.settle() < 5);
        QCOMPARE(hub.main.body(kCustomers, there)[u"name"_s].toString(), u"Ek & Son"_s);
        QCOMPARE(hub.main.pushed, 1);
        QCOMPARE(hub.shop.pushed, 1);
    }

    void aDeletionFlowsToo()
    {
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.main, named(u"Ek"_s));
        const auto inShop = hub.remoteOf(id, kShop);
        hub.main.remove(kCustomers, there);
        QVERIFY(hub.settle() < 5);
        QVERIFY(hub.record(id)->deleted);
        QVERIFY(!hub.shop.live(kCustomers).contains(inShop));
        QCOMPARE(hub.main.pushed, 0);
    }

    // Nobody books figures nobody saw, whichever remote they come from.
    void aStepGoesToTheMainRemoteAndWaitsForNoChangeOfAnother_data()
    {
        QTest::addColumn<bool>("changedInShop");
        QTest::newRow("untouched: booked there, and the other hears of it") << false;
        QTest::newRow("changed in the shop: a conflict there, and nothing is booked") << true;
    }
    void aStepGoesToTheMainRemoteAndWaitsForNoChangeOfAnother()
    {
        QFETCH(bool, changedInShop);
        Hub hub;
        const auto [id, there, inShop] = hub.invoiceEverywhere();
        value(hub.editor.step(kInvoices, id, u"book"_s, {}, kAnna));
        if (changedInShop) {
            auto theirs = hub.shop.body(kInvoices, inShop);
            theirs.insert(u"currency"_s, u"EUR"_s);
            hub.shop.set(kInvoices, inShop, theirs);
            hub.sync(hub.shopEngine);
        }
        hub.settle();
        QCOMPARE(hub.openConflicts().size(), changedInShop ? 1 : 0);
        QCOMPARE(hub.main.body(kInvoices, there)[u"booked"_s].toBool(), !changedInShop);
        QCOMPARE(hub.shop.body(kInvoices, inShop)[u"booked"_s].toBool(), !changedInShop);
        QVERIFY(value(hub.writer.outbox().steps(kInvoices, id)).isEmpty());
    }

    // R-CON-11: what is booked at one remote is not opened by a decision about another.
    void booksOfAnotherAreNotOpened_data()
    {
        QTest::addColumn<bool>("deleted");
        QTest::newRow("changed in the shop") << false;
        QTest::newRow("deleted in the shop") << true;
    }
    void booksOfAnotherAreNotOpened()
    {
        QFETCH(bool, deleted);
        Hub hub;
        const auto [id, there, inShop] = hub.invoiceEverywhere();
        auto theirs = hub.shop.body(kInvoices, inShop);
        theirs.insert(u"currency"_s, u"EUR"_s);
        value(hub.editor.step(kInvoices, id, u"book"_s, {}, kAnna));
        hub.sync(hub.mainEngine); // booked there; the shop has not heard of it yet
        if (deleted)
            hub.shop.remove(kInvoices, inShop);
        else
            hub.shop.set(kInvoices, inShop, theirs);
        hub.sync(hub.shopEngine);
        const auto open = hub.openConflicts();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().connection, kShop);
        const auto refused = hub.resolver.resolve(open.first().id, Strategy::ServerWins, {}, kAnna);
        QCOMPARE(refused ? QString() : refused.error().code, u"merge.closedElsewhere"_s);
        QCOMPARE(refused.error().args, (QStringList{u"booked"_s, kServer.toString()}));
        hub.resolveFirst(Strategy::ClientWins);
        QVERIFY(hub.settle() < 6);
        QCOMPARE(hub.openConflicts().size(), 0);
        QVERIFY(hub.main.body(kInvoices, there)[u"booked"_s].toBool());
        QCOMPARE(hub.main.body(kInvoices, there)[u"currency"_s].toString(), u"SEK"_s);
        const auto left = hub.shop.body(kInvoices, hub.shop.live(kInvoices).first());
        QVERIFY(left[u"booked"_s].toBool());
        QCOMPARE(left[u"currency"_s].toString(), u"SEK"_s);
    }
    // The number of the books stays, although the remote of the conflict has given another.
    void whatIsBookedKeepsItsNumber()
    {
        Hub hub({.prefix = u"M"_s}, {.prefix = u"S"_s, .can = plain(), .form = [](QJsonObject body) {
            body.insert(u"documentNumber"_s, u"S-1"_s);
            return body;
        }});
        const auto customer = hub.main.add(kCustomers, named(u"Ek"_s));
        auto invoice = remoteInvoice({}, customer.toString()).body;
        invoice.insert(u"documentNumber"_s, u"77"_s);
        const auto there = hub.main.add(kInvoices, invoice);
        hub.settle();
        const auto id = hub.localOf(there, kServer, kInvoices);
        const auto inShop = hub.shop.live(kInvoices).first();
        auto theirs = hub.shop.body(kInvoices, inShop);
        theirs.insert(u"currency"_s, u"EUR"_s);
        value(hub.editor.step(kInvoices, id, u"book"_s, {}, kAnna));
        hub.sync(hub.mainEngine);
        hub.shop.set(kInvoices, inShop, theirs);
        hub.sync(hub.shopEngine);
        hub.resolveFirst(Strategy::ClientWins);
        QVERIFY(hub.settle() < 6);
        QCOMPARE(hub.main.body(kInvoices, there)[u"documentNumber"_s].toString(), u"77"_s);
        QCOMPARE(hub.record(id, kInvoices)->body[u"documentNumber"_s].toString(), u"77"_s);
        QVERIFY(hub.shop.body(kInvoices, inShop)[u"booked"_s].toBool());
    }

    // R-IDM-02
    void referencesCarryEachRemotesOwnIds()
    {
        Hub hub;
        const auto customer = hub.main.add(kCustomers, named(u"Ek"_s));
        hub.main.add(kInvoices, remoteInvoice({}, customer.toString()).body);
        QVERIFY(hub.settle() < 6);
        const auto invoices = hub.shop.live(kInvoices);
        QCOMPARE(invoices.size(), 1);
        const auto id = hub.localOf(customer, kServer);
        QCOMPARE(hub.shop.body(kInvoices, invoices.first())[u"customer"_s].toString(), hub.remoteOf(id, kShop).toString());
    }

    // Two remotes that each bring every name into a form of their own.
    void formsNeverPlayPingPong()
    {
        Hub hub({.prefix = u"M"_s, .form = &upper}, {.prefix = u"S"_s, .can = plain(), .form = &lower});
        const auto there = hub.main.add(kCustomers, named(u"Ek"_s));
        QVERIFY(hub.settle() < 6);
        const auto id = hub.localOf(there, kServer);
        const auto inShop = hub.remoteOf(id, kShop);
        QCOMPARE(hub.record(id)->body[u"name"_s].toString(), u"EK"_s);
        QCOMPARE(hub.shop.body(kCustomers, inShop)[u"name"_s].toString(), u"ek"_s);

        hub.edit(id, {{u"name"_s, u"Alm"_s}});
        QVERIFY(hub.settle() < 6);
        QCOMPARE(hub.record(id)->body[u"name"_s].toString(), u"ALM"_s);
        QCOMPARE(hub.shop.body(kCustomers, inShop)[u"name"_s].toString(), u"alm"_s);

        hub.shop.set(kCustomers, inShop, {{u"name"_s, u"Bok"_s}, {u"city"_s, u"Umeå"_s}});
        QVERIFY(hub.settle() < 6);
        QCOMPARE(hub.main.body(kCustomers, there)[u"name"_s].toString(), u"BOK"_s);
        QCOMPARE(hub.main.body(kCustomers, there)[u"city"_s].toString(), u"Umeå"_s);
    }

    // What a remote cannot express is not deleted by it.
    void whatOneRemoteCannotExpressStays()
    {
        Hub hub({.prefix = u"M"_s}, {.prefix = u"S"_s, .can = plain(), .form = &withoutCity});
        const auto [id, there] = hub.customerFrom(hub.main, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        const auto inShop = hub.remoteOf(id, kShop);
        hub.shop.set(kCustomers, inShop, {{u"name"_s, u"Ek AB"_s}});
        QVERIFY(hub.settle() < 6);
        QCOMPARE(hub.main.body(kCustomers, there), (QJsonObject{{u"name"_s, u"Ek AB"_s}, {u"city"_s, u"Umeå"_s}}));
    }

    void eachConnectionHasItsOwnConflict()
    {
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.main, named(u"Ek"_s));
        const auto inShop = hub.remoteOf(id, kShop);
        hub.edit(id, {{u"name"_s, u"Mine"_s}});
        hub.shop.set(kCustomers, inShop, {{u"name"_s, u"Shop"_s}});
        hub.sync(hub.shopEngine);
        const auto open = hub.openConflicts();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().connection, kShop);
        hub.sync(hub.mainEngine); // is not held up by it
        QCOMPARE(hub.main.body(kCustomers, there)[u"name"_s].toString(), u"Mine"_s);
        value(hub.resolver.resolve(open.first().id, Strategy::ServerWins, {}, kAnna));
        QVERIFY(hub.settle() < 6);
        QCOMPARE(hub.main.body(kCustomers, there)[u"name"_s].toString(), u"Shop"_s);
        QCOMPARE(hub.shop.body(kCustomers, inShop)[u"name"_s].toString(), u"Shop"_s);
    }

    void whatARemoteDoesNotTakeIsNotQueuedForIt()
    {
        auto can = plain();
        can.entityTypes = {kArticles};
        Hub hub({.prefix = u"M"_s}, {.prefix = u"S"_s, .can = can});
        const auto early = hub.create(named(u"Before anybody knew"_s));
        QVERIFY(hub.open(early, kShop));
        hub.settle();
        QVERIFY(!hub.open(early, kShop));
        const auto late = hub.create(named(u"Now"_s));
        QVERIFY(!hub.open(late, kShop));
        QVERIFY(hub.open(late, kServer));
        QCOMPARE(hub.shop.pushed, 0);
    }

    // R-SCH: a newer remote's field is kept and goes back.
    void unknownFieldsAreKeptAndSentBack()
    {
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.main, {{u"name"_s, u"Ek"_s}, {u"loyalty"_s, u"gold"_s}});
        hub.edit(id, {{u"city"_s, u"Umeå"_s}});
        hub.settle();
        QCOMPARE(hub.main.body(kCustomers, there)[u"loyalty"_s].toString(), u"gold"_s);
        QCOMPARE(hub.main.body(kCustomers, there)[u"city"_s].toString(), u"Umeå"_s);
    }

    // --- Without versions: read, compare, write

    // Its content stands for the version it does not have: what was seen before is known again.
    void thePageSeenBeforeOfARemoteWithoutVersionsWritesNothing_data()
    {
        QTest::addColumn<QJsonObject>("again");
        QTest::addColumn<bool>("isNews");
        QTest::newRow("the same") << QJsonObject{{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}} << false;
        QTest::newRow("another city") << QJsonObject{{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}} << true;
    }
    void thePageSeenBeforeOfARemoteWithoutVersionsWritesNothing()
    {
        QFETCH(QJsonObject, again);
        QFETCH(bool, isNews);
        Hub hub;
        const auto there = hub.shop.add(kCustomers, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        hub.settle();
        const auto written = [&] {
            QStringList rows;
            for (const QByteArray from : {"os_customers", "links", "bases", "operations", "operation_history", "audit", "conflicts"})
                rows += rowsOf(hub, from);
            return rows;
        };
        const auto before = written();
        QVERIFY(!before.isEmpty());
        hub.company.clock.advance(std::chrono::hours(1));
        hub.shop.set(kCustomers, there, again); // the feed brings it once more
        const auto report = hub.sync(hub.shopEngine);
        QCOMPARE(report.counts.pulled, 1);
        QCOMPARE(report.counts.skipped, isNews ? 0 : 1);
        QCOMPARE(report.counts.updated, isNews ? 1 : 0);
        QCOMPARE(written() == before, !isNews);
    }

    void aRemoteWithoutVersionsIsComparedBeforeItIsWrittenTo()
    {
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.shop, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        hub.edit(id, {{u"city"_s, u"Luleå"_s}});
        hub.shop.can().feeds = {}; // what changes now is not in a feed yet
        hub.shop.set(kCustomers, there, {{u"name"_s, u"Ek AB"_s}, {u"city"_s, u"Umeå"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.body(kCustomers, there), (QJsonObject{{u"name"_s, u"Ek AB"_s}, {u"city"_s, u"Luleå"_s}}));
        QCOMPARE(hub.record(id)->body, (QJsonObject{{u"name"_s, u"Ek AB"_s}, {u"city"_s, u"Luleå"_s}}));
    }

    void whatBothChangedIsAskedInsteadOfOverwritten()
    {
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.shop, named(u"Ek"_s));
        hub.edit(id, {{u"name"_s, u"Mine"_s}});
        hub.shop.can().feeds = {};
        hub.shop.set(kCustomers, there, named(u"Theirs"_s));
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.body(kCustomers, there)[u"name"_s].toString(), u"Theirs"_s);
        QCOMPARE(hub.openConflicts().size(), 1);
    }

    // R-IDM-04
    void aLostCreateIsFoundAndNotMadeTwice()
    {
        Hub hub;
        const auto id = hub.create(named(u"Ek"_s));
        hub.syncUnanswered(hub.shop, Shop::Answers::AreLost);
        QCOMPARE(toString(hub.open(id, kShop)->state), u"verify"_s);
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.live(kCustomers).size(), 1);
        QVERIFY(!hub.open(id, kShop));
        QCOMPARE(hub.localOf(hub.shop.live(kCustomers).first(), kShop), id);
    }

    void notFoundMeansNotThereOnlyAfterAWhile()
    {
        Hub hub;
        const auto id = hub.create(named(u"Ek"_s));
        hub.syncUnanswered(hub.shop, Shop::Answers::NothingArrives);
        isWaitedForAndThenMade(hub, id); // it may still be on its way
    }

    // The simulation's life 651093: a slow answer that says "not there" is older than what arrived meanwhile.
    void aSlowAnswerSaysNothingOfWhatArrivedMeanwhile()
    {
        Hub hub;
        const auto id = hub.create(named(u"Ek"_s));
        hub.syncUnanswered(hub.shop, Shop::Answers::NothingArrives);
        hub.shop.afterFind = [&] {
            hub.shop.add(kCustomers, named(u"Ek"_s)); // what was sent
            hub.company.clock.advance(std::chrono::minutes(10));
        };
        hub.sync(hub.shopEngine);
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.live(kCustomers).size(), 1);
        QVERIFY(!hub.open(id, kShop));
    }

    // The simulation's life 641917: the right comes back between the look and the write.
    void whatMustNotBeSeenIsNotOverwritten()
    {
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.shop, named(u"Ek"_s));
        hub.edit(id, {{u"name"_s, u"Alm"_s}});
        hub.shop.set(kCustomers, there, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}});
        hub.shop.hidden = there;
        hub.shop.beforePush = [&] { hub.shop.hidden.reset(); };
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.body(kCustomers, there)[u"city"_s].toString(), u"Lund"_s);
        QCOMPARE(toString(hub.open(id, kShop)->state), u"failed"_s);
        QCOMPARE(hub.open(id, kShop)->reasonArgs, QStringList{u"403"_s});
    }

    void aLostUpdateIsComparedAndNotSentBlindly()
    {
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.shop, named(u"Ek"_s));
        hub.edit(id, {{u"name"_s, u"Alm"_s}});
        hub.syncUnanswered(hub.shop, Shop::Answers::AreLost);
        const int before = hub.shop.pushed;
        hub.sync(hub.shopEngine);
        QVERIFY(!hub.open(id, kShop));
        QCOMPARE(hub.shop.pushed, before);
    }

    void anUpdateThatMayStillArriveIsWaitedFor()
    {
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.shop, named(u"Ek"_s));
        hub.edit(id, {{u"name"_s, u"Alm"_s}});
        hub.syncUnanswered(hub.shop, Shop::Answers::NothingArrives);
        hub.edit(id, {{u"name"_s, u"Alm & Son"_s}});
        hub.sync(hub.shopEngine); // sent now, the first would take its place when it arrives
        QCOMPARE(toString(hub.open(id, kShop)->state), u"verify"_s);
        hub.company.clock.advance(std::chrono::minutes(10));
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.body(kCustomers, there)[u"name"_s].toString(), u"Alm & Son"_s);
    }

    // RELIABILITY F39
    void aClockSetBackKeepsNobodyWaitingForEver()
    {
        Hub hub;
        const auto id = hub.create(named(u"Ek"_s));
        hub.syncUnanswered(hub.shop, Shop::Answers::NothingArrives);
        hub.company.clock.advance(-std::chrono::hours(24 * 365));
        isWaitedForAndThenMade(hub, id); // it may have left a moment ago
    }

    void whatIsChangedThereBehindALostAnswerIsTheirChange()
    {
        Hub hub;
        const auto id = hub.create(named(u"Ek"_s));
        hub.syncUnanswered(hub.shop, Shop::Answers::AreLost);
        hub.shop.set(kCustomers, hub.shop.live(kCustomers).first(), {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.record(id)->body[u"city"_s].toString(), u"Lund"_s);
        QVERIFY(!hub.open(id, kShop));
    }

    void aCreateThatArrivesDuringTheRunIsNotTakenForANewRecord()
    {
        Hub hub;
        const auto id = hub.create(named(u"Ek"_s));
        hub.syncUnanswered(hub.shop, Shop::Answers::NothingArrives);
        hub.shop.beforePull = [&] { hub.shop.add(kCustomers, named(u"Ek"_s)); }; // after it was asked for
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.localOf(hub.shop.live(kCustomers).first(), kShop), id);
        QVERIFY(!hub.open(id, kShop));
    }

    void whatIsSentWasLookedAt()
    {
        Hub hub;
        const auto first = hub.shop.add(kCustomers, named(u"Ek"_s));
        const auto second = hub.shop.add(kCustomers, named(u"Alm"_s));
        hub.settle();
        hub.edit(hub.localOf(first, kShop), {{u"name"_s, u"Oak"_s}});
        hub.edit(hub.localOf(first, kShop), {{u"name"_s, u"Ek"_s}}); // nothing is left to send of it
        hub.edit(hub.localOf(second, kShop), {{u"name"_s, u"Elm"_s}});
        hub.shop.can().feeds = {};
        hub.shop.set(kCustomers, second, named(u"Theirs"_s));
        SyncEngine::Options options;
        options.limits.batchSize = 1;
        hub.sync(hub.shopEngine, options);
        QCOMPARE(hub.shop.body(kCustomers, second)[u"name"_s].toString(), u"Theirs"_s);
        QCOMPARE(hub.openConflicts().size(), 1);
    }

    // R-QUE-05: nothing takes the place of what cannot be read, and the others go on.
    void whatCannotBeReadThereIsNotOverwritten()
    {
        Hub hub;
        const auto first = hub.shop.add(kCustomers, named(u"Ek"_s));
        const auto second = hub.shop.add(kCustomers, named(u"Alm"_s));
        hub.settle();
        hub.edit(hub.localOf(first, kShop), {{u"city"_s, u"Lund"_s}});
        hub.edit(hub.localOf(second, kShop), {{u"city"_s, u"Lund"_s}});
        hub.shop.can().feeds = {};
        const QJsonObject strange{{u"name"_s, QJsonObject{{u"first"_s, u"Ek"_s}}}};
        hub.shop.set(kCustomers, first, strange);
        QVERIFY(!hub.sync(hub.shopEngine).error);
        QCOMPARE(hub.shop.body(kCustomers, first), strange);
        QCOMPARE(hub.shop.body(kCustomers, second)[u"city"_s].toString(), u"Lund"_s);
        const auto failed = value(hub.writer.outbox().inState(kShop, OperationState::Failed));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().record, hub.localOf(first, kShop));
    }

    void aLostIdThatIsGivenAgainIsAStrangers()
    {
        Hub hub({.prefix = u"M"_s}, traceless());
        const auto [id, there] = hub.customerFrom(hub.shop, {{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"1"_s}});
        hub.edit(id, {{u"city"_s, u"Lund"_s}});
        hub.shop.remove(kCustomers, there);
        hub.sync(hub.shopEngine);
        hub.resolveFirst(Strategy::ClientWins);
        hub.shop.set(kCustomers, there, {{u"name"_s, u"Alm"_s}, {u"customerNumber"_s, u"2"_s}});
        QVERIFY(hub.settle() < 5);
        QVERIFY(hub.openConflicts().isEmpty());
        QCOMPARE(hub.shop.body(kCustomers, there)[u"name"_s].toString(), u"Alm"_s);
        QVERIFY(hub.localOf(there, kShop) != id);
        QVERIFY(hub.remoteOf(id, kShop) != there);
        QCOMPARE(hub.record(id)->body[u"name"_s].toString(), u"Ek"_s);
        QCOMPARE(hub.shop.live(kCustomers).size(), 2);
    }

    void aDeletionThatSomebodyAgreedToLeavesNoLink()
    {
        Hub hub({.prefix = u"M"_s}, traceless());
        const auto [id, there] = hub.customerFrom(hub.shop, named(u"Ek"_s));
        hub.edit(id, {{u"city"_s, u"Lund"_s}});
        hub.shop.remove(kCustomers, there);
        hub.sync(hub.shopEngine);
        hub.resolveFirst(Strategy::ServerWins);
        hub.shop.set(kCustomers, there, named(u"Alm"_s)); // without a number that would tell the two apart
        readWholeShop(hub);
        QVERIFY(hub.settle() < 5);
        QVERIFY(hub.record(id)->deleted);
        QCOMPARE(hub.record(hub.localOf(there, kShop))->body[u"name"_s].toString(), u"Alm"_s);
    }

    // R-CON-02
    void mineAfterADeletionThereIsMadeAnew()
    {
        Hub hub({.prefix = u"M"_s}, traceless());
        const auto [id, there] = hub.customerFrom(hub.shop, named(u"Ek"_s));
        hub.edit(id, {{u"name"_s, u"Alm"_s}});
        hub.shop.remove(kCustomers, there);
        hub.sync(hub.shopEngine);
        const auto asked = hub.openConflicts();
        QCOMPARE(asked.size(), 1);
        value(hub.resolver.resolve(asked.first().id, Strategy::ClientWins, std::nullopt, kAnna));
        QVERIFY(hub.settle() < 5);
        QCOMPARE(hub.shop.live(kCustomers).size(), 1);
        QCOMPARE(hub.localOf(hub.shop.live(kCustomers).first(), kShop), id);
        QVERIFY(hub.openConflicts().isEmpty());
    }

    // RELIABILITY F26
    void anIdGivenAgainIsNotTakenForTheOldRecord()
    {
        Hub hub({.prefix = u"M"_s}, traceless());
        const auto [id, there] = hub.customerFrom(hub.shop, {{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"1"_s}});
        hub.shop.remove(kCustomers, there);
        hub.shop.set(kCustomers, there, {{u"name"_s, u"Alm"_s}, {u"customerNumber"_s, u"2"_s}});
        readWholeShop(hub);
        QCOMPARE(hub.record(id)->body[u"name"_s].toString(), u"Ek"_s);
        QCOMPARE(hub.openConflicts().size(), 1);
    }

    void anIdGivenAgainAfterADeletionHereIsANewRecord()
    {
        Hub hub({.prefix = u"M"_s}, traceless());
        const auto [id, there] = hub.customerFrom(hub.shop, {{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"1"_s}});
        value(hub.editor.remove(kCustomers, id, kAnna));
        hub.shop.remove(kCustomers, there);
        hub.shop.set(kCustomers, there, {{u"name"_s, u"Alm"_s}, {u"customerNumber"_s, u"2"_s}});
        QVERIFY(hub.settle() < 5);
        QVERIFY(hub.record(id)->deleted);
        QVERIFY(hub.localOf(there, kShop) != id);
        QCOMPARE(hub.record(hub.localOf(there, kShop))->body[u"name"_s].toString(), u"Alm"_s);
        QVERIFY(hub.openConflicts().isEmpty());
        QCOMPARE(hub.main.live(kCustomers).size(), 1);
    }

    // R-LOC-06: a hard delete that comes from there.
    void whatIsErasedThereGoesHere_data()
    {
        QTest::addColumn<QString>("here");
        QTest::addColumn<QString>("decision"); // of an edit
        QTest::addColumn<bool>("erased");
        QTest::newRow("a record that nobody touched") << QString() << QString() << true;
        QTest::newRow("one that was deleted before") << u"deleted before"_s << QString() << true;
        QTest::newRow("one that was deleted here at the same time") << u"deleted meanwhile"_s << QString() << true;
        QTest::newRow("one that was edited here, once a person lets it go") << u"edited"_s << u"server-wins"_s << true;
        QTest::newRow("but not one that a person keeps") << u"edited"_s << u"client-wins"_s << false;
    }
    void whatIsErasedThereGoesHere()
    {
        QFETCH(QString, here);
        QFETCH(QString, decision);
        QFETCH(bool, erased);
        Hub hub;
        const auto [id, there] = hub.customerFrom(hub.main, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        if (here == u"deleted before"_s) {
            value(hub.editor.remove(kCustomers, id, kAnna));
            hub.settle();
        }
        hub.main.erase(kCustomers, there);
        if (here == u"deleted meanwhile"_s)
            value(hub.editor.remove(kCustomers, id, kAnna));
        if (here == u"edited"_s)
            hub.edit(id, {{u"city"_s, u"Åre"_s}});
        hub.sync(hub.mainEngine);
        if (here == u"edited"_s) {
            QVERIFY(!hub.record(id)->isErased()); // what was typed is a person's word against it
            hub.resolveFirst(*strategyFrom(decision));
        }
        hub.settle();
        hub.sync(hub.mainEngine);
        QCOMPARE(hub.record(id)->isErased(), erased);
        QCOMPARE(hub.record(id)->deleted, erased);
        QCOMPARE(hub.main.live(kCustomers).size(), erased ? 0 : 1);
        QCOMPARE(hub.shop.live(kCustomers).size(), erased ? 0 : 1);
        QVERIFY(!value(hub.links(kServer).hasCheckpoints("erased/"_L1)));
        if (erased)
            QVERIFY(value(hub.conflicts.list(true)).isEmpty());
    }

    // R-QUE-07: nothing waits for ever for what will never come.
    void whatRefersToARecordDeletedHereIsRefused()
    {
        Hub hub;
        const auto there = hub.main.add(kCustomers, named(u"Ek"_s));
        hub.sync(hub.mainEngine);
        value(hub.editor.remove(kCustomers, hub.localOf(there, kServer), kAnna)); // the shop never had it
        hub.main.add(EntityType(u"invoices"_s), {{u"customer"_s, there.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}});
        hub.sync(hub.mainEngine);
        hub.sync(hub.shopEngine);
        const auto failed = value(hub.writer.outbox().inState(kShop, OperationState::Failed));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().reason, u"reference.deletedHere"_s);
        QCOMPARE(failed.first().reasonArgs, (QStringList{u"customer"_s, u"customers"_s}));
    }

    // --- Everything at once

    void anySequenceEndsEqualOnAllSides_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 25; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }
    void anySequenceEndsEqualOnAllSides()
    {
        QFETCH(quint64, seed);
        Hub hub;
        test::SeededRandom dice(seed);
        const auto roll = [&](quint64 sides) { return dice.next() % sides; };
        const auto fields = QStringList{u"name"_s, u"city"_s, u"email"_s, u"note"_s};
        const auto work = [&](Shop &shop) {
            const auto ids = shop.live(kCustomers);
            const auto word = u"w%1@x.se"_s.arg(roll(50));
            if (ids.isEmpty() || roll(4) == 0) {
                shop.add(kCustomers, named(u"C "_s + word));
                return;
            }
            const auto id = ids[qsizetype(roll(quint64(ids.size())))];
            if (roll(8) == 0) {
                shop.remove(kCustomers, id);
                return;
            }
            auto body = shop.body(kCustomers, id);
            body[fields[qsizetype(roll(4))]] = word;
            shop.set(kCustomers, id, body);
        };
        for (int step = 0; step < 60; ++step) {
            switch (roll(5)) {
            case 0: work(hub.main); break;
            case 1: work(hub.shop); break;
            case 2: hub.sync(hub.mainEngine); break;
            case 3: hub.sync(hub.shopEngine); break;
            default: {
                QList<LocalId> live;
                value(value(hub.company.database().objectStore(kCustomers)).forEach([&](const Record &record) {
                    live.append(record.id);
                    return true;
                }));
                if (!live.isEmpty())
                    hub.edit(live[qsizetype(roll(quint64(live.size())))], {{fields[qsizetype(roll(4))], u"e%1@x.se"_s.arg(roll(50))}});
            }
            }
            if (roll(3) == 0)
                hub.shop.answers = Shop::Answers(roll(3));
            hub.company.clock.advance(std::chrono::seconds(30));
        }
        hub.shop.answers = Shop::Answers::Arrive;
        hub.company.clock.advance(std::chrono::minutes(10));
        for (int i = 0; i < 10; ++i) {
            QVERIFY2(hub.settle() < 20, "it never ends");
            const auto open = hub.openConflicts();
            if (open.isEmpty())
                break;
            for (const auto &conflict : open)
                value(hub.resolver.resolve(conflict.id, roll(2) ? Strategy::ServerWins : Strategy::ClientWins, {}, kAnna));
        }
        QVERIFY(hub.openConflicts().isEmpty());
        const auto bodies = [](const Shop &shop) {
            QStringList all;
            for (const auto &id : shop.live(kCustomers))
                all += QString::fromUtf8(toCanonicalJson(shop.body(kCustomers, id)));
            all.sort();
            return all;
        };
        QStringList here;
        value(value(hub.company.database().objectStore(kCustomers)).forEach([&](const Record &record) {
            here += QString::fromUtf8(toCanonicalJson(record.body));
            return true;
        }));
        here.sort();
        QCOMPARE(bodies(hub.main), here);
        QCOMPARE(bodies(hub.shop), here);
        QCOMPARE(hub.company.number("SELECT count(*) FROM bases"), 0);
    }

private:
    //! What the shop has never heard of: the next run leaves it alone, a later one makes it.
    static void isWaitedForAndThenMade(Hub &hub, const LocalId &id)
    {
        hub.sync(hub.shopEngine);
        QCOMPARE(toString(hub.open(id, kShop)->state), u"verify"_s);
        QCOMPARE(hub.shop.live(kCustomers).size(), 0);
        hub.company.clock.advance(std::chrono::minutes(10));
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.live(kCustomers).size(), 1);
        QVERIFY(!hub.open(id, kShop));
    }
    static void readWholeShop(Hub &hub)
    {
        SyncEngine::Options everything;
        everything.mode = PullMode::Full;
        hub.sync(hub.shopEngine, everything);
    }
};

QTEST_GUILESS_MAIN(HubTest)
#include "hub_test.moc"
