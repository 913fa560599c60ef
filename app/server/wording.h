// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace frost::server {

//! Exit codes of DESIGN.md section 12.
enum class ExitCode { Done = 0, Failed = 1, WrongUsage = 2, DamagedOrNewer = 5, Busy = 6 };

//! A sentence for the person at the command line.
[[nodiscard]] QString sentenceFor(const Error &error);
[[nodiscard]] ExitCode exitCodeFor(const Error &error);

//! One line on standard error, with the program's name before it.
void complain(const QString &sentence);
//! complain(sentenceFor(error)).
[[nodiscard]] ExitCode report(const Error &error);
//! Text on standard output, at once.
void print(const QString &text);

} // namespace frost::server
