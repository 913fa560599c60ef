// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/totals.h"

#include "core/bookkeeping/documenttotals.h"
#include "ui/editor/entryrules.h"
#include "ui/wording/values.h"

#include <QJsonArray>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

const Calculation *calculation(const EntitySchema &schema, QLatin1StringView name)
{
    const auto found = std::find_if(schema.calculations.begin(), schema.calculations.end(),
                                    [&](const Calculation &known) { return known.name == name; });
    return found == schema.calculations.end() ? nullptr : &*found;
}

//! The fields of one documentTotals calculation.
struct Document {
    const QJsonObject &parameters;
    const QJsonObject &record;

    [[nodiscard]] QString name(QLatin1StringView parameter) const { return parameters.value(parameter).toString(); }
    [[nodiscard]] Decimal amount(QLatin1StringView parameter) const { return amountIn(record, name(parameter)); }
    [[nodiscard]] DocumentTotals totals() const
    {
        DocumentAdder adder(record.value(name("vatIncluded"_L1)).toBool() ? PriceKind::WithVat : PriceKind::WithoutVat);
        for (const auto &value : record.value(name("rows"_L1)).toArray()) {
            const auto row = value.toObject();
            // Rates that cannot be added have no totals either; derive() has refused them before.
            if (row.contains(name("rowTotal"_L1))
                && !adder.add(amountIn(row, name("rowTotal"_L1)), amountIn(row, name("vat"_L1))))
                return {};
        }
        return adder.totals(std::nullopt);
    }
};

QList<TotalsLine> sides(const Field &rows, const QJsonObject &record)
{
    const auto columns = *sidesOf(rows);
    Decimal debit;
    Decimal credit;
    for (const auto &value : record.value(rows.name).toArray()) {
        debit += amountIn(value.toObject(), columns.debit);
        credit += amountIn(value.toObject(), columns.credit);
    }
    const auto difference = debit - credit;
    return {{Totals::tr("Debit"), debit},
            {Totals::tr("Credit"), credit},
            {Totals::tr("Difference"), difference,
             difference.isZero() ? TotalsLine::Weight::Sum : TotalsLine::Weight::Wrong}};
}

} // namespace

QList<TotalsLine> Totals::of(const EntitySchema &schema, const QJsonObject &record)
{
    if (const auto *found = calculation(schema, "documentTotals"_L1)) {
        const Document document{found->parameters, record};
        QList<TotalsLine> lines{{tr("Net"), document.amount("net"_L1)}};
        for (const auto &vat : document.totals().vat) {
            if (!vat.rate.isZero())
                lines.append({tr("VAT %1 %").arg(wording::decimalText(vat.rate, 0)), vat.vat});
        }
        const auto rounding = document.amount("roundOff"_L1);
        if (!rounding.isZero())
            lines.append({tr("Rounding"), rounding});
        const auto currency = record.value(document.name("currency"_L1)).toString();
        lines.append({currency.isEmpty() ? tr("To pay") : tr("To pay, %1").arg(currency), document.amount("total"_L1),
                      TotalsLine::Weight::Sum});
        return lines;
    }
    for (const auto &field : schema.fields) {
        if (field.kind == FieldKind::Rows && sidesOf(field))
            return sides(field, record);
    }
    return {};
}

QStringList Totals::fields(const EntitySchema &schema)
{
    const auto *found = calculation(schema, "documentTotals"_L1);
    if (!found)
        return {};
    QStringList names;
    for (const auto parameter : {"net"_L1, "vatTotal"_L1, "roundOff"_L1, "total"_L1})
        names.append(found->parameters.value(parameter).toString());
    return names;
}

} // namespace frost
