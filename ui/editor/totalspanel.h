// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/totals.h"

#include <QWidget>

class QGridLayout;

namespace frost {

//! The totals in one line, each figure below its name.
class TotalsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit TotalsPanel(QWidget *parent = nullptr);

    void setLines(const QList<TotalsLine> &lines);
    [[nodiscard]] const QList<TotalsLine> &lines() const { return m_lines; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QGridLayout *m_layout;
    QList<TotalsLine> m_lines;
};

} // namespace frost
