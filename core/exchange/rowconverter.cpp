// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rowconverter.h"

#include "core/base/decimal.h"
#include "core/schema/value.h"

using namespace Qt::StringLiterals;

namespace frost {

struct RowConverter::Note {
    qint64 line;
    Adaptations *adaptations;

    void operator()(AdaptationKind kind, const QString &subject, const QString &text) const
    {
        if (adaptations)
            adaptations->add(kind, subject, line, text);
    }
};

namespace {
Result<qsizetype> columnOf(const CsvProfile &profile, const CsvValue &value, const QStringList &header)
{
    if (value.column.isEmpty() || !profile.header) {
        if (value.columnNumber > header.size())
            return fail(ErrorKind::Invalid, u"csv.columnMissing"_s, {QString::number(value.columnNumber)});
        return value.columnNumber - 1;
    }
    qsizetype found = -1;
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header.at(i).trimmed() != value.column)
            continue;
        if (found >= 0)
            return fail(ErrorKind::Invalid, u"csv.columnTwice"_s, {value.column});
        found = i;
    }
    if (found < 0)
        return fail(ErrorKind::Invalid, u"csv.columnMissing"_s, {value.column});
    return found;
}

tl::unexpected<Error> refused(const QString &code, const CsvValue &value)
{
    return fail(ErrorKind::Invalid, code, {value.name});
}
} // namespace

Result<RowConverter> RowConverter::bind(const CsvProfile &profile, const QStringList &header)
{
    RowConverter converter(profile);
    for (const auto &value : profile.values) {
        const auto column = columnOf(profile, value, header);
        if (!column)
            return fail(column.error());
        converter.m_columns.append(*column);
        converter.m_unless.append(value.unless.isEmpty() ? -1 : profile.valueIndex(value.unless));
    }
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (!converter.m_columns.contains(i))
            converter.m_ignored.append(profile.header ? header.at(i).trimmed() : QString::number(i + 1));
    }
    return converter;
}

std::optional<Error> RowConverter::convert(const QStringList &fields, qint64 line, RowValues &values,
                                           Adaptations *adaptations) const
{
    const Note note{line, adaptations};
    std::optional<Error> refused;
    values.resize(m_profile->values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        auto value = converted(m_profile->values.at(i), fields.at(m_columns.at(i)), note);
        if (!value && !refused)
            refused = value.error();
        values[i] = value ? *std::move(value) : QString();
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        const int other = m_unless.at(i);
        if (other >= 0 && !values.at(other).isNull())
            values[i] = QString();
    }
    return refused;
}

Result<QString> RowConverter::converted(const CsvValue &value, const QString &raw, const Note &note) const
{
    const QString trimmed = raw.trimmed();
    const QString text = canonicalText(trimmed, false);
    if (text.isEmpty() || value.missing.contains(text)) {
        if (value.required)
            return refused(u"value.missing"_s, value);
        return QString();
    }
    if (trimmed.size() != raw.size())
        note(AdaptationKind::Trimmed, value.name, raw);
    if (text != trimmed)
        note(AdaptationKind::Rewritten, value.name, trimmed);
    const auto known = mapped(value, text, note);
    if (!known || known->isNull())
        return known;
    switch (value.kind) {
    case CsvValue::Kind::Text: return *known;
    case CsvValue::Kind::Date: return date(value, *known);
    case CsvValue::Kind::Decimal:
    case CsvValue::Kind::Integer: return number(value, *known, note);
    }
    return QString();
}

Result<QString> RowConverter::mapped(const CsvValue &value, const QString &text, const Note &note)
{
    for (const auto &[prefix, meaning] : value.prefixes) {
        if (text.startsWith(prefix))
            return meaning;
    }
    if (!value.prefixes.isEmpty())
        return QString();
    const auto found = value.map.constFind(text);
    if (found != value.map.constEnd())
        return *found;
    if (value.map.isEmpty())
        return text;
    if (value.otherwise == CsvValue::Otherwise::Refuse)
        return refused(u"value.unmapped"_s, value);
    note(AdaptationKind::Unmapped, value.name, text);
    return value.otherwise == CsvValue::Otherwise::Keep ? text : QString();
}

Result<QString> RowConverter::number(const CsvValue &value, const QString &text, const Note &note)
{
    const bool integer = value.kind == CsvValue::Kind::Integer;
    const auto code = integer ? u"value.integer"_s : u"value.decimal"_s;
    QString plain = text;
    if (!value.groupSeparator.isEmpty())
        plain.remove(value.groupSeparator);
    if (value.decimalSeparator != u"."_s) {
        if (plain.contains(u'.')) // "1.234" of a file whose decimal sign is a comma is not 1.234
            return refused(code, value);
        plain.replace(value.decimalSeparator, u"."_s);
    }
    const auto number = Decimal::parse(plain);
    if (!number || (integer && number->decimals() > 0))
        return refused(code, value);
    QString canonical = number->toString();
    if (integer && canonical != text)
        note(AdaptationKind::Rewritten, value.name, text);
    if (value.reportNegative && number->isNegative())
        note(AdaptationKind::Negative, value.name, text);
    if (value.reportZero && number->isZero())
        note(AdaptationKind::Zero, value.name, text);
    return canonical;
}

Result<QString> RowConverter::date(const CsvValue &value, const QString &text)
{
    for (const auto &format : value.formats) {
        if (auto date = format.parse(text))
            return std::move(*date);
    }
    return refused(u"value.date"_s, value);
}

} // namespace frost
