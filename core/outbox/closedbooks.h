// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QDate>

#include <optional>

// What is in the books stays as it is: booked records, and everything that is dated in a period whose books are closed (UX.md
// 1.2 G). Closings are records like others (EntitySchema::closesBooks), so every hub of the company knows them.
namespace frost {

//! The day up to and including which the books are closed, the latest of all closings; invalid: they are open.
[[nodiscard]] Result<QDate> booksClosedTo(Database &database);
//! The same for records of one type; invalid also where they belong to no period.
[[nodiscard]] Result<QDate> booksClosedTo(Database &database, const EntitySchema &schema);

//! Whether a person may make `after` of `before`. What a step or a number has closed may go further steps, have rows struck
//! and be told to be sent; what is dated in closed books may only be told to be sent, and a draft among it may be given a
//! later date. @param before nullopt: new @param after nullopt: deleted
//! Errors: Rejected "books.closed" [day]; "record.closed" [type, id, field]; "record.numbered" [type, id, number].
[[nodiscard]] Result<> mayChange(const EntitySchema &schema, const LocalId &id, const std::optional<QJsonObject> &before,
                                 const std::optional<QJsonObject> &after, const QDate &closedTo);

} // namespace frost
