// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/store/sql.h"

#include <QJsonObject>

namespace frost {

//! The life of a run (R-SYN-05). `canTransition` is the table of allowed steps.
//!
//!   queued ──▶ processing ◀──▶ paused        processing, paused ──▶ done | partial | failed | cancelled
//!      └──▶ cancelled
enum class RunState { Queued, Processing, Paused, Done, Partial, Failed, Cancelled };
[[nodiscard]] bool canTransition(RunState from, RunState to);
[[nodiscard]] QString toString(RunState state);

//! What one run did so far (R-SYN-06, R-SYN-09). Numbers of records.
struct RunCounts {
    qint64 pulled = 0;  //!< remote changes looked at
    qint64 created = 0; //!< made here by the pull
    qint64 updated = 0;
    qint64 deleted = 0;
    qint64 merged = 0; //!< combined without a question
    qint64 pushed = 0; //!< operations the remote confirmed
    qint64 failed = 0;
    qint64 conflicts = 0;
    qint64 skipped = 0; //!< already known (echo of our own)
    friend bool operator==(const RunCounts &, const RunCounts &) = default;
    [[nodiscard]] QJsonObject toJson() const;
};

struct Run {
    qint64 id = 0;
    ConnectionId connection;
    QString mode; //!< "delta" or "full"
    RunState state = RunState::Processing;
    QDateTime startedAt;
    QDateTime endedAt;
    RunCounts counts;
    QString errorCode;
};

//! One row for each sync run, kept as long as the company wants (retention.h).
class Runs
{
public:
    Runs(Sql &sql, Clock &clock) : m_sql(sql), m_clock(clock) { }
    //! Opens its own transaction; runs of this connection still Processing from a dead process become Cancelled with
    //! "run.interrupted". For whoever holds the connection's lease.
    [[nodiscard]] Result<qint64> start(const ConnectionId &connection, const QString &mode);
    //! Paused, or processing again. Own transaction. Errors: NotFound "run.unknown" [id], also where the run has ended or
    //! is in a state from which this one is not allowed.
    [[nodiscard]] Result<> enter(qint64 run, RunState state);
    //! Own transaction. Errors: NotFound "run.unknown" [id], also where the run has ended.
    [[nodiscard]] Result<> finish(qint64 run, RunState state, const RunCounts &counts, const QString &errorCode);
    [[nodiscard]] Result<QList<Run>> list(int limit); //!< newest first; -1: all
    //! End of the newest run of the connection that came to its end, whatever it left behind; invalid: there is none.
    [[nodiscard]] Result<QDateTime> lastSuccess(const ConnectionId &connection);

private:
    Sql &m_sql;
    Clock &m_clock;
};

} // namespace frost
