// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace frost {

//! A way to write a date, independent of locale and time zone: yyyy, MM or M, dd or d, HH or H, mm, ss; everything else
//! stands for itself. QDateTime is not used: it would refuse 02:30 on the night the clocks go forward.
class DateFormat
{
public:
    //! nullopt: year, month or day is not in it exactly once, or a year of two digits.
    [[nodiscard]] static std::optional<DateFormat> from(const QString &format);
    //! "2011-12-09", or "2011-12-09T12:50:00" where the format has a time; nullopt: `text` is not so written, or no such
    //! day or time exists.
    [[nodiscard]] std::optional<QString> parse(QStringView text) const;

private:
    struct Part {
        QChar letter;     //!< null: literal
        qsizetype length; //!< letters in the format
        QChar literal;
    };
    QList<Part> m_parts;
    bool m_hasTime = false;
};

} // namespace frost
