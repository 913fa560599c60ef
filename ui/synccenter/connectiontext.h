// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companystatus.h"

#include <QLocale>

namespace frost {

//! Where a name stands: "Company server" alone, "the company server" within a sentence, "company server" in brackets.
enum class Place { Alone, Within, Bracketed };
//! What people call a remote system: Fortnox, or the name they gave the connection (UX.md 1.2 H: never "remote").
[[nodiscard]] QString connectionName(const ConnectionId &id, const QString &provider, Place place);

//! "16:52" today, else with its date; local time.
[[nodiscard]] QString timeText(const QDateTime &instant, const QDateTime &now, const QLocale &locale);
//! "25 s", "3 min", "2 h"; rounded up, at least a second.
[[nodiscard]] QString durationText(std::chrono::seconds duration);
//! "1 min 25 s": exact to the second, tenths below ten seconds; how long something took.
[[nodiscard]] QString elapsedText(std::chrono::milliseconds duration, const QLocale &locale);

} // namespace frost
