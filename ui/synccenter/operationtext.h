// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/outbox/operation.h"
#include "core/schema/schema.h"

namespace frost {

//! "New invoice 1043*", "Changed customer 17 Norrskog", "Mark as sent: Invoice 1042". @param title RecordName::text()
[[nodiscard]] QString operationText(const Operation &operation, const QString &title);
[[nodiscard]] QString stateText(OperationState state);
//! Icon of a state, for theme::icon().
[[nodiscard]] QString stateIcon(OperationState state);
//! Why the operation is where it is, in a sentence; "" nothing to explain.
//! @param waitsFor  the title of the record it waits for, if it waits for one
[[nodiscard]] QString reasonText(const Operation &operation, const QString &waitsFor);

//! "Done", "Stopped" ...
[[nodiscard]] QString runText(RunState state);

} // namespace frost
