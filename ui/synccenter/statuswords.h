// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/synccenter/statusline.h"

namespace frost {

// What lines about one connection and about the whole company are made of.

//! @param source marked for translation, context "StatusLine"
[[nodiscard]] QString statusWords(const char *source, int n = -1);
//! A line that opens a page, with the icon of its kind.
[[nodiscard]] StatusLine lineOf(StatusKind kind, const QString &text, const QString &toolTip,
                                SyncTab tab = SyncTab::Queue);
//! The sentences that there are, one below the other.
[[nodiscard]] QString paragraphs(const QStringList &sentences);
//! What there is to say about one connection.
[[nodiscard]] StatusLine aboutConnection(const ConnectionStatus &connection, const QDateTime &now,
                                         const QLocale &locale, const Unsent &unsent);

} // namespace frost
