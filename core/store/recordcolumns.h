// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"
#include "core/store/sql.h"

#include <functional>

// How a record is read from a row of its table. Private to the store.
namespace frost {

//! The columns readRecord() expects, of a table with the alias o.
extern const QByteArray kRecordColumns;
inline constexpr int kRecordColumnCount = 8;

//! Errors: Corrupt "record.corrupt" [type, id] where the body is no JSON object.
[[nodiscard]] Result<Record> readRecord(const Rows &rows, const EntityType &type);
[[nodiscard]] Result<QJsonObject> readBody(const QByteArray &utf8, const EntityType &type, const LocalId &id);
//! Until `visit` returns false.
[[nodiscard]] Result<> visitRecords(Rows &rows, const EntityType &type,
                                    const std::function<bool(const Record &)> &visit);
[[nodiscard]] Result<QList<Record>> readRecords(Rows &rows, const EntityType &type);

[[nodiscard]] QDateTime readTime(const Rows &rows, int column); //!< milliseconds since 1970 UTC; NULL: invalid
[[nodiscard]] QVariant boundTime(const QDateTime &time);

} // namespace frost
