// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/requestpreview.h"
#include "core/sync/hold.h"
#include "hubfixture.h"

#include <QTest>

#include <functional>

using namespace hubfixture;

namespace {

using State = std::optional<QJsonObject>;
const QJsonArray kNarrow{u"yourReference"_s, u"customer"_s, u"currency"_s, u"invoiceDate"_s, u"rows"_s};
using Ends = OutgoingRecords::Hindrance::Ends;

QJsonObject noted(QJsonObject body, const QString &note, const QString &reference)
{
    body[u"note"_s] = note;
    body[u"yourReference"_s] = reference;
    return body;
}

QJsonObject forInvoices(const QJsonObject &rules)
{
    return {{u"types"_s, QJsonObject{{kInvoices.toString(), rules}}}};
}

//! Two remotes that know one invoice, and a question about it.
class Question : public Hub
{
public:
    Question() : known(invoiceEverywhere()) { }

    void editHere(const QJsonObject &patch) { value(editor.update(kInvoices, known.id, patch, kAnna)); }
    void removeHere() { value(editor.remove(kInvoices, known.id, kAnna)); }
    void editThere() { main.set(kInvoices, known.there, noted(main.body(kInvoices, known.there), u"theirs"_s, u"Kalle"_s)); }
    //! Both sides changed the note.
    void changeBoth()
    {
        editHere({{u"note"_s, u"mine"_s}});
        editThere();
        sync(mainEngine);
    }
    [[nodiscard]] Conflict asked() { return value(resolver.current(openConflicts().first().id)); }
    [[nodiscard]] QList<PlannedRequest> planned(const State &result)
    {
        return value(plannedRequests(writer, company.clock, company.random, asked(), result));
    }
    //! What the resolver decides on.
    [[nodiscard]] State resultOf(Strategy strategy, const State &typed)
    {
        const auto conflict = asked();
        return value(frost::decide(*company.database().schema().find(kInvoices), strategy, {conflict.versions, {}, {}, typed}));
    }
    void decide(Strategy strategy, const State &typed = {})
    {
        main.received.clear();
        shop.received.clear();
        value(resolver.resolve(asked().id, strategy, typed, kAnna));
    }

    Everywhere known;
};

//! A request in one line.
QString lineOf(const ConnectionId &to, OperationKind kind, const RemoteId &id, const QString &version, const QJsonObject &body)
{
    return QStringList{to.toString(), toString(kind), id.toString(), version, QString::fromUtf8(toCanonicalJson(body))}.join(u' ');
}

QStringList linesOf(const QList<PlannedRequest> &planned)
{
    QStringList lines;
    for (const auto &request : planned) {
        if (!request.waits)
            lines.append(lineOf(request.connection, request.kind, request.remote, request.baseVersion, request.body));
    }
    return lines;
}

QStringList receivedBy(const Shop &remote, const ConnectionId &connection)
{
    QStringList lines;
    for (const auto &request : remote.received) {
        const auto sent = value(parseJsonObject(request.bytes));
        const auto version = sent[u"baseVersion"_s].toString();
        lines.append(lineOf(connection, request.kind, request.remote, isContentTag(version) ? QString() : version, sent[u"data"_s].toObject()));
    }
    return lines;
}

using Work = std::function<void(Question &)>;

//! A way to a question, and how it is answered.
struct Case {
    Work ask;
    Strategy strategy;
    bool typed = false; //!< both notes, and a reference
    QStringList to;     //!< connections that get a request
};

} // namespace

Q_DECLARE_METATYPE(Case)

// UX.md 1.2 L32: what is shown before is what goes out.
class RequestPreviewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsPlannedIsWhatArrives_data()
    {
        QTest::addColumn<Case>("it");
        const QString server = kServer.toString();
        const QString shop = kShop.toString();
        const auto both = [](Question &at) { at.changeBoth(); };
        QTest::newRow("mine goes to both") << Case{both, Strategy::ClientWins, false, {server, shop}};
        QTest::newRow("theirs is there already, and goes to the other one") << Case{both, Strategy::ServerWins, false, {shop}};
        QTest::newRow("what was typed goes to both") << Case{both, Strategy::Manual, true, {server, shop}};
        const auto sold = [](Question &at) {
            at.editHere({{u"note"_s, u"mine"_s}});
            at.sync(at.shopEngine);
            at.editThere();
            at.sync(at.mainEngine);
        };
        QTest::newRow("mine is known to the other one") << Case{sold, Strategy::ClientWins, false, {server}};
        QTest::newRow("theirs takes the place of mine there") << Case{sold, Strategy::ServerWins, false, {shop}};
        const auto pulled = [](Question &at) {
            at.rules(kShop, forInvoices({{u"direction"_s, u"pull"_s}}));
            value(at.writer.reloadConnections());
            at.changeBoth();
        };
        QTest::newRow("theirs, and the other one is told nothing") << Case{pulled, Strategy::ServerWins, false, {}};
        QTest::newRow("mine, and the other one is told nothing") << Case{pulled, Strategy::ClientWins, false, {server}};
        const auto narrow = [](Question &at) {
            at.rules(kShop, forInvoices({{u"fields"_s, kNarrow}}));
            value(at.writer.reloadConnections());
            at.changeBoth();
        };
        QTest::newRow("the other one is not sent what its rules leave out") << Case{narrow, Strategy::Manual, true, {server, shop}};
        QTest::newRow("what the rules leave out is no reason to send") << Case{narrow, Strategy::ClientWins, false, {server}};
        const auto mainNarrow = [](Question &at) {
            at.rules(kServer, forInvoices({{u"fields"_s, QJsonArray{u"note"_s, u"customer"_s, u"currency"_s, u"invoiceDate"_s, u"rows"_s}}}));
            at.changeBoth();
        };
        QTest::newRow("nor is the one that was asked about") << Case{mainNarrow, Strategy::Manual, true, {server, shop}};
        const auto removed = [](Question &at) {
            at.removeHere();
            at.editThere();
            at.sync(at.mainEngine);
        };
        QTest::newRow("a deletion goes to both") << Case{removed, Strategy::ClientWins, false, {server, shop}};
        QTest::newRow("a deletion is taken back") << Case{removed, Strategy::ServerWins, false, {shop}};
        const auto gone = [](Question &at) {
            at.editHere({{u"note"_s, u"mine"_s}});
            at.main.remove(kInvoices, at.known.there);
            at.sync(at.mainEngine);
        };
        QTest::newRow("what was deleted there lives again") << Case{gone, Strategy::ClientWins, false, {server, shop}};
        QTest::newRow("what was deleted there goes everywhere") << Case{gone, Strategy::ServerWins, false, {shop}};
        const auto lost = [](Question &at) {
            at.editHere({{u"note"_s, u"mine"_s}});
            at.main.forget(kInvoices, at.known.there);
            at.sync(at.mainEngine);
        };
        const auto numbered = [](Question &at) {
            at.editHere({{u"note"_s, u"mine"_s}});
            auto theirs = noted(at.main.body(kInvoices, at.known.there), u"theirs"_s, u"Kalle"_s);
            theirs[u"documentNumber"_s] = u"1042"_s;
            at.main.set(kInvoices, at.known.there, theirs);
            at.sync(at.mainEngine);
        };
        QTest::newRow("mine keeps the number that was given there") << Case{numbered, Strategy::ClientWins, false, {server, shop}};
        QTest::newRow("what was lost there is made anew") << Case{lost, Strategy::ClientWins, false, {server, shop}};
    }
    void whatIsPlannedIsWhatArrives()
    {
        QFETCH(Case, it);
        Question at;
        it.ask(at);
        QCOMPARE(at.openConflicts().size(), 1);
        const auto &versions = at.asked().versions;
        const auto typed = it.typed ? State(noted(*versions.mine, u"mine and theirs"_s, u"Kalle Ek"_s)) : State();
        const auto result = at.resultOf(it.strategy, typed);
        const auto revision = at.record(at.known.id, kInvoices)->revision;
        const auto planned = at.planned(result);
        QCOMPARE(at.record(at.known.id, kInvoices)->revision, revision);
        QStringList to;
        for (const auto &request : planned)
            to.append(request.connection.toString());
        QCOMPARE(to, it.to);

        at.decide(it.strategy, typed);
        at.sync(at.mainEngine);
        at.sync(at.shopEngine);
        QCOMPARE(linesOf(planned), receivedBy(at.main, kServer) + receivedBy(at.shop, kShop));
    }

    void fieldsOutsideTheRulesAreNotSent()
    {
        Question at;
        at.rules(kShop, forInvoices({{u"fields"_s, kNarrow}}));
        value(at.writer.reloadConnections());
        at.changeBoth();
        const auto planned = at.planned(noted(*at.asked().versions.mine, u"mine and theirs"_s, u"Kalle Ek"_s));
        QCOMPARE(planned.size(), 2);
        QCOMPARE(planned.first().body[u"note"_s].toString(), u"mine and theirs"_s);
        QCOMPARE(planned.first().withheld, QStringList());
        QCOMPARE(planned.last().body[u"yourReference"_s].toString(), u"Kalle Ek"_s);
        QVERIFY(planned.last().body[u"note"_s].toString() != u"mine and theirs"_s);
        QCOMPARE(planned.last().withheld, QStringList{u"note"_s});
    }

    void whatIsMadeAnewHasOnlyWhatTheRulesExchange()
    {
        Question at;
        at.rules(kShop, forInvoices({{u"fields"_s, kNarrow}}));
        value(at.writer.reloadConnections());
        at.shop.forget(kInvoices, at.known.inShop);
        at.editHere({{u"note"_s, u"mine"_s}, {u"yourReference"_s, u"Kalle Ek"_s}});
        at.sync(at.shopEngine);
        QCOMPARE(at.asked().connection, kShop);
        const auto planned = at.planned(at.asked().versions.mine);
        QCOMPARE(planned.size(), 2); // the server has not heard of the edit yet
        QCOMPARE(int(planned.last().kind), int(OperationKind::Create));
        QVERIFY(planned.last().remote.isEmpty());
        QVERIFY(!planned.last().body.contains(u"note"_s));
        QCOMPARE(planned.last().withheld, QStringList{u"note"_s});
        at.decide(Strategy::ClientWins);
        at.sync(at.mainEngine);
        at.sync(at.shopEngine);
        QCOMPARE(linesOf(planned), receivedBy(at.main, kServer) + receivedBy(at.shop, kShop));
    }

    void referencesAreThatSystemsIds()
    {
        Question at;
        at.changeBoth();
        const auto planned = at.planned(*at.asked().versions.mine);
        QCOMPARE(planned.size(), 2);
        for (qsizetype i = 0; i < planned.size(); ++i) {
            const auto &remote = i == 0 ? at.main : at.shop;
            QCOMPARE(planned[i].body[u"customer"_s].toString(), remote.live(kCustomers).first().toString());
        }
    }

    void whatItRefersToGoesFirst()
    {
        Question at;
        at.changeBoth();
        auto result = *at.asked().versions.mine;
        const auto customer = at.create(named(u"Ny kund"_s));
        result[u"customer"_s] = customer.toString();
        const auto planned = at.planned(result);
        QCOMPARE(planned.size(), 2);
        for (const auto &request : planned) {
            QVERIFY(request.waits);
            QCOMPARE(request.waits->code, u"parent.waiting"_s);
            QCOMPARE(request.waits->args, (QStringList{kCustomers.toString(), customer.toString()}));
        }
    }

    void whatRefersToNothingIsNeverSent()
    {
        Question at;
        at.changeBoth();
        auto result = *at.asked().versions.mine;
        const auto customer = at.create(named(u"Ny kund"_s));
        value(at.editor.remove(kCustomers, customer, kAnna));
        result[u"customer"_s] = customer.toString();
        const auto planned = at.planned(result);
        QCOMPARE(planned.size(), 2);
        QCOMPARE(planned.first().waits->code, u"reference.deletedHere"_s);
        QCOMPARE(int(planned.first().waits->ends), int(Ends::Never));
    }

    // Until the hubs' server has it nobody makes it at the system they share.
    void whatHubsShareGoesToTheirServerFirst_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("waits");
        QTest::newRow("the server has it") << u"the shop lost it"_s << false;
        QTest::newRow("the server gets it anew") << u"the server lost it"_s << true;
        QTest::newRow("the server is not to get it") << u"it stays here"_s << false;
    }
    void whatHubsShareGoesToTheirServerFirst()
    {
        QFETCH(QString, how);
        QFETCH(bool, waits);
        Question at;
        value(rememberSystem(at.company.database(), kShop, u"shop:acme"_s));
        if (how == u"the server lost it"_s) {
            at.shop.forget(kInvoices, at.known.inShop);
            at.company.write([&] { value(at.links(kShop).remove(kInvoices, at.known.id)); });
            at.editHere({{u"note"_s, u"mine"_s}});
            at.main.forget(kInvoices, at.known.there);
            at.sync(at.mainEngine);
        } else {
            at.editHere({{u"note"_s, u"mine"_s}});
            at.shop.forget(kInvoices, at.known.inShop);
            at.sync(at.shopEngine);
        }
        if (how == u"it stays here"_s) {
            at.company.write([&] {
                value(at.links(kServer).remove(kInvoices, at.known.id));
                value(at.writer.outbox().transition((*value(at.writer.outbox().open(kServer, kInvoices, at.known.id))).id, OperationState::Cancelled));
            });
            at.rules(kServer, forInvoices({{u"direction"_s, u"pull"_s}}));
        }
        const auto planned = at.planned(at.asked().versions.mine);
        QCOMPARE(planned.last().connection, kShop);
        QCOMPARE(int(planned.last().kind), int(OperationKind::Create));
        QCOMPARE(planned.last().waits.has_value(), waits);
        if (waits) {
            QCOMPARE(planned.last().waits->code, u"hubs.waiting"_s);
            QCOMPARE(planned.last().waits->args, QStringList{kServer.toString()});
        }
    }

    void whatKeepingBothSendsIsWhatArrives_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("the other connection has neither") << false;
        QTest::newRow("the other connection has mine") << true;
    }
    void whatKeepingBothSendsIsWhatArrives()
    {
        QFETCH(bool, known);
        Hub hub;
        hub.create({{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"K1"_s}});
        if (known)
            hub.sync(hub.shopEngine);
        hub.main.add(kCustomers, {{u"name"_s, u"Oak"_s}, {u"customerNumber"_s, u"K1"_s}, {u"city"_s, u"Lund"_s}});
        hub.sync(hub.mainEngine);
        const auto conflict = value(hub.resolver.current(hub.openConflicts().first().id));
        const auto planned = value(plannedKeepBoth(hub.writer, hub.conflicts, hub.company.clock, hub.company.random, conflict, u"K7"_s));
        QCOMPARE(planned.mine.size(), 2);
        QCOMPARE(planned.theirs.size(), 1);
        QCOMPARE(hub.openConflicts().size(), 1);
        hub.main.received.clear();
        hub.shop.received.clear();
        value(hub.resolver.resolve(conflict.id, {.strategy = Strategy::KeepBoth, .number = u"K7"_s}, kAnna));
        hub.sync(hub.mainEngine);
        hub.sync(hub.shopEngine);
        auto lines = linesOf(planned.mine + planned.theirs);
        auto received = receivedBy(hub.main, kServer) + receivedBy(hub.shop, kShop);
        lines.sort(); // what is created goes before what is changed
        received.sort();
        QCOMPARE(lines, received);
    }

    void rulesHoldItBack()
    {
        Question at;
        at.changeBoth();
        at.rules(kServer, forInvoices({{u"direction"_s, u"pull"_s}}));
        const auto planned = at.planned(at.asked().versions.mine);
        QCOMPARE(planned.size(), 2);
        QCOMPARE(planned.first().waits->code, u"direction.held"_s);
        QVERIFY(!planned.last().waits);
        at.decide(Strategy::ClientWins);
        at.sync(at.mainEngine);
        QVERIFY(at.main.received.empty());
    }

    void aMissingRightHoldsItBack()
    {
        Question at;
        at.changeBoth();
        value(Connections(at.company.sql(), at.company.clock).update(kServer, {{u"permissions"_s, QJsonArray{u"invoices:read"_s}}}));
        const auto planned = at.planned(at.asked().versions.mine);
        QCOMPARE(planned.first().waits->code, u"permission.missing"_s);
        QCOMPARE(planned.first().waits->args, QStringList{u"invoices:update"_s});
    }

    void whatHasNoAnswerYetIsSettledFirst()
    {
        Question at;
        at.editHere({{u"note"_s, u"mine"_s}});
        at.syncUnanswered(at.shop, Shop::Answers::NothingArrives);
        at.editThere();
        at.sync(at.mainEngine);
        const auto planned = at.planned(noted(*at.asked().versions.mine, u"both"_s, u"Kalle"_s));
        QCOMPARE(planned.size(), 2);
        QVERIFY(!planned.first().waits);
        QCOMPARE(planned.last().waits->code, u"verify.tooEarly"_s);
    }

    void whatIsAskedAboutThereIsDecidedFirst()
    {
        Question at;
        at.changeBoth();
        at.shop.set(kInvoices, at.known.inShop, noted(at.shop.body(kInvoices, at.known.inShop), u"the shop's"_s, u"Eva"_s));
        at.sync(at.shopEngine);
        QCOMPARE(at.openConflicts().size(), 2);
        QCOMPARE(at.asked().connection, kServer);
        const auto planned = at.planned(at.asked().versions.mine);
        QCOMPARE(planned.size(), 2);
        QVERIFY(!planned.first().waits);
        QVERIFY(planned.last().waits->code.startsWith(u"conflict."_s));
    }

    void whatRefersToItIsDeletedFirst()
    {
        Hub hub;
        const auto known = hub.invoiceEverywhere();
        const auto customer = hub.localOf(hub.main.live(kCustomers).first(), kServer);
        const auto there = hub.main.live(kCustomers).first();
        value(hub.editor.remove(kInvoices, known.id, kAnna));
        value(hub.editor.remove(kCustomers, customer, kAnna));
        hub.main.set(kCustomers, there, named(u"Ek & Son"_s));
        hub.syncUnanswered(hub.main, Shop::Answers::NothingArrives);
        const auto conflict = value(hub.resolver.current(hub.openConflicts().first().id));
        const auto planned = value(plannedRequests(hub.writer, hub.company.clock, hub.company.random, conflict, std::nullopt));
        QCOMPARE(planned.size(), 2);
        QCOMPARE(int(planned.first().kind), int(OperationKind::Delete));
        QCOMPARE(planned.first().waits->code, u"children.waiting"_s);
    }
};

QTEST_GUILESS_MAIN(RequestPreviewTest)
#include "requestpreview_test.moc"
