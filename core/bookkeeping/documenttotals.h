// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <QList>

#include <optional>

namespace frost {

enum class DiscountKind { Percent, Amount };
enum class PriceKind { WithoutVat, WithVat };

//! One row of an invoice or order. A credited row has a negative quantity and, if its discount is an amount, a negative
//! discount.
struct DocumentRow {
    Decimal quantity;
    Decimal price;
    Decimal discount;
    DiscountKind discountKind = DiscountKind::Percent;
    Decimal vatRate; //!< percent
};

struct VatOfRate {
    Decimal rate;
    Decimal net;
    Decimal vat;
};

struct DocumentTotals {
    QList<VatOfRate> vat; //!< one a rate, in order of first use
    Decimal net;
    Decimal vatTotal;
    Decimal roundOff;
    Decimal total; //!< net + vatTotal + roundOff, to pay
};

//! Quantity × price less the discount, rounded to hundredths half away from zero; with VAT where prices are.
//! Errors: Invalid "amount.tooLarge", "percent.outOfRange": figures no document has, whose products could not be kept
//! exactly.
[[nodiscard]] Result<Decimal> rowTotal(const DocumentRow &row);

//! Adds rows up one by one; totals() may be asked at any time.
//! VAT is computed per rate on the sum of that rate's rows (UX.md 2.3; an invoice states it so: mervärdesskattelagen
//! 2023:200, 17 kap. 24 §), out of prices with VAT as sum × rate / (100 + rate) (Skatteverket, "räkna baklänges").
//! The total is rounded to `roundingUnit` as a line of its own, half away from zero: to whole kronor by lag (1970:1029)
//! om avrundning av vissa öresbelopp, 2 §.
class DocumentAdder
{
public:
    explicit DocumentAdder(PriceKind prices) : m_prices(prices) { }
    //! @param total as rowTotal() gave it. Errors: Invalid "percent.outOfRange" (VAT rate below 0 or above 1000).
    [[nodiscard]] Result<> add(const Decimal &total, const Decimal &vatRate);
    //! @param roundingUnit 1 for whole kronor; nullopt: the total is left as it is
    [[nodiscard]] DocumentTotals totals(const std::optional<Decimal> &roundingUnit) const;

private:
    struct SumOfRate {
        Decimal rate;
        Decimal sum;
    };
    PriceKind m_prices;
    QList<SumOfRate> m_sums;
};

} // namespace frost
