// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "companyfixture.h"

#include "core/outbox/closedbooks.h"
#include "core/outbox/recordeditor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace companyfixture;

namespace {

const EntityType kCustomers(u"customers"_s);
const EntityType kInvoices(u"invoices"_s);
const EntityType kSupplierInvoices(u"supplierInvoices"_s);
const EntityType kVouchers(u"vouchers"_s);
const EntityType kClosings(u"bookClosings"_s);
const Actor kAnna{UserId(u"anna@firm.se"_s), DeviceId(u"laptop"_s), Source::User};

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

// What was booked, in rows that a test names.
const QByteArray kRent = R"({"rowId": "rent", "account": "5010", "debit": "900.00"})";
const QByteArray kBank = R"({"rowId": "bank", "account": "1930", "credit": "900.00"})";
const QByteArray kLocal = R"({"rowId": "local", "account": "5011", "debit": "900.00", "added": true})";

} // namespace

// R-CON-11: what is in the books stays as it is (bokföringslagen 5:5): numbered vouchers, and what is dated in closed books.
class ClosedBooksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aNumberClosesAVoucher_data();
    void aNumberClosesAVoucher();
    void rowsAreStruck_data();
    void rowsAreStruck();
    void aVoucherIsCorrectedByAnother();
    void aCorrectionBooksWhatShouldHaveBeen();
    void whatIsCorrectedOnceIsNotCorrectedAgain();
    void aSupplierInvoicesCreditBooksNothingElse();
    void aDraftIsNotCorrected();
    void aSupplierInvoiceIsCreditedTheSameWay();
    void closedBooksStayAsTheyAre_data();
    void closedBooksStayAsTheyAre();
    void whatIsBookedThereIsNotMovedOut();
    void theLatestClosingCounts();
    void closingsAreRecordsLikeOthers();

private:
    [[nodiscard]] QJsonObject voucher(const QByteArray &number, const QByteArray &rows = kRent + "," + kBank) const
    {
        auto body = object(R"({"series": "A", "transactionDate": "2026-03-31", "description": "Hyra", "rows": [)" + rows + "]}");
        if (!number.isEmpty())
            body.insert(u"number"_s, QString::fromUtf8(number));
        return body;
    }
    [[nodiscard]] Record make(const EntityType &type, const QJsonObject &body) { return value(m_editor->create(type, body, kAnna)); }
    [[nodiscard]] Record stored(const EntityType &type, const LocalId &id)
    {
        return *value(value(m_company->database().objectStore(type)).get(id));
    }
    Record closeBooks(const QString &day) { return make(kClosings, {{u"closedTo"_s, day}}); }
    [[nodiscard]] QStringList booked(const QJsonObject &body)
    {
        QStringList lines;
        for (const auto &row : body.value(u"rows"_s).toArray())
            lines.append(u"%1 %2/%3"_s.arg(row[u"account"].toString(), row[u"debit"].toString(), row[u"credit"].toString()));
        return lines;
    }

    std::unique_ptr<Company> m_company;
    std::unique_ptr<RecordWriter> m_writer;
    std::unique_ptr<RecordEditor> m_editor;
};

void ClosedBooksTest::init()
{
    m_editor.reset();
    m_writer.reset();
    m_company = std::make_unique<Company>();
    m_writer = std::make_unique<RecordWriter>(m_company->database(), m_company->clock, m_company->random);
    m_editor = std::make_unique<RecordEditor>(*m_writer, m_company->clock, m_company->random);
}

void ClosedBooksTest::aNumberClosesAVoucher_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QByteArray>("patch"); // empty: delete it
    QTest::addColumn<QString>("code");
    const auto refused = u"record.numbered"_s;
    QTest::newRow("a draft is changed") << ""_ba << R"({"description": "x"})"_ba << QString();
    QTest::newRow("a draft is deleted") << ""_ba << ""_ba << QString();
    QTest::newRow("a draft gets its number") << ""_ba << R"({"number": "7"})"_ba << QString();
    QTest::newRow("one with a provisional number is changed") << "7*"_ba << R"({"description": "x"})"_ba << QString();
    QTest::newRow("one with its number is not changed") << "7"_ba << R"({"description": "x"})"_ba << refused;
    QTest::newRow("one with its number does not lose it") << "7"_ba << R"({"number": null})"_ba << refused;
    QTest::newRow("one with its number does not get another") << "7"_ba << R"({"number": "8"})"_ba << refused;
    QTest::newRow("one with its number is not deleted") << "7"_ba << ""_ba << refused;
    QTest::newRow("what it says already is no change") << "7"_ba << R"({"description": "Hyra"})"_ba << QString();
}

void ClosedBooksTest::aNumberClosesAVoucher()
{
    QFETCH(QByteArray, number);
    QFETCH(QByteArray, patch);
    QFETCH(QString, code);
    const auto made = make(kVouchers, voucher(number));
    const auto answer = patch.isEmpty() ? m_editor->remove(kVouchers, made.id, kAnna)
                                        : m_editor->update(kVouchers, made.id, object(patch), kAnna);
    QCOMPARE(codeOf(answer), code);
    if (code.isEmpty())
        return;
    QCOMPARE(answer.error().args, QStringList({u"vouchers"_s, made.id.toString(), u"7"_s}));
    QCOMPARE(stored(kVouchers, made.id).revision, made.revision);
}

void ClosedBooksTest::rowsAreStruck_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("struck");
    QTest::addColumn<QString>("code");
    const auto refused = u"record.numbered"_s;
    const QByteArray gone = R"({"account": "5010", "debit": "900.00", "signature": "AB"})";
    QTest::newRow("a row is struck and another added") << kBank + "," + kLocal << gone << QString();
    QTest::newRow("who wrote the rows is no part of what they book")
        << R"({"account": "1930", "credit": "900.00"},)" + kLocal << gone << QString();
    QTest::newRow("a row that is struck has to stay in sight") << kBank + "," + kLocal << ""_ba << refused;
    QTest::newRow("a row that was never booked is not struck")
        << kBank + "," + kLocal << R"({"account": "5010", "debit": "800.00"})"_ba << refused;
    QTest::newRow("a row that comes later is marked")
        << kBank + R"(,{"account": "5011", "debit": "900.00"})" << gone << refused;
    QTest::newRow("a row is not both struck and kept") << kRent + "," + kBank << gone << refused;
    QTest::newRow("a row that was booked does not become another by a mark")
        << kBank + R"(,{"rowId": "rent", "account": "5011", "debit": "900.00", "added": true})" << gone << refused;
    QTest::newRow("a row that was booked is not simply changed")
        << R"({"rowId": "rent", "account": "5011", "debit": "900.00"},)" + kBank << ""_ba << refused;
    QTest::newRow("what is struck has to balance as well")
        << kBank + R"(,{"account": "5011", "debit": "800.00", "added": true})" << gone << u"record.invalid"_s;
}

void ClosedBooksTest::rowsAreStruck()
{
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, struck);
    const auto made = make(kVouchers, voucher("7"));
    const auto patch = object(R"({"rows": [)" + rows + R"(], "struckRows": [)" + struck + "]}");
    const auto answer = m_editor->update(kVouchers, made.id, patch, kAnna);
    QTEST(codeOf(answer), "code");
    if (!answer)
        return;
    QCOMPARE(answer->body[u"struckRows"].toArray().size(), 1);
    // What is struck stays struck.
    QCOMPARE(codeOf(m_editor->update(kVouchers, made.id, {{u"struckRows"_s, QJsonValue()}}, kAnna)), u"record.numbered"_s);
    auto more = patch;
    more.insert(u"description"_s, u"x"_s);
    QCOMPARE(codeOf(m_editor->update(kVouchers, made.id, more, kAnna)), u"record.numbered"_s);
}

void ClosedBooksTest::aVoucherIsCorrectedByAnother()
{
    auto body = voucher("7", kRent + "," + kBank);
    body.insert(u"financialYear"_s, u"2025"_s);
    body.insert(u"signature"_s, u"AB"_s);
    const auto wrong = make(kVouchers, body);
    const auto correction = value(m_editor->step(kVouchers, wrong.id, u"correct"_s, wrong.body, kAnna));
    QCOMPARE(correction.body[u"correctionOf"].toString(), wrong.id.toString());
    QCOMPARE(correction.body[u"description"].toString(), u"Rättelse av A 7"_s);
    QCOMPARE(correction.body[u"series"].toString(), u"A"_s);
    QCOMPARE(correction.body[u"transactionDate"].toString(), m_company->clock.now().toLocalTime().date().toString(Qt::ISODate));
    QCOMPARE(booked(correction.body), QStringList({u"5010 /900.00"_s, u"1930 900.00/"_s}));
    for (const auto &name : {u"number"_s, u"financialYear"_s, u"signature"_s, u"struckRows"_s})
        QVERIFY2(!correction.body.contains(name), qPrintable(name));
    QCOMPARE(stored(kVouchers, wrong.id).revision, wrong.revision);
    value(m_editor->update(kVouchers, correction.id, {{u"description"_s, u"x"_s}}, kAnna)); // a draft
}

void ClosedBooksTest::aCorrectionBooksWhatShouldHaveBeen()
{
    const auto wrong = make(kVouchers, voucher("7"));
    const auto right = voucher("7", R"({"account": "5011", "debit": "950.00", "signature": "AB"}, {"account": "1930", "credit": "950.00"})");
    const auto correction = value(m_editor->correct(kVouchers, wrong.id, u"correct"_s, right, kAnna));
    QCOMPARE(booked(correction.body), QStringList({u"5010 /900.00"_s, u"1930 900.00/"_s, u"5011 950.00/"_s, u"1930 /950.00"_s}));
    QVERIFY(!correction.body[u"rows"][2].toObject().contains(u"signature"_s));
    QCOMPARE(correction.body[u"description"].toString(), u"Rättelse av A 7"_s);
}

void ClosedBooksTest::whatIsCorrectedOnceIsNotCorrectedAgain()
{
    const auto wrong = make(kVouchers, voucher("7"));
    const auto correction = value(m_editor->step(kVouchers, wrong.id, u"correct"_s, {}, kAnna));
    const auto again = m_editor->correct(kVouchers, wrong.id, u"correct"_s, voucher("7"), kAnna);
    QCOMPARE(codeOf(again), u"step.corrected"_s);
    QCOMPARE(again.error().args, QStringList({u"correct"_s, correction.id.toString()}));
    value(m_editor->remove(kVouchers, correction.id, kAnna)); // it was never booked
    QVERIFY(m_editor->step(kVouchers, wrong.id, u"correct"_s, {}, kAnna));
}

void ClosedBooksTest::aSupplierInvoicesCreditBooksNothingElse()
{
    const auto supplier = make(EntityType(u"suppliers"_s), {{u"name"_s, u"Ek"_s}});
    auto body = object(R"({"invoiceNumber": "F1", "invoiceDate": "2026-03-31", "total": "900.00", "booked": true, "rows": [)" + kRent + "," + kBank + "]}");
    body.insert(u"supplier"_s, supplier.id.toString());
    const auto wrong = make(kSupplierInvoices, body);
    const auto credit = value(m_editor->correct(kSupplierInvoices, wrong.id, u"credit"_s, body, kAnna));
    QCOMPARE(booked(credit.body), QStringList({u"5010 /900.00"_s, u"1930 900.00/"_s}));
}

void ClosedBooksTest::aDraftIsNotCorrected()
{
    for (const auto &number : {""_ba, "7*"_ba}) {
        const auto draft = make(kVouchers, voucher(number));
        const auto answer = m_editor->step(kVouchers, draft.id, u"correct"_s, {}, kAnna);
        QCOMPARE(codeOf(answer), u"step.needs"_s);
        QCOMPARE(answer.error().args, QStringList({u"correct"_s, u"number"_s}));
    }
}

void ClosedBooksTest::aSupplierInvoiceIsCreditedTheSameWay()
{
    const auto supplier = make(EntityType(u"suppliers"_s), {{u"name"_s, u"Ek"_s}});
    auto body = object(R"({"invoiceNumber": "F1", "invoiceDate": "2026-03-31", "total": "900.00", "booked": true, "rows": [)" + kRent + "," + kBank + "]}");
    body.insert(u"supplier"_s, supplier.id.toString());
    const auto wrong = make(kSupplierInvoices, body);
    const auto credit = value(m_editor->step(kSupplierInvoices, wrong.id, u"credit"_s, {}, kAnna));
    QCOMPARE(credit.body[u"creditOf"].toString(), wrong.id.toString());
    QCOMPARE(credit.body[u"total"].toString(), u"-900.00"_s);
    QVERIFY(credit.body[u"credit"].toBool());
    QVERIFY(!credit.body[u"booked"].toBool());
    QVERIFY(!credit.body.contains(u"invoiceNumber"_s));
    QCOMPARE(booked(credit.body), QStringList({u"5010 /900.00"_s, u"1930 900.00/"_s}));
}

void ClosedBooksTest::closedBooksStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("what"); // "create", "delete", the name of a step, or a patch
    QTest::addColumn<QString>("code");
    const auto closed = u"books.closed"_s;
    QTest::newRow("nothing is made on the day that is closed") << "2026-03-31"_ba << "create"_ba << closed;
    QTest::newRow("nothing is made before it") << "2025-12-31"_ba << "create"_ba << closed;
    QTest::newRow("the day after it is open") << "2026-04-01"_ba << "create"_ba << QString();
    QTest::newRow("nothing is changed") << "2026-03-31"_ba << R"({"note": "x"})"_ba << closed;
    QTest::newRow("a later one is changed") << "2026-04-01"_ba << R"({"note": "x"})"_ba << QString();
    QTest::newRow("nothing is moved in") << "2026-04-01"_ba << R"({"invoiceDate": "2026-03-31"})"_ba << closed;
    QTest::newRow("nothing is moved about in it") << "2026-03-31"_ba << R"({"invoiceDate": "2026-03-01"})"_ba << closed;
    QTest::newRow("a draft is given a later date") << "2026-03-31"_ba << R"({"invoiceDate": "2026-04-01", "note": "x"})"_ba << QString();
    QTest::newRow("that it was sent is no matter of the books") << "2026-03-31"_ba << R"({"sent": true})"_ba << QString();
    QTest::newRow("nothing is deleted") << "2026-03-31"_ba << "delete"_ba << closed;
    QTest::newRow("a later one is deleted") << "2026-04-01"_ba << "delete"_ba << QString();
    QTest::newRow("nothing is booked") << "2026-03-31"_ba << "book"_ba << closed;
    QTest::newRow("nothing is cancelled") << "2026-03-31"_ba << "cancel"_ba << closed;
    QTest::newRow("it is marked as sent") << "2026-03-31"_ba << "mark-sent"_ba << QString();
    QTest::newRow("what was deleted does not come back") << "2026-03-31"_ba << "restore"_ba << closed;
}

void ClosedBooksTest::closedBooksStayAsTheyAre()
{
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, what);
    QFETCH(QString, code);
    const auto customer = make(kCustomers, {{u"name"_s, u"Åsa"_s}});
    const QJsonObject body{{u"customer"_s, customer.id.toString()}, {u"invoiceDate"_s, QString::fromUtf8(date)}};
    const auto made = make(kInvoices, body);
    if (what == "restore")
        value(m_editor->remove(kInvoices, made.id, kAnna));
    closeBooks(u"2026-03-31"_s);
    const auto ask = [&]() -> Result<Record> {
        if (what == "create")
            return m_editor->create(kInvoices, body, kAnna);
        if (what == "delete")
            return m_editor->remove(kInvoices, made.id, kAnna);
        if (what == "restore")
            return m_editor->restore(kInvoices, made.id, kAnna);
        return what.startsWith('{') ? m_editor->update(kInvoices, made.id, object(what), kAnna)
                                    : m_editor->step(kInvoices, made.id, QString::fromUtf8(what), {}, kAnna);
    };
    const auto answer = ask();
    QCOMPARE(codeOf(answer), code);
    if (!answer)
        QCOMPARE(answer.error().args, QStringList{u"2026-03-31"_s});
}

void ClosedBooksTest::whatIsBookedThereIsNotMovedOut()
{
    const auto made = make(kVouchers, voucher("7"));
    const auto other = make(kVouchers, voucher("8"));
    closeBooks(u"2026-03-31"_s);
    QCOMPARE(codeOf(m_editor->update(kVouchers, made.id, {{u"transactionDate"_s, u"2026-04-01"_s}}, kAnna)), u"books.closed"_s);
    const auto struck = object(R"({"rows": [)" + kBank + "," + kLocal + R"(], "struckRows": [{"account": "5010", "debit": "900.00"}]})");
    QCOMPARE(codeOf(m_editor->update(kVouchers, made.id, struck, kAnna)), u"books.closed"_s);
    value(m_editor->step(kVouchers, made.id, u"correct"_s, {}, kAnna)); // today, when the books are open
    closeBooks(m_company->clock.now().toLocalTime().date().toString(Qt::ISODate));
    QCOMPARE(codeOf(m_editor->step(kVouchers, other.id, u"correct"_s, {}, kAnna)), u"books.closed"_s);
}

void ClosedBooksTest::theLatestClosingCounts()
{
    QVERIFY(!value(booksClosedTo(m_company->database())).isValid());
    const auto latest = closeBooks(u"2026-03-31"_s);
    closeBooks(u"2025-12-31"_s);
    QCOMPARE(value(booksClosedTo(m_company->database())), QDate(2026, 3, 31));
    value(m_editor->remove(kClosings, latest.id, kAnna)); // opened again
    QCOMPARE(value(booksClosedTo(m_company->database())), QDate(2025, 12, 31));
    (void)make(kVouchers, voucher({}));
}

// Every hub of the company hears of them.
void ClosedBooksTest::closingsAreRecordsLikeOthers()
{
    const ConnectionId server(u"frostserver"_s);
    value(Connections(m_company->sql(), m_company->clock).add(server, u"frostserver"_s, {}));
    const auto closing = closeBooks(u"2026-03-31"_s);
    QVERIFY(value(m_writer->outbox().open(server, kClosings, closing.id)));
    value(m_editor->update(kClosings, closing.id, {{u"closedTo"_s, u"2026-02-28"_s}}, kAnna));
    QCOMPARE(value(booksClosedTo(m_company->database())), QDate(2026, 2, 28));
}

QTEST_GUILESS_MAIN(ClosedBooksTest)
#include "closedbooks_test.moc"
