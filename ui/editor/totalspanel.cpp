// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/totalspanel.h"

#include "ui/theme/icons.h"
#include "ui/theme/palette.h"
#include "ui/wording/values.h"

#include <QGridLayout>
#include <QLabel>

namespace frost {

using namespace Qt::StringLiterals;

TotalsPanel::TotalsPanel(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    m_layout->setVerticalSpacing(2);
    setAccessibleName(tr("Totals"));
}

void TotalsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Totals"));
}

void TotalsPanel::setLines(const QList<TotalsLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int column = 0; column < lines.size(); ++column) {
        const auto &line = lines.at(column);
        auto *label = new QLabel(line.label, this);
        auto *amount = new QLabel(wording::decimalText(line.amount, 2), this);
        label->setTextFormat(Qt::PlainText);
        amount->setAccessibleName(label->text() + u' ' + amount->text());
        amount->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QPalette colours;
        if (line.amount.isNegative() || line.weight == TotalsLine::Weight::Wrong)
            colours.setColor(QPalette::WindowText, theme::negativeInk(colours));
        amount->setPalette(colours);
        if (line.weight != TotalsLine::Weight::Plain) {
            auto bold = font();
            bold.setBold(true);
            label->setFont(bold);
            amount->setFont(bold);
        }
        if (line.weight == TotalsLine::Weight::Wrong) {
            auto *icon = new QLabel(this);
            icon->setPixmap(theme::icon(u"dialog-warning"_s).pixmap(fontMetrics().height()));
            m_layout->addWidget(icon, 1, column, Qt::AlignLeft);
        }
        m_layout->addWidget(label, 0, column, Qt::AlignRight);
        m_layout->addWidget(amount, 1, column, Qt::AlignRight);
    }
}

} // namespace frost
