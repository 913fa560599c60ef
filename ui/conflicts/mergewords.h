// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"

#include <QDateTime>

namespace frost::wording {

[[nodiscard]] QString severityLabel(Severity severity); //!< "Critical", "High", "Medium", "Low"
//! A remote system as people call it, for titles and choices: "Company server", "Fortnox"; unknown ones by their own name.
[[nodiscard]] QString providerLabel(const QString &provider);
//! The same within a sentence: "the company server".
[[nodiscard]] QString providerInSentence(const QString &provider);
//! What was chosen: "base", "mine", "Company server", "both", "edited".
[[nodiscard]] QString choiceLabel(Choice choice, const QString &provider);
//! "12 March 16:40" in local time; "at an unknown time" where it is not known.
[[nodiscard]] QString momentText(const QDateTime &instant);

} // namespace frost::wording
