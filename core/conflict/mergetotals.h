// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/schema/schema.h"

#include <array>
#include <optional>

namespace frost {

//! One line of the sums beside a merge (UX.md 1.2 E21), for each version of the record.
struct MergeTotal {
    enum class Kind {
        Net,
        Vat, //!< of one rate
        RoundOff,
        ToPay,
        Sum, //!< of one field over all rows, as debit and credit
    };
    Kind kind = Kind::Sum;
    QString field; //!< path of the field that is summed or shown; of Vat the total of all rates
    Decimal rate;  //!< Vat only, percent
    //! In the order of the versions given; nullopt: the record is not there, or its figures cannot be computed with.
    QList<std::optional<Decimal>> amounts;
};

//! Net, VAT per rate, rounding and to pay of documents, debit and credit of vouchers, read from what the schema
//! calculates; empty for types without sums. @param versions normalised and derived; nullopt: no such version
[[nodiscard]] QList<MergeTotal> mergeTotals(const EntitySchema &schema,
                                            const QList<std::optional<QJsonObject>> &versions);

//! Whether the sums may depend on what stands at a merge path.
[[nodiscard]] bool touchesTotals(const EntitySchema &schema, const QString &path);

} // namespace frost
