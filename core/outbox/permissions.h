// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/connections.h"
#include "core/outbox/operation.h"
#include "core/schema/schema.h"

#include <QStringList>

namespace frost {

//! The right an operation needs (R-QUE-10): "invoices:create".
[[nodiscard]] QString permissionFor(const EntityType &type, OperationKind kind);
//! The same of a business step: "invoices:book". One that makes a copy needs the right to create.
[[nodiscard]] QString permissionFor(const EntityType &type, const BusinessStep &step);
//! The rights that the connection's remote last told; nullopt: it tells none, and everything may be tried.
[[nodiscard]] std::optional<QStringList> permissionsOf(const Connection &connection);
//! Success, or Forbidden "permission.missing" [permission].
[[nodiscard]] Result<> requirePermission(const std::optional<QStringList> &permissions, const QString &permission);

} // namespace frost
