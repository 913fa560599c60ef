// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/outbox/recordeditor.h"

namespace frost {

struct BeforeDecision;

//! What has become of a decision.
//!
//!   Waiting ──sent──▶ Sent            Waiting ──undo──▶ Undone (the conflict is open again)
//!      ├──refused──▶ Refused          Waiting ──they changed again──▶ Overtaken
//!      └──taken back in the queue──▶ GivenUp
enum class DecisionState {
    Waiting,       //!< written here, to be sent
    Sent,          //!< the remote has it
    NothingToSend, //!< it was what the remote had
    Refused,       //!< the remote does not take it
    Overtaken,     //!< asked about anew before it was sent
    GivenUp,       //!< its operation was discarded
    Undone,        //!< taken back by a person
    Settled,       //!< by the synchronisation itself, or so long ago that no more is known
};
[[nodiscard]] QString toString(DecisionState state); //!< "waiting", "nothing-to-send" ...

//! One decision of the history.
struct DecisionTold {
    Conflict conflict;
    DecisionState state = DecisionState::Settled;
    bool mayBeUndone = false; //!< undo() would do it now
};

//! Settled conflicts: what was decided, taking it back before it is sent, and bringing old values back afterwards
//! (UX.md 1.2 K29–31). Core thread.
class ConflictHistory
{
public:
    ConflictHistory(RecordWriter &writer, RecordEditor &editor, ConflictStore &conflicts, Clock &clock, Random &random);

    //! Newest first. Errors: those of ConflictStore.
    [[nodiscard]] Result<QList<DecisionTold>> list(const ConflictQuery &query);
    //! Errors: NotFound "conflict.unknown" [id]; Rejected "decision.none" [id] while the conflict is open.
    [[nodiscard]] Result<DecisionTold> find(qint64 id);

    //! Takes a decision back, in one durable transaction: record, operation, link, base and draft are as they were, and the
    //! conflict is open again under its own number. Only until its operation has gone out, and while neither record nor link
    //! has been touched since; a decision for what the remote has sends nothing, and can be taken back that long as well. Where
    //! both were kept the second record disappears again, as long as nothing was done with it.
    //! Errors: those of find(); Usage "conflict.oneSided" [id] of a refusal; Rejected "decision.sent" [id],
    //! "decision.overtaken" [id], "decision.undone" [id], "decision.keptBoth" [id] where the second record was
    //! changed since, "decision.closed" [id, field] where it would open what is booked,
    //! "decision.notKept" [id] where nobody decided or too little was kept; and "record.referenced", Invalid "record.invalid" where others rely on the record as it is.
    [[nodiscard]] Result<Conflict> undo(qint64 id, const Actor &actor);

    //! Brings the values of one side of a settled conflict back, as an ordinary edit with all its rules.
    //! @param which  Base, Mine or Theirs. @param path  of one entry of the merge ("note", "rows[r1].price"); nullopt: the
    //! whole record but for numbers that the remote gives and for what steps set
    //! Errors: those of find(), RecordEditor::update and remove; Usage "conflict.oneSided", "restore.which",
    //! "merge.unknownPath" [path]; Rejected "restore.noBase" [id], "restore.deleted" [id] where that side has no field to give,
    //! "restore.rowGone" [path] where the record has no such row now, or none that is surely the same.
    [[nodiscard]] Result<Record> restore(qint64 id, Choice which, const std::optional<QString> &path, const Actor &actor);

private:
    [[nodiscard]] Result<Conflict> settled(qint64 id);
    [[nodiscard]] Result<DecisionTold> told(Conflict conflict);
    [[nodiscard]] Result<BeforeDecision> wayBack(const Conflict &conflict);
    [[nodiscard]] Result<> mayGoBack(const Conflict &conflict);
    [[nodiscard]] Result<> mayStandAgain(const Conflict &conflict, const BeforeDecision &before);
    [[nodiscard]] Result<Conflict> restorable(qint64 id, Choice which);
    [[nodiscard]] QJsonObject wholePatchOf(const Conflict &conflict, Choice which);
    [[nodiscard]] Result<QJsonObject> patchOf(const Conflict &conflict, Choice which, const QString &path, const Record &now);
    [[nodiscard]] Result<Record> recordOf(const Conflict &conflict);

    RecordWriter &m_writer;
    RecordEditor &m_editor;
    ConflictStore &m_conflicts;
    Clock &m_clock;
    Random &m_random;
};

} // namespace frost
