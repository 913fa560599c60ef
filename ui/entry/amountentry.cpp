// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/amountentry.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace frost::entry {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDecimals = 10;
constexpr int kMaxDepth = 20; //!< of brackets
constexpr QChar kSpace = u' ';

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isMark(QChar c)
{
    return c == u'.' || c == u',';
}

//! True where `groups` after the first are of three digits, as thousands are written.
bool areThousands(const QStringList &groups)
{
    if (groups.first().isEmpty() || groups.first().size() > 3)
        return false;
    return std::all_of(groups.begin() + 1, groups.end(), [](const QString &group) { return group.size() == 3; });
}

//! The digits of a whole number that may have thousands apart by `mark` or spaces; nullopt where the groups make no
//! sense: "100 25" is a slip, not ten thousand.
std::optional<QString> withoutThousands(const QString &whole, QChar mark)
{
    const auto groups = whole.split(whole.contains(kSpace) ? kSpace : mark);
    if (groups.size() > 1 && !areThousands(groups))
        return std::nullopt;
    return groups.join(QString());
}

//! "1.234.567,5" or "1,5" as "1234567.5".
std::optional<QString> plainNumber(const QString &text)
{
    const qsizetype point = text.lastIndexOf(u'.');
    const qsizetype comma = text.lastIndexOf(u',');
    const qsizetype last = std::max(point, comma);
    if (last < 0)
        return withoutThousands(text, kSpace);
    const QChar mark = text[last];
    const QChar other = mark == u'.' ? u',' : u'.';
    if (text.count(mark) > 1)
        return text.contains(other) ? std::nullopt : withoutThousands(text, mark);
    const auto whole = withoutThousands(text.first(last), other);
    if (!whole)
        return std::nullopt;
    const auto decimals = text.sliced(last + 1);
    return decimals.isEmpty() ? *whole : *whole + u'.' + decimals;
}

//! A number, and whether a percent sign follows: 25% is 0.25, or a quarter of what it is added to.
struct Operand {
    Decimal value;
    bool isPercent = false;
};

//! Reads an expression from left to right; recursive descent over  sum = product {(+|-) product},
//! product = factor {(*|/) factor}, factor = [-|+] (number | "(" sum ")") ["%"].
class Expression
{
public:
    explicit Expression(QString text) : m_text(std::move(text)) { }

    Result<Decimal> value()
    {
        const auto result = sum();
        FROST_TRY(result);
        if (m_at != m_text.size())
            return malformed();
        return result;
    }

private:
    [[nodiscard]] tl::unexpected<Error> malformed() const
    {
        return fail(ErrorKind::Invalid, u"decimal.malformed"_s, {m_text});
    }
    //! What goes on stays inside what core accepts from outside, so that no chain of products outgrows Decimal.
    [[nodiscard]] static Result<Decimal> bounded(const Decimal &value)
    {
        return Decimal::parse(value.rounded(kMaxDecimals).toString());
    }
    [[nodiscard]] QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool take(QChar c)
    {
        if (next() != c)
            return false;
        ++m_at;
        return true;
    }

    Result<Decimal> sum();
    Result<Operand> product();
    Result<Operand> factor();
    Result<Decimal> number();

    QString m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

Result<Decimal> Expression::sum()
{
    static const Decimal hundred(100);
    const auto first = product();
    FROST_TRY(first);
    Decimal total = first->isPercent ? first->value.dividedBy(hundred, kMaxDecimals) : first->value;
    while (next() == u'+' || next() == u'-') {
        const bool minus = m_text[m_at++] == u'-';
        const auto term = product();
        FROST_TRY(term);
        const Decimal value = term->isPercent ? (total * term->value).dividedBy(hundred, kMaxDecimals) : term->value;
        const auto result = bounded(minus ? total - value : total + value);
        FROST_TRY(result);
        total = *result;
    }
    return total;
}

Result<Operand> Expression::product()
{
    static const Decimal hundred(100);
    auto result = factor();
    FROST_TRY(result);
    while (next() == u'*' || next() == u'/') {
        const bool divides = m_text[m_at++] == u'/';
        const auto right = factor();
        FROST_TRY(right);
        const auto fraction = [](const Operand &operand) {
            return operand.isPercent ? operand.value.dividedBy(hundred, kMaxDecimals) : operand.value;
        };
        const Decimal by = fraction(*right);
        if (divides && by.isZero())
            return malformed();
        const Decimal left = fraction(*result);
        const auto value = bounded(divides ? left.dividedBy(by, kMaxDecimals) : left * by);
        FROST_TRY(value);
        result = Operand{*value, false};
    }
    return result;
}

Result<Operand> Expression::factor()
{
    const bool negative = take(u'-');
    if (!negative)
        take(u'+');
    Decimal value;
    if (take(u'(')) {
        if (++m_depth > kMaxDepth)
            return malformed();
        const auto inner = sum();
        FROST_TRY(inner);
        if (!take(u')'))
            return malformed();
        --m_depth;
        value = *inner;
    } else {
        const auto plain = number();
        FROST_TRY(plain);
        value = *plain;
    }
    return Operand{negative ? -value : value, take(u'%')};
}

Result<Decimal> Expression::number()
{
    const qsizetype start = m_at;
    while (isDigit(next()) || isMark(next()) || next() == kSpace)
        ++m_at;
    const auto plain = plainNumber(m_text.sliced(start, m_at - start));
    const auto isDigitOrMark = [](QChar c) { return isDigit(c) || isMark(c); };
    if (!plain || !std::any_of(plain->begin(), plain->end(), isDigit)
        || !std::all_of(plain->begin(), plain->end(), isDigitOrMark))
        return malformed();
    return Decimal::parse(*plain);
}

//! One spelling of each sign; of spaces only one between two digits is left.
QString withPlainSigns(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSpace()) {
            if (!plain.isEmpty() && isDigit(plain.back()) && i + 1 < text.size() && isDigit(text[i + 1]))
                plain += kSpace;
        } else if (c == u'\u2212' || c == u'\u2013')
            plain += u'-';
        else if (c == u'\u00D7')
            plain += u'*';
        else if (c == u'\u00F7')
            plain += u'/';
        else
            plain += c;
    }
    return plain;
}

} // namespace

Result<Decimal> parseAmount(QStringView text)
{
    constexpr qsizetype kLongest = 200;
    if (text.size() > kLongest)
        return fail(ErrorKind::Invalid, u"decimal.tooLarge"_s, {text.toString()});
    return Expression(withPlainSigns(text)).value();
}

} // namespace frost::entry
