// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/schema/schema.h"

#include <QCoreApplication>

namespace frost {

//! One line below the rows of a record.
struct TotalsLine {
    enum class Weight {
        Plain,
        Sum,   //!< what it all comes to
        Wrong, //!< should be zero and is not
    };
    QString label;
    Decimal amount;
    Weight weight = Weight::Plain;
    friend bool operator==(const TotalsLine &, const TotalsLine &) = default;
};

//! What the calculations of a record's type come to: net, VAT of each rate, rounding and what is to be paid; of a voucher
//! debit, credit and difference.
class Totals
{
    Q_DECLARE_TR_FUNCTIONS(Totals)
public:
    //! @param record normalised and derived. Empty where the type has no such calculation.
    [[nodiscard]] static QList<TotalsLine> of(const EntitySchema &schema, const QJsonObject &record);
    //! Names of top-level fields that these lines show, which therefore need no place among the fields.
    [[nodiscard]] static QStringList fields(const EntitySchema &schema);
};

} // namespace frost
