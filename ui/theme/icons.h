// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace frost::theme {

//! An icon of resources/icons ("document-new"), drawn in the colour of the palette's text, at any size. It follows when
//! the palette changes: it is drawn anew each time it is asked for. UI thread.
[[nodiscard]] QIcon icon(const QString &name);

} // namespace frost::theme
