// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

namespace frost {

//! One record here and as the remote has it at this moment.
struct Comparison {
    enum class There {
        Same,
        Different,
        Missing,   //!< deleted, or forgotten
        NeverSent, //!< it was not given to this remote, or nobody knows yet whether it arrived
    };
    There there = There::NeverSent;
    MergeInput versions;  //!< base: what both sides last agreed on, as long as that is kept
    bool waiting = false; //!< a change or a step of here is still to be sent
};
[[nodiscard]] QString toString(Comparison::There there); //!< "same", "different", "missing", "never-sent"

//! Reads both sides and changes neither. Errors: those of Provider::fetch but NotFound; NotFound "record.unknown"; those
//! of the store.
Task<Result<Comparison>> compareRecord(RecordWriter &writer, Links &links, RemoteChanges &remoteChanges, Provider &provider,
                                       EntityType type, LocalId record);

//! Brings one record into the state that a full pull would give it: what the remote has is taken, what was changed here and
//! not sent is kept and merged, or asked about. One that the remote does not have any more is asked about, and one that it
//! never got is queued for it. Errors: those of Provider::fetch; of the store.
Task<Result<>> repairRecord(RunContext &context, EntityType type, LocalId record);

} // namespace frost
