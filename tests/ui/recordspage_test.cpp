// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "core/drafts/drafts.h"
#include "ui/editor/recordform.h"
#include "ui/records/footer.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

using namespace editorfixture;

namespace {

//! A page in a window, with its list known.
struct Desk {
    explicit Desk(Office &office, const EntityType &type)
        : settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat), page(*office.session, type, settings)
    {
        QSignalSpy ordered(&page.model(), &RecordsModel::ordered);
        openWindow(page);
        QTRY_VERIFY(!ordered.isEmpty());
    }
    [[nodiscard]] int column(const QString &field)
    {
        const auto &columns = page.model().columns();
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column &one) { return one.field.name == field; });
        return int(found - columns.begin());
    }
    [[nodiscard]] QModelIndex cell(int row, const QString &field) { return page.model().index(row, column(field)); }
    [[nodiscard]] QString message()
    {
        for (const auto *banner : page.findChildren<Banner *>()) {
            if (banner->isVisible())
                return banner->text();
        }
        return {};
    }
    [[nodiscard]] QPushButton *button(const QString &text)
    {
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString footer() { return page.findChild<Footer *>()->text(); }
    //! Opened as by the menu key.
    [[nodiscard]] QMenu *menuOf(const QModelIndex &index)
    {
        page.view().setCurrentIndex(index);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(&page.view(), &event);
        return page.view().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    }

    QTemporaryDir folder;
    QSettings settings;
    RecordsPage page;
};

QAction *action(const QMenu &menu, const QString &text)
{
    for (auto *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class RecordsPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    // --- copying

    void whatIsNotReadYetIsCopiedToo()
    {
        constexpr int kMany = 700;
        Office office;
        for (int i = 0; i < kMany; ++i)
            office.customer(QString::number(i), u"Customer %1"_s.arg(i), {{u"note"_s, u"one\nand two"_s}});
        Desk desk(office, kCustomers);
        QTRY_COMPARE(desk.page.model().rowCount(), kMany);
        desk.page.view().setColumnHidden(desk.column(u"note"_s), false);
        desk.page.focusList();
        desk.page.view().selectAll();
        QVERIFY(!desk.page.model().row(kMany - 1));
        QSignalSpy copied(QGuiApplication::clipboard(), &QClipboard::dataChanged);
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(!copied.isEmpty());
        const auto lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), kMany);
        for (const auto &line : lines) {
            QVERIFY2(line.contains(u"Customer "_s), qPrintable(line));
            QVERIFY2(line.contains(u"one and two"_s), qPrintable(line));
        }
    }

    // --- filters and columns

    void aSecondFilterOfAFieldReplacesTheFirst()
    {
        Office office;
        office.customer(u"1"_s, u"Ada"_s, {{u"city"_s, u"Umeå"_s}});
        office.customer(u"2"_s, u"Bo"_s, {{u"city"_s, u"Lund"_s}});
        Desk desk(office, kCustomers);
        Q_EMIT desk.page.view().filterWanted(u"city"_s, u"Umeå"_s, u"Umeå"_s);
        QTRY_COMPARE(desk.page.model().rowCount(), 1);
        Q_EMIT desk.page.view().filterWanted(u"city"_s, u"Lund"_s, u"Lund"_s);
        QCOMPARE(desk.page.model().query().where.size(), 1);
        QTRY_COMPARE(desk.cell(0, u"name"_s).data().toString(), u"Bo"_s);
    }

    void columnsAreChosenByKeyboard()
    {
        Office office;
        const auto customer = office.customer(u"1"_s, u"Ada & Co"_s);
        office.invoice(customer, "SEK", "100");
        Desk desk(office, kInvoices);
        QTRY_COMPARE(desk.cell(0, u"currency"_s).data().toString(), u"SEK"_s);
        auto *menu = desk.menuOf(desk.cell(0, u"customer"_s));
        QVERIFY(menu);
        QVERIFY(action(*menu, u"Only rows with “Ada && Co”"_s)); // the name, nothing underlined
        auto *columns = action(*menu, u"Columns"_s);
        QVERIFY(columns && columns->menu());
        auto *currency = action(*columns->menu(), u"Currency"_s);
        QVERIFY(currency && !currency->isChecked());
        currency->trigger();
        QVERIFY(!desk.page.view().isColumnHidden(desk.column(u"currency"_s)));
        menu->close();
    }

    void headersAreReadWhole()
    {
        Office office;
        for (const auto &type : {kCustomers, kInvoices}) {
            Desk desk(office, type);
            auto &header = *desk.page.view().horizontalHeader();
            for (int i = 0; i < header.count(); ++i)
                QVERIFY2(header.isSectionHidden(i) || header.sectionSize(i) >= header.sectionSizeHint(i),
                         qPrintable(QString::number(i)));
        }
    }

    void rowsInARecordAreNoFilter()
    {
        Office office;
        office.invoice(office.customer(u"1"_s, u"Ada"_s), "SEK", "100");
        Desk desk(office, kInvoices);
        desk.page.view().setColumnHidden(desk.column(u"rows"_s), false);
        QTRY_VERIFY(desk.page.model().row(0));
        const auto *menu = desk.menuOf(desk.cell(0, u"rows"_s));
        QVERIFY(menu && action(*menu, u"Open"_s));
        for (const auto *each : menu->actions())
            QVERIFY2(!each->text().startsWith(u"Only rows"_s), qPrintable(each->text()));
    }

    // --- the footer

    void theFooterAddsUpWhatIsSeen()
    {
        Office office;
        const auto customer = office.customer(u"1"_s, u"Ada"_s);
        office.invoice(customer, "SEK", "100");
        office.invoice(customer, "SEK", "50");
        office.invoice(customer, "EUR", "7");
        Desk desk(office, kInvoices);
        QTRY_VERIFY2(desk.footer().contains(u"SEK: Net 150.00 · Total 150.00"_s), qPrintable(desk.footer()));
        QVERIFY2(desk.footer().contains(u"EUR: Net 7.00 · Total 7.00"_s), qPrintable(desk.footer()));

        auto *columns = action(*desk.menuOf(desk.cell(0, u"customer"_s)), u"Columns"_s);
        action(*columns->menu(), u"Net"_s)->trigger();
        QTRY_VERIFY2(desk.footer().contains(u"SEK: Total 150.00"_s), qPrintable(desk.footer()));
    }

    void theFooterAddsUpTheSelectionReadOrNot()
    {
        constexpr int kMany = 300;
        Office office;
        const auto customer = office.customer(u"1"_s, u"Ada"_s);
        for (int i = 0; i < kMany; ++i)
            office.invoice(customer, "SEK", "2");
        Desk desk(office, kInvoices);
        QTRY_COMPARE(desk.page.model().rowCount(), kMany);
        auto &model = desk.page.model();
        QVERIFY(!model.row(kMany - 2));
        desk.page.view().selectionModel()->select({model.index(1, 0), model.index(kMany - 1, 0)},
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTRY_VERIFY2(desk.footer().contains(u"299 selected: SEK: Net 598.00"_s), qPrintable(desk.footer()));
        desk.page.view().selectAll();
        QTRY_VERIFY2(desk.footer().contains(u"300 selected: SEK: Net 600.00"_s), qPrintable(desk.footer()));
    }

    // --- deleting

    void theRecordInTheFormIsDeletedNotTheOneInTheList()
    {
        Office office;
        const auto ada = office.customer(u"1"_s, u"Ada"_s);
        const auto bo = office.customer(u"2"_s, u"Bo"_s);
        Desk desk(office, kCustomers);
        QTRY_COMPARE(desk.page.model().rowCount(), 2);
        desk.page.view().selectRow(0);
        desk.page.createRecord();
        desk.page.removeSelected(); // what was begun is dropped
        QTRY_VERIFY(!desk.page.form().isVisible());
        QVERIFY(!office.stored(kCustomers, ada).deleted);

        QSignalSpy loaded(&desk.page.form(), &RecordForm::loaded);
        desk.page.openRecord(bo);
        QTRY_VERIFY(!loaded.isEmpty());
        desk.page.removeSelected();
        QTRY_VERIFY(office.stored(kCustomers, bo).deleted);
        QVERIFY(!office.stored(kCustomers, ada).deleted);
    }

    void theRowStaysInSightWhenItsFormTakesRoom()
    {
        Office office;
        for (int i = 0; i < 60; ++i)
            office.customer(QString::number(100 + i), u"Ada"_s);
        Desk desk(office, kCustomers);
        auto &view = desk.page.view();
        const int last = view.rowAt(view.viewport()->height() - 1 - view.rowHeight(0));
        QVERIFY(last > 5);
        QTRY_VERIFY(desk.page.model().row(last)); // it is read
        view.selectRow(last);
        QTest::keyClick(&view, Qt::Key_Return);
        QTRY_VERIFY(desk.page.form().isVisible());
        QTRY_VERIFY(view.viewport()->height() < last * view.rowHeight(0)); // it had to give room
        QVERIFY(view.viewport()->rect().contains(view.visualRect(desk.cell(last, u"name"_s))));
    }

    void severalRowsAreDeletedWithOneUndo()
    {
        Office office;
        QList<LocalId> ids;
        for (const auto &number : {u"1"_s, u"2"_s, u"3"_s})
            ids += office.customer(number, u"Customer "_s + number);
        Drafts drafts(office.company->database().sql(), office.clock);
        value(drafts.put({.type = kCustomers, .id = ids[1], .base = {}, .body = {{u"name"_s, u"x"_s}}, .updatedAt = {}}));
        Desk desk(office, kCustomers);
        QTRY_COMPARE(desk.page.model().rowCount(), 3);
        auto &model = desk.page.model();
        desk.page.view().selectionModel()->select({model.index(0, 0), model.index(1, 0)},
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        desk.page.removeSelected();
        QTRY_VERIFY(desk.button(u"Undo"_s));
        QVERIFY(office.stored(kCustomers, ids[0]).deleted && office.stored(kCustomers, ids[1]).deleted);
        QVERIFY(!office.stored(kCustomers, ids[2]).deleted);
        QVERIFY(value(drafts.list()).isEmpty());
        desk.button(u"Undo"_s)->click();
        QTRY_VERIFY(!office.stored(kCustomers, ids[0]).deleted && !office.stored(kCustomers, ids[1]).deleted);
    }

    void whatIsBookedIsKeptAndSaidSo()
    {
        Office office;
        const auto customer = office.customer(u"1"_s, u"Ada"_s);
        const auto open = office.invoice(customer, "SEK", "1");
        const auto booked = office.invoice(customer, "SEK", "2", {{u"booked"_s, true}});
        Desk desk(office, kInvoices);
        QTRY_COMPARE(desk.page.model().rowCount(), 2);
        desk.page.view().selectAll();
        desk.page.removeSelected();
        QTRY_VERIFY(office.stored(kInvoices, open).deleted);
        QTRY_VERIFY2(desk.message().contains(u"closed (booked)"_s), qPrintable(desk.message()));
        QVERIFY(!office.stored(kInvoices, booked).deleted);
    }
};

QTEST_MAIN(RecordsPageTest)
#include "recordspage_test.moc"
