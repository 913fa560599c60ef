// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/operation.h"
#include "core/store/sql.h"

#include <QList>

// Operations as rows; private to the outbox.
namespace frost {

//! The columns that readOperations() expects, of a row in `operations` or of kAllOperations.
[[nodiscard]] const QByteArray &operationColumns();
//! Open and finished operations in one table expression, behind every list and every counter (R-QUE-09). `finished` is
//! 1 for a row of the history.
[[nodiscard]] const QByteArray &allOperations();

[[nodiscard]] Result<QList<Operation>> readOperations(Result<Rows> rows);
[[nodiscard]] Result<std::optional<Operation>> readOperation(Result<Rows> rows);

//! @return the new row's id
[[nodiscard]] Result<qint64> insertOperation(Sql &sql, const Operation &operation, int rank);
//! Writes everything that may change in an open row.
[[nodiscard]] Result<> saveOperation(Sql &sql, const Operation &operation, int rank);
//! Moves the row to the history, as the operation stands.
[[nodiscard]] Result<> finishOperation(Sql &sql, const Operation &operation, int rank);

} // namespace frost
