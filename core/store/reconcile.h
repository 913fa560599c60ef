// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/layout.h"
#include "core/store/sql.h"

namespace frost {

using Layouts = std::vector<std::unique_ptr<StoreLayout>>;

//! Makes missing stores, indexes and search tables over existing data, rebuilds those that were filled from something
//! else, drops undeclared indexes; stores stay. One transaction, and none where everything fits.
[[nodiscard]] Result<> reconcile(Sql &sql, const Layouts &layouts);

//! True where reconcile() would change nothing.
[[nodiscard]] Result<bool> isReconciled(Sql &sql, const Layouts &layouts);

//! For a file that must not be changed: takes out of the layouts what it does not have.
[[nodiscard]] Result<> restrictToExisting(Sql &sql, Layouts &layouts);

//! Calls `visit` with rid, id and body of every record of a store that is not a tombstone.
[[nodiscard]] Result<> visitBodies(Sql &sql, const StoreLayout &store,
                                   const std::function<Result<>(qint64, const LocalId &, const QJsonObject &)> &visit);

} // namespace frost
