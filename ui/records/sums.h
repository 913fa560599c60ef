// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/store/objectstore.h"

#include <QMap>

namespace frost {

//! What fields of records add up to, one sum for each field, by currency ("" where records have none). Cancelled records
//! do not count: they are in the books as if they had never been.
using Sums = QMap<QString, QList<Decimal>>;

//! Over what `query` finds; for the Scan lane. Errors: those of ObjectStore::sums.
[[nodiscard]] Result<Sums> sumsOf(ObjectStore &store, const QStringList &fields, const Query &query,
                                  const std::function<bool()> &goOn);
//! Over these; `goOn` is asked now and then. Errors: those of ObjectStore::at; Cancelled "query.cancelled".
[[nodiscard]] Result<Sums> sumsOf(ObjectStore &store, const QStringList &fields, const QList<RowNumber> &places,
                                  const std::function<bool()> &goOn);

} // namespace frost
