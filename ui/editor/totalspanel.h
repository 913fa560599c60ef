// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/totals.h"

#include <QWidget>

class QGridLayout;

namespace frost {

//! Lines of totals, figures below each other on the right.
class TotalsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit TotalsPanel(QWidget *parent = nullptr);

    void setLines(const QList<TotalsLine> &lines);
    [[nodiscard]] const QList<TotalsLine> &lines() const { return m_lines; }

private:
    QGridLayout *m_layout;
    QList<TotalsLine> m_lines;
};

} // namespace frost
