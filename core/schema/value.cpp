// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/value.h"

#include "core/base/clock.h"
#include "core/base/decimal.h"

#include <QDate>
#include <QVariant>

#include <cmath>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMaxTextBytes = 64 * 1024;
constexpr qsizetype kMaxBytesPerUnit = 3; //!< UTF-8 bytes of one UTF-16 unit, at most

bool isTooLong(const QString &text)
{
    return text.size() * kMaxBytesPerUnit > kMaxTextBytes
           && (text.size() > kMaxTextBytes || text.toUtf8().size() > kMaxTextBytes);
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble();
    constexpr double kExact = 9007199254740992.0; // 2^53
    if (std::abs(number) < kExact)
        return std::trunc(number) == number ? std::optional(qint64(number)) : std::nullopt;
    const QVariant variant = value.toVariant();
    return variant.typeId() == QMetaType::LongLong ? std::optional(variant.toLongLong()) : std::nullopt;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype digitsFrom(QStringView text, qsizetype at)
{
    const qsizetype start = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at - start;
}

//! Recognises Decimal::toString(minDecimals) by its look, so that nearly every number is accepted without computing.
bool isCanonicalDecimal(QStringView text, int minDecimals)
{
    constexpr qsizetype kSurelyFewDigits = 20;
    constexpr qsizetype kMaxDecimals = 10;
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    const qsizetype whole = digitsFrom(text, 0);
    if (whole == 0 || text.size() > kSurelyFewDigits || (whole > 1 && text[0] == u'0'))
        return false;
    const qsizetype decimals = whole < text.size() ? text.size() - whole - 1 : 0;
    if (decimals > 0 && (text[whole] != u'.' || digitsFrom(text, whole + 1) != decimals || decimals > kMaxDecimals))
        return false;
    if (decimals == 0 && whole != text.size())
        return false;
    if (decimals < minDecimals || (decimals > minDecimals && text.back() == u'0'))
        return false;
    const auto isNought = [](QChar c) { return c == u'0' || c == u'.'; };
    return !negative || !std::all_of(text.begin(), text.end(), isNought);
}

Canonical canonicalDecimal(const QJsonValue &value, int minDecimals)
{
    Result<Decimal> number;
    QString text;
    if (value.isString()) {
        text = value.toString();
        if (isCanonicalDecimal(text, minDecimals))
            return Canonical::same();
        const QStringView trimmed = QStringView(text).trimmed();
        if (trimmed.isEmpty())
            return Canonical::removed();
        number = Decimal::parse(trimmed);
    } else if (value.isDouble()) {
        const auto whole = wholeNumber(value);
        number = whole ? Result<Decimal>(Decimal(*whole)) : Decimal::fromDouble(value.toDouble());
    } else {
        return Canonical::refused(u"field.type"_s);
    }
    if (!number)
        return Canonical::refused(number.error().code);
    QString canonical = number->toString(minDecimals);
    return value.isString() && canonical == text ? Canonical::same() : Canonical::changed(std::move(canonical));
}

Canonical canonicalInteger(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString().trimmed();
        if (text.isEmpty())
            return Canonical::removed();
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? Canonical::changed(number) : Canonical::refused(u"integer.malformed"_s);
    }
    const auto whole = value.isDouble() ? wholeNumber(value) : std::nullopt;
    if (!whole)
        return Canonical::refused(u"field.type"_s);
    const QJsonValue canonical(*whole);
    return canonical == value ? Canonical::same() : Canonical::changed(canonical);
}

bool isDate(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-' || digitsFrom(text, 0) != 4 || digitsFrom(text, 5) != 2
        || digitsFrom(text, 8) != 2)
        return false;
    const auto number = [text](qsizetype at, qsizetype length) { return text.sliced(at, length).toInt(); };
    return QDate::isValid(number(0, 4), number(5, 2), number(8, 2));
}

//! Kinds whose canonical form is a text that `canonical` makes of a trimmed, not empty one; a null text is refused.
template<class Function>
Canonical canonicalByText(const QJsonValue &value, QStringView problem, Function canonical)
{
    if (!value.isString())
        return Canonical::refused(u"field.type"_s);
    const QString text = value.toString();
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Canonical::removed();
    const QString result = canonical(trimmed);
    if (result.isNull())
        return Canonical::refused(problem.toString());
    return result == text ? Canonical::same() : Canonical::changed(result);
}

Canonical canonicalTextValue(const Field &field, const QString &text, bool fromString)
{
    if (text.size() > kMaxTextBytes)
        return Canonical::refused(u"field.tooLong"_s);
    const QString canonical = canonicalText(text, field.longText);
    if (canonical.isEmpty())
        return Canonical::removed();
    if (isTooLong(canonical))
        return Canonical::refused(u"field.tooLong"_s);
    return fromString && canonical == text ? Canonical::same() : Canonical::changed(canonical);
}

} // namespace

QString referenceId(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const auto whole = value.isDouble() ? wholeNumber(value) : std::nullopt;
    return whole ? QString::number(*whole) : QString();
}

Canonical canonicalValue(const Field &field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return Canonical::removed();
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Choice:
        return value.isString() ? canonicalTextValue(field, value.toString(), true)
                                : Canonical::refused(u"field.type"_s);
    case FieldKind::Reference:
        if (const QString id = referenceId(value); !id.isNull())
            return canonicalTextValue(field, id, value.isString());
        return Canonical::refused(u"field.type"_s);
    case FieldKind::Integer: return canonicalInteger(value);
    case FieldKind::Decimal: return canonicalDecimal(value, 0);
    case FieldKind::Amount: return canonicalDecimal(value, kAmountDecimals);
    case FieldKind::Boolean: return value.isBool() ? Canonical::same() : Canonical::refused(u"field.type"_s);
    case FieldKind::Date:
        return canonicalByText(value, u"date.malformed",
                               [](const QString &text) { return isDate(text) ? text : QString(); });
    case FieldKind::Instant:
        return canonicalByText(value, u"instant.malformed", [](const QString &text) {
            const QDateTime instant = fromIso(text);
            return instant.isValid() ? toIso(instant) : QString();
        });
    case FieldKind::Rows: break;
    }
    return Canonical::refused(u"field.type"_s);
}

} // namespace frost
