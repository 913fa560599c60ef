// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

inline constexpr int kAmountDecimals = 2; //!< the fewest of an Amount, stored and shown

//! What canonicalValue() made of a value.
struct Canonical {
    enum class Outcome { Same, Changed, Removed, Refused };
    Outcome outcome = Outcome::Same;
    QJsonValue value; //!< Changed only
    QString code;     //!< Refused only: the problem

    static Canonical same() { return {}; }
    static Canonical changed(QJsonValue value) { return {Outcome::Changed, std::move(value), {}}; }
    static Canonical removed() { return {Outcome::Removed, {}, {}}; }
    static Canonical refused(QString code) { return {Outcome::Refused, {}, std::move(code)}; }
};

//! The canonical form of one value of any kind but Rows.
[[nodiscard]] Canonical canonicalValue(const Field &field, const QJsonValue &value);

//! NFC, trimmed, without control characters; in long text line breaks stay, as "\n". Text that has this form is
//! returned shared.
[[nodiscard]] QString canonicalText(const QString &text, bool longText);

//! The id a reference holds: a string, or a whole JSON number written as one. Null: neither.
[[nodiscard]] QString referenceId(const QJsonValue &value);

} // namespace frost
