// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/voucherbalance.h"

namespace frost {

Decimal voucherDifference(const QList<VoucherRow> &rows)
{
    Decimal difference;
    for (const VoucherRow &row : rows)
        difference += row.debit - row.credit;
    return difference;
}

bool hasOneSide(const VoucherRow &row)
{
    return row.debit.isZero() != row.credit.isZero();
}

} // namespace frost
