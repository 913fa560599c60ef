// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

namespace frost {

//! Which operations the next batch is taken from.
struct BatchBounds {
    std::optional<Operation> after; //!< as for Outbox::ready
    int limit = 0;
    bool withOldest = false; //!< a share of it is for the oldest (kShareOfOldest)
};

//! Read–compare–write for a remote without versions, where an update takes the place of whatever is there: reads every
//! record that the next batch would change and brings in what was changed there, so that it is merged or asked about
//! instead of being overwritten. What somebody changes between this look and the write is still lost; no remote of this
//! kind can do better. Of a remote with versions only those records are read that it had lost and that are to be made anew:
//! it may have them again.
//! What cannot be read there is refused, and a person has to look. Errors: those of Provider::fetch but NotFound, which is a
//! deletion; Forbidden for one record leaves that record to the push, which says the same.
//! @return the operations that may be sent now, by id: what was not looked at must not be; nullopt: all of them.
Task<Result<std::optional<QSet<qint64>>>> compareFirst(RunContext &context, BatchBounds bounds);

//! What became of operations whose answer was lost, for a remote that cannot answer the same request twice: creates are
//! looked for, updates and deletes compared. One outcome an operation, in order: Applied, NotDone, or Undecided while a
//! request may still be on its way. Errors: those of Provider::find and fetch.
Task<Result<std::vector<PushOutcome>>> askOutcomes(RunContext &context, QList<Operation> operations);

} // namespace frost
