// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/base/result.h"
#include "core/conflict/merge.h"
#include "core/exchange/importreport.h"
#include "core/outbox/operation.h"
#include "core/sync/conflicthistory.h"

#include <QJsonObject>

// Everything frost-agent says about what core answers with codes. English is the source; translations replace it.
namespace frost::wording {

//! What is wrong and what to do, one or more lines.
[[nodiscard]] QString sentence(const Error &error);
//! A problem of a record as core writes it, "rows[0].price: decimal.malformed".
[[nodiscard]] QString problem(const QString &pathAndCode);
//! Something that verify found, as core writes it: "code: part, part" or "row: code".
[[nodiscard]] QString finding(const QString &what);
//! Why an operation waits, failed or ended; "" where there is nothing to say.
[[nodiscard]] QString reason(const QString &code, const QStringList &args);
[[nodiscard]] QString state(OperationState state);
[[nodiscard]] QString state(RunState state);
[[nodiscard]] QString state(DecisionState state);
[[nodiscard]] QString adaptation(const Adaptation &adaptation);
//! True where the code has a sentence of its own.
[[nodiscard]] bool knows(const QString &code);

//! {"error": {"kind", "code", "args", "message"}}: what --json gives instead of an answer.
[[nodiscard]] QJsonObject json(const Error &error);

} // namespace frost::wording
