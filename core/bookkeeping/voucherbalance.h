// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <QList>

namespace frost {

//! One row of a voucher; an absent side is zero.
struct VoucherRow {
    Decimal debit;
    Decimal credit;
};

//! Debit less credit: zero where the voucher balances, to the öre (double entry: bokföringslagen 1999:1078, 5 kap. with
//! BFNAR 2013:2; SIE 4 demands it of #VER).
[[nodiscard]] Decimal voucherDifference(const QList<VoucherRow> &rows);
//! True where exactly one side is given. A negative amount is a correction on its own side and allowed, as in SIE.
[[nodiscard]] bool hasOneSide(const VoucherRow &row);

} // namespace frost
