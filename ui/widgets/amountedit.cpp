// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/amountedit.h"

#include "ui/entry/amountentry.h"
#include "ui/theme/palette.h"
#include "ui/wording/values.h"

#include <QKeyEvent>

namespace frost {

AmountEdit::AmountEdit(QWidget *parent) : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QLineEdit::textEdited, this, &AmountEdit::edited);
    connect(this, &QLineEdit::textChanged, this, &AmountEdit::paintSign);
}

void AmountEdit::setValue(const std::optional<Decimal> &value)
{
    setText(value ? wording::decimalText(*value, m_minimumDecimals) : QString());
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
