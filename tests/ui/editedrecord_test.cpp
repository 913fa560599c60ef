// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "ui/editor/editedrecord.h"
#include "ui/editor/entryrules.h"
#include "ui/editor/problemplace.h"
#include "ui/editor/referredcache.h"
#include "ui/editor/softchecks.h"
#include "ui/editor/totals.h"
#include "ui/widgets/referenceedit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace editorfixture;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).object();
}

QJsonArray array(const QByteArray &json)
{
    return QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).array();
}

QJsonObject sorted(const QJsonArray &rows)
{
    return {{u"rows"_s, rows}};
}

} // namespace

//! What a form works with, without a form.
class EditedRecordTest : public QObject
{
    Q_OBJECT

private:
    Schema m_schema = value(Schema::load({u"accounting"_s}));
    const EntitySchema &m_customers = *m_schema.find(kCustomers);
    const EntitySchema &m_invoices = *m_schema.find(kInvoices);
    const EntitySchema &m_vouchers = *m_schema.find(kVouchers);

private Q_SLOTS:
    void aPatchNamesWhatThePersonChanged()
    {
        EditedRecord edited(m_customers);
        edited.startFrom(object("{'name': 'Ada', 'city': 'Lund', 'note': 'a'}"));
        QVERIFY(!edited.isDirty());
        edited.set(u"city"_s, u"Malmö"_s);
        edited.set(u"note"_s, QJsonValue(QJsonValue::Undefined));
        QCOMPARE(edited.changed(), (QStringList{u"city"_s, u"note"_s}));
        QCOMPARE(edited.patch(), object("{'city': 'Malmö', 'note': null}"));
    }

    void whatSaysTheSameIsNoChange_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("typed");
        QTest::newRow("a blank before the text") << QByteArray("{'name': 'Ada'}") << u"name"_s << QJsonValue(u" Ada"_s);
        QTest::newRow("an organisation number without hyphen")
            << QByteArray("{'organisationNumber': '556036-0793'}") << u"organisationNumber"_s
            << QJsonValue(u"5560360793"_s);
        QTest::newRow("a switch off that was never on") << QByteArray("{}") << u"active"_s << QJsonValue(true);
        QTest::newRow("a number as text")
            << QByteArray("{'termsOfPayment': 30}") << u"termsOfPayment"_s << QJsonValue(u"30"_s);
        QTest::newRow("blank text for none") << QByteArray("{}") << u"note"_s << QJsonValue(QString());
    }

    void whatSaysTheSameIsNoChange()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QString, field);
        QFETCH(QJsonValue, typed);
        EditedRecord edited(m_customers);
        edited.startFrom(object(stored));
        edited.set(field, typed);
        QCOMPARE(edited.changed(), QStringList());
    }

    void derivedRowSumsAreNoChange()
    {
        EditedRecord edited(m_invoices);
        edited.startFrom(object("{'rows': [{'rowId': 'a', 'quantity': '1', 'price': '5', 'total': '5.00'}]}"));
        edited.set(u"rows"_s, array("[{'rowId': 'a', 'quantity': '1', 'price': '5'}]"));
        QVERIFY(!edited.isDirty());
        edited.set(u"rows"_s, array("[{'rowId': 'a', 'quantity': '2', 'price': '5'}]"));
        QVERIFY(edited.isDirty());
        edited.set(u"rows"_s, array("[{'rowId': 'a', 'quantity': '1', 'price': '5'}, {'price': '1'}]"));
        QCOMPARE(edited.changed(), QStringList{u"rows"_s});
    }

    void aNewRecordIsWrittenWhole()
    {
        EditedRecord edited(m_customers);
        edited.startNew(object("{'type': 'company', 'active': true}"));
        QVERIFY(!edited.isDirty());
        edited.set(u"name"_s, u"Ada"_s);
        QCOMPARE(edited.patch(), object("{'type': 'company', 'active': true, 'name': 'Ada'}"));
    }

    //! While something is typed that is not a number yet, the rest is still summed.
    void sumsLeaveOutWhatCannotBeRead()
    {
        EditedRecord edited(m_invoices);
        edited.startNew({});
        edited.set(u"currency"_s, u"SEK"_s);
        edited.set(u"dueDate"_s, u"32 nov"_s);
        edited.set(u"customer"_s, unresolvedReference(u"nobody"_s));
        edited.set(u"rows"_s,
                   array("[{'quantity': '2', 'price': '100', 'vat': '25'}, {'quantity': '12*', 'price': '7'}]"));
        QCOMPARE(edited.computed().value(u"total"_s).toString(), u"250.00"_s);
        QCOMPARE(problemsError(edited.malformed()).args,
                 (QStringList{u"dueDate: date.malformed"_s, u"rows[1].quantity: decimal.malformed"_s}));
    }

    void figuresTooLargeAreNamedNotSummed()
    {
        EditedRecord edited(m_invoices);
        edited.startNew({});
        edited.set(u"rows"_s,
                   QJsonArray{QJsonObject{{u"quantity"_s, QString(20, u'9')}, {u"price"_s, QString(20, u'9')}}});
        QVERIFY(!edited.computed().contains(u"total"_s));
        QVERIFY(!edited.malformed().isEmpty());
    }

    // --- the record changes underneath

    void fieldsLeftAloneFollow()
    {
        EditedRecord edited(m_customers);
        edited.startFrom(object("{'name': 'Ada', 'city': 'Lund', 'phone': '1'}"));
        edited.set(u"city"_s, u"Malmö"_s);
        QCOMPARE(edited.follow(object("{'name': 'Ada AB', 'city': 'Lund', 'phone': '1'}")), QStringList());
        QCOMPARE(edited.typed(), object("{'name': 'Ada AB', 'city': 'Malmö', 'phone': '1'}"));
        QCOMPARE(edited.patch(), object("{'city': 'Malmö'}"));
    }

    void fieldsBothChangedStayAsTypedAndAreNamed()
    {
        EditedRecord edited(m_customers);
        edited.startFrom(object("{'name': 'Ada', 'city': 'Lund'}"));
        edited.set(u"city"_s, u"Malmö"_s);
        edited.set(u"name"_s, u"Ada AB"_s);
        // The name became the same on both sides: nothing to say about it, and nothing to write.
        QCOMPARE(edited.follow(object("{'name': 'Ada AB', 'city': 'Ystad'}")), QStringList{u"city"_s});
        QCOMPARE(edited.patch(), object("{'city': 'Malmö'}"));
    }

    void rowsFollow_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QByteArray>("result");
        const auto row =
            [](const char *name, const char *base, const char *typed, const char *now, const char *result) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(typed) << QByteArray(now) << QByteArray(result);
        };
        row("another cell of the row", "[{'rowId':'a','description':'1','unit':'1'}]",
            "[{'rowId':'a','description':'2','unit':'1'}]", "[{'rowId':'a','description':'1','unit':'9'}]",
            "[{'rowId':'a','description':'2','unit':'9'}]");
        row("the same cell stays as typed", "[{'rowId':'a','description':'1'}]", "[{'rowId':'a','description':'2'}]",
            "[{'rowId':'a','description':'3'}]", "[{'rowId':'a','description':'2'}]");
        row("a cell the person emptied stays empty", "[{'rowId':'a','description':'1','unit':'1'}]",
            "[{'rowId':'a','unit':'1'}]", "[{'rowId':'a','description':'1','unit':'2'}]", "[{'rowId':'a','unit':'2'}]");
        row("a row added there comes", "[]", "[{'description':'mine'}]", "[{'rowId':'b','description':'theirs'}]",
            "[{'description':'mine'},{'rowId':'b','description':'theirs'}]");
        row("a row removed there goes", "[{'rowId':'a','description':'1'},{'rowId':'b','description':'1'}]",
            "[{'rowId':'a','description':'1'},{'rowId':'b','description':'2'}]", "[{'rowId':'b','description':'1'}]",
            "[{'rowId':'b','description':'2'}]");
        row("a row removed there stays where the person changed it", "[{'rowId':'a','description':'1'}]",
            "[{'rowId':'a','description':'2'}]", "[]", "[{'rowId':'a','description':'2'}]");
        row("a row removed there goes, its sum notwithstanding",
            "[{'rowId':'a','price':'5','total':'5.00'},{'rowId':'b','price':'1','total':'1.00'}]",
            "[{'rowId':'a','price':'5.00'},{'rowId':'b','price':'2'}]", "[{'rowId':'b','price':'1','total':'1.00'}]",
            "[{'rowId':'b','price':'2','total':'1.00'}]");
        row("a cell typed again in other words follows", "[{'rowId':'a','price':'5','unit':'st'}]",
            "[{'rowId':'a','price':'5.00','unit':'kg'}]", "[{'rowId':'a','price':'7','unit':'st'}]",
            "[{'rowId':'a','price':'7','unit':'kg'}]");
        row("a row the person removed stays away", "[{'rowId':'a','description':'1'}]", "[]",
            "[{'rowId':'a','description':'9'}]", "[]");
    }

    void rowsFollow()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, now);
        QFETCH(QByteArray, result);
        EditedRecord edited(m_invoices);
        edited.startFrom(sorted(array(base)));
        edited.set(u"rows"_s, array(typed));
        edited.follow(sorted(array(now)));
        QCOMPARE(sorted(edited.value(u"rows"_s).toArray()), sorted(array(result)));
    }

    //! UX.md 1.2 G22: a voucher's rows are never a mix of two sides.
    void aVouchersRowsStayOneUnit()
    {
        EditedRecord edited(m_vouchers);
        edited.startFrom(object("{'rows': [{'rowId':'a','debit':'1.00'},{'rowId':'b','credit':'1.00'}]}"));
        const auto mine = array("[{'rowId':'a','debit':'2.00'},{'rowId':'b','credit':'2.00'}]");
        edited.set(u"rows"_s, mine);
        edited.follow(object("{'rows': [{'rowId':'a','debit':'5.00'},{'rowId':'c','credit':'5.00'}]}"));
        QCOMPARE(sorted(edited.value(u"rows"_s).toArray()), sorted(mine));
    }

    void aDraftIsTakenUpWhereItWasLeft()
    {
        EditedRecord edited(m_customers);
        edited.resume(object("{'name': 'Ada', 'city': 'Lund'}"), {}, object("{'name': 'Ada', 'city': 'Mal'}"));
        QVERIFY(!edited.isNew());
        QCOMPARE(edited.changed(), QStringList{u"city"_s});
        edited.follow(object("{'name': 'Ada AB', 'city': 'Lund'}"));
        QCOMPARE(edited.typed(), object("{'name': 'Ada AB', 'city': 'Mal'}"));
    }

    // --- where problems stand

    void aProblemHasAPlace_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("column");
        QTest::newRow("a field") << u"customer"_s << u"customer"_s << -1 << QString();
        QTest::newRow("a row") << u"rows[3]"_s << u"rows"_s << 3 << QString();
        QTest::newRow("a cell") << u"rows[12].price"_s << u"rows"_s << 12 << u"price"_s;
        QTest::newRow("something else") << u"a b"_s << u"a b"_s << -1 << QString();
    }

    void aProblemHasAPlace()
    {
        QFETCH(QString, path);
        const auto place = ProblemPlace::of(path);
        QTEST(place.field, "field");
        QTEST(int(place.row), "row");
        QTEST(place.column, "column");
        QCOMPARE(place.path(), path);
    }

    void anErrorIsTakenApart()
    {
        const auto problems = problemsOf(
            problemsError({{u"customer"_s, u"field.required"_s, {}}, {u"rows[0].vat"_s, u"percent.outOfRange"_s, {}}}));
        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems[1].path, u"rows[0].vat"_s);
        QCOMPARE(problems[1].code, u"percent.outOfRange"_s);
        QVERIFY(problemsOf(Error{ErrorKind::Rejected, u"record.deleted"_s, {u"a: b"_s}, {}, {}}).isEmpty());
    }

    // --- what one entry brings with it

    void anArticleFillsItsRow()
    {
        const Referred article{LocalId(u"a"_s), u"A-1"_s, u"Te"_s,
                               object("{'description': 'Te', 'unit': 'kg', 'salesPrice': '95.5', 'vat': '12', "
                                      "'salesAccount': '3002', 'note': 'x'}")};
        QCOMPARE(filledBy(u"article"_s, article, m_invoices.field(u"rows")->fields),
                 object("{'description': 'Te', 'unit': 'kg', 'price': '95.5', 'vat': '12', 'account': '3002'}"));
        QCOMPARE(filledBy(u"project"_s, article, m_invoices.field(u"rows")->fields), QJsonObject());
    }

    void aCustomerBringsTermsAndCurrency()
    {
        const Referred customer{LocalId(u"c"_s), {}, u"Ada"_s, object("{'termsOfPayment': 20, 'currency': 'EUR'}")};
        QCOMPARE(filledBy(u"customer"_s, customer, m_invoices.fields),
                 object("{'termsOfPayment': 20, 'currency': 'EUR'}"));
    }

    void theDueDateFollowsTheTerms()
    {
        QCOMPARE(dueDateOf(object("{'invoiceDate': '2026-01-31', 'termsOfPayment': 30}")), QJsonValue(u"2026-03-02"_s));
        QVERIFY(dueDateOf(object("{'invoiceDate': '2026-01-31'}")).isUndefined());
        QVERIFY(dueDateOf(object("{'invoiceDate': 'tomorrow', 'termsOfPayment': 30}")).isUndefined());
    }

    void aNewRecordStartsToday()
    {
        const auto start = startOf(m_invoices, QDate(2026, 11, 13));
        QCOMPARE(start.value(u"invoiceDate"_s).toString(), u"2026-11-13"_s);
        QCOMPARE(start.value(u"currency"_s).toString(), u"SEK"_s);
        QVERIFY(!start.contains(u"dueDate"_s));
        QCOMPARE(startOf(m_vouchers, QDate(2026, 11, 13)).value(u"transactionDate"_s).toString(), u"2026-11-13"_s);
    }

    void whatIsBookedIsClosed()
    {
        QVERIFY(!closedBy(m_invoices, object("{'sent': true}")));
        QCOMPARE(closedBy(m_invoices, object("{'booked': true}"))->name, u"booked"_s);
        QCOMPARE(closedBy(m_invoices, object("{'cancelled': true}"))->name, u"cancelled"_s);
    }

    void whatIsMissingBalances()
    {
        const auto sides = *sidesOf(*m_vouchers.field(u"rows"));
        const auto rows = array("[{'debit': '100.50'}, {'credit': '20'}, {}, {'debit': '12*'}]");
        QCOMPARE(balancing(rows, 2, sides).toString(2), u"-80.50"_s);
        QCOMPARE(balancing(rows, 0, sides).toString(2), u"20.00"_s);
        QVERIFY(!sidesOf(*m_invoices.field(u"rows")));
    }

    // --- totals

    void anInvoiceComesToItsTotals()
    {
        EditedRecord edited(m_invoices);
        edited.startNew(object("{'currency': 'SEK'}"));
        edited.set(u"rows"_s, array("[{'quantity': '1', 'price': '100.30', 'vat': '25'},"
                                    "{'quantity': '2', 'price': '50', 'vat': '12'}, {'description': 'text'}]"));
        const auto lines = Totals::of(m_invoices, edited.computed());
        QStringList shown;
        for (const auto &line : lines)
            shown.append(u"%1=%2"_s.arg(line.label, line.amount.toString(2)));
        QCOMPARE(shown, (QStringList{u"Net=200.30"_s, u"VAT 25 %=25.08"_s, u"VAT 12 %=12.00"_s, u"Rounding=-0.38"_s,
                                     u"To pay, SEK=237.00"_s}));
        QVERIFY(lines.last().weight == TotalsLine::Weight::Sum);
    }

    void aVoucherComesToItsDifference()
    {
        const auto record = object("{'rows': [{'debit': '100.00'}, {'credit': '99.50'}]}");
        const auto lines = Totals::of(m_vouchers, record);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[2].amount.toString(2), u"0.50"_s);
        QVERIFY(lines[2].weight == TotalsLine::Weight::Wrong);
        QVERIFY(Totals::of(m_vouchers, {}).last().weight == TotalsLine::Weight::Sum);
        QVERIFY(Totals::of(m_customers, {}).isEmpty());
    }

    // --- soft checks (UX.md 2.3)

    void whatLooksWrongIsSaid_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("field");
        QTest::newRow("an organisation number with a wrong check digit")
            << u"customers"_s << QByteArray("{'organisationNumber': '556036-0794'}") << u"organisationNumber"_s;
        QTest::newRow("a bankgiro with a wrong check digit")
            << u"suppliers"_s << QByteArray("{'bankgiro': '5805-6202'}") << u"bankgiro"_s;
        QTest::newRow("a payment reference with a wrong check digit")
            << u"supplierInvoices"_s << QByteArray("{'ocr': '10422'}") << u"ocr"_s;
        QTest::newRow("due before it is written")
            << u"invoices"_s << QByteArray("{'invoiceDate': '2026-11-13', 'dueDate': '2026-11-12'}") << u"dueDate"_s;
        QTest::newRow("a year ahead") << u"vouchers"_s << QByteArray("{'transactionDate': '2027-11-20'}")
                                      << u"transactionDate"_s;
        QTest::newRow("outside the financial year")
            << u"vouchers"_s << QByteArray("{'transactionDate': '2026-11-20', 'financialYear': '2025'}")
            << u"transactionDate"_s;
        QTest::newRow("outside a broken financial year")
            << u"vouchers"_s << QByteArray("{'transactionDate': '2026-07-01', 'financialYear': '2025-07/2026-06'}")
            << u"transactionDate"_s;
    }

    void whatLooksWrongIsSaid()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, record);
        Office office;
        RecordLookup lookup(*office.session);
        ReferredCache known(lookup);
        const auto &schema = office.schema(EntityType(type));
        const auto remarks =
            SoftChecks::of(schema, office.company->schema(), object(record), known, QDate(2026, 11, 13));
        QCOMPARE(remarks.size(), 1);
        QTEST(remarks[0].place.field, "field");
        QVERIFY(remarks[0].loudness == Loudness::Warning);
        QVERIFY(!remarks[0].text.isEmpty());
    }

    void whatIsRightIsNotSaid_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("record");
        QTest::newRow("a payment reference typed with spaces")
            << u"supplierInvoices"_s << QByteArray("{'ocr': '10 421'}");
        QTest::newRow("the last day of a broken financial year")
            << u"vouchers"_s << QByteArray("{'transactionDate': '2026-06-30', 'financialYear': '2025-07/2026-06'}");
    }

    void whatIsRightIsNotSaid()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, record);
        Office office;
        RecordLookup lookup(*office.session);
        ReferredCache known(lookup);
        QVERIFY(SoftChecks::of(office.schema(EntityType(type)), office.company->schema(), object(record), known,
                               QDate(2026, 11, 13))
                    .isEmpty());
    }

    //! Each financial year has its own chart.
    void accountsAreThoseOfTheVouchersYear_data()
    {
        QTest::addColumn<QString>("year");
        QTest::addColumn<int>("remarks");
        QTest::newRow("closed that year") << u"2025"_s << 1;
        QTest::newRow("in use that year") << u"2026"_s << 0;
    }

    void accountsAreThoseOfTheVouchersYear()
    {
        QFETCH(QString, year);
        QFETCH(int, remarks);
        Office office;
        for (const auto &[of, active] : {std::pair(u"2025"_s, false), std::pair(u"2026"_s, true)})
            office.make(kAccounts, {{u"number"_s, u"1930"_s},
                                    {u"description"_s, u"Bank"_s},
                                    {u"financialYear"_s, of},
                                    {u"active"_s, active}});
        RecordLookup lookup(*office.session);
        ReferredCache known(lookup);
        QSignalSpy answered(&known, &ReferredCache::changed);
        const auto record = QJsonObject{{u"financialYear"_s, year}, {u"rows"_s, array("[{'account': '1930'}]")}};
        const auto said = [&] {
            return SoftChecks::of(office.schema(kVouchers), office.company->schema(), record, known,
                                  QDate(2026, 11, 13))
                .size();
        };
        QCOMPARE(said(), 0);
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(int(said()), remarks);
    }

    void accountsThatAreNotInUseAreSaid()
    {
        Office office;
        office.account(u"1930"_s, u"Bank"_s);
        office.account(u"1931"_s, u"Gammal bank"_s, false);
        RecordLookup lookup(*office.session);
        ReferredCache known(lookup);
        const auto record = object("{'rows': [{'account': '1930'}, {'account': '1931'}, {'account': '9999'}]}");
        const auto remarks = [&] {
            QStringList places;
            for (const auto &remark :
                 SoftChecks::of(office.schema(kVouchers), office.company->schema(), record, known, QDate(2026, 11, 13)))
                places.append(u"%1 %2"_s.arg(remark.place.column).arg(remark.place.row));
            return places;
        };
        QVERIFY(remarks().isEmpty()); // asked, not known yet
        QTRY_COMPARE(remarks(), (QStringList{u"account 1"_s, u"account 2"_s}));
    }
};

QTEST_MAIN(EditedRecordTest)
#include "editedrecord_test.moc"
