// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>

#include <optional>

namespace frost {

//! One field that both sides changed.
struct FieldDispute {
    QJsonValue mine;    //!< Undefined: not there
    QJsonValue theirs;
    QDateTime mineAt;   //!< when each side's record was last changed; invalid: unknown, or not to be trusted
    QDateTime theirsAt;
};

//! Says who is right about a field without asking a person (R-CON-04). A new way to decide is a line in the table of
//! fieldpolicy.cpp: rules take its word at every level (rulelevels.h), for a connection, a type or a single field.
struct FieldPolicy {
    enum class Right { Mine, Theirs };
    QLatin1StringView word; //!< in rules
    std::optional<Right> (*decide)(const FieldDispute &dispute); //!< pure; nullopt: a person is asked
};

[[nodiscard]] const FieldPolicy *fieldPolicy(QStringView word); //!< nullptr: unknown

} // namespace frost
