// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "companyfixture.h"

#include "core/conflict/merge.h"
#include "core/links/lostids.h"
#include "core/conflict/conflictstore.h"
#include "core/outbox/recordeditor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace companyfixture;

namespace {

const ConnectionId kServer(u"frostserver"_s);
const EntityType kCustomers(u"customers"_s);
const EntityType kArticles(u"articles"_s);
const EntityType kAccounts(u"accounts"_s);
const EntityType kInvoices(u"invoices"_s);
const Actor kAnna{UserId(u"anna@firm.se"_s), DeviceId(u"laptop"_s), Source::User};

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class RecordEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNewRecordIsBroughtIntoForm();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();
    void everyProblemIsNamedAtOnce();
    void anUnknownTypeIsNotFound();
    void absentFieldsStayAndNullRemoves();
    void rowsAreReplacedAndKeepTheirIds();
    void newRowsGetDefaultsAndIds();
    void derivedFieldsAreRecomputed();
    void whatWasReadCanBePutBack();
    void fieldsOfANewerVersionAreKept();
    void updatingWhatIsNotThere_data();
    void updatingWhatIsNotThere();
    void shownIdsAreAcceptedInReferences();
    void aReferenceToATombstoneIsKeptButNotMade();
    void aPromisedReferenceCanBeKept();
    void aNaturalKeyIsUsedOnce_data();
    void aNaturalKeyIsUsedOnce();
    void theKeyOfADeletedRecordIsFree();
    void anEditKeepsItsOwnKey();
    void removingLeavesATombstone();
    void whatIsReferredToIsNotRemoved_data();
    void whatIsReferredToIsNotRemoved();
    void whatIsClosedStaysAsItIs_data();
    void whatIsClosedStaysAsItIs();
    void whatWasRefusedAndIsNowhereElseMayGo_data();
    void whatWasRefusedAndIsNowhereElseMayGo();
    void aDeletionIsTakenBack_data();
    void aDeletionIsTakenBack();
    void whatIsErasedLeavesNothing_data();
    void whatIsErasedLeavesNothing();
    void whatCannotBeErased();
    void whatCannotLiveAgainIsRefused();
    void restoringIsAskedLikeAnUpdate();
    void permissionsAreAskedFirst_data();
    void permissionsAreAskedFirst();
    void manyRecordsReferToEachOther();
    void manyRecordsAreAllOrNone();
    void aTakenIdIsRefused();
    void anEditIsOneTransaction();
    void aConnectionOfAnotherProcessIsNoticed();

private:
    [[nodiscard]] std::optional<Record> stored(const EntityType &type, const LocalId &id)
    {
        return value(value(m_company->database().objectStore(type)).get(id));
    }
    [[nodiscard]] Record customer(const char *number = "1")
    {
        return value(m_editor->create(
            kCustomers, {{u"name"_s, u"Åsa"_s}, {u"customerNumber"_s, QString::fromLatin1(number)}}, kAnna));
    }
    [[nodiscard]] Record invoice(const LocalId &customerId, const QByteArray &rows = "[]")
    {
        auto body = object(R"({"invoiceDate": "2026-01-31", "currency": "SEK", "rows": )" + rows + "}");
        body.insert(u"customer"_s, customerId.toString());
        return value(m_editor->create(kInvoices, body, kAnna));
    }
    void link(const EntityType &type, const LocalId &local, const QString &remote);
    //! What waits about a customer has been carried out.
    void complete(const LocalId &id)
    {
        m_company->write([&] {
            const auto open = value(m_writer->outbox().open(kServer, kCustomers, id));
            value(m_writer->outbox().transition(open->id, OperationState::Completed));
        });
    }
    //! The server has made the customer.
    void arrive(const LocalId &id)
    {
        link(kCustomers, id, u"456"_s);
        complete(id);
    }

    std::unique_ptr<Company> m_company;
    std::unique_ptr<RecordWriter> m_writer;
    std::unique_ptr<RecordEditor> m_editor;
};

void RecordEditorTest::init()
{
    m_editor.reset();
    m_writer.reset();
    m_company = std::make_unique<Company>();
    value(Connections(m_company->sql(), m_company->clock).add(kServer, u"frostserver"_s, {}));
    m_writer = std::make_unique<RecordWriter>(m_company->database(), m_company->clock, m_company->random);
    m_editor = std::make_unique<RecordEditor>(*m_writer, m_company->clock, m_company->random);
}

void RecordEditorTest::link(const EntityType &type, const LocalId &local, const QString &remote)
{
    m_company->write([&] {
        Link made;
        made.local = local;
        made.remote = RemoteId(remote);
        made.syncedAt = m_company->clock.now();
        value(Links(m_company->sql(), kServer, m_company->clock, m_company->random).store(type, made));
    });
}

// R-IDM-01: a temporary id at once.
void RecordEditorTest::aNewRecordIsBroughtIntoForm()
{
    const auto record =
        value(m_editor->create(kCustomers, object(R"({"name": "  Åsa  ", "note": "", "city": null})"), kAnna));
    QVERIFY(record.id.toString().startsWith("tmp-"_L1));
    QCOMPARE(record.body.value("name"_L1), u"Åsa"_s);
    QVERIFY(!record.body.contains("note"_L1));
    QVERIFY(!record.body.contains("city"_L1));
    QCOMPARE(record.body.value("type"_L1), u"company"_s); // a default
    QCOMPARE(record.updatedBy, kAnna.user.toString());
    QCOMPARE(stored(kCustomers, record.id)->body, record.body);
    QCOMPARE(toString(value(m_writer->outbox().open(kServer, kCustomers, record.id))->kind),
             toString(OperationKind::Create));
}

void RecordEditorTest::wrongInputIsRefused_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QString &type, const char *body, const QString &problem) {
        QTest::newRow(name) << type << QByteArray(body) << problem;
    };
    row("a required field is missing", u"customers"_s, R"({"note": "x"})", u"name: field.required"_s);
    row("a field nobody knows", u"customers"_s, R"({"name": "A", "nmae": "B"})", u"nmae: field.unknown"_s);
    row("a field nobody knows in a row", u"invoices"_s, R"({"rows": [{"prise": "1"}]})",
        u"rows[0].prise: field.unknown"_s);
    row("a wrong type", u"customers"_s, R"({"name": {"first": "A"}})", u"name: field.type"_s);
    row("an unknown choice", u"customers"_s, R"({"name": "A", "type": "dog"})", u"type: choice.unknown"_s);
    row("a malformed date", u"invoices"_s, R"({"invoiceDate": "2026-02-30"})", u"invoiceDate: date.malformed"_s);
    row("an unknown reference", u"invoices"_s, R"({"customer": "tmp-nobody"})", u"customer: reference.unknown"_s);
    row("an unknown reference in a row", u"invoices"_s, R"({"rows": [{"article": "42"}]})",
        u"rows[0].article: reference.unknown"_s);
    row("rows that are a text", u"invoices"_s, R"({"rows": "two"})", u"rows: field.type"_s);
    row("a row that is a text", u"invoices"_s, R"({"rows": ["two"]})", u"rows[0]: field.type"_s);
    row("a row id used twice", u"invoices"_s, R"({"rows": [{"rowId": "1"}, {"rowId": "1"}]})",
        u"rows[1].rowId: row.duplicateId"_s);
}

void RecordEditorTest::wrongInputIsRefused()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, problem);
    const auto made = m_editor->create(EntityType(type), object(body), kAnna);
    QCOMPARE(codeOf(made), u"record.invalid"_s);
    QCOMPARE(made.error().kind, ErrorKind::Invalid);
    QVERIFY2(made.error().args.contains(problem), qPrintable(made.error().args.join(u", ")));
    QCOMPARE(m_company->number("SELECT count(*) FROM os_customers"), 0);
    QCOMPARE(m_company->number("SELECT count(*) FROM operations"), 0);
    QCOMPARE(m_company->number("SELECT count(*) FROM audit"), 0);
}

void RecordEditorTest::everyProblemIsNamedAtOnce()
{
    const auto made =
        m_editor->create(kInvoices, object(R"({"customer": "x", "invoiceDate": "2026-01-31", "nmae": 1})"), kAnna);
    QCOMPARE(made.error().args, QStringList({u"nmae: field.unknown"_s, u"customer: reference.unknown"_s}));
    const auto malformed = m_editor->create(kInvoices, object(R"({"invoiceDate": "x", "nmae": 1})"), kAnna);
    QCOMPARE(malformed.error().args, QStringList({u"nmae: field.unknown"_s, u"invoiceDate: date.malformed"_s}));
}

void RecordEditorTest::anUnknownTypeIsNotFound()
{
    const EntityType dragons(u"dragons"_s);
    QCOMPARE(codeOf(m_editor->create(dragons, {}, kAnna)), u"store.unknown"_s);
    QCOMPARE(codeOf(m_editor->update(dragons, LocalId(u"x"_s), {}, kAnna)), u"store.unknown"_s);
    QCOMPARE(codeOf(m_editor->remove(dragons, LocalId(u"x"_s), kAnna)), u"store.unknown"_s);
    QCOMPARE(codeOf(m_editor->createAll({{dragons, {}}}, kAnna)), u"store.unknown"_s);
}

void RecordEditorTest::absentFieldsStayAndNullRemoves()
{
    const auto made =
        value(m_editor->create(kCustomers, object(R"({"name": "Åsa", "city": "Lund", "phone": "1"})"), kAnna));
    const auto changed =
        value(m_editor->update(kCustomers, made.id, object(R"({"phone": null, "email": "a@b.se"})"), kAnna));
    QCOMPARE(changed.revision, 2);
    QCOMPARE(changed.body.value("city"_L1), u"Lund"_s);
    QCOMPARE(changed.body.value("email"_L1), u"a@b.se"_s);
    QVERIFY(!changed.body.contains("phone"_L1));
    const auto unchanged = value(m_editor->update(kCustomers, made.id, {}, kAnna));
    QCOMPARE(unchanged.revision, 2);
    QCOMPARE(codeOf(m_editor->update(kCustomers, made.id, object(R"({"name": null})"), kAnna)), u"record.invalid"_s);
}

void RecordEditorTest::rowsAreReplacedAndKeepTheirIds()
{
    const auto made = invoice(customer().id, R"([{"description": "a", "price": 1}, {"description": "b", "price": 2}])");
    auto rows = made.body.value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 2);
    auto second = rows[1].toObject();
    const auto id = second.value("rowId"_L1);
    QVERIFY(!id.toString().isEmpty());
    QVERIFY(id != rows[0].toObject().value("rowId"_L1));
    second.insert(u"price"_s, u"3"_s);
    const auto changed = value(m_editor->update(kInvoices, made.id, {{u"rows"_s, QJsonArray{second}}}, kAnna));
    rows = changed.body.value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].toObject().value("rowId"_L1), id);
    QCOMPARE(rows[0].toObject().value("price"_L1), u"3"_s);
}

void RecordEditorTest::newRowsGetDefaultsAndIds()
{
    const auto made = invoice(customer().id, R"([{"description": "a"}])");
    const auto first = made.body.value("rows"_L1).toArray().first().toObject();
    const auto changed = value(m_editor->update(
        kInvoices, made.id, {{u"rows"_s, QJsonArray{first, QJsonObject{{u"description"_s, u"b"_s}}}}}, kAnna));
    auto second = changed.body.value("rows"_L1).toArray().last().toObject();
    QVERIFY(second.take("rowId"_L1) != first.value("rowId"_L1));
    auto expected = first;
    expected.remove("rowId"_L1);
    expected.insert(u"description"_s, u"b"_s);
    QCOMPARE(second, expected);
}

void RecordEditorTest::derivedFieldsAreRecomputed()
{
    const auto made = invoice(customer().id, R"([{"quantity": 2, "price": "10.005", "vat": 25, "total": "999"}])");
    auto body = made.body;
    QCOMPARE(body.value("net"_L1), u"20.01"_s);
    body.insert(u"net"_s, u"not a number"_s);
    body.insert(u"total"_s, u"1"_s);
    const auto again = value(m_editor->update(kInvoices, made.id, body, kAnna));
    QCOMPARE(again.body, made.body);
    QCOMPARE(again.revision, 1);
}

void RecordEditorTest::whatWasReadCanBePutBack()
{
    const auto made = customer();
    auto shown = made.body;
    for (const auto name : {"id"_L1, "localId"_L1, "remoteIds"_L1, "revision"_L1, "createdAt"_L1, "updatedAt"_L1,
                            "updatedBy"_L1, "deleted"_L1, "schemaVersion"_L1})
        shown.insert(name, u"anything"_s);
    QCOMPARE(value(m_editor->update(kCustomers, made.id, shown, kAnna)).revision, 1);
    shown.insert(u"customerNumber"_s, u"2"_s);
    const auto copy = value(m_editor->create(kCustomers, shown, kAnna));
    QVERIFY(copy.id != made.id);
    QVERIFY(!copy.body.contains("revision"_L1));
}

// R-LOC-05: degrades gracefully.
void RecordEditorTest::fieldsOfANewerVersionAreKept()
{
    const auto made = invoice(customer().id, R"([{"description": "a"}])");
    auto newer = made.body;
    auto row = newer.value("rows"_L1).toArray().first().toObject();
    row.insert(u"hue"_s, u"blue"_s);
    newer.insert(u"rows"_s, QJsonArray{row});
    newer.insert(u"mood"_s, u"calm"_s);
    m_company->write([&] {
        value(m_writer->write({.type = kInvoices, .id = made.id, .body = newer, .updatedBy = {}, .updatedAt = {}},
                              kAnna));
    });

    const auto noted = value(m_editor->update(kInvoices, made.id, {{u"note"_s, u"x"_s}}, kAnna));
    QCOMPARE(noted.body.value("mood"_L1), u"calm"_s);
    QCOMPARE(noted.body.value("rows"_L1).toArray(), QJsonArray{row});
    const auto putBack = value(m_editor->update(kInvoices, made.id, noted.body, kAnna));
    QCOMPARE(putBack.body, noted.body);
    const auto misspelt = m_editor->update(kInvoices, made.id, {{u"moood"_s, u"x"_s}}, kAnna);
    QCOMPARE(misspelt.error().args, QStringList{u"moood: field.unknown"_s});
}

void RecordEditorTest::updatingWhatIsNotThere_data()
{
    QTest::addColumn<bool>("deleted");
    QTest::addColumn<QString>("code");
    QTest::newRow("a record nobody made") << false << u"record.unknown"_s;
    QTest::newRow("a deleted record") << true << u"record.deleted"_s;
}

void RecordEditorTest::updatingWhatIsNotThere()
{
    QFETCH(bool, deleted);
    LocalId id(u"tmp-nobody"_s);
    if (deleted) {
        id = customer().id;
        value(m_editor->remove(kCustomers, id, kAnna));
    }
    const auto updated = m_editor->update(kCustomers, id, {{u"name"_s, u"Bo"_s}}, kAnna);
    QTEST(codeOf(updated), "code");
    QCOMPARE(updated.error().args, QStringList({u"customers"_s, id.toString()}));
    if (!deleted)
        QCOMPARE(codeOf(m_editor->remove(kCustomers, id, kAnna)), u"record.unknown"_s);
}

// R-IDM-02: references inside the store hold local ids for life.
void RecordEditorTest::shownIdsAreAcceptedInReferences()
{
    const auto owner = customer();
    link(kCustomers, owner.id, u"456"_s);
    for (const QJsonValue &id : {QJsonValue(u"456"_s), QJsonValue(456), QJsonValue(owner.id.toString())}) {
        auto body = object(R"({"invoiceDate": "2026-01-31"})");
        body.insert(u"customer"_s, id);
        QCOMPARE(value(m_editor->create(kInvoices, body, kAnna)).body.value("customer"_L1), owner.id.toString());
    }
}

void RecordEditorTest::aReferenceToATombstoneIsKeptButNotMade()
{
    const auto owner = customer();
    const auto made = invoice(owner.id);
    m_company->write([&] { // deleted elsewhere: the editor itself would refuse
        value(m_writer->write(
            {.type = kCustomers, .id = owner.id, .body = owner.body, .deleted = true, .updatedBy = {}, .updatedAt = {}},
            kAnna));
    });
    QCOMPARE(value(m_editor->update(kInvoices, made.id, {{u"note"_s, u"x"_s}}, kAnna)).revision, 2);
    const auto another = invoice(customer("2").id);
    const auto moved = m_editor->update(kInvoices, another.id, {{u"customer"_s, owner.id.toString()}}, kAnna);
    QCOMPARE(moved.error().args, QStringList{u"customer: reference.unknown"_s});
}

void RecordEditorTest::aPromisedReferenceCanBeKept()
{
    const auto made = invoice(customer().id);
    LocalId promised;
    m_company->write([&] {
        promised = value(Links(m_company->sql(), kServer, m_company->clock, m_company->random)
                             .resolveLocal(kCustomers, RemoteId(u"9"_s)));
        auto body = made.body;
        body.insert(u"customer"_s, promised.toString());
        value(
            m_writer->write({.type = kInvoices, .id = made.id, .body = body, .updatedBy = {}, .updatedAt = {}}, kAnna));
    });
    const auto putBack =
        value(m_editor->update(kInvoices, made.id, {{u"customer"_s, u"9"_s}, {u"note"_s, u"x"_s}}, kAnna));
    QCOMPARE(putBack.body.value("customer"_L1), promised.toString());
}

void RecordEditorTest::aNaturalKeyIsUsedOnce_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QStringList>("problems");
    const auto row =
        [](const char *name, const QString &type, const char *first, const char *second, const QStringList &problems) {
        QTest::newRow(name) << type << QByteArray(first) << QByteArray(second) << problems;
    };
    row("the same number", u"customers"_s, R"({"name": "A", "customerNumber": "7"})",
        R"({"name": "B", "customerNumber": " 7 "})", {u"customerNumber: key.taken"_s});
    row("another number", u"customers"_s, R"({"name": "A", "customerNumber": "7"})",
        R"({"name": "B", "customerNumber": "8"})", {});
    row("no number at all", u"customers"_s, R"({"name": "A"})", R"({"name": "A"})", {});
    row("the same number in another year", u"accounts"_s,
        R"({"number": "1930", "description": "Bank", "financialYear": "2025"})",
        R"({"number": "1930", "description": "Bank", "financialYear": "2026"})", {});
    row("the same number without a year", u"accounts"_s, R"({"number": "1930", "description": "Bank"})",
        R"({"number": "1930", "description": "Cash"})", {u"number: key.taken"_s});
}

void RecordEditorTest::aNaturalKeyIsUsedOnce()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QStringList, problems);
    value(m_editor->create(EntityType(type), object(first), kAnna));
    const auto made = m_editor->create(EntityType(type), object(second), kAnna);
    QCOMPARE(made.has_value(), problems.isEmpty());
    if (!made)
        QCOMPARE(made.error().args, problems);
}

void RecordEditorTest::theKeyOfADeletedRecordIsFree()
{
    value(m_editor->remove(kCustomers, customer("7").id, kAnna));
    QCOMPARE(customer("7").body.value("customerNumber"_L1), u"7"_s);
}

void RecordEditorTest::anEditKeepsItsOwnKey()
{
    const auto first = customer("7");
    const auto second = customer("8");
    QCOMPARE(
        value(m_editor->update(kCustomers, first.id, {{u"customerNumber"_s, u"7"_s}, {u"city"_s, u"Lund"_s}}, kAnna))
            .revision,
        2);
    const auto taken = m_editor->update(kCustomers, second.id, {{u"customerNumber"_s, u"7"_s}}, kAnna);
    QCOMPARE(taken.error().args, QStringList{u"customerNumber: key.taken"_s});
}

// R-LOC-06
void RecordEditorTest::removingLeavesATombstone()
{
    const auto made = customer();
    link(kCustomers, made.id, u"456"_s);
    m_company->write([&] { // as the engine does with the answer
        value(m_writer->outbox().transition(value(m_writer->outbox().open(kServer, kCustomers, made.id))->id,
                                            OperationState::Completed));
    });
    const auto removed = value(m_editor->remove(kCustomers, made.id, kAnna));
    QVERIFY(removed.deleted);
    QCOMPARE(removed.body, made.body);
    QVERIFY(stored(kCustomers, made.id)->deleted);
    QCOMPARE(toString(value(m_writer->outbox().open(kServer, kCustomers, made.id))->kind),
             toString(OperationKind::Delete));
    QCOMPARE(value(m_editor->remove(kCustomers, made.id, kAnna)).revision, removed.revision);
}

void RecordEditorTest::whatIsReferredToIsNotRemoved_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("by a field") << u"customers"_s;
    QTest::newRow("by a row") << u"articles"_s;
    QTest::newRow("by a record of its own type") << u"invoices"_s;
}

void RecordEditorTest::whatIsReferredToIsNotRemoved()
{
    QFETCH(QString, type);
    const EntityType target(type);
    const auto owner = customer();
    const auto article = value(m_editor->create(kArticles, {{u"description"_s, u"Tea"_s}}, kAnna));
    const auto other = invoice(customer("2").id);
    auto body = object(R"({"invoiceDate": "2026-01-31"})");
    body.insert(u"customer"_s, owner.id.toString());
    body.insert(u"creditOf"_s, other.id.toString());
    const QJsonObject row{{u"article"_s, article.id.toString()}};
    body.insert(u"rows"_s, QJsonArray{row, row});
    const auto referring = value(m_editor->create(kInvoices, body, kAnna));

    const auto id = target == kCustomers ? owner.id : target == kArticles ? article.id : other.id;
    const auto removed = m_editor->remove(target, id, kAnna);
    QCOMPARE(codeOf(removed), u"record.referenced"_s);
    QCOMPARE(removed.error().args, QStringList({type, id.toString(), u"invoices"_s, u"1"_s}));
    QVERIFY(!stored(target, id)->deleted);
    value(m_editor->remove(kInvoices, referring.id, kAnna));
    QVERIFY(value(m_editor->remove(target, id, kAnna)).deleted);
}

// A booked or cancelled record is corrected by a record of its own (DESIGN.md 11: critical).
void RecordEditorTest::whatIsClosedStaysAsItIs_data()
{
    QTest::addColumn<QString>("closed");
    QTest::addColumn<QByteArray>("patch"); // empty: delete it
    QTest::addColumn<QString>("code");
    const auto refused = u"record.closed"_s;
    QTest::newRow("an open one is booked") << QString() << R"({"booked": true})"_ba << QString();
    QTest::newRow("an open one is deleted") << QString() << QByteArray() << QString();
    QTest::newRow("a booked one is not changed") << u"booked"_s << R"({"note": "x"})"_ba << refused;
    QTest::newRow("a booked one is not opened again") << u"booked"_s << R"({"booked": false})"_ba << refused;
    QTest::newRow("a booked one is not deleted") << u"booked"_s << QByteArray() << refused;
    QTest::newRow("a cancelled one is not deleted") << u"cancelled"_s << QByteArray() << refused;
    QTest::newRow("a booked one is cancelled") << u"booked"_s << R"({"cancelled": true})"_ba << QString();
    QTest::newRow("a booked one has been sent") << u"booked"_s << R"({"sent": true})"_ba << QString();
    QTest::newRow("a booked one has not been sent after all") << u"booked"_s << R"({"sent": false})"_ba << QString();
    QTest::newRow("that it was sent brings no other change") << u"booked"_s << R"({"sent": true, "note": "x"})"_ba << refused;
    QTest::newRow("a step brings no other change") << u"booked"_s << R"({"cancelled": true, "note": "x"})"_ba << refused;
    QTest::newRow("what it says already is no change") << u"booked"_s << R"({"currency": "SEK", "booked": true})"_ba << QString();
}

void RecordEditorTest::whatIsClosedStaysAsItIs()
{
    QFETCH(QString, closed);
    QFETCH(QByteArray, patch);
    const auto id = invoice(customer().id, R"([{"description": "a", "quantity": "2", "price": "10.5"}])").id;
    if (!closed.isEmpty())
        value(m_editor->update(kInvoices, id, {{closed, true}}, kAnna));
    const auto before = *stored(kInvoices, id);
    const auto code = patch.isEmpty() ? codeOf(m_editor->remove(kInvoices, id, kAnna))
                                      : codeOf(m_editor->update(kInvoices, id, object(patch), kAnna));
    QTEST(code, "code");
    if (!code.isEmpty())
        QCOMPARE(stored(kInvoices, id)->revision, before.revision);
    // What the other side says of it is written all the same.
    m_company->write([&] {
        auto body = before.body;
        body.insert(u"note"_s, u"theirs"_s);
        value(m_writer->write({.type = kInvoices, .id = id, .body = body, .updatedBy = {}, .updatedAt = {}}, kAnna, kServer));
    });
    QCOMPARE(stored(kInvoices, id)->body.value("note"_L1), u"theirs"_s);
}

// What no books have ever taken can go: it could neither be mended nor sent.
void RecordEditorTest::whatWasRefusedAndIsNowhereElseMayGo_data()
{
    QTest::addColumn<bool>("wasThere");
    QTest::addColumn<QString>("code");
    QTest::newRow("no remote ever had it") << false << QString();
    QTest::newRow("a server that has lost it had it once") << true << u"record.closed"_s;
}

void RecordEditorTest::whatWasRefusedAndIsNowhereElseMayGo()
{
    QFETCH(bool, wasThere);
    const auto id = invoice(customer().id, R"([{"description": "a", "quantity": "2", "price": "10.5"}])").id;
    value(m_editor->update(kInvoices, id, {{u"cancelled"_s, true}}, kAnna));
    const auto operation = value(m_writer->outbox().open(kServer, kInvoices, id));
    QVERIFY(operation);
    m_company->write([&] { value(m_writer->outbox().refuse(operation->id, ConflictType::Validation, u"reference.deleted"_s, {})); });
    Links links(m_company->sql(), kServer, m_company->clock, m_company->random);
    m_company->write([&] {
        if (!wasThere)
            return;
        Link link;
        link.local = id;
        link.remote = RemoteId(u"7"_s);
        link.syncedAt = m_company->clock.now();
        value(links.store(kInvoices, link));
        value(endLostLink(links, kInvoices, id));
    });
    QTEST(codeOf(m_editor->remove(kInvoices, id, kAnna)), "code");
}

void RecordEditorTest::aDeletionIsTakenBack_data()
{
    QTest::addColumn<bool>("linked");
    QTest::addColumn<bool>("deletionSent");
    QTest::addColumn<QString>("operation");
    QTest::newRow("before the record was ever sent it is to be made again") << false << false << u"create"_s;
    QTest::newRow("before the deletion was sent it becomes an update") << true << false << u"update"_s;
    QTest::newRow("after the deletion was confirmed it is sent as an update") << true << true << u"update"_s;
}

// R-LOC-06
void RecordEditorTest::aDeletionIsTakenBack()
{
    QFETCH(bool, linked);
    QFETCH(bool, deletionSent);
    const auto made = customer();
    if (linked)
        arrive(made.id);
    value(m_editor->remove(kCustomers, made.id, kAnna));
    if (deletionSent)
        complete(made.id);

    const auto restored = value(m_editor->restore(kCustomers, made.id, kAnna));
    QVERIFY(!restored.deleted);
    QCOMPARE(restored.body, made.body);
    QVERIFY(!stored(kCustomers, made.id)->deleted);
    const auto open = value(m_writer->outbox().open(kServer, kCustomers, made.id));
    QVERIFY(open);
    QTEST(toString(open->kind), "operation");
    QCOMPARE(value(m_writer->audit().list(1)).first().action, u"restore"_s);
    QCOMPARE(value(m_editor->restore(kCustomers, made.id, kAnna)).revision, restored.revision);
}

void RecordEditorTest::whatIsErasedLeavesNothing_data()
{
    QTest::addColumn<bool>("linked");
    QTest::addColumn<bool>("deletionSent");
    QTest::addColumn<QString>("operation"); // that waits; empty: none
    QTest::newRow("what was never sent anywhere is told to nobody") << false << false << QString();
    QTest::newRow("a deletion that waits takes it along") << true << false << u"delete"_s;
    QTest::newRow("after the deletion was confirmed it is sent by itself") << true << true << u"delete"_s;
}

// R-LOC-06
void RecordEditorTest::whatIsErasedLeavesNothing()
{
    QFETCH(bool, linked);
    QFETCH(bool, deletionSent);
    const auto made = customer();
    if (linked)
        arrive(made.id);
    m_company->write([&] { // some decision of the past
        ConflictStore conflicts(m_company->sql(), m_company->clock);
        Conflict conflict;
        conflict.connection = kServer;
        conflict.type = kCustomers;
        conflict.record = made.id;
        conflict.versions.mine = made.body;
        DecisionKept kept;
        kept.who = u"anna"_s;
        (void)value(conflicts.putSettled(conflict, kept));
    });
    value(m_editor->remove(kCustomers, made.id, kAnna));
    if (deletionSent)
        complete(made.id);

    const auto erased = value(m_editor->erase(kCustomers, made.id, kAnna));
    QVERIFY(erased.isErased());
    QVERIFY(stored(kCustomers, made.id)->isErased());
    const auto open = value(m_writer->outbox().open(kServer, kCustomers, made.id));
    QTEST(open ? toString(open->kind) : QString(), "operation");
    const auto line = value(m_writer->audit().list(1)).first();
    QCOMPARE(line.action, u"erase"_s);
    QVERIFY(line.change.isEmpty());
    QVERIFY(value(ConflictStore(m_company->sql(), m_company->clock).list(true)).isEmpty());
    QCOMPARE(value(m_editor->erase(kCustomers, made.id, kAnna)).revision, erased.revision);
    QCOMPARE(codeOf(m_editor->restore(kCustomers, made.id, kAnna)), u"record.erased"_s);
}

void RecordEditorTest::whatCannotBeErased()
{
    QCOMPARE(codeOf(m_editor->erase(kCustomers, LocalId(u"none"_s), kAnna)), u"record.unknown"_s);
    const auto made = customer();
    QCOMPARE(codeOf(m_editor->erase(kCustomers, made.id, kAnna)), u"record.notDeleted"_s);
    value(m_editor->remove(kCustomers, made.id, kAnna));
    m_editor->setPermissions(QStringList{u"customers:update"_s});
    QCOMPARE(m_editor->erase(kCustomers, made.id, kAnna).error().args, QStringList{u"customers:delete"_s});
}

void RecordEditorTest::whatCannotLiveAgainIsRefused()
{
    QCOMPARE(codeOf(m_editor->restore(kCustomers, LocalId(u"none"_s), kAnna)), u"record.unknown"_s);
    QCOMPARE(codeOf(m_editor->restore(EntityType(u"none"_s), LocalId(u"none"_s), kAnna)), u"store.unknown"_s);

    const auto owner = customer("7");
    const auto bill = invoice(owner.id);
    value(m_editor->remove(kInvoices, bill.id, kAnna));
    value(m_editor->remove(kCustomers, owner.id, kAnna));
    QCOMPARE(m_editor->restore(kInvoices, bill.id, kAnna).error().args, QStringList{u"customer: reference.unknown"_s});

    (void)customer("7");
    QCOMPARE(m_editor->restore(kCustomers, owner.id, kAnna).error().args, QStringList{u"customerNumber: key.taken"_s});
    QVERIFY(stored(kCustomers, owner.id)->deleted);
}

// R-QUE-10
void RecordEditorTest::restoringIsAskedLikeAnUpdate()
{
    const auto made = customer();
    value(m_editor->remove(kCustomers, made.id, kAnna));
    m_editor->setPermissions(QStringList{u"customers:create"_s, u"customers:delete"_s});
    QCOMPARE(m_editor->restore(kCustomers, made.id, kAnna).error().args, QStringList{u"customers:update"_s});
    m_editor->setPermissions(QStringList{u"customers:update"_s});
    QVERIFY(m_editor->restore(kCustomers, made.id, kAnna));
}

void RecordEditorTest::permissionsAreAskedFirst_data()
{
    QTest::addColumn<QStringList>("permissions");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("none") << QStringList{}
                          << QStringList{u"customers:create"_s, u"customers:update"_s, u"customers:delete"_s};
    QTest::newRow("only one") << QStringList{u"customers:update"_s}
                              << QStringList{u"customers:create"_s, u"customers:delete"_s};
    QTest::newRow("of another type") << QStringList{u"invoices:create"_s, u"customers:update"_s, u"customers:delete"_s}
                                     << QStringList{u"customers:create"_s};
    QTest::newRow("all") << QStringList{u"customers:create"_s, u"customers:update"_s, u"customers:delete"_s}
                         << QStringList{};
}

// R-QUE-10
void RecordEditorTest::permissionsAreAskedFirst()
{
    QFETCH(QStringList, permissions);
    const auto made = customer();
    m_editor->setPermissions(permissions);
    QStringList missing;
    const auto note = [&](const auto &result) {
        if (result)
            return;
        QCOMPARE(result.error().kind, ErrorKind::Forbidden);
        QCOMPARE(result.error().code, u"permission.missing"_s);
        missing += result.error().args;
    };
    const QJsonObject body{{u"name"_s, u"Bo"_s}};
    note(m_editor->create(kCustomers, body, kAnna));
    note(m_editor->update(kCustomers, made.id, body, kAnna));
    note(m_editor->remove(kCustomers, made.id, kAnna));
    QTEST(missing, "missing");
    QCOMPARE(m_editor->createAll({{kCustomers, body}}, kAnna).has_value(), !missing.contains(u"customers:create"_s));
}

void RecordEditorTest::manyRecordsReferToEachOther()
{
    auto late = object(R"({"localId": "tmp-i", "invoiceDate": "2026-01-31", "customer": "tmp-c"})");
    const auto made = value(m_editor->createAll({{kInvoices, late},
                                                 {kCustomers, object(R"({"localId": "tmp-c", "name": "Åsa"})")},
                                                 {kCustomers, object(R"({"name": "Bo"})")}},
                                                kAnna));
    QCOMPARE(made.size(), 3);
    QCOMPARE(made[0].id, LocalId(u"tmp-i"_s));
    QCOMPARE(stored(kInvoices, made[0].id)->body.value("customer"_L1), u"tmp-c"_s);
    QCOMPARE(stored(kCustomers, LocalId(u"tmp-c"_s))->body.value("name"_L1), u"Åsa"_s);
    QVERIFY(made[2].id.toString().startsWith("tmp-"_L1));
    QCOMPARE(value(m_writer->outbox().ready(kServer, m_company->clock.now(), 10, {})).first().type, kCustomers);
}

void RecordEditorTest::manyRecordsAreAllOrNone()
{
    const auto made = m_editor->createAll({{kCustomers, object(R"({"name": "Åsa", "customerNumber": "1"})")},
                                           {kCustomers, object(R"({"name": "Bo", "customerNumber": "1"})")}},
                                          kAnna);
    QCOMPARE(codeOf(made), u"record.invalid"_s);
    QCOMPARE(made.error().args, QStringList{u"[1].customerNumber: key.taken"_s});
    QCOMPARE(m_company->number("SELECT count(*) FROM os_customers"), 0);
    QCOMPARE(m_company->number("SELECT count(*) FROM operations"), 0);
    QCOMPARE(m_company->number("SELECT count(*) FROM audit"), 0);
}

void RecordEditorTest::aTakenIdIsRefused()
{
    const auto body = object(R"({"localId": "tmp-c", "name": "Åsa"})");
    value(m_editor->createAll({{kCustomers, body}}, kAnna));
    const auto again = m_editor->createAll({{kCustomers, body}}, kAnna);
    QCOMPARE(codeOf(again), u"store.exists"_s);
    QCOMPARE(again.error().args, QStringList{u"tmp-c"_s});
}

// R-LOC-04
void RecordEditorTest::anEditIsOneTransaction()
{
    const auto made = customer();
    value(m_company->sql().execute(
        "CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'broken'); END"));
    QVERIFY(!m_editor->update(kCustomers, made.id, {{u"name"_s, u"Bo"_s}}, kAnna));
    QVERIFY(!m_editor->remove(kCustomers, made.id, kAnna));
    QVERIFY(!m_editor->create(kCustomers, {{u"name"_s, u"Bo"_s}}, kAnna));
    QVERIFY(!m_company->sql().inTransaction());
    QCOMPARE(stored(kCustomers, made.id)->body, made.body);
    QVERIFY(!stored(kCustomers, made.id)->deleted);
    QCOMPARE(m_company->number("SELECT count(*) FROM os_customers"), 1);
    QCOMPARE(m_company->number("SELECT count(*) FROM operations"), 1);
    QCOMPARE(m_company->number("SELECT count(*) FROM audit"), 1);

    value(m_company->sql().execute("DROP TRIGGER broken"));
    QCOMPARE(value(m_editor->update(kCustomers, made.id, {{u"name"_s, u"Bo"_s}}, kAnna)).revision, 2);
}

void RecordEditorTest::aConnectionOfAnotherProcessIsNoticed()
{
    const auto made = customer();
    const ConnectionId shop(u"shop"_s);
    value(Connections(m_company->sql(), m_company->clock).add(shop, u"woocommerce"_s, {}));
    value(m_editor->update(kCustomers, made.id, {{u"name"_s, u"Bo"_s}}, kAnna));
    QVERIFY(value(m_writer->outbox().open(shop, kCustomers, made.id)));
}

QTEST_GUILESS_MAIN(RecordEditorTest)
#include "recordeditor_test.moc"
