// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

namespace frost::entry {

//! An amount as people type it (UX.md 2.2), in any locale: decimal comma or point, thousands apart by spaces, no-break
//! spaces or the other of the two signs, "-" or "−", and sums such as 12*950, 100+25%, (3+4)*2, 1000/3. A percentage is
//! of the number before it: 100+25% is 125, 200*10% is 20. Exact; results with more than 10 decimals (quotients, long
//! products) are rounded half away from zero to 10.
//! One point or comma alone is the decimal sign: 1,234 is less than two. Several alike are thousands: 1.234.567.
//! Errors: Invalid "decimal.malformed" [text], also for blank text and division by zero; "decimal.tooLarge" [text].
[[nodiscard]] Result<Decimal> parseAmount(QStringView text);

} // namespace frost::entry
