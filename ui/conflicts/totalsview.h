// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace frost {

class MergeEditing;
class TotalsModel;

//! The table of sums, exactly as high as its lines; not there for records without sums.
class TotalsView final : public QTableView
{
    Q_OBJECT
public:
    explicit TotalsView(MergeEditing &editing, QWidget *parent = nullptr);

    void retranslate();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();

    TotalsModel *m_model;
};

} // namespace frost
