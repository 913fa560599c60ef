// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

//! The body of a new record as it will be stored, before anything is written; a "localId" is left out. References are not
//! looked up: an import makes them right by construction. Errors: Invalid "record.invalid".
[[nodiscard]] Result<QJsonObject> formedBody(const EntitySchema &schema, const QJsonObject &body);

} // namespace frost
