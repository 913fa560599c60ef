// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/ocr.h"

#include "core/bookkeeping/checkdigit.h"
#include "core/bookkeeping/swedishnumbers.h"

namespace frost {
namespace {
constexpr qsizetype kMaxLength = 25;
}

QString ocrReference(QStringView documentNumber)
{
    if (documentNumber.size() >= kMaxLength || !isAllDigits(documentNumber))
        return {};
    return documentNumber.toString() + QChar(luhnDigit(documentNumber));
}

bool isOcrReference(QStringView text)
{
    const auto digits = compactNumber(text);
    return digits.size() <= kMaxLength && endsInLuhnDigit(digits);
}

} // namespace frost
