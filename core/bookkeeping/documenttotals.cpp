// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/documenttotals.h"

namespace frost {
namespace {

using namespace Qt::StringLiterals;

constexpr int kAmountDecimals = 2;
//! Ten thousand rows of this size and their VAT still fit the digits a Decimal is accepted with.
const Decimal &largestRow()
{
    static const Decimal largest(1'000'000'000'000'000'000);
    return largest;
}
//! Far above every tax and surcharge, low enough that products stay exact.
const Decimal &largestPercent()
{
    static const Decimal largest(1000);
    return largest;
}
const Decimal &hundred()
{
    static const Decimal value(100);
    return value;
}
const Decimal &hundredth()
{
    static const Decimal value = Decimal(1).dividedBy(hundred(), kAmountDecimals);
    return value;
}

bool isWithin(const Decimal &value, const Decimal &bound)
{
    return value <= bound && -value <= bound;
}

} // namespace

Result<Decimal> rowTotal(const DocumentRow &row)
{
    Decimal total = row.quantity * row.price;
    if (!row.discount.isZero()) {
        if (row.discountKind == DiscountKind::Amount) {
            total -= row.discount;
        } else if (isWithin(row.discount, largestPercent())) {
            total = total * (hundred() - row.discount) * hundredth();
        } else {
            return fail(ErrorKind::Invalid, u"percent.outOfRange"_s);
        }
    }
    if (!isWithin(total, largestRow()))
        return fail(ErrorKind::Invalid, u"amount.tooLarge"_s);
    return total.rounded(kAmountDecimals);
}

Result<> DocumentAdder::add(const Decimal &total, const Decimal &vatRate)
{
    for (SumOfRate &known : m_sums) {
        if (known.rate == vatRate) {
            known.sum += total;
            return {};
        }
    }
    if (vatRate.isNegative() || vatRate > largestPercent())
        return fail(ErrorKind::Invalid, u"percent.outOfRange"_s);
    m_sums.append({vatRate, total});
    return {};
}

DocumentTotals DocumentAdder::totals(const std::optional<Decimal> &roundingUnit) const
{
    DocumentTotals totals;
    for (const SumOfRate &group : m_sums) {
        const Decimal rateTimesSum = group.sum * group.rate;
        const Decimal vat = m_prices == PriceKind::WithVat
                                ? rateTimesSum.dividedBy(hundred() + group.rate, kAmountDecimals)
                                : (rateTimesSum * hundredth()).rounded(kAmountDecimals);
        const Decimal net = m_prices == PriceKind::WithVat ? group.sum - vat : group.sum;
        totals.vat.append({group.rate, net, vat});
        totals.net += net;
        totals.vatTotal += vat;
    }
    const Decimal exact = totals.net + totals.vatTotal;
    totals.total = roundingUnit ? exact.dividedBy(*roundingUnit, 0) * *roundingUnit : exact;
    totals.roundOff = totals.total - exact;
    return totals;
}

} // namespace frost
