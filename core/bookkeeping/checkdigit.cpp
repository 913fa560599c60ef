// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/checkdigit.h"

#include <algorithm>

namespace frost {

char16_t luhnDigit(QStringView digits)
{
    int sum = 0;
    int weight = 2; // of the last digit, which will stand beside the check digit
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        const int product = (digits[i].unicode() - u'0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return char16_t(u'0' + (10 - sum % 10) % 10);
}

bool endsInLuhnDigit(QStringView digits)
{
    return digits.size() >= 2 && isAllDigits(digits) && digits.back() == luhnDigit(digits.chopped(1));
}

bool isAllDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace frost
