// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/presentation.h"

// What --json gives for the things around the records. Ids in them are shown ids; "localId" is the one for life.
namespace frost {

[[nodiscard]] QJsonObject toJson(const QueueCounts &counts);
[[nodiscard]] QJsonObject toJson(const Run &run);
[[nodiscard]] Result<QJsonObject> toJson(const Operation &operation, Presentation &presentation);
[[nodiscard]] Result<QJsonObject> toJson(const AuditEntry &entry, Presentation &presentation);
//! "base", "mine" and "theirs" are null where that side deleted the record or no base is known.
[[nodiscard]] Result<QJsonObject> toJson(const Conflict &conflict, Presentation &presentation);

//! The same with "decisions" by path, "state", "mayBeUndone", and who took it back when.
[[nodiscard]] Result<QJsonObject> toJson(const DecisionTold &decision, Presentation &presentation);

} // namespace frost
