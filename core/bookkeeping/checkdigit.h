// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace frost {

//! The Luhn check digit ("10-modulen") of a text of ASCII digits: ISO/IEC 7812-1 annex B. Bankgirot, Plusgirot and
//! Skatteverket use it alike.
//! @param digits only '0'..'9', one or more
[[nodiscard]] char16_t luhnDigit(QStringView digits);
//! True where the last of at least two digits is the Luhn digit of those before it.
[[nodiscard]] bool endsInLuhnDigit(QStringView digits);
//! True for one or more ASCII digits and nothing else.
[[nodiscard]] bool isAllDigits(QStringView text);

} // namespace frost
