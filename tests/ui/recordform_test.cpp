// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "core/drafts/drafts.h"
#include "ui/editor/fieldinput.h"
#include "ui/editor/recordform.h"
#include "ui/editor/recordpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/referenceedit.h"

#include <QApplication>
#include <QJsonArray>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

using namespace editorfixture;

namespace {

//! A form in a window, and what a test looks at in it.
struct Open {
    Open(Office &office, const EntityType &type)
        : form(std::make_unique<RecordForm>(*office.session, type)),
          saved(form.get(), &RecordForm::saved),
          removed(form.get(), &RecordForm::removed),
          closed(form.get(), &RecordForm::closed),
          loaded(form.get(), &RecordForm::loaded),
          dirty(form.get(), &RecordForm::dirtyChanged)
    {
        openWindow(*form);
    }
    void record(const LocalId &id)
    {
        form->openRecord(id);
        QTRY_COMPARE(loaded.size(), 1);
    }
    [[nodiscard]] RecordPage &page() const { return *form->findChild<RecordPage *>(); }
    [[nodiscard]] FieldInput *input(const char *field) const { return page().input(QString::fromLatin1(field)); }
    [[nodiscard]] QString text(const char *field) const
    {
        return qobject_cast<QLineEdit *>(input(field)->edit().widget())->text();
    }
    void enter(const char *field, const QString &text)
    {
        auto *line = qobject_cast<QLineEdit *>(input(field)->edit().widget());
        line->setFocus();
        line->selectAll();
        press(Qt::Key_Delete);
        type(text);
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (auto *button : form->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
    //! The steps that can be chosen now.
    [[nodiscard]] QStringList steps() const
    {
        QStringList names;
        for (const auto *action : button(u"Next step"_s)->menu()->actions())
            names.append(action->text());
        return names;
    }
    void choose(const QString &step) const
    {
        for (auto *action : button(u"Next step"_s)->menu()->actions()) {
            if (action->text() == step)
                return action->trigger();
        }
        QFAIL(qPrintable(step));
    }
    [[nodiscard]] QString said(const char *field) const
    {
        const auto &remark = input(field)->remark();
        return remark ? remark->text : QString();
    }

    std::unique_ptr<RecordForm> form;
    QSignalSpy saved;
    QSignalSpy removed;
    QSignalSpy closed;
    QSignalSpy loaded;
    QSignalSpy dirty;
};

//! An invoice with rows of these texts.
LocalId invoice(Office &office, const QStringList &texts)
{
    QJsonArray rows;
    for (const auto &text : texts)
        rows.append(QJsonObject{{u"description"_s, text}});
    return office
        .make(kInvoices, {{u"customer"_s, office.customer(u"1"_s, u"Ada"_s).toString()},
                          {u"invoiceDate"_s, u"2026-11-13"_s},
                          {u"rows"_s, rows}})
        .id;
}

QTableView *openCell(Open &open, int row, int column)
{
    auto *rows = open.form->findChild<QTableView *>(u"rows"_s);
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(row, column));
    return rows;
}

//! A voucher of two rows; "": it has no number yet.
QJsonObject voucher(const QString &date, const QString &number)
{
    const QJsonArray rows{QJsonObject{{u"account"_s, u"5010"_s}, {u"debit"_s, u"900"_s}},
                          QJsonObject{{u"account"_s, u"1930"_s}, {u"credit"_s, u"900"_s}}};
    return {{u"series"_s, u"A"_s}, {u"number"_s, number}, {u"transactionDate"_s, date}, {u"description"_s, u"Hyra"_s}, {u"rows"_s, rows}};
}

void shoot(QWidget &widget, const QString &name)
{
    const auto folder = qEnvironmentVariable("FROST_SCREENSHOTS");
    if (!folder.isEmpty())
        widget.grab().save(folder + u"/recordform-"_s + name + u".png"_s);
}

QList<Draft> drafts(Office &office)
{
    return value(Drafts(office.company->database().sql(), office.clock).list());
}

} // namespace

//! A form and its company: saving, problems, drafts, changes by others.
class RecordFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"sv_SE"_s)); }

    // --- saving

    void onlyWhatWasChangedIsWritten()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s, {{u"city"_s, u"Lund"_s}, {u"phone"_s, u"1"_s}});
        Open open(office, kCustomers);
        open.record(id);
        QCOMPARE(open.form->title(), u"Customer 1 Ada"_s);
        QVERIFY(!open.form->isDirty());
        open.enter("city", u"Malmö"_s);
        QTRY_VERIFY(open.form->isDirty());
        office.change(kCustomers, id, {{u"phone"_s, u"2"_s}}); // nobody has told the form yet
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(open.saved.first().first().value<LocalId>(), id);
        const auto body = office.stored(kCustomers, id).body;
        QCOMPARE(body.value(u"city"_s).toString(), u"Malmö"_s);
        QCOMPARE(body.value(u"phone"_s).toString(), u"2"_s);
        QTRY_COMPARE(open.text("phone"), u"2"_s);
        QCOMPARE(open.dirty.size(), 2); // dirty, and clean again
    }

    void nothingToSaveIsNotWritten()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        const auto before = office.stored(kCustomers, id).revision;
        Open open(office, kCustomers);
        open.record(id);
        open.form->save();
        open.enter("name", u"Ada"_s);
        open.form->save();
        QCoreApplication::processEvents();
        QCOMPARE(office.stored(kCustomers, id).revision, before);
    }

    void whatIsTypedWhileSavingIsKept()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        open.enter("city", u"Lund"_s);
        open.form->save();
        open.enter("phone", u"046"_s); // the answer is not there yet
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(open.text("phone"), u"046"_s);
        QVERIFY(open.form->isDirty());
        QVERIFY(!office.stored(kCustomers, id).body.contains(u"phone"_s));
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 2);
        QCOMPARE(office.stored(kCustomers, id).body.value(u"phone"_s).toString(), u"046"_s);
    }

    void aCellThatWasLeftWithEscapeIsSavedAsItWas()
    {
        Office office;
        const auto id = invoice(office, {u"a"_s});
        Open open(office, kInvoices);
        open.record(id);
        openCell(open, 0, 2); // quantity
        type(u"99"_s);
        QTRY_VERIFY(open.form->isDirty());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!open.form->isDirty());
        open.enter("yourReference", u"x"_s);
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        QVERIFY(
            !office.stored(kInvoices, id).body.value(u"rows"_s).toArray().first().toObject().contains(u"quantity"_s));
    }

    //! Ctrl+S with the cursor still in the customer: what the customer brings with it is saved, too.
    void aCustomerThatIsLookedUpOnSavingBringsTheTerms()
    {
        Office office;
        office.customer(u"1"_s, u"Ada"_s, {{u"termsOfPayment"_s, 10}, {u"currency"_s, u"EUR"_s}});
        Open open(office, kInvoices);
        open.form->createNew();
        open.enter("invoiceDate", u"2026-11-01"_s);
        open.enter("customer", u"1"_s);
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        const auto body = office.stored(kInvoices, open.form->record()).body;
        QCOMPARE(body.value(u"currency"_s).toString(), u"EUR"_s);
        QCOMPARE(body.value(u"termsOfPayment"_s).toInteger(), 10);
        QCOMPARE(body.value(u"dueDate"_s).toString(), u"2026-11-11"_s);
    }

    void typingOnWhileSavingLooksUpDoesNotSaveLater()
    {
        Office office;
        office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kInvoices);
        open.form->createNew();
        open.enter("customer", u"1"_s);
        open.form->save();
        type(u"2"_s); // another question than the one that is being answered
        QTRY_VERIFY(!open.said("customer").isEmpty());
        open.enter("customer", u"1"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(!open.input("customer")->edit().isResolving());
        open.enter("yourReference", u"x"_s);
        QCoreApplication::processEvents();
        QCOMPARE(open.saved.size(), 0);
        QVERIFY(office.all(kInvoices).isEmpty());
    }

    void aRefusalStandsBesideItsField()
    {
        Office office;
        Open open(office, kCustomers);
        open.form->createNew();
        open.enter("city", u"Lund"_s);
        open.form->save();
        QTRY_VERIFY(!open.said("name").isEmpty());
        QCOMPARE(focus()->objectName(), u"name"_s); // moved to the first
        QCOMPARE(focus()->accessibleDescription(), open.said("name"));
        QVERIFY(office.all(kCustomers).isEmpty());
        type(u"Ada"_s);
        QTRY_VERIFY(open.said("name").isEmpty()); // mended
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
    }

    void aRefusedRowIsOpened()
    {
        Office office;
        const auto owner = office.customer(u"1"_s, u"Ada"_s);
        const auto id = office
                            .make(kInvoices, {{u"customer"_s, owner.toString()},
                                              {u"invoiceDate"_s, u"2026-11-13"_s},
                                              {u"rows"_s, QJsonArray{QJsonObject{{u"description"_s, u"a"_s}}}}})
                            .id;
        Open open(office, kInvoices);
        open.record(id);
        auto *rows = open.form->findChild<QTableView *>(u"rows"_s);
        rows->setFocus();
        rows->setCurrentIndex(rows->model()->index(0, 7)); // VAT
        type(u"250"_s);
        open.form->save();
        QTRY_COMPARE(focus()->objectName(), u"rows.vat"_s);
        QVERIFY(!rows->accessibleDescription().isEmpty());
    }

    void whatCannotBeReadIsNotSent()
    {
        Office office;
        const auto owner = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kInvoices);
        open.form->createNew();
        open.enter("customer", u"ingen"_s);
        open.enter("dueDate", u"99"_s);
        open.form->save();
        QTRY_VERIFY(!open.said("customer").isEmpty());
        QCOMPARE(focus()->objectName(), u"customer"_s);
        QVERIFY(!open.said("dueDate").isEmpty());
        QVERIFY(office.all(kInvoices).isEmpty());
        open.enter("dueDate", u"i"_s);
        open.enter("customer", u"1"_s);
        open.form->save(); // while the number is looked up
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(office.stored(kInvoices, open.form->record()).body.value(u"customer"_s).toString(), owner.toString());
    }

    //! A typed number that is nobody's must never be taken for some record's id on the wire.
    void aNumberIsNotTakenForAnId()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        value(office.company->connections().add(ConnectionId(u"frostserver"_s), u"frostserver"_s, {}));
        auto transaction = value(Transaction::begin(office.company->database().sql(), Durability::ProcessCrash));
        Link link;
        link.local = id;
        link.remote = RemoteId(u"77"_s);
        link.syncedAt = office.clock.now();
        value(office.company->links(ConnectionId(u"frostserver"_s)).store(kCustomers, link));
        value(transaction.commit());
        Open open(office, kInvoices);
        open.form->createNew();
        open.enter("customer", u"77"_s);
        open.form->save();
        QTRY_VERIFY(!open.said("customer").isEmpty());
        QVERIFY(office.all(kInvoices).isEmpty());
    }

    void softChecksNeverBlock()
    {
        Office office;
        Open open(office, kCustomers);
        open.form->createNew();
        open.enter("name", u"Ada"_s);
        open.enter("organisationNumber", u"556036-0794"_s);
        QCoreApplication::processEvents();
        QVERIFY(open.said("organisationNumber").isEmpty()); // not while typing
        press(Qt::Key_Return);
        QTRY_VERIFY(!open.said("organisationNumber").isEmpty());
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
    }

    // --- what follows

    void theDueDateFollowsUntilItIsTyped()
    {
        Office office;
        office.customer(u"1"_s, u"Ada"_s, {{u"termsOfPayment"_s, 10}});
        Open open(office, kInvoices);
        open.form->createNew();
        open.enter("invoiceDate", u"2026-11-01"_s);
        open.enter("customer", u"1"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(open.text("dueDate"), u"2026-11-11"_s);
        open.enter("termsOfPayment", u"30"_s);
        QTRY_COMPARE(open.text("dueDate"), u"2026-12-01"_s);
        open.enter("dueDate", u"2026-12-24"_s);
        open.enter("termsOfPayment", u"5"_s);
        press(Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(open.text("dueDate"), u"2026-12-24"_s);
    }

    void whatIsStoredIsNobodysToOverwrite()
    {
        Office office;
        const auto owner = office.customer(u"1"_s, u"Ada"_s, {{u"termsOfPayment"_s, 10}});
        const auto id = office
                            .make(kInvoices, {{u"customer"_s, owner.toString()},
                                              {u"invoiceDate"_s, u"2026-11-01"_s},
                                              {u"dueDate"_s, u"2026-12-24"_s}})
                            .id;
        Open open(office, kInvoices);
        open.record(id);
        open.enter("termsOfPayment", u"30"_s);
        press(Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(open.text("dueDate"), u"2026-12-24"_s);
    }

    void anotherCustomerTakesBackWhatTheFirstBrought()
    {
        Office office;
        office.customer(u"1"_s, u"Ada"_s, {{u"termsOfPayment"_s, 10}, {u"currency"_s, u"EUR"_s}});
        office.customer(u"2"_s, u"Bo"_s);
        Open open(office, kInvoices);
        open.form->createNew();
        open.enter("customer", u"1"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(open.text("currency"), u"EUR"_s);
        QVERIFY(!open.text("dueDate").isEmpty());
        open.enter("customer", u"2"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(open.text("currency"), u"SEK"_s);
        QCOMPARE(open.text("termsOfPayment"), QString());
        QCOMPARE(open.text("dueDate"), QString());
    }

    void aProvisionalNumberIsShownBeforeAndAfter()
    {
        Office office;
        const auto owner = office.customer(u"1"_s, u"Ada"_s);
        office.make(
            kInvoices,
            {{u"customer"_s, owner.toString()}, {u"invoiceDate"_s, u"2026-11-13"_s}, {u"documentNumber"_s, u"1042"_s}});
        Open open(office, kInvoices);
        open.form->createNew();
        auto *number = qobject_cast<QLineEdit *>(open.input("documentNumber")->edit().widget());
        QTRY_COMPARE(number->placeholderText(), u"1043*"_s);
        QVERIFY2(number->toolTip().contains(u"a series of its own in the field Series"_s), qPrintable(number->toolTip()));
        open.enter("customer", u"1"_s);
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(number->text(), u"1043*"_s);
        QCOMPARE(open.form->title(), u"Invoice 1043*"_s);
    }

    void onlyARemoteGivesNumbersWhereThereIsOne()
    {
        Office office;
        Open open(office, kInvoices);
        open.form->createNew();
        QVERIFY(!open.input("documentNumber")->isReadOnly());
        CompanyStatus status;
        status.connections.append(ConnectionStatus{ConnectionId(u"frostserver"_s), u"frostserver"_s, {}, {}});
        office.session->tell(status);
        open.form->createNew();
        QVERIFY(open.input("documentNumber")->isReadOnly());
    }

    // --- closed records

    void whatIsBookedIsReadOnlyAndSaysWhy_data()
    {
        QTest::addColumn<QString>("step");
        QTest::newRow("booked") << u"booked"_s;
        QTest::newRow("cancelled") << u"cancelled"_s;
    }

    void whatIsBookedIsReadOnlyAndSaysWhy()
    {
        QFETCH(QString, step);
        Office office;
        const auto owner = office.customer(u"1"_s, u"Ada"_s);
        const auto id = office
                            .make(kInvoices, {{u"customer"_s, owner.toString()},
                                              {u"invoiceDate"_s, u"2026-11-13"_s},
                                              {u"rows"_s, QJsonArray{QJsonObject{{u"description"_s, u"a"_s}}}},
                                              {step, true}})
                            .id;
        Open open(office, kInvoices);
        open.record(id);
        QVERIFY(open.form->isReadOnly());
        QVERIFY(open.page().stateBanner().isVisible());
        QVERIFY(!open.page().stateBanner().text().isEmpty());
        auto *rows = open.form->findChild<QTableView *>(u"rows"_s);
        QCOMPARE(rows->model()->rowCount(), 1); // no empty row
        QVERIFY(!(rows->model()->flags(rows->model()->index(0, 1)) & Qt::ItemIsEditable));
        open.enter("yourReference", u"x"_s);
        QCOMPARE(open.text("yourReference"), QString());
        QVERIFY(!open.button(u"Save"_s)->isEnabled());
        QVERIFY(!open.button(u"Delete"_s)->isEnabled());
    }

    // R-CON-11: a number is what books a voucher, and it is corrected by another one.
    void aNumberedVoucherIsCorrectedFromTheForm()
    {
        Office office;
        const auto id = office.make(kVouchers, voucher(u"2026-03-31"_s, u"7"_s)).id;
        Open open(office, kVouchers);
        open.record(id);
        QVERIFY(open.form->isReadOnly());
        QVERIFY2(open.page().stateBanner().text().contains(u"It has its number"_s), qPrintable(open.page().stateBanner().text()));
        QTRY_COMPARE(open.steps(), QStringList{u"Correct the voucher"_s});
        shoot(*open.form, u"voucher-numbered"_s);
        open.button(u"Next step"_s)->setFocus();
        QTimer::singleShot(0, this, [] { // the menu runs until it is answered
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        });
        QTest::keyClick(open.button(u"Next step"_s), Qt::Key_Space);
        QTRY_COMPARE(open.loaded.size(), 2);
        QVERIFY(open.form->record() != id);
        QVERIFY(!open.form->isReadOnly());
        QCOMPARE(open.text("description"), u"Rättelse av A 7"_s);
        const auto made = office.stored(kVouchers, open.form->record()).body;
        QCOMPARE(made[u"correctionOf"].toString(), id.toString());
        QCOMPARE(made[u"rows"][0][u"credit"].toString(), u"900.00"_s);
        shoot(*open.form, u"voucher-correction"_s);
        const auto correction = open.form->record();
        open.form->openRecord(id); // whoever looks at the original sees it, too
        QTRY_VERIFY(open.page().stateBanner().text().contains(u"There is a correction of it: Rättelse av A 7"_s));
        QCOMPARE(open.steps(), QStringList());
        shoot(*open.form, u"voucher-corrected"_s);
        open.button(u"Show the correction"_s)->click();
        QTRY_COMPARE(open.form->record(), correction);
    }

    void whatIsDatedInClosedBooksSaysSo_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("closedTo");
        QTest::addColumn<bool>("isReadOnly");
        QTest::addColumn<QString>("said");
        QTest::newRow("the books are open") << QString() << QString() << false << QString();
        QTest::newRow("they are closed before it") << QString() << u"2026-03-30"_s << false << QString();
        QTest::newRow("a draft may be given a later date") << QString() << u"2026-03-31"_s << false << u"give it a later date"_s;
        QTest::newRow("what is booked stays as it is") << u"7"_s << u"2026-03-31"_s << true << u"it cannot be changed any more"_s;
    }
    void whatIsDatedInClosedBooksSaysSo()
    {
        QFETCH(QString, number);
        QFETCH(QString, closedTo);
        QFETCH(QString, said);
        Office office;
        const auto id = office.make(kVouchers, voucher(u"2026-03-31"_s, number)).id;
        if (!closedTo.isEmpty())
            office.make(kClosings, {{u"closedTo"_s, closedTo}});
        Open open(office, kVouchers);
        open.record(id);
        QTEST(open.form->isReadOnly(), "isReadOnly");
        const auto text = open.page().stateBanner().isVisible() ? open.page().stateBanner().text() : QString();
        QVERIFY2(said.isEmpty() ? text.isEmpty() : text.contains(said) && text.contains(u"2026-03-31"_s), qPrintable(text));
        if (open.form->isReadOnly())
            return;
        open.enter("description", u"Annat"_s);
        open.form->save();
        if (said.isEmpty()) {
            QTRY_COMPARE(open.saved.size(), 1);
        } else {
            QTRY_VERIFY(open.page().messageBanner().isVisible());
            QVERIFY(open.page().messageBanner().text().contains(u"The books are closed up to and including 2026-03-31"_s));
            shoot(*open.form, u"closed-books-refused"_s);
            open.enter("transactionDate", u"2026-04-01"_s);
            open.form->save();
            QTRY_COMPARE(open.saved.size(), 1);
        }
        QCOMPARE(office.stored(kVouchers, id).body[u"description"].toString(), u"Annat"_s);
    }

    // The place where the day is seen and set.
    void theBooksAreClosedInAForm()
    {
        Office office;
        Open open(office, kClosings);
        open.form->createNew();
        QTRY_COMPARE(open.loaded.size(), 1);
        QCOMPARE(open.input("closedTo")->edit().widget()->accessibleName(), u"Books closed up to and including, required"_s);
        open.enter("closedTo", u"2026-03-31"_s);
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(office.all(kClosings).first().body[u"closedTo"].toString(), u"2026-03-31"_s);
        shoot(*open.form, u"closed-period"_s);
    }

    // --- business steps (DESIGN.md section 4)

    void aStepIsChosenInTheForm()
    {
        Office office;
        const auto id = invoice(office, {u"a"_s});
        Open open(office, kInvoices);
        open.record(id);
        QTRY_COMPARE(open.steps(), (QStringList{u"Book"_s, u"Mark as sent"_s, u"Cancel"_s}));
        open.enter("yourReference", u"x"_s);
        QTRY_VERIFY(!open.button(u"Next step"_s)->isEnabled()); // nobody books what is not saved
        open.button(u"Discard changes"_s)->click();
        QTRY_VERIFY(open.button(u"Next step"_s)->isEnabled());
        open.choose(u"Book"_s);
        QTRY_VERIFY(open.form->isReadOnly());
        QVERIFY(office.stored(kInvoices, id).body["booked"_L1].toBool()); // nobody else is to be asked
        QTRY_COMPARE(open.steps(), (QStringList{u"Mark as sent"_s, u"Cancel"_s, u"Make a credit"_s}));
    }

    void whatWaitsToBeBookedIsReadOnlyAndSaysSo()
    {
        Office office;
        value(office.company->connections().add(ConnectionId(u"frostserver"_s), u"frostserver"_s, {}));
        const auto id = invoice(office, {u"a"_s});
        Open open(office, kInvoices);
        open.record(id);
        QTRY_VERIFY(open.button(u"Next step"_s)->isEnabled());
        open.choose(u"Book"_s);
        QTRY_VERIFY(open.form->isReadOnly());
        QVERIFY(open.page().stateBanner().text().startsWith(u"Book: waits to be sent."_s));
        QVERIFY(!office.stored(kInvoices, id).body.contains("booked"_L1));
        QTRY_COMPARE(open.steps(), (QStringList{u"Mark as sent"_s, u"Cancel"_s}));
        open.choose(u"Mark as sent"_s);
        QTRY_COMPARE(value(office.company->outbox().steps(kInvoices, id)).size(), 2);
    }

    void aChangeThatIsNotOnTheScreenIsNotBooked()
    {
        Office office;
        const auto id = invoice(office, {u"a"_s});
        Open open(office, kInvoices);
        open.record(id);
        QTRY_VERIFY(open.button(u"Next step"_s)->isEnabled());
        office.change(kInvoices, id, {{u"note"_s, u"by the sync, just now"_s}}); // nobody has told the form
        open.choose(u"Book"_s);
        QTRY_VERIFY(open.page().messageBanner().text().contains(u"has changed since"_s));
        QVERIFY(!office.stored(kInvoices, id).body.contains("booked"_L1));
    }

    void aCreditOpensAsARecordOfItsOwn()
    {
        Office office;
        const auto id = invoice(office, {u"a"_s});
        value(office.company->editor().step(kInvoices, id, u"book"_s, {}, office.company->actor()));
        Open open(office, kInvoices);
        open.record(id);
        QTRY_VERIFY(open.button(u"Next step"_s)->isEnabled());
        open.choose(u"Make a credit"_s);
        QTRY_VERIFY(open.form->record() != id);
        QTRY_VERIFY(!open.form->isReadOnly());
        QCOMPARE(office.stored(kInvoices, open.form->record()).body["creditOf"_L1].toString(), id.toString());
    }

    // --- drafts (UX.md 3.4)

    void whatIsTypedSurvivesTheForm()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        {
            Open open(office, kCustomers);
            open.record(id);
            open.enter("city", u"Malm"_s);
            QTRY_COMPARE(drafts(office).size(), 1); // by itself, without leaving the field
        }
        QCOMPARE(drafts(office).first().id, id);
        Open again(office, kCustomers);
        again.record(id);
        QCOMPARE(again.text("city"), u"Malm"_s);
        QVERIFY(again.form->isDirty());
        QVERIFY(again.page().messageBanner().isVisible());
        again.form->save();
        QTRY_COMPARE(again.saved.size(), 1);
        QCOMPARE(office.stored(kCustomers, id).body.value(u"city"_s).toString(), u"Malm"_s);
        QTRY_VERIFY(drafts(office).isEmpty());
    }

    void escapeKeepsTheDraftAndAsksNothing()
    {
        Office office;
        Open open(office, kInvoices);
        open.form->createNew();
        QTRY_VERIFY(
            !qobject_cast<QLineEdit *>(open.input("documentNumber")->edit().widget())->placeholderText().isEmpty());
        open.enter("yourReference", u"Åsa"_s);
        open.enter("dueDate", u"32 n"_s);
        press(Qt::Key_Escape);
        QCOMPARE(open.closed.size(), 1);
        QTRY_COMPARE(drafts(office).size(), 1);
        const auto left = drafts(office).first();
        QVERIFY(!left.base);

        Open again(office, kInvoices);
        again.form->openRecord(left.id);
        QTRY_COMPARE(again.loaded.size(), 1);
        QCOMPARE(again.text("yourReference"), u"Åsa"_s);
        QCOMPARE(again.text("dueDate"), u"32 n"_s); // as typed
        again.enter("dueDate", u"i"_s);
        const auto owner = office.customer(u"1"_s, u"Ada"_s);
        again.enter("customer", u"1"_s);
        again.form->save();
        QTRY_COMPARE(again.saved.size(), 1);
        QCOMPARE(again.form->record(), left.id); // under the id its draft had
        QTRY_VERIFY(drafts(office).isEmpty());
    }

    //! The program died after the record was written and before the draft was removed: nothing is made twice.
    void aDraftThatWasSavedIsRecognised()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        value(Drafts(office.company->database().sql(), office.clock)
                  .put({kCustomers, id, {}, {{u"name"_s, u"Ada"_s}}, {}}));
        Open open(office, kCustomers);
        open.form->openRecord(id);
        QTRY_COMPARE(open.loaded.size(), 1);
        QVERIFY(!open.form->isDirty());
        QTRY_VERIFY(drafts(office).isEmpty());
        QCOMPARE(office.all(kCustomers).size(), 1);
    }

    void discardingGoesBackToWhatIsStored()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        open.enter("name", u"Bo"_s);
        QTRY_COMPARE(drafts(office).size(), 1);
        open.form->discard();
        QCOMPARE(open.text("name"), u"Ada"_s);
        QTRY_VERIFY(!open.form->isDirty());
        QTRY_VERIFY(drafts(office).isEmpty());
    }

    void savingAtOnceLeavesNoDraft_data()
    {
        QTest::addColumn<bool>("closing");
        QTest::newRow("and staying") << false;
        QTest::newRow("and closing the form") << true;
    }

    void savingAtOnceLeavesNoDraft()
    {
        QFETCH(bool, closing);
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        open.enter("city", u"Lund"_s);
        open.form->save(); // before the draft's second is over
        if (closing)
            open.form->closeForm();
        open.form->hide();
        QTRY_COMPARE(open.saved.size(), 1);
        open.form.reset();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(drafts(office).isEmpty());
    }

    void aClosedFormIsNotSaved()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        open.enter("city", u"Lund"_s);
        open.form->closeForm();
        open.form->save();
        QTRY_COMPARE(drafts(office).size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(open.saved.size(), 0);
        QVERIFY(!office.stored(kCustomers, id).body.contains(u"city"_s));
    }

    void typingBackRemovesTheDraft()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        open.enter("name", u"Bo"_s);
        QTRY_COMPARE(drafts(office).size(), 1);
        open.enter("name", u"Ada"_s);
        QTRY_VERIFY(drafts(office).isEmpty());
    }

    // --- changes by others

    void anUntouchedFormFollows()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        office.change(kCustomers, id, {{u"name"_s, u"Ada AB"_s}});
        Q_EMIT office.session->recordsChanged({kCustomers});
        QTRY_COMPARE(open.text("name"), u"Ada AB"_s);
        QVERIFY(!open.form->isDirty());
        QVERIFY(!open.page().messageBanner().isVisible());
    }

    void aTouchedFormKeepsItsText()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s, {{u"city"_s, u"Lund"_s}});
        Open open(office, kCustomers);
        open.record(id);
        open.enter("city", u"Malmö"_s);
        office.change(kCustomers, id, {{u"name"_s, u"Ada AB"_s}});
        Q_EMIT office.session->recordsChanged({kCustomers});
        QTRY_COMPARE(open.text("name"), u"Ada AB"_s);
        QCOMPARE(open.text("city"), u"Malmö"_s);
        QVERIFY(open.page().messageBanner().isVisible());
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        const auto body = office.stored(kCustomers, id).body;
        QCOMPARE(body.value(u"city"_s).toString(), u"Malmö"_s);
        QCOMPARE(body.value(u"name"_s).toString(), u"Ada AB"_s);
    }

    //! What is typed is not yet in its final form: "12" becomes "12,00" when the field is left, not before.
    void theFieldThatIsTypedInIsNotDisturbed()
    {
        Office office;
        const auto id = office.article(u"A-1"_s, u"Te"_s, "10", "12");
        Open open(office, kArticles);
        open.record(id);
        open.enter("salesPrice", u"12"_s);
        office.change(kArticles, id, {{u"description"_s, u"Kaffe"_s}});
        Q_EMIT office.session->recordsChanged({kArticles});
        QTRY_COMPARE(open.text("description"), u"Kaffe"_s);
        QCOMPARE(open.text("salesPrice"), u"12"_s);
        type(u"50"_s);
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(office.stored(kArticles, id).body.value(u"salesPrice"_s).toString(), u"1250"_s);
    }

    //! The number that the first push brings back arrives while the next row is typed.
    void theCellThatIsTypedInIsNotDisturbed()
    {
        Office office;
        const auto id = invoice(office, {u"a"_s});
        Open open(office, kInvoices);
        open.record(id);
        auto *rows = openCell(open, 1, 2); // quantity
        type(u"12"_s);
        auto *cell = focus();
        office.change(kInvoices, id, {{u"documentNumber"_s, u"7"_s}});
        Q_EMIT office.session->recordsChanged({kInvoices});
        QTRY_COMPARE(open.text("documentNumber"), u"7"_s);
        QCOMPARE(focus(), cell);
        type(u"50"_s);
        press(Qt::Key_Return);
        QCOMPARE(rows->model()->index(1, 2).data().toString(), u"1\u00A0250"_s);
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(office.stored(kInvoices, id).body.value(u"rows"_s).toArray().last()[u"quantity"_s].toString(),
                 u"1250"_s);
    }

    void rowsCanBeUndoneAfterSaving()
    {
        Office office;
        const auto id = invoice(office, {u"a"_s});
        Open open(office, kInvoices);
        open.record(id);
        const auto before = office.stored(kInvoices, id).body.value(u"rows"_s);
        auto *rows = openCell(open, 1, 1); // description
        type(u"b"_s);
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(office.stored(kInvoices, id).body.value(u"rows"_s).toArray().size(), 2);
        rows->setFocus();
        press(Qt::Key_Z, Qt::ControlModifier);
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 2);
        QCOMPARE(office.stored(kInvoices, id).body.value(u"rows"_s), before);
    }

    //! Rows are written as a whole: what nobody has seen is never written over.
    void rowsThatNobodyHasSeenAreNotWrittenOver()
    {
        Office office;
        const auto id = invoice(office, {u"a"_s, u"b"_s});
        Open open(office, kInvoices);
        open.record(id);
        openCell(open, 0, 1);
        type(u"mine"_s);
        auto rows = office.stored(kInvoices, id).body.value(u"rows"_s).toArray();
        auto theirs = rows.at(1).toObject();
        theirs.insert(u"description"_s, u"theirs"_s);
        rows.replace(1, theirs);
        office.change(kInvoices, id, {{u"rows"_s, rows}}); // nobody has told the form yet
        const auto texts = [&] {
            QStringList list;
            for (const auto &row : office.stored(kInvoices, id).body.value(u"rows"_s).toArray())
                list.append(row[u"description"_s].toString());
            return list;
        };
        open.form->save();
        QTRY_VERIFY(open.page().messageBanner().isVisible());
        QCOMPARE(open.saved.size(), 0);
        QCOMPARE(texts(), (QStringList{u"a"_s, u"theirs"_s}));
        open.form->save(); // having seen both
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(texts(), (QStringList{u"mine"_s, u"theirs"_s}));
    }

    void whatCameWhileSavingIsSeenAfterARefusal()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        open.enter("name", QString());
        open.form->save();
        office.change(kCustomers, id, {{u"city"_s, u"Lund"_s}});
        QTRY_COMPARE(open.text("city"), u"Lund"_s);
        QVERIFY(open.form->isDirty());
    }

    void aNewVoucherGoesOnInItsSeries_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        const auto thisYear = QString::number(QDate::currentDate().year());
        QTest::newRow("a year that is the calendar's") << u"2019"_s << thisYear;
        QTest::newRow("a broken year stays until somebody changes it") << u"2026-07/2027-06"_s << u"2026-07/2027-06"_s;
    }
    void aNewVoucherGoesOnInItsSeries()
    {
        QFETCH(QString, before);
        QFETCH(QString, now);
        Office office;
        const QJsonArray rows{QJsonObject{{u"account"_s, u"1930"_s}, {u"debit"_s, u"5.00"_s}},
                              QJsonObject{{u"account"_s, u"3001"_s}, {u"credit"_s, u"5.00"_s}}};
        office.make(kVouchers, {{u"series"_s, u"B"_s}, {u"financialYear"_s, before}, {u"transactionDate"_s, u"2019-03-01"_s},
                                {u"description"_s, u"Porto"_s}, {u"rows"_s, rows}});
        Open open(office, kVouchers);
        open.form->createNew();
        QTRY_COMPARE(open.text("series"), u"B"_s);
        QCOMPARE(open.text("financialYear"), now);
        QVERIFY(!open.form->isDirty()); // nothing to keep a draft of
    }

    void whatIsRestoredElsewhereIsNotCalledDeleted()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        value(office.company->editor().remove(kCustomers, id, office.company->actor()));
        Open open(office, kCustomers);
        open.record(id);
        QTRY_VERIFY(open.button(u"Restore"_s));
        value(office.company->editor().restore(kCustomers, id, office.company->actor()));
        Q_EMIT office.session->recordsChanged({kCustomers});
        QTRY_VERIFY(!open.button(u"Restore"_s));
        QVERIFY(!open.form->isReadOnly());
    }

    void aNameAsLongAsItLikesLeavesTheButtonsInSight()
    {
        Office office;
        const auto id = office.customer(u"1"_s, QString(320, u'W'));
        Open open(office, kCustomers);
        const int before = open.form->minimumSizeHint().width();
        open.record(id);
        QVERIFY(open.form->minimumSizeHint().width() <= before);
    }

    void whatWasDeletedElsewhereCanBeRestored()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        value(office.company->editor().remove(kCustomers, id, office.company->actor()));
        Q_EMIT office.session->recordsChanged({kCustomers});
        QTRY_VERIFY(open.form->isReadOnly());
        QTRY_VERIFY(open.button(u"Restore"_s));
        QTest::mouseClick(open.button(u"Restore"_s), Qt::LeftButton);
        QTRY_VERIFY(!open.form->isReadOnly());
        QVERIFY(!office.stored(kCustomers, id).deleted);
    }

    void aConflictIsSaidAndOffered()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        value(office.company->connections().add(ConnectionId(u"frostserver"_s), u"frostserver"_s, {}));
        Conflict conflict;
        conflict.connection = ConnectionId(u"frostserver"_s);
        conflict.type = kCustomers;
        conflict.record = id;
        auto transaction = value(Transaction::begin(office.company->database().sql(), Durability::ProcessCrash));
        const auto number = value(office.company->conflicts().put(conflict));
        value(transaction.commit());
        Open open(office, kCustomers);
        QSignalSpy compare(open.form.get(), &RecordForm::compareWanted);
        open.record(id);
        QVERIFY(open.page().stateBanner().isVisible());
        QTest::mouseClick(open.button(u"Compare"_s), Qt::LeftButton);
        QCOMPARE(compare.size(), 1);
        QCOMPARE(compare.first().first().toLongLong(), number);
    }

    // A refusal has no other side, so there is nothing to compare: the queue tells what can be done.
    void aRefusalIsSaidAndLeadsToTheQueue()
    {
        Office office;
        value(office.company->connections().add(ConnectionId(u"frostserver"_s), u"frostserver"_s, {}));
        value(office.company->writer().reloadConnections());
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        auto transaction = value(Transaction::begin(office.company->database().sql(), Durability::ProcessCrash));
        const auto operation = value(office.company->outbox().open(ConnectionId(u"frostserver"_s), kCustomers, id));
        value(office.company->outbox().refuse(operation->id, ConflictType::Validation, u"remote.refused"_s, {}));
        value(transaction.commit());
        Open open(office, kCustomers);
        QSignalSpy queue(open.form.get(), &RecordForm::queueWanted);
        open.record(id);
        QVERIFY(open.page().stateBanner().isVisible());
        QVERIFY(!open.button(u"Compare"_s));
        QTest::mouseClick(open.button(u"Show in the queue"_s), Qt::LeftButton);
        QCOMPARE(queue.size(), 1);
    }

    // --- removing

    void aRecordIsRemoved()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        Open open(office, kCustomers);
        open.record(id);
        open.form->removeRecord();
        QTRY_COMPARE(open.removed.size(), 1);
        QCOMPARE(open.closed.size(), 1);
        QVERIFY(office.stored(kCustomers, id).deleted);
    }

    void negativeFiguresAreRedOnAnyGround()
    {
        Office office;
        Open open(office, EntityType(u"invoicePayments"_s));
        open.form->createNew();
        open.enter("amount", u"-5"_s);
        auto *input = open.input("amount");
        const auto *widget = input->edit().widget();
        const auto plain = open.input("account")->edit().widget()->palette().color(QPalette::Text);
        const auto red = widget->palette().color(QPalette::Text);
        QVERIFY(red != plain);
        input->setReadOnly(true);
        QCOMPARE(widget->palette().color(QPalette::Text), red);
        QCOMPARE(widget->palette().color(QPalette::Base), widget->palette().color(QPalette::Window));
        input->edit().setValue(u"7.00"_s);
        QCOMPARE(widget->palette().color(QPalette::Text), plain);
        QCOMPARE(widget->palette().color(QPalette::Base), widget->palette().color(QPalette::Window));
    }

    void whatIsReferredToIsNotRemoved()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        office.make(kInvoices, {{u"customer"_s, id.toString()}, {u"invoiceDate"_s, u"2026-11-13"_s}});
        Open open(office, kCustomers);
        open.record(id);
        open.form->removeRecord();
        QTRY_VERIFY(open.page().messageBanner().isVisible());
        QCOMPARE(open.removed.size(), 0);
        QVERIFY(!office.stored(kCustomers, id).deleted);
        open.enter("name", u"Bo"_s); // and life goes on
        open.form->save();
        QTRY_COMPARE(open.saved.size(), 1);
    }

    void aRecordThatIsNotThereIsSaid()
    {
        Office office;
        Open open(office, kCustomers);
        open.form->openRecord(LocalId(u"none"_s));
        QTRY_VERIFY(open.page().messageBanner().isVisible());
        QCOMPARE(open.loaded.size(), 0);
        open.enter("name", u"Ada"_s);
        open.form->save();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(office.all(kCustomers).isEmpty());
    }

    // --- one form for one record after the other

    void anotherRecordLeavesTheDraftOfThisOne()
    {
        Office office;
        const auto ada = office.customer(u"1"_s, u"Ada"_s);
        const auto bo = office.customer(u"2"_s, u"Bo"_s);
        Open open(office, kCustomers);
        open.record(ada);
        open.enter("city", u"Lund"_s);
        open.form->openRecord(bo); // at once, before the draft's second is over
        QTRY_COMPARE(open.loaded.size(), 2);
        QCOMPARE(open.text("name"), u"Bo"_s);
        QCOMPARE(open.text("city"), QString());
        QVERIFY(!open.form->isDirty());
        open.enter("name", u"B"_s);
        open.enter("name", u"Bo"_s); // typed back: no draft of Bo's, but still Ada's
        QTRY_VERIFY(!open.form->isDirty());
        open.form->openRecord(ada);
        QTRY_COMPARE(open.loaded.size(), 3);
        QCOMPARE(open.text("city"), u"Lund"_s);
        QCOMPARE(drafts(office).size(), 1);
    }

    void aLateAnswerIsAboutTheRecordItWasAskedFor()
    {
        Office office;
        const auto ada = office.customer(u"1"_s, u"Ada"_s);
        const auto bo = office.customer(u"2"_s, u"Bo"_s);
        Open open(office, kCustomers);
        open.record(ada);
        open.enter("city", u"Lund"_s);
        open.form->save();
        open.form->openRecord(bo);
        QTRY_COMPARE(open.loaded.size(), 2);
        QTRY_COMPARE(open.saved.size(), 1);
        QCOMPARE(open.saved.first().first().value<LocalId>(), ada);
        QCOMPARE(open.text("name"), u"Bo"_s);
        QCOMPARE(open.form->record(), bo);
        QVERIFY(drafts(office).isEmpty());
    }

    void aLateRefusalKeepsWhatWasTyped()
    {
        Office office;
        const auto ada = office.customer(u"1"_s, u"Ada"_s);
        const auto bo = office.customer(u"2"_s, u"Bo"_s);
        Open open(office, kCustomers);
        open.record(ada);
        open.enter("name", QString());
        open.form->save();
        open.form->openRecord(bo);
        QTRY_COMPARE(drafts(office).size(), 1);
        QCOMPARE(drafts(office).first().id, ada);
        QTRY_COMPARE(open.text("name"), u"Bo"_s);
        QVERIFY(!open.page().messageBanner().isVisible());
    }

    void aFormMayGoWhileItIsAsking()
    {
        Office office;
        const auto id = office.customer(u"1"_s, u"Ada"_s);
        {
            Open open(office, kCustomers);
            open.form->openRecord(id);
        }
        {
            Open open(office, kCustomers);
            open.form->createNew();
            open.enter("name", u"Bo"_s);
            open.form->save();
        }
        QTRY_COMPARE(office.all(kCustomers).size(), 2); // what was asked is done, whoever is left to hear it
    }

    void aFormMayGoWithACellOpen()
    {
        Office office;
        office.article(u"A-1"_s, u"Te"_s, "10", "12");
        {
            Open open(office, kInvoices);
            open.form->createNew();
            QTRY_VERIFY(
                !qobject_cast<QLineEdit *>(open.input("documentNumber")->edit().widget())->placeholderText().isEmpty());
            auto *rows = open.form->findChild<QTableView *>(u"rows"_s);
            rows->setFocus();
            type(u"a-"_s);
            QTRY_VERIFY(qobject_cast<ReferenceEdit *>(focus())->isListOpen());
        }
        QTRY_COMPARE(drafts(office).size(), 1); // and what was typed in it is kept
        QCOMPARE(drafts(office).first().body.value(u"rows"_s).toArray().size(), 1);
    }

    void formsOfEveryTypeOpen_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::newRow("accounting") << u"accounting"_s;
        QTest::newRow("veterinary") << u"veterinary"_s;
    }

    //! R-LOC-08: made from the schema, whatever it holds.
    void formsOfEveryTypeOpen()
    {
        QFETCH(QString, pack);
        QTemporaryDir folder;
        const DataFolder::Company place{TenantId(u"f"_s), CompanyId(u"c"_s), folder.filePath(u"c.frost"_s)};
        companyfixture::ManualClock clock;
        test::SeededRandom random{1};
        value(Database::create(place, {pack}, clock, random, {})).reset();
        const auto company = value(Company::open(clock, random, place, {}));
        test::TestSession session(*company, place);
        for (const auto &type : session.schema().types()) {
            RecordForm form(session, type);
            form.createNew();
            QCOMPARE(form.type(), type);
            QVERIFY(!form.title().isEmpty());
            QVERIFY(!form.isDirty());
            const auto *page = form.findChild<RecordPage *>();
            for (const auto &field : session.schema().find(type)->fields) {
                auto *input = page->input(field.name);
                QVERIFY(!input || input->isReadOnly() == field.derived);
            }
        }
    }
};

QTEST_MAIN(RecordFormTest)
#include "recordform_test.moc"
