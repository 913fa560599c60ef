// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/packnode.h"
#include "core/schema/schema.h"

namespace frost {

//! The fields of an entity type or of rows, from the array "fields" of `node`.
[[nodiscard]] QList<Field> readFields(PackNode &node);
//! Names of types, fields and indexes: a letter, then letters, digits and '_', at most 64. They become names in SQL and
//! in paths, so nothing else is let in.
[[nodiscard]] bool isSchemaName(QStringView name);
//! Paths of the derived fields, those in rows included: "total", "rows.total".
[[nodiscard]] QStringList derivedPaths(const QList<Field> &fields);

} // namespace frost
