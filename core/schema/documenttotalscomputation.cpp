// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/documenttotals.h"
#include "core/schema/computations.h"
#include "core/schema/path.h"
#include "core/schema/value.h"

#include <QJsonArray>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

struct DocumentFields {
    QString rows;
    QString quantity;
    QString price;
    QString discount;     //!< may be empty
    QString discountType; //!< may be empty: every discount is percent
    QString vat;
    QString rowTotal;
    QString vatIncluded; //!< may be empty: prices are without VAT
    QString currency;    //!< may be empty: no rounding
    QString net;
    QString vatTotal;
    QString roundOff;
    QString total;
    QHash<QString, Decimal> rounding; //!< by currency
};

//! Row totals, net, VAT, rounding and total of an invoice, an order or a receipt. A row without quantity or price is a
//! line of text: it has no total and adds nothing.
class DocumentTotalsComputation final : public Computation
{
public:
    explicit DocumentTotalsComputation(DocumentFields fields) : m_fields(std::move(fields)) { }
    [[nodiscard]] QStringList outputs() const override;
    [[nodiscard]] Result<> derive(QJsonObject &body) const override;
    void validate(const QJsonObject &body, QList<Problem> &problems) const override;

private:
    [[nodiscard]] Result<> deriveRow(QJsonObject &row, DocumentAdder &adder) const;
    [[nodiscard]] std::optional<Decimal> roundingUnit(const QJsonObject &body) const;

    DocumentFields m_fields;
};

void setAmount(QJsonObject &body, const QString &name, const Decimal &amount)
{
    QString text = amount.toString(kAmountDecimals);
    const auto at = body.constFind(name);
    if (at == body.constEnd() || at->toString() != text)
        body.insert(name, std::move(text));
}

QStringList DocumentTotalsComputation::outputs() const
{
    return {m_fields.rows + u'.' + m_fields.rowTotal, m_fields.net, m_fields.vatTotal, m_fields.roundOff,
            m_fields.total};
}

Result<> DocumentTotalsComputation::derive(QJsonObject &body) const
{
    DocumentAdder adder(!m_fields.vatIncluded.isEmpty() && body.value(m_fields.vatIncluded).toBool()
                            ? PriceKind::WithVat
                            : PriceKind::WithoutVat);
    const QJsonArray before = body.value(m_fields.rows).toArray();
    QJsonArray after = before;
    bool changed = false;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const QJsonObject rowBefore = before[i].toObject();
        QJsonObject row = rowBefore;
        if (auto derived = deriveRow(row, adder); !derived)
            return fail(problemsError({{Path{nullptr, m_fields.rows, i}.toString(), derived.error().code, {}}}));
        if (row != rowBefore) {
            after.replace(i, row);
            changed = true;
        }
    }
    if (changed)
        body.insert(m_fields.rows, after);
    const DocumentTotals totals = adder.totals(roundingUnit(body));
    setAmount(body, m_fields.net, totals.net);
    setAmount(body, m_fields.vatTotal, totals.vatTotal);
    setAmount(body, m_fields.roundOff, totals.roundOff);
    setAmount(body, m_fields.total, totals.total);
    return {};
}

Result<> DocumentTotalsComputation::deriveRow(QJsonObject &row, DocumentAdder &adder) const
{
    if (!row.contains(m_fields.quantity) || !row.contains(m_fields.price)) {
        row.remove(m_fields.rowTotal);
        return {};
    }
    DocumentRow figures;
    figures.quantity = decimalIn(row, m_fields.quantity);
    figures.price = decimalIn(row, m_fields.price);
    figures.vatRate = decimalIn(row, m_fields.vat);
    if (!m_fields.discount.isEmpty() && row.contains(m_fields.discount)) {
        figures.discount = decimalIn(row, m_fields.discount);
        if (!m_fields.discountType.isEmpty() && row.value(m_fields.discountType).toString() == u"amount")
            figures.discountKind = DiscountKind::Amount;
    }
    const auto total = rowTotal(figures);
    FROST_TRY(total);
    FROST_TRY(adder.add(*total, figures.vatRate));
    setAmount(row, m_fields.rowTotal, *total);
    return {};
}

std::optional<Decimal> DocumentTotalsComputation::roundingUnit(const QJsonObject &body) const
{
    if (m_fields.currency.isEmpty())
        return std::nullopt;
    const auto unit = m_fields.rounding.constFind(body.value(m_fields.currency).toString());
    return unit == m_fields.rounding.constEnd() ? std::nullopt : std::optional(*unit);
}

void DocumentTotalsComputation::validate(const QJsonObject &body, QList<Problem> &problems) const
{
    static const Decimal hundred(100);
    const auto checkPercent = [&problems](const QJsonObject &row, const QString &name, const Path &path) {
        const Decimal percent = decimalIn(row, name);
        if (percent.isNegative() || percent > hundred)
            problems.append({Path{&path, name}.toString(), u"percent.outOfRange"_s, {percent.toString()}});
    };
    const QJsonArray rows = body.value(m_fields.rows).toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows[i].toObject();
        const Path path{nullptr, m_fields.rows, i};
        checkPercent(row, m_fields.vat, path);
        const bool isAmount =
            !m_fields.discountType.isEmpty() && row.value(m_fields.discountType).toString() == u"amount";
        if (!m_fields.discount.isEmpty() && !isAmount)
            checkPercent(row, m_fields.discount, path);
    }
}

QHash<QString, Decimal> readRounding(Parameters &parameters)
{
    const QString key = u"rounding"_s;
    const QJsonObject units = parameters.object(key);
    QHash<QString, Decimal> rounding;
    for (auto it = units.begin(); it != units.end(); ++it) {
        const auto unit = Decimal::parse(it->toString());
        if (!unit || unit->isZero() || unit->isNegative())
            parameters.refuse(key);
        else
            rounding.insert(it.key(), *unit);
    }
    return rounding;
}

} // namespace

std::shared_ptr<const Computation> makeDocumentTotals(Parameters &parameters)
{
    using enum Parameters::Presence;
    using enum FieldKind;
    DocumentFields fields;
    const Field *rows = parameters.rows(u"rows"_s);
    fields.rows = rows->name;
    fields.quantity = parameters.field(u"quantity"_s, {Decimal}, Required, rows);
    fields.price = parameters.field(u"price"_s, {Decimal, Amount}, Required, rows);
    fields.discount = parameters.field(u"discount"_s, {Decimal, Amount}, Optional, rows);
    fields.discountType = parameters.field(u"discountType"_s, {Choice}, Optional, rows);
    fields.vat = parameters.field(u"vat"_s, {Decimal}, Required, rows);
    fields.rowTotal = parameters.field(u"rowTotal"_s, {Amount}, Required, rows);
    fields.vatIncluded = parameters.field(u"vatIncluded"_s, {Boolean}, Optional);
    fields.currency = parameters.field(u"currency"_s, {Text}, Optional);
    fields.net = parameters.field(u"net"_s, {Amount}, Required);
    fields.vatTotal = parameters.field(u"vatTotal"_s, {Amount}, Required);
    fields.roundOff = parameters.field(u"roundOff"_s, {Amount}, Required);
    fields.total = parameters.field(u"total"_s, {Amount}, Required);
    fields.rounding = readRounding(parameters);
    return std::make_shared<DocumentTotalsComputation>(std::move(fields));
}

} // namespace frost
