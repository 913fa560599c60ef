// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/voucherbalance.h"
#include "core/schema/computations.h"
#include "core/schema/path.h"

#include <QJsonArray>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

//! Rule: the sum of debit equals the sum of credit, over two rows or more, each with exactly one side (UX.md 2.3).
class DebitCreditBalance final : public Computation
{
public:
    DebitCreditBalance(QString rows, QString debit, QString credit)
        : m_rows(std::move(rows)), m_debit(std::move(debit)), m_credit(std::move(credit))
    { }

    void validate(const QJsonObject &body, QList<Problem> &problems) const override
    {
        const QJsonArray elements = body.value(m_rows).toArray();
        QList<VoucherRow> rows;
        rows.reserve(elements.size());
        for (qsizetype i = 0; i < elements.size(); ++i) {
            const QJsonObject element = elements[i].toObject();
            rows.append({decimalIn(element, m_debit), decimalIn(element, m_credit)});
            if (!hasOneSide(rows.last()))
                problems.append({Path{nullptr, m_rows, i}.toString(), u"voucher.oneSide"_s, {}});
        }
        if (rows.size() < 2)
            problems.append({m_rows, u"voucher.tooFewRows"_s, {QString::number(rows.size())}});
        if (const Decimal difference = voucherDifference(rows); !difference.isZero())
            problems.append({m_rows, u"voucher.unbalanced"_s, {difference.toString(2)}});
    }

private:
    QString m_rows;
    QString m_debit;
    QString m_credit;
};

} // namespace

std::shared_ptr<const Computation> makeDebitCreditBalance(Parameters &parameters)
{
    const Field *rows = parameters.rows(u"rows"_s);
    const auto amountField = [&](const QString &key) {
        return parameters.field(key, {FieldKind::Amount}, Parameters::Presence::Required, rows);
    };
    const QString debit = amountField(u"debit"_s);
    const QString credit = amountField(u"credit"_s);
    return std::make_shared<DebitCreditBalance>(rows->name, debit, credit);
}

} // namespace frost
