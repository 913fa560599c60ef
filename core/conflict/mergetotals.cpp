// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/mergetotals.h"

#include "core/bookkeeping/documenttotals.h"

#include <QJsonArray>

#include <map>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Bodies = QList<std::optional<QJsonObject>>;
using Amount = std::optional<Decimal>;

constexpr auto kDocument = "documentTotals"_L1;
constexpr auto kBalance = "debitCreditBalance"_L1;

const Calculation *calculationNamed(const EntitySchema &schema, QLatin1StringView name)
{
    for (const auto &calculation : schema.calculations) {
        if (calculation.name == name)
            return &calculation;
    }
    return nullptr;
}

Amount amountIn(const QJsonObject &body, const QString &name)
{
    const auto value = Decimal::parse(body.value(name).toString());
    return value ? Amount(*value) : Amount();
}

MergeTotal shownField(MergeTotal::Kind kind, const QString &name, const Bodies &versions)
{
    MergeTotal line{kind, name, {}, {}};
    for (const auto &version : versions)
        line.amounts.append(version ? amountIn(*version, name) : Amount());
    return line;
}

//! VAT by rate of one version; nothing where its figures cannot be computed with.
std::optional<std::map<Decimal, Decimal>> vatOf(const QJsonObject &names, const QJsonObject &body)
{
    const auto included = names["vatIncluded"_L1].toString();
    DocumentAdder adder(!included.isEmpty() && body.value(included).toBool() ? PriceKind::WithVat
                                                                             : PriceKind::WithoutVat);
    const auto rows = body.value(names["rows"_L1].toString()).toArray();
    for (const auto &value : rows) {
        const auto row = value.toObject();
        const auto total = amountIn(row, names["rowTotal"_L1].toString());
        const auto rate = amountIn(row, names["vat"_L1].toString()).value_or(Decimal());
        if (total && !adder.add(*total, rate))
            return std::nullopt;
    }
    std::map<Decimal, Decimal> byRate;
    const auto totals = adder.totals(std::nullopt);
    for (const auto &vat : totals.vat)
        byRate.emplace(vat.rate, vat.vat);
    return byRate;
}

QList<MergeTotal> vatLines(const QJsonObject &names, const Bodies &versions)
{
    std::map<Decimal, MergeTotal> lines;
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const auto vat = versions[i] ? vatOf(names, *versions[i]) : std::nullopt;
        for (const auto &[rate, amount] : vat.value_or(std::map<Decimal, Decimal>())) {
            auto &line = lines[rate];
            line.kind = MergeTotal::Kind::Vat;
            line.field = names["vatTotal"_L1].toString();
            line.rate = rate;
            line.amounts.resize(versions.size());
            line.amounts[i] = amount;
        }
    }
    QList<MergeTotal> ordered; // the highest rate first, as invoices state them
    for (auto it = lines.rbegin(); it != lines.rend(); ++it) {
        for (qsizetype i = 0; i < versions.size(); ++i) {
            if (versions[i] && !it->second.amounts[i]) // the version has no row of this rate
                it->second.amounts[i] = Decimal();
        }
        ordered.append(it->second);
    }
    return ordered;
}

QList<MergeTotal> documentLines(const QJsonObject &names, const Bodies &versions)
{
    using enum MergeTotal::Kind;
    QList<MergeTotal> lines{shownField(Net, names["net"_L1].toString(), versions)};
    lines += vatLines(names, versions);
    lines.append(shownField(RoundOff, names["roundOff"_L1].toString(), versions));
    lines.append(shownField(ToPay, names["total"_L1].toString(), versions));
    return lines;
}

MergeTotal summedOverRows(const QString &rowsName, const QString &name, const Bodies &versions)
{
    MergeTotal line{MergeTotal::Kind::Sum, rowsName + u'.' + name, {}, {}};
    for (const auto &version : versions) {
        if (!version) {
            line.amounts.append(Amount());
            continue;
        }
        Decimal sum;
        const auto rows = version->value(rowsName).toArray();
        for (const auto &row : rows)
            sum += amountIn(row.toObject(), name).value_or(Decimal());
        line.amounts.append(sum);
    }
    return line;
}

} // namespace

QList<MergeTotal> mergeTotals(const EntitySchema &schema, const Bodies &versions)
{
    if (const auto *document = calculationNamed(schema, kDocument))
        return documentLines(document->parameters, versions);
    const auto *balance = calculationNamed(schema, kBalance);
    if (!balance)
        return {};
    const auto rows = balance->parameters["rows"_L1].toString();
    return {summedOverRows(rows, balance->parameters["debit"_L1].toString(), versions),
            summedOverRows(rows, balance->parameters["credit"_L1].toString(), versions)};
}

bool touchesTotals(const EntitySchema &schema, const QString &path)
{
    const auto *calculation = calculationNamed(schema, kDocument);
    if (!calculation)
        calculation = calculationNamed(schema, kBalance);
    if (!calculation)
        return false;
    if (path.isEmpty() || path.endsWith(u']')) // the whole record, a whole row
        return true;
    const auto name = path.mid(path.lastIndexOf(u'.') + 1);
    const auto &names = calculation->parameters;
    return std::any_of(names.begin(), names.end(), [&](const QJsonValue &used) { return used.toString() == name; });
}

} // namespace frost
