// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/providers/hubserver.h"
#include "core/store/sql.h"

#include <QList>

#include <utility>

// What the hubs' server knows of the links to an external system, as far as this hub knows: one row a record (told_links).
namespace frost {

//! Of a link without an id: the holder is about to make the record there, and has not told yet what became of it.
inline constexpr auto kBeingMade = "being made";

//! What the server knows from now on. Inside a transaction.
[[nodiscard]] Result<> rememberTold(Sql &sql, const ConnectionId &connection, const LocalId &local, const SharedLink &link);

//! Whether every hub will know that a holder may have made the record there, whatever becomes of this one.
[[nodiscard]] Result<bool> isBeingMade(Sql &sql, const ConnectionId &connection, const EntityType &type, const LocalId &record);
//! Records that a holder was about to make there, and that have no link here.
[[nodiscard]] Result<QList<std::pair<EntityType, LocalId>>> recordsBeingMade(Sql &sql, const ConnectionId &connection);

//! SQL: whether anything waits for a record, in the words of the partial indexes of the queue, or every operation would be
//! looked at. @param connections, type, record  SQL
[[nodiscard]] QByteArray queueWaits(const QByteArray &connections, const QByteArray &type, const QByteArray &record);

} // namespace frost
