// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/sierecords.h"

#include <QJsonArray>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace frost::sierecords {

namespace {
constexpr int kAmountDecimals = 2;

//! Fields without a text are left out.
QJsonObject withTexts(std::initializer_list<std::pair<QString, QString>> fields)
{
    QJsonObject body;
    for (const auto &[name, text] : fields) {
        if (!text.isEmpty())
            body.insert(name, text);
    }
    return body;
}

QString dateText(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

QString referenceTo(const SieRow &row, int dimension, const ObjectIds &ids)
{
    const auto object = std::find_if(row.objects.cbegin(), row.objects.cend(),
                                     [&](const SieObject &each) { return each.dimension == dimension; });
    return object == row.objects.cend() ? QString() : ids.value(*object).toString();
}

//! @param rowId the same in every import, so that a voucher is recognised
QJsonObject bodyOf(const SieRow &row, const QString &rowId, const QDate &voucherDate, const SiePlan &plan, const ObjectIds &ids)
{
    auto body = withTexts({{u"rowId"_s, rowId},
                           {u"account"_s, row.account},
                           {u"costCenter"_s, referenceTo(row, kCostCenterDimension, ids)},
                           {u"project"_s, referenceTo(row, kProjectDimension, ids)},
                           {u"text"_s, row.text},
                           {u"dimensions"_s, plan.otherDimensions(row)},
                           {u"transactionDate"_s, row.date == voucherDate ? QString() : dateText(row.date)},
                           {u"signature"_s, row.signature}});
    if (!row.amount.isZero())
        body.insert(row.amount.isNegative() ? u"credit"_s : u"debit"_s,
                    (row.amount.isNegative() ? -row.amount : row.amount).toString(kAmountDecimals));
    if (row.quantity)
        body.insert(u"quantity"_s, row.quantity->toString());
    if (row.added)
        body.insert(u"added"_s, true);
    return body;
}
} // namespace

QJsonObject account(const SieAccount &account)
{
    auto body = withTexts({{u"number"_s, account.number},
                           {u"description"_s, account.name},
                           {u"type"_s, account.type},
                           {u"sru"_s, account.sru.join(u", "_s)},
                           {u"financialYear"_s, account.year}});
    if (account.openingBalance)
        body.insert(u"openingBalance"_s, account.openingBalance->toString(kAmountDecimals));
    return body;
}

QJsonObject object(const SieObject &object, const QString &name)
{
    return withTexts({{u"code"_s, object.code}, {u"description"_s, name}});
}

QJsonObject voucher(const SieVoucher &voucher, const SiePlan &plan, const ObjectIds &ids)
{
    const auto bodies = [&](const QList<SieRow> &rows, const QString &name) {
        QJsonArray array;
        for (const auto &row : rows)
            array.append(bodyOf(row, name + QString::number(array.size() + 1), voucher.date, plan, ids));
        return array;
    };
    auto body = withTexts({{u"series"_s, voucher.series},
                           {u"number"_s, voucher.number},
                           {u"financialYear"_s, voucher.year},
                           {u"transactionDate"_s, dateText(voucher.date)},
                           {u"description"_s, voucher.text},
                           {u"registrationDate"_s, dateText(voucher.registered)},
                           {u"signature"_s, voucher.signature}});
    body.insert(u"rows"_s, bodies(voucher.rows, u"row-"_s));
    if (!voucher.struck.isEmpty())
        body.insert(u"struckRows"_s, bodies(voucher.struck, u"struck-"_s));
    return body;
}

} // namespace frost::sierecords
