// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>

namespace frost::entry {

//! A date as people type it (UX.md 2.2). With today = 2026-11-13:
//!
//!   20                              the 20th of this month
//!   1120, 11-20                     month and day of this year
//!   20/11, 20.11                    day and month of this year; also 20/11-26, 20.11.2026
//!   261120, 20261120                also 26-11-20, 2026-11-20, 2026/11/20
//!   +30, -1                         days from today
//!   i, d                            today
//!   m, M                            first and last day of this month
//!
//! Two digits of a year are the one within 80 years back and 19 ahead.
//! Errors: Invalid "date.malformed" [text], also for blank text and for days that do not exist.
[[nodiscard]] Result<QDate> parseDate(QStringView text, const QDate &today);

} // namespace frost::entry
