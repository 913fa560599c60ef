// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/recordname.h"
#include "core/conflict/habits.h"
#include "core/conflict/similar.h"
#include "ui/wording/connectionname.h"

#include <QHash>

namespace frost {

//! One line of the queue.
struct ConflictItem {
    qint64 id = 0;
    EntityType type;
    RecordName name;
    ConflictType conflictType = ConflictType::Data;
    Severity severity = Severity::Medium;
    int left = 0; //!< open entries without a kept decision
};

//! One conflict with all that is said about it; a value that crosses from a lane to the UI.
struct ConflictCase {
    Conflict conflict; //!< mine as it is now: the person may have gone on editing (UX.md 1.2 A4)
    RecordName name;
    QString provider; //!< "frostserver"
    QHash<ConnectionId, QString> otherProviders; //!< of connections that hold it booked or cancelled
    //! Titles of the records referred to in any version, by (type, local id).
    QHash<std::pair<EntityType, QString>, QString> titles;
    //! When each top-level field was last changed here; absent: not known.
    QHash<QString, QDateTime> mineTimes;
    std::optional<KeepBoth::Offer> keepBoth; //!< where they may be two records with one number
    Habits habits;     //!< what this person has chosen so far in such cases
    QJsonObject draft; //!< kept decisions, MergeDraft::toJson(); empty: none

    //! What the other side is called.
    [[nodiscard]] QString system(wording::Place place) const;
    [[nodiscard]] QString otherSystem(const ConnectionId &connection, wording::Place place) const;
};

// For jobs on a lane; what begins with "read" reads, the others need Lane::Write.

//! Whether two people would be asked about the same; how rows were matched is not part of it.
[[nodiscard]] bool sameVersions(const MergeInput &one, const MergeInput &other);
//! The open conflicts, as ConflictStore::list has them: the badge counts these.
[[nodiscard]] Result<QList<ConflictItem>> readConflictItems(Company &company);
//! Errors: NotFound "conflict.unknown" [id]; Rejected "conflict.resolved" [id].
[[nodiscard]] Result<ConflictCase> readConflictCase(Company &company, qint64 id);
//! Other open conflicts of the same connection and type that these choices would settle (UX.md 1.2 J26), oldest first; not
//! those in which somebody has begun to choose. Errors: those of ConflictResolver::current and of the store.
[[nodiscard]] Result<QList<ConflictCase>> readSimilarCases(Company &company, qint64 id, const FieldSides &sides);
//! Empty: forgotten.
[[nodiscard]] Result<> keepMergeDraft(Company &company, qint64 id, const QJsonObject &draft);
//! Writes the decision; it is sent by the next synchronisation (UX.md 1.2 L33). Errors: those of ConflictResolver::resolve.
[[nodiscard]] Result<> resolveConflict(Company &company, qint64 id, const Resolution &resolution);
//! Any conflict, of the store or made up, with what is said of it; nobody has chosen anything in it.
[[nodiscard]] Result<ConflictCase> readCaseOf(Company &company, Conflict conflict);
//! What its record is called, as either side had it: the record itself may be gone.
[[nodiscard]] RecordName conflictName(Company &company, const Conflict &conflict);
//! A settled conflict as it was decided, the decisions as a draft. Errors: those of ConflictHistory::find.
[[nodiscard]] Result<ConflictCase> readDecisionCase(Company &company, qint64 id);

} // namespace frost
