// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/messagelines.h"

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
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &line : lines)
        add(line);
    setVisible(!lines.isEmpty());
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
}

} // namespace frost
