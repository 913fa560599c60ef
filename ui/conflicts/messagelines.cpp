// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/messagelines.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace frost {

MessageLines::MessageLines(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
}

void MessageLines::setLines(const QList<MessageLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    rebuild();
    setVisible(!lines.isEmpty());
}

void MessageLines::rebuild()
{
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &line : std::as_const(m_lines))
        add(line);
}

void MessageLines::add(const MessageLine &line)
{
    auto *widget = new QWidget(this);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins({});
    auto *mark = new QLabel(widget);
    mark->setPixmap(markIcon(line.mark).pixmap(style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this)));
    auto *text = new QLabel(line.text, widget);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_layout->addWidget(widget);
    widget->show(); // now, not with the next turn of the event loop
}

void MessageLines::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) // marks are drawn in its ink
        rebuild();
}

} // namespace frost
