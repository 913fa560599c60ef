// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace frost::theme {

enum class Look { System, Light, Dark };

//! Dark where text is lighter than what it stands on; Qt says so itself only from 6.5 on.
[[nodiscard]] bool isDark(const QPalette &palette);
//! Palette and style of the whole program. System leaves what the desktop gives.
void apply(Look look);

//! Behind cells: whose value, that a person typed it, or that one is missing. Contrast with the text is 9.5:1 or better (UX.md 1.2 C14).
enum class Tint { Mine, Theirs, Automatic, Open, Edited };
[[nodiscard]] QColor tint(Tint tint, const QPalette &palette);
//! Negative amounts: red in the look at hand, at least 4.5:1 on the base colour.
[[nodiscard]] QColor negativeInk(const QPalette &palette);
//! Text that matters less, such as what nobody changed: between text and base, at least 4.5:1 on base.
[[nodiscard]] QColor quietInk(const QPalette &palette);

} // namespace frost::theme
