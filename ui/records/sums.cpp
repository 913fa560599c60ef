// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/sums.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kCurrency = u"currency";
constexpr QStringView kCancelled = u"cancelled";

void add(QList<Decimal> &sums, const QList<Decimal> &more)
{
    sums.resize(more.size());
    for (qsizetype i = 0; i < more.size(); ++i)
        sums[i] += more[i];
}

} // namespace

Result<Sums> sumsOf(ObjectStore &store, const QStringList &fields, const Query &query, const std::function<bool()> &goOn)
{
    QStringList by;
    for (const auto name : {kCurrency, kCancelled}) {
        if (store.schema().field(name))
            by += name.toString();
    }
    const auto groups = store.sums(fields, by, query, goOn);
    FROST_TRY(groups);
    Sums sums;
    for (auto it = groups->begin(); it != groups->end(); ++it) {
        if (it.key().value(by.indexOf(kCancelled)) != u"1")
            add(sums[it.key().value(by.indexOf(kCurrency))], it.value());
    }
    return sums;
}

Result<Sums> sumsOf(ObjectStore &store, const QStringList &fields, const QList<RowNumber> &places,
                    const std::function<bool()> &goOn)
{
    static constexpr qsizetype kAtOnce = 500;
    Sums sums;
    for (qsizetype first = 0; first < places.size(); first += kAtOnce) {
        if (!goOn())
            return fail(ErrorKind::Cancelled, u"query.cancelled"_s);
        const auto records = store.at(places.mid(first, kAtOnce));
        FROST_TRY(records);
        for (const auto &record : *records) {
            if (record.body[kCancelled].toBool())
                continue;
            QList<Decimal> amounts;
            for (const auto &field : fields)
                amounts += Decimal::parse(record.body[field].toString()).value_or(Decimal());
            add(sums[record.body[kCurrency].toString()], amounts);
        }
    }
    return sums;
}

} // namespace frost
