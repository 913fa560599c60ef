// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/recordsmodel.h"

#include <QLabel>

namespace frost {

//! Below a list: how many rows, what they add up to in each currency, and the same of the selected ones.
class Footer final : public QLabel
{
    Q_OBJECT
public:
    Footer(RecordsModel &model, QWidget *parent = nullptr);
    void setSelection(const QList<int> &rows);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const Sums &sums);
    void sumSelection();
    void compose();
    [[nodiscard]] QStringList sumTexts(const Sums &sums) const;
    [[nodiscard]] QString selectionText() const;

    RecordsModel &m_model;
    Sums m_sums;
    qsizetype m_selected = 0;
    QList<RowNumber> m_places; //!< of the selected rows; none where they are too many to be read, or all
    Sums m_selectedSums;
    QTimer m_summing; //!< a selection grows row by row
    std::shared_ptr<std::atomic<quint64>> m_generation;
};

} // namespace frost
