// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/outbox/operation.h"
#include "core/schema/schema.h"

namespace frost {

//! What people know a record by: number and title, "1042 Norrskog Bygg AB". @param referred  the title of the record that
//! its first required reference names, for documents that have no title of their own; may be empty
[[nodiscard]] QString recordTitle(const EntitySchema &schema, const QJsonObject &body, const QString &referred);
//! The reference whose title stands in for one of its own; nullopt: the record has a title, or refers to nothing.
[[nodiscard]] std::optional<ReferenceUse> standInTitle(const EntitySchema &schema, const QJsonObject &body);

//! "New invoice 1043*", "Changed customer 17 Norrskog".
[[nodiscard]] QString operationText(OperationKind kind, const EntityType &type, const QString &title);
[[nodiscard]] QString stateText(OperationState state);
//! Icon of a state, for theme::icon().
[[nodiscard]] QString stateIcon(OperationState state);
//! Why the operation is where it is, in a sentence; "" nothing to explain.
//! @param waitsFor  the title of the record it waits for, if it waits for one
[[nodiscard]] QString reasonText(const Operation &operation, const QString &waitsFor);

//! "Done", "Stopped" ...
[[nodiscard]] QString runText(RunState state);

} // namespace frost
