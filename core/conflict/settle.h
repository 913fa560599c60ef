// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"

namespace frost {

enum class Side { Mine, Theirs };

//! A copy of `body` with `value` at a FieldMerge path ("note", "rows[r1].price", "rows[r1]"); Undefined removes it. A
//! row keeps the id that the path names; a row that is not there is added at the end; a field of such a row is not.
//! Derived fields are the caller's to recompute. @param path not "", which means the whole record
[[nodiscard]] QJsonObject withValueAt(const EntitySchema &schema, const QJsonObject &body, const QString &path,
                                      const QJsonValue &value);

//! What stands at such a path; Undefined: nothing, or no such row.
[[nodiscard]] QJsonValue valueAt(const EntitySchema &schema, const QJsonObject &body, const QString &path);

//! The merged record with every open entry given to one side, derived fields recomputed; nullopt: deleted.
[[nodiscard]] Result<std::optional<QJsonObject>> settle(const EntitySchema &schema, const MergeResult &merged,
                                                        Side side);

} // namespace frost
