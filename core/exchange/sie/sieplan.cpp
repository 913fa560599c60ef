// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/sieplan.h"

#include "core/schema/value.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr qsizetype kExamples = 5;

QJsonObject jsonOf(const QMap<QString, qint64> &counts)
{
    QJsonObject json;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        json.insert(u'#' + it.key(), it.value());
    return json;
}

QJsonObject jsonOf(const SieRow &row)
{
    return {{u"line"_s, row.line},
            {u"account"_s, row.account},
            {u"amount"_s, row.amount.toString(kAmountDecimals)},
            {u"signature"_s, row.signature}};
}

QJsonObject jsonOf(const SieLeftOut &leftOut)
{
    QJsonArray struck;
    for (const auto &row : leftOut.struck)
        struck.append(jsonOf(row));
    return {{u"series"_s, leftOut.series},
            {u"number"_s, leftOut.number},
            {u"line"_s, leftOut.line},
            {u"code"_s, leftOut.why.code},
            {u"args"_s, QJsonArray::fromStringList(leftOut.why.args)},
            {u"atLine"_s, leftOut.whyLine},
            {u"struckRows"_s, struck}};
}

//! One entry a code, with its count and the first examples.
QJsonArray jsonOf(const QList<SieNote> &notes)
{
    QStringList order;
    QHash<QString, std::pair<qint64, QJsonArray>> byCode;
    for (const auto &note : notes) {
        if (!byCode.contains(note.code))
            order += note.code;
        auto &[count, examples] = byCode[note.code];
        ++count;
        if (examples.size() < kExamples)
            examples.append(QJsonObject{{u"line"_s, note.line}, {u"args"_s, QJsonArray::fromStringList(note.args)}});
    }
    QJsonArray json;
    for (const auto &code : order)
        json.append(QJsonObject{{u"code"_s, code}, {u"count"_s, byCode[code].first}, {u"examples"_s, byCode[code].second}});
    return json;
}

QJsonObject encodingJson(const SieFacts &facts)
{
    return {{u"used"_s, toString(facts.encoding)},
            {u"chosen"_s, facts.encodingChosen},
            {u"evidence"_s, QJsonObject{{u"cp437"_s, facts.evidence.cp437},
                                        {u"latin1"_s, facts.evidence.latin1},
                                        {u"utf8"_s, facts.evidence.utf8},
                                        {u"notUtf8"_s, facts.evidence.notUtf8}}},
            {u"sample"_s, QJsonArray::fromStringList(facts.sample.words)},
            {u"doubtful"_s, QJsonArray::fromStringList(facts.sample.doubtful)},
            {u"lost"_s, facts.sample.lost}};
}

QJsonObject vouchersJson(const SieFacts &facts)
{
    QJsonArray series;
    for (const auto &each : facts.series)
        series.append(QJsonObject{{u"series"_s, each.series},
                                  {u"vouchers"_s, each.vouchers},
                                  {u"debit"_s, each.debit.toString(kAmountDecimals)}});
    return {{u"read"_s, facts.vouchersRead()},
            {u"rows"_s, facts.rows},
            {u"addedRows"_s, facts.addedRows},
            {u"struckRows"_s, facts.struckRows},
            {u"debit"_s, facts.debit.toString(kAmountDecimals)},
            {u"credit"_s, facts.debit.toString(kAmountDecimals)},
            {u"series"_s, series}};
}
} // namespace

QString SieYear::name() const
{
    const bool calendarYear = from.year() == to.year() && from.dayOfYear() == 1 && to.dayOfYear() == to.daysInYear();
    const auto month = u"yyyy-MM"_s;
    return calendarYear ? from.toString(u"yyyy"_s) : from.toString(month) + u'/' + to.toString(month);
}

Decimal SieVoucher::debit() const
{
    Decimal sum;
    for (const auto &row : rows) {
        if (!row.amount.isNegative())
            sum += row.amount;
    }
    return sum;
}

Decimal SieVoucher::difference() const
{
    Decimal sum;
    for (const auto &row : rows)
        sum += row.amount;
    return sum;
}

QString SiePlan::otherDimensions(const SieRow &row) const
{
    QStringList texts;
    bool costCenter = false;
    bool project = false;
    for (const auto &object : row.objects) {
        auto *own = object.dimension == kCostCenterDimension ? &costCenter
                    : object.dimension == kProjectDimension  ? &project
                                                             : nullptr;
        if (own && !std::exchange(*own, true))
            continue;
        const QStringList dimension{QString::number(object.dimension), dimensions.value(object.dimension)};
        const QStringList code{object.code, objectNames.value(object)};
        texts += dimension.join(u' ').trimmed() + u": "_s + code.join(u' ').trimmed();
    }
    return texts.join(u"; "_s);
}

QJsonObject SieFacts::toJson() const
{
    QJsonArray yearNames;
    for (const auto &year : years)
        yearNames.append(QJsonObject{{u"index"_s, year.index},
                                     {u"name"_s, year.name()},
                                     {u"from"_s, year.from.toString(Qt::ISODate)},
                                     {u"to"_s, year.to.toString(Qt::ISODate)}});
    QJsonArray without;
    for (const auto &each : leftOut)
        without.append(jsonOf(each));
    return {{u"fileHash"_s, hash},
            {u"encoding"_s, encodingJson(*this)},
            {u"sieType"_s, type},
            {u"flagged"_s, flagged},
            {u"program"_s, program},
            {u"generated"_s, generated.toString(Qt::ISODate)},
            {u"companyName"_s, companyName},
            {u"organisationNumber"_s, organisationNumber},
            {u"financialYears"_s, yearNames},
            {u"linesRead"_s, jsonOf(read)},
            {u"linesPassedOver"_s, jsonOf(passedOver)},
            {u"openingBalances"_s, openings},
            {u"vouchers"_s, vouchersJson(*this)},
            {u"notes"_s, jsonOf(notes)},
            {u"leftOut"_s, without}};
}

} // namespace frost
