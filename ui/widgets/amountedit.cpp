// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/amountedit.h"

#include "ui/entry/amountentry.h"
#include "ui/theme/palette.h"
#include "ui/wording/values.h"

#include <QKeyEvent>

namespace frost {

namespace {

//! With "1,500" nobody knows whether it is thousands or decimals; typed back it would be decimals.
QString editable(const Decimal &value, int minimumDecimals)
{
    const auto separator = QLocale().groupSeparator();
    const bool isMark = separator == u"." || separator == u",";
    auto text = wording::decimalText(value, minimumDecimals);
    return isMark ? text.remove(separator) : text;
}

} // namespace

AmountEdit::AmountEdit(QWidget *parent) : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QLineEdit::textEdited, this, &AmountEdit::edited);
    connect(this, &QLineEdit::textChanged, this, &AmountEdit::paintSign);
}

void AmountEdit::setValue(const std::optional<Decimal> &value)
{
    m_given = value;
    m_shown = value ? editable(*value, m_minimumDecimals) : QString();
    setText(m_shown);
}

void AmountEdit::setTyped(const QString &typed)
{
    setText(typed);
    finishEntry();
}

Result<std::optional<Decimal>> AmountEdit::value() const
{
    if (text().trimmed().isEmpty())
        return std::optional<Decimal>();
    if (m_given && text() == m_shown)
        return m_given;
    const auto amount = entry::parseAmount(text());
    FROST_TRY(amount);
    return std::optional(*amount);
}

void AmountEdit::finishEntry()
{
    if (const auto amount = value())
        setValue(*amount);
}

void AmountEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isPoint = event->text() == u"." || event->text() == u",";
    if (isPoint && (event->modifiers() & Qt::KeypadModifier) && !isReadOnly()) {
        insert(QLocale().decimalPoint());
        Q_EMIT textEdited(text());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void AmountEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        finishEntry();
    QLineEdit::focusOutEvent(event);
}

void AmountEdit::paintSign()
{
    const auto amount = value();
    const bool negative = amount && *amount && (*amount)->isNegative();
    QPalette colours;
    if (negative)
        colours.setColor(QPalette::Text, theme::negativeInk(colours));
    setPalette(colours);
}

} // namespace frost
