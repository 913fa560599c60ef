// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

//! The same types, each after all it refers to (rows included; a reference to its own type does not count), otherwise
//! in the order given. Errors: Invalid "pack.cycle" [types of one cycle, in order of reference] (R-QUE-05).
//! @param types every target of a reference is among them
[[nodiscard]] Result<QList<EntitySchema>> inDependencyOrder(QList<EntitySchema> types);

//! One Reference field, found by walking the fields of a type and of its rows.
struct ReferenceField {
    QString path; //!< "customer", "rows.article"
    EntityType target;
};
[[nodiscard]] QList<ReferenceField> referenceFields(const QList<Field> &fields);

} // namespace frost
