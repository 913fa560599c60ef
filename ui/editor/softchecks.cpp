// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/softchecks.h"

#include "ui/editor/referredcache.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFarDays = 366; //!< a document dated further away than a year is more often a slip than not

QDate dateIn(const QJsonObject &record, QLatin1StringView field)
{
    return QDate::fromString(record.value(field).toString(), Qt::ISODate);
}

//! "2026", "2009-07/2010-06" (as an import of SIE has it) and "2026-01-01..2026-12-31" as first and last day; with any
//! separator.
std::optional<std::pair<QDate, QDate>> periodOf(const QString &financialYear)
{
    if (financialYear.size() == 4) {
        const int year = financialYear.toInt();
        return year > 0 ? std::optional(std::pair(QDate(year, 1, 1), QDate(year, 12, 31))) : std::nullopt;
    }
    constexpr int kTwoMonths = 15;
    const bool areMonths = financialYear.size() == kTwoMonths;
    const auto first =
        QDate::fromString(areMonths ? financialYear.left(7) + u"-01"_s : financialYear.left(10), Qt::ISODate);
    auto last = QDate::fromString(areMonths ? financialYear.right(7) + u"-01"_s : financialYear.right(10), Qt::ISODate);
    if (areMonths)
        last = last.addMonths(1).addDays(-1);
    return first.isValid() && last.isValid() && first < last ? std::optional(std::pair(first, last)) : std::nullopt;
}

class Collector
{
public:
    void add(const ProblemPlace &place, const QString &text) { remarks.append({place, text, Loudness::Warning}); }
    QList<Remark> remarks;
};

} // namespace

QList<Remark> SoftChecks::of(const EntitySchema &schema, const Schema &schemas, const QJsonObject &record,
                             ReferredCache &known, const QDate &today)
{
    Collector found{remarksOf(warnings(schema, record), Loudness::Warning)};

    const auto issued = dateIn(record, "invoiceDate"_L1);
    const auto due = dateIn(record, "dueDate"_L1);
    if (issued.isValid() && due.isValid() && due < issued)
        found.add({u"dueDate"_s, -1, {}}, tr("The due date is before the invoice date."));

    for (const auto name : {"invoiceDate"_L1, "transactionDate"_L1, "paymentDate"_L1}) {
        const auto date = dateIn(record, name);
        if (schema.field(QString(name)) && date.isValid() && qAbs(today.daysTo(date)) > kFarDays)
            found.add({QString(name), -1, {}}, tr("This date is more than a year away from today."));
    }
    const auto period = periodOf(record.value("financialYear"_L1).toString());
    const auto date = dateIn(record, "transactionDate"_L1);
    if (period && date.isValid() && (date < period->first || date > period->second))
        found.add({u"transactionDate"_s, -1, {}}, tr("This date is outside the financial year."));

    const auto checkNumber = [&](const Field &field, const QString &number, const ProblemPlace &place) {
        auto target = lookupTargetOf(schemas, field);
        if (!target || target->holds != LookupTarget::Holds::Number || number.isEmpty())
            return;
        target->within = record.value("financialYear"_L1).toString();
        const auto referred = known.find(*target, number);
        if (referred.state == ReferredCache::State::Missing)
            found.add(place, tr("There is no account %1.").arg(number));
        else if (referred.state == ReferredCache::State::Known
                 && !referred.referred.body.value("active"_L1).toBool(true))
            found.add(place, tr("Account %1 is no longer in use.").arg(number));
    };
    for (const auto &field : schema.fields) {
        if (field.kind != FieldKind::Rows) {
            checkNumber(field, record.value(field.name).toString(), {field.name, -1, {}});
            continue;
        }
        const auto rows = record.value(field.name).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            for (const auto &column : field.fields)
                checkNumber(column, rows[i].toObject().value(column.name).toString(), {field.name, i, column.name});
        }
    }
    return found.remarks;
}

} // namespace frost
