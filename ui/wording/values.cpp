// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/values.h"

#include "core/base/clock.h"
#include "ui/wording/labels.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QDateTime>

namespace frost::wording {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("Values", source);
}

//! Thousands apart, as the locale does it; `digits` are all digits.
QString grouped(const QString &digits, const QString &separator)
{
    QString text;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += separator;
        text += digits[i];
    }
    return text;
}

//! From the exact notation "-1234.5" to a locale's; never through a float.
QString localized(const QString &exact, const QLocale &locale, const QString &separator, const QString &minus)
{
    const bool negative = exact.startsWith(u'-');
    const auto whole = exact.section(u'.', 0, 0).mid(negative ? 1 : 0);
    const auto fraction = exact.section(u'.', 1);
    auto text = grouped(whole, separator);
    if (!fraction.isEmpty())
        text += locale.decimalPoint() + fraction;
    return negative ? minus + text : text;
}

std::optional<Decimal> decimalOf(const QJsonValue &value)
{
    const auto decimal = Decimal::parse(value.toString());
    return decimal ? std::optional(*decimal) : std::nullopt;
}

} // namespace

QString decimalText(const Decimal &value, int minimumDecimals, const QLocale &locale)
{
    return localized(value.toString(minimumDecimals), locale, locale.groupSeparator(), locale.negativeSign());
}

QString valueText(const Field &field, const QJsonValue &value, const QLocale &locale)
{
    if (value.isUndefined() || value.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Decimal:
    case FieldKind::Amount: {
        const auto decimal = decimalOf(value);
        return decimal ? decimalText(*decimal, field.decimals, locale) : value.toString();
    }
    case FieldKind::Integer: return QString::number(value.toInteger());
    case FieldKind::Boolean: return value.toBool() ? translated(QT_TRANSLATE_NOOP("Values", "Yes")) : QString();
    case FieldKind::Instant: return locale.toString(fromIso(value.toString()).toLocalTime(), QLocale::ShortFormat);
    case FieldKind::Choice: return choiceLabel(value.toString());
    case FieldKind::Rows:
        return QCoreApplication::translate("Values", "%n row(s)", nullptr, int(value.toArray().size()));
    case FieldKind::Date: // ISO, as Swedish figures have it and as nobody misreads it
    case FieldKind::Text:
    case FieldKind::Reference: return value.toString();
    }
    return {};
}

QString plainText(const Field &field, const QJsonValue &value, const QLocale &locale)
{
    if (field.kind != FieldKind::Decimal && field.kind != FieldKind::Amount)
        return valueText(field, value, locale);
    const auto decimal = decimalOf(value);
    return decimal ? localized(decimal->toString(field.decimals), locale, {}, u"-"_s) : value.toString();
}

} // namespace frost::wording
