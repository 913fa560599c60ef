// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QString>

namespace frost::wording {

//! Where a name stands: "Company server" alone, "the company server" within a sentence, "company server" in brackets.
enum class Place { Alone, Within, Bracketed };
//! What people call a remote system: Fortnox, or the name they gave the connection (UX.md 1.2 H: never "remote").
[[nodiscard]] QString connectionName(const ConnectionId &id, const QString &provider, Place place);

} // namespace frost::wording
