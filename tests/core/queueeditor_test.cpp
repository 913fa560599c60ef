// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "officefixture.h"

#include "core/outbox/queueeditor.h"

#include <QTest>

using namespace officefixture;
using enum OperationState;
using Discard = QueueEditor::Discard;

namespace {

//! The server has the record as it is.
void acknowledge(Office &office, const LocalId &id = kRecord)
{
    office.company.write([&] {
        auto links = office.links();
        Link link;
        link.local = id;
        link.remote = RemoteId(u"real"_s);
        link.createdAt = link.syncedAt = office.company.clock.now();
        value(links.store(kCustomers, link));
        value(links.dropBase(kCustomers, id));
        value(office.writer.outbox().transition(office.open(id)->id, Completed));
    });
}

QJsonObject bodyOf(Office &office, const LocalId &id = kRecord)
{
    auto store = value(office.company.database().objectStore(kCustomers));
    return value(store.get(id)).value().body;
}

} // namespace

class QueueEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNewRecordIsKeptAndNotSent();
    void whatIsKeptIsSentAfterAll();
    void aChangeIsUndone();
    void aChangeIsUndoneForOneConnectionAndToldToTheOther();
    void aDeletionIsTakenBack();
    void whatIsErasedDoesNotComeBackEmpty();
    void aChangeBeforeTheDeletionStillWaits();
    void aNumberGivenAwayMeanwhileIsNotTakenBack();
    void aStateThatIsNotKnownCannotComeBack();
    void whatMayHaveArrivedIsNotTouched_data();
    void whatMayHaveArrivedIsNotTouched();
    void retrying_data();
    void retrying();
    void listsAreToldToLookAgain();

private:
    [[nodiscard]] QueueEditor editor() { return {office->writer, office->company.clock, office->company.random}; }
    [[nodiscard]] qint64 openId() { return office->open()->id; }
    [[nodiscard]] Operation find(qint64 id) { return value(office->writer.outbox().find(id)).value(); }

    std::unique_ptr<Office> office;
};

void QueueEditorTest::init()
{
    office = std::make_unique<Office>();
}

// R-QUE-02: ended by the user, with the reason.
void QueueEditorTest::aNewRecordIsKeptAndNotSent()
{
    office->write(named(u"Norrskog"_s));
    const auto id = openId();
    QCOMPARE(value(editor().prospect(id)).discard, Discard::KeepUnsent);
    QCOMPARE(value(editor().discard(id, kAnna)), Discard::KeepUnsent);
    const auto operation = find(id);
    QCOMPARE(toString(operation.state), toString(Skipped));
    QCOMPARE(operation.reason, u"discarded"_s);
    QCOMPARE(operation.reasonArgs, QStringList{u"anna@firm.se"_s});
    QVERIFY(!office->open());
    QCOMPARE(bodyOf(*office)["name"_L1].toString(), u"Norrskog"_s);
    QCOMPARE(value(office->writer.audit().list(1)).first().action, u"discard"_s);
    QVERIFY(value(office->writer.audit().verify()).isEmpty());

    office->write(named(u"Norrskog AB"_s));
    QVERIFY2(office->open(), "a change by a person asks for it again");
}

void QueueEditorTest::whatIsKeptIsSentAfterAll()
{
    office->write(named(u"Norrskog"_s));
    const auto id = openId();
    value(editor().discard(id, kAnna));
    value(editor().retry(id, kAnna));
    QVERIFY(office->open());
    QCOMPARE(toString(office->open()->kind), toString(OperationKind::Create));
    QCOMPARE(toString(office->open()->state), toString(Pending));
    const auto again = openId();
    value(editor().retry(id, kAnna)); // twice is once
    QCOMPARE(openId(), again);
}

void QueueEditorTest::aChangeIsUndone()
{
    office->write(named(u"Norrskog"_s));
    acknowledge(*office);
    office->write(named(u"Norrskog Bygg"_s));
    office->write(named(u"Norrskog Bygg AB"_s));
    const auto id = openId();
    const auto prospect = value(editor().prospect(id));
    QCOMPARE(prospect.before["name"_L1].toString(), u"Norrskog Bygg AB"_s);
    QCOMPARE(prospect.after["name"_L1].toString(), u"Norrskog"_s);
    QCOMPARE(value(editor().discard(id, kAnna)), Discard::UndoChange);
    QCOMPARE(bodyOf(*office)["name"_L1].toString(), u"Norrskog"_s);
    QCOMPARE(toString(find(id).state), toString(Cancelled));
    QVERIFY(!office->open());
    QVERIFY(!value(office->links().base(kCustomers, kRecord)));

    office->write(named(u"Norrskog & Co"_s));
    QCOMPARE(value(office->links().base(kCustomers, kRecord))->value("name"_L1).toString(), u"Norrskog"_s);
}

void QueueEditorTest::aChangeIsUndoneForOneConnectionAndToldToTheOther()
{
    office = std::make_unique<Office>(QList{kServer, kShop});
    office->write(named(u"Norrskog"_s));
    acknowledge(*office);
    office->company.write(
        [&] { value(office->writer.outbox().transition(office->open(kRecord, kShop)->id, Skipped)); });
    office->write(named(u"Norrskog Bygg"_s));
    value(editor().discard(openId(), kAnna));
    QVERIFY(!office->open());
    QVERIFY2(office->open(kRecord, kShop), "the shop hears of the record as it is now");
}

void QueueEditorTest::aDeletionIsTakenBack()
{
    const auto record = office->write(named(u"Norrskog"_s));
    acknowledge(*office);
    office->write(record.body, true);
    const auto id = openId();
    QCOMPARE(toString(find(id).kind), toString(OperationKind::Delete));
    QCOMPARE(value(editor().discard(id, kAnna)), Discard::UndoDeletion);
    QCOMPARE(toString(find(id).state), toString(Cancelled));
    auto store = value(office->company.database().objectStore(kCustomers));
    QVERIFY(!value(store.get(kRecord))->deleted);
    QVERIFY(!office->open());
}

// R-LOC-06
void QueueEditorTest::whatIsErasedDoesNotComeBackEmpty()
{
    const auto record = office->write(named(u"Norrskog"_s));
    acknowledge(*office);
    office->write(record.body, true);
    office->write({}, true);
    const auto id = openId();
    QCOMPARE(value(editor().discard(id, kAnna)), Discard::KeepUnsent);
    QCOMPARE(toString(find(id).state), toString(Skipped));
    QVERIFY(value(value(office->company.database().objectStore(kCustomers)).get(kRecord))->isErased());
    QVERIFY(!office->open());
}

void QueueEditorTest::aChangeBeforeTheDeletionStillWaits()
{
    office->write(named(u"Norrskog"_s));
    acknowledge(*office);
    const auto changed = office->write(named(u"Norrskog Bygg"_s));
    office->write(changed.body, true);
    const auto id = openId();
    value(editor().discard(id, kAnna));
    QCOMPARE(toString(find(id).state), toString(Pending));
    QCOMPARE(toString(find(id).kind), toString(OperationKind::Update));
    QCOMPARE(bodyOf(*office)["name"_L1].toString(), u"Norrskog Bygg"_s);
}

void QueueEditorTest::aNumberGivenAwayMeanwhileIsNotTakenBack()
{
    const auto numbered = [](const QString &name, const QString &number) {
        return QJsonObject{{u"name"_s, name}, {u"customerNumber"_s, number}};
    };
    office->write(numbered(u"Norrskog"_s, u"17"_s));
    acknowledge(*office);
    office->write(numbered(u"Norrskog"_s, u"18"_s));
    office->write(numbered(u"Other"_s, u"17"_s), false, LocalId(u"tmp-b"_s));
    const auto id = openId();
    QCOMPARE(codeOf(editor().discard(id, kAnna)), u"record.invalid"_s);
    QCOMPARE(toString(find(id).state), toString(Pending));
    QCOMPARE(bodyOf(*office)["customerNumber"_L1].toString(), u"18"_s);
}

void QueueEditorTest::aStateThatIsNotKnownCannotComeBack()
{
    office->write(named(u"Norrskog"_s));
    acknowledge(*office);
    office->write(named(u"Norrskog Bygg"_s));
    office->company.write([&] { value(office->links().dropBase(kCustomers, kRecord)); });
    QCOMPARE(codeOf(editor().discard(openId(), kAnna)), u"operation.noBase"_s);
}

void QueueEditorTest::whatMayHaveArrivedIsNotTouched_data()
{
    QTest::addColumn<OperationState>("state");
    QTest::newRow("what is being sent") << Processing;
    QTest::newRow("what is being checked") << Verify;
    QTest::newRow("what waits for a choice") << OperationState::Conflict;
    QTest::newRow("what has arrived") << Completed;
}

void QueueEditorTest::whatMayHaveArrivedIsNotTouched()
{
    QFETCH(OperationState, state);
    office->write(named(u"Norrskog"_s));
    const auto id = openId();
    office->company.write([&] {
        value(office->writer.outbox().markInFlight(id, {.kind = OperationKind::Create,
                                                        .revision = 1,
                                                        .key = IdempotencyKey(u"k"_s),
                                                        .bytes = "{}",
                                                        .body = "{}",
                                                        .at = office->company.clock.now(),
                                                        .epoch = 1}));
        if (state != Processing)
            value(office->writer.outbox().transition(id, state));
    });
    QCOMPARE(codeOf(editor().discard(id, kAnna)), u"operation.notWaiting"_s);
    QCOMPARE(codeOf(editor().retry(id, kAnna)), u"operation.notWaiting"_s);
    QCOMPARE(toString(find(id).state), toString(state));
}

void QueueEditorTest::retrying_data()
{
    QTest::addColumn<bool>("failed");
    QTest::newRow("what was refused waits to be sent again") << true;
    QTest::newRow("what waits for later waits no longer") << false;
}

void QueueEditorTest::retrying()
{
    QFETCH(bool, failed);
    office->write(named(u"Norrskog"_s));
    const auto id = openId();
    office->company.write([&] {
        if (failed)
            value(office->writer.outbox().transition(id, Failed, u"remote.rejected"_s));
        else
            value(office->writer.outbox().park(id, u"server.busy"_s, {}));
    });
    value(editor().retry(id, kAnna));
    QCOMPARE(toString(find(id).state), toString(Pending));
    QCOMPARE(find(id).reason, QString());
    QCOMPARE(value(office->writer.outbox().ready(kServer, office->company.clock.now(), 10, {})).size(), 1);
}

// What is said about the sending of a record is seen in its list.
void QueueEditorTest::listsAreToldToLookAgain()
{
    office->write(named(u"Norrskog"_s));
    const auto id = openId();
    (void)office->writer.takeWritten();
    value(editor().discard(id, kAnna));
    QCOMPARE(office->writer.takeWritten(), QSet<EntityType>{kCustomers});
    value(editor().retry(id, kAnna));
    QCOMPARE(office->writer.takeWritten(), QSet<EntityType>{kCustomers});
}

QTEST_GUILESS_MAIN(QueueEditorTest)
#include "queueeditor_test.moc"
