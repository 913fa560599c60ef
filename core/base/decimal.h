// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <boost/multiprecision/cpp_int.hpp>

namespace frost {

//! An exact decimal number: money, prices, quantities, rates. Never a binary float. At most 28 significant digits and
//! 10 decimals are accepted from outside (enough for any currency; öre of the world's yearly product have 17 digits);
//! sums and products of such numbers are exact. A chain of products that outgrows 76 digits throws std::overflow_error:
//! an amount is never silently wrong.
class Decimal
{
public:
    Decimal() = default;
    explicit Decimal(qint64 whole);

    //! Plain notation with a point: "-1234.50", "+3", ".5", also "1e3" as JSON allows. No spaces, no grouping, never
    //! the user's locale. Errors: Invalid "decimal.malformed", "decimal.tooLarge" [text].
    [[nodiscard]] static Result<Decimal> parse(QStringView text);
    //! A binary float from a foreign JSON document, by its shortest decimal text, rounded to 10 decimals
    //! (33.333333333333336 is a third in binary, not seventeen digits of meaning). Errors as parse().
    [[nodiscard]] static Result<Decimal> fromDouble(double value);

    //! Shortest plain notation, at least `minDecimals` decimals: 12.5 → "12.5", with 2 → "12.50". Never "-0".
    [[nodiscard]] QString toString(int minDecimals = 0) const;
    //! Half away from zero, the commercial rule of Swedish invoices. @param decimals 0..10
    [[nodiscard]] Decimal rounded(int decimals) const;
    //! A text that sorts as the number does, for index keys.
    [[nodiscard]] QByteArray sortKey() const;
    //! Decimals needed to write it exactly, 0..20.
    [[nodiscard]] int decimals() const;

    [[nodiscard]] bool isZero() const { return m_mantissa == 0; }
    [[nodiscard]] bool isNegative() const { return m_mantissa < 0; }
    [[nodiscard]] Decimal operator-() const;

    friend Decimal operator+(const Decimal &a, const Decimal &b);
    friend Decimal operator-(const Decimal &a, const Decimal &b);
    friend Decimal operator*(const Decimal &a, const Decimal &b);
    Decimal &operator+=(const Decimal &other) { return *this = *this + other; }
    Decimal &operator-=(const Decimal &other) { return *this = *this - other; }
    //! Rounded half away from zero to `decimals`. @param divisor not zero
    [[nodiscard]] Decimal dividedBy(const Decimal &divisor, int decimals) const;

    friend bool operator==(const Decimal &a, const Decimal &b);
    friend std::strong_ordering operator<=>(const Decimal &a, const Decimal &b);

private:
    using Mantissa = boost::multiprecision::checked_int256_t;
    Decimal(Mantissa mantissa, int scale) : m_mantissa(std::move(mantissa)), m_scale(scale) { }
    static void align(Mantissa &a, int scaleA, Mantissa &b, int scaleB);
    void trim();

    Mantissa m_mantissa = 0;
    int m_scale = 0; //!< the number is m_mantissa / 10^m_scale; no trailing zeros are kept
};

} // namespace frost
