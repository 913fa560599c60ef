// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companystatus.h"

#include <QLocale>

#include <optional>

namespace frost {

//! "16:52" today, else with its date; local time.
[[nodiscard]] QString timeText(const QDateTime &instant, const QDateTime &now, const QLocale &locale);
//! "25 s", "3 min", "2 h"; rounded up, at least a second.
[[nodiscard]] QString durationText(std::chrono::seconds duration);
//! Waits up to this are counted down; nobody watches longer ones, they are told by the clock.
inline constexpr std::chrono::seconds kCountedDown{90};
//! How long until then, rounded up to seconds, at least 0; nullopt: to be told by the clock.
[[nodiscard]] std::optional<std::chrono::seconds> countedDown(const QDateTime &until, const QDateTime &now);
//! "1 min 25 s": exact to the second, tenths below ten seconds; how long something took.
[[nodiscard]] QString elapsedText(std::chrono::milliseconds duration, const QLocale &locale);
//! Why a run of the history failed: its code is kept, its arguments are not, so the connection's name stands for an address.
[[nodiscard]] QString pastErrorText(const QString &code, const ConnectionId &id, const QString &provider);

} // namespace frost
