// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergetotals.h"
#include "ui/conflicts/mergeediting.h"

#include <QAbstractTableModel>

namespace frost {

//! The sums of base, mine, theirs and result; follows the editing (UX.md 1.2 E21).
class TotalsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Base, Mine, Theirs, Outcome, ColumnCount };

    //! @param editing must outlive the model
    explicit TotalsModel(MergeEditing &editing, QObject *parent = nullptr);
    void reload();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString nameOf(const MergeTotal &line) const;
    [[nodiscard]] QString amountText(qsizetype line, int column) const;

    MergeEditing &m_editing;
    QList<MergeTotal> m_lines;
};

} // namespace frost
