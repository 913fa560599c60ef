// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/sql.h"

#include <QDateTime>
#include <QVariant>

// How the tables around the records (audit, runs, links, operations) keep instants, and who may write them.
namespace frost {

//! Milliseconds since 1970 UTC; NULL for an invalid instant.
[[nodiscard]] inline QVariant instantColumn(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant();
}
[[nodiscard]] inline QDateTime instantAt(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(rows.integer(column), Qt::UTC);
}

//! What belongs together commits together: a write outside a transaction is a bug of the caller.
[[nodiscard]] inline Result<> requireTransaction(const Sql &sql)
{
    if (!sql.inTransaction())
        return fail(ErrorKind::Internal, QStringLiteral("store.noTransaction"));
    return {};
}

} // namespace frost
