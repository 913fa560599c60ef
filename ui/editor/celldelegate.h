// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/valueedit.h"

#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace frost {

class RowsModel;

//! The cells of one column of rows: each kind of field is edited by its own ValueEdit, as in the form. Enter and Tab take
//! what is typed and go on to the next cell. A remark is an icon in the cell; the empty row shows ghost texts.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CellDelegate(const EntityType &type, const QString &rows, const Field &column, ValueEdit::Context context,
                 RowsModel &model, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    void typed() const; //!< in an open editor, before it is taken
    //! A key pressed in an open editor that may be meant for the rows; `taken` says so.
    void keyPressed(QKeyEvent *event, QWidget *editor, bool &taken);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    bool keyInEditor(QKeyEvent *event, QWidget *editor);

    EntityType m_type;
    QString m_rows;
    Field m_column;
    ValueEdit::Context m_context;
    RowsModel &m_model;
};

} // namespace frost
