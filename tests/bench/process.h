// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace frost::bench {

//! A process of this computer, as Linux tells of it under /proc; elsewhere nothing is known. Any thread.

//! The most memory it ever had resident, in MB (10^6 bytes); 0: not known.
[[nodiscard]] double peakMegabytes(qint64 process);
//! How many files it has open whose names end like that, each counted once; -1: not known.
[[nodiscard]] int openFiles(qint64 process, const QString &suffix);

} // namespace frost::bench
