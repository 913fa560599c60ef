// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "ui/editor/rowsmodel.h"
#include "ui/editor/rowsview.h"
#include "ui/widgets/referenceedit.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QSignalSpy>

using namespace editorfixture;

namespace {

QJsonArray array(const QByteArray &json)
{
    return QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).array();
}

//! The rows of one type as a person meets them.
struct Grid {
    explicit Grid(const EntityType &type)
        : lookup(*office.session),
          known(lookup),
          model(type, *office.schema(type).field(u"rows"), lookup, known),
          tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    { }

    void open()
    {
        view = std::make_unique<RowsView>(model.column(0).kind == FieldKind::Reference ? kInvoices : kVouchers, model,
                                          ValueEdit::Context{.lookup = lookup});
        openWindow(*view);
        view->setFocus();
    }
    void select(int row, const char *column)
    {
        view->setCurrentIndex(model.index(row, model.columnOf(QString::fromLatin1(column))));
    }
    [[nodiscard]] QString text(int row, const char *column) const
    {
        return model.index(row, model.columnOf(QString::fromLatin1(column))).data().toString();
    }
    void set(int row, const char *column, const QJsonValue &value)
    {
        model.setValue(model.index(row, model.columnOf(QString::fromLatin1(column))), value);
    }

    Office office;
    RecordLookup lookup;
    ReferredCache known;
    RowsModel model;
    QAbstractItemModelTester tester;
    std::unique_ptr<RowsView> view;
};

} // namespace

//! UX.md 2.1 "grid with a permanent empty last row", 2.2 "Rows".
class RowsGridTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"sv_SE"_s)); }

    // --- the model

    void thereIsAlwaysAnEmptyRow()
    {
        Grid grid(kVouchers);
        QCOMPARE(grid.model.rowCount(), 1);
        QVERIFY(grid.model.rows().isEmpty());
        grid.set(0, "account", u"1930"_s);
        QCOMPARE(grid.model.rowCount(), 2);
        QCOMPARE(grid.model.rows(), array("[{'account': '1930'}]"));
        grid.model.setReadOnly(true);
        QCOMPARE(grid.model.rowCount(), 1);
    }

    void theEmptyRowSaysWhatToType()
    {
        Grid grid(kVouchers);
        const auto ghost = [&](int row) {
            return grid.model.index(row, grid.model.columnOf(u"debit"_s)).data(RowsModel::GhostRole).toString();
        };
        QCOMPARE(ghost(0), u"Debit"_s);
        grid.set(0, "account", u"1930"_s);
        QCOMPARE(ghost(0), QString());
        QCOMPARE(ghost(1), u"Debit"_s);
    }

    void derivedCellsAreShownNotTyped()
    {
        Grid grid(kInvoices);
        grid.model.setRows(array("[{'rowId':'a','price':'1','total':'1.00'}]"));
        QCOMPARE(grid.text(0, "total"), u"1,00"_s);
        QCOMPARE(grid.model.rows(), array("[{'rowId':'a','price':'1'}]"));
        const auto total = grid.model.index(0, grid.model.columnOf(u"total"_s));
        QVERIFY(!(total.flags() & Qt::ItemIsEditable));
        QVERIFY(!grid.model.setData(total, u"5"_s, Qt::EditRole));
        grid.model.setComputed(array("[{'total': '-1234.50'}]"));
        QCOMPARE(grid.text(0, "total"), u"\u22121\u00A0234,50"_s);
        QVERIFY(total.data(Qt::ForegroundRole).isValid()); // red, and with a minus
    }

    void emptyRowsAreNotWritten()
    {
        Grid grid(kVouchers);
        grid.model.setRows(array("[{'rowId':'a','account':'1'},{'rowId':'b','account':'2'}]"));
        grid.model.insertRow(1);
        QCOMPARE(grid.model.rowCount(), 4);
        QCOMPARE(grid.model.rows().size(), 2);
        QCOMPARE(grid.model.tableRow(1), 2);
        QVERIFY(grid.model.isEmptyRow(1));
    }

    void rowsMoveWithTheirIds()
    {
        Grid grid(kVouchers);
        grid.model.setRows(array("[{'rowId':'a'},{'rowId':'b','account':'2'},{'rowId':'c','account':'3'}]"));
        QVERIFY(grid.model.moveRow(2, -1));
        QCOMPARE(grid.model.rows(), array("[{'rowId':'c','account':'3'},{'rowId':'b','account':'2'}]"));
        QVERIFY(!grid.model.moveRow(2, 1)); // the empty row stays last
        QVERIFY(!grid.model.moveRow(0, -1));
    }

    void everyStepIsUndone()
    {
        Grid grid(kVouchers);
        const auto start = array("[{'rowId':'a','account':'1','debit':'5.00'},{'rowId':'b','account':'2'}]");
        grid.model.setRows(start);
        QList<QJsonArray> states{grid.model.rows()};
        const auto done = [&] { states.append(grid.model.rows()); };
        grid.set(1, "text", u"hej"_s), done();
        grid.set(2, "account", u"3"_s), done();
        grid.model.insertRow(0), grid.set(0, "account", u"0"_s), done();
        grid.model.removeRow(1), done();
        grid.model.moveRow(0, 1), done();
        grid.model.balance(3), done();
        grid.model.copyFromAbove(grid.model.index(1, grid.model.columnOf(u"text"_s))), done();
        while (grid.model.undoStack().canUndo())
            grid.model.undoStack().undo();
        QCOMPARE(grid.model.rows(), start);
        while (grid.model.undoStack().canRedo())
            grid.model.undoStack().redo();
        QCOMPARE(grid.model.rows(), states.last());
        QCOMPARE(grid.model.rowCount(), grid.model.rows().size() + 1);
    }

    void anArticleFillsTheRowItIsTypedIn()
    {
        Grid grid(kInvoices);
        const auto tea = grid.office.article(u"A-1"_s, u"Te"_s, "95.5", "12");
        QSignalSpy resolved(&grid.model, &RowsModel::resolvingChanged);
        grid.set(0, "article", unresolvedReference(u"a-1"_s));
        QVERIFY(grid.model.isResolving());
        grid.set(0, "description", u"Eget ord"_s); // typed on before the answer: it stays
        grid.model.insertRow(0);                   // and the row moves meanwhile
        QTRY_VERIFY(!grid.model.isResolving());
        QCOMPARE(resolved.size(), 1);
        QCOMPARE(grid.model.rows(), QJsonArray({QJsonObject{{u"article"_s, tea.toString()},
                                                            {u"description"_s, u"Eget ord"_s},
                                                            {u"unit"_s, u"st"_s},
                                                            {u"price"_s, u"95.5"_s},
                                                            {u"vat"_s, u"12"_s},
                                                            {u"account"_s, u"3001"_s}}}));
        QCOMPARE(grid.text(1, "article"), u"A-1"_s);
    }

    void whatIsNotFoundStaysAsTyped()
    {
        Grid grid(kInvoices);
        grid.set(0, "article", unresolvedReference(u"ingenting"_s));
        QTRY_VERIFY(!grid.model.isResolving());
        QCOMPARE(grid.text(0, "article"), u"ingenting"_s);
        QVERIFY(isUnresolvedReference(grid.model.rows().first()[u"article"_s]));
    }

    void anAccountIsShownWithItsName()
    {
        Grid grid(kVouchers);
        grid.office.account(u"1930"_s, u"Företagskonto"_s);
        grid.set(0, "account", u"1930"_s);
        QTRY_COMPARE(grid.text(0, "account"), u"1930 Företagskonto"_s);
        QCOMPARE(grid.model.rows(), array("[{'account': '1930'}]"));
        grid.set(1, "account", u"företagsk"_s); // by name
        QTRY_COMPARE(grid.text(1, "account"), u"1930 Företagskonto"_s);
    }

    void remarksStandInTheirCells()
    {
        Grid grid(kVouchers);
        grid.model.setRows(array("[{'rowId':'a','account':'1'},{'rowId':'b','account':'2'}]"));
        grid.model.insertRow(0);
        grid.model.setRemarks({{ProblemPlace::of(u"rows[1].account"_s), u"wrong"_s, Loudness::Error},
                               {ProblemPlace::of(u"rows[0]"_s), u"odd"_s, Loudness::Warning}});
        const auto cell = [&](int row, const char *column) {
            return grid.model.index(row, grid.model.columnOf(QString::fromLatin1(column)));
        };
        QCOMPARE(cell(2, "account").data(Qt::ToolTipRole).toString(), u"wrong"_s);
        QCOMPARE(cell(2, "account").data(RowsModel::LoudnessRole).toInt(), int(Loudness::Error));
        QVERIFY(!cell(2, "debit").data(RowsModel::LoudnessRole).isValid());
        QCOMPARE(cell(1, "debit").data(Qt::AccessibleDescriptionRole).toString(), u"odd"_s);
        grid.model.setRemarks({});
        QVERIFY(!cell(2, "account").data(RowsModel::LoudnessRole).isValid());
    }

    void screenReadersHearColumnRowAndValue()
    {
        Grid grid(kVouchers);
        grid.set(0, "debit", u"12.50"_s);
        const auto cell = grid.model.index(0, grid.model.columnOf(u"debit"_s));
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), u"Debit, row 1: 12,50"_s);
    }

    // --- the keys

    void enterGoesOnThroughCellsAndRows()
    {
        Grid grid(kVouchers);
        grid.open();
        type(u"1930"_s);
        QCOMPARE(focus()->objectName(), u"rows.account"_s);
        press(Qt::Key_Return);
        QCOMPARE(focus()->objectName(), u"rows.debit"_s);
        type(u"12*950"_s);
        press(Qt::Key_Enter);
        QCOMPARE(focus()->objectName(), u"rows.credit"_s);
        press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(focus()->objectName(), u"rows.debit"_s);
        press(Qt::Key_Return, Qt::ControlModifier); // on to the next row
        QCOMPARE(focus()->objectName(), u"rows.account"_s);
        QCOMPARE(grid.view->currentIndex().row(), 1);
        QCOMPARE(grid.model.rows(), array("[{'account': '1930', 'debit': '11400.00'}]"));
        type(u"3001"_s);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        type(u"5"_s);
        press(Qt::Key_Backtab);
        QCOMPARE(grid.model.rows(),
                 array("[{'account': '1930', 'debit': '11400.00'},{'account':'3001','credit':'5.00'}]"));
    }

    void thePointOfTheKeypadIsAComma()
    {
        Grid grid(kVouchers);
        grid.open();
        grid.select(0, "debit");
        type(u"7"_s);
        press(Qt::Key_Period, Qt::KeypadModifier);
        type(u"5"_s);
        QCOMPARE(qobject_cast<QLineEdit *>(focus())->text(), u"7,5"_s);
        press(Qt::Key_Return);
        QCOMPARE(grid.model.rows(), array("[{'debit': '7.50'}]"));
    }

    void escapeLeavesTheCellAsItWas()
    {
        Grid grid(kVouchers);
        grid.set(0, "debit", u"5.00"_s);
        grid.open();
        grid.select(0, "debit");
        type(u"99"_s);
        press(Qt::Key_Escape);
        QCOMPARE(grid.model.rows(), array("[{'debit': '5.00'}]"));
    }

    //! Walking through is not answering: no row comes of it.
    void anEmptyRowThatIsWalkedOverStaysEmpty()
    {
        Grid grid(kVouchers);
        grid.open();
        for (int i = 0; i < grid.model.columnCount(); ++i)
            grid.view->setColumnHidden(i, false);
        grid.select(0, "account");
        press(Qt::Key_F2);
        for (int i = 0; i < grid.model.columnCount(); ++i)
            press(Qt::Key_Return);
        QVERIFY(grid.model.rows().isEmpty());
    }

    //! R-APP-06: the header has no keys of its own.
    void columnsAreChosenWithoutAMouse()
    {
        Grid grid(kVouchers);
        grid.open();
        const auto actions = grid.view->actions();
        QCOMPARE(grid.view->contextMenuPolicy(), Qt::ActionsContextMenu);
        actions.last()->trigger();
        auto *menu = grid.view->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        const int dimensions = grid.model.columnOf(u"dimensions"_s);
        menu->actions().at(dimensions)->trigger();
        QVERIFY(!grid.view->isColumnHidden(dimensions));
        menu->close();
    }

    void undoKeepsTheIdsThatRowsWereStoredUnder()
    {
        Grid grid(kVouchers);
        grid.set(0, "account", u"1930"_s);
        QVERIFY(grid.model.nameRows());
        QVERIFY(!grid.model.nameRows());
        const auto stored = grid.model.rows();
        QVERIFY(!stored.first()[u"rowId"_s].toString().isEmpty());
        grid.model.setRows(stored); // as it came back
        grid.model.removeRow(0);
        grid.model.undoStack().undo();
        QCOMPARE(grid.model.rows(), stored);
    }

    void anOpenCellStaysWhileOtherRowsChange()
    {
        Grid grid(kVouchers);
        grid.model.setRows(array("[{'rowId':'a','text':'one'},{'rowId':'b','text':'two'}]"));
        grid.open();
        grid.select(1, "debit");
        type(u"12"_s);
        auto *cell = qobject_cast<QLineEdit *>(focus());
        grid.model.setRows(array("[{'rowId':'c','text':'new'},{'rowId':'b','text':'2','debit':'12.00'},"
                                 "{'rowId':'d','text':'last'}]"));
        QCOMPARE(focus(), cell);
        QCOMPARE(cell->text(), u"12"_s);
        type(u"5"_s);
        press(Qt::Key_Return);
        QCOMPARE(grid.text(1, "debit"), u"125,00"_s);
        QCOMPARE(grid.text(1, "text"), u"2"_s);
    }

    void keysWorkOnRows_data()
    {
        QTest::addColumn<bool>("inCell");
        QTest::newRow("with a cell selected") << false;
        QTest::newRow("while typing in a cell") << true;
    }

    void keysWorkOnRows()
    {
        QFETCH(bool, inCell);
        Grid grid(kVouchers);
        grid.model.setRows(array("[{'rowId':'a','text':'one'},{'rowId':'b','text':'two'}]"));
        grid.open();
        const auto at = [&](int row) {
            grid.view->commitOpenEditor();
            grid.select(row, "text");
            if (inCell)
                press(Qt::Key_F2);
            QVERIFY(!inCell || qobject_cast<QLineEdit *>(focus()));
        };
        const auto texts = [&] {
            QStringList list;
            for (int row = 0; row < grid.model.rowCount() - 1; ++row)
                list.append(grid.text(row, "text"));
            return list.join(u' ');
        };
        at(1);
        press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(texts(), u"two one"_s);
        at(0);
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(texts(), u"one two"_s);
        at(1);
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(texts(), u"one one"_s);
        at(0);
        press(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(texts(), u"one"_s);
        at(0);
        press(Qt::Key_Insert, Qt::ControlModifier);
        QCOMPARE(texts(), u" one"_s);
        grid.view->commitOpenEditor();
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(texts(), u"one"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(texts(), u"one one"_s);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(texts(), u"one"_s);
    }

    void plusBalancesAndStarCopies()
    {
        Grid grid(kVouchers);
        grid.model.setRows(array("[{'rowId':'a','account':'1930','debit':'1250.00','text':'Hyra'}]"));
        grid.open();
        grid.select(1, "credit");
        press(Qt::Key_F2);
        type(u"+"_s);
        QCOMPARE(grid.text(1, "credit"), u"1\u00A0250,00"_s);
        grid.view->commitOpenEditor();
        grid.select(1, "text");
        type(u"*"_s); // without opening the cell
        QCOMPARE(grid.text(1, "text"), u"Hyra"_s);
        grid.select(1, "credit"); // not empty: a plus is a plus
        press(Qt::Key_F2);
        press(Qt::Key_End);
        type(u"+50"_s);
        press(Qt::Key_Return);
        QCOMPARE(grid.text(1, "credit"), u"1\u00A0300,00"_s);
    }

    void theListOpensAndChooses()
    {
        Grid grid(kInvoices);
        grid.office.article(u"A-1"_s, u"Te"_s, "10", "12");
        const auto second = grid.office.article(u"A-2"_s, u"Kaffe"_s, "20", "12");
        grid.open();
        grid.select(0, "article");
        press(Qt::Key_F4);
        auto *edit = qobject_cast<ReferenceEdit *>(focus());
        QVERIFY(edit);
        QTRY_VERIFY(edit->isListOpen());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(grid.model.rows().first()[u"article"_s].toString(), second.toString());
        QCOMPARE(grid.text(0, "description"), u"Kaffe"_s);
        QCOMPARE(focus()->objectName(), u"rows.description"_s);
    }

    void escapeClosesTheListFirst()
    {
        Grid grid(kInvoices);
        grid.office.article(u"A-1"_s, u"Te"_s, "10", "12");
        grid.open();
        press(Qt::Key_Space, Qt::ControlModifier);
        auto *edit = qobject_cast<ReferenceEdit *>(focus());
        QVERIFY(edit);
        QTRY_VERIFY(edit->isListOpen());
        press(Qt::Key_Escape);
        QVERIFY(!edit->isListOpen());
        QCOMPARE(focus(), edit); // still in the cell
    }

    void whatIsBeingTypedIsInTheDraft()
    {
        Grid grid(kVouchers);
        grid.model.setRows(array("[{'rowId':'a','account':'1930'}]"));
        grid.open();
        grid.select(0, "text");
        type(u"hal"_s);
        QCOMPARE(grid.view->rowsAsTyped(), array("[{'rowId':'a','account':'1930','text':'hal'}]"));
        QCOMPARE(grid.model.rows(), array("[{'rowId':'a','account':'1930'}]"));
        grid.view->commitOpenEditor();
        grid.select(1, "debit");
        type(u"12*"_s);
        QCOMPARE(grid.view->rowsAsTyped().last(), QJsonValue(QJsonObject{{u"debit"_s, u"12*"_s}}));
    }

    void rareColumnsAppearWhenUsed()
    {
        Grid grid(kVouchers);
        grid.open();
        const int dimensions = grid.model.columnOf(u"dimensions"_s);
        QVERIFY(grid.view->isColumnHidden(dimensions));
        grid.set(0, "dimensions", u"20 7"_s);
        grid.view->showUsedColumns();
        QVERIFY(!grid.view->isColumnHidden(dimensions));
    }

    void tabLeavesAfterTheLastCell()
    {
        Grid grid(kVouchers);
        QWidget window;
        auto *before = new QLineEdit(&window);
        auto *view = new RowsView(kVouchers, grid.model, ValueEdit::Context{.lookup = grid.lookup}, &window);
        auto *after = new QLineEdit(&window);
        openWindow(window);
        before->setFocus();
        press(Qt::Key_Tab);
        QVERIFY(view->hasFocus());
        for (int i = 0; i < 20 && !after->hasFocus(); ++i)
            press(Qt::Key_Return);
        QVERIFY(after->hasFocus());
        QVERIFY(grid.model.rows().isEmpty());
    }
};

QTEST_MAIN(RowsGridTest)
#include "rowsgrid_test.moc"
