// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubfixture.h"

#include "core/links/fieldrules.h"
#include "core/links/rulelevels.h"
#include "core/links/syncschedule.h"
#include "core/sync/conflicthistory.h"
#include "core/sync/conflictrules.h"
#include "core/sync/scope.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace hubfixture;

namespace {

QJsonObject forCustomers(const QJsonObject &rules)
{
    return {{u"types"_s, QJsonObject{{u"customers"_s, rules}}}};
}

//! Changed as a restored backup or a defect leaves it: nobody has to tell anybody.
void drift(Hub &hub, const EntityType &type, const LocalId &id, const QString &field)
{
    auto record = *hub.record(id, type);
    record.body.insert(field, u"drifted"_s);
    hub.company.write([&] { value(value(hub.company.database().objectStore(type)).put(record)); });
}

QJsonObject json(const char *text)
{
    return value(parseJsonObject(QByteArray(text)));
}

} // namespace

// R-SYN-11: rules as data; PEERS 3, pain 13: a new scope is filled, and nothing else is fetched again.
class RulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theReaderIsStrict_data()
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<QStringList>("problem"); // empty: accepted
        QTest::newRow("no rules") << QJsonObject() << QStringList();
        QTest::newRow("everything") << json(R"({"direction": "pull", "conflicts": "server-wins", "pullInterval": 60, "pullAt": ["06:00", "17:30"], "batchSize": 10, "pageSize": 50,
            "massRecords": 5, "massPercent": 1, "mode": "full", "types": {"customers": {"direction": "both", "fields": ["name", "city"], "filters": {"city": "Umeå"},
            "conflicts": "ask", "fieldConflicts": {"phone": "client-wins"}}}})") << QStringList();
        QTest::newRow("a field that weighs much, which asks") << json(R"({"types": {"suppliers": {"fieldConflicts": {"bankgiro": "ask"}}}})") << QStringList();
        QTest::newRow("a field that weighs much") << json(R"({"types": {"suppliers": {"fieldConflicts": {"bankgiro": "server-wins"}}}})") << QStringList{u"suppliers"_s, u"bankgiro"_s};
        QTest::newRow("a field of a linked group") << json(R"({"types": {"customers": {"fieldConflicts": {"phone": "server-wins", "city": "client-wins"}}}})") << QStringList{u"customers"_s, u"city"_s};
        QTest::newRow("a typing error") << json(R"({"directoin": "pull"})") << QStringList{u"directoin"_s, u"unknown"_s};
        QTest::newRow("no such mode") << json(R"({"mode": "some"})") << QStringList{u"mode"_s, u"word"_s};
        QTest::newRow("no such direction") << json(R"({"direction": "up"})") << QStringList{u"direction"_s, u"word"_s};
        QTest::newRow("no such type") << json(R"({"types": {"cats": {}}})") << QStringList{u"types.cats"_s, u"unknown"_s};
        QTest::newRow("no such field") << json(R"({"types": {"customers": {"fields": ["name", "naem"]}}})") << QStringList{u"types.customers.fields.naem"_s, u"unknown"_s};
        QTest::newRow("a required field left out") << json(R"({"types": {"customers": {"fields": ["city"]}}})") << QStringList{u"types.customers.fields.name"_s, u"required"_s};
        QTest::newRow("a strategy that needs a person") << json(R"({"conflicts": "manual"})") << QStringList{u"conflicts"_s, u"word"_s};
        QTest::newRow("too often") << json(R"({"pullInterval": 1})") << QStringList{u"pullInterval"_s, u"range"_s};
        QTest::newRow("a time that is none") << json(R"({"pullAt": ["06:00", "25:00"]})") << QStringList{u"pullAt"_s, u"word"_s};
        QTest::newRow("a time that is a number") << json(R"({"pullAt": 6})") << QStringList{u"pullAt"_s, u"type"_s};
        QTest::newRow("a time with one digit") << json(R"({"pullAt": ["6:00"]})") << QStringList{u"pullAt"_s, u"word"_s};
        QTest::newRow("a time as the English say it") << json(R"({"pullAt": ["6 am"]})") << QStringList{u"pullAt"_s, u"word"_s};
        QTest::newRow("when, in full") << json(R"({"strategy": "polling", "pullInterval": 300, "syncOnReconnect": false, "batchDelay": 2000})") << QStringList();
        QTest::newRow("no such strategy") << json(R"({"strategy": "sometimes"})") << QStringList{u"strategy"_s, u"word"_s};
        QTest::newRow("a schedule without times") << json(R"({"strategy": "scheduled"})") << QStringList{u"pullAt"_s, u"required"_s};
        QTest::newRow("a word for a switch") << json(R"({"syncOnReconnect": "no"})") << QStringList{u"syncOnReconnect"_s, u"type"_s};
        QTest::newRow("a very long wait between batches") << json(R"({"batchDelay": 10001})") << QStringList{u"batchDelay"_s, u"range"_s};
        QTest::newRow("a limit") << json(R"({"limit": {"requests": 300, "seconds": 60, "policy": "adaptive", "concurrent": 4}})") << QStringList();
        QTest::newRow("a limit without a time") << json(R"({"limit": {"requests": 300}})") << QStringList{u"limit.seconds"_s, u"required"_s};
        QTest::newRow("a limit of nothing") << json(R"({"limit": {"requests": 0, "seconds": 60}})") << QStringList{u"limit.requests"_s, u"range"_s};
        QTest::newRow("no such policy") << json(R"({"limit": {"requests": 3, "seconds": 6, "policy": "slow"}})") << QStringList{u"limit.policy"_s, u"word"_s};
        QTest::newRow("a typing error in a limit") << json(R"({"limit": {"request": 3, "seconds": 6}})") << QStringList{u"limit.request"_s, u"unknown"_s};
        QTest::newRow("a limit that is a number") << json(R"({"limit": 25})") << QStringList{u"limit"_s, u"type"_s};
        QTest::newRow("half a batch") << json(R"({"batchSize": 1.5})") << QStringList{u"batchSize"_s, u"type"_s};
        QTest::newRow("a list as a filter") << json(R"({"types": {"customers": {"filters": {"city": ["a"]}}}})") << QStringList{u"types.customers.filters.city"_s, u"type"_s};
    }
    void theReaderIsStrict()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(QStringList, problem);
        Hub hub;
        const auto set = setRules(hub.company.database(), kServer, rules);
        QCOMPARE(set ? QStringList() : set.error().args, problem);
        QCOMPARE(value(rulesJson(hub.company.database(), kServer)), set ? rules : QJsonObject());
    }

    void whoIsToBeTold_data()
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<bool>("told");
        QTest::newRow("no rules") << QJsonObject() << true;
        QTest::newRow("another interval") << json(R"({"pullInterval": 3600})") << true;
        QTest::newRow("a schedule says when") << json(R"({"pullAt": ["06:00"]})") << false;
        QTest::newRow("everything in full") << json(R"({"mode": "full"})") << false;
        QTest::newRow("one type in full") << json(R"({"types": {"customers": {"mode": "full"}}})") << false;
        QTest::newRow("one type as ever") << json(R"({"types": {"customers": {"mode": "delta"}}})") << true;
    }
    void whoIsToBeTold()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(bool, told);
        Hub hub;
        const auto &schema = hub.company.database().schema();
        QCOMPARE(value(SyncRules::fromJson(rules, schema)).wantsToBeTold(schema), told);
    }

    void directions_data()
    {
        QTest::addColumn<QString>("direction");
        QTest::addColumn<bool>("comes");
        QTest::addColumn<bool>("goes");
        QTest::newRow("both ways") << u"both"_s << true << true;
        QTest::newRow("only in") << u"pull"_s << true << false;
        QTest::newRow("only out") << u"push"_s << false << true;
        QTest::newRow("not at all") << u"none"_s << false << false;
    }
    void directions()
    {
        QFETCH(QString, direction);
        QFETCH(bool, comes);
        QFETCH(bool, goes);
        Hub hub;
        hub.rules(kShop, forCustomers({{u"direction"_s, direction}}));
        const auto theirs = hub.shop.add(kCustomers, named(u"Theirs"_s));
        const auto ours = hub.create(named(u"Ours"_s));
        hub.sync(hub.shopEngine);
        QCOMPARE(!hub.localOf(theirs, kShop).isEmpty(), comes);
        QCOMPARE(!hub.remoteOf(ours, kShop).isEmpty(), goes);
    }

    // R-SYN-03: a drift that no version tells of is seen by a full pull alone.
    void whatIsPulledInFullEachTime_data()
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<bool>("customersMended");
        QTest::addColumn<bool>("articlesMended");
        QTest::newRow("nothing") << QJsonObject() << false << false;
        QTest::newRow("one type") << forCustomers({{u"mode"_s, u"full"_s}}) << true << false;
        QTest::newRow("everything") << QJsonObject{{u"mode"_s, u"full"_s}} << true << true;
        QTest::newRow("everything but one type") << json(R"({"mode": "full", "types": {"customers": {"mode": "delta"}}})") << false << true;
    }
    void whatIsPulledInFullEachTime()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(bool, customersMended);
        QFETCH(bool, articlesMended);
        Hub hub;
        const auto customer = hub.main.add(kCustomers, named(u"Ek"_s));
        const auto article = hub.main.add(kArticles, {{u"description"_s, u"Plank"_s}});
        hub.sync(hub.mainEngine);
        drift(hub, kCustomers, hub.localOf(customer, kServer), u"name"_s);
        drift(hub, kArticles, hub.localOf(article, kServer, kArticles), u"description"_s);
        hub.rules(kServer, rules);
        hub.sync(hub.mainEngine);
        QCOMPARE(hub.record(hub.localOf(customer, kServer))->body["name"_L1].toString(), customersMended ? u"Ek"_s : u"drifted"_s);
        QCOMPARE(hub.record(hub.localOf(article, kServer, kArticles), kArticles)->body["description"_L1].toString(),
                 articlesMended ? u"Plank"_s : u"drifted"_s);
        hub.sync(hub.mainEngine); // and once more, from the beginning again
        QCOMPARE(value(hub.conflicts.list(false)).size(), 0);
    }

    // What was edited here although only their changes are wanted is not overwritten silently.
    void anEditOfWhatOnlyComesInIsKept()
    {
        Hub hub;
        hub.rules(kShop, forCustomers({{u"direction"_s, u"pull"_s}}));
        const auto there = hub.shop.add(kCustomers, named(u"Ek"_s));
        hub.sync(hub.shopEngine);
        const auto id = hub.localOf(there, kShop);
        hub.edit(id, {{u"city"_s, u"Umeå"_s}});
        hub.shop.set(kCustomers, there, {{u"name"_s, u"Ek AB"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.record(id)->body, (QJsonObject{{u"name"_s, u"Ek AB"_s}, {u"city"_s, u"Umeå"_s}}));
        QCOMPARE(hub.shop.pushed, 0);
        // And when both ways are wanted, it goes.
        hub.rules(kShop, {});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.body(kCustomers, there), hub.record(id)->body);
    }

    // A field that begins to travel was agreed on by nobody: two different values are a question, never an overwriting.
    void aFieldThatBeginsToTravel_data()
    {
        QTest::addColumn<QJsonValue>("ours");
        QTest::addColumn<QJsonValue>("theirs");
        QTest::addColumn<QJsonValue>("after"); // on both sides; undefined: a person is asked
        QTest::newRow("only we have it: it goes") << QJsonValue(u"ours"_s) << QJsonValue(QJsonValue::Undefined) << QJsonValue(u"ours"_s);
        QTest::newRow("only they have it: it comes") << QJsonValue(QJsonValue::Undefined) << QJsonValue(u"theirs"_s) << QJsonValue(u"theirs"_s);
        QTest::newRow("both have the same") << QJsonValue(u"one"_s) << QJsonValue(u"one"_s) << QJsonValue(u"one"_s);
        QTest::newRow("both have another: asked") << QJsonValue(u"ours"_s) << QJsonValue(u"theirs"_s) << QJsonValue(QJsonValue::Undefined);
    }
    void aFieldThatBeginsToTravel()
    {
        QFETCH(QJsonValue, ours);
        QFETCH(QJsonValue, theirs);
        QFETCH(QJsonValue, after);
        const auto with = [](const QJsonValue &note) {
            auto body = named(u"Ek"_s);
            if (!note.isUndefined())
                body.insert(u"note"_s, note);
            return body;
        };
        Hub hub;
        hub.rules(kShop, forCustomers({{u"fields"_s, QJsonArray{u"name"_s}}}));
        const auto there = hub.shop.add(kCustomers, with(theirs));
        hub.sync(hub.shopEngine);
        const auto id = hub.localOf(there, kShop);
        if (!ours.isUndefined())
            hub.edit(id, {{u"note"_s, ours}});
        hub.rules(kShop, {});
        hub.sync(hub.shopEngine);
        hub.sync(hub.shopEngine);
        QCOMPARE(value(hub.conflicts.list(false)).size(), after.isUndefined() ? 1 : 0);
        QCOMPARE(hub.record(id)->body, with(after.isUndefined() ? ours : after));
        QCOMPARE(hub.shop.body(kCustomers, there), with(after.isUndefined() ? theirs : after));
    }

    void aTypeThatIsOnlyPulledLeavesNothingToSend()
    {
        Hub hub;
        hub.rules(kShop, {{u"types"_s, QJsonObject{{u"customers"_s, QJsonObject{{u"direction"_s, u"pull"_s}, {u"fields"_s, QJsonArray{u"name"_s}}}}}}});
        const auto there = hub.shop.add(kCustomers, named(u"Ek"_s));
        hub.sync(hub.shopEngine);
        hub.edit(hub.localOf(there, kShop), {{u"city"_s, u"Umeå"_s}});
        hub.rules(kShop, forCustomers({{u"direction"_s, u"pull"_s}}));
        QCOMPARE(hub.sync(hub.shopEngine).left, 0);
        QCOMPARE(hub.record(hub.localOf(there, kShop))->body["city"_L1].toString(), u"Umeå"_s);
    }

    void aPullFromTheBeginningThatWasBrokenOff_data()
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("under the same rules it goes on where it stood") << json(R"({"pageSize": 1})") << true;
        QTest::newRow("so it does where only the time of day is another") << json(R"({"pageSize": 1, "pullAt": ["06:00"]})") << true;
        QTest::newRow("under other rules it begins again: what came so far came under the old ones") << json(R"({"pageSize": 1, "types": {"customers": {"fields": ["name", "city"]}}})") << false;
        QTest::newRow("other rules of the company are others, too") << QJsonObject() << false;
    }
    void aPullFromTheBeginningThatWasBrokenOff()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(bool, goesOn);
        Hub hub;
        hub.shop.can().typeFeeds = Capabilities::TypeFeeds::Each;
        hub.rules(kShop, forCustomers({{u"direction"_s, u"none"_s}}));
        for (const auto &name : {u"Ek"_s, u"Al"_s, u"Asp"_s})
            hub.shop.add(kCustomers, named(name));
        hub.sync(hub.shopEngine);
        hub.rules(kShop, json(R"({"pageSize": 1})"));
        int pulls = 0;
        std::function<void()> stopAtTheThird = [&] {
            if (++pulls == 3) // the look with the old cursor, and two customers
                hub.shopEngine.requestStop();
            else
                hub.shop.beforePull = stopAtTheThird;
        };
        hub.shop.beforePull = stopAtTheThird;
        hub.sync(hub.shopEngine);
        QVERIFY(!hub.localOf(hub.shop.live(kCustomers)[0], kShop).isEmpty());
        QVERIFY(hub.localOf(hub.shop.live(kCustomers)[2], kShop).isEmpty());

        if (rules.isEmpty())
            value(setCompanyRules(hub.company.database(), json(R"({"types": {"customers": {"fields": ["name", "city"]}}})")));
        else
            hub.rules(kShop, rules);
        hub.shop.pulledFeeds.clear();
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.pulledFeeds.count(u"customers"_s), goesOn ? 2 : 3);
        QVERIFY(!hub.localOf(hub.shop.live(kCustomers)[2], kShop).isEmpty());
        QVERIFY(!value(hub.links(kShop).hasCheckpoints("fill/"_L1)));
    }

    void whatWasQueuedIsHeldWhileTheRulesDoNotSendIt()
    {
        Hub hub;
        const auto id = hub.create(named(u"Ek"_s));
        hub.rules(kShop, {{u"direction"_s, u"pull"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.pushed, 0);
        QCOMPARE(hub.open(id, kShop)->reason, u"direction.held"_s);
        hub.rules(kShop, {});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.live(kCustomers).size(), 1);
    }

    void onlySelectedFieldsTravel()
    {
        Hub hub;
        hub.rules(kShop, forCustomers({{u"fields"_s, QJsonArray{u"name"_s}}}));
        const auto there = hub.shop.add(kCustomers, {{u"name"_s, u"Ek"_s}, {u"note"_s, u"theirs"_s}});
        hub.sync(hub.shopEngine);
        const auto id = hub.localOf(there, kShop);
        QCOMPARE(hub.record(id)->body, named(u"Ek"_s));
        hub.edit(id, {{u"note"_s, u"ours"_s}});
        QVERIFY(!hub.open(id, kShop));
        hub.edit(id, {{u"name"_s, u"Alm"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.body(kCustomers, there), (QJsonObject{{u"name"_s, u"Alm"_s}, {u"note"_s, u"theirs"_s}}));
        hub.shop.set(kCustomers, there, {{u"name"_s, u"Bok"_s}, {u"note"_s, u"new"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.record(id)->body, (QJsonObject{{u"name"_s, u"Bok"_s}, {u"note"_s, u"ours"_s}}));
        QCOMPARE(value(hub.conflicts.list(false)).size(), 0);
    }

    void whatIsNotSelectedStaysHereWhateverIsEditedBeside()
    {
        Hub hub;
        hub.rules(kShop, forCustomers({{u"fields"_s, QJsonArray{u"name"_s}}}));
        const auto [id, there] = hub.customerFrom(hub.shop, named(u"Ek"_s));
        hub.edit(id, {{u"note"_s, u"ours alone"_s}});
        hub.edit(id, {{u"name"_s, u"Alm"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.body(kCustomers, there), named(u"Alm"_s));
        hub.edit(id, {{u"note"_s, u"ours still"_s}});
        hub.sync(hub.shopEngine);
        hub.shop.set(kCustomers, there, {{u"name"_s, u"Bok"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.record(id)->body, (QJsonObject{{u"name"_s, u"Bok"_s}, {u"note"_s, u"ours still"_s}}));
        hub.edit(id, {{u"name"_s, u"Gran"_s}});
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.body(kCustomers, there), named(u"Gran"_s));
        QCOMPARE(value(hub.conflicts.list(false)).size(), 0);
    }

    void filtersDecideWhatBeginsToTravel()
    {
        Hub hub;
        hub.rules(kShop, forCustomers({{u"filters"_s, QJsonObject{{u"city"_s, u"Umeå"_s}}}}));
        const auto in = hub.shop.add(kCustomers, {{u"name"_s, u"In"_s}, {u"city"_s, u"Umeå"_s}});
        const auto out = hub.shop.add(kCustomers, {{u"name"_s, u"Out"_s}, {u"city"_s, u"Luleå"_s}});
        const auto ours = hub.create({{u"name"_s, u"Ours"_s}, {u"city"_s, u"Kiruna"_s}});
        hub.sync(hub.shopEngine);
        QVERIFY(!hub.localOf(in, kShop).isEmpty());
        QVERIFY(hub.localOf(out, kShop).isEmpty());
        QVERIFY(hub.remoteOf(ours, kShop).isEmpty());
        hub.shop.set(kCustomers, in, {{u"name"_s, u"In"_s}, {u"city"_s, u"Boden"_s}}); // is followed, not lost
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.record(hub.localOf(in, kShop))->body[u"city"_s].toString(), u"Boden"_s);
    }

    void aWiderScopeFetchesAndSendsOnlyWhatIsNew_data()
    {
        QTest::addColumn<bool>("typeFeeds");
        QTest::newRow("a remote with a feed for each type") << true;
        QTest::newRow("a remote with one feed for all") << false;
    }
    void aWiderScopeFetchesAndSendsOnlyWhatIsNew()
    {
        QFETCH(bool, typeFeeds);
        Hub hub;
        if (typeFeeds)
            hub.shop.can().typeFeeds = Capabilities::TypeFeeds::Each;
        hub.rules(kShop, forCustomers({{u"direction"_s, u"none"_s}}));
        const auto customer = hub.shop.add(kCustomers, named(u"Ek"_s));
        const auto article = hub.shop.add(kArticles, {{u"description"_s, u"Pen"_s}});
        const auto ours = hub.create(named(u"Ours"_s));
        hub.sync(hub.shopEngine);
        QVERIFY(hub.localOf(customer, kShop).isEmpty());
        QVERIFY(!hub.localOf(article, kShop, kArticles).isEmpty());

        hub.rules(kShop, {});
        hub.shop.pulledFeeds.clear();
        const auto report = hub.sync(hub.shopEngine);
        QVERIFY(!hub.localOf(customer, kShop).isEmpty());
        QVERIFY(!hub.remoteOf(ours, kShop).isEmpty());
        // A look with the old cursor, what is new, and what has changed.
        QCOMPARE(hub.shop.pulledFeeds, (QStringList{u"all"_s, typeFeeds ? u"customers"_s : u"all"_s, u"all"_s}));
        QCOMPARE(report.counts.created, 1);
        hub.shop.pulledFeeds.clear();
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.pulledFeeds, QStringList{u"all"_s}); // once
    }

    // R-LOC-05: a program that has learnt a type since has passed over what came of it.
    void aTypeThatIsLearntLaterIsBroughtIn_data()
    {
        QTest::addColumn<bool>("typeFeeds");
        QTest::addColumn<bool>("there");
        QTest::newRow("a remote with one feed for all") << false << true;
        QTest::newRow("a remote with a feed for each type") << true << true;
        QTest::newRow("an older remote does not know the type either, and goes on with the others") << true << false;
    }
    void aTypeThatIsLearntLaterIsBroughtIn()
    {
        QFETCH(bool, typeFeeds);
        QFETCH(bool, there);
        Hub hub;
        if (typeFeeds)
            hub.shop.can().typeFeeds = Capabilities::TypeFeeds::Each;
        if (!there)
            hub.shop.unknownFeeds = {u"customers"_s};
        hub.rules(kShop, forCustomers({{u"direction"_s, u"none"_s}}));
        const auto customer = hub.shop.add(kCustomers, named(u"Ek"_s));
        hub.sync(hub.shopEngine);
        hub.rules(kShop, {});
        const auto scope = value(hub.links(kShop).checkpoint(u"scope"_s));
        QVERIFY(scope.contains(u"\"customers\""_s));
        const auto known = value(parseJsonObject(scope.toUtf8()))["*"_L1].toArray();
        QJsonArray before; // as the program wrote it that did not know customers
        for (const auto &type : known) {
            if (type != u"customers"_s)
                before.append(type);
        }
        hub.company.write([&] {
            value(hub.links(kShop).setCheckpoint(u"scope"_s, QString::fromUtf8(toCanonicalJson({{u"*"_s, before}}))));
        });
        const auto ours = hub.create(named(u"Ours"_s));
        const auto report = hub.sync(hub.shopEngine);
        QVERIFY2(!report.error, report.error ? qPrintable(report.error->logLine()) : "");
        QCOMPARE(!hub.localOf(customer, kShop).isEmpty(), there);
        QVERIFY(!hub.remoteOf(ours, kShop).isEmpty());
        hub.shop.pulledFeeds.clear();
        hub.sync(hub.shopEngine);
        QCOMPARE(hub.shop.pulledFeeds, QStringList{u"all"_s}); // once
    }

    void aNarrowerScopeDeletesNothing()
    {
        Hub hub;
        const auto there = hub.shop.add(kCustomers, named(u"Ek"_s));
        hub.settle();
        const auto id = hub.localOf(there, kShop);
        hub.rules(kShop, forCustomers({{u"direction"_s, u"none"_s}}));
        hub.settle();
        QVERIFY(!hub.record(id)->deleted);
        QCOMPARE(hub.shop.live(kCustomers).size(), 1);
        QCOMPARE(hub.main.live(kCustomers).size(), 1);
    }

    void widening_data()
    {
        QTest::addColumn<QJsonObject>("before");
        QTest::addColumn<QJsonObject>("after");
        QTest::addColumn<bool>("pull");
        QTest::addColumn<bool>("push");
        QTest::newRow("the same") << json(R"({})") << json(R"({})") << false << false;
        QTest::newRow("a filter more") << json(R"({})") << json(R"({"filters": {"city": "a"}})") << false << false;
        QTest::newRow("a filter less") << json(R"({"filters": {"city": "a"}})") << json(R"({})") << true << true;
        QTest::newRow("another value") << json(R"({"filters": {"city": "a"}})") << json(R"({"filters": {"city": "b"}})") << true << true;
        QTest::newRow("a field more") << json(R"({"fields": ["name"]})") << json(R"({"fields": ["name", "city"]})") << true << true;
        QTest::newRow("a field less") << json(R"({"fields": ["name", "city"]})") << json(R"({"fields": ["name"]})") << false << false;
        QTest::newRow("out as well") << json(R"({"direction": "pull"})") << json(R"({})") << false << true;
        QTest::newRow("in as well") << json(R"({"direction": "push"})") << json(R"({})") << true << false;
        QTest::newRow("no more") << json(R"({})") << json(R"({"direction": "none", "filters": {}})") << false << false;
    }
    void widening()
    {
        QFETCH(QJsonObject, before);
        QFETCH(QJsonObject, after);
        QFETCH(bool, pull);
        QFETCH(bool, push);
        Hub hub;
        const auto of = [&](const QJsonObject &rules) { return value(SyncRules::fromJson(forCustomers(rules), hub.company.database().schema())).of(kCustomers); };
        const auto change = widened(of(before), of(after), {u"name"_s, u"city"_s, u"note"_s});
        QCOMPARE(change.pull, pull);
        QCOMPARE(change.push, push);
    }

    // R-CON-04: configurable for each connection, type and field.
    void conflictsAreSettledByRule_data()
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<QString>("name"); // "": asked
        QTest::addColumn<QString>("note");
        QTest::newRow("no rule asks") << json(R"({})") << QString() << QString();
        QTest::newRow("theirs") << json(R"({"conflicts": "server-wins"})") << u"Theirs"_s << u"Luleå"_s;
        QTest::newRow("mine") << json(R"({"conflicts": "client-wins"})") << u"Mine"_s << u"Umeå"_s;
        QTest::newRow("a rule for what is of low severity does not decide about others") << json(R"({"lowConflicts": "server-wins"})") << QString() << QString();
        QTest::newRow("field by field") << json(R"({"fieldConflicts": {"name": "client-wins", "note": "server-wins"}})") << u"Mine"_s << u"Luleå"_s;
        QTest::newRow("one field without a rule asks") << json(R"({"fieldConflicts": {"name": "client-wins"}})") << QString() << QString();
        QTest::newRow("times that are not known ask") << json(R"({"conflicts": "last-write-wins"})") << QString() << QString();
    }
    void conflictsAreSettledByRule()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(QString, name);
        QFETCH(QString, note);
        Hub hub;
        const auto there = hub.main.add(kCustomers, {{u"name"_s, u"Ek"_s}, {u"note"_s, u"Boden"_s}});
        hub.sync(hub.mainEngine);
        hub.rules(kServer, forCustomers(rules));
        const auto id = hub.localOf(there, kServer);
        hub.edit(id, {{u"name"_s, u"Mine"_s}, {u"note"_s, u"Umeå"_s}});
        hub.main.set(kCustomers, there, {{u"name"_s, u"Theirs"_s}, {u"note"_s, u"Luleå"_s}});
        const auto report = hub.sync(hub.mainEngine);
        QCOMPARE(report.counts.conflicts, name.isEmpty() ? 1 : 0);
        if (name.isEmpty())
            return;
        const QJsonObject expected{{u"name"_s, name}, {u"note"_s, note}};
        QCOMPARE(hub.record(id)->body, expected);
        QCOMPARE(hub.main.body(kCustomers, there), expected);
        QVERIFY(!hub.open(id, kServer));
        // R-CON-07: nobody was asked, and all can be looked at and brought back.
        const auto told = value(hub.conflicts.history({.record = id}));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().resolvedBy, u"rule"_s);
        QCOMPARE(told.first().versions.base->value("note"_L1).toString(), u"Boden"_s);
        QCOMPARE(told.first().versions.mine->value("note"_L1).toString(), u"Umeå"_s);
        QCOMPARE(told.first().versions.theirs->value("note"_L1).toString(), u"Luleå"_s);
        QCOMPARE(*told.first().result, expected);
        QCOMPARE(told.first().decisions.size(), 2);
        QCOMPARE(value(hub.conflicts.openCount()), 0);
        const auto lines = value(hub.writer.audit().find({.record = id}));
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const auto &line) { return line.action == u"rule"_s; }));
        ConflictHistory history(hub.writer, hub.editor, hub.conflicts, hub.company.clock, hub.company.random);
        static_cast<void>(value(history.restore(told.first().id, Choice::Mine, u"note"_s, kAnna)));
        QCOMPARE(hub.record(id)->body.value("note"_L1).toString(), u"Umeå"_s);
    }
    // R-QUE-03: what a rule has decided for us goes before what only waits.
    void mineByRuleIsSentFirst_data()
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<bool>("first");
        QTest::newRow("mine") << json(R"({"conflicts": "client-wins"})") << true;
        QTest::newRow("a part of mine") << json(R"({"fieldConflicts": {"name": "client-wins", "note": "server-wins"}})") << true;
        QTest::newRow("a merge that needs no rule waits its turn") << json(R"({})") << false;
    }
    void mineByRuleIsSentFirst()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(bool, first);
        Hub hub;
        const auto other = hub.main.add(kCustomers, {{u"name"_s, u"Berg"_s}});
        const auto there = hub.main.add(kCustomers, {{u"name"_s, u"Ek"_s}, {u"note"_s, u"Boden"_s}});
        hub.sync(hub.mainEngine);
        hub.rules(kServer, forCustomers(rules));
        hub.edit(hub.localOf(other, kServer), {{u"note"_s, u"Waits longer"_s}});
        hub.edit(hub.localOf(there, kServer), {{u"name"_s, u"Mine"_s}});
        const auto theirs = first ? u"Theirs"_s : u"Ek"_s;
        hub.main.set(kCustomers, there, {{u"name"_s, theirs}, {u"note"_s, u"Luleå"_s}});
        QCOMPARE(hub.sync(hub.mainEngine).counts.conflicts, 0);
        QCOMPARE(hub.main.received.size(), 2);
        QCOMPARE(hub.main.received.front().remote, first ? there : other);
    }

    // UX.md 1.2 F: a bank number that was changed on both sides is what a fraud looks like.
    void whatIsCriticalIsAskedWhateverTheRule_data()
    {
        QTest::addColumn<QJsonObject>("suppliers");
        QTest::newRow("a rule about all fields") << json(R"({"conflicts": "server-wins"})");
        QTest::newRow("a rule about the field, from before it was refused") << json(R"({"fieldConflicts": {"bankgiro": "server-wins"}})");
    }
    void whatIsCriticalIsAskedWhateverTheRule()
    {
        QFETCH(QJsonObject, suppliers);
        const EntityType type(u"suppliers"_s);
        Hub hub;
        const auto there = hub.main.add(type, {{u"name"_s, u"Ek"_s}, {u"bankgiro"_s, u"5050-1055"_s}});
        hub.sync(hub.mainEngine);
        auto &database = hub.company.database();
        auto transaction = value(Transaction::begin(database.sql(), Durability::ProcessCrash));
        value(writeRules(database, kServer, {{u"types"_s, QJsonObject{{type.toString(), suppliers}}}}));
        value(transaction.commit());
        const auto id = hub.localOf(there, kServer, type);
        static_cast<void>(value(hub.editor.update(type, id, {{u"bankgiro"_s, u"5805-6201"_s}}, kAnna)));
        hub.main.set(type, there, {{u"name"_s, u"Ek"_s}, {u"bankgiro"_s, u"991-2346"_s}});
        QCOMPARE(hub.sync(hub.mainEngine).counts.conflicts, 1);
    }
    // R-NET-03, R-NET-04
    void aScheduleIsSetBesideOtherRules_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<bool>("told");
        QTest::newRow("when something changes, and regularly") << int(SyncStrategy::Hybrid) << json(R"({"pullInterval": 300})") << true;
        QTest::newRow("only when something changes") << int(SyncStrategy::Push) << json(R"({"strategy": "push"})") << true;
        QTest::newRow("regularly") << int(SyncStrategy::Polling) << json(R"({"strategy": "polling", "pullInterval": 300})") << false;
        QTest::newRow("at times") << int(SyncStrategy::Scheduled) << json(R"({"strategy": "scheduled", "pullAt": ["06:00", "12:30"]})") << false;
        QTest::newRow("never by itself") << int(SyncStrategy::Manual) << json(R"({"strategy": "manual"})") << false;
    }
    void aScheduleIsSetBesideOtherRules()
    {
        QFETCH(int, strategy);
        QFETCH(QJsonObject, rules);
        QFETCH(bool, told);
        Hub hub;
        auto &database = hub.company.database();
        value(setRules(database, kServer, {{u"batchSize"_s, 50}, {u"pullInterval"_s, 20}, {u"pullAt"_s, QJsonArray{u"09:00"_s}}}));
        const SyncSchedule wanted{SyncStrategy(strategy), std::chrono::seconds(300), {QTime(6, 0), QTime(12, 30)}, true};
        value(setSchedule(database, kServer, wanted));
        rules.insert(u"batchSize"_s, 50);
        QCOMPARE(value(rulesJson(database, kServer)), rules);
        QCOMPARE(int(value(scheduleOf(database, kServer)).strategy), strategy);
        QCOMPARE(value(rulesOf(database, kServer)).wantsToBeTold(database.schema()), told);
        auto later = wanted;
        later.syncOnReconnect = false;
        value(setSchedule(database, kServer, later));
        QVERIFY(!value(scheduleOf(database, kServer)).syncOnReconnect);
    }
    void whatIsSaidNearerHolds_data()
    {
        QTest::addColumn<QJsonObject>("tenant");
        QTest::addColumn<QJsonObject>("company");
        QTest::addColumn<QJsonObject>("connection");
        QTest::addColumn<QJsonObject>("together");
        const QJsonObject none;
        QTest::newRow("nothing anywhere") << none << none << none << none;
        QTest::newRow("the firm's hold where nobody says otherwise") << json(R"({"batchSize": 10})") << none << none << json(R"({"batchSize": 10})");
        QTest::newRow("the company's hold before the firm's") << json(R"({"batchSize": 10, "pageSize": 20})") << json(R"({"batchSize": 30})") << none << json(R"({"batchSize": 30, "pageSize": 20})");
        QTest::newRow("the connection's hold before both") << json(R"({"batchSize": 10})") << json(R"({"batchSize": 30})") << json(R"({"batchSize": 40})") << json(R"({"batchSize": 40})");
        QTest::newRow("types add up") << json(R"({"types": {"customers": {"conflicts": "server-wins"}}})") << json(R"({"types": {"articles": {"direction": "pull"}}})") << none
            << json(R"({"types": {"customers": {"conflicts": "server-wins"}, "articles": {"direction": "pull"}}})");
        QTest::newRow("fields add up") << json(R"({"types": {"customers": {"fieldConflicts": {"phone": "server-wins", "note": "server-wins"}}}})")
            << json(R"({"types": {"customers": {"fieldConflicts": {"note": "ask"}}}})") << none
            << json(R"({"types": {"customers": {"fieldConflicts": {"phone": "server-wins", "note": "ask"}}}})");
        QTest::newRow("what is said of all types overrules what was said of one farther away") << json(R"({"types": {"customers": {"direction": "both"}}})") << none
            << json(R"({"direction": "pull"})") << json(R"({"direction": "pull", "types": {"customers": {}}})");
        QTest::newRow("who asks about everything is asked about single fields, too") << json(R"({"lowConflicts": "last-write-wins", "types": {"customers": {"fieldConflicts": {"phone": "server-wins"}}}})") << none
            << json(R"({"conflicts": "ask"})") << json(R"({"conflicts": "ask", "types": {"customers": {}}})");
        QTest::newRow("and about those of low severity of that type") << json(R"({"lowConflicts": "last-write-wins"})") << none
            << json(R"({"types": {"customers": {"conflicts": "client-wins"}}})")
            << json(R"({"lowConflicts": "last-write-wins", "types": {"customers": {"conflicts": "client-wins", "lowConflicts": "ask"}}})");
        QTest::newRow("what one level says means what it says alone") << none << none
            << json(R"({"lowConflicts": "last-write-wins", "types": {"customers": {"conflicts": "client-wins"}}})")
            << json(R"({"lowConflicts": "last-write-wins", "types": {"customers": {"conflicts": "client-wins"}}})");
        QTest::newRow("times are a strategy of their own") << json(R"({"strategy": "manual"})") << none << json(R"({"pullAt": ["06:00"]})") << json(R"({"pullAt": ["06:00"]})");
        QTest::newRow("and another strategy needs no times") << json(R"({"pullAt": ["06:00"]})") << none << json(R"({"strategy": "hybrid"})") << json(R"({"strategy": "hybrid"})");
        QTest::newRow("the firm's rules may speak of types that only other companies have") << json(R"({"types": {"pets": {"direction": "pull"}, "customers": {"direction": "pull"}}})") << none << none
            << json(R"({"types": {"customers": {"direction": "pull"}}})");
    }
    void whatIsSaidNearerHolds()
    {
        QFETCH(QJsonObject, tenant);
        QFETCH(QJsonObject, company);
        QFETCH(QJsonObject, connection);
        QFETCH(QJsonObject, together);
        Hub hub;
        auto &database = hub.company.database();
        value(setTenantRules(database, tenant));
        value(setCompanyRules(database, company));
        value(setRules(database, kServer, connection));
        QCOMPARE(value(rulesOf(database, kServer)), value(SyncRules::fromJson(together, database.schema())));
        QCOMPARE(withNearer(value(widerRulesJson(database)), connection), together);
        QCOMPARE(value(rulesJson(database, kServer)), connection); // what was said stays as it was said
        QCOMPARE(value(companyRulesJson(database)), company);
    }
    void theFirmsRulesAreReadStrictly_data()
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<QStringList>("problem");
        QTest::newRow("a type of no pack") << json(R"({"types": {"cats": {}}})") << QStringList{u"types.cats"_s, u"unknown"_s};
        QTest::newRow("a field that only one of two packs has") << json(R"({"types": {"customers": {"fieldConflicts": {"company": "ask"}}}})")
            << QStringList{u"types.customers.fieldConflicts.company"_s, u"unknown"_s};
        QTest::newRow("a typing error") << json(R"({"directoin": "pull"})") << QStringList{u"directoin"_s, u"unknown"_s};
        QTest::newRow("types that are none") << json(R"({"types": 5})") << QStringList{u"types"_s, u"type"_s};
        QTest::newRow("a type of another pack") << json(R"({"types": {"pets": {"direction": "pull"}}})") << QStringList();
    }
    void theFirmsRulesAreReadStrictly()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(QStringList, problem);
        Hub hub;
        const auto set = setTenantRules(hub.company.database(), rules);
        QCOMPARE(set ? QStringList() : set.error().args, problem);
    }
    void aRulesFileThatCannotBeReadStopsRatherThanWidens()
    {
        Hub hub;
        auto &database = hub.company.database();
        value(setTenantRules(database, json(R"({"direction": "pull"})")));
        QFile file(QFileInfo(database.path()).dir().filePath(u"rules.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"direction\": ");
        file.close();
        QCOMPARE(codeOf(rulesOf(database, kServer)), u"rules.unreadable"_s);
        QCOMPARE(codeOf(QCoro::waitFor(hub.mainEngine.run({}))), u"rules.unreadable"_s);
        const auto id = hub.create(named(u"Ek"_s)); // who types goes on typing
        QVERIFY(hub.open(id, kServer));
        value(setTenantRules(database, json(R"({"direction": "pull"})")));
        hub.sync(hub.mainEngine);
        QCOMPARE(hub.main.pushed, 0);
        QVERIFY(file.remove());
        QCOMPARE(codeOf(QCoro::waitFor(hub.mainEngine.run({}))), u"rules.missing"_s);
        value(setTenantRules(database, {}));
        hub.sync(hub.mainEngine);
        QCOMPARE(hub.main.live(kCustomers).size(), 1);
        QVERIFY(file.remove()); // of none nobody misses the file
        QVERIFY(!hub.sync(hub.mainEngine).error);
    }
    void rulesOfTheCompanyAreShownAndCanBeSetAside()
    {
        Hub hub;
        auto &database = hub.company.database();
        value(setCompanyRules(database, json(R"({"types": {"customers": {"fieldConflicts": {"phone": "server-wins"}}}})")));
        const FieldRule phone{kServer, kCustomers, u"phone"_s, u"server-wins"_s};
        QCOMPARE(value(fieldRules(database, {kServer})), QList<FieldRule>{phone});
        value(removeFieldRule(database, phone));
        QCOMPARE(value(fieldRules(database, {kServer})), QList<FieldRule>());
        QCOMPARE(value(rulesOf(database, kServer)).of(kCustomers).policyFor(u"phone"_s, true), QString());
        QCOMPARE(value(fieldRules(database, {kShop})).size(), 1); // where nobody took it back it holds
    }
    void aScheduleFollowsTheCompanysUntilItSaysOtherwise()
    {
        Hub hub;
        auto &database = hub.company.database();
        value(setCompanyRules(database, json(R"({"pullAt": ["06:00"]})")));
        auto schedule = value(scheduleOf(database, kServer));
        QVERIFY(schedule.strategy == SyncStrategy::Scheduled);
        value(setSchedule(database, kServer, schedule));
        QCOMPARE(value(rulesJson(database, kServer)), QJsonObject());
        schedule.strategy = SyncStrategy::Hybrid;
        value(setSchedule(database, kServer, schedule));
        QCOMPARE(value(rulesJson(database, kServer)), json(R"({"strategy": "hybrid"})"));
        QVERIFY(value(scheduleOf(database, kServer)).strategy == SyncStrategy::Hybrid);
    }
    void rulesAboutFieldsAreAddedAndTakenBack() // R-CON-10
    {
        Hub hub;
        auto &database = hub.company.database();
        const FieldRule phone{kServer, kCustomers, u"phone"_s, u"server-wins"_s};
        const FieldRule note{kServer, kCustomers, u"note"_s, u"client-wins"_s};
        const QJsonObject before{{u"batchSize"_s, 50}};
        value(setRules(database, kServer, before));
        value(addFieldRules(database, {phone}));
        value(addFieldRules(database, {note}));
        QCOMPARE(value(fieldRules(database, {kServer})), (QList<FieldRule>{note, phone}));
        QCOMPARE(value(rulesOf(database, kServer)).of(kCustomers).policyFor(u"phone"_s, true), u"server-wins"_s);
        value(removeFieldRule(database, phone));
        value(removeFieldRule(database, phone));
        QCOMPARE(value(fieldRules(database, {kServer})), QList<FieldRule>{note});
        value(removeFieldRule(database, note));
        QCOMPARE(value(rulesJson(database, kServer)), before);
        value(setRules(database, kServer, json(R"({"conflicts": "server-wins", "types": {"customers": {"fieldConflicts": {"phone": "client-wins"}}}})")));
        value(removeFieldRule(database, phone)); // who takes a rule back is asked again, whatever holds for the rest
        QCOMPARE(value(rulesOf(database, kServer)).of(kCustomers).policyFor(u"phone"_s, true), QString());
        QCOMPARE(value(fieldRules(database, {kServer})), QList<FieldRule>());
        // What a rule came in place of holds again without it.
        const auto byHand = json(R"({"types": {"customers": {"fieldConflicts": {"phone": "client-wins", "note": "ask"}}}})");
        value(setRules(database, kServer, byHand));
        value(addFieldRules(database, {phone}));
        value(addFieldRules(database, {phone}));
        value(addFieldRules(database, {note}));
        QCOMPARE(value(fieldRules(database, {kServer})), (QList<FieldRule>{note, phone}));
        value(removeFieldRule(database, phone));
        QCOMPARE(value(rulesOf(database, kServer)).of(kCustomers).policyFor(u"phone"_s, true), u"client-wins"_s);
        value(removeFieldRule(database, note));
        QCOMPARE(value(rulesJson(database, kServer)), byHand);
        QCOMPARE(codeOf(setRules(database, kServer, json(R"({"types": {"customers": {"earlierFieldConflicts": {"phone": ["nobody"]}}}})"))),
                 u"rules.invalid"_s);
        QCOMPARE(codeOf(addFieldRules(database, {{kServer, kCustomers, u"phoen"_s, u"server-wins"_s}})), u"rules.invalid"_s);
    }
    void rulesAboutFieldsAreUndone_data()
    {
        QTest::addColumn<QJsonObject>("before");
        QTest::newRow("there was none") << json(R"({})");
        QTest::newRow("a rule about all fields") << json(R"({"conflicts": "server-wins"})");
        QTest::newRow("another") << json(R"({"types": {"customers": {"fieldConflicts": {"phone": "client-wins"}}}})");
        QTest::newRow("another that has come in place of one")
            << json(R"({"types": {"customers": {"earlierFieldConflicts": {"phone": ["ask"]}, "fieldConflicts": {"phone": "client-wins"}}}})");
        QTest::newRow("the same") << json(R"({"types": {"customers": {"fieldConflicts": {"phone": "server-wins"}}}})");
    }
    void rulesAboutFieldsAreUndone() // UX.md 1.2 J27
    {
        QFETCH(QJsonObject, before);
        Hub hub;
        auto &database = hub.company.database();
        value(setRules(database, kServer, before));
        const QList<FieldRule> rules{{kServer, kCustomers, u"phone"_s, u"server-wins"_s}, {kServer, kCustomers, u"note"_s, u"client-wins"_s}};
        const auto added = value(addFieldRules(database, rules));
        QCOMPARE(added.size(), QString::fromLatin1(QTest::currentDataTag()) == u"the same" ? 1 : 2);
        QCOMPARE(value(fieldRules(database, {kServer})).size(), 2);
        QCOMPARE(value(undoFieldRules(database, added)), QList<FieldRule>());
        QCOMPARE(value(rulesJson(database, kServer)), before);
        QCOMPARE(value(undoFieldRules(database, added)), added); // they do not stand any more
        QCOMPARE(value(rulesJson(database, kServer)), before);
    }
    void aChangedRuleKeepsWhatItCameInPlaceOf()
    {
        Hub hub;
        auto &database = hub.company.database();
        const auto byHand = json(R"({"types": {"customers": {"fieldConflicts": {"phone": "client-wins"}}}})");
        value(setRules(database, kServer, byHand));
        FieldRule phone{kServer, kCustomers, u"phone"_s, u"server-wins"_s};
        value(addFieldRules(database, {phone}));
        phone.policy = u"last-write-wins"_s;
        value(changeFieldRule(database, phone));
        QCOMPARE(value(fieldRules(database, {kServer})), QList<FieldRule>{phone});
        value(removeFieldRule(database, phone));
        QCOMPARE(value(rulesJson(database, kServer)), byHand);
    }
    void whereAPersonIsAskedThereIsNoRule_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("field");
        QTest::newRow("a bank number") << u"suppliers"_s << u"bankgiro"_s;
        QTest::newRow("what weighs much") << u"customers"_s << u"currency"_s;
        QTest::newRow("a part of an address") << u"customers"_s << u"city"_s;
        QTest::newRow("the rows") << u"invoices"_s << u"rows"_s;
        QTest::newRow("a part of what is taken as a whole") << u"vouchers"_s << u"description"_s;
    }
    void whereAPersonIsAskedThereIsNoRule() // UX.md 1.2 J27: never for High
    {
        QFETCH(QString, type);
        QFETCH(QString, field);
        Hub hub;
        auto &database = hub.company.database();
        const FieldRule phone{kServer, kCustomers, u"phone"_s, u"server-wins"_s};
        const FieldRule refused{kServer, EntityType(type), field, u"server-wins"_s};
        const auto added = addFieldRules(database, {phone, refused});
        QVERIFY(!added);
        QCOMPARE(added.error().code, u"rules.fieldAsks"_s);
        QCOMPARE(added.error().args, (QStringList{type, field}));
        QCOMPARE(value(rulesJson(database, kServer)), QJsonObject()); // all or none
        QCOMPARE(codeOf(changeFieldRule(database, refused)), u"rules.fieldAsks"_s);
        const QJsonObject fields{{field, u"server-wins"_s}};
        const QJsonObject rules{{u"types"_s, QJsonObject{{type, QJsonObject{{u"fieldConflicts"_s, fields}}}}}};
        QCOMPARE(codeOf(setRules(database, kServer, rules)), u"rules.fieldAsks"_s);
        QCOMPARE(codeOf(setCompanyRules(database, rules)), u"rules.fieldAsks"_s);
        QCOMPARE(codeOf(setTenantRules(database, rules)), u"rules.fieldAsks"_s);
        QCOMPARE(value(widerRulesJson(database)), QJsonObject());
        QCOMPARE(value(rulesJson(database, kServer)), QJsonObject());
        // One from before this was refused does not keep the connection from its other rules, and can be taken back.
        auto transaction = value(Transaction::begin(database.sql(), Durability::ProcessCrash));
        value(writeRules(database, kServer, rules));
        value(transaction.commit());
        value(rulesOf(database, kServer));
        value(setSchedule(database, kServer, {SyncStrategy::Manual, {}, {}, true}));
        value(addFieldRules(database, {phone}));
        value(removeFieldRule(database, refused));
        QCOMPARE(value(fieldRules(database, {kServer})), QList<FieldRule>{phone});
    }
    void whatWeighsMuchIsNotRuled()
    {
        Hub hub;
        const auto fieldsOf = [&](const char *type) { return ruledFields(*hub.company.database().schema().find(EntityType(QString::fromUtf8(type)))); };
        const auto suppliers = fieldsOf("suppliers");
        for (const auto *ruled : {"phone", "note", "email", "name"})
            QVERIFY2(suppliers.contains(QString::fromUtf8(ruled)), ruled);
        for (const auto *never : {"bankgiro", "iban", "vatNumber", "currency", "city"}) // the last one is of the address
            QVERIFY2(!suppliers.contains(QString::fromUtf8(never)), never);
        const auto invoices = fieldsOf("invoices");
        for (const auto *never : {"rows", "total", "ocr", "booked", "customer", "documentNumber"})
            QVERIFY2(!invoices.contains(QString::fromUtf8(never)), never);
        QVERIFY(fieldsOf("vouchers").isEmpty()); // they are taken as a whole
    }

    void lowSeverityHasARuleOfItsOwn_data() // R-CON-03
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<QString>("phone"); // "": asked
        QTest::newRow("low goes to theirs, the rest to mine") << json(R"({"conflicts": "client-wins", "lowConflicts": "server-wins"})") << u"2"_s;
        QTest::newRow("a rule of the field comes first") << json(R"({"lowConflicts": "server-wins", "fieldConflicts": {"phone": "client-wins"}})") << u"1"_s;
        QTest::newRow("without a rule even low is asked") << json(R"({})") << QString();
    }
    void lowSeverityHasARuleOfItsOwn()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(QString, phone);
        Hub hub;
        const auto there = hub.main.add(kCustomers, {{u"name"_s, u"Ek"_s}, {u"phone"_s, u"0"_s}});
        hub.sync(hub.mainEngine);
        hub.rules(kServer, forCustomers(rules));
        const auto id = hub.localOf(there, kServer);
        hub.edit(id, {{u"phone"_s, u"1"_s}});
        hub.main.set(kCustomers, there, {{u"name"_s, u"Ek"_s}, {u"phone"_s, u"2"_s}});
        const auto report = hub.sync(hub.mainEngine);
        QCOMPARE(report.counts.conflicts, phone.isEmpty() ? 1 : 0);
        if (!phone.isEmpty())
            QCOMPARE(hub.record(id)->body["phone"_L1].toString(), phone);
    }

    // UX.md 1.2 E19: a rule cannot know whether it is one row or two.
    void aProbableDuplicateIsAskedWhateverTheRule()
    {
        const auto schema = value(Schema::load({u"accounting"_s}));
        const auto &invoices = *schema.find(EntityType(u"invoices"_s));
        const MergeInput versions{json(R"({"rows": []})"),
                                  json(R"({"rows": [{"rowId": "m", "description": "Journey"}]})"),
                                  json(R"({"rows": [{"rowId": "t", "description": "Journey"}]})")};
        TypeRules rules;
        rules.conflicts = u"server-wins"_s;
        rules.fieldConflicts.insert(u"rows"_s, u"client-wins"_s);
        QVERIFY(!value(settledByRule(invoices, rules, versions, value(merge(invoices, versions)), {})));
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
