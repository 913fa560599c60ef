// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "officefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace officefixture;

class RecordWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRecordIsQueuedForEveryConnection();
    void theConnectionItCameFromIsNotTold();
    void withoutConnectionsNothingIsQueued();
    void aConnectionMadeLaterIsToldAfterReloading();
    void anEqualStateChangesNothing();
    void anUnknownStoreIsNotFound();
    void theStateBeforeBecomesTheBase();
    void theBaseIsTheOldestUnconfirmedState();
    void aBaseThatIsThereIsKept();
    void aPromisedLinkIsNotYetARecord();
    void deletingWhatWasNeverSentCancels_data();
    void deletingWhatWasNeverSentCancels();
    void deletingAnUndecidedCreateWaits_data();
    void deletingAnUndecidedCreateWaits();
    void deletingWhatTheRemoteHasIsQueued();
    void aRestoredRecordIsUpdated();
    void anUndecidedCreateThatIsRestoredStaysACreate();
    void theAuditSaysWhatHappened_data();
    void theAuditSaysWhatHappened();
    void theGivenTimeIsKept();
    void aFailedWriteLeavesNothing_data();
    void aFailedWriteLeavesNothing();
};

void RecordWriterTest::aNewRecordIsQueuedForEveryConnection()
{
    Office office(QList{kServer, kShop});
    const auto record = office.write(named(u"Åsa"_s));
    QCOMPARE(record.revision, 1);
    QCOMPARE(record.updatedBy, u"anna"_s);
    QCOMPARE(record.updatedAt, office.company.clock.now());
    for (const auto &connection : {kServer, kShop}) {
        const auto operation = office.open(kRecord, connection);
        QVERIFY(operation);
        QCOMPARE(toString(operation->kind), toString(OperationKind::Create));
        QCOMPARE(operation->user, kAnna.user);
    }
    QVERIFY(!value(office.links().base(kCustomers, kRecord)));
}

// R-SYN-10: no echo.
void RecordWriterTest::theConnectionItCameFromIsNotTold()
{
    Office office(QList{kServer, kShop});
    office.write(named(u"Åsa"_s), false, kRecord, kServer);
    QVERIFY(!office.open(kRecord, kServer));
    QVERIFY(office.open(kRecord, kShop));
}

void RecordWriterTest::withoutConnectionsNothingIsQueued()
{
    Office office(QList<ConnectionId>{});
    office.write(named(u"Åsa"_s));
    QVERIFY(value(office.writer.outbox().list(true)).isEmpty());
    QCOMPARE(value(office.writer.audit().list(-1)).size(), 1);
}

void RecordWriterTest::aConnectionMadeLaterIsToldAfterReloading()
{
    Office office(QList<ConnectionId>{});
    office.write(named(u"Åsa"_s));
    value(Connections(office.company.sql(), office.company.clock).add(kServer, u"frostserver"_s, {}));
    value(office.writer.reloadConnections());
    office.write(named(u"Bo"_s));
    QCOMPARE(toString(office.open()->kind), toString(OperationKind::Create));
}

void RecordWriterTest::anEqualStateChangesNothing()
{
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    office.acknowledge();
    office.company.clock.advance(std::chrono::hours(1));
    const auto again = office.write(named(u"Åsa"_s));
    QCOMPARE(again.revision, 1);
    QVERIFY(again.updatedAt < office.company.clock.now());
    QVERIFY(!office.open());
    QCOMPARE(value(office.writer.audit().list(-1)).size(), 1);
}

void RecordWriterTest::anUnknownStoreIsNotFound()
{
    Office office;
    const auto transaction = value(Transaction::begin(office.company.sql(), Durability::ProcessCrash));
    const auto written = office.writer.write(
        {.type = EntityType(u"dragons"_s), .id = kRecord, .body = {}, .updatedBy = {}, .updatedAt = {}}, kAnna);
    QCOMPARE(codeOf(written), u"store.unknown"_s);
}

// I8: the base is a state that both sides had.
void RecordWriterTest::theStateBeforeBecomesTheBase()
{
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    office.acknowledge();
    QVERIFY(!value(office.links().base(kCustomers, kRecord)));
    office.write(named(u"Bo"_s));
    QCOMPARE(value(office.links().base(kCustomers, kRecord)), named(u"Åsa"_s));
    QCOMPARE(toString(office.open()->kind), toString(OperationKind::Update));
}

void RecordWriterTest::theBaseIsTheOldestUnconfirmedState()
{
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    office.acknowledge();
    office.write(named(u"Bo"_s));
    office.write(named(u"Cecilia"_s));
    QCOMPARE(value(office.links().base(kCustomers, kRecord)), named(u"Åsa"_s));
    office.take();
    office.write(named(u"David"_s));
    QCOMPARE(value(office.links().base(kCustomers, kRecord)), named(u"Åsa"_s));
    office.acknowledge();
    QCOMPARE(value(office.links().base(kCustomers, kRecord)), named(u"Cecilia"_s));
    QCOMPARE(toString(office.open()->state), toString(OperationState::Pending));
}

// The remote may hold a state that differs from the record only by what it cannot express; that is the base.
void RecordWriterTest::aBaseThatIsThereIsKept()
{
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    office.acknowledge();
    office.company.write([&] {
        auto links = office.links();
        value(links.setBase(kCustomers, kRecord, named(u"ÅSA"_s)));
    });
    office.write(named(u"Bo"_s));
    QCOMPARE(value(office.links().base(kCustomers, kRecord)), named(u"ÅSA"_s));
}

void RecordWriterTest::aPromisedLinkIsNotYetARecord()
{
    Office office;
    LocalId promised;
    office.company.write([&] {
        auto links = office.links();
        promised = value(links.resolveLocal(kCustomers, RemoteId(u"9"_s)));
    });
    office.write(named(u"Åsa"_s), false, promised);
    QCOMPARE(toString(office.open(promised)->kind), toString(OperationKind::Create));
    QVERIFY(!value(office.links().base(kCustomers, promised)));
}

void RecordWriterTest::deletingWhatWasNeverSentCancels_data()
{
    QTest::addColumn<QList<OperationState>>("steps");
    using enum OperationState;
    QTest::newRow("never taken") << QList<OperationState>{};
    QTest::newRow("taken, but nothing was sent") << QList<OperationState>{Processing, Pending};
    QTest::newRow("unknown, then surely not there") << QList<OperationState>{Processing, Verify, Pending};
    QTest::newRow("refused by the remote") << QList<OperationState>{Processing, Failed};
}

// R-QUE-04
void RecordWriterTest::deletingWhatWasNeverSentCancels()
{
    QFETCH(QList<OperationState>, steps);
    Office office;
    office.write(named(u"Åsa"_s));
    for (const auto step : steps) {
        if (step == OperationState::Processing)
            office.take();
        else
            office.transition(step);
    }
    const auto id = office.open()->id;
    office.write(named(u"Åsa"_s), true);
    QVERIFY(!office.open());
    const auto ended = *value(office.writer.outbox().find(id));
    QCOMPARE(toString(ended.state), toString(OperationState::Cancelled));
    QCOMPARE(ended.reason, u"never.sent"_s);
}

void RecordWriterTest::deletingAnUndecidedCreateWaits_data()
{
    QTest::addColumn<OperationState>("state");
    QTest::newRow("in flight") << OperationState::Processing;
    QTest::newRow("in verify") << OperationState::Verify;
}

void RecordWriterTest::deletingAnUndecidedCreateWaits()
{
    QFETCH(OperationState, state);
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    if (state == OperationState::Verify)
        office.transition(state);
    office.write(named(u"Åsa"_s), true);
    QCOMPARE(toString(office.open()->state), toString(state));
    QCOMPARE(toString(office.open()->kind), toString(OperationKind::Delete));
    QCOMPARE(toString(office.open()->sent->kind), toString(OperationKind::Create));
    office.acknowledge();
    QCOMPARE(toString(office.open()->state), toString(OperationState::Pending));
    QCOMPARE(toString(office.open()->kind), toString(OperationKind::Delete));
}

void RecordWriterTest::deletingWhatTheRemoteHasIsQueued()
{
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    office.acknowledge();
    office.write(named(u"Åsa"_s), true);
    QCOMPARE(toString(office.open()->kind), toString(OperationKind::Delete));
    QCOMPARE(value(office.links().base(kCustomers, kRecord)), named(u"Åsa"_s));
}

void RecordWriterTest::aRestoredRecordIsUpdated()
{
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    office.acknowledge();
    office.write(named(u"Åsa"_s), true);
    office.write(named(u"Bo"_s));
    QCOMPARE(toString(office.open()->kind), toString(OperationKind::Update));
    QCOMPARE(value(office.links().base(kCustomers, kRecord)), named(u"Åsa"_s));
}

void RecordWriterTest::anUndecidedCreateThatIsRestoredStaysACreate()
{
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    office.write(named(u"Åsa"_s), true);
    office.write(named(u"Åsa"_s));
    office.transition(OperationState::Pending); // nothing was sent
    QCOMPARE(toString(office.open()->kind), toString(OperationKind::Create));
}

void RecordWriterTest::theAuditSaysWhatHappened_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("wasDeleted");
    QTest::addColumn<bool>("deleted");
    QTest::addColumn<QJsonObject>("change");
    const QJsonArray name{u"Åsa"_s, u"Bo"_s};
    QTest::newRow("a new record") << u"create"_s << false << false << false
                                  << QJsonObject{{u"name"_s, QJsonArray{QJsonValue(), u"Bo"_s}}};
    QTest::newRow("a changed record") << u"update"_s << true << false << false << QJsonObject{{u"name"_s, name}};
    QTest::newRow("a deleted record") << u"delete"_s << true << false << true
                                      << QJsonObject{{u"name"_s, name}, {u"deleted"_s, QJsonArray{false, true}}};
    QTest::newRow("a restored record") << u"restore"_s << true << true << false
                                       << QJsonObject{{u"name"_s, name}, {u"deleted"_s, QJsonArray{true, false}}};
}

void RecordWriterTest::theAuditSaysWhatHappened()
{
    QFETCH(bool, known);
    QFETCH(bool, wasDeleted);
    QFETCH(bool, deleted);
    Office office;
    if (known)
        office.write(named(u"Åsa"_s));
    if (wasDeleted)
        office.write(named(u"Åsa"_s), true);
    office.write(named(u"Bo"_s), deleted);
    const auto entry = value(office.writer.audit().list(1)).first();
    QTEST(entry.action, "action");
    QTEST(entry.change, "change");
    QCOMPARE(entry.record, kRecord);
    QCOMPARE(entry.actor.user, kAnna.user);
}

void RecordWriterTest::theGivenTimeIsKept()
{
    Office office;
    const auto earlier = office.company.clock.now().addDays(-3);
    office.company.write([&] {
        const auto record = value(office.writer.write(
            {.type = kCustomers, .id = kRecord, .body = named(u"Åsa"_s), .updatedBy = u"bo"_s, .updatedAt = earlier},
            kAnna));
        QCOMPARE(record.updatedAt, earlier);
    });
}

void RecordWriterTest::aFailedWriteLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("the audit row cannot be written") << "audit"_ba;
    QTest::newRow("the operation cannot be written") << "operations"_ba;
    QTest::newRow("the base cannot be written") << "bases"_ba;
    QTest::newRow("the record cannot be written") << "os_customers"_ba;
}

// R-LOC-04, I2: record, operation, base and audit row exist together or not at all.
void RecordWriterTest::aFailedWriteLeavesNothing()
{
    QFETCH(QByteArray, table);
    Office office;
    office.write(named(u"Åsa"_s));
    office.take();
    office.acknowledge();
    for (const QByteArray event : {"INSERT", "UPDATE"})
        value(office.company.sql().execute("CREATE TRIGGER broken_" + event + " BEFORE " + event + " ON " + table
                                           + " BEGIN SELECT RAISE(ABORT, 'broken'); END"));
    {
        const auto transaction = value(Transaction::begin(office.company.sql(), Durability::PowerCut));
        const auto written = office.writer.write(
            {.type = kCustomers, .id = kRecord, .body = named(u"Bo"_s), .updatedBy = {}, .updatedAt = {}}, kAnna);
        QVERIFY(!written);
    }
    const auto record = *value(value(office.company.database().objectStore(kCustomers)).get(kRecord));
    QCOMPARE(record.body, named(u"Åsa"_s));
    QCOMPARE(record.revision, 1);
    QVERIFY(!office.open());
    QVERIFY(!value(office.links().base(kCustomers, kRecord)));
    QCOMPARE(value(office.writer.audit().list(-1)).size(), 1);
    QCOMPARE(value(office.writer.audit().verify()), QStringList());
}

QTEST_GUILESS_MAIN(RecordWriterTest)
#include "recordwriter_test.moc"
