// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/swedishnumbers.h"

#include "core/bookkeeping/checkdigit.h"

namespace frost {
namespace {

constexpr qsizetype kShortForm = 10;
constexpr qsizetype kLongForm = 12;

int twoDigits(QStringView digits, qsizetype at)
{
    return (digits[at].unicode() - u'0') * 10 + (digits[at + 1].unicode() - u'0');
}

//! YYMMDD with a possible month and day; a co-ordination number adds 60 to the day.
bool startsWithBirthDate(QStringView digits)
{
    const int month = twoDigits(digits, 2);
    const int day = twoDigits(digits, 4) % 60;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool isGiro(QStringView text, qsizetype shortest, qsizetype longest)
{
    const QString digits = compactNumber(text);
    return digits.size() >= shortest && digits.size() <= longest && endsInLuhnDigit(digits);
}

} // namespace

QString compactNumber(QStringView text)
{
    QString compact;
    compact.reserve(text.size());
    for (const QChar c : text) {
        if (c != u'-' && !c.isSpace())
            compact.append(c.toUpper());
    }
    return compact;
}

QString organisationNumberDigits(QStringView text)
{
    QString compact = compactNumber(text);
    if (compact.size() == kLongForm && compact.startsWith(QStringView(u"16")) && isAllDigits(compact))
        compact.remove(0, 2);
    return compact;
}

bool isOrganisationNumber(QStringView text)
{
    const QString compact = organisationNumberDigits(text);
    QStringView digits = compact;
    if (!isAllDigits(digits))
        return false;
    const bool withCentury = digits.size() == kLongForm;
    if (withCentury) {
        const int century = twoDigits(digits, 0);
        if (century < 18 || century > 20)
            return false;
        digits = digits.sliced(2);
    }
    if (digits.size() != kShortForm || !endsInLuhnDigit(digits))
        return false;
    const bool legalPerson = digits[2] >= u'2';
    return legalPerson ? !withCentury : startsWithBirthDate(digits);
}

bool isSwedishVatNumber(QStringView text)
{
    const QString compact = compactNumber(text);
    constexpr qsizetype kLength = 14;
    return compact.size() == kLength && compact.startsWith(QStringView(u"SE")) && compact.endsWith(QStringView(u"01"))
           && isOrganisationNumber(QStringView(compact).sliced(2, kShortForm));
}

bool isBankgiro(QStringView text)
{
    return isGiro(text, 7, 8);
}

bool isPlusgiro(QStringView text)
{
    return isGiro(text, 2, 8);
}

} // namespace frost
