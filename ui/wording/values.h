// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/schema/schema.h"

#include <QLocale>

namespace frost::wording {

//! How figures and dates look, apart from the language (UX.md 3.3): the system's locale unless set in the settings.
//! 1234567.5 with two decimals in sv_SE: "1 234 567,50" with no-break spaces and U+2212 as minus. Exact: no floats.
[[nodiscard]] QString decimalText(const Decimal &value, int minimumDecimals, const QLocale &locale = QLocale());
//! A stored value as a list or a merge shows it; references as `referenceText` (already looked up) where given.
//! Missing is "".
[[nodiscard]] QString valueText(const Field &field, const QJsonValue &value, const QLocale &locale = QLocale());
//! For the clipboard: plain "-1234,50", digits without groups (UX.md 2.2).
[[nodiscard]] QString plainText(const Field &field, const QJsonValue &value, const QLocale &locale = QLocale());

} // namespace frost::wording
