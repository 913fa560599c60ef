// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"

#include <QDateTime>

namespace frost::wording {

[[nodiscard]] QString severityLabel(Severity severity); //!< "Critical", "High", "Medium", "Low"
//! What was chosen: "base", "mine", "both", "edited"; theirs by the name of the system, ConflictCase::system().
[[nodiscard]] QString choiceLabel(Choice choice, const QString &system);
//! "12 March 16:40" in local time; "at an unknown time" where it is not known.
[[nodiscard]] QString momentText(const QDateTime &instant);

} // namespace frost::wording
