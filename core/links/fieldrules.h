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

//! That hold for these connections, those of the company and the tenant among them, by type and field; those that only say to
//! ask are none. Errors: those of rulesOf().
[[nodiscard]] Result<QList<FieldRule>> fieldRules(Database &database, const QList<ConnectionId> &connections);
// Each in a transaction of its own, all of it or nothing. Errors: those of setRules().

//! In place of others about the same fields, which are kept for whoever takes these back. @return those that did not stand so already
[[nodiscard]] Result<QList<FieldRule>> addFieldRules(Database &database, const QList<FieldRule> &rules);
//! As if they had never been added. @return those that say something else by now, and stay
[[nodiscard]] Result<QList<FieldRule>> undoFieldRules(Database &database, const QList<FieldRule> &added);
//! Another answer for a field, in place of the one that stands; what that one came in place of is kept still.
[[nodiscard]] Result<> changeFieldRule(Database &database, const FieldRule &rule);
//! The rule that it came in place of holds again; where there was none a person is asked from then on, also where a rule for all
//! fields, or one of the company or the tenant, would decide.
[[nodiscard]] Result<> removeFieldRule(Database &database, const FieldRule &rule);

} // namespace frost
