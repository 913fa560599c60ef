// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"

#include <QColor>
#include <QIcon>

namespace frost {

//! What stands before a word in the merge dialog; the word says the same (UX.md 1.2 C13, F).
enum class Mark { Open, Chosen, Automatic, Edited, Warning, Information };

//! Drawn shapes, as sharp as the screen; ink follows the palette.
[[nodiscard]] QIcon markIcon(Mark mark);
//! Critical: a no-entry sign; High: a triangle; Medium: a square; Low: a ring.
[[nodiscard]] QIcon severityIcon(Severity severity);

//! Behind a value: whose it is. nullopt: neither side's; the word beside it says what it is.
[[nodiscard]] std::optional<QColor> sideTint(Choice side);

} // namespace frost
