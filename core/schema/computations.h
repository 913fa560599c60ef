// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/computation.h"
#include "core/schema/parameters.h"

#include "core/base/decimal.h"

namespace frost {

// The makers of the computations a pack may name; resources/schemas/README.md lists their parameters.

[[nodiscard]] std::shared_ptr<const Computation> makeDocumentTotals(Parameters &parameters);
[[nodiscard]] std::shared_ptr<const Computation> makeOcr(Parameters &parameters);
[[nodiscard]] std::shared_ptr<const Computation> makeDebitCreditBalance(Parameters &parameters);
[[nodiscard]] std::shared_ptr<const Computation> makeSwedishNumbers(Parameters &parameters);
[[nodiscard]] std::shared_ptr<const Computation> makeIsoCodes(Parameters &parameters);

//! The number that a normalised body holds in `name`; zero where it has none.
[[nodiscard]] Decimal decimalIn(const QJsonObject &body, const QString &name);

} // namespace frost
