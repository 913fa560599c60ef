// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "ui/editor/recordform.h"
#include "ui/editor/totalspanel.h"

#include <QAccessible>
#include <QDate>
#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace editorfixture;

//! Whole records entered with the keyboard alone (UX.md 2.1, 2.2).
class RecordFormKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"sv_SE"_s)); }

    // R-APP-01
    void anInvoiceOfThreeRows()
    {
        Office office;
        const auto customer =
            office.customer(u"101"_s, u"Norrvik Bygg AB"_s, {{u"termsOfPayment"_s, 20}, {u"currency"_s, u"SEK"_s}});
        const auto tea = office.article(u"A-1"_s, u"Te"_s, "95.50", "12");
        const auto work = office.article(u"B-1"_s, u"Konsultation"_s, "950", "25");
        RecordForm form(*office.session, kInvoices);
        openWindow(form);
        form.createNew();
        QSignalSpy saved(&form, &RecordForm::saved);
        QCOMPARE(focus()->objectName(), u"customer"_s); // what the record is about comes first

        type(u"norrv"_s); // by name, without waiting for the list
        press(Qt::Key_Return);
        QVERIFY(enterUntil(u"invoiceDate"_s));
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"m"_s);
        QVERIFY(enterUntil(u"yourReference"_s));
        type(u"Åsa Öberg"_s);
        QVERIFY(enterUntil(u"rows"_s));

        type(u"a-1"_s);
        press(Qt::Key_Return);
        QVERIFY(enterUntil(u"rows.quantity"_s));
        type(u"12*2"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(focus()->objectName(), u"rows.article"_s);

        type(u"kons"_s);
        press(Qt::Key_Return);
        QCOMPARE(focus()->objectName(), u"rows.description"_s);
        press(Qt::Key_Return);
        QCOMPARE(focus()->objectName(), u"rows.quantity"_s);
        type(u"1,5"_s);
        QVERIFY(enterUntil(u"rows.discount"_s));
        type(u"10"_s);
        press(Qt::Key_Return, Qt::ControlModifier);

        press(Qt::Key_Return); // a row without an article
        type(u"Frakt, låda nr 3"_s);
        press(Qt::Key_Return);
        type(u"1"_s);
        QVERIFY(enterUntil(u"rows.price"_s));
        type(u"100+25%"_s);
        QVERIFY(enterUntil(u"rows.vat"_s));
        auto *grid = form.findChild<QTableView *>(u"rows"_s);
        QTRY_COMPARE(grid->model()->index(1, grid->currentIndex().column()).data().toString(), u"25"_s);
        press(Qt::Key_D, Qt::ControlModifier); // as above
        press(Qt::Key_S, Qt::ControlModifier);

        QTRY_COMPARE(saved.size(), 1);
        const auto stored = office.stored(kInvoices, form.record());
        const auto text = [&](const QString &field) { return stored.body.value(field).toVariant().toString(); };
        const auto first = QDate::currentDate().addDays(1 - QDate::currentDate().day());
        QCOMPARE(text(u"customer"_s), customer.toString());
        QCOMPARE(text(u"invoiceDate"_s), first.toString(Qt::ISODate));
        QCOMPARE(text(u"dueDate"_s), first.addDays(20).toString(Qt::ISODate));
        QCOMPARE(text(u"yourReference"_s), u"Åsa Öberg"_s);
        QCOMPARE(text(u"documentNumber"_s), u"1*"_s); // provisional, as nobody gave it one
        const auto rows = stored.body.value(u"rows"_s).toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0][u"article"_s].toString(), tea.toString());
        QCOMPARE(rows[0][u"quantity"_s].toString(), u"24"_s);
        QCOMPARE(rows[0][u"total"_s].toString(), u"2292.00"_s);
        QCOMPARE(rows[1][u"article"_s].toString(), work.toString());
        QCOMPARE(rows[1][u"description"_s].toString(), u"Konsultation"_s);
        QCOMPARE(rows[1][u"total"_s].toString(), u"1282.50"_s);
        QCOMPARE(rows[2][u"description"_s].toString(), u"Frakt, låda nr 3"_s);
        QCOMPARE(rows[2][u"vat"_s].toString(), u"25"_s);
        // 2292.00 + 1282.50 + 125.00, VAT 12 % of the first and 25 % of the others, to whole kronor
        QCOMPARE(text(u"net"_s), u"3699.50"_s);
        QCOMPARE(text(u"vatTotal"_s), u"626.92"_s);
        QCOMPARE(text(u"total"_s), u"4326.00"_s);
        QVERIFY(!form.isDirty());
    }

    void aVoucherThatBalancesItself()
    {
        Office office;
        office.account(u"1930"_s, u"Företagskonto"_s);
        office.account(u"5010"_s, u"Lokalhyra"_s);
        RecordForm form(*office.session, kVouchers);
        openWindow(form);
        form.createNew();
        QCOMPARE(focus()->objectName(), u"description"_s);
        type(u"Hyra för mars"_s);
        QVERIFY(enterUntil(u"series"_s));
        type(u"A"_s);
        QVERIFY(enterUntil(u"rows"_s));
        type(u"lokal"_s); // the account by its name
        press(Qt::Key_Return);
        QCOMPARE(focus()->objectName(), u"rows.debit"_s);
        type(u"8 500,50"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        type(u"1930"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(focus()->objectName(), u"rows.credit"_s);
        auto *totals = form.findChild<TotalsPanel *>();
        QTRY_COMPARE(totals->lines().last().amount.toString(2), u"8500.50"_s); // live
        type(u"+"_s);
        QTRY_COMPARE(totals->lines().last().amount.toString(2), u"0.00"_s);

        QSignalSpy saved(&form, &RecordForm::saved);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(saved.size(), 1);
        const auto rows = office.stored(kVouchers, form.record()).body.value(u"rows"_s).toArray();
        QCOMPARE(rows[0][u"account"_s].toString(), u"5010"_s);
        QCOMPARE(rows[0][u"debit"_s].toString(), u"8500.50"_s);
        QCOMPARE(rows[1][u"credit"_s].toString(), u"8500.50"_s);
    }

    void enterNeverSubmits()
    {
        Office office;
        RecordForm form(*office.session, kCustomers);
        openWindow(form);
        form.createNew();
        type(u"Ada"_s);
        QSignalSpy saved(&form, &RecordForm::saved);
        QSignalSpy closed(&form, &RecordForm::closed);
        for (int i = 0; i < 60; ++i)
            press(i % 2 ? Qt::Key_Enter : Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(saved.size() + closed.size(), 0);
        QVERIFY(office.all(kCustomers).isEmpty());
    }

    void shiftEnterGoesBack()
    {
        Office office;
        RecordForm form(*office.session, kCustomers);
        openWindow(form);
        form.createNew();
        const auto first = focus()->objectName();
        QCOMPARE(first, u"name"_s);
        press(Qt::Key_Return);
        QVERIFY(focus()->objectName() != first);
        press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(focus()->objectName(), first);
    }

    void aFieldIsUndone()
    {
        Office office;
        RecordForm form(*office.session, kCustomers);
        openWindow(form);
        form.createNew();
        type(u"Ada"_s);
        QTRY_VERIFY(form.isDirty());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(qobject_cast<QLineEdit *>(focus())->text(), QString());
        QTRY_VERIFY(!form.isDirty());
    }

    //! R-APP-06: nothing that can have the focus is without a name.
    void everythingHasAName_data()
    {
        QTest::addColumn<QString>("type");
        for (const auto &type : value(Schema::load({u"accounting"_s})).types())
            QTest::newRow(qPrintable(type.toString())) << type.toString();
    }

    void everythingHasAName()
    {
        QFETCH(QString, type);
        Office office;
        RecordForm form(*office.session, EntityType(type));
        openWindow(form);
        form.createNew();
        for (const auto *widget : form.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy())
                continue;
            auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
};

QTEST_MAIN(RecordFormKeysTest)
#include "recordformkeys_test.moc"
