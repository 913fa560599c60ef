// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <QDateTime>

#include <optional>

namespace frost {

//! How long an answer asks to wait (RFC 9110, 10.2.3): seconds, or an HTTP date against the answer's own Date, so that the
//! clocks need not agree. 0 to kLongestRetryAfter; more is taken for that, a date in the past for 0. nullopt: absent, or
//! neither a number nor a date.
//! @param now for a date in an answer without Date; invalid: such a date says nothing
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const HttpHeaders &headers, const QDateTime &now);

//! "Sun, 06 Nov 1994 08:49:37 GMT"; invalid where `text` is no HTTP date.
[[nodiscard]] QDateTime fromHttpDate(const QByteArray &text);

} // namespace frost
