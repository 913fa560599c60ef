// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "companyfixture.h"

#include "core/links/links.h"
#include "core/outbox/outbox.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace companyfixture;
using enum OperationState;

namespace {

const ConnectionId kServer(u"frostserver"_s);
const ConnectionId kShop(u"shop"_s);
const EntityType kCustomers(u"customers"_s);
const EntityType kInvoices(u"invoices"_s);
const EntityType kPayments(u"invoicePayments"_s);
const LocalId kRecord(u"tmp-a"_s);
const UserId kAnna(u"anna@firm.se"_s);
const UserId kBo(u"bo@firm.se"_s);

constexpr std::array kStates{Pending, Processing, Verify, Conflict, Failed, Completed, Skipped, Cancelled};

// R-QUE-02, as the requirement and DESIGN.md draw it.
const QHash<OperationState, QSet<OperationState>> kAllowed{
    {Pending, {Processing, Conflict, Completed, Failed, Skipped, Cancelled}},
    {Processing, {Pending, Completed, Conflict, Failed, Verify}},
    {Verify, {Pending, Completed, Conflict, Failed}},
    {Conflict, {Pending, Completed, Cancelled, Skipped}},
    {Failed, {Pending, Cancelled, Skipped}},
};

Operation::Sent sent(OperationKind kind = OperationKind::Create)
{
    return {.kind = kind,
            .revision = 3,
            .key = IdempotencyKey(u"key-1"_s),
            .bytes = QByteArray("{\"a\":\0}", 7),
            .body = R"({"name":"Åsa"})",
            .at = QDateTime::fromMSecsSinceEpoch(1'780'000'000'123, Qt::UTC),
            .epoch = 5};
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void transitionsFollowTheTable_data();
    void transitionsFollowTheTable();
    void stateWordsAreReadBack();
    void anOperationCarriesItsFacts();
    void editsCoalesce_data();
    void editsCoalesce();
    void anEditInFlightWaitsBehind();
    void aFailedOperationIsMendedByAnEdit();
    void priorityOnlyRises();
    void recordsAndConnectionsAreApart();
    void openCreatesAreKnown();
    void readyOnesComeInOrder();
    void readyOnesComePageByPage();
    void aDelayedOperationWaits();
    void noOperationWaitsForEver();
    void aParkedOperationKeepsItsReason();
    void whatWasSentSurvivesARestart();
    void verifyKeepsWhatWasSent();
    void aSettledOperationForgetsWhatWasSent_data();
    void aSettledOperationForgetsWhatWasSent();
    void aCreateThatArrivedIsFollowedByAnUpdate();
    void aFinishedOperationIsHistory();
    void countsAreTheRowsOfTheList();
    void aRetryIsCounted();
    void anUnknownOperationIsNotFound();
    void writingOutsideATransactionIsRefused();
    void stepsAreNeverCoalesced();
    void aStepInFlightSurvivesARestart();
    void aFileFromBeforeStepsKeepsItsQueue();

private:
    void enqueueStep(const QString &step);
    [[nodiscard]] Outbox outbox() { return Outbox(m_company->sql(), m_company->database().schema(), m_company->clock); }
    void enqueue(const EntityType &type, const char *record, OperationKind kind, Priority priority = Priority::Normal);
    [[nodiscard]] Operation theOne() { return *value(outbox().open(kServer, kCustomers, kRecord)); }
    [[nodiscard]] qint64 bring(OperationState state);

    std::unique_ptr<Company> m_company;
};

void OutboxTest::init()
{
    m_company = std::make_unique<Company>();
}

void OutboxTest::enqueue(const EntityType &type, const char *record, OperationKind kind, Priority priority)
{
    m_company->write(
        [&] { value(outbox().enqueue(kServer, type, LocalId(QString::fromLatin1(record)), kind, priority, kAnna)); });
}

//! A new operation, brought into `state` by allowed steps.
qint64 OutboxTest::bring(OperationState state)
{
    enqueue(kCustomers, "tmp-a", OperationKind::Create);
    const auto id = theOne().id;
    m_company->write([&] {
        if (state == Pending)
            return;
        value(outbox().markInFlight(id, sent()));
        if (state == Skipped || state == Cancelled)
            value(outbox().transition(id, Failed));
        if (state != Processing)
            value(outbox().transition(id, state));
    });
    return id;
}

void OutboxTest::transitionsFollowTheTable_data()
{
    QTest::addColumn<OperationState>("from");
    QTest::addColumn<OperationState>("to");
    for (const auto from : kStates) {
        for (const auto to : kStates)
            QTest::addRow("from %s to %s", qPrintable(toString(from)), qPrintable(toString(to))) << from << to;
    }
}

// R-QUE-02
void OutboxTest::transitionsFollowTheTable()
{
    QFETCH(OperationState, from);
    QFETCH(OperationState, to);
    const bool allowed = kAllowed.value(from).contains(to);
    QCOMPARE(canTransition(from, to), allowed);

    const auto id = bring(from);
    QCOMPARE(toString(value(outbox().find(id))->state), toString(from));
    if (!allowed)
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"may not go from"_s));
    m_company->write([&] {
        const auto moved = to == Processing ? outbox().markInFlight(id, sent()) : outbox().transition(id, to);
        QCOMPARE(codeOf(moved), allowed ? QString() : u"operation.illegalTransition"_s);
        if (!allowed)
            QCOMPARE(moved.error().args, QStringList({toString(from), toString(to)}));
    });
    QCOMPARE(toString(value(outbox().find(id))->state), toString(allowed ? to : from));
}

void OutboxTest::stateWordsAreReadBack()
{
    for (const auto state : kStates)
        QVERIFY(operationStateFrom(toString(state)) == state);
    QVERIFY(!operationStateFrom(u"parked"));
    QVERIFY(isFinished(Completed) && isFinished(Skipped) && isFinished(Cancelled));
    QVERIFY(!isFinished(Failed) && !isFinished(Verify));
}

// R-QUE-01
void OutboxTest::anOperationCarriesItsFacts()
{
    enqueue(kCustomers, "tmp-a", OperationKind::Create, Priority::High);
    m_company->reopen();
    const auto operation = theOne();
    QVERIFY(operation.id > 0);
    QCOMPARE(operation.connection, kServer);
    QCOMPARE(operation.type, kCustomers);
    QCOMPARE(operation.record, kRecord);
    QCOMPARE(toString(operation.kind), toString(OperationKind::Create));
    QCOMPARE(toString(operation.state), toString(Pending));
    QCOMPARE(toString(operation.priority), toString(Priority::High));
    QCOMPARE(operation.retryCount, 0);
    QCOMPARE(operation.maxRetries, 3);
    QVERIFY(!operation.nextAttemptAt.isValid());
    QCOMPARE(operation.requiredPermission, u"customers:create"_s);
    QCOMPARE(operation.user, kAnna);
    QCOMPARE(operation.createdAt, m_company->clock.now());
    QVERIFY(!operation.sent);
}

void OutboxTest::editsCoalesce_data()
{
    using enum OperationKind;
    QTest::addColumn<OperationKind>("first");
    QTest::addColumn<OperationKind>("second");
    QTest::addColumn<OperationKind>("result");
    QTest::newRow("create and update are one create") << Create << Update << Create;
    QTest::newRow("create twice is one create") << Create << Create << Create;
    QTest::newRow("create and delete leave the delete") << Create << Delete << Delete;
    QTest::newRow("updates are one update") << Update << Update << Update;
    QTest::newRow("update and delete are a delete") << Update << Delete << Delete;
    QTest::newRow("delete and restore are an update") << Delete << Update << Update;
    QTest::newRow("delete and create are a create") << Delete << Create << Create;
}

// R-QUE-04
void OutboxTest::editsCoalesce()
{
    QFETCH(OperationKind, first);
    QFETCH(OperationKind, second);
    QFETCH(OperationKind, result);
    enqueue(kCustomers, "tmp-a", first);
    const auto before = theOne();
    m_company->clock.advance(std::chrono::minutes(1));
    m_company->write([&] { value(outbox().enqueue(kServer, kCustomers, kRecord, second, Priority::Normal, kBo)); });

    QCOMPARE(value(outbox().list(true)).size(), 1);
    const auto after = theOne();
    QCOMPARE(after.id, before.id);
    QCOMPARE(toString(after.kind), toString(result));
    QCOMPARE(after.requiredPermission, u"customers:"_s + toString(result));
    QCOMPARE(after.user, kBo);
    QCOMPARE(after.createdAt, before.createdAt); // its age decides its place
    QCOMPARE(after.updatedAt, m_company->clock.now());
}

// R-QUE-04
void OutboxTest::anEditInFlightWaitsBehind()
{
    enqueue(kCustomers, "tmp-a", OperationKind::Update);
    const auto id = theOne().id;
    m_company->write([&] { value(outbox().markInFlight(id, sent(OperationKind::Update))); });
    enqueue(kCustomers, "tmp-a", OperationKind::Delete);

    QCOMPARE(value(outbox().list(true)).size(), 1);
    QCOMPARE(toString(theOne().state), toString(Processing));
    QCOMPARE(toString(theOne().sent->kind), toString(OperationKind::Update));
    QCOMPARE(theOne().sent->bytes, sent().bytes);
    QCOMPARE(toString(theOne().kind), toString(OperationKind::Delete));
    m_company->write([&] { value(outbox().transition(id, Pending)); });
    QCOMPARE(toString(theOne().kind), toString(OperationKind::Delete));
}

void OutboxTest::aFailedOperationIsMendedByAnEdit()
{
    enqueue(kCustomers, "tmp-a", OperationKind::Create);
    const auto id = theOne().id;
    m_company->write([&] {
        value(outbox().markInFlight(id, sent()));
        value(outbox().retryLater(id, m_company->clock.now().addSecs(60), u"server.busy"_s, {}));
        value(outbox().transition(id, Failed, u"record.invalid"_s, {u"name: field.required"_s}));
    });
    QCOMPARE(theOne().reasonArgs, QStringList{u"name: field.required"_s});
    enqueue(kCustomers, "tmp-a", OperationKind::Create);
    QCOMPARE(theOne().id, id);
    QCOMPARE(toString(theOne().state), toString(Pending));
    QCOMPARE(theOne().retryCount, 0);
    QCOMPARE(theOne().reason, u""_s);
    QVERIFY(!theOne().nextAttemptAt.isValid());
}

void OutboxTest::priorityOnlyRises()
{
    enqueue(kCustomers, "tmp-a", OperationKind::Create, Priority::High);
    enqueue(kCustomers, "tmp-a", OperationKind::Create, Priority::Low);
    QCOMPARE(toString(theOne().priority), toString(Priority::High));
    enqueue(kCustomers, "tmp-a", OperationKind::Create, Priority::Urgent);
    QCOMPARE(toString(theOne().priority), toString(Priority::Urgent));
}

void OutboxTest::recordsAndConnectionsAreApart()
{
    enqueue(kCustomers, "tmp-a", OperationKind::Create);
    enqueue(kCustomers, "tmp-b", OperationKind::Create);
    enqueue(kInvoices, "tmp-a", OperationKind::Create);
    m_company->write(
        [&] { value(outbox().enqueue(kShop, kCustomers, kRecord, OperationKind::Create, Priority::Normal, kAnna)); });
    QCOMPARE(value(outbox().list(false)).size(), 4);
    QCOMPARE(value(outbox().ready(kShop, m_company->clock.now(), 10, {})).size(), 1);
    QCOMPARE(value(outbox().inState(kServer, Pending)).size(), 3);
}

void OutboxTest::openCreatesAreKnown()
{
    enqueue(kCustomers, "tmp-a", OperationKind::Create);
    enqueue(kInvoices, "tmp-a", OperationKind::Update);
    QVERIFY(value(outbox().hasCreates(kServer, kCustomers)));
    QVERIFY(!value(outbox().hasCreates(kServer, kInvoices)));
    QVERIFY(!value(outbox().hasCreates(kShop, kCustomers)));
    m_company->write([&] { value(outbox().transition(theOne().id, Cancelled)); });
    QVERIFY(!value(outbox().hasCreates(kServer, kCustomers)));
}

// R-QUE-03, R-QUE-05
void OutboxTest::readyOnesComeInOrder()
{
    using enum OperationKind;
    enqueue(kCustomers, "delete-customer", Delete);
    enqueue(kPayments, "payment", Create);
    enqueue(kInvoices, "delete-invoice", Delete);
    enqueue(kInvoices, "invoice", Create);
    enqueue(kCustomers, "older", Update);
    enqueue(kCustomers, "younger", Create);
    enqueue(kPayments, "urgent", Create, Priority::Urgent);
    enqueue(kCustomers, "low", Create, Priority::Low);
    QStringList order;
    for (const auto &operation : value(outbox().ready(kServer, m_company->clock.now(), 100, {})))
        order.append(operation.record.toString());
    QCOMPARE(order, QStringList({u"urgent"_s, u"older"_s, u"younger"_s, u"invoice"_s, u"payment"_s, u"delete-invoice"_s,
                                 u"delete-customer"_s, u"low"_s}));
}

void OutboxTest::readyOnesComePageByPage()
{
    for (int i = 0; i < 23; ++i) {
        const auto type = std::array{kCustomers, kInvoices, kPayments}.at(size_t(i % 3));
        const auto kind = i % 5 == 0 ? OperationKind::Delete : OperationKind::Create;
        enqueue(type, QByteArray::number(i).constData(), kind, Priority(i % 4));
    }
    const auto all = value(outbox().ready(kServer, m_company->clock.now(), -1, {}));
    QCOMPARE(all.size(), 23);
    QList<qint64> paged;
    std::optional<Operation> after;
    for (;;) {
        const auto page = value(outbox().ready(kServer, m_company->clock.now(), 4, after));
        if (page.isEmpty())
            break;
        for (const auto &operation : page)
            paged.append(operation.id);
        after = page.last();
    }
    QCOMPARE(paged.size(), 23);
    for (qsizetype i = 0; i < all.size(); ++i)
        QCOMPARE(paged[i], all[i].id);
}

void OutboxTest::aDelayedOperationWaits()
{
    const auto id = bring(Processing);
    const auto later = m_company->clock.now().addSecs(8);
    m_company->write([&] { value(outbox().retryLater(id, later, u"server.busy"_s, {u"503"_s})); });
    QVERIFY(value(outbox().ready(kServer, later.addMSecs(-1), 10, {})).isEmpty());
    const auto due = value(outbox().ready(kServer, later, 10, {}));
    QCOMPARE(due.size(), 1);
    QCOMPARE(due.first().reason, u"server.busy"_s);
    QCOMPARE(due.first().reasonArgs, QStringList{u"503"_s});
}

// RELIABILITY F39, F15: neither a clock that was set back nor a remote that asks for years holds an operation up.
void OutboxTest::noOperationWaitsForEver()
{
    const auto id = bring(Processing);
    const auto now = m_company->clock.now();
    m_company->write([&] { value(outbox().retryLater(id, now.addYears(3), u"server.busy"_s, {})); });
    QVERIFY(value(outbox().ready(kServer, now.addSecs(3599), 10, {})).isEmpty());
    QCOMPARE(value(outbox().ready(kServer, now.addSecs(3600), 10, {})).size(), 1);
    const auto before = now.addMonths(-1); // what the clock says now
    QCOMPARE(value(outbox().ready(kServer, before, 10, {})).size(), 1);
    QCOMPARE(value(outbox().oldest(kServer, before, 10, 0)).size(), 1);
}

// R-QUE-05: parked is a reason of a pending operation, not a state.
void OutboxTest::aParkedOperationKeepsItsReason()
{
    const auto id = bring(Pending);
    m_company->write([&] { value(outbox().park(id, u"parent.waiting"_s, {u"customers"_s, u"tmp-p"_s})); });
    QCOMPARE(toString(theOne().state), toString(Pending));
    QCOMPARE(theOne().reason, u"parent.waiting"_s);
    QCOMPARE(theOne().reasonArgs, QStringList({u"customers"_s, u"tmp-p"_s}));
    QCOMPARE(value(outbox().ready(kServer, m_company->clock.now(), 10, {})).size(), 1);
    m_company->write([&] { value(outbox().park(id, {}, {})); });
    QCOMPARE(theOne().reason, u""_s);

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"may not go from"_s));
    m_company->write([&] {
        value(outbox().markInFlight(id, sent()));
        QCOMPARE(codeOf(outbox().park(id, u"parent.waiting"_s, {})), u"operation.illegalTransition"_s);
    });
}

// R-QUE-08: everything needed to send the same again.
void OutboxTest::whatWasSentSurvivesARestart()
{
    const auto id = bring(Processing);
    m_company->reopen();
    const auto found = value(outbox().inState(kServer, Processing));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().id, id);
    const auto &kept = *found.first().sent;
    QCOMPARE(toString(kept.kind), toString(sent().kind));
    QCOMPARE(kept.revision, sent().revision);
    QCOMPARE(kept.key, sent().key);
    QCOMPARE(kept.bytes, sent().bytes);
    QCOMPARE(kept.body, sent().body);
    QCOMPARE(kept.at, sent().at);
    QCOMPARE(kept.epoch, sent().epoch);
}

// R-QUE-08
void OutboxTest::verifyKeepsWhatWasSent()
{
    const auto id = bring(Processing);
    m_company->write([&] { value(outbox().transition(id, Verify, u"answer.lost"_s)); });
    m_company->reopen();
    QCOMPARE(toString(theOne().state), toString(Verify));
    QCOMPARE(theOne().reason, u"answer.lost"_s);
    QCOMPARE(theOne().sent->bytes, sent().bytes);
    QVERIFY(value(outbox().ready(kServer, m_company->clock.now(), 10, {})).isEmpty());
}

void OutboxTest::aSettledOperationForgetsWhatWasSent_data()
{
    QTest::addColumn<OperationState>("from");
    QTest::addColumn<OperationState>("to");
    for (const auto from : {Processing, Verify}) {
        for (const auto to : {Pending, Conflict, Failed, Completed})
            QTest::addRow("from %s to %s", qPrintable(toString(from)), qPrintable(toString(to))) << from << to;
    }
}

void OutboxTest::aSettledOperationForgetsWhatWasSent()
{
    QFETCH(OperationState, from);
    QFETCH(OperationState, to);
    const auto id = bring(from);
    QVERIFY(value(outbox().find(id))->sent);
    m_company->write([&] { value(outbox().transition(id, to)); });
    QVERIFY(!value(outbox().find(id))->sent);
}

// R-IDM-04: what the remote has is never created once more.
void OutboxTest::aCreateThatArrivedIsFollowedByAnUpdate()
{
    const auto id = bring(Processing);
    enqueue(kCustomers, "tmp-a", OperationKind::Create); // edited meanwhile; no link is known yet
    QCOMPARE(toString(theOne().kind), toString(OperationKind::Create));
    m_company->write([&] {
        Link link;
        link.local = kRecord;
        link.remote = RemoteId(u"456"_s);
        link.syncedAt = m_company->clock.now();
        value(Links(m_company->sql(), kServer, m_company->clock, m_company->random).store(kCustomers, link));
        value(outbox().transition(id, Pending));
    });
    QCOMPARE(toString(theOne().kind), toString(OperationKind::Update));
    QCOMPARE(theOne().requiredPermission, u"customers:update"_s);
}

void OutboxTest::aFinishedOperationIsHistory()
{
    const auto id = bring(Pending);
    m_company->clock.advance(std::chrono::seconds(1));
    m_company->write([&] { value(outbox().transition(id, Skipped, u"rule.skip"_s, {u"all"_s})); });
    QVERIFY(!value(outbox().open(kServer, kCustomers, kRecord)));
    QCOMPARE(m_company->number("SELECT count(*) FROM operations"), 0);
    QCOMPARE(m_company->number("SELECT count(*) FROM operation_history"), 1);
    const auto finished = *value(outbox().find(id));
    QCOMPARE(toString(finished.state), toString(Skipped));
    QCOMPARE(finished.reason, u"rule.skip"_s);
    QCOMPARE(finished.reasonArgs, QStringList{u"all"_s});
    QCOMPARE(finished.updatedAt, m_company->clock.now());
    QCOMPARE(value(outbox().inState(kServer, Skipped)).size(), 1);

    enqueue(kCustomers, "tmp-a", OperationKind::Update); // a new difference is a new operation
    QVERIFY(theOne().id > id);
    const auto listed = value(outbox().list(true));
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.last().id, id); // finished last
    QCOMPARE(value(outbox().list(true, 1)).size(), 1);
    QCOMPARE(value(outbox().list(false)).size(), 1);
}

// R-QUE-09
void OutboxTest::countsAreTheRowsOfTheList()
{
    const auto put = [&](const char *record, const std::initializer_list<OperationState> &steps) {
        enqueue(kCustomers, record, OperationKind::Create);
        const auto id = value(outbox().open(kServer, kCustomers, LocalId(QString::fromLatin1(record))))->id;
        m_company->write([&] {
            for (const auto step : steps)
                value(step == Processing ? outbox().markInFlight(id, sent()) : outbox().transition(id, step));
        });
    };
    put("1", {});
    put("2", {Processing});
    put("3", {Processing, Verify});
    put("4", {Conflict});
    put("5", {Conflict});
    put("6", {Processing, Failed});
    put("7", {Processing, Completed});
    put("8", {Processing, Completed});
    put("9", {Processing, Completed});
    put("10", {Skipped});
    put("11", {Cancelled});
    const auto counts = value(outbox().counts());
    QHash<OperationState, qint64> listed;
    for (const auto &operation : value(outbox().list(true)))
        ++listed[operation.state];
    QCOMPARE(counts.pending, listed[Pending]);
    QCOMPARE(counts.processing, listed[Processing]);
    QCOMPARE(counts.verify, listed[Verify]);
    QCOMPARE(counts.conflict, listed[Conflict]);
    QCOMPARE(counts.failed, listed[Failed]);
    QCOMPARE(counts.completed, listed[Completed]);
    QCOMPARE(counts.skipped, listed[Skipped]);
    QCOMPARE(counts.cancelled, listed[Cancelled]);
    QCOMPARE(counts.conflict, 2);
    QCOMPARE(counts.completed, 3);
}

void OutboxTest::aRetryIsCounted()
{
    const auto id = bring(Processing);
    for (int i = 1; i <= 2; ++i) {
        m_company->write([&] {
            value(outbox().retryLater(id, m_company->clock.now(), u"server.busy"_s, {}));
            QCOMPARE(theOne().retryCount, i);
            value(outbox().markInFlight(id, sent()));
        });
        QCOMPARE(theOne().retryCount, i);
        QCOMPARE(theOne().reason, u""_s);
    }
    m_company->write([&] { value(outbox().transition(id, Pending)); }); // nothing was sent: no retry is used up
    QCOMPARE(theOne().retryCount, 2);
    m_company->write([&] { value(outbox().transition(id, Failed)); });
    m_company->write([&] { value(outbox().transition(id, Skipped)); });
    QCOMPARE(value(outbox().find(id))->retryCount, 2); // the history says how often it was tried
}

void OutboxTest::anUnknownOperationIsNotFound()
{
    QVERIFY(!value(outbox().find(99)));
    m_company->write([&] {
        QCOMPARE(codeOf(outbox().transition(99, Failed)), u"operation.unknown"_s);
        QCOMPARE(codeOf(outbox().markInFlight(99, sent())), u"operation.unknown"_s);
    });
}

void OutboxTest::writingOutsideATransactionIsRefused()
{
    const auto id = bring(Pending);
    auto queue = outbox();
    QCOMPARE(codeOf(queue.enqueue(kServer, kCustomers, kRecord, OperationKind::Update, Priority::Low, kBo)),
             u"store.noTransaction"_s);
    QCOMPARE(codeOf(queue.transition(id, Skipped)), u"store.noTransaction"_s);
    QCOMPARE(theOne().user, kAnna);
}

void OutboxTest::enqueueStep(const QString &step)
{
    const auto &schema = *m_company->database().schema().find(kInvoices);
    m_company->write([&] { value(outbox().enqueueStep(kServer, kInvoices, kRecord, *schema.step(step), "seen", kAnna)); });
}

// DESIGN.md section 4: an ordered list for each record, beside its one open operation.
void OutboxTest::stepsAreNeverCoalesced()
{
    enqueue(kInvoices, "tmp-a", OperationKind::Create);
    enqueueStep(u"mark-sent"_s);
    enqueue(kInvoices, "tmp-a", OperationKind::Update);
    enqueueStep(u"book"_s);
    enqueueStep(u"cancel"_s);
    QCOMPARE(toString(value(outbox().open(kServer, kInvoices, kRecord))->kind), u"create"_s);
    QStringList names;
    for (const auto &step : value(outbox().steps(kInvoices, kRecord))) {
        QCOMPARE(step.seen, QByteArray("seen"));
        QCOMPARE(step.requiredPermission, u"invoices:"_s + step.step);
        names.append(step.step);
    }
    QCOMPARE(names, (QStringList{u"mark-sent"_s, u"book"_s, u"cancel"_s}));
    QCOMPARE(value(outbox().counts()).pending, 4);
    QCOMPARE(value(outbox().unsent(kServer)), 4);
    QCOMPARE(toString(value(outbox().unacknowledged(kServer, kInvoices)).value(kRecord)), u"create"_s);
}

// R-IDM-04
void OutboxTest::aStepInFlightSurvivesARestart()
{
    enqueueStep(u"book"_s);
    const auto id = value(outbox().steps(kInvoices, kRecord)).first().id;
    m_company->write([&] { value(outbox().markInFlight(id, sent(OperationKind::Step))); });
    m_company->reopen();
    const auto step = value(outbox().steps(kInvoices, kRecord)).first();
    QCOMPARE(toString(step.state), u"processing"_s);
    QCOMPARE(toString(step.sent->kind), u"step"_s);
    QCOMPARE(step.sent->bytes, sent().bytes);
    QCOMPARE(step.step, u"book"_s);
    m_company->write([&] { value(outbox().transition(id, OperationState::Completed)); });
    const auto finished = *value(outbox().find(id));
    QCOMPARE(finished.step, u"book"_s);
    QCOMPARE(finished.seen, QByteArray("seen"));
}

// R-LOC-05
void OutboxTest::aFileFromBeforeStepsKeepsItsQueue()
{
    const QString product = u":/frost/store/sql"_s;
    QTemporaryDir folder;
    for (const auto &step : {u"0001_company"_s, u"0002_drafts"_s, u"0003_refusals"_s}) {
        QVERIFY(QDir(folder.path()).mkpath(u"steps/"_s + step));
        const QDir from(product + u'/' + step);
        for (const auto &name : from.entryList(QDir::Files))
            QVERIFY(QFile::copy(from.filePath(name), folder.filePath(u"steps/"_s + step + u'/' + name)));
    }
    const auto sql = value(Sql::open({.path = folder.filePath(u"old.frost"_s)}));
    value(migrate(*sql, folder.filePath(u"steps"_s), {}));
    const QByteArray facts = "'c', 'invoices', 'r";
    const auto insert = [&](qint64 id, const QByteArray &state, const QByteArray &more, const QByteArray &values) {
        value(sql->execute("INSERT INTO operations (id, connection, type, record, kind, state, priority, rank, user, reason, "
                           "reason_args, created_at, updated_at" + more + ") VALUES (" + QByteArray::number(id) + ", " + facts
                           + QByteArray::number(id) + "', 'update', '" + state + "', 2, 7, 'anna', 'why', '[\"a\"]', 11, 12" + values + ')'));
    };
    insert(3, "pending", {}, {});
    insert(5, "verify", ", sent_kind, sent_revision, sent_key, sent_bytes, sent_body, sent_at, sent_epoch",
           ", 'update', 4, 'k', x'00ff', '{}', 13, 6");
    insert(9, "pending", {}, {});
    value(sql->execute("INSERT INTO operation_history (id, connection, type, record, kind, state, priority, rank, retry_count, "
                       "max_retries, created_at, updated_at, finished_at) SELECT id, connection, type, record, kind, 'completed', "
                       "priority, rank, 2, 3, created_at, updated_at, 14 FROM operations WHERE id = 9"));
    value(sql->execute("DELETE FROM operations WHERE id = 9"));

    value(migrate(*sql, product, {}));
    Outbox after(*sql, m_company->database().schema(), m_company->clock);
    const auto operations = value(after.list(true));
    QCOMPARE(operations.size(), 3);
    QCOMPARE(operations[0].id, 3);
    QCOMPARE(operations[0].reasonArgs, QStringList{u"a"_s});
    QCOMPARE(toString(operations[0].priority), u"high"_s);
    QCOMPARE(operations[1].id, 5);
    QCOMPARE(operations[1].sent->bytes, QByteArray("\0\xff", 2));
    QCOMPARE(operations[1].sent->epoch, 6);
    QCOMPARE(operations[2].id, 9);
    QCOMPARE(toString(operations[2].state), u"completed"_s);
    auto transaction = value(Transaction::begin(*sql, Durability::ProcessCrash));
    value(after.enqueue(kServer, kInvoices, kRecord, OperationKind::Update, Priority::Normal, kAnna));
    QCOMPARE(value(after.open(kServer, kInvoices, kRecord))->id, 10); // never an id of the history
    for (const auto &index : {"operations_open", "operations_ready", "operations_steps", "operation_history_record"})
        QVERIFY2(value(sql->any("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = CAST(? AS TEXT)", {QByteArray(index)})), index);
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"
