// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/recordsmodel.h"

#include <QTableView>

class QMenu;
class QSettings;

namespace frost {

//! The table: sorts by its header, lets the user choose columns (kept in the settings), copies rows as tab-separated
//! text, opens a row with Enter.
class RecordsView final : public QTableView
{
    Q_OBJECT
public:
    RecordsView(RecordsModel &model, QSettings &settings, QWidget *parent = nullptr);

    //! The selected rows, read or not; nothing waits. Too many of them are refused().
    void copy();
    [[nodiscard]] QList<int> selectedRows() const; //!< ascending

Q_SIGNALS:
    void opened(int row);
    //! Show only rows with this value.
    void filterWanted(const QString &field, const QString &value, const QString &shownValue);
    void selectionMoved();
    void refused(const QString &why);
    void failed(const frost::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void chooseColumns(const QPoint &at);
    void listColumns(QMenu &menu);
    void showColumn(int column, bool shown);
    void sumColumns();
    void addFilter(QMenu &menu, const QModelIndex &index);
    [[nodiscard]] QStringList shownFields() const; //!< in the order of the screen
    void restoreColumns();
    void makeRoomForHeader(int column);
    void keepColumns();

    RecordsModel &m_model;
    QSettings &m_settings;
};

} // namespace frost
