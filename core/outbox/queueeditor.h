// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/recordwriter.h"

namespace frost {

//! What a person decides about operations that have not been sent. Each decision is one durable transaction.
//! What may have reached the remote (processing, verify) and what waits for a choice (conflict) is not touched: Rejected
//! "operation.notWaiting" [state]. Errors also: NotFound "operation.unknown" [id].
class QueueEditor
{
public:
    QueueEditor(RecordWriter &writer, Clock &clock, Random &random);

    //! What discarding an operation comes to. A record is never left different from what a connection has without an
    //! operation that says so, or the next change from there would take its place unasked.
    enum class Discard {
        KeepUnsent,   //!< a new record stays here and is not sent until somebody changes it or asks for it again
        UndoChange,   //!< the record goes back to what the connection has
        UndoDeletion, //!< the record lives again
        DropStep,     //!< the step is not taken, nor those that were asked for after it; the record stays as it is
    };
    struct Prospect {
        Operation operation;
        Discard discard = Discard::KeepUnsent;
        QJsonObject before; //!< the record as it is
        QJsonObject after;  //!< and as it would be
    };
    //! Writes nothing. Errors also: Rejected "operation.noBase" [type, id]: what the connection has is not known here.
    [[nodiscard]] Result<Prospect> prospect(qint64 id);
    //! Steps that wait behind the operation end with it: they were asked for the record as it was to be.
    //! Errors as prospect(), and Invalid "record.invalid" where the state before breaks a rule today (its number was given
    //! to another, what it refers to is gone).
    [[nodiscard]] Result<Discard> discard(qint64 id, const Actor &actor);

    //! Failed: waits to be sent again. Pending: waits no longer. Skipped: the record is sent after all; a record that is
    //! deleted or queued already is not an error.
    [[nodiscard]] Result<> retry(qint64 id, const Actor &actor);

private:
    [[nodiscard]] Result<Operation> require(qint64 id);
    [[nodiscard]] Result<Record> recordOf(const Operation &operation);
    [[nodiscard]] Result<bool> isKnownThere(const Operation &operation);
    [[nodiscard]] Result<> end(const Prospect &prospect, const Actor &actor);
    [[nodiscard]] Result<> endSteps(const Prospect &prospect, const Actor &actor);
    [[nodiscard]] Result<> requeue(const Operation &skipped, const Actor &actor);
    [[nodiscard]] Links linksOf(const Operation &operation);

    RecordWriter &m_writer;
    Clock &m_clock;
    Random &m_random;
};

} // namespace frost
