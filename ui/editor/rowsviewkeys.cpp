// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/rowsview.h"

#include "ui/editor/entryrules.h"
#include "ui/editor/rowsmodel.h"
#include "ui/widgets/referenceedit.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>

// The way through the cells, and the keys of the grid.

namespace frost {

using namespace Qt::StringLiterals;

QModelIndex RowsView::neighbour(const QModelIndex &from, int step) const
{
    int row = from.row();
    int column = from.column();
    while (true) {
        column += step;
        if (column < 0 || column >= m_model.columnCount()) {
            row += step;
            column = step > 0 ? 0 : m_model.columnCount() - 1;
        }
        if (row < 0 || row >= m_model.rowCount())
            return {};
        if (m_model.isEditable(column) && !isColumnHidden(column))
            return m_model.index(row, column);
    }
}

QModelIndex RowsView::firstCell(int row) const
{
    const auto before = m_model.index(row, 0).siblingAtColumn(0);
    return m_model.isEditable(0) && !isColumnHidden(0) ? before : neighbour(before, 1);
}

QModelIndex RowsView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action != MoveNext && action != MovePrevious)
        return QTableView::moveCursor(action, modifiers);
    const auto next = neighbour(currentIndex(), action == MoveNext ? 1 : -1);
    return next.isValid() ? next : currentIndex();
}

void RowsView::go(const QModelIndex &to)
{
    if (!to.isValid())
        return;
    setCurrentIndex(to);
    scrollTo(to);
    QTableView::edit(to);
}

//! On to the next cell, or out of the grid where there is none.
void RowsView::step(int step)
{
    const auto next = neighbour(currentIndex(), step);
    if (next.isValid())
        go(next);
    else
        QAbstractScrollArea::focusNextPrevChild(step > 0);
}

void RowsView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool goesOn = hint == QAbstractItemDelegate::EditNextItem || hint == QAbstractItemDelegate::EditPreviousItem;
    QTableView::closeEditor(editor, goesOn ? QAbstractItemDelegate::NoHint : hint);
    m_editing = QPersistentModelIndex();
    if (hint == QAbstractItemDelegate::RevertModelCache)
        Q_EMIT typed(); // what was typed is taken back
    if (goesOn)
        step(hint == QAbstractItemDelegate::EditNextItem ? 1 : -1);
}

void RowsView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (currentIndex().isValid() || m_model.rowCount() == 0)
        return;
    const auto first = firstCell(0);
    setCurrentIndex(first.isValid() ? first : m_model.index(0, 0));
}

bool RowsView::focusNextPrevChild(bool next)
{
    // Past the last cell, or before the first, Tab leaves the grid.
    if (!m_model.isReadOnly() && neighbour(currentIndex(), next ? 1 : -1).isValid())
        return QTableView::focusNextPrevChild(next);
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (gridKey(event, nullptr))
        return;
    if (enter && !(event->modifiers() & Qt::ControlModifier)) {
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    }
    const bool opensList =
        event->key() == Qt::Key_F4 || (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier);
    if (opensList && currentIndex().isValid() && m_model.isEditable(currentIndex().column())) {
        QTableView::edit(currentIndex());
        if (auto *reference = qobject_cast<ReferenceEdit *>(openEditor()))
            reference->openList();
        return;
    }
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier && currentIndex().isValid()
        && m_model.isEditable(currentIndex().column())) {
        m_model.setValue(currentIndex(), QJsonValue(QJsonValue::Undefined));
        return;
    }
    QTableView::keyPressEvent(event);
}

bool RowsView::gridKey(const QKeyEvent *event, QWidget *editor)
{
    if (m_model.isReadOnly())
        return false;
    const auto pressed = QKeySequence(event->keyCombination());
    // In a cell with a list Alt+Down opens the list, and undo is the text's own.
    const bool isList = qobject_cast<ReferenceEdit *>(editor) && pressed == m_down->shortcut();
    for (auto *action : {m_insert, m_remove, m_copyAbove, m_up, m_down}) {
        if (pressed != action->shortcut() || isList)
            continue;
        if (!editor && !hasFocus())
            return false;
        commitOpenEditor();
        action->trigger();
        return true;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        commitOpenEditor();
        const int row = std::min(currentIndex().row() + 1, m_model.rowCount() - 1);
        go(firstCell(row));
        return true;
    }
    return copyKey(event, editor);
}

//! `+` and `*` in an empty cell.
bool RowsView::copyKey(const QKeyEvent *event, QWidget *editor)
{
    const auto at = currentIndex();
    if (!at.isValid() || !m_model.isEditable(at.column()))
        return false;
    const auto &column = m_model.column(at.column());
    const auto *line = qobject_cast<QLineEdit *>(editor);
    const bool isEmpty =
        editor ? line && line->text().isEmpty() : m_model.data(at, RowsModel::ValueRole).toJsonValue().isUndefined();
    const auto sides = sidesOf(m_model.field());
    if (!isEmpty)
        return false;
    if (event->text() == u"+" && sides && (column.name == sides->debit || column.name == sides->credit)) {
        m_model.balance(at.row());
        return true;
    }
    if (event->text() == u"*" && column.kind == FieldKind::Text) {
        m_model.copyFromAbove(at);
        return true;
    }
    return false;
}

} // namespace frost
