// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dateedit.h"

#include "ui/entry/dateentry.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>

namespace frost {

using namespace Qt::StringLiterals;

DateEdit::DateEdit(QWidget *parent) : QLineEdit(parent), m_today(&QDate::currentDate)
{
    connect(this, &QLineEdit::textEdited, this, &DateEdit::edited);
}

void DateEdit::setDate(const std::optional<QDate> &date)
{
    setText(date ? date->toString(Qt::ISODate) : QString());
    sayDate();
}

void DateEdit::setTyped(const QString &typed)
{
    setText(typed);
    finishEntry();
}

Result<std::optional<QDate>> DateEdit::date() const
{
    if (text().trimmed().isEmpty())
        return std::optional<QDate>();
    const auto date = entry::parseDate(text(), m_today());
    FROST_TRY(date);
    return std::optional(*date);
}

void DateEdit::finishEntry()
{
    if (const auto known = date())
        setDate(*known);
}

QString DateEdit::echo() const
{
    const auto shown = QDate::fromString(text(), Qt::ISODate);
    if (hasFocus() || !shown.isValid())
        return {};
    //: A date in full, as people say it: weekday, day, month, year.
    return QLocale().toString(shown, tr("dddd d MMMM yyyy", "date format"));
}

void DateEdit::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly() || event->modifiers() & ~Qt::KeypadModifier) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up: step(1, 0); break;
    case Qt::Key_Down: step(-1, 0); break;
    case Qt::Key_PageUp: step(0, 1); break;
    case Qt::Key_PageDown: step(0, -1); break;
    default: QLineEdit::keyPressEvent(event);
    }
}

void DateEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        finishEntry();
}

//! The weekday stands right of the date, in the ink of a placeholder, as far as there is room for it.
void DateEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    auto said = echo();
    if (said.isEmpty())
        return;
    QStyleOptionFrame option;
    initStyleOption(&option);
    const auto metrics = fontMetrics();
    auto place = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const int gap = metrics.horizontalAdvance(u"00"_s);
    place.adjust(metrics.horizontalAdvance(text()) + 2 * gap, 0, -gap, 0);
    if (metrics.horizontalAdvance(said) > place.width())
        said = QLocale().dayName(QDate::fromString(text(), Qt::ISODate).dayOfWeek(), QLocale::ShortFormat);
    if (metrics.horizontalAdvance(said) > place.width())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(place, int(Qt::AlignRight | Qt::AlignVCenter), said);
}

//! A day or a month on from what is shown; from today where that is no date.
void DateEdit::step(int days, int months)
{
    const auto known = date();
    const bool isDate = known && *known;
    setDate(isDate ? (**known).addDays(days).addMonths(months) : m_today());
    selectAll();
    Q_EMIT edited();
}

void DateEdit::sayDate()
{
    const auto said = echo();
    setToolTip(said);
    setAccessibleDescription(said);
}

} // namespace frost
