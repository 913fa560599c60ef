// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/wording/sentences.h"

namespace frost::wording {

//! What happened and what to do about it, one or more lines.
[[nodiscard]] QString errorText(const Error &error);
//! The sentence for one code; without one, the code itself with its parts. Of "record.invalid" the problems in a row.
[[nodiscard]] QString codeText(const QString &code, const QStringList &args);
//! A problem of a record as core writes it, "rows[0].price: decimal.malformed".
[[nodiscard]] QString problemText(const QString &pathAndCode);

// For front ends with sentences of their own:
[[nodiscard]] const Sentence *findSentence(std::span<const Sentence> sentences, const QString &code); //!< nullptr: none
//! Translated, with its arguments in place.
[[nodiscard]] QString spoken(const Sentence &sentence, const QStringList &args);
//! What can be said of a kind of error whose code has no sentence.
[[nodiscard]] QString kindText(ErrorKind kind);

} // namespace frost::wording
