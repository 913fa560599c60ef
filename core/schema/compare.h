// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

//! True for the names Field::compare may have.
[[nodiscard]] bool isCompareRule(QStringView name);
//! Whether a number is written as one that stands in for the final one: "1043*".
[[nodiscard]] bool hasStar(const QJsonValue &number);

} // namespace frost
