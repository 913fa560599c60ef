// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace frost {

struct Verb;

[[nodiscard]] QString helpText();                 //!< all verbs
[[nodiscard]] QString helpText(const Verb &verb);

} // namespace frost
