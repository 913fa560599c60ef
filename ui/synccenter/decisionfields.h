// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"

#include <QAbstractTableModel>

namespace frost {

//! One decision in full: base, mine, theirs and result of every field that differed. Nothing in it can be changed.
//! UI thread.
class DecisionFields final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FieldName, Base, Mine, Theirs, Outcome, Chosen, kColumns };

    //! @param schema must outlive the model
    explicit DecisionFields(const Schema &schema, QObject *parent = nullptr);

    //! @param decided as readDecisionCase() gives it. Errors: those of MergeEditing::open.
    [[nodiscard]] Result<> show(ConflictCase decided);
    void clear();
    [[nodiscard]] const ConflictCase &conflictCase() const { return m_editing.conflictCase(); }
    //! "" where the whole record was decided as one.
    [[nodiscard]] QString pathAt(const QModelIndex &index) const;
    //! "Row 1 Consulting · Price".
    [[nodiscard]] QString labelAt(const QModelIndex &index) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const MergeDraft::Entry &entry, int column) const;
    [[nodiscard]] QString chosenText(const MergeDraft::Entry &entry) const;

    MergeEditing m_editing; //!< words of the merge dialog need one; nobody edits it
    QList<MergeDraft::Entry> m_entries;
};

} // namespace frost
