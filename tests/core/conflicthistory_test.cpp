// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// R-CON-07, UX.md 1.2 K29–31, L33: decisions are kept, taken back before they are sent, and undone by a new edit afterwards.
#include "syncfixture.h"

#include "core/drafts/drafts.h"
#include "core/sync/conflicthistory.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace syncfixture;

Q_DECLARE_METATYPE(frost::Strategy)
Q_DECLARE_METATYPE(frost::Choice)
Q_DECLARE_METATYPE(frost::DecisionState)

namespace {

const QString kSteps = u":/frost/store/sql"_s;

RemoteRecord gone(const QString &id, const QString &version)
{
    auto record = remoteCustomer(id, version, {});
    record.deleted = true;
    return record;
}

FakeProvider::Outcomes notReached(const std::vector<PushRequest> &)
{
    return fail(ErrorKind::Offline, u"net.unreachable"_s);
}

FakeProvider::Outcomes unknownOutcome(const std::vector<PushRequest> &)
{
    return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
}

class Desk : public SyncOffice
{
public:
    Desk() : history(writer, editor, conflicts, company.clock, company.random) { }

    //! Ek of Umeå, known to both; then edited here and there.
    void disagree(const QJsonObject &here, const QJsonObject &there)
    {
        id = create({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        sync();
        edit(id, here);
        meet(remoteCustomer(u"101"_s, u"9"_s, there));
    }
    void meet(const RemoteRecord &theirs)
    {
        remote.pages.push_back(page({theirs}, u"c%1"_s.arg(++pagesMade)));
        sync();
        conflict = openConflicts().first().id;
    }
    //! Åre here, Lund there; and a phone number that only they have changed.
    void disagreeAboutTheCity()
    {
        disagree({{u"city"_s, u"Åre"_s}, {u"note"_s, u"mine"_s}},
                 {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}, {u"phone"_s, u"08-1"_s}});
    }
    Result<Record> decide(Strategy strategy, const std::optional<QJsonObject> &manual = {})
    {
        return resolver.resolve(conflict, strategy, manual, kAnna);
    }
    [[nodiscard]] DecisionState decisionState() { return value(history.find(conflict)).state; }
    [[nodiscard]] bool mayBeUndone() { return value(history.find(conflict)).mayBeUndone; }

    //! Everything that a decision touches, as text.
    [[nodiscard]] QString everything()
    {
        QString text;
        for (const char *statement :
             {"SELECT id || body || deleted || updated_at || updated_by FROM os_customers ORDER BY id",
              "SELECT id || body || deleted || updated_at || updated_by FROM os_invoices ORDER BY id",
              "SELECT connection || type || record || kind || state || priority || rank || retry_count || user || reason || "
              "reason_args || required_permission || created_at FROM operations ORDER BY record",
              "SELECT connection || type || local_id || remote_id || version || created_at || coalesce(synced_at, '-') || "
              "operation FROM links ORDER BY local_id",
              "SELECT connection || type || local_id || body FROM bases ORDER BY local_id",
              "SELECT feed || value FROM checkpoints WHERE feed LIKE 'lost/%' AND value <> '' ORDER BY feed",
              "SELECT id || connection || type || record || conflict_type || severity || state || coalesce(base, '-') || "
              "coalesce(theirs, '-') || coalesce(result, '-') || theirs_version || remote_id || fields || created_at || "
              "coalesce(resolved_at, '-') || resolved_by || strategy || decisions || coalesce(draft, '-') || "
              "operation || coalesce(undone_at, '-') FROM conflicts WHERE state = 'open'"}) {
            auto rows = value(company.sql().query(statement));
            while (rows.next())
                text += rows.text(0) + u'\n';
            text += u"--\n"_s;
        }
        return text;
    }

    ConflictHistory history;
    LocalId id;
    qint64 conflict = 0;
    int pagesMade = 0;
};

} // namespace

class ConflictHistoryTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Desk> m_desk;

    void begin(const QString &how)
    {
        const QJsonObject theirs{{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}};
        if (how == u"twins"_s) { // nobody knew of the other's
            m_desk->id = m_desk->create({{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"K1"_s}, {u"city"_s, u"Åre"_s}});
            m_desk->meet(remoteCustomer(u"55"_s, u"1"_s, {{u"name"_s, u"Oak"_s}, {u"customerNumber"_s, u"K1"_s}}));
            return;
        }
        if (how == u"changed"_s)
            return m_desk->disagreeAboutTheCity();
        m_desk->id = m_desk->create({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
        m_desk->sync();
        if (how == u"deleted here"_s) {
            value(m_desk->editor.remove(kCustomers, m_desk->id, kAnna));
            return m_desk->meet(remoteCustomer(u"101"_s, u"9"_s, theirs));
        }
        m_desk->edit(m_desk->id, {{u"city"_s, u"Åre"_s}});
        m_desk->meet(gone(u"101"_s, how == u"lost there"_s ? QString() : u"9"_s));
    }

    //! Both made a customer K1; an invoice for it came from there, one was made here.
    void meetATwin()
    {
        m_desk->id = m_desk->create({{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"K1"_s}, {u"city"_s, u"Åre"_s}});
        m_own = invoiceFor(m_desk->id);
        m_desk->remote.pages.push_back(page({remoteCustomer(u"55"_s, u"1"_s, {{u"name"_s, u"Oak"_s}, {u"customerNumber"_s, u"K1"_s}}),
                                             remoteInvoice(u"9"_s, u"55"_s)}));
        m_desk->sync();
        m_known = m_desk->localOf(u"9"_s, kInvoices);
        m_desk->conflict = m_desk->openConflicts().first().id;
        m_desk->company.write([&] { value(m_desk->conflicts.keepDraft(m_desk->conflict, {{u"decisions"_s, QJsonObject()}})); });
    }
    LocalId invoiceFor(const LocalId &customer)
    {
        return m_desk->create({{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}}, kInvoices);
    }
    [[nodiscard]] LocalId customerOf(const LocalId &invoice) { return LocalId(m_desk->body(invoice, kInvoices)["customer"_L1].toString()); }
    void connectTheShop()
    {
        value(Connections(m_desk->company.sql(), m_desk->company.clock).add(kShop, u"frostserver"_s, {}));
        value(m_desk->writer.reloadConnections());
    }
    LocalId m_known; //!< the invoice that came from there
    LocalId m_own;   //!< the invoice that was made here

private Q_SLOTS:
    // A step of the record may have been refused while its edit is merged without a question: that refusal still waits for a person.
    void whatSettlesByItselfLeavesARefusalOpen()
    {
        Desk desk;
        const auto id = desk.create({{u"name"_s, u"Ek"_s}});
        Conflict found;
        found.connection = kServer;
        found.type = kCustomers;
        found.record = id;
        Conflict refusal = found;
        refusal.errorCode = u"record.invalid"_s;
        DecisionKept decision;
        decision.result = QJsonObject{{u"name"_s, u"Ek AB"_s}};
        decision.strategy = toString(Strategy::Merge);
        decision.who = u"sync"_s;
        auto transaction = value(Transaction::begin(desk.company.sql(), Durability::ProcessCrash));
        value(desk.conflicts.put(refusal));
        value(desk.conflicts.putSettled(found, decision));
        value(transaction.commit());
        QCOMPARE(value(desk.conflicts.refusals(false)).first().errorCode, u"record.invalid"_s);
        const auto told = value(desk.conflicts.history({}));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().result->value("name"_L1).toString(), u"Ek AB"_s);
        QCOMPARE(value(desk.conflicts.openCount()), 0);
    }

    void init() { m_desk = std::make_unique<Desk>(); }

    // --- undo

    void undoBeforeSendingPutsEverythingBack_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<Strategy>("strategy");
        QTest::addColumn<DecisionState>("state");
        for (const char *how : {"changed", "deleted here", "deleted there", "lost there", "twins"}) {
            const auto name = QByteArray(how);
            QTest::newRow((name + ": mine").constData())
                << QString::fromLatin1(how) << Strategy::ClientWins << DecisionState::Waiting;
            QTest::newRow((name + ": theirs, which leaves nothing to send").constData())
                << QString::fromLatin1(how) << Strategy::ServerWins << DecisionState::NothingToSend;
        }
        QTest::newRow("twins: both") << u"twins"_s << Strategy::KeepBoth << DecisionState::Waiting;
        QTest::newRow("changed: something else") << u"changed"_s << Strategy::Manual << DecisionState::Waiting;
        QTest::newRow("changed: the later one") << u"changed"_s << Strategy::LastWriteWins << DecisionState::Waiting;
    }
    void undoBeforeSendingPutsEverythingBack()
    {
        QFETCH(QString, how);
        QFETCH(Strategy, strategy);
        QFETCH(DecisionState, state);
        begin(how);
        m_desk->company.write([&] { value(m_desk->conflicts.keepDraft(m_desk->conflict, {{u"decisions"_s, QJsonObject()}})); });
        if (strategy == Strategy::LastWriteWins)
            m_desk->company.write([&] { value(m_desk->company.sql().run("UPDATE conflicts SET theirs_at = 1")); });
        const auto before = m_desk->everything();
        std::optional<QJsonObject> manual;
        if (strategy == Strategy::Manual)
            manual = QJsonObject{{u"name"_s, u"Ek"_s}, {u"city"_s, u"Kiruna"_s}};
        m_desk->company.clock.advance(std::chrono::minutes(5));
        value(m_desk->decide(strategy, manual));
        QVERIFY(m_desk->everything() != before);
        QCOMPARE(toString(m_desk->decisionState()), toString(state));
        QVERIFY(m_desk->mayBeUndone());

        (void)m_desk->writer.takeWritten();
        const auto opened = value(m_desk->history.undo(m_desk->conflict, kAnna));
        QVERIFY(opened.open);
        QCOMPARE(m_desk->everything(), before);
        QCOMPARE(m_desk->writer.takeWritten(), QSet<EntityType>{kCustomers});
        QCOMPARE(m_desk->audited("undo"), 1);
        QCOMPARE(m_desk->faults(), QStringList());

        // The decision stays in the history, and the conflict can be decided anew.
        const auto told = value(m_desk->history.list({}));
        QCOMPARE(told.size(), 1);
        QCOMPARE(toString(told.first().state), toString(DecisionState::Undone));
        QCOMPARE(told.first().conflict.undoneBy, kAnna.user.toString());
        QCOMPARE(told.first().conflict.strategy, toString(strategy));
        QCOMPARE(codeOf(m_desk->history.undo(told.first().conflict.id, kAnna)), u"decision.undone"_s);
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"decision.none"_s);
        value(m_desk->decide(Strategy::ServerWins));
        QVERIFY(!m_desk->sync().error);
        QCOMPARE(m_desk->state(m_desk->id), u"done"_s);
        QCOMPARE(value(m_desk->history.list({})).size(), 2);
    }

    // --- undo where both were kept: the second record disappears again

    void bothKeptIsTakenBackWithWhatWasPointed()
    {
        meetATwin();
        const auto before = m_desk->everything();
        value(m_desk->decide(Strategy::KeepBoth));
        const auto theirs = m_desk->localOf(u"55"_s);
        QVERIFY(theirs != m_desk->id);
        QCOMPARE(customerOf(m_known), theirs);
        QVERIFY(m_desk->mayBeUndone());

        (void)m_desk->writer.takeWritten();
        QVERIFY(value(m_desk->history.undo(m_desk->conflict, kAnna)).open);
        QCOMPARE(m_desk->everything(), before);
        QCOMPARE(m_desk->writer.takeWritten(), (QSet<EntityType>{kCustomers, kInvoices}));
        QVERIFY(!value(value(m_desk->company.database().objectStore(kCustomers)).get(theirs)));
        QCOMPARE(customerOf(m_known), m_desk->id);
        QCOMPARE(customerOf(m_own), m_desk->id);
        QCOMPARE(m_desk->localOf(u"55"_s), m_desk->id);
        QCOMPARE(m_desk->body(m_desk->id)["customerNumber"_L1].toString(), u"K1"_s);
        QCOMPARE(m_desk->faults(), QStringList());

        // It can be decided about anew, and the same way again.
        value(m_desk->decide(Strategy::KeepBoth));
        QCOMPARE(customerOf(m_known), m_desk->localOf(u"55"_s));
        QVERIFY(!m_desk->sync().error);
        QCOMPARE(m_desk->count(), 2);
        QCOMPARE(m_desk->state(m_desk->id), u"done"_s);
        QCOMPARE(m_desk->faults(), QStringList());
    }

    void bothKeptIsTakenBackWithWhatIsTypedAndWhatWasDeleted()
    {
        meetATwin();
        value(m_desk->decide(Strategy::KeepBoth));
        const auto theirs = m_desk->localOf(u"55"_s);
        const auto deleted = invoiceFor(theirs);
        value(m_desk->editor.remove(kInvoices, deleted, kAnna));
        Drafts drafts(m_desk->company.sql(), m_desk->company.clock);
        const LocalId typed(u"tmp-typed"_s);
        value(drafts.put({kInvoices, typed, std::nullopt, {{u"customer"_s, theirs.toString()}, {u"note"_s, u"Call"_s}}, {}}));
        value(drafts.put({kInvoices, m_known, m_desk->body(m_known, kInvoices), {{u"customer"_s, theirs.toString()}}, {}}));
        QVERIFY(m_desk->mayBeUndone());
        value(m_desk->history.undo(m_desk->conflict, kAnna));

        const auto tombstone = *value(value(m_desk->company.database().objectStore(kInvoices)).get(deleted));
        QVERIFY(tombstone.deleted);
        QCOMPARE(tombstone.body["customer"_L1].toString(), m_desk->id.toString());
        QVERIFY(!value(m_desk->writer.outbox().open(kServer, kInvoices, deleted)));
        const QJsonObject meant{{u"customer"_s, m_desk->id.toString()}};
        QCOMPARE(value(drafts.find(kInvoices, typed))->body, (QJsonObject{{u"customer"_s, m_desk->id.toString()}, {u"note"_s, u"Call"_s}}));
        QCOMPARE(value(drafts.find(kInvoices, m_known))->body, meant);
        QCOMPARE(value(drafts.find(kInvoices, m_known))->base->value("customer"_L1).toString(), m_desk->id.toString());
        QCOMPARE(m_desk->faults(), QStringList());
    }

    // A run has looked up whose id 55 is, and the decision is taken back between two pages.
    void aRunInHandDoesNotBringBackWhatDisappeared_data()
    {
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("in this process") << false;
        QTest::newRow("by another one") << true;
    }
    void aRunInHandDoesNotBringBackWhatDisappeared()
    {
        QFETCH(bool, elsewhere);
        meetATwin();
        value(m_desk->decide(Strategy::KeepBoth));
        auto known = remoteInvoice(u"9"_s, u"55"_s);
        known.version = u"2"_s;
        m_desk->remote.pages.push_back(page({known}, u"c20"_s, true));
        m_desk->remote.pages.push_back(page({remoteCustomer(u"56"_s, u"1"_s, named(u"Ask"_s))}, u"c21"_s, true));
        m_desk->remote.pages.push_back(page({remoteInvoice(u"10"_s, u"55"_s)}, u"c22"_s));
        const auto third = int(m_desk->remote.pulls.size()) + 3; // the next page is asked for before one is applied
        bool done = false;
        m_desk->remote.beforePull = [&](int number) {
            if (number != third)
                return;
            done = true;
            if (!elsewhere) {
                value(m_desk->history.undo(m_desk->conflict, kAnna));
                return;
            }
            auto sql = value(Sql::open({.path = m_desk->company.database().path()}));
            auto transaction = value(Transaction::begin(*sql, Durability::ProcessCrash));
            value(sql->run("UPDATE links SET local_id = CAST(? AS TEXT) WHERE remote_id = '55'", {m_desk->id.toUtf8()}));
            value(transaction.commit());
        };
        m_desk->sync();
        QVERIFY(done);
        QCOMPARE(m_desk->localOf(u"55"_s), m_desk->id);
        QCOMPARE(customerOf(m_desk->localOf(u"10"_s, kInvoices)), m_desk->id);
    }

    void whatWasRefusedElsewhereIsNotThere_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("code"); // "": it is taken back
        QTest::newRow("refused for good") << u"record.invalid"_s << QString();
        QTest::newRow("no right to make it") << u"permission.missing"_s << QString();
        QTest::newRow("nobody could read the answer") << u"remote.malformed"_s << u"decision.sent"_s;
    }
    void whatWasRefusedElsewhereIsNotThere()
    {
        QFETCH(QString, reason);
        QFETCH(QString, code);
        connectTheShop();
        meetATwin();
        value(m_desk->decide(Strategy::KeepBoth));
        const auto theirs = m_desk->localOf(u"55"_s);
        m_desk->company.write([&] {
            const auto operation = *m_desk->open(theirs, kShop);
            Operation::Sent sent;
            sent.at = m_desk->company.clock.now();
            value(m_desk->writer.outbox().markInFlight(operation.id, sent));
            value(m_desk->writer.outbox().transition(operation.id, OperationState::Failed, reason));
        });
        QCOMPARE(value(m_desk->conflicts.refusalCount()), 1);
        QCOMPARE(m_desk->mayBeUndone(), code.isEmpty());
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), code);
        if (!code.isEmpty())
            return;
        QVERIFY(!m_desk->open(theirs, kShop));
        QCOMPARE(value(m_desk->conflicts.refusalCount()), 0);
        QCOMPARE(m_desk->faults(), QStringList());
    }

    // They gave theirs another number while it was asked about, so mine's was free since.
    void mineDoesNotGetBackANumberThatWasGivenAway()
    {
        meetATwin();
        m_desk->remote.answer = notReached;
        m_desk->remote.pages.push_back(page({remoteCustomer(u"55"_s, u"2"_s, {{u"name"_s, u"Oak"_s}, {u"customerNumber"_s, u"K2"_s}})}, u"c20"_s));
        m_desk->sync();
        value(m_desk->decide(Strategy::KeepBoth));
        QCOMPARE(m_desk->body(m_desk->localOf(u"55"_s))["customerNumber"_L1].toString(), u"K2"_s);
        QVERIFY(m_desk->mayBeUndone());
        m_desk->create({{u"name"_s, u"Bea"_s}, {u"customerNumber"_s, u"K1"_s}});
        QVERIFY(!m_desk->mayBeUndone());
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"record.invalid"_s);
    }

    void bothKeptStaysWhereSomethingWasDoneSince_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<QString>("code");
        QTest::newRow("mine was sent") << u"sync"_s << u"decision.sent"_s;
        QTest::newRow("mine was edited") << u"edit mine"_s << u"decision.overtaken"_s;
        QTest::newRow("theirs was edited") << u"edit theirs"_s << u"decision.keptBoth"_s;
        QTest::newRow("theirs is being edited") << u"type"_s << u"decision.keptBoth"_s;
        QTest::newRow("theirs was deleted") << u"remove theirs"_s << u"decision.keptBoth"_s;
        QTest::newRow("theirs was changed there") << u"change there"_s << u"decision.keptBoth"_s;
        QTest::newRow("a new invoice is for theirs") << u"invoice"_s << u"record.referenced"_s;
        QTest::newRow("an invoice that was pointed to theirs was edited") << u"edit invoice"_s << u"decision.overtaken"_s;
        QTest::newRow("another connection has theirs") << u"shop has it"_s << u"decision.sent"_s;
        QTest::newRow("theirs is on its way to another connection") << u"shop may have it"_s << u"decision.sent"_s;
    }
    void bothKeptStaysWhereSomethingWasDoneSince()
    {
        QFETCH(QString, meanwhile);
        QFETCH(QString, code);
        connectTheShop();
        meetATwin();
        value(m_desk->decide(Strategy::KeepBoth));
        QVERIFY(m_desk->mayBeUndone());
        const auto theirs = m_desk->localOf(u"55"_s);
        if (meanwhile == u"sync"_s)
            m_desk->sync();
        else if (meanwhile == u"edit mine"_s)
            m_desk->edit(m_desk->id, {{u"city"_s, u"Kiruna"_s}});
        else if (meanwhile == u"edit theirs"_s)
            m_desk->edit(theirs, {{u"city"_s, u"Kiruna"_s}});
        else if (meanwhile == u"type"_s)
            value(Drafts(m_desk->company.sql(), m_desk->company.clock).put({kCustomers, theirs, m_desk->body(theirs), named(u"O"_s), {}}));
        else if (meanwhile == u"remove theirs"_s) {
            value(m_desk->editor.update(kInvoices, m_known, {{u"customer"_s, m_desk->id.toString()}}, kAnna));
            value(m_desk->editor.remove(kCustomers, theirs, kAnna));
        } else if (meanwhile == u"change there"_s) {
            m_desk->remote.answer = notReached;
            m_desk->remote.pages.push_back(page({remoteCustomer(u"55"_s, u"2"_s, {{u"name"_s, u"Oak"_s}, {u"customerNumber"_s, u"K1"_s}, {u"city"_s, u"Ystad"_s}})}, u"c20"_s));
            m_desk->sync();
        } else if (meanwhile == u"invoice"_s)
            invoiceFor(theirs);
        else if (meanwhile == u"edit invoice"_s)
            value(m_desk->editor.update(kInvoices, m_known, {{u"currency"_s, u"EUR"_s}}, kAnna));
        else
            m_desk->company.write([&] {
                const auto operation = *m_desk->open(theirs, kShop);
                Operation::Sent sent;
                sent.at = m_desk->company.clock.now();
                value(m_desk->writer.outbox().markInFlight(operation.id, sent));
                if (meanwhile == u"shop may have it"_s)
                    return;
                Link link;
                link.local = theirs;
                link.remote = RemoteId(u"S1"_s);
                link.syncedAt = m_desk->company.clock.now();
                value(m_desk->links(kShop).store(kCustomers, link));
                value(m_desk->writer.outbox().transition(operation.id, OperationState::Completed));
            });
        const auto before = m_desk->everything();
        QVERIFY(!m_desk->mayBeUndone());
        const auto refused = m_desk->history.undo(m_desk->conflict, kAnna);
        QCOMPARE(codeOf(refused), code);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QCOMPARE(m_desk->everything(), before);
    }

    void anotherConnectionNeverHearsOfWhatDisappeared()
    {
        connectTheShop();
        meetATwin();
        value(m_desk->decide(Strategy::KeepBoth));
        const auto theirs = m_desk->localOf(u"55"_s);
        QVERIFY(m_desk->open(theirs, kShop));
        value(m_desk->history.undo(m_desk->conflict, kAnna));
        QVERIFY(!m_desk->open(theirs, kShop));
        QVERIFY(m_desk->open(m_desk->id, kShop));
        QCOMPARE(m_desk->faults(), QStringList());
    }

    // A decision outlives the failure of what follows it, and so does the way back.
    void zenNotes248_aDecisionSurvivesAFailedSend_data()
    {
        QTest::addColumn<bool>("reached");
        QTest::newRow("no line") << false;
        QTest::newRow("no answer") << true;
    }
    void zenNotes248_aDecisionSurvivesAFailedSend()
    {
        QFETCH(bool, reached);
        m_desk->disagreeAboutTheCity();
        value(m_desk->decide(Strategy::ClientWins));
        const auto decided = m_desk->body(m_desk->id);
        m_desk->remote.answer = reached ? unknownOutcome : notReached;
        QVERIFY(m_desk->sync().error);
        QCOMPARE(m_desk->openConflicts().size(), 0);
        QCOMPARE(m_desk->body(m_desk->id), decided);
        QCOMPARE(toString(m_desk->decisionState()), toString(DecisionState::Waiting));
        QCOMPARE(m_desk->mayBeUndone(), !reached);
        if (reached) // it may have arrived
            QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"decision.sent"_s);
        m_desk->remote.answer = {};
        QVERIFY(!m_desk->sync().error);
        QCOMPARE(toString(m_desk->decisionState()), toString(DecisionState::Sent));
        QCOMPARE(m_desk->body(m_desk->id), decided);
    }

    void aDecisionThatWasNotReachedCanBeTakenBack()
    {
        m_desk->disagreeAboutTheCity();
        const auto mine = m_desk->body(m_desk->id);
        value(m_desk->decide(Strategy::Manual, QJsonObject{{u"name"_s, u"Ek"_s}, {u"city"_s, u"Kiruna"_s}}));
        m_desk->remote.answer = notReached;
        QVERIFY(m_desk->sync().error);
        value(m_desk->history.undo(m_desk->conflict, kAnna));
        QCOMPARE(m_desk->body(m_desk->id), mine);
        QCOMPARE(m_desk->state(m_desk->id), u"conflict"_s);
    }

    void undoIsRefusedOnceItIsTooLate_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<QString>("code");
        QTest::addColumn<DecisionState>("state");
        QTest::newRow("it was sent") << u"sync"_s << u"decision.sent"_s << DecisionState::Sent;
        QTest::newRow("it was refused") << u"refuse"_s << u"decision.sent"_s << DecisionState::Refused;
        QTest::newRow("the record was edited") << u"edit"_s << u"decision.overtaken"_s << DecisionState::Waiting;
        QTest::newRow("the record was deleted") << u"remove"_s << u"decision.overtaken"_s << DecisionState::Waiting;
        QTest::newRow("they changed it again") << u"theirs"_s << u"decision.overtaken"_s << DecisionState::Overtaken;
        QTest::newRow("they changed something else") << u"merged"_s << u"decision.overtaken"_s << DecisionState::Waiting;
        QTest::newRow("it was decided about again") << u"again"_s << u"decision.overtaken"_s << DecisionState::Overtaken;
    }
    void undoIsRefusedOnceItIsTooLate()
    {
        QFETCH(QString, meanwhile);
        QFETCH(QString, code);
        QFETCH(DecisionState, state);
        m_desk->disagreeAboutTheCity();
        value(m_desk->decide(Strategy::ClientWins));
        const auto first = m_desk->conflict;
        const auto further =
            meanwhile == u"merged"_s
                ? remoteCustomer(u"101"_s, u"10"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}, {u"phone"_s, u"08-1"_s}, {u"email"_s, u"a@b.se"_s}})
                : remoteCustomer(u"101"_s, u"10"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Malmö"_s}, {u"phone"_s, u"08-1"_s}});
        if (meanwhile == u"sync"_s) {
            m_desk->sync();
        } else if (meanwhile == u"refuse"_s) {
            m_desk->remote.answer = [](const std::vector<PushRequest> &requests) -> FakeProvider::Outcomes {
                std::vector<PushOutcome> outcomes(requests.size());
                for (auto &outcome : outcomes) {
                    outcome.kind = PushOutcome::Kind::Rejected;
                    outcome.error = {ErrorKind::Invalid, u"record.invalid"_s, {}, {}, {}};
                }
                return outcomes;
            };
            m_desk->sync();
        } else if (meanwhile == u"edit"_s) {
            m_desk->edit(m_desk->id, {{u"email"_s, u"a@b.se"_s}});
        } else if (meanwhile == u"remove"_s) {
            value(m_desk->editor.remove(kCustomers, m_desk->id, kAnna));
        } else {
            m_desk->remote.answer = notReached;
            m_desk->remote.pages.push_back(page({further}, u"c20"_s));
            m_desk->sync();
        }
        if (meanwhile == u"again"_s) {
            m_desk->conflict = m_desk->openConflicts().first().id;
            value(m_desk->decide(Strategy::ClientWins));
            QVERIFY(m_desk->mayBeUndone());
            m_desk->conflict = first;
        }
        const auto before = m_desk->everything();
        QCOMPARE(toString(m_desk->decisionState()), toString(state));
        QVERIFY(!m_desk->mayBeUndone());
        const auto refused = m_desk->history.undo(first, kAnna);
        QCOMPARE(codeOf(refused), code);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QCOMPARE(m_desk->everything(), before);
    }

    void whatOthersRelyOnIsNotTakenAway()
    {
        begin(u"deleted here"_s);
        value(m_desk->decide(Strategy::ServerWins)); // it lives again
        m_desk->create({{u"customer"_s, m_desk->id.toString()},
                        {u"invoiceDate"_s, u"2026-01-05"_s},
                        {u"currency"_s, u"SEK"_s},
                        {u"rows"_s, QJsonArray()}},
                       kInvoices);
        QVERIFY(!m_desk->mayBeUndone());
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"record.referenced"_s);
        QVERIFY(!m_desk->body(m_desk->id).isEmpty());
    }

    void aNumberThatIsTakenMeanwhileIsNotTakenBack()
    {
        m_desk->disagree({{u"customerNumber"_s, u"K1"_s}},
                         {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}, {u"customerNumber"_s, u"K2"_s}});
        value(m_desk->decide(Strategy::ServerWins));
        m_desk->create({{u"name"_s, u"Alm"_s}, {u"customerNumber"_s, u"K1"_s}});
        QVERIFY(!m_desk->mayBeUndone());
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"record.invalid"_s);
    }
    void anIdThatIsGivenAgainIsNotTakenBack()
    {
        begin(u"deleted there"_s);
        m_desk->company.write([&] { value(m_desk->company.sql().run("UPDATE conflicts SET theirs_version = '#deleted'")); });
        value(m_desk->decide(Strategy::ServerWins)); // the remote keeps no trace of it, so its link ends
        QVERIFY(m_desk->mayBeUndone());
        m_desk->remote.pages.push_back(page({remoteCustomer(u"101"_s, u"1"_s, named(u"Alm"_s))}, u"c30"_s));
        m_desk->sync();
        QVERIFY(m_desk->localOf(u"101"_s) != m_desk->id);
        QVERIFY(!m_desk->mayBeUndone());
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"decision.overtaken"_s);
    }
    void whatIsBookedIsNotOfferedToBeOpened()
    {
        const auto customer = m_desk->create(named(u"Ek"_s));
        const QJsonObject invoice{{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}};
        m_desk->id = m_desk->create(invoice, kInvoices);
        m_desk->sync();
        value(m_desk->editor.update(kInvoices, m_desk->id, {{u"currency"_s, u"EUR"_s}}, kAnna));
        auto theirs = remoteInvoice(value(m_desk->links().find(kInvoices, m_desk->id))->remote.toString(),
                                    value(m_desk->links().find(kCustomers, customer))->remote.toString());
        theirs.version = u"9"_s;
        theirs.body.insert(u"booked"_s, true);
        m_desk->meet(theirs);
        value(m_desk->decide(Strategy::ServerWins));
        QVERIFY(!m_desk->mayBeUndone());
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"decision.closed"_s);
    }
    // What is needed to take it back holds the record once more: it goes when it is of no use.
    void theWayBackGoesWhenItIsSent()
    {
        const auto kept = [&] { return m_desk->company.number("SELECT count(*) FROM conflicts WHERE undo IS NOT NULL"); };
        m_desk->disagreeAboutTheCity();
        value(m_desk->decide(Strategy::ClientWins));
        QCOMPARE(kept(), 1);
        m_desk->sync();
        QCOMPARE(kept(), 0);
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"decision.sent"_s);
        m_desk->edit(m_desk->id, {{u"city"_s, u"Kiruna"_s}});
        m_desk->meet(remoteCustomer(u"101"_s, u"12"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Ystad"_s}}));
        value(m_desk->decide(Strategy::ServerWins)); // nothing to send: it can be taken back until something else is sent
        QCOMPARE(kept(), 1);
        m_desk->edit(m_desk->id, {{u"city"_s, u"Skara"_s}});
        m_desk->sync();
        QCOMPARE(kept(), 0);
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"decision.overtaken"_s);
    }

    void aRefusalIsNoDecision()
    {
        m_desk->id = m_desk->create(named(u"Ek"_s));
        m_desk->company.write([&] {
            value(m_desk->writer.outbox().refuse(m_desk->open(m_desk->id)->id, ConflictType::Validation, u"record.invalid"_s, {}));
        });
        const auto refusal = value(m_desk->conflicts.refusals(false)).first().id;
        value(m_desk->resolver.resolve(refusal, Strategy::ClientWins, std::nullopt, kAnna));
        QCOMPARE(codeOf(m_desk->history.undo(refusal, kAnna)), u"conflict.oneSided"_s);
        QVERIFY(value(m_desk->history.list({})).isEmpty());
        QCOMPARE(codeOf(m_desk->history.undo(4711, kAnna)), u"conflict.unknown"_s);
    }

    void whatSettledItselfHasNobodysDecision()
    {
        m_desk->disagreeAboutTheCity();
        m_desk->edit(m_desk->id, {{u"city"_s, u"Lund"_s}});
        m_desk->remote.pages.push_back(page({remoteCustomer(u"101"_s, u"10"_s, m_desk->body(m_desk->id))}, u"c20"_s));
        m_desk->sync();
        QCOMPARE(m_desk->openConflicts().size(), 0);
        QCOMPARE(toString(m_desk->decisionState()), toString(DecisionState::Settled));
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"decision.notKept"_s);
    }

    // --- what is kept

    void eachFieldsDecisionIsKept_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::addColumn<QString>("decisions");
        QTest::newRow("mine") << Strategy::ClientWins << uR"({"city":{"choice":"mine"},"phone":{"choice":"mine"},"type":{"choice":"mine"}})"_s;
        QTest::newRow("theirs") << Strategy::ServerWins << uR"({"city":{"choice":"theirs"},"note":{"choice":"theirs"}})"_s;
        QTest::newRow("the later one") << Strategy::LastWriteWins << uR"({"city":{"choice":"mine"}})"_s;
        QTest::newRow("something else")
            << Strategy::Manual
            << uR"({"city":{"choice":"edited","value":"Kiruna"},"name":{"choice":"edited","value":"Ek & Co"}})"_s;
    }
    void eachFieldsDecisionIsKept()
    {
        QFETCH(Strategy, strategy);
        QFETCH(QString, decisions);
        m_desk->disagreeAboutTheCity();
        m_desk->company.write([&] { value(m_desk->company.sql().run("UPDATE conflicts SET theirs_at = 1")); });
        std::optional<QJsonObject> manual;
        if (strategy == Strategy::Manual)
            manual = QJsonObject{{u"name"_s, u"Ek & Co"_s}, {u"city"_s, u"Kiruna"_s}, {u"note"_s, u"mine"_s}, {u"phone"_s, u"08-1"_s}};
        value(m_desk->decide(strategy, manual));
        const auto kept = value(m_desk->history.find(m_desk->conflict)).conflict;
        QCOMPARE(QString::fromUtf8(toCanonicalJson(toJson(kept.decisions))), decisions);
        QCOMPARE(decisionsFrom(toJson(kept.decisions)), kept.decisions);
    }

    void choicesOfADraftAreKeptAsTheyWereMade()
    {
        m_desk->disagreeAboutTheCity();
        const auto conflict = value(m_desk->resolver.current(m_desk->conflict));
        auto draft = value(MergeDraft::make(*m_desk->company.database().schema().find(kCustomers), conflict.versions));
        draft.choose(u"city"_s, Choice::Base);
        draft.choose(u"note"_s, Choice::Mine);
        QVERIFY(draft.canSave());
        const auto resolution = resolutionOf(draft);
        QCOMPARE(toString(resolution.strategy), toString(Strategy::Manual));
        value(m_desk->resolver.resolve(m_desk->conflict, resolution, kAnna));
        QCOMPARE(m_desk->body(m_desk->id)["city"_L1].toString(), u"Umeå"_s);
        QCOMPARE(value(m_desk->history.find(m_desk->conflict)).conflict.decisions, draft.decisions());
    }

    void mineIsKeptAsItWasDecidedOver()
    {
        m_desk->disagreeAboutTheCity();
        m_desk->edit(m_desk->id, {{u"city"_s, u"Östersund"_s}});
        value(m_desk->decide(Strategy::ServerWins));
        const auto kept = value(m_desk->history.find(m_desk->conflict)).conflict;
        QCOMPARE(kept.versions.mine->value("city"_L1).toString(), u"Östersund"_s);
        QCOMPARE(kept.resolvedBy, kAnna.user.toString());
    }

    void aDecisionOverSomethingElseIsRefused()
    {
        m_desk->disagreeAboutTheCity();
        const auto seen = value(m_desk->resolver.current(m_desk->conflict)).versions;
        m_desk->edit(m_desk->id, {{u"city"_s, u"Östersund"_s}});
        const Resolution late{Strategy::ServerWins, {}, {}, seen};
        const auto refused = m_desk->resolver.resolve(m_desk->conflict, late, kAnna);
        QCOMPARE(codeOf(refused), u"merge.changedMeanwhile"_s);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(m_desk->openConflicts().size(), 1);
    }

    // The remote has it like that, and a pull would take it.
    void theirsMayBreakARuleOfOurs()
    {
        m_desk->disagreeAboutTheCity();
        const QJsonObject nameless{{u"city"_s, u"Lund"_s}};
        m_desk->company.write([&] {
            value(m_desk->company.sql().run("UPDATE conflicts SET theirs = CAST(? AS TEXT)", {toCanonicalJson(nameless)}));
        });
        QCOMPARE(codeOf(m_desk->decide(Strategy::Manual, QJsonObject{{u"city"_s, u"Kiruna"_s}})), u"record.invalid"_s);
        value(m_desk->decide(Strategy::ServerWins));
        QCOMPARE(m_desk->body(m_desk->id), nameless);
    }

    void theHistoryIsReadInPages()
    {
        QList<qint64> decided;
        for (int i = 0; i < 5; ++i) {
            const auto id = m_desk->create({{u"name"_s, u"Ek"_s}, {u"city"_s, u"Umeå"_s}});
            m_desk->sync();
            m_desk->edit(id, {{u"city"_s, u"Åre"_s}});
            m_desk->meet(remoteCustomer(QString::number(101 + i), u"9"_s, {{u"name"_s, u"Ek"_s}, {u"city"_s, u"Lund"_s}}));
            if (i % 2 == 0)
                m_desk->company.clock.advance(std::chrono::minutes(1)); // two in the same moment
            value(m_desk->decide(Strategy::ServerWins));
            decided.prepend(m_desk->conflict);
        }
        ConflictQuery query;
        query.limit = 2;
        QList<qint64> read;
        for (;;) {
            const auto some = value(m_desk->history.list(query));
            if (some.isEmpty())
                break;
            for (const auto &one : some)
                read.append(one.conflict.id);
            query.beforeAt = some.last().conflict.resolvedAt;
            query.beforeId = some.last().conflict.id;
        }
        QCOMPARE(read, decided);
        const auto count = [&](const ConflictQuery &wanted) { return value(m_desk->history.list(wanted)).size(); };
        QCOMPARE(count({.connection = kServer, .type = kCustomers}), 5);
        QCOMPARE(count({.connection = kShop}), 0);
        QCOMPARE(count({.type = kInvoices}), 0);
        QCOMPARE(count({.record = m_desk->localOf(u"103"_s)}), 1);
        QCOMPARE(count({.who = kAnna.user.toString()}), 5);
        QCOMPARE(count({.who = u"bo"_s}), 0);
    }

    // Bug 11: whoever settles it, nothing is left of what was chosen before.
    void aDraftEndsWithItsConflict_data()
    {
        QTest::addColumn<bool>("byThemselves");
        QTest::newRow("somebody decided") << false;
        QTest::newRow("they came to agree") << true;
    }
    void aDraftEndsWithItsConflict()
    {
        QFETCH(bool, byThemselves);
        m_desk->disagreeAboutTheCity();
        const QJsonObject draft{{u"decisions"_s, QJsonObject{{u"city"_s, QJsonObject{{u"choice"_s, u"mine"_s}}}}}};
        m_desk->company.write([&] { value(m_desk->conflicts.keepDraft(m_desk->conflict, draft)); });
        QCOMPARE(m_desk->openConflicts().first().draft, draft);
        if (byThemselves) {
            m_desk->remote.pages.push_back(page({remoteCustomer(u"101"_s, u"10"_s, m_desk->body(m_desk->id))}, u"c20"_s));
            m_desk->sync();
        } else {
            value(m_desk->decide(Strategy::ServerWins));
        }
        QCOMPARE(m_desk->openConflicts().size(), 0);
        QCOMPARE(value(m_desk->conflicts.find(m_desk->conflict))->draft, QJsonObject());
        m_desk->company.write([&] { value(m_desk->conflicts.keepDraft(m_desk->conflict, draft)); }); // too late
        QCOMPARE(value(m_desk->conflicts.find(m_desk->conflict))->draft, QJsonObject());
    }

    // --- restore

    void restoreIsANewEdit_data()
    {
        QTest::addColumn<Choice>("which");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("city");
        QTest::addColumn<QString>("note");
        QTest::newRow("all of the base") << Choice::Base << QString() << u"Umeå"_s << u""_s;
        QTest::newRow("all of mine") << Choice::Mine << QString() << u"Åre"_s << u"mine"_s;
        QTest::newRow("all of theirs") << Choice::Theirs << QString() << u"Lund"_s << u""_s;
        QTest::newRow("one field of theirs") << Choice::Theirs << u"city"_s << u"Lund"_s << u"later"_s;
        QTest::newRow("one field that the base did not have") << Choice::Base << u"note"_s << u"Kiruna"_s << u""_s;
        QTest::newRow("one field that nobody changed") << Choice::Mine << u"name"_s << u"Kiruna"_s << u"later"_s;
    }
    void restoreIsANewEdit()
    {
        QFETCH(Choice, which);
        QFETCH(QString, path);
        QFETCH(QString, city);
        QFETCH(QString, note);
        m_desk->disagreeAboutTheCity();
        value(m_desk->decide(Strategy::Manual, QJsonObject{{u"name"_s, u"Ek"_s}, {u"city"_s, u"Kiruna"_s}}));
        m_desk->sync();
        m_desk->edit(m_desk->id, {{u"note"_s, u"later"_s}});
        m_desk->sync();
        QCOMPARE(m_desk->state(m_desk->id), u"done"_s);
        value(m_desk->history.restore(m_desk->conflict, which, path.isEmpty() ? std::nullopt : std::optional(path), kAnna));
        QCOMPARE(m_desk->body(m_desk->id)["city"_L1].toString(), city);
        QCOMPARE(m_desk->body(m_desk->id)["note"_L1].toString(), note);
        const bool changes = path != u"name"_s;
        QCOMPARE(m_desk->state(m_desk->id), changes ? u"pending"_s : u"done"_s);
        QCOMPARE(toString(m_desk->decisionState()), toString(DecisionState::Sent));
        QVERIFY(!m_desk->sync().error);
        QCOMPARE(m_desk->state(m_desk->id), u"done"_s);
    }

    void restoringADeletionDeletes()
    {
        begin(u"deleted here"_s);
        value(m_desk->decide(Strategy::ServerWins));
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Mine, u"city"_s, kAnna)), u"restore.deleted"_s);
        value(m_desk->history.restore(m_desk->conflict, Choice::Mine, {}, kAnna));
        QVERIFY(m_desk->body(m_desk->id).isEmpty());
        value(m_desk->history.restore(m_desk->conflict, Choice::Theirs, {}, kAnna)); // and back
        QCOMPARE(m_desk->body(m_desk->id)["city"_L1].toString(), u"Lund"_s);
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Both, {}, kAnna)), u"restore.which"_s);
    }

    void restoreObeysTheRules()
    {
        m_desk->disagreeAboutTheCity();
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Mine, {}, kAnna)), u"decision.none"_s);
        value(m_desk->decide(Strategy::ServerWins));
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Mine, u"colour"_s, kAnna)), u"merge.unknownPath"_s);
        m_desk->editor.setPermissions(QStringList{});
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Mine, {}, kAnna)), u"permission.missing"_s);
        m_desk->editor.setPermissions({});
        m_desk->company.write([&] { value(m_desk->company.sql().run("UPDATE conflicts SET base = NULL")); });
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Base, {}, kAnna)), u"restore.noBase"_s);
    }

    //! An invoice of two rows, the first changed on both sides.
    LocalId decidedInvoice(const QJsonObject &extra)
    {
        const auto customer = m_desk->create(named(u"Ek"_s));
        const auto rows = [](const QString &price) {
            return QJsonArray{QJsonObject{{u"rowId"_s, u"r1"_s}, {u"description"_s, u"work"_s}, {u"quantity"_s, u"1"_s}, {u"price"_s, price}, {u"vat"_s, u"25"_s}},
                              QJsonObject{{u"rowId"_s, u"r2"_s}, {u"description"_s, u"travel"_s}, {u"quantity"_s, u"1"_s}, {u"price"_s, u"5"_s}, {u"vat"_s, u"25"_s}}};
        };
        const auto invoice = m_desk->create({{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}, {u"rows"_s, rows(u"10"_s)}},
                                            kInvoices);
        m_desk->sync();
        value(m_desk->editor.update(kInvoices, invoice, {{u"rows"_s, rows(u"20"_s)}}, kAnna));
        auto theirs = remoteInvoice(u"102"_s, u"101"_s);
        theirs.version = u"9"_s;
        theirs.body.insert(u"rows"_s, rows(u"30"_s));
        for (auto it = extra.begin(); it != extra.end(); ++it)
            theirs.body.insert(it.key(), it.value());
        m_desk->meet(theirs);
        value(m_desk->decide(Strategy::ServerWins));
        return invoice;
    }
    [[nodiscard]] QString priceOf(const LocalId &invoice)
    {
        return m_desk->body(invoice, kInvoices)["rows"_L1][0]["price"_L1].toString();
    }

    void aFieldOfARowIsRestored()
    {
        const auto invoice = decidedInvoice({});
        QCOMPARE(priceOf(invoice), u"30"_s);
        value(m_desk->history.restore(m_desk->conflict, Choice::Mine, u"rows[r1].price"_s, kAnna));
        QCOMPARE(priceOf(invoice), u"20"_s);
        const auto rows = m_desk->body(invoice, kInvoices)["rows"_L1].toArray();
        QCOMPARE(rows.size(), 2);
        value(m_desk->editor.update(kInvoices, invoice, {{u"rows"_s, QJsonArray{rows[1]}}}, kAnna));
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Mine, u"rows[r1].price"_s, kAnna)), u"restore.rowGone"_s);
    }

    // UX.md 1.2 E19: which rows a person matched is a part of the decision.
    void whatWasMatchedStaysMatched()
    {
        const auto customer = m_desk->create(named(u"Ek"_s));
        const auto rows = [](const QString &price, const QString &id, const QString &text, const QString &vat) {
            QJsonArray all{QJsonObject{{u"rowId"_s, u"r1"_s}, {u"description"_s, u"work"_s}, {u"quantity"_s, u"1"_s}, {u"price"_s, price}, {u"vat"_s, u"25"_s}}};
            if (!id.isEmpty())
                all.append(QJsonObject{{u"rowId"_s, id}, {u"description"_s, text}, {u"quantity"_s, u"1"_s}, {u"price"_s, u"7"_s + vat}, {u"vat"_s, vat}});
            return all;
        };
        const auto invoice = m_desk->create({{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s},
                                             {u"rows"_s, rows(u"10"_s, {}, {}, {})}}, kInvoices);
        m_desk->sync();
        value(m_desk->editor.update(kInvoices, invoice, {{u"rows"_s, rows(u"20"_s, u"m1"_s, u"Journey"_s, u"25"_s)}}, kAnna));
        auto theirs = remoteInvoice(u"102"_s, u"101"_s);
        theirs.version = u"9"_s;
        theirs.body.insert(u"rows"_s, rows(u"30"_s, u"t9"_s, u"Night"_s, u"12"_s));
        m_desk->meet(theirs);
        const auto &schema = *m_desk->company.database().schema().find(kInvoices);
        auto draft = value(MergeDraft::make(schema, value(m_desk->resolver.current(m_desk->conflict)).versions));
        QCOMPARE(value(draft.match(u"rows[m1]"_s, u"t9"_s)), u"rows[m1]"_s);
        draft.setDecisions(draft.allTo(Choice::Theirs, {MergeDraft::Section::Open}, MergeDraft::Overrule::Yes));
        draft.choose(u"rows[r1].price"_s, Choice::Mine);
        QVERIFY(draft.canSave());
        value(m_desk->resolver.resolve(m_desk->conflict, resolutionOf(draft), kAnna));
        QCOMPARE(m_desk->body(invoice, kInvoices)["rows"_L1][1]["description"_L1].toString(), u"Night"_s);
        const auto told = value(m_desk->history.find(m_desk->conflict));
        QVERIFY(told.conflict.versions.pins == draft.state().pins && !told.conflict.versions.pins.isEmpty());
        value(m_desk->history.restore(m_desk->conflict, Choice::Mine, u"rows[m1].description"_s, kAnna));
        const auto after = m_desk->body(invoice, kInvoices)["rows"_L1].toArray();
        QCOMPARE(after.size(), 2);
        QCOMPARE(after[1]["description"_L1].toString(), u"Journey"_s);
        QCOMPARE(m_desk->faults(), QStringList());
    }

    // What theirs referred to turned out to be one of ours, after the conflict was settled.
    void settledOnesFollowAPromisedId()
    {
        const auto customer = m_desk->create(named(u"Ek"_s));
        const auto invoice = m_desk->create({{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}}, kInvoices);
        m_desk->sync();
        value(m_desk->editor.update(kInvoices, invoice, {{u"currency"_s, u"EUR"_s}}, kAnna));
        auto theirs = remoteInvoice(u"102"_s, u"77"_s);
        theirs.version = u"9"_s;
        theirs.body.insert(u"currency"_s, u"NOK"_s);
        m_desk->meet(theirs);
        value(m_desk->decide(Strategy::ServerWins));
        const auto ours = m_desk->create({{u"name"_s, u"Alm"_s}, {u"customerNumber"_s, u"K1"_s}});
        m_desk->remote.pages.push_back(page({remoteCustomer(u"77"_s, u"1"_s, m_desk->body(ours))}, u"c30"_s));
        m_desk->sync();
        QCOMPARE(m_desk->localOf(u"77"_s), ours);
        const auto told = value(m_desk->history.find(m_desk->conflict)).conflict;
        QCOMPARE((*told.versions.theirs)["customer"_L1].toString(), ours.toString());
        QCOMPARE((*told.result)["customer"_L1].toString(), ours.toString());
    }

    // R-CON-11
    void aBookedRecordIsNotRestored()
    {
        const auto invoice = decidedInvoice({{u"booked"_s, true}});
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Mine, u"rows[r1].price"_s, kAnna)), u"record.closed"_s);
        QCOMPARE(codeOf(m_desk->history.restore(m_desk->conflict, Choice::Base, {}, kAnna)), u"record.closed"_s);
        QCOMPARE(priceOf(invoice), u"30"_s);
    }

    // R-CON-11: others have heard that it is in the books.
    void whatADecisionHasClosedIsNotOpenedByUndo()
    {
        const auto invoice = decidedInvoice({{u"booked"_s, true}});
        QCOMPARE(codeOf(m_desk->history.undo(m_desk->conflict, kAnna)), u"decision.closed"_s);
        QVERIFY(m_desk->body(invoice, kInvoices)["booked"_L1].toBool());
    }

    // --- files of before

    void aFileOfVersionFourKeepsItsHistoryAndDrafts()
    {
        QTemporaryDir folder;
        const QDir product(kSteps);
        for (const QString &step : product.entryList(QDir::Dirs, QDir::Name).first(4)) {
            QDir().mkpath(folder.filePath(u"sql/"_s + step));
            for (const QString &name : QDir(product.filePath(step)).entryList(QDir::Files))
                QVERIFY(QFile::copy(product.filePath(step) + u'/' + name, folder.filePath(u"sql/"_s + step + u'/' + name)));
        }
        const DataFolder::Company place{TenantId(u"firm"_s), CompanyId(u"old"_s), folder.filePath(u"old.frost"_s)};
        ManualClock clock;
        test::SeededRandom random{1};
        {
            const DataFolder::Company owner{place.tenant, place.company, folder.filePath(u"new.frost"_s)};
            const auto made = value(Database::create(owner, {u"accounting"_s}, clock, random, {}));
            const auto old = value(Sql::open({.path = place.path}));
            value(migrate(*old, folder.filePath(u"sql"_s)));
            QCOMPARE(value(old->number("PRAGMA user_version")), 4);
            auto facts = value(made->sql().query("SELECT key, value FROM meta"));
            while (facts.next())
                value(old->run("INSERT INTO meta (key, value) VALUES (?, ?)", {facts.text(0), facts.text(1)}));
            const QByteArray insert = "INSERT INTO conflicts (connection, type, record, conflict_type, severity, state, mine, "
                                      "theirs, created_at, updated_at, strategy, resolved_by, resolved_at) VALUES "
                                      "('frostserver', 'customers', 'tmp-a', 'data', 'high', ";
            value(old->execute(insert + "'resolved', '{\"name\":\"A\"}', '{\"name\":\"B\"}', 1, 2, 'manual', 'anna', 3)"));
            value(old->execute(insert + "'open', '{\"name\":\"A\"}', '{\"name\":\"C\"}', 1, 2, '', '', NULL)"));
            value(old->execute("INSERT INTO meta (key, value) VALUES ('mergeDraft/2', '{\"decisions\":{\"name\":{}}}')"));
            value(old->execute("INSERT INTO meta (key, value) VALUES ('mergeDraft/1', '{\"decisions\":{}}')"));
        }
        const auto database = value(Database::open(place, clock, random, {}));
        ConflictStore conflicts(database->sql(), clock);
        const auto open = value(conflicts.list(false));
        QCOMPARE(open.size(), 1);
        QVERIFY(open.first().draft["decisions"_L1].toObject().contains("name"_L1));
        QCOMPARE(value(database->sql().number("SELECT count(*) FROM meta WHERE key LIKE 'mergeDraft/%'")), 0);
        RecordWriter writer(*database, clock, random);
        RecordEditor editor(writer, clock, random);
        ConflictHistory history(writer, editor, conflicts, clock, random);
        const auto told = value(history.list({}));
        QCOMPARE(told.size(), 1);
        QCOMPARE(toString(told.first().state), toString(DecisionState::Settled));
        QCOMPARE(told.first().conflict.resolvedBy, u"anna"_s);
        QVERIFY(told.first().conflict.decisions.isEmpty());
        QCOMPARE(codeOf(history.undo(told.first().conflict.id, kAnna)), u"decision.notKept"_s);
    }
};

QTEST_GUILESS_MAIN(ConflictHistoryTest)
#include "conflicthistory_test.moc"
