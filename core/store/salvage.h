// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>

#include <functional>

namespace frost {

//! What salvage() could and could not read.
struct Salvaged {
    QMap<QString, qint64> rows; //!< by table, those handed out
    //! "table: row" of a row that is lost, "table: *" where part of a table is and nobody can say how much. The first
    //! thousand of a table.
    QStringList unreadable;
};

//! Everything that can still be read of a damaged company file, a line of canonical JSON for each row:
//! {"table": "os_customers", "row": {"id": …, "revision": …, "body": {…}}}. That is every record, tombstone, draft, operation,
//! conflict, link and audit row; indexes and the search hold nothing of their own and are left out. Reads around damaged
//! pages; changes nothing. The file may be of any version and belong to anybody.
//! @param take  its first error ends the work and is returned
//! Errors: NotFound "store.missing"; those of Sql::open; Corrupt "store.corrupt" where not even the list of tables is left.
[[nodiscard]] Result<Salvaged> salvage(const QString &path, const std::function<Result<>(const QByteArray &line)> &take);

} // namespace frost
