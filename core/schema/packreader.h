// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

//! Reads one pack: everything that can be judged without the other packs of the company. Each entity type gets its
//! computations and an index for every top-level reference.
//! Errors: Invalid "pack.malformed" [name, where].
[[nodiscard]] Result<QList<EntitySchema>> readPack(const QJsonObject &pack);

} // namespace frost
