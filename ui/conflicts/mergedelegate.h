// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordlookup.h"

#include <QStyledItemDelegate>

namespace frost {

class MergeEditing;
class MergeModel;

//! Edits results in place with the same editors as the record form (UX.md 1.2 D16). A result that was only looked at is
//! not chosen by that.
class MergeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    //! @param session, editing must outlive the delegate
    MergeDelegate(CompanySession &session, MergeEditing &editing, QObject *parent = nullptr);

    //! Marks the words of a text in which it differs from what it was (UX.md 1.2 C13).
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lookUp(const LookupTarget &target, const QString &typed, MergeModel &model, const QString &path) const;

    CompanySession &m_session;
    MergeEditing &m_editing;
    mutable RecordLookup m_lookup; //!< asking changes nothing that is seen of the delegate
};

} // namespace frost
