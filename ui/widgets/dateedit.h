// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QLineEdit>

#include <functional>
#include <optional>

namespace frost {

//! A date, typed as UX.md 2.2 has it (ui/entry/dateentry.h). Up and Down go a day on and back, Page Up and Page Down a
//! month. Once left, it shows the date as 2026-11-20 and says the weekday and the date in full beside it.
class DateEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit DateEdit(QWidget *parent = nullptr);

    //! Where short forms count from; the computer's day unless set.
    void setToday(std::function<QDate()> today) { m_today = std::move(today); }
    void setDate(const std::optional<QDate> &date);
    //! Exactly this text, as a draft has it.
    void setTyped(const QString &typed);
    //! Invalid "date.malformed" where the text is no date; nullopt: blank.
    [[nodiscard]] Result<std::optional<QDate>> date() const;
    //! Shows what was typed as a date, if it is one. Done by itself on leaving the field.
    void finishEntry();
    //! "Friday 20 November 2026"; empty while typing and where there is no date.
    [[nodiscard]] QString echo() const;

Q_SIGNALS:
    void edited(); //!< the person changed the date

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void step(int days, int months);
    void sayDate();

    std::function<QDate()> m_today;
};

} // namespace frost
