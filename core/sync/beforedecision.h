// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/outbox/recordwriter.h"
#include "core/sync/secondrecord.h"

namespace frost {

//! What a decision about a conflict changes, as it stood before, and by what it is known that nothing has happened since.
//! Kept with the conflict as JSON, so that the decision can be taken back before it is sent (UX.md 1.2 K29).
struct BeforeDecision {
    QJsonObject body;
    bool deleted = false;
    QString updatedBy;
    QDateTime updatedAt;
    std::optional<Link> link;
    std::optional<QJsonObject> base;
    std::optional<RemoteId> lostId; //!< see core/links/lostids.h
    Operation operation;            //!< kind, priority, user, reason, retries and age
    QJsonObject draft;
    std::optional<SecondRecord> second; //!< where both were kept

    qint64 revisionAfter = 0;             //!< of the record as the decision left it
    std::optional<RemoteId> remoteAfter;  //!< of the link as the decision left it; nullopt: it has ended
    QString versionAfter;

    //! Of a conflict with its open operation, inside the transaction of the decision and before it writes. nullopt: the
    //! record is not in the store, so nothing could be put back.
    [[nodiscard]] static Result<std::optional<BeforeDecision>> take(RecordWriter &writer, Links &links,
                                                                    const Conflict &conflict, const Operation &operation);
    //! The rest, once the decision is written.
    [[nodiscard]] Result<> takeAfter(RecordWriter &writer, Links &links, const Conflict &conflict);
    //! Whether record and link are as the decision left them.
    [[nodiscard]] Result<bool> isUntouched(RecordWriter &writer, Links &links, const Conflict &conflict) const;
    //! Puts everything back, the operation waiting for a person again. Inside a transaction; whether the record may be so
    //! again is the caller's to ask.
    [[nodiscard]] Result<> putBack(RecordWriter &writer, Links &links, const Conflict &conflict, const Actor &actor) const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static BeforeDecision fromJson(const QJsonObject &json);
};

} // namespace frost
