// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/operation.h"
#include "core/store/database.h"

// What waiting business steps mean for their record. Pure.
namespace frost {

//! The record as it will be once the steps are taken, derived fields aside. Steps that the schema does not know (another
//! version of the pack) change nothing.
[[nodiscard]] QJsonObject withSteps(const EntitySchema &schema, QJsonObject body, const QList<Operation> &steps);
//! The first step for which the record has to stay as it is; nullptr: none.
[[nodiscard]] const Operation *lockedBy(const EntitySchema &schema, const QList<Operation> &steps);
//! What a person would type who makes a copy of a record (BusinessStep::Copy).
[[nodiscard]] QJsonObject copyOf(const EntitySchema &schema, const BusinessStep &step, const QJsonObject &body,
                                 const LocalId &original, const QDate &today);
//! A copy that takes back what was booked, with the rows beside it that should have been booked instead. Of a step that
//! does not rebook (an invoice's credit) the copy itself.
[[nodiscard]] QJsonObject bookingInstead(const EntitySchema &schema, const BusinessStep &step, QJsonObject copy,
                                         const QJsonObject &instead);

//! The live record that a step made of this one as a correction or a credit; nullopt: none is known here.
[[nodiscard]] Result<std::optional<LocalId>> copyOfRecord(Database &database, const EntitySchema &schema, const LocalId &id);

} // namespace frost
