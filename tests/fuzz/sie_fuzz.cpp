// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/siefile.h"
#include "tests/fuzz/require.h"

using namespace frost;

// A SIE file of any program, or none.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto bytes = fuzz::bytesOf(data, size);
    const auto plan = SieFile::read(bytes);
    if (!plan)
        return 0;
    for (const auto &voucher : plan->vouchers) {
        Decimal sum;
        for (const auto &row : voucher.rows)
            sum += row.amount;
        fuzz::require(sum.isZero(), "a voucher that is taken balances");
    }
    return 0;
}
