// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include "core/outbox/queueeditor.h"
#include "core/sync/conflicthistory.h"

#include <QTest>

using namespace syncfixture;

namespace {
const LocalId kMadeAs(u"tmp-01j9zk3v7q8xw2f5r6t0y4b1nc"_s);
const QJsonObject kNumbered{{u"name"_s, u"Ek AB"_s}, {u"customerNumber"_s, u"K1"_s}};

QJsonObject with(QJsonObject body, const QString &field, const QString &text)
{
    body.insert(field, text);
    return body;
}

//! The remote's customer 7, who lives there.
RemoteRecord customerIn(const QString &city, const QString &version)
{
    return remoteCustomer(u"7"_s, version, with(kNumbered, u"city"_s, city));
}

//! A remote record whose row is no row: it cannot be brought into our form.
RemoteRecord unreadable(const QString &id)
{
    auto invoice = remoteInvoice(id, u"7"_s);
    invoice.body[u"rows"_s] = u"none"_s;
    return invoice;
}
} // namespace

class PullTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_office = std::make_unique<SyncOffice>(); }

    void aPageAndItsCheckpointStayTogether()
    {
        m_office->remote.pages = {page({remoteCustomer(u"7"_s, u"1"_s, named(u"Ek"_s))}, u"c1"_s, true),
                                  page({remoteCustomer(u"8"_s, u"1"_s, named(u"Bok"_s))}, u"c2"_s)};
        const auto report = m_office->sync();
        QCOMPARE(toString(report.state), u"done"_s);
        QCOMPARE(report.counts.created, 2);
        QCOMPARE(m_office->remote.pulls.at(1).checkpoint, u"c1"_s);
        QCOMPARE(value(m_office->links().checkpoint(u"all"_s)), u"c2"_s);
    }

    // A remote that promises more and gives the same position again would keep a run for ever.
    void aPositionThatDoesNotMoveIsMalformed()
    {
        for (int i = 0; i < 50; ++i)
            m_office->remote.pages.push_back(page({remoteCustomer(u"7"_s, u"1"_s, named(u"Ek"_s))}, u"c1"_s, true));
        const auto report = m_office->sync();
        QCOMPARE(report.error->code, u"remote.malformed"_s);
        QCOMPARE(report.error->kind, ErrorKind::Corrupt);
        QVERIFY(m_office->remote.pulls.size() < 4);
    }

    // One record that cannot be read stays alone; a later full pull brings it.
    void oneUnreadableRecordDoesNotStopTheConnection()
    {
        m_office->remote.pages = {page({remoteCustomer(u"7"_s, u"1"_s, named(u"Ek"_s)), unreadable(u"9"_s),
                                        remoteCustomer(u"8"_s, u"1"_s, named(u"Bok"_s))})};
        const auto report = m_office->sync();
        QVERIFY2(!report.error, report.error ? qPrintable(report.error->logLine()) : "");
        QCOMPARE(toString(report.state), u"partial"_s);
        QCOMPARE(report.counts.created, 2);
        QCOMPARE(report.counts.failed, 1);
        QCOMPARE(value(m_office->links().checkpoint(u"all"_s)), u"c1"_s);
        QCOMPARE(m_office->count(kInvoices), 0);
        QVERIFY(m_office->localOf(u"9"_s, kInvoices).isEmpty());
        QCOMPARE(m_office->audited("unreadable"), 1);

        m_office->remote.pages = {page({remoteCustomer(u"7"_s, u"1"_s, named(u"Ek"_s)), remoteInvoice(u"9"_s, u"7"_s)})};
        QCOMPARE(toString(m_office->sync(PullMode::Full).state), u"done"_s);
        QCOMPARE(m_office->count(kInvoices), 1);
        QCOMPARE(m_office->faults(), QStringList());
    }

    // R-MON-03: the trail names who changed a record, not whose computer took it in.
    void theTrailNamesWhoeverChangedIt()
    {
        auto theirs = customerIn(u"Lund"_s, u"1"_s);
        theirs.updatedBy = u"bjorn@firm.se"_s;
        m_office->remote.pages = {page({theirs})};
        m_office->sync();
        const auto ours = m_office->localOf(u"7"_s);
        auto last = value(m_office->writer.audit().list(1, kCustomers, ours)).first();
        QCOMPARE(last.actor.user.toString(), u"bjorn@firm.se"_s);
        QCOMPARE(toString(last.actor.source), u"sync"_s);
        QCOMPARE(last.action, u"create"_s);

        m_office->edit(ours, {{u"name"_s, u"Ek & Son"_s}});
        theirs = customerIn(u"Ystad"_s, u"2"_s);
        theirs.updatedBy = u"bjorn@firm.se"_s;
        m_office->remote.pages = {page({theirs}, u"c2"_s)};
        QCOMPARE(m_office->sync().counts.merged, 1);
        const auto entries = value(m_office->writer.audit().list(-1, kCustomers, ours));
        QVERIFY(std::any_of(entries.begin(), entries.end(), [](const AuditEntry &entry) {
            return entry.actor.source == Source::Sync && entry.actor.user == UserId(u"bjorn@firm.se"_s) && entry.change.contains(u"city"_s);
        }));
        // That both were put together was nobody's decision: it is the program's, in the name of whoever runs it.
        const auto merges = value(m_office->writer.audit().find({.record = ours, .action = u"merge"_s}));
        QCOMPARE(merges.size(), 1);
        QCOMPARE(toString(merges.first().actor.source), u"sync"_s);
        QCOMPARE(merges.first().actor.user.toString(), kAnna.user.toString());
        const auto told = value(m_office->conflicts.history({.record = ours}));
        QCOMPARE(told.size(), 1);
        QCOMPARE(merges.first().change["conflict"_L1].toInteger(), told.first().id);
    }

    // --- Twins: two people made the same customer before they met.

    void twins_data()
    {
        QTest::addColumn<QStringList>("order"); // of the remote's changes
        QTest::addColumn<bool>("onePage");
        QTest::newRow("the customer comes first") << QStringList{u"customer"_s, u"invoice"_s} << true;
        QTest::newRow("the customer comes first, a page earlier") << QStringList{u"customer"_s, u"invoice"_s} << false;
        QTest::newRow("the invoice comes first") << QStringList{u"invoice"_s, u"customer"_s} << true;
        QTest::newRow("the invoice comes first, a page earlier") << QStringList{u"invoice"_s, u"customer"_s} << false;
        QTest::newRow("two invoices around the customer") << QStringList{u"invoice"_s, u"customer"_s, u"second"_s} << true;
    }

    void twinsThatDifferBecomeOneConflictAndThenOneCustomer_data() { twins_data(); }
    void twinsThatDifferBecomeOneConflictAndThenOneCustomer()
    {
        const auto ours = m_office->create(with(kNumbered, u"city"_s, u"Umeå"_s));
        bring(with(kNumbered, u"city"_s, u"Lund"_s));
        QCOMPARE(toString(m_office->sync().state), u"partial"_s);

        QCOMPARE(m_office->count(), 1);
        QCOMPARE(m_office->openConflicts().size(), 1);
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        everyInvoiceIsFor(ours);
        const auto conflict = m_office->openConflicts().first();
        QCOMPARE(conflict.record, ours);

        value(m_office->resolver.resolve(conflict.id, Strategy::ClientWins, std::nullopt, kAnna));
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        QCOMPARE(toString(m_office->remote.pushes.back().front().kind), u"update"_s);
        QCOMPARE(m_office->remote.pushes.back().front().remote, RemoteId(u"7"_s));
        QCOMPARE(m_office->count(), 1);
        QCOMPARE(m_office->state(ours), u"done"_s);
        QCOMPARE(m_office->faults(), QStringList());
    }

    void twinsThatAgreeBecomeOneCustomer_data() { twins_data(); }
    void twinsThatAgreeBecomeOneCustomer()
    {
        const auto ours = m_office->create(kNumbered);
        bring(m_office->body(ours));
        QCOMPARE(toString(m_office->sync().state), u"done"_s);
        QCOMPARE(m_office->count(), 1);
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        QVERIFY(m_office->remote.pushes.empty());
        everyInvoiceIsFor(ours);
        QCOMPARE(m_office->faults(), QStringList());
    }

    // R-CON-05: two that were given one number are not one record, or only a person says so.
    void twinsAreNobodysToDecide_data() { twins_data(); }
    void twinsAreNobodysToDecide()
    {
        value(setRules(m_office->company.database(), kServer, {{u"conflicts"_s, u"server-wins"_s}}));
        const auto ours = m_office->create(with(kNumbered, u"city"_s, u"Umeå"_s));
        bring(with(kNumbered, u"city"_s, u"Lund"_s));
        m_office->sync();
        QCOMPARE(m_office->openConflicts().size(), 1);
        QCOMPARE(toString(m_office->openConflicts().first().conflictType), u"duplicate-key"_s);
        QCOMPARE(m_office->body(ours)["city"_L1].toString(), u"Umeå"_s);
    }

    void twoRecordsWithOneNumberBothStay_data() { twins_data(); }
    void twoRecordsWithOneNumberBothStay()
    {
        const auto ours = m_office->create(with(kNumbered, u"city"_s, u"Umeå"_s));
        const auto note = m_office->create({{u"customer"_s, ours.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}}, kInvoices);
        bring(with(kNumbered, u"city"_s, u"Lund"_s));
        m_office->sync();
        const auto conflict = m_office->openConflicts().first();
        QCOMPARE(toString(conflict.severity), u"critical"_s); // a number that is taken: UX.md 1.2 F
        const auto offer = value(m_office->resolver.keepBothOffer(conflict));
        QVERIFY(offer && !offer->given);
        const auto mine = value(m_office->resolver.resolve(conflict.id, Strategy::KeepBoth, {}, kAnna));
        QCOMPARE(mine.id, ours);
        QCOMPARE(mine.body["customerNumber"_L1].toString(), offer->number);
        QVERIFY(offer->number != kNumbered["customerNumber"_L1].toString());
        const auto theirs = m_office->localOf(u"7"_s);
        QVERIFY(!theirs.isEmpty() && theirs != ours);
        QCOMPARE(m_office->body(theirs)["city"_L1].toString(), u"Lund"_s);
        QCOMPARE(m_office->body(theirs)["customerNumber"_L1], kNumbered["customerNumber"_L1]);
        QCOMPARE(m_office->body(note, kInvoices)["customer"_L1].toString(), ours.toString());
        m_office->sync();
        QCOMPARE(m_office->count(), 2);
        QCOMPARE(m_office->state(ours), u"done"_s);
        QVERIFY(m_office->localOf(u"7"_s) == theirs);
        QVERIFY(value(m_office->links().find(kCustomers, ours))->syncedAt.isValid());
        QStringList made; // there
        for (const auto &batch : m_office->remote.pushes) {
            for (const auto &request : batch)
                made += request.type.toString() + u' ' + toString(request.kind);
        }
        QCOMPARE(made, (QStringList{u"customers create"_s, u"invoices create"_s}));
        // What came from there means theirs, what was made here means ours.
        const auto records = value(value(m_office->company.database().objectStore(kInvoices)).select({}));
        for (const auto &invoice : records)
            QCOMPARE(invoice.body["customer"_L1].toString(), (invoice.id == note ? ours : theirs).toString());
        QCOMPARE(m_office->faults(), QStringList());
        ConflictHistory history(m_office->writer, m_office->editor, m_office->conflicts, m_office->company.clock, m_office->company.random);
        const auto told = value(history.find(conflict.id));
        QCOMPARE(told.conflict.strategy, u"keep-both"_s);
        QVERIFY(!told.mayBeUndone);
        QCOMPARE(codeOf(history.undo(conflict.id, kAnna)), u"decision.sent"_s);
    }
    // The draft brings a number that a booked invoice of somebody else has: not "theirs" alone is left.
    void aNumberTakenByABookedInvoiceLosesNobodysDraft()
    {
        const auto customer = m_office->create(named(u"Ek"_s));
        m_office->sync();
        const auto there = value(m_office->links().find(kCustomers, customer))->remote.toString();
        auto booked = remoteInvoice(u"9"_s, there);
        booked.body.insert(u"documentNumber"_s, u"1042"_s);
        booked.body.insert(u"currency"_s, u"EUR"_s);
        booked.body.insert(u"booked"_s, true);
        const auto draft = m_office->create({{u"customer"_s, customer.toString()}, {u"documentNumber"_s, u"1042"_s},
                                             {u"invoiceDate"_s, u"2026-01-06"_s}, {u"currency"_s, u"SEK"_s}}, kInvoices);
        m_office->remote.pages.push_back(page({booked}, u"c8"_s));
        m_office->sync();
        const auto conflict = m_office->openConflicts().first();
        QCOMPARE(codeOf(m_office->resolver.resolve(conflict.id, Strategy::ClientWins, {}, kAnna)), u"merge.closed"_s);
        const auto offer = value(m_office->resolver.keepBothOffer(conflict));
        QVERIFY(offer && offer->given);
        QCOMPARE(offer->number, u"1043*"_s);
        value(m_office->resolver.resolve(conflict.id, Strategy::KeepBoth, {}, kAnna));
        QCOMPARE(m_office->body(draft, kInvoices)["documentNumber"_L1].toString(), u"1043*"_s);
        QCOMPARE(m_office->body(draft, kInvoices)["currency"_L1].toString(), u"SEK"_s);
        const auto theirs = m_office->localOf(u"9"_s, kInvoices);
        QVERIFY(m_office->body(theirs, kInvoices)["booked"_L1].toBool());
        m_office->sync();
        const auto &sent = m_office->remote.pushes.back().back();
        QCOMPARE(toString(sent.kind), u"create"_s);
        QCOMPARE(sent.local, draft);
        QCOMPARE(m_office->count(kInvoices), 2);
        QCOMPARE(m_office->faults(), QStringList());
    }
    void onlyTwoRecordsAreKept()
    {
        const auto id = m_office->create({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_office->sync();
        m_office->edit(id, {{u"city"_s, u"Åre"_s}});
        m_office->remote.pages.push_back(page({remoteCustomer(u"101"_s, u"9"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}})}, u"c8"_s));
        m_office->sync();
        const auto conflict = m_office->openConflicts().first();
        QVERIFY(!value(m_office->resolver.keepBothOffer(conflict)));
        QCOMPARE(codeOf(m_office->resolver.resolve(conflict.id, Strategy::KeepBoth, {}, kAnna)), u"keepBoth.oneRecord"_s);
    }

    // The remote finds the twin when ours is sent: before the pull could, because the page with it came too late.
    void aTwinFoundByTheRemoteTakesThePromisedId()
    {
        const auto ours = m_office->create(with(kNumbered, u"city"_s, u"Umeå"_s));
        m_office->remote.pages = {page({remoteInvoice(u"9"_s, u"7"_s)})};
        m_office->remote.answer = [](const auto &requests) -> FakeProvider::Outcomes {
            PushOutcome outcome;
            outcome.kind = PushOutcome::Kind::Conflict;
            outcome.conflictType = u"duplicate-key"_s;
            outcome.id = RemoteId(u"7"_s);
            outcome.remote = customerIn(u"Lund"_s, u"1"_s);
            return std::vector<PushOutcome>(requests.size(), outcome);
        };
        m_office->sync();
        QCOMPARE(m_office->openConflicts().size(), 1);
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        everyInvoiceIsFor(ours);
        m_office->resolveFirst(Strategy::ServerWins);
        QCOMPARE(m_office->body(ours)["city"_L1].toString(), u"Lund"_s);
        QCOMPARE(m_office->state(ours), u"done"_s);
    }

    // --- What the remote has made of a create of ours that we do not know was carried out.

    void whatWasMadeOfOursIsOurs_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<bool>("invoiceFirst");
        QTest::addColumn<int>("conflicts");
        QTest::newRow("it waits to be sent") << QString() << false << 0;
        QTest::newRow("it waits to be sent, and what refers to it comes first") << QString() << true << 0;
        QTest::newRow("it was edited") << u"edited"_s << false << 1;
        QTest::newRow("it was given up and edited: nothing is overwritten") << u"given up"_s << false << 1;
        QTest::newRow("it was deleted: nobody decides that alone") << u"deleted"_s << false << 1;
    }
    void whatWasMadeOfOursIsOurs()
    {
        QFETCH(QString, meanwhile);
        QFETCH(bool, invoiceFirst);
        QFETCH(int, conflicts);
        const auto ours = m_office->create(with(named(u"Ek"_s), u"city"_s, u"Umeå"_s));
        auto theirs = remoteCustomer(u"7"_s, u"1"_s, m_office->body(ours));
        theirs.madeAs = ours;
        if (!meanwhile.isEmpty())
            m_office->edit(ours, {{u"city"_s, u"Lund"_s}});
        if (meanwhile == u"deleted")
            value(m_office->editor.remove(kCustomers, ours, kAnna));
        if (meanwhile == u"given up") {
            QueueEditor queue(m_office->writer, m_office->company.clock, m_office->company.random);
            value(queue.discard(m_office->open(ours)->id, kAnna));
        }
        const auto invoice = remoteInvoice(u"9"_s, u"7"_s);
        m_office->remote.pages = {page(invoiceFirst ? std::vector{invoice, theirs} : std::vector{theirs, invoice})};
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->count(), meanwhile == u"deleted" ? 0 : 1);
        QCOMPARE(m_office->openConflicts().size(), conflicts);
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        everyInvoiceIsFor(ours);
        QVERIFY(m_office->remote.pushes.empty());
        if (conflicts == 0) {
            QCOMPARE(m_office->state(ours), u"done"_s);
            return;
        }
        m_office->resolveFirst(Strategy::ClientWins);
        m_office->sync();
        QCOMPARE(m_office->remote.pushes.back().front().remote, RemoteId(u"7"_s));
        QCOMPARE(m_office->state(ours), u"done"_s);
        QCOMPARE(m_office->faults(), QStringList());
    }

    // A remote that was empty for an hour: what is to be made there anew is there after all.
    void whatWasGivenAgainIsKnownAgain()
    {
        const auto customer = remoteCustomer(u"7"_s, u"3"_s, named(u"Ek"_s));
        m_office->remote.pages = {page({customer}, u"c0"_s)};
        m_office->sync();
        const auto ours = m_office->localOf(u"7"_s);
        m_office->remote.records.clear();
        restoreTo({});
        m_office->sync();
        m_office->resolveFirst(Strategy::ClientWins);
        QVERIFY(m_office->localOf(u"7"_s).isEmpty());
        restoreTo({customer, remoteInvoice(u"9"_s, u"7"_s)}, u"c1"_s);
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->count(), 1);
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        QCOMPARE(m_office->state(ours), u"done"_s);
        everyInvoiceIsFor(ours);
        QVERIFY(m_office->remote.pushes.empty());
    }

    // RELIABILITY F23, R-IDM-01: all who have a record call it what its first create called it.
    void aNewRecordIsCalledWhatItWasMadeAs_data()
    {
        QTest::addColumn<QString>("madeAs");
        QTest::addColumn<bool>("invoiceFirst");
        QTest::addColumn<bool>("alike");
        QTest::newRow("a temporary id of ours") << kMadeAs.toString() << false << true;
        QTest::newRow("a reference came first, and was promised another") << kMadeAs.toString() << true << false;
        QTest::newRow("an id of another make") << u"temp_12345"_s << false << false;
        QTest::newRow("something that looks like a real id") << u"7"_s << false << false;
    }
    void aNewRecordIsCalledWhatItWasMadeAs()
    {
        QFETCH(QString, madeAs);
        QFETCH(bool, invoiceFirst);
        const auto ours = haveMadeElsewhere(LocalId(madeAs), invoiceFirst);
        QTEST(ours.toString() == madeAs, "alike");
        loseEverything();
        m_office->resolveFirst(Strategy::ClientWins);
        m_office->sync();
        const auto sent = value(parseJsonObject(m_office->remote.pushes.back().front().bytes));
        QCOMPARE(sent["madeAs"_L1].toString(), madeAs); // given again under the one id that the others would give it again under
        QCOMPARE(sent["local"_L1].toString(), ours.toString());
    }

    void whatAnotherHasGivenAgainIsTheSameRecord_data()
    {
        QTest::addColumn<bool>("invoiceFirst");
        QTest::addColumn<QString>("given");
        QTest::addColumn<int>("conflicts");
        QTest::newRow("as we have it") << false << u"Umeå"_s << 0;
        QTest::newRow("as we have it, under another id here") << true << u"Umeå"_s << 0;
        QTest::newRow("in a state that may be older: nothing is overwritten") << false << u"Lund"_s << 1;
    }
    void whatAnotherHasGivenAgainIsTheSameRecord()
    {
        QFETCH(bool, invoiceFirst);
        QFETCH(QString, given);
        const auto ours = haveMadeElsewhere(kMadeAs, invoiceFirst);
        loseEverything();
        auto again = remoteCustomer(u"107"_s, u"1"_s, with(kNumbered, u"city"_s, given));
        again.madeAs = kMadeAs;
        m_office->remote.pages = {page({again}, u"n2"_s)};
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->count(), 1);
        QCOMPARE(m_office->localOf(u"107"_s), ours);
        QTEST(int(m_office->openConflicts().size()), "conflicts");
        QCOMPARE(city(u"107"_s), u"Umeå"_s);
    }

    // It is looked for under its old id, for a pull need not bring what has not changed.
    void whatIsThereAfterAllIsNotMadeAgain()
    {
        const auto ours = haveLostInVain(Strategy::ClientWins);
        QVERIFY(!m_office->sync().error);
        QVERIFY(m_office->remote.pushes.empty());
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        QCOMPARE(m_office->state(ours), u"done"_s);
    }

    // A state that waits in a conflict refers to ours as well, so that choosing it leaves no reference in the air.
    void whatWaitsInAConflictIsRedirected()
    {
        const auto other = m_office->create(named(u"Bok"_s));
        const auto invoice = m_office->create({{u"customer"_s, other.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}}, kInvoices);
        m_office->sync(); // both known there: the customer as 101, the invoice as 102
        const auto ours = m_office->create(kNumbered);
        value(m_office->editor.update(kInvoices, invoice, {{u"customer"_s, ours.toString()}}, kAnna));
        auto theirs = remoteInvoice(u"102"_s, u"7"_s);
        theirs.version = u"9"_s;
        m_office->remote.pages = {page({theirs, remoteCustomer(u"7"_s, u"1"_s, m_office->body(ours))}, u"c2"_s)};
        m_office->sync();
        QCOMPARE(m_office->openConflicts().size(), 1);
        QCOMPARE(m_office->openConflicts().first().versions.theirs->value("customer"_L1).toString(), ours.toString());
        QCOMPARE(m_office->body(invoice, kInvoices)["customer"_L1].toString(), ours.toString());
        QCOMPARE(m_office->count(), 2);
    }

    // A conflict writes no record, and lists have to show it all the same (UX.md 1.1: "badge says 23, list empty").
    void aConflictThatComesOrGoesIsToldToLists()
    {
        haveCustomer(u"3"_s, u"Umeå"_s);
        const auto ours = m_office->localOf(u"7"_s);
        m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        const auto told = [&](const QString &version, const QString &theirs) {
            (void)m_office->writer.takeWritten();
            m_office->remote.pages = {page({customerIn(theirs, version)}, u"c"_s + version)};
            m_office->sync();
            return m_office->writer.takeWritten();
        };
        QCOMPARE(told(u"4"_s, u"Lund"_s), QSet<EntityType>{kCustomers});
        QCOMPARE(m_office->openConflicts().size(), 1);
        QCOMPARE(told(u"5"_s, u"Kiruna"_s), QSet<EntityType>{kCustomers}); // changed again
        QCOMPARE(told(u"6"_s, u"Åre"_s), QSet<EntityType>{kCustomers});    // both say the same now
        QCOMPARE(m_office->openConflicts().size(), 0);
        QCOMPARE(city(), u"Åre"_s);
    }

    // --- Version numbers after a restore there.

    void aVersionSeenBeforeIsAnEchoInADelta()
    {
        haveCustomer(u"3"_s, u"Umeå"_s);
        m_office->remote.pages = {page({customerIn(u"Lund"_s, u"3"_s)})};
        QCOMPARE(m_office->sync().counts.skipped, 1);
        QCOMPARE(city(), u"Umeå"_s);
    }

    void aFullPullComparesContentToo_data()
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<int>("updated");
        QTest::newRow("the same content is an echo") << u"Umeå"_s << 0;
        QTest::newRow("other content under the same number is not") << u"Lund"_s << 1;
    }
    void aFullPullComparesContentToo()
    {
        QFETCH(QString, theirs);
        QFETCH(int, updated);
        haveCustomer(u"3"_s, u"Umeå"_s);
        m_office->remote.pages = {page({customerIn(theirs, u"3"_s)})};
        const auto report = m_office->sync(PullMode::Full);
        QCOMPARE(report.counts.updated, updated);
        QCOMPARE(report.counts.conflicts, 0);
        QCOMPARE(city(), theirs);
    }

    // UX.md 1.2 F, R-CON-03
    void whoeverIsNeededAndRemovedThereOutweighsAnyField_data()
    {
        QTest::addColumn<bool>("hasInvoice");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a customer with an invoice") << true << u"critical"_s;
        QTest::newRow("a customer whom nothing refers to") << false << u"medium"_s;
    }
    void whoeverIsNeededAndRemovedThereOutweighsAnyField()
    {
        QFETCH(const bool, hasInvoice);
        haveCustomer(u"3"_s, u"Umeå"_s);
        const auto customer = m_office->localOf(u"7"_s);
        if (hasInvoice)
            m_office->create({{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}}, kInvoices);
        m_office->edit(customer, {{u"note"_s, u"typed"_s}});
        auto removed = customerIn({}, u"4"_s);
        removed.deleted = true;
        m_office->remote.pages = {page({removed}, u"c9"_s)};
        m_office->sync();
        QCOMPARE(m_office->openConflicts().size(), 1);
        QCOMPARE(toString(m_office->openConflicts().first().conflictType), u"deletion"_s);
        QTEST(toString(m_office->openConflicts().first().severity), "expected");
    }

    void recovery_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("theirs"); // their city; "" deleted
        QTest::addColumn<QString>("mine");   // the field that was typed into meanwhile; "" none
        QTest::addColumn<int>("conflicts");
        QTest::addColumn<QString>("city");
        QTest::newRow("the same again changes nothing") << u"3"_s << u"Umeå"_s << u""_s << 0 << u"Umeå"_s;
        QTest::newRow("the same under an older number changes nothing") << u"2"_s << u"Umeå"_s << u""_s << 0 << u"Umeå"_s;
        QTest::newRow("a newer number is a change like any other") << u"4"_s << u"Lund"_s << u""_s << 0 << u"Lund"_s;
        QTest::newRow("other content under the same number is asked about") << u"3"_s << u"Lund"_s << u""_s << 1 << u"Umeå"_s;
        QTest::newRow("an older state does not overwrite a newer one") << u"2"_s << u"Lund"_s << u""_s << 1 << u"Umeå"_s;
        QTest::newRow("a deletion that was never seen is asked about") << u"2"_s << u""_s << u""_s << 1 << u"Umeå"_s;
        QTest::newRow("an edit that waits contradicts an older state") << u"2"_s << u"Lund"_s << u"city"_s << 1 << u"typed"_s;
        QTest::newRow("an edit elsewhere that waits does not let an older state in") << u"2"_s << u"Lund"_s << u"note"_s << 1 << u"Umeå"_s;
        QTest::newRow("an edit that waits stays where nothing was lost") << u"3"_s << u"Umeå"_s << u"city"_s << 0 << u"typed"_s;
    }
    void recovery()
    {
        QFETCH(QString, version);
        QFETCH(QString, theirs);
        QFETCH(QString, mine);
        QFETCH(int, conflicts);
        haveCustomer(u"3"_s, u"Umeå"_s);
        if (!mine.isEmpty())
            m_office->edit(m_office->localOf(u"7"_s), {{mine, u"typed"_s}});
        auto customer = customerIn(theirs, version);
        customer.deleted = theirs.isEmpty();
        restoreTo({customer});
        const auto report = m_office->sync();
        QVERIFY(!report.error);
        QCOMPARE(report.counts.conflicts, conflicts);
        QCOMPARE(m_office->openConflicts().size(), conflicts);
        QTEST(city(), "city");
    }

    // Nobody decides between states of which one is not there any more.
    void aDisputeIsToldWhatTheRestoreLeft_data()
    {
        QTest::addColumn<bool>("deletedHere");
        QTest::addColumn<bool>("lost");
        QTest::addColumn<QString>("theirs"); // what the open question shows; "-": nothing, "settled": there is none
        QTest::newRow("the state before theirs is back") << false << false << u"Umeå"_s;
        QTest::newRow("the record is lost") << false << true << u"-"_s;
        QTest::newRow("the state before theirs is back, of a record deleted here") << true << false << u"Umeå"_s;
        QTest::newRow("the record is lost, and deleted here") << true << true << u"settled"_s;
    }
    void aDisputeIsToldWhatTheRestoreLeft()
    {
        QFETCH(bool, deletedHere);
        QFETCH(bool, lost);
        haveCustomer(u"3"_s, u"Umeå"_s);
        const auto ours = m_office->localOf(u"7"_s);
        if (deletedHere)
            value(m_office->editor.remove(kCustomers, ours, kAnna));
        else
            m_office->edit(ours, {{u"city"_s, u"Åre"_s}});
        m_office->remote.pages = {page({customerIn(u"Lund"_s, u"4"_s)}, u"c4"_s)};
        m_office->sync();
        QCOMPARE(m_office->openConflicts().size(), 1);

        const auto before = customerIn(u"Umeå"_s, u"3"_s);
        if (lost)
            m_office->remote.records.remove({kCustomers, RemoteId(u"7"_s)});
        restoreTo(lost ? std::vector<RemoteRecord>() : std::vector{before});
        QVERIFY(!m_office->sync().error);
        const auto open = m_office->openConflicts();
        const auto theirs = open.isEmpty() ? std::optional<QJsonObject>() : open.first().versions.theirs;
        QTEST(open.isEmpty() ? u"settled"_s : theirs ? theirs->value("city"_L1).toString() : u"-"_s, "theirs");
    }

    // Nobody decides for them either, where all that was lost is to be given again.
    void aDisputeIsToldOfALossThatWasConfirmed()
    {
        haveCustomer(u"3"_s, u"Umeå"_s);
        m_office->edit(m_office->localOf(u"7"_s), {{u"city"_s, u"Åre"_s}});
        m_office->remote.pages = {page({customerIn(u"Lund"_s, u"4"_s)}, u"c4"_s)};
        m_office->sync();
        m_office->remote.records.remove({kCustomers, RemoteId(u"7"_s)});
        restoreTo({});
        SyncEngine::Options options;
        options.confirmed = MassQuestion{MassReason::Lost, 1, 1};
        QVERIFY(!value(QCoro::waitFor(m_office->engine.run(std::move(options)))).error);
        QCOMPARE(m_office->openConflicts().size(), 1);
        QVERIFY(!m_office->openConflicts().first().versions.theirs);
    }

    // The right backup is put back after a wrong one: what was given again meanwhile under another id is not there any more.
    void aRecordThatIsBackUnderItsFirstIdIsTheSame()
    {
        const auto ours = haveMadeElsewhere(kMadeAs, false);
        const auto first = m_office->remote.records;
        loseEverything();
        m_office->resolveFirst(Strategy::ClientWins);
        auto again = remoteCustomer(u"107"_s, u"1"_s, with(kNumbered, u"city"_s, u"Umeå"_s));
        again.madeAs = kMadeAs;
        m_office->remote.pages = {page({again}, u"n2"_s)};
        m_office->sync();
        QCOMPARE(m_office->localOf(u"107"_s), ours);
        m_office->remote.records = first;
        auto back = customerIn(u"Umeå"_s, u"3"_s);
        back.madeAs = kMadeAs;
        restoreTo({back}, u"o1"_s);
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->count(), 1);
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        QVERIFY(m_office->openConflicts().isEmpty());
    }

    // "Theirs" was to take the loss for a deletion, and it was none.
    void whatWasGivenUpAndIsThereAfterAllComesBack()
    {
        const auto ours = haveLostInVain(Strategy::ServerWins);
        QVERIFY(m_office->body(ours).isEmpty());
        QVERIFY(!m_office->sync().error);
        QCOMPARE(m_office->localOf(u"7"_s), ours);
        QCOMPARE(city(), u"Umeå"_s);
    }

    // What begins at the beginning names no cursor, and nobody would tell it that the history there was cut back.
    void aFullPullAfterARestoreOverwritesNothing()
    {
        haveCustomer(u"3"_s, u"Umeå"_s);
        restoreTo({customerIn(u"Lund"_s, u"2"_s)});
        const auto before = m_office->remote.pulls.size();
        const auto report = m_office->sync(PullMode::Full);
        QVERIFY(!report.error);
        QCOMPARE(m_office->remote.pulls.size() - before, std::size_t(1)); // it was asked before anything was pulled
        QCOMPARE(report.counts.conflicts, 1);
        QCOMPARE(city(), u"Umeå"_s);
    }

    // Its number was given before the restore, to another state.
    void aVersionFromBeforeARestoreIsNoEcho()
    {
        haveCustomer(u"3"_s, u"Umeå"_s);
        restoreTo({customerIn(u"Lund"_s, u"2"_s)});
        m_office->sync();
        m_office->remote.pages = {page({customerIn(u"Kiruna"_s, u"3"_s)}, u"n2"_s)};
        m_office->sync();
        QCOMPARE(m_office->openConflicts().size(), 1);
        QCOMPARE(m_office->openConflicts().first().versions.theirs->value("city"_L1).toString(), u"Kiruna"_s);
    }

    // RELIABILITY I12: the position of a feed never goes back.
    void aFullPullThatStopsOnItsWayLeavesThePosition()
    {
        m_office->remote.pages = {page({remoteCustomer(u"7"_s, u"1"_s, named(u"Ek"_s))}, u"c9"_s)};
        m_office->sync();
        m_office->remote.pages = {page({remoteCustomer(u"7"_s, u"1"_s, named(u"Ek"_s))}, u"c1"_s, true),
                                  fail(ErrorKind::Offline, u"net.noAnswer"_s)};
        QCOMPARE(m_office->sync(PullMode::Full).error->kind, ErrorKind::Offline);
        QCOMPARE(value(m_office->links().checkpoint(u"all"_s)), u"c9"_s);
        m_office->remote.pages = {page({}, u"c1"_s, true), page({}, u"c10"_s)};
        QVERIFY(!m_office->sync(PullMode::Full).error);
        QCOMPARE(value(m_office->links().checkpoint(u"all"_s)), u"c10"_s);
    }

    // A recovery that stopped in the middle goes on as one.
    void aRecoveryGoesOnInTheNextRun()
    {
        haveCustomer(u"3"_s, u"Umeå"_s);
        m_office->remote.pages = {fail(ErrorKind::Expired, u"cursor.expired"_s),
                                  page({remoteCustomer(u"8"_s, u"1"_s, named(u"Bok"_s))}, u"n1"_s, true),
                                  fail(ErrorKind::Offline, u"net.noAnswer"_s)};
        QCOMPARE(m_office->sync().error->kind, ErrorKind::Offline);
        m_office->remote.pages = {page({customerIn(u"Lund"_s, u"2"_s)}, u"n2"_s)};
        QCOMPARE(m_office->sync().counts.conflicts, 1);
        QCOMPARE(m_office->remote.pulls.back().checkpoint, u"n1"_s);
        QCOMPARE(city(), u"Umeå"_s);

        m_office->remote.pages = {page({remoteCustomer(u"8"_s, u"1"_s, named(u"Bock"_s))}, u"n3"_s)};
        QCOMPARE(m_office->sync().counts.skipped, 1); // over: versions are believed again
    }

    void aDecisionAfterARestoreIsSent()
    {
        haveCustomer(u"3"_s, u"Umeå"_s);
        restoreTo({customerIn(u"Lund"_s, u"2"_s)});
        m_office->sync();
        m_office->resolveFirst(Strategy::ClientWins);
        m_office->sync();
        const auto sent = value(parseJsonObject(m_office->remote.pushes.back().front().bytes));
        QCOMPARE(sent["baseVersion"_L1].toString(), u"2"_s);
        QCOMPARE(sent["data"_L1]["city"_L1].toString(), u"Umeå"_s);
    }

    // --- A connection that another process adds while we run.

    void aConnectionAddedMeanwhileHearsOfThePage()
    {
        m_office->remote.pages = {page({remoteCustomer(u"7"_s, u"1"_s, named(u"Ek"_s))}, u"c1"_s, true),
                                  page({remoteCustomer(u"8"_s, u"1"_s, named(u"Bok"_s))}, u"c2"_s, true), page({}, u"c3"_s)};
        m_office->remote.beforePull = [this](int number) {
            if (number == 3) // the first page is written, the second is not
                value(Connections(m_office->company.sql(), m_office->company.clock).add(kShop, u"shop"_s, {}));
        };
        m_office->sync();
        QVERIFY(m_office->open(m_office->localOf(u"8"_s), kShop));
    }

private:
    //! The remote has a customer K1 as 7, and invoices for it.
    void bring(const QJsonObject &customer)
    {
        QFETCH(QStringList, order);
        QFETCH(bool, onePage);
        std::vector<RemoteRecord> changes;
        for (const auto &word : order) {
            changes.push_back(word == u"customer"_s ? remoteCustomer(u"7"_s, u"1"_s, customer)
                                                    : remoteInvoice(word == u"invoice"_s ? u"9"_s : u"10"_s, u"7"_s));
        }
        if (onePage) {
            m_office->remote.pages = {page(changes)};
            return;
        }
        for (size_t i = 0; i < changes.size(); ++i)
            m_office->remote.pages.push_back(page({changes[i]}, u"c%1"_s.arg(i + 1), i + 1 < changes.size()));
    }

    void everyInvoiceIsFor(const LocalId &customer)
    {
        auto store = value(m_office->company.database().objectStore(kInvoices));
        int seen = 0;
        value(store.forEach([&](const Record &invoice) {
            ++seen;
            return invoice.body["customer"_L1].toString() == customer.toString();
        }));
        QVERIFY(seen > 0);
        QCOMPARE(value(store.count({.where = {{u"customer"_s, customer.toString()}}})), m_office->count(kInvoices));
    }

    void haveCustomer(const QString &version, const QString &city)
    {
        m_office->remote.pages = {page({customerIn(city, version)}, u"c0"_s)};
        QCOMPARE(m_office->sync().counts.created, 1);
    }
    //! The remote has a customer as 7 that another device has made.
    LocalId haveMadeElsewhere(const LocalId &madeAs, bool invoiceFirst)
    {
        auto customer = customerIn(u"Umeå"_s, u"3"_s);
        customer.madeAs = madeAs;
        const auto invoice = remoteInvoice(u"9"_s, u"7"_s);
        m_office->remote.pages = {page(invoiceFirst ? std::vector{invoice, customer} : std::vector{customer}, u"c0"_s)};
        m_office->sync();
        return m_office->localOf(u"7"_s);
    }
    //! The next run hears that the history there was cut back, and reads what there is from the beginning.
    void restoreTo(std::vector<RemoteRecord> all, const QString &checkpoint = u"n1"_s)
    {
        m_office->remote.pages = {fail(ErrorKind::Expired, u"cursor.expired"_s), page(std::move(all), checkpoint)};
    }
    //! A restore of a backup without any customer: a person is asked about it.
    void loseEverything()
    {
        m_office->remote.records.remove({kCustomers, RemoteId(u"7"_s)});
        restoreTo({});
        m_office->sync();
        QCOMPARE(m_office->openConflicts().size(), 1);
    }
    //! A customer who was lost there, a person's decision about it, and then it is there after all; no feed says so.
    LocalId haveLostInVain(Strategy decision)
    {
        haveCustomer(u"3"_s, u"Umeå"_s);
        const auto ours = m_office->localOf(u"7"_s);
        const auto before = m_office->remote.records;
        loseEverything();
        m_office->resolveFirst(decision);
        m_office->remote.records = before;
        return ours;
    }
    QString city(const QString &remoteId = u"7"_s) { return m_office->body(m_office->localOf(remoteId))["city"_L1].toString(); }

    std::unique_ptr<SyncOffice> m_office;
};

QTEST_GUILESS_MAIN(PullTest)
#include "pull_test.moc"
