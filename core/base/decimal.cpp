// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

constexpr int kMaxDigits = 28;   //!< significant digits accepted from outside
constexpr int kMaxDecimals = 10; //!< decimals accepted from outside
constexpr int kMaxExponent = 10'000;

//! Product of a scaled mantissa and a power of ten before a division: one size up from the mantissa.
using Wide = boost::multiprecision::checked_int512_t;

template<class Integer>
Integer powerOfTen(int exponent)
{
    constexpr int kTableSize = 19;
    static constexpr auto kTable = [] {
        std::array<std::int64_t, kTableSize> table{};
        std::int64_t power = 1;
        for (std::int64_t &entry : table) {
            entry = power;
            if (&entry != &table.back())
                power *= 10;
        }
        return table;
    }();
    if (exponent < kTableSize)
        return Integer(kTable[std::size_t(exponent)]);
    return Integer(kTable[kTableSize - 1]) * powerOfTen<Integer>(exponent - (kTableSize - 1));
}

//! Quotient rounded half away from zero. @param divisor not zero
template<class Integer>
Integer divideRounded(const Integer &dividend, const Integer &divisor)
{
    Integer quotient;
    Integer remainder;
    boost::multiprecision::divide_qr(dividend, divisor, quotient, remainder);
    if (abs(remainder) * 2 >= abs(divisor))
        quotient += (dividend < 0) == (divisor < 0) ? 1 : -1;
    return quotient;
}

//! The digits of a number as written, before they are judged: digits × 10^exponent.
struct Notation {
    std::string digits; //!< without leading zeros
    int exponent = 0;
    bool negative = false;
};

//! Reads a run of ASCII digits from `at` on; @return their count.
qsizetype readDigits(QStringView text, qsizetype &at, std::string &digits)
{
    const qsizetype start = at;
    for (; at < text.size() && text[at] >= u'0' && text[at] <= u'9'; ++at) {
        if (const char digit = char(text[at].unicode()); digit != '0' || !digits.empty())
            digits.push_back(digit);
    }
    return at - start;
}

//! Reads "e-12"; a huge exponent is cut, since its number is refused or zero anyway.
std::optional<int> readExponent(QStringView text, qsizetype &at)
{
    ++at;
    const bool negative = at < text.size() && text[at] == u'-';
    if (negative || (at < text.size() && text[at] == u'+'))
        ++at;
    if (at == text.size())
        return std::nullopt;
    int value = 0;
    for (; at < text.size(); ++at) {
        if (text[at] < u'0' || text[at] > u'9')
            return std::nullopt;
        value = std::min(value * 10 + (text[at].unicode() - u'0'), kMaxExponent);
    }
    return negative ? -value : value;
}

std::optional<Notation> readNotation(QStringView text)
{
    Notation notation;
    qsizetype at = 0;
    if (!text.isEmpty() && (text[0] == u'-' || text[0] == u'+')) {
        notation.negative = text[0] == u'-';
        ++at;
    }
    const qsizetype whole = readDigits(text, at, notation.digits);
    qsizetype decimals = 0;
    if (at < text.size() && text[at] == u'.') {
        ++at;
        decimals = readDigits(text, at, notation.digits);
        if (decimals == 0)
            return std::nullopt;
    }
    if (whole + decimals == 0)
        return std::nullopt;
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        const auto exponent = readExponent(text, at);
        if (!exponent)
            return std::nullopt;
        notation.exponent = *exponent;
    }
    if (at != text.size())
        return std::nullopt;
    notation.exponent -= int(decimals);
    return notation;
}

//! A value for messages: what a person typed is short, anything longer is cut.
QString shown(QStringView text)
{
    constexpr qsizetype kShown = 40;
    return text.size() <= kShown ? text.toString() : text.first(kShown).toString() + u'…';
}

} // namespace

Decimal::Decimal(qint64 whole) : m_mantissa(whole) { }

Result<Decimal> Decimal::parse(QStringView text)
{
    auto notation = readNotation(text);
    if (!notation)
        return fail(ErrorKind::Invalid, u"decimal.malformed"_s, {shown(text)});
    std::string &digits = notation->digits;
    while (!digits.empty() && digits.back() == '0') {
        digits.pop_back();
        ++notation->exponent;
    }
    if (digits.empty())
        return Decimal();
    const int zeros = std::max(notation->exponent, 0);
    if (digits.size() + std::size_t(zeros) > kMaxDigits || -notation->exponent > kMaxDecimals)
        return fail(ErrorKind::Invalid, u"decimal.tooLarge"_s, {shown(text)});
    digits.append(std::size_t(zeros), '0');

    constexpr std::size_t kDigitsOfInt64 = 18;
    Mantissa mantissa;
    if (digits.size() <= kDigitsOfInt64) {
        std::int64_t small = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), small);
        mantissa = small;
    } else {
        mantissa.assign(digits);
    }
    return Decimal(notation->negative ? Mantissa(-mantissa) : mantissa, std::max(-notation->exponent, 0));
}

Result<Decimal> Decimal::fromDouble(double value)
{
    std::array<char, 32> shortest{};
    const auto written = std::to_chars(shortest.data(), shortest.data() + shortest.size(), value);
    const QString text = QString::fromLatin1(shortest.data(), written.ptr - shortest.data());
    auto notation = readNotation(text);
    if (!notation || -notation->exponent <= kMaxDecimals)
        return parse(text);
    if (std::abs(value) < 1e-11)
        return Decimal();
    Decimal exact(Mantissa(notation->digits), -notation->exponent);
    exact = exact.rounded(kMaxDecimals);
    return notation->negative ? -exact : exact;
}

QString Decimal::toString(int minDecimals) const
{
    const bool negative = isNegative();
    std::string digits;
    if (m_mantissa >= std::numeric_limits<std::int64_t>::min()
        && m_mantissa <= std::numeric_limits<std::int64_t>::max()) {
        digits = std::to_string(m_mantissa.convert_to<std::int64_t>());
    } else {
        digits = m_mantissa.str();
    }
    if (negative)
        digits.erase(0, 1);
    const int written = std::max(m_scale, minDecimals);
    digits.append(std::size_t(written - m_scale), '0');
    if (digits.size() <= std::size_t(written))
        digits.insert(0, std::size_t(written) + 1 - digits.size(), '0');
    if (written > 0)
        digits.insert(digits.size() - std::size_t(written), 1, '.');
    if (negative)
        digits.insert(0, 1, '-');
    return QString::fromLatin1(digits.data(), qsizetype(digits.size()));
}

Decimal Decimal::rounded(int decimals) const
{
    if (m_scale <= decimals)
        return *this;
    Decimal result(divideRounded(m_mantissa, powerOfTen<Mantissa>(m_scale - decimals)), decimals);
    result.trim();
    return result;
}

QByteArray Decimal::sortKey() const
{
    // Sign, then the number of digits before the point (offset, so that it has three digits), then the digits. A
    // negative number has every digit complemented and ends in '~', so that the longer of two with the same start sorts
    // first.
    constexpr int kOffset = 500;
    if (isZero())
        return QByteArrayLiteral("1");
    const Mantissa magnitude = abs(m_mantissa);
    std::string digits = magnitude.str();
    const int exponent = int(digits.size()) - m_scale;
    digits.erase(digits.find_last_not_of('0') + 1);
    QByteArray key = QByteArray::number(kOffset + exponent) + QByteArray::fromStdString(digits);
    if (!isNegative())
        return '2' + key;
    for (char &digit : key)
        digit = char('0' + ('9' - digit));
    return '0' + key + '~';
}

int Decimal::decimals() const
{
    return m_scale;
}

Decimal Decimal::operator-() const
{
    return Decimal(-m_mantissa, m_scale);
}

Decimal operator+(const Decimal &a, const Decimal &b)
{
    Decimal::Mantissa left = a.m_mantissa;
    Decimal::Mantissa right = b.m_mantissa;
    Decimal::align(left, a.m_scale, right, b.m_scale);
    Decimal sum(left + right, std::max(a.m_scale, b.m_scale));
    sum.trim();
    return sum;
}

Decimal operator-(const Decimal &a, const Decimal &b)
{
    return a + -b;
}

Decimal operator*(const Decimal &a, const Decimal &b)
{
    Decimal product(a.m_mantissa * b.m_mantissa, a.m_scale + b.m_scale);
    product.trim();
    return product;
}

Decimal Decimal::dividedBy(const Decimal &divisor, int decimals) const
{
    const Wide dividend = Wide(m_mantissa) * powerOfTen<Wide>(divisor.m_scale + decimals);
    const Wide scaledDivisor = Wide(divisor.m_mantissa) * powerOfTen<Wide>(m_scale);
    Decimal quotient(Mantissa(divideRounded(dividend, scaledDivisor)), decimals);
    quotient.trim();
    return quotient;
}

bool operator==(const Decimal &a, const Decimal &b)
{
    return a.m_scale == b.m_scale && a.m_mantissa == b.m_mantissa;
}

std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    Decimal::Mantissa left = a.m_mantissa;
    Decimal::Mantissa right = b.m_mantissa;
    Decimal::align(left, a.m_scale, right, b.m_scale);
    return left.compare(right) <=> 0;
}

void Decimal::align(Mantissa &a, int scaleA, Mantissa &b, int scaleB)
{
    if (scaleA < scaleB)
        a *= powerOfTen<Mantissa>(scaleB - scaleA);
    else if (scaleB < scaleA)
        b *= powerOfTen<Mantissa>(scaleA - scaleB);
}

void Decimal::trim()
{
    if (m_mantissa == 0)
        m_scale = 0;
    const Mantissa ten = 10;
    Mantissa quotient;
    Mantissa remainder;
    while (m_scale > 0) {
        boost::multiprecision::divide_qr(m_mantissa, ten, quotient, remainder);
        if (remainder != 0)
            return;
        m_mantissa = quotient;
        --m_scale;
    }
}

} // namespace frost
