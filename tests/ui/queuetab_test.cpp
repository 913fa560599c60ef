// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include "core/base/json.h"
#include "ui/conflicts/keepbothdialog.h"
#include "ui/synccenter/discarddialog.h"
#include "ui/synccenter/operationtext.h"
#include "ui/synccenter/queuetab.h"
#include "ui/wording/errortext.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

using namespace syncfixture;

namespace {

QStringList column(const QueueModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

} // namespace

class QueueTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speakEnglish(); }
    void init();
    void cleanup();

    void phrases_data();
    void phrases();
    void rowsSayWhatWaitsAndWhy();
    void aDocumentIsKnownByItsCustomer();
    void aVoucherIsKnownBySeriesAndNumber();
    void aReasonBeginsAsASentence();
    void errorsNameTypesInWords();
    void aWaitForAParentNamesIt();
    void aFilterShowsAsManyAsItCounts_data();
    void aFilterShowsAsManyAsItCounts();
    void pagesFollow();
    void aReloadKeepsTheCurrentRow();
    void anEmptyQueueSaysWhatToExpect();
    void enterOpensTheRecord();
    void whatWasRefusedIsTriedAgain();
    void aRefusedNumberIsChanged();
    void aNewRecordIsKeptHere();
    void aNewRecordIsDeletedHere();
    void whatIsKeptIsSentAfterAll();
    void aBookedRecordIsNotDeleted();
    void aChangeIsUndone();
    void cancellingDoesNothing();
    void whatIsBeingSentCannotBeDiscarded();
    void everyControlIsNamed();

private:
    void showTab();
    void settle() { QTRY_VERIFY(m_loaded > 0); }
    //! Reads the queue anew and waits for it.
    void reload();
    [[nodiscard]] QPushButton *button(const QString &text);
    [[nodiscard]] DiscardDialog *discardCurrent();
    [[nodiscard]] QPushButton *choice(DiscardDialog &dialog, const QString &text);
    [[nodiscard]] QTableView &view() { return *tab->findChild<QTableView *>(); }

    std::unique_ptr<Desk> desk;
    std::unique_ptr<QueueTab> tab;
    int m_loaded = 0;
};

void QueueTabTest::init()
{
    desk = std::make_unique<Desk>();
    desk->connectServer();
}

void QueueTabTest::cleanup()
{
    tab.reset();
    desk.reset();
}

void QueueTabTest::showTab()
{
    desk->tellCounts();
    m_loaded = 0;
    tab = std::make_unique<QueueTab>(*desk->session, nullptr, [this] { return desk->clock.now(); });
    connect(&tab->model(), &QueueModel::loaded, this, [this] { ++m_loaded; });
    tab->resize(1000, 500);
    tab->show();
    settle();
}

void QueueTabTest::reload()
{
    m_loaded = 0;
    tab->model().reload();
    settle();
}

QPushButton *QueueTabTest::button(const QString &text)
{
    for (auto *button : tab->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

DiscardDialog *QueueTabTest::discardCurrent()
{
    tab->activateWindow();
    view().setFocus();
    [&] { QVERIFY(QTest::qWaitForWindowActive(tab.get())); }();
    QTest::keyClick(&view(), Qt::Key_Delete);
    DiscardDialog *dialog = nullptr;
    [&] { QTRY_VERIFY((dialog = tab->findChild<DiscardDialog *>()) && dialog->isVisible()); }();
    return dialog;
}

QPushButton *QueueTabTest::choice(DiscardDialog &dialog, const QString &text)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void QueueTabTest::phrases_data()
{
    QTest::addColumn<OperationKind>("kind");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::newRow("a new invoice") << OperationKind::Create << u"invoices"_s << u"1043*"_s << u"New invoice 1043*"_s;
    QTest::newRow("a changed customer") << OperationKind::Update << u"customers"_s << u"Norrskog"_s
                                        << u"Changed customer Norrskog"_s;
    QTest::newRow("a deleted voucher") << OperationKind::Delete << u"vouchers"_s << u"12 Hyra"_s
                                       << u"Deleted voucher 12 Hyra"_s;
    QTest::newRow("a business step") << OperationKind::Step << u"invoices"_s << u"1042"_s << u"Mark as sent: Invoice 1042"_s;
    QTest::newRow("a record without a title") << OperationKind::Create << u"orders"_s << QString() << u"New order"_s;
    QTest::newRow("a type of another pack")
        << OperationKind::Update << u"soapNotes"_s << u"Bella"_s << u"Changed: Clinical note Bella"_s;
    QTest::newRow("a title that looks like a place")
        << OperationKind::Update << u"customers"_s << u"%2 %1"_s << u"Changed customer %2 %1"_s;
}

void QueueTabTest::phrases()
{
    QFETCH(OperationKind, kind);
    QFETCH(QString, type);
    QFETCH(QString, title);
    QFETCH(QString, text);
    Operation operation;
    operation.kind = kind;
    operation.type = EntityType(type);
    if (kind == OperationKind::Step)
        operation.step = u"mark-sent"_s;
    QCOMPARE(operationText(operation, title), text);
}

// R-QUE-09
void QueueTabTest::rowsSayWhatWaitsAndWhy()
{
    desk->createCustomer(u"Norrskog"_s, u"17"_s);
    const auto refused = desk->createCustomer(u"Björk"_s, u"18"_s);
    desk->refuse(kCustomers, refused.id, u"retry.exhausted"_s, {u"server.busy"_s});
    const auto known = desk->createCustomer(u"Ek"_s, u"19"_s);
    desk->acknowledge(kCustomers, known.id);
    value(desk->company->editor().update(kCustomers, known.id, {{u"name"_s, u"Ek AB"_s}}, desk->actor()));
    desk->write([&] {
        desk->take(desk->open(kCustomers, known.id).id);
        value(desk->company->outbox().retryLater(desk->open(kCustomers, known.id).id, desk->clock.now().addSecs(300),
                                                 u"unchanged"_s, {}));
    });
    showTab();
    const auto &model = tab->model();
    QAbstractItemModelTester tester(&tab->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(column(model, QueueModel::What),
             (QStringList{u"New customer 17 Norrskog"_s, u"New customer 18 Björk"_s, u"Changed customer 19 Ek AB"_s}));
    QCOMPARE(column(model, QueueModel::State), (QStringList{u"Waiting"_s, u"Not accepted"_s, u"Waiting"_s}));
    QVERIFY(model.index(1, QueueModel::Reason).data().toString().startsWith(u"Tried several times without success."_s));
    const auto later = desk->clock.now().addSecs(300).toLocalTime();
    QVERIFY(model.index(2, QueueModel::Reason)
                .data()
                .toString()
                .endsWith(u"Tried again at %1."_s.arg(QLocale().toString(later.time(), QLocale::ShortFormat))));
    QCOMPARE(column(model, QueueModel::Retries), (QStringList{QString(), QString(), u"1"_s}));
    QCOMPARE(model.index(0, QueueModel::State).data(Qt::AccessibleTextRole).toString(), u"State: Waiting"_s);
}

void QueueTabTest::aDocumentIsKnownByItsCustomer()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    desk->create(kInvoices, {{u"customer"_s, customer.id.toString()},
                             {u"invoiceDate"_s, u"2026-05-28"_s},
                             {u"currency"_s, u"SEK"_s},
                             {u"documentNumber"_s, u"1043*"_s}});
    showTab();
    QCOMPARE(tab->model().index(1, QueueModel::What).data().toString(), u"New invoice 1043* Norrskog"_s);
}

void QueueTabTest::aVoucherIsKnownBySeriesAndNumber()
{
    desk->create(EntityType(u"vouchers"_s),
                 value(parseJsonObject(R"({"series": "A", "number": "4", "financialYear": "2026",
        "transactionDate": "2026-10-01", "description": "Lokalhyra oktober", "rows": [
        {"rowId": "r1", "account": "5010", "debit": "100"}, {"rowId": "r2", "account": "1930", "credit": "100"}]})")));
    showTab();
    QCOMPARE(tab->model().index(0, QueueModel::What).data().toString(), u"New voucher A 4 Lokalhyra oktober"_s);
}

void QueueTabTest::aReasonBeginsAsASentence()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    desk->refuse(kCustomers, customer.id, u"conflict.validation"_s);
    showTab();
    QCOMPARE(tab->model().index(0, QueueModel::Reason).data().toString(),
             u"The server does not accept the record as it is"_s);
}

void QueueTabTest::errorsNameTypesInWords()
{
    const auto said = [](const QString &code, const QStringList &args) {
        return wording::errorText(error(ErrorKind::NotFound, code, args));
    };
    QCOMPARE(said(u"record.unknown"_s, {u"supplierInvoices"_s, u"17"_s}),
             u"There is no record 17 in supplier invoices."_s);
    QCOMPARE(said(u"record.referenced"_s, {u"costCenters"_s, u"17"_s, u"supplierInvoices"_s, u"3"_s}),
             u"The record 17 in cost centres cannot be deleted, because other records refer to it (supplier invoices: 3)."_s);
    QCOMPARE(said(u"operation.noBase"_s, {u"costCenters"_s, u"17"_s}),
             u"What the server has of cost centre 17 is not known here, so the change cannot be taken back."_s);
}

void QueueTabTest::aWaitForAParentNamesIt()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    const auto other = desk->createCustomer(u"Ek"_s, u"18"_s);
    desk->write([&] {
        value(desk->company->outbox().park(desk->open(kCustomers, other.id).id, u"parent.waiting"_s,
                                           {u"customers"_s, customer.id.toString()}));
    });
    showTab();
    const auto reason = u"Sent after what it refers to: customer 17 Norrskog."_s;
    QCOMPARE(tab->model().index(1, QueueModel::Reason).data().toString(), reason);
    view().setCurrentIndex(tab->model().index(1, 0));
    bool whole = false; // also without a mouse, however narrow the cell is
    for (auto *label : tab->findChildren<QLabel *>())
        whole = whole || (label->isVisible() && label->text() == reason);
    QVERIFY(whole);
}

void QueueTabTest::aFilterShowsAsManyAsItCounts_data()
{
    QTest::addColumn<int>("filter");
    QTest::newRow("everything open") << 0;
    QTest::newRow("waiting") << 1;
    QTest::newRow("being sent") << 2;
    QTest::newRow("conflicts") << 3;
    QTest::newRow("not accepted") << 4;
    QTest::newRow("kept here") << 5;
    QTest::newRow("sent or withdrawn") << 6;
}

// R-QUE-09: a counter and the list it counts never differ.
void QueueTabTest::aFilterShowsAsManyAsItCounts()
{
    QFETCH(int, filter);
    QList<LocalId> ids;
    for (int i = 0; i < 12; ++i)
        ids.append(desk->createCustomer(u"Customer %1"_s.arg(i), QString::number(i)).id);
    auto &outbox = desk->company->outbox();
    const auto id = [&](int i) { return desk->open(kCustomers, ids[i]).id; };
    desk->refuse(kCustomers, ids[0], u"remote.rejected"_s);
    desk->acknowledge(kCustomers, ids[1]);
    desk->acknowledge(kCustomers, ids[2]);
    desk->write([&] {
        value(outbox.transition(id(3), OperationState::Conflict));
        value(outbox.transition(id(4), OperationState::Skipped, u"discarded"_s, {u"anna"_s}));
        value(outbox.transition(id(5), OperationState::Cancelled, u"never.sent"_s));
        for (const int i : {6, 7, 8})
            desk->take(id(i));
        value(outbox.transition(id(8), OperationState::Verify));
    });
    showTab();
    auto *combo = tab->findChild<QComboBox *>();
    m_loaded = 0;
    combo->setCurrentIndex((filter + 1) % combo->count()); // so that each is a change
    combo->setCurrentIndex(filter);
    settle();
    QCoreApplication::processEvents();
    const auto label = combo->currentText();
    QCOMPARE(label.section(u'(', -1).chopped(1).toInt(), tab->model().rowCount());
    QVERIFY(tab->model().rowCount() > 0);
    for (const auto &reason : column(tab->model(), QueueModel::Reason))
        QVERIFY(!reason.contains(u"operation."_s));
}

void QueueTabTest::pagesFollow()
{
    QList<std::pair<EntityType, QJsonObject>> bodies;
    for (int i = 0; i < 450; ++i)
        bodies.append({kCustomers, {{u"name"_s, u"Customer %1"_s.arg(i)}}});
    value(desk->company->editor().createAll(bodies, desk->actor()));
    showTab();
    auto &model = tab->model();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto isComplete = [&] {
        model.fetchMore({}); // nothing happens while a page is on its way
        return model.rowCount() == 450;
    };
    QTRY_VERIFY(isComplete());
    QCOMPARE(model.index(449, QueueModel::What).data().toString(), u"New customer Customer 449"_s);
    reload();
    QCOMPARE(model.rowCount(), 450);
}

void QueueTabTest::aReloadKeepsTheCurrentRow()
{
    QList<LocalId> ids;
    for (int i = 0; i < 5; ++i)
        ids.append(desk->createCustomer(u"Customer %1"_s.arg(i), QString::number(i)).id);
    showTab();
    QAbstractItemModelTester tester(&tab->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    view().setCurrentIndex(tab->model().index(3, 0));
    desk->acknowledge(kCustomers, ids[0]);
    desk->acknowledge(kCustomers, ids[2]);
    desk->createCustomer(u"Last"_s, u"99"_s);
    reload();
    QCOMPARE(tab->model().rowCount(), 4);
    QCOMPARE(view().currentIndex().siblingAtColumn(QueueModel::What).data().toString(), u"New customer 3 Customer 3"_s);
    QCOMPARE(tab->model().index(3, QueueModel::What).data().toString(), u"New customer 99 Last"_s);
}

void QueueTabTest::anEmptyQueueSaysWhatToExpect()
{
    showTab();
    auto *stack = tab->findChild<QStackedWidget *>();
    auto *label = qobject_cast<QLabel *>(stack->currentWidget());
    QVERIFY(label);
    QVERIFY(label->text().startsWith(u"Everything you have done is sent."_s));
    QVERIFY(!button(u"Open record"_s)->isEnabled());
}

void QueueTabTest::enterOpensTheRecord()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    showTab();
    QSignalSpy open(tab.get(), &QueueTab::openRecordWanted);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().at(0).value<EntityType>(), kCustomers);
    QCOMPARE(open.first().at(1).value<LocalId>(), customer.id);
}

void QueueTabTest::whatWasRefusedIsTriedAgain()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    desk->refuse(kCustomers, customer.id, u"remote.rejected"_s);
    showTab();
    QVERIFY(button(u"Try again"_s)->isEnabled());
    button(u"Try again"_s)->click();
    QTRY_COMPARE(tab->model().index(0, QueueModel::State).data().toString(), u"Waiting"_s);
    QVERIFY(!button(u"Try again"_s)->isEnabled());
}

// UX.md 1.2 G23
void QueueTabTest::aRefusedNumberIsChanged()
{
    const auto id = desk->createCustomer(u"Norrskog"_s, u"17"_s).id;
    desk->write([&] {
        value(desk->company->outbox().refuse(desk->open(kCustomers, id).id, ConflictType::DuplicateKey, u"key.taken"_s, {u"customers"_s, u"4"_s}));
    });
    showTab();
    auto *renumber = button(u"Another number …"_s);
    QVERIFY(renumber && renumber->isVisible());
    renumber->click();
    QTRY_VERIFY(tab->findChild<KeepBothDialog *>());
    auto *dialog = tab->findChild<KeepBothDialog *>();
    dialog->findChild<QLineEdit *>()->setText(u"18"_s);
    m_loaded = 0;
    for (auto *choice : dialog->findChildren<QPushButton *>()) {
        if (choice->isDefault())
            choice->click();
    }
    settle();
    const auto record = value(value(desk->company->database().objectStore(kCustomers)).get(id));
    QCOMPARE(record->body.value(u"customerNumber"_s).toString(), u"18"_s);
    QCOMPARE(toString(tab->model().rows().constFirst().operation.state), u"pending"_s);
    QVERIFY(!button(u"Another number …"_s)->isVisible());
}

void QueueTabTest::aNewRecordIsKeptHere()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    showTab();
    auto *dialog = discardCurrent();
    QCOMPARE(dialog->text(), u"New customer 17 Norrskog: do not send it?"_s);
    QVERIFY(dialog->informativeText().startsWith(u"It stays on this computer."_s));
    QVERIFY2(qobject_cast<QPushButton *>(dialog->defaultButton())->text().contains(u"Cancel"_s),
             "what is lost is never the default");
    choice(*dialog, u"Keep it here, do not send"_s)->click();
    QTRY_COMPARE(tab->model().rowCount(), 0);
    auto store = value(desk->company->database().objectStore(kCustomers));
    QVERIFY(!value(store.get(customer.id))->deleted);
}

void QueueTabTest::aNewRecordIsDeletedHere()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    showTab();
    auto *dialog = discardCurrent();
    choice(*dialog, u"Delete it here"_s)->click();
    QTRY_COMPARE(tab->model().rowCount(), 0);
    auto store = value(desk->company->database().objectStore(kCustomers));
    QVERIFY(value(store.get(customer.id))->deleted);
}

void QueueTabTest::whatIsKeptIsSentAfterAll()
{
    desk->createCustomer(u"Norrskog"_s, u"17"_s);
    showTab();
    choice(*discardCurrent(), u"Keep it here, do not send"_s)->click();
    QTRY_COMPARE(tab->model().rowCount(), 0);
    tab->findChild<QComboBox *>()->setCurrentIndex(5);
    QTRY_COMPARE(tab->model().rowCount(), 1);
    QCOMPARE(tab->model().index(0, QueueModel::State).data().toString(), u"Kept here, not sent"_s);
    QVERIFY(!button(u"Discard …"_s)->isEnabled());
    button(u"Send after all"_s)->click();
    tab->findChild<QComboBox *>()->setCurrentIndex(0);
    QTRY_COMPARE(tab->model().rowCount(), 1);
}

void QueueTabTest::aBookedRecordIsNotDeleted()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    desk->acknowledge(kCustomers, customer.id);
    desk->create(kInvoices, {{u"customer"_s, customer.id.toString()},
                             {u"invoiceDate"_s, u"2026-05-28"_s},
                             {u"currency"_s, u"SEK"_s},
                             {u"booked"_s, true}});
    showTab();
    auto *dialog = discardCurrent();
    QVERIFY(!choice(*dialog, u"Delete it here"_s));
    QVERIFY(choice(*dialog, u"Keep it here, do not send"_s));
    QVERIFY(dialog->informativeText().contains(u"booked"_s));
    dialog->reject();
}

void QueueTabTest::aChangeIsUndone()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    desk->acknowledge(kCustomers, customer.id);
    value(desk->company->editor().update(kCustomers, customer.id,
                                         {{u"email"_s, u"a@norrskog.se"_s}, {u"phone"_s, u"1"_s}}, desk->actor()));
    showTab();
    auto *dialog = discardCurrent();
    QCOMPARE(dialog->informativeText(),
             u"It becomes again what the company server has. What you changed is undone: E-mail, Phone."_s);
    choice(*dialog, u"Undo my change"_s)->click();
    QTRY_COMPARE(tab->model().rowCount(), 0);
    auto store = value(desk->company->database().objectStore(kCustomers));
    QVERIFY(!value(store.get(customer.id))->body.contains(u"email"_s));
}

void QueueTabTest::cancellingDoesNothing()
{
    desk->createCustomer(u"Norrskog"_s, u"17"_s);
    showTab();
    QTest::keyClick(discardCurrent(), Qt::Key_Escape);
    reload();
    QCOMPARE(tab->model().rowCount(), 1);
}

void QueueTabTest::whatIsBeingSentCannotBeDiscarded()
{
    const auto customer = desk->createCustomer(u"Norrskog"_s, u"17"_s);
    desk->write([&] {
        value(
            desk->company->outbox().markInFlight(desk->open(kCustomers, customer.id).id, {.kind = OperationKind::Create,
                                                                                          .revision = 1,
                                                                                          .key = IdempotencyKey(u"k"_s),
                                                                                          .bytes = "{}",
                                                                                          .body = "{}",
                                                                                          .at = desk->clock.now(),
                                                                                          .epoch = 1}));
    });
    showTab();
    QVERIFY(!button(u"Discard …"_s)->isEnabled());
    QVERIFY(!button(u"Try again"_s)->isEnabled());
    QCOMPARE(tab->model().index(0, QueueModel::Reason).data().toString(), u"On its way."_s);
}

void QueueTabTest::everyControlIsNamed()
{
    showTab();
    for (auto *widget : tab->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(tab.get()))
            continue;
        auto *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(QueueTabTest)
#include "queuetab_test.moc"
