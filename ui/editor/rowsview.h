// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/valueedit.h"

#include <QJsonArray>
#include <QTableView>

class QAction;

namespace frost {

class RowsModel;

//! The grid of rows, made for the keyboard: typing opens a cell, Enter and Tab go on through the cells and after the last
//! empty one out of the grid, Ctrl+Enter to the next row. Ctrl+Insert, Ctrl+Delete, Ctrl+D, Alt+Up and Alt+Down work on
//! rows, `+` in an empty amount balances, `*` copies the text above (UX.md 2.2).
class RowsView final : public QTableView
{
    Q_OBJECT
public:
    //! @param model must outlive the view
    RowsView(const EntityType &type, RowsModel &model, const ValueEdit::Context &context, QWidget *parent = nullptr);

    //! Takes what is typed in the open cell.
    void commitOpenEditor();
    //! The rows with what is being typed in the open cell.
    [[nodiscard]] QJsonArray rowsAsTyped() const;
    //! Where the open cell is; -1 and "": none is open. The row is one of RowsModel::rows() with what is typed.
    [[nodiscard]] qsizetype openRow() const;
    [[nodiscard]] QString openColumn() const;
    //! Opens the cell, as far as it is there. @param row of RowsModel::rows(). @param column "": the first
    void editCell(qsizetype row, const QString &column);
    //! Columns that few need appear once a row has something in them.
    void showUsedColumns();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void typed(); //!< in an open cell, or taken back with Escape

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addActions();
    void sizeColumns();
    void chooseColumns(const QPoint &place);
    [[nodiscard]] QWidget *openEditor() const;
    //! @return true: it was one of the grid's keys, and is done
    bool gridKey(const QKeyEvent *event, QWidget *editor);
    bool copyKey(const QKeyEvent *event, QWidget *editor);
    [[nodiscard]] QModelIndex neighbour(const QModelIndex &from,
                                        int step) const; //!< cells that can be edited; none: invalid
    [[nodiscard]] QModelIndex firstCell(int row) const;
    void go(const QModelIndex &to);
    void step(int step);

    EntityType m_type;
    RowsModel &m_model;
    QAction *m_insert;
    QAction *m_remove;
    QAction *m_copyAbove;
    QAction *m_up;
    QAction *m_down;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_columns;
    QPersistentModelIndex m_editing;
    QSet<int> m_wanted; //!< rare columns the person asked for
};

} // namespace frost
