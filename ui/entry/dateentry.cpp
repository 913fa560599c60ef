// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/dateentry.h"

#include <QRegularExpression>

#include <algorithm>

namespace frost::entry {

using namespace Qt::StringLiterals;

namespace {

constexpr int kYearsAhead = 19;
constexpr int kFurthestDays = 36525; //!< a hundred years: more is a slip of the finger

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

//! The year that ends in these two digits and is at most 19 years ahead, hence at most 80 back.
int fullYear(int twoDigits, const QDate &today)
{
    const int latest = today.year() + kYearsAhead;
    return latest - (latest - twoDigits) % 100;
}

int yearOf(QStringView digits, const QDate &today)
{
    return digits.size() == 2 ? fullYear(digits.toInt(), today) : digits.toInt();
}

QDate fromDigits(QStringView digits, const QDate &today)
{
    const auto number = [digits](qsizetype at, qsizetype length) { return digits.sliced(at, length).toInt(); };
    switch (digits.size()) {
    case 1:
    case 2: return {today.year(), today.month(), digits.toInt()};
    case 4: return {today.year(), number(0, 2), number(2, 2)};
    case 6: return {fullYear(number(0, 2), today), number(2, 2), number(4, 2)};
    case 8: return {number(0, 4), number(4, 2), number(6, 2)};
    default: return {};
    }
}

QDate fromWord(QStringView text, const QDate &today)
{
    if (text == u"m")
        return {today.year(), today.month(), 1};
    if (text == u"M")
        return {today.year(), today.month(), today.daysInMonth()};
    if (text.compare(u"i", Qt::CaseInsensitive) == 0 || text.compare(u"d", Qt::CaseInsensitive) == 0)
        return today;
    return {};
}

QDate fromOffset(QStringView text, const QDate &today)
{
    const auto digits = text.sliced(1);
    if (!isDigits(digits) || digits.size() > 5 || digits.toInt() > kFurthestDays)
        return {};
    return today.addDays(text[0] == u'+' ? digits.toInt() : -digits.toInt());
}

//! Parts between separators: a year in front means year, month, day; "/" and "." mean day, month; "-" month, day.
QDate fromParts(QStringView text, const QDate &today)
{
    static const QRegularExpression yearFirst(u"^(\\d{4}|\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})$"_s);
    static const QRegularExpression dayFirst(u"^(\\d{1,2})[/.](\\d{1,2})(?:[-/. ](\\d{4}|\\d{2}))?$"_s);
    static const QRegularExpression monthFirst(u"^(\\d{1,2})-(\\d{1,2})$"_s);
    const auto number = [](const QRegularExpressionMatch &match, int part) { return match.capturedView(part).toInt(); };
    const auto year = [&](const QRegularExpressionMatch &match, int part) {
        const auto digits = match.capturedView(part);
        return digits.isEmpty() ? today.year() : yearOf(digits, today);
    };
    const auto whole = text.toString();
    // 26-11-20 and 2026/11/20, but not 20/11/26: with a slash or a point only four digits are surely a year.
    if (const auto match = yearFirst.match(whole);
        match.hasMatch() && (match.capturedView(1).size() == 4 || match.capturedView(2) == u"-"))
        return {year(match, 1), number(match, 3), number(match, 4)};
    if (const auto match = dayFirst.match(whole); match.hasMatch())
        return {year(match, 3), number(match, 2), number(match, 1)};
    if (const auto match = monthFirst.match(whole); match.hasMatch())
        return {today.year(), number(match, 1), number(match, 2)};
    return {};
}

QDate dateOf(QStringView text, const QDate &today)
{
    if (isDigits(text))
        return fromDigits(text, today);
    if (text.startsWith(u'+') || text.startsWith(u'-') || text.startsWith(u'\u2212'))
        return fromOffset(text, today);
    if (const QDate word = fromWord(text, today); word.isValid())
        return word;
    return fromParts(text, today);
}

} // namespace

Result<QDate> parseDate(QStringView text, const QDate &today)
{
    const auto trimmed = text.trimmed();
    const QDate date = trimmed.isEmpty() ? QDate() : dateOf(trimmed, today);
    if (!date.isValid() || date.year() < 1000 || date.year() > 9999)
        return fail(ErrorKind::Invalid, u"date.malformed"_s, {text.toString()});
    return date;
}

} // namespace frost::entry
