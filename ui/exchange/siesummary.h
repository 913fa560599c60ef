// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sie/sieimporter.h"

namespace frost {

//! A SIE file and what became of it, as rich text for a person: whose it is, its years, what was read, what is passed over
//! and why. Everything from the file is escaped.
[[nodiscard]] QString sieSummary(const SieReport &report);

} // namespace frost
