// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/syncrules.h"

namespace frost {

// Rules about single fields that a person makes of earlier decisions, and takes back (UX.md 1.2 J27). They are part of the
// connection's rules, so that there is one place that says why something was decided without a question.

//! Who is right about one field of a type where both sides changed it.
struct FieldRule {
    ConnectionId connection;
    EntityType type;
    QString field;  //!< top level
    QString policy; //!< "server-wins" ...
    friend bool operator==(const FieldRule &, const FieldRule &) = default;
};

//! Of these connections, by type and field; those that only say to ask are none. Errors: those of rulesJson().
[[nodiscard]] Result<QList<FieldRule>> fieldRules(Database &database, const QList<ConnectionId> &connections);
//! In place of another about the same field, which is kept for whoever takes this one back. The same once more changes nothing.
//! Errors: those of setRules().
[[nodiscard]] Result<> addFieldRule(Database &database, const FieldRule &rule);
//! The rule that it came in place of holds again; where there was none a person is asked from then on, also where a rule for all
//! fields would decide. Errors: those of setRules().
[[nodiscard]] Result<> removeFieldRule(Database &database, const FieldRule &rule);

} // namespace frost
