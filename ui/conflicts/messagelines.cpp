// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/messagelines.h"

#include "ui/conflicts/mergetext.h"

#include <QAccessible>
#include <QEvent>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace frost {

namespace {

//! The mark is a word for those who do not see it.
QString inWords(const MessageLine &line)
{
    return line.mark == Mark::Warning ? MergeText::tr("Warning: %1").arg(line.text) : MergeText::tr("Note: %1").arg(line.text);
}

} // namespace

MessageLines::MessageLines(QWidget *parent) : QListWidget(parent)
{
    setFrameShape(NoFrame);
    viewport()->setAutoFillBackground(false); // text of the page it is on
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setResizeMode(Adjust);
    setSelectionMode(NoSelection); // there is a current one to read, and nothing to do with it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QListWidget::currentRowChanged, this, &MessageLines::walked);
    name();
    hide();
}

void MessageLines::name()
{
    setAccessibleName(MergeText::tr("Messages about the result"));
}

void MessageLines::setLines(const QList<MessageLine> &lines)
{
    if (lines == m_lines)
        return;
    const auto before = std::exchange(m_lines, lines);
    rebuild();
    setVisible(!lines.isEmpty());
    for (qsizetype row = 0; row < lines.size(); ++row) {
        if (!before.contains(lines[row]))
            tell(int(row));
    }
}

void MessageLines::tell(int row)
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    alert.setChild(row);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT told(item(row)->data(Qt::AccessibleTextRole).toString());
}

// In place: whoever reads one is not thrown out.
void MessageLines::rebuild()
{
    while (count() > m_lines.size())
        delete takeItem(count() - 1);
    while (count() < m_lines.size())
        addItem(QString());
    for (int row = 0; row < count(); ++row) {
        item(row)->setIcon(markIcon(m_lines[row].mark));
        item(row)->setText(m_lines[row].text);
        item(row)->setData(Qt::AccessibleTextRole, inWords(m_lines[row]));
    }
    if (!currentItem()) // a view without a current cell has crashed screen readers (UX.md 1.2 M39)
        setCurrentRow(m_lines.isEmpty() ? -1 : 0);
    fit();
}

void MessageLines::initViewItemOption(QStyleOptionViewItem *option) const
{
    QListWidget::initViewItemOption(option);
    option->decorationAlignment = Qt::AlignLeft | Qt::AlignTop;
    option->displayAlignment = Qt::AlignLeft | Qt::AlignTop;
}

void MessageLines::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    Q_EMIT walked();
}

void MessageLines::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

//! As high as its lines, broken at the width at hand.
void MessageLines::fit()
{
    const int mark = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    setIconSize({mark, mark});
    doItemsLayout();
    setFixedHeight(std::max(0, contentsSize().height()));
}

void MessageLines::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) // marks are drawn in its ink
        rebuild();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
    else if (event->type() == QEvent::LanguageChange)
        name();
}

} // namespace frost
