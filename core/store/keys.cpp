// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys.h"

#include "core/base/decimal.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
//! The length of a run of digits in digits, so that a longer run always sorts after a shorter one: 8 is "8", 9 is "91".
QByteArray runLength(qsizetype length)
{
    constexpr qsizetype kStep = 8;
    const qsizetype nines = (length - 1) / kStep;
    return QByteArray(nines, '9') + char('0' + length - nines * kStep);
}

QByteArray withRunLengths(const QByteArray &text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    QByteArray key;
    key.reserve(text.size() + 8);
    for (auto at = text.begin(); at != text.end();) {
        const auto end = isDigit(*at) ? std::find_if_not(at, text.end(), isDigit) : std::find_if(at, text.end(), isDigit);
        if (isDigit(*at))
            key += runLength(end - at);
        key.append(&*at, end - at);
        at = end;
    }
    return key;
}

QByteArray foldedText(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_C).toCaseFolded();
    // Unicode has ä before å, the Swedish alphabet å before ä. Swapped, the bytes sort as people expect.
    for (QChar &c : folded) {
        if (c == u'å')
            c = u'ä';
        else if (c == u'ä')
            c = u'å';
    }
    return withRunLengths(folded.toUtf8());
}

std::optional<QVariant> decimalKey(const QJsonValue &value)
{
    if (!value.isString() && !value.isDouble())
        return {};
    const auto decimal = value.isString() ? Decimal::parse(value.toString()) : Decimal::fromDouble(value.toDouble());
    if (!decimal)
        return {};
    return QVariant(decimal->sortKey());
}

std::optional<QVariant> integerKey(const QJsonValue &value)
{
    const bool isWhole = value.isDouble() && value.toInteger(0) == value.toInteger(1);
    return isWhole ? std::optional(QVariant(value.toInteger())) : std::nullopt;
}
} // namespace

bool isTextKey(FieldKind kind)
{
    return kind != FieldKind::Integer && kind != FieldKind::Boolean;
}

std::optional<QVariant> encodeKey(FieldKind kind, const QJsonValue &value)
{
    switch (kind) {
    case FieldKind::Text:
        return value.isString() ? std::optional(QVariant(foldedText(value.toString()))) : std::nullopt;
    case FieldKind::Date:
    case FieldKind::Instant:
    case FieldKind::Choice:
    case FieldKind::Reference:
        return value.isString() ? std::optional(QVariant(value.toString().toUtf8())) : std::nullopt;
    case FieldKind::Decimal:
    case FieldKind::Amount: return decimalKey(value);
    case FieldKind::Integer: return integerKey(value);
    case FieldKind::Boolean: return value.isBool() ? std::optional(QVariant(qint64(value.toBool()))) : std::nullopt;
    case FieldKind::Rows: return {};
    }
    return {};
}

const Field *fieldAt(const EntitySchema &schema, const QString &path)
{
    const QStringList steps = path.split(u'.');
    const Field *field = schema.field(steps.first());
    for (const QString &step : steps.sliced(1)) {
        if (!field)
            return nullptr;
        const auto &inner = field->fields;
        const auto found = std::find_if(inner.begin(), inner.end(), [&](const Field &f) { return f.name == step; });
        field = found == inner.end() ? nullptr : &*found;
    }
    return field;
}

QString kindWord(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Text: return u"text"_s;
    case FieldKind::Integer: return u"integer"_s;
    case FieldKind::Decimal: return u"decimal"_s;
    case FieldKind::Amount: return u"amount"_s;
    case FieldKind::Boolean: return u"boolean"_s;
    case FieldKind::Date: return u"date"_s;
    case FieldKind::Instant: return u"instant"_s;
    case FieldKind::Choice: return u"choice"_s;
    case FieldKind::Reference: return u"reference"_s;
    case FieldKind::Rows: return u"rows"_s;
    }
    return {};
}

} // namespace frost
