// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

namespace frost {

//! Keys as the menus of this system write them: "Ctrl+S", on macOS "⌘S". No text names keys in another way.
[[nodiscard]] QString keyName(const QKeySequence &keys);
//! "Undo (Ctrl+Z)"
[[nodiscard]] QString withKeyName(const QString &text, const QKeySequence &keys);

} // namespace frost
