// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/outbox/recordwriter.h"

namespace frost {

//! What connections other than the conflict's own have of its record, as far as it is booked or cancelled there: what their own
//! open conflict shows, else the base, else, where nothing waits to be sent, the record as it is here.
[[nodiscard]] Result<QList<HeldCopy>> heldElsewhere(RecordWriter &writer, ConflictStore &conflicts, const Conflict &conflict,
                                                    Clock &clock, Random &random);

} // namespace frost
