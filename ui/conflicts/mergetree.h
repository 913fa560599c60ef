// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergemodel.h"

#include <QTreeView>

class QMenu;

namespace frost {

class CompanySession;

//! The lines of a merge, with the keys of UX.md 1.2 I: 1, 2, 3 pick and go on to the next open field, 4 takes both where
//! that is on offer, 0 takes a pick back, F2 or typing edits the result, Enter confirms a linked group.
class MergeTree final : public QTreeView
{
    Q_OBJECT
public:
    //! @param session, editing must outlive the view
    MergeTree(CompanySession &session, MergeEditing &editing, QWidget *parent = nullptr);

    [[nodiscard]] MergeModel &mergeModel() { return *m_model; }
    //! The entry the cursor is on; nullopt: a heading, or nothing.
    [[nodiscard]] std::optional<QString> currentPath() const;
    void goTo(const QString &path);
    //! To the next open entry, or back to the one before.
    void goToOpen(int step);
    void pick(Choice choice);
    //! Asks which row of the other side the row under the cursor is (UX.md 1.2 E19).
    void matchRow();
    //! Makes two rows of the one under the cursor.
    void splitRow();
    //! Takes what stands in an open editor.
    void finishEditing();
    void retranslate();
    [[nodiscard]] QSize minimumSizeHint() const override; //!< some lines, however large the letters

Q_SIGNALS:
    //! Something was decided; in words for a screen reader.
    void announced(const QString &text);
    //! From now on this field is decided so without a question.
    void ruleWanted(const QString &field, frost::Choice side);
    void currentPathChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool pickKey(const QKeyEvent &event);
    void confirm();
    void showAll();
    void addRowCommands(QMenu &menu);
    void addRuleCommand(QMenu &menu, const MergeDraft::Entry &entry);
    void goToRow(const QString &rowPath);
    [[nodiscard]] QString choiceInWords(const MergeDraft::Entry &entry, Choice choice) const;
    void shareWidth();
    void announceDecision(const QString &path);

    MergeEditing &m_editing;
    MergeModel *m_model;
};

} // namespace frost
