// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/recordsmodel.h"

#include <QLabel>

namespace frost {

//! Below a list: how many rows, what they add up to, and the same of the selected ones.
class Footer final : public QLabel
{
    Q_OBJECT
public:
    Footer(RecordsModel &model, QWidget *parent = nullptr);
    //! @param rows read ones count with their sums, others only as rows
    void setSelection(const QList<int> &rows);

private:
    void show(const QList<Decimal> &sums);
    void compose();
    [[nodiscard]] QString sumText(const QList<Decimal> &sums) const;
    [[nodiscard]] QString selectionText() const;

    RecordsModel &m_model;
    QList<Decimal> m_sums;
    QList<int> m_selected;
};

} // namespace frost
