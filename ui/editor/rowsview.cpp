// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/rowsview.h"

#include "ui/editor/celldelegate.h"
#include "ui/editor/entryrules.h"
#include "ui/editor/rowsmodel.h"
#include "ui/wording/labels.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFewestRows = 5;
constexpr int kMostRows = 12;

//! How many characters a column wants.
int charactersOf(const Field &column)
{
    switch (column.kind) {
    case FieldKind::Amount: return 13;
    case FieldKind::Decimal: return 9;
    case FieldKind::Integer: return 7;
    case FieldKind::Date: return 12;
    case FieldKind::Boolean: return 8;
    case FieldKind::Choice: return 10;
    case FieldKind::Instant: return 18;
    case FieldKind::Reference: return 11;
    case FieldKind::Text:
    case FieldKind::Rows: break;
    }
    return column.longText ? 30 : column.name == u"unit" ? 6 : 16;
}

//! The column that takes the room that is left: the text of the row.
int widestColumn(const RowsModel &model)
{
    int last = -1;
    for (int i = 0; i < model.columnCount(); ++i) {
        const auto &column = model.column(i);
        if (column.kind != FieldKind::Text || isRareColumn(column))
            continue;
        if (column.longText)
            return i;
        last = i;
    }
    return last;
}

} // namespace

RowsView::RowsView(const EntityType &type, RowsModel &model, const ValueEdit::Context &context, QWidget *parent)
    : QTableView(parent), m_type(type), m_model(model)
{
    setModel(&model);
    setObjectName(model.field().name);
    setAccessibleName(wording::fieldLabel(type, model.field().name));
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked | SelectedClicked);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(true);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &RowsView::chooseColumns);
    for (int i = 0; i < model.columnCount(); ++i) {
        auto *delegate = new CellDelegate(type, model.field().name, model.column(i), context, model, this);
        connect(delegate, &CellDelegate::typed, this, &RowsView::typed);
        connect(delegate, &CellDelegate::keyPressed, this,
                [this](QKeyEvent *event, QWidget *editor, bool &taken) { taken = gridKey(event, editor); });
        setItemDelegateForColumn(i, delegate);
    }
    addActions();
    sizeColumns();
    showUsedColumns();
    connect(&model, &RowsModel::modelReset, this, [this] { updateGeometry(); });
    connect(&model, &RowsModel::rowsInserted, this, [this] { updateGeometry(); });
    connect(&model, &RowsModel::rowsRemoved, this, [this] { updateGeometry(); });
}

void RowsView::addActions()
{
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, auto work) {
        auto *action = new QAction(text, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // an open cell passes its keys on through gridKey()
        connect(action, &QAction::triggered, this, [this, work] {
            if (!m_model.isReadOnly())
                work(currentIndex());
        });
        addAction(action);
        return action;
    };
    m_insert = add(tr("New row above"), {Qt::CTRL | Qt::Key_Insert}, [this](const QModelIndex &at) {
        m_model.insertRow(std::max(at.row(), 0));
        go(firstCell(std::max(at.row(), 0)));
    });
    m_remove = add(tr("Remove row"), {Qt::CTRL | Qt::Key_Delete}, [this](const QModelIndex &at) {
        const int row = at.row();
        m_model.removeRow(row);
        setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1), at.column()));
    });
    m_copyAbove = add(tr("Copy cell above"), {Qt::CTRL | Qt::Key_D},
                      [this](const QModelIndex &at) { m_model.copyFromAbove(at); });
    const auto move = [this](const QModelIndex &at, int by) {
        const int row = at.row();
        const int column = at.column();
        if (m_model.moveRow(row, by))
            setCurrentIndex(m_model.index(row + by, column));
    };
    m_up = add(tr("Move row up"), {Qt::ALT | Qt::Key_Up}, [move](const QModelIndex &at) { move(at, -1); });
    m_down = add(tr("Move row down"), {Qt::ALT | Qt::Key_Down}, [move](const QModelIndex &at) { move(at, 1); });
    m_undo =
        add(tr("Undo in rows"), {Qt::CTRL | Qt::Key_Z}, [this](const QModelIndex &) { m_model.undoStack().undo(); });
    m_redo = add(tr("Redo in rows"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
                 [this](const QModelIndex &) { m_model.undoStack().redo(); });
    m_columns = new QAction(tr("Columns…"), this);
    connect(m_columns, &QAction::triggered, this, [this] { chooseColumns(QPoint(0, horizontalHeader()->height())); });
    addAction(m_columns);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RowsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_insert->setText(tr("New row above"));
        m_remove->setText(tr("Remove row"));
        m_copyAbove->setText(tr("Copy cell above"));
        m_up->setText(tr("Move row up"));
        m_down->setText(tr("Move row down"));
        m_undo->setText(tr("Undo in rows"));
        m_redo->setText(tr("Redo in rows"));
        m_columns->setText(tr("Columns…"));
        setAccessibleName(wording::fieldLabel(m_type, m_model.field().name));
        Q_EMIT m_model.headerDataChanged(Qt::Horizontal, 0, m_model.columnCount() - 1);
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        sizeColumns();
}

void RowsView::sizeColumns()
{
    const int widest = widestColumn(m_model);
    for (int i = 0; i < m_model.columnCount(); ++i) {
        // A voucher's rows are about their accounts: room for number and name.
        const bool isMain = i == 0 && sidesOf(m_model.field());
        const int wanted = fontMetrics().averageCharWidth() * (isMain ? 28 : charactersOf(m_model.column(i)));
        setColumnWidth(i, std::max(wanted, horizontalHeader()->sectionSizeHint(i)));
        horizontalHeader()->setSectionResizeMode(i, i == widest ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    if (widest >= 0)
        horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 5);
}

void RowsView::showUsedColumns()
{
    const auto rows = m_model.rows();
    for (int i = 0; i < m_model.columnCount(); ++i) {
        const auto &column = m_model.column(i);
        const bool used = std::any_of(rows.begin(), rows.end(),
                                      [&](const QJsonValue &row) { return !row[column.name].isUndefined(); });
        setColumnHidden(i, isRareColumn(column) && !used && !m_wanted.contains(i));
    }
}

void RowsView::chooseColumns(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_model.columnCount(); ++i) {
        auto *action = menu->addAction(m_model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool shown) {
            setColumnHidden(i, !shown);
            if (shown)
                m_wanted.insert(i);
            else
                m_wanted.remove(i);
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(place));
}

QWidget *RowsView::openEditor() const
{
    return m_editing.isValid() ? indexWidget(m_editing) : nullptr;
}

bool RowsView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool opened = QTableView::edit(index, trigger, event);
    if (opened && state() == EditingState)
        m_editing = index;
    return opened;
}

void RowsView::commitOpenEditor()
{
    if (auto *editor = openEditor(); editor && state() == EditingState) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

QJsonArray RowsView::rowsAsTyped() const
{
    auto rows = m_model.rows();
    const auto *editor = openEditor();
    if (!editor || state() != EditingState)
        return rows;
    const auto &column = m_model.column(m_editing.column());
    const auto value = ValueEdit::of(editor)->value();
    const auto place = openRow();
    const bool isEmpty = m_model.isEmptyRow(m_editing.row());
    if (isEmpty && value.isUndefined())
        return rows;
    auto cells = isEmpty ? QJsonObject() : rows.at(place).toObject();
    if (value.isUndefined())
        cells.remove(column.name);
    else
        cells.insert(column.name, value);
    if (isEmpty)
        rows.insert(place, cells);
    else
        rows.replace(place, cells);
    return rows;
}

qsizetype RowsView::openRow() const
{
    if (!openEditor())
        return -1;
    qsizetype place = 0; // among those that are not empty
    for (int row = 0; row < m_editing.row(); ++row)
        place += m_model.isEmptyRow(row) ? 0 : 1;
    return place;
}

QString RowsView::openColumn() const
{
    return openEditor() ? m_model.column(m_editing.column()).name : QString();
}

void RowsView::editCell(qsizetype row, const QString &column)
{
    const int tableRow = m_model.tableRow(row);
    const int place = m_model.columnOf(column);
    if (place >= 0)
        setColumnHidden(place, false);
    setFocus();
    if (tableRow < 0)
        go(firstCell(m_model.rowCount() - 1));
    else
        go(place < 0 ? firstCell(tableRow) : m_model.index(tableRow, place));
}

QSize RowsView::sizeHint() const
{
    const int rows = std::clamp(m_model.rowCount(), kFewestRows, kMostRows);
    const int rowHeight = fontMetrics().height() + fontMetrics().height() / 2 + 1;
    return {QTableView::sizeHint().width(),
            horizontalHeader()->sizeHint().height() + rows * rowHeight + horizontalScrollBar()->sizeHint().height()};
}

QSize RowsView::minimumSizeHint() const
{
    return {QTableView::minimumSizeHint().width(), sizeHint().height()};
}

} // namespace frost
