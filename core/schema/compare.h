// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

//! True for the names Field::compare may have.
[[nodiscard]] bool isCompareRule(QStringView name);

} // namespace frost
