// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/links.h"
#include "core/outbox/outbox.h"
#include "core/store/database.h"

#include <functional>

// Who refers to a record.
namespace frost {

//! A type's field that holds references: its path is "customer" or, in rows, "rows.article".
using ReferringField = std::pair<EntityType, QString>;

//! The fields that may refer to `target`, in other types and in its own.
[[nodiscard]] QList<ReferringField> referringFields(const Schema &schema, const EntitySchema &target);

//! Visits the other live records that have `id` in that field. `visit` must not write to the field's store.
[[nodiscard]] Result<> forEachReferring(Database &database, const ReferringField &field, const EntityType &target,
                                        const LocalId &id, const std::function<void(const Record &)> &visit);

//! Errors: Rejected "record.referenced" [type, id, referring type, count] while live records refer to it.
[[nodiscard]] Result<> refuseIfReferred(Database &database, const EntityType &type, const LocalId &id);

//! Whether a live record that refers to `id` waits to be sent to `connection`, which does not know of the reference yet.
//! @param links  of that connection
[[nodiscard]] Result<bool> isAwaited(Database &database, Outbox &outbox, const ConnectionId &connection, Links &links,
                                     const EntityType &target, const LocalId &id);

} // namespace frost
