// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace frost {

//! The field that a remote numbers, as long as it is a text of the record itself; nullptr: none.
[[nodiscard]] const Field *assignedField(const EntitySchema &schema);

//! The provisional number of the next record: one above the highest among those made last (of the same series), marked
//! with a star. "" where the type has no numbers that a remote assigns.
[[nodiscard]] QString nextProvisionalNumber(Database &database, const EntityType &type, const QString &series);

//! The field that alone tells records of one kind apart, as far as it can be given another value; nullptr: none.
[[nodiscard]] const Field *numberedField(const EntitySchema &schema);
//! Another number for a record whose own is taken: provisional where a remote gives them, else its last digits counted up until no
//! live record here has it. "": a person has to say ("Norr" has no digits). Errors: those of the store.
[[nodiscard]] Result<QString> freeNumber(Database &database, const EntitySchema &schema, const QJsonObject &body);

} // namespace frost
