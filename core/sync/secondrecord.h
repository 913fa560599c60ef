// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/outbox/recordwriter.h"

namespace frost {

//! The record that "keep both" has made of theirs and what was pointed to it, as the decision left them: what has to be known to
//! let it disappear again. Kept with BeforeDecision.
struct SecondRecord {
    struct Pointed { //!< a record that referred to mine, and means theirs
        EntityType type;
        LocalId id;
        qint64 revisionAfter = 0;
    };
    LocalId id;
    RemoteId remote;
    QString version;
    qint64 revisionAfter = 0;
    QList<Pointed> pointed;

    //! Whether nothing was done with it since, and nothing of it has gone out. Reads only.
    //! Errors: Rejected "decision.keptBoth" [id] where it was changed, asked about or is being edited, "decision.sent" [id] where
    //! another connection has it or may have it, "decision.overtaken" [id] where something pointed to it was changed,
    //! "record.referenced" where something else refers to it.
    [[nodiscard]] Result<> mayDisappear(RecordWriter &writer, ConflictStore &conflicts, const Conflict &conflict, Clock &clock,
                                        Random &random) const;
    //! What was pointed to it points to mine again, as do what is typed and not saved and what was deleted since; its link is free
    //! for mine, and its row goes; the audit trail alone still tells of it. Inside the transaction that asked mayDisappear().
    [[nodiscard]] Result<> disappear(RecordWriter &writer, ConflictStore &conflicts, Links &links, const Conflict &conflict,
                                     const Actor &actor, Clock &clock) const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static SecondRecord fromJson(const QJsonObject &json);

private:
    [[nodiscard]] Result<> pointBack(RecordWriter &writer, const Conflict &conflict, const Actor &actor) const;
    [[nodiscard]] Result<> pointTombstonesBack(RecordWriter &writer, const Conflict &conflict, const Actor &actor) const;
    [[nodiscard]] QJsonObject pointedBack(const EntitySchema &schema, const QJsonObject &body, const Conflict &conflict) const;
    [[nodiscard]] Result<> isUnused(RecordWriter &writer, const Conflict &conflict) const;
    [[nodiscard]] Result<> isUnknownElsewhere(RecordWriter &writer, ConflictStore &conflicts, const Conflict &conflict,
                                              Links &links) const;
};

} // namespace frost
