// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/decisionbatch.h"
#include "ui/conflicts/mergeediting.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace frost {

//! What the same choices would make of other conflicts: record by record, field by field, with a tick before each that may be
//! taken away. open() it; it deletes itself. UI thread.
class SimilarDialog final : public QDialog
{
    Q_OBJECT
public:
    //! @param editing  the conflict in hand, decided: it goes with the others
    SimilarDialog(const Schema &schema, MergeEditing &editing, const QList<ConflictCase> &similar, const FieldSides &sides,
                  QWidget *parent);

Q_SIGNALS:
    //! @param others  those that were ticked, not the conflict in hand
    //! @param always  the fields that are to be decided so from now on; empty: none
    void confirmed(const QList<frost::DecisionBatch::Task> &others, const frost::FieldSides &always);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Column { Record, FieldName, Mine, Theirs, Outcome, kColumns };

    void makeTree(const MergeEditing &editing);
    void add(const MergeEditing &decided, qint64 conflict);
    void fill(QTreeWidgetItem &line, const MergeEditing &decided, const MergeDraft::Entry &entry);
    void paintSides();
    void tickAll(Qt::CheckState state);
    [[nodiscard]] bool isTicked(qint64 conflict) const;
    [[nodiscard]] bool canTickAll() const;
    [[nodiscard]] int tickedCount() const;
    void makeAlways(const MergeEditing &editing);
    void updateTexts();
    void confirm();

    QTreeWidget *m_tree;
    QLabel *m_hint; //!< what there is to check about the current line
    QCheckBox *m_always;
    QPushButton *m_tick;
    QPushButton *m_decide;
    QList<DecisionBatch::Task> m_tasks;
    FieldSides m_sides;
};

} // namespace frost
