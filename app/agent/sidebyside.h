// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/output.h"
#include "core/company/presentation.h"

namespace frost {

//! Base, mine and theirs of a conflict beside one another, the fields that differ; open ones are marked.
[[nodiscard]] Result<> writeSideBySide(Output &output, Company &company, const Conflict &conflict);

} // namespace frost
