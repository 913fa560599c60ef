// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/sync/outgoing.h"

namespace frost {

//! One request that a decision would cause, as it would go out next.
struct PlannedRequest {
    ConnectionId connection;
    OperationKind kind = OperationKind::Create;
    RemoteId remote;     //!< empty for a create
    QString baseVersion; //!< "" where none is known, or the remote has none
    std::optional<QJsonObject> known; //!< what the connection has, as far as that is known, in local vocabulary
    std::optional<QJsonObject> after; //!< the whole record as it is here by then; nullopt: deleted
    QJsonObject body;    //!< in our vocabulary with the remote's ids; empty for a delete
    QStringList withheld; //!< top-level fields that differ from what it has, and that the rules leave out
    std::optional<OutgoingRecords::Hindrance> waits; //!< why it cannot go yet
};

//! What the next runs would send of the record of an open conflict if it was decided like that: at most one request for a
//! connection, in the order of the connections. Writes nothing, and asks no remote: what changes there until then is not in it, nor
//! are business steps that wait. @param conflict  as ConflictResolver::current() has it @param result  as it would be stored,
//! see resultOf(); nullopt: deleted. Errors: NotFound "store.unknown", "record.unknown"; those of the store and of rulesOf().
[[nodiscard]] Result<QList<PlannedRequest>> plannedRequests(RecordWriter &writer, Clock &clock, Random &random, const Conflict &conflict,
                                                            const std::optional<QJsonObject> &result);

//! The same of the two records that "keep both" makes, as KeepBoth::offer() has it; not of records that are pointed to theirs.
struct PlannedKeepBoth {
    QList<PlannedRequest> mine;   //!< under its other number
    QList<PlannedRequest> theirs; //!< for connections that do not have it
};
//! @param number  "": as offered. Errors: as plannedRequests() and KeepBoth::carryOut().
[[nodiscard]] Result<PlannedKeepBoth> plannedKeepBoth(RecordWriter &writer, ConflictStore &conflicts, Clock &clock, Random &random,
                                                      const Conflict &conflict, const QString &number);

} // namespace frost
