// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/outbox/recordwriter.h"
#include "core/sync/keepboth.h"

namespace frost {

//! Carries out a decision about a conflict: first in the store, durably; sending is a separate step of the next run, so a
//! failed send never loses a decision (UX.md 1.2 L33).
class ConflictResolver
{
public:
    ConflictResolver(RecordWriter &writer, ConflictStore &conflicts, Clock &clock, Random &random);

    //! An open conflict against what the record is now: the person may have gone on editing (UX.md 1.2 A4).
    //! Errors: NotFound "conflict.unknown" [id].
    [[nodiscard]] Result<Conflict> current(qint64 id);
    //! Base, mine and theirs of an open conflict compared anew, with every field's fate.
    [[nodiscard]] Result<MergeResult> compare(const Conflict &conflict);

    //! Decides and writes, in one durable transaction.
    //! Errors: NotFound "conflict.unknown"; Rejected "conflict.resolved" [id]; Conflict "merge.changedMeanwhile" [id] where
    //! it is not what was seen any more; Conflict "merge.open" [paths]; Usage as decide(); Invalid "record.invalid": a result
    //! that breaks the schema is a conflict still, not a save, unless it is theirs as it is: the remote has it like that, or mine
    //! as it is in the books elsewhere;
    //! Rejected as checkLawful().
    //! A refusal has nothing to choose from: client-wins sends it again, server-wins gives it up as QueueEditor::discard()
    //! does, with its errors; anything else is Usage "conflict.oneSided" [id]. Keep-both: errors as KeepBoth::carryOut(), of a
    //! refusal as well.
    [[nodiscard]] Result<Record> resolve(qint64 id, const Resolution &resolution, const Actor &actor);
    //! By a strategy for the whole record, whatever it is by now.
    [[nodiscard]] Result<Record> resolve(qint64 id, Strategy strategy, const std::optional<QJsonObject> &manual,
                                         const Actor &actor)
    {
        return resolve(id, Resolution{strategy, manual, {}, {}}, actor);
    }

    //! Whether two records that were given one number can both stay, and what mine would be called. Errors: those of the store.
    [[nodiscard]] Result<std::optional<KeepBoth::Offer>> keepBothOffer(const Conflict &conflict);

private:
    [[nodiscard]] Result<Record> keepBoth(const Conflict &conflict, const Operation &operation, const QString &number,
                                          const Actor &actor);
    [[nodiscard]] Result<Record> renumberRefused(const Conflict &conflict, const QString &number, const Actor &actor);
    [[nodiscard]] Result<Record> carryOut(const Conflict &conflict, const Operation &operation,
                                          const Resolution &resolution, const Actor &actor);
    [[nodiscard]] Result<Record> settleRefusal(const Conflict &conflict, Strategy strategy, const Actor &actor);
    [[nodiscard]] Result<std::optional<QJsonObject>> decided(const Conflict &conflict, Strategy strategy,
                                                             const std::optional<QJsonObject> &manual);
    [[nodiscard]] Result<Record> write(const Conflict &conflict, const std::optional<QJsonObject> &result, const Actor &actor,
                                       Priority priority);
    [[nodiscard]] Result<> settle(const Operation &operation, const Conflict &conflict,
                                  const std::optional<QJsonObject> &result, Links &links, const Actor &actor,
                                  Priority priority);
    [[nodiscard]] Result<> adopt(const Conflict &conflict, const std::optional<QJsonObject> &result, Links &links);

    RecordWriter &m_writer;
    ConflictStore &m_conflicts;
    Clock &m_clock;
    Random &m_random;
};

} // namespace frost
