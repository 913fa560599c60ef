// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace frost {

//! The payment reference (OCR number) of a document number: the number followed by its Luhn digit, 1042 → "10421",
//! variable length without length digit (UX.md 2.3; Bankgirot, "OCR-referenskontroll", hard level). Empty where the
//! number is not 1 to 24 ASCII digits: provisional numbers ("1043*") and foreign ones ("C536379") have none.
[[nodiscard]] QString ocrReference(QStringView documentNumber);
//! True for 2 to 25 digits that end in their Luhn digit, the form Bankgirot accepts; spaces and hyphens may
//! stand between.
[[nodiscard]] bool isOcrReference(QStringView text);

} // namespace frost
