// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <QLineEdit>

#include <optional>

namespace frost {

//! An amount, a quantity or a rate, typed as UX.md 2.2 has it (ui/entry/amountentry.h); the keypad's point is the decimal
//! sign of the locale. Shown right, in the locale of the figures, negative ones also in red; thousands are apart only where
//! their sign is none that decimals have, too. What is no amount stays as it was typed.
class AmountEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit AmountEdit(QWidget *parent = nullptr);

    //! At least this many decimals are shown; 2 at first.
    void setMinimumDecimals(int decimals) { m_minimumDecimals = decimals; }
    void setValue(const std::optional<Decimal> &value);
    //! Exactly this text, as a draft has it.
    void setTyped(const QString &typed);
    //! What was given, while nobody edits it. Invalid "decimal.malformed", "decimal.tooLarge" where the text is no amount; nullopt: blank.
    [[nodiscard]] Result<std::optional<Decimal>> value() const;
    //! Shows what was typed as an amount, if it is one. Done by itself on leaving the field.
    void finishEntry();

Q_SIGNALS:
    void edited(); //!< the person changed the text

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void paintSign();

    int m_minimumDecimals = 2;
    std::optional<Decimal> m_given;
    QString m_shown; //!< the text of m_given
};

} // namespace frost
