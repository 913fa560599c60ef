// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dateformat.h"

#include <QDate>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

//! At least `atLeast` and at most `atMost` digits from `position`, which moves behind them; -1: not so.
int number(QStringView text, qsizetype &position, qsizetype atLeast, qsizetype atMost)
{
    const qsizetype start = position;
    int value = 0;
    while (position < text.size() && position - start < atMost && isDigit(text[position]))
        value = value * 10 + text[position++].digitValue();
    return position - start < atLeast ? -1 : value;
}
} // namespace

std::optional<DateFormat> DateFormat::from(const QString &format)
{
    constexpr QStringView letters = u"yMdHms";
    DateFormat result;
    QString seen;
    for (qsizetype i = 0; i < format.size();) {
        const QChar letter = format.at(i);
        if (!letters.contains(letter)) {
            result.m_parts.append({QChar(), 1, letter});
            ++i;
            continue;
        }
        qsizetype length = 1;
        while (i + length < format.size() && format.at(i + length) == letter)
            ++length;
        if (length > (letter == u'y' ? 4 : 2) || (letter == u'y' && length != 4) || seen.contains(letter))
            return std::nullopt;
        seen.append(letter);
        result.m_parts.append({letter, length, QChar()});
        i += length;
    }
    if (!seen.contains(u'y') || !seen.contains(u'M') || !seen.contains(u'd'))
        return std::nullopt;
    result.m_hasTime = seen.contains(u'H');
    return result;
}

std::optional<QString> DateFormat::parse(QStringView text) const
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    qsizetype position = 0;
    for (const auto &part : m_parts) {
        if (part.letter.isNull()) {
            if (position >= text.size() || text[position++] != part.literal)
                return std::nullopt;
            continue;
        }
        const int value = number(text, position, part.length, std::max<qsizetype>(part.length, 2));
        if (value < 0)
            return std::nullopt;
        switch (part.letter.unicode()) {
        case u'y': year = value; break;
        case u'M': month = value; break;
        case u'd': day = value; break;
        case u'H': hour = value; break;
        case u'm': minute = value; break;
        default: second = value; break;
        }
    }
    if (position != text.size() || !QDate::isValid(year, month, day) || !QTime::isValid(hour, minute, second))
        return std::nullopt;
    const auto two = [](int value) { return QString::number(value).rightJustified(2, u'0'); };
    QString date = QString::number(year).rightJustified(4, u'0') + u'-' + two(month) + u'-' + two(day);
    if (m_hasTime)
        date += u'T' + two(hour) + u':' + two(minute) + u':' + two(second);
    return date;
}

} // namespace frost
