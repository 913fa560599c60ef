// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvprofileparser.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr int kFormat = 1; // of the profile language
}

Result<CsvProfile> CsvProfileParser::parse(const QJsonObject &json)
{
    only(json, u"profile"_s,
         {u"format"_s, u"name"_s, u"attribution"_s, u"delimiter"_s, u"encoding"_s, u"header"_s, u"values"_s,
          u"records"_s});
    if (json.value(u"format").toInt() != kFormat)
        wrong(u"profile.format"_s);
    m_profile.name = text(json, u"profile"_s, u"name"_s, true);
    m_profile.attribution = text(json, u"profile"_s, u"attribution"_s);
    m_profile.options = options(json);
    m_profile.header = flag(json, u"profile"_s, u"header"_s, true);
    const auto values = object(json, u"profile"_s, u"values"_s, true);
    for (auto each = values.begin(); each != values.end(); ++each)
        m_profile.values.append(value(each.key(), each.value(), u"values."_s + each.key()));
    const auto records = json.value(u"records").toArray();
    if (records.isEmpty())
        wrong(u"profile.records"_s);
    for (qsizetype i = 0; i < records.size(); ++i)
        m_profile.records.append(record(records.at(i), u"records[%1]"_s.arg(i)));
    checkValues();
    checkRecords();
    if (!firstWrong().isEmpty())
        return fail(ErrorKind::Invalid, u"profile.malformed"_s, {firstWrong()});
    return std::move(m_profile);
}

CsvOptions CsvProfileParser::options(const QJsonObject &json)
{
    CsvOptions options;
    if (json.contains(u"delimiter")) {
        const auto delimiter = text(json, u"profile"_s, u"delimiter"_s).toUtf8();
        if (delimiter.size() != 1 || QByteArrayView("\"\r\n\0", 4).contains(delimiter.at(0)))
            wrong(u"profile.delimiter"_s);
        else
            options.delimiter = delimiter.at(0);
    }
    options.encoding = static_cast<CsvEncoding>(choice(json, u"profile"_s, u"encoding"_s, {u"utf-8"_s, u"latin-1"_s}));
    return options;
}

void CsvProfileParser::readColumn(CsvValue &value, const QJsonObject &json, const QString &where)
{
    const auto column = json.value(u"column");
    value.column = column.toString();
    value.columnNumber = column.toInt();
    const bool named = m_profile.header && !value.column.isEmpty();
    if (!named && (value.columnNumber < 1 || value.columnNumber > CsvReader::kMaxColumns))
        wrong(where + u".column"_s);
}

void CsvProfileParser::readMapping(CsvValue &value, const QJsonObject &json, const QString &where)
{
    const auto map = object(json, where, u"map"_s);
    for (auto each = map.begin(); each != map.end(); ++each)
        value.map.insert(each.key(), text(map, where + u".map"_s, each.key()));
    value.otherwise =
        static_cast<CsvValue::Otherwise>(choice(json, where, u"otherwise"_s, {u"keep"_s, u"missing"_s, u"refuse"_s}));
    const auto prefixes = object(json, where, u"prefixes"_s);
    for (auto each = prefixes.begin(); each != prefixes.end(); ++each)
        value.prefixes.append({each.key(), text(prefixes, where + u".prefixes"_s, each.key())});
    std::stable_sort(value.prefixes.begin(), value.prefixes.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    if (!value.map.isEmpty() && !value.prefixes.isEmpty())
        wrong(where + u".prefixes"_s);
}

CsvValue CsvProfileParser::value(const QString &name, const QJsonValue &json, const QString &where)
{
    CsvValue value;
    value.name = name;
    const auto members = json.toObject();
    only(members, where,
         {u"column"_s, u"as"_s, u"formats"_s, u"decimalSeparator"_s, u"groupSeparator"_s, u"missing"_s, u"map"_s,
          u"otherwise"_s, u"prefixes"_s, u"unless"_s, u"required"_s, u"report"_s});
    readColumn(value, members, where);
    value.kind = static_cast<CsvValue::Kind>(
        choice(members, where, u"as"_s, {u"text"_s, u"decimal"_s, u"integer"_s, u"date"_s}));
    for (const auto &pattern : texts(members.value(u"formats"), where + u".formats"_s)) {
        if (const auto format = DateFormat::from(pattern))
            value.formats.append(*format);
        else
            wrong(where + u".formats"_s);
    }
    if ((value.kind == CsvValue::Kind::Date) == value.formats.isEmpty())
        wrong(where + u".formats"_s);
    if (members.contains(u"decimalSeparator"))
        value.decimalSeparator = text(members, where, u"decimalSeparator"_s, true);
    value.groupSeparator = text(members, where, u"groupSeparator"_s);
    value.missing = texts(members.value(u"missing"), where + u".missing"_s);
    readMapping(value, members, where);
    value.unless = text(members, where, u"unless"_s);
    value.required = flag(members, where, u"required"_s);
    const auto report = texts(members.value(u"report"), where + u".report"_s);
    value.reportNegative = report.contains(u"negative");
    value.reportZero = report.contains(u"zero");
    if (report.size() != int(value.reportNegative) + int(value.reportZero))
        wrong(where + u".report"_s);
    return value;
}

RecordRule CsvProfileParser::record(const QJsonValue &json, const QString &where)
{
    RecordRule record;
    const auto members = json.toObject();
    only(members, where, {u"name"_s, u"type"_s, u"key"_s, u"fields"_s, u"whenMissing"_s, u"rows"_s});
    record.name = text(members, where, u"name"_s, true);
    record.type = EntityType(text(members, where, u"type"_s, true));
    record.key = texts(members.value(u"key"), where + u".key"_s);
    record.fields = fields(object(members, where, u"fields"_s, true), where + u".fields"_s);
    record.whenMissing = object(members, where, u"whenMissing"_s);
    if (members.contains(u"rows")) {
        const auto rows = object(members, where, u"rows"_s);
        only(rows, where + u".rows"_s, {u"field"_s, u"fields"_s});
        record.rowsField = text(rows, where + u".rows"_s, u"field"_s, true);
        record.rowFields = fields(object(rows, where + u".rows"_s, u"fields"_s, true), where + u".rows.fields"_s);
    }
    return record;
}

QList<FieldRule> CsvProfileParser::fields(const QJsonObject &json, const QString &where)
{
    QList<FieldRule> rules;
    for (auto each = json.begin(); each != json.end(); ++each) {
        FieldRule rule;
        rule.field = each.key();
        readSources(rule, each.value(), where + u'.' + each.key());
        rules.append(rule);
    }
    return rules;
}

//! "value", an object, or an object with "else" that holds the next source in the same form.
void CsvProfileParser::readSources(FieldRule &rule, const QJsonValue &json, const QString &where)
{
    if (json.isString()) {
        rule.sources.append(source({{u"value"_s, json}}, where));
        return;
    }
    auto members = json.toObject();
    if (members.contains(u"choose")) {
        if (!rule.sources.isEmpty())
            wrong(where + u".choose"_s);
        rule.choose = static_cast<FieldRule::Choose>(
            choice(members, where, u"choose"_s, {u"first"_s, u"last"_s, u"mostFrequent"_s}));
        members.remove(u"choose"_s);
    }
    const auto next = members.take(u"else"_s);
    rule.sources.append(source(members, where));
    if (!next.isUndefined())
        readSources(rule, next, where + u".else"_s);
}

FieldSource CsvProfileParser::source(const QJsonObject &json, const QString &where)
{
    FieldSource source;
    source.assumed = flag(json, where, u"assumed"_s);
    if (json.contains(u"constant")) {
        only(json, where, {u"constant"_s, u"assumed"_s});
        source.kind = FieldSource::Kind::Constant;
        source.constant = json.value(u"constant");
    } else if (json.contains(u"template")) {
        only(json, where, {u"template"_s, u"assumed"_s});
        source.kind = FieldSource::Kind::Template;
        source.pieces = pieces(text(json, where, u"template"_s, true), where + u".template"_s);
    } else if (json.contains(u"record")) {
        only(json, where, {u"record"_s, u"field"_s});
        source.name = text(json, where, u"record"_s, true);
        source.field = text(json, where, u"field"_s);
        source.kind = source.field.isEmpty() ? FieldSource::Kind::Record : FieldSource::Kind::RecordField;
    } else {
        only(json, where, {u"value"_s});
        source.name = text(json, where, u"value"_s, true);
    }
    return source;
}

//! "Customer {number}": the names in braces are values.
QList<FieldSource::Piece> CsvProfileParser::pieces(const QString &pattern, const QString &where)
{
    QList<FieldSource::Piece> pieces;
    const auto stretches = pattern.split(u'{');
    pieces.append({stretches.first(), -1});
    for (const auto &stretch : stretches.mid(1)) {
        const auto end = stretch.indexOf(u'}');
        const int value = m_profile.valueIndex(QStringView(stretch).left(std::max<qsizetype>(end, 0)));
        if (value < 0)
            wrong(where);
        pieces.last().value = value;
        pieces.append({stretch.mid(end + 1), -1});
    }
    return pieces;
}

void CsvProfileParser::checkValues()
{
    for (const auto &value : m_profile.values) {
        const int other = m_profile.valueIndex(value.unless);
        if (!value.unless.isEmpty() && (other < 0 || !m_profile.values.at(other).unless.isEmpty()))
            wrong(u"values."_s + value.name + u".unless"_s);
    }
}

void CsvProfileParser::checkRecords()
{
    bool document = false;
    for (int i = 0; i < m_profile.records.size(); ++i) {
        auto &record = m_profile.records[i];
        const auto where = u"records[%1]"_s.arg(i);
        if (m_profile.recordIndex(record.name) != i)
            wrong(where + u".name"_s);
        if (record.isDocument() && document)
            wrong(where + u".rows"_s);
        document = document || record.isDocument();
        checkKey(record, where);
        resolve(record.fields, i, where + u".fields"_s);
        resolve(record.rowFields, i, where + u".rows.fields"_s);
    }
}

void CsvProfileParser::checkKey(const RecordRule &record, const QString &where)
{
    if (record.key.isEmpty())
        wrong(where + u".key"_s);
    for (const auto &field : record.key) {
        const auto *rule = record.rule(field);
        if (!rule || rule->sources.first().kind != FieldSource::Kind::Value)
            wrong(where + u".key"_s);
        if (!record.whenMissing.isEmpty() && record.whenMissing.value(field).toString().isEmpty())
            wrong(where + u".whenMissing"_s);
    }
    if (record.isDocument() && !record.whenMissing.isEmpty())
        wrong(where + u".whenMissing"_s);
}

void CsvProfileParser::resolve(QList<FieldRule> &rules, int recordIndex, const QString &where)
{
    for (auto &rule : rules) {
        for (auto &source : rule.sources) {
            if (!resolve(source, recordIndex))
                wrong(where + u'.' + rule.field);
        }
    }
}

bool CsvProfileParser::resolve(FieldSource &source, int recordIndex)
{
    switch (source.kind) {
    case FieldSource::Kind::Constant:
    case FieldSource::Kind::Template: return true;
    case FieldSource::Kind::Value: source.index = m_profile.valueIndex(source.name); return source.index >= 0;
    case FieldSource::Kind::Record:
    case FieldSource::Kind::RecordField: break;
    }
    source.index = m_profile.recordIndex(source.name);
    if (source.index < 0 || source.index >= recordIndex)
        return false;
    const auto &referred = m_profile.records.at(source.index);
    return !referred.isDocument() && (source.field.isEmpty() || referred.rule(source.field));
}

} // namespace frost
