// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/store/sql.h"

#include <QJsonObject>
#include <QMap>

#include <optional>

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

//! The same by entity type; types that a run had nothing to do with are not there.
struct RunTally {
    QMap<EntityType, RunCounts> types;
    [[nodiscard]] RunCounts &of(const EntityType &type) { return types[type]; }
    [[nodiscard]] RunCounts total() const;
    [[nodiscard]] QJsonObject toJson() const; //!< {type: counts}
};

struct Run {
    qint64 id = 0;
    ConnectionId connection;
    QString mode; //!< "delta", "full" or "repair"
    RunState state = RunState::Processing;
    QDateTime startedAt;
    QDateTime endedAt;
    RunCounts counts;
    RunTally tally; //!< empty where an older version wrote it
    QString errorCode;
};

//! One row for each sync run, kept as long as the company wants (retention.h).
class Runs
{
public:
    Runs(Sql &sql, Clock &clock) : m_sql(sql), m_clock(clock) { }
    //! A run that waits for its turn. Own transaction.
    [[nodiscard]] Result<qint64> queue(const ConnectionId &connection, const QString &mode);
    //! Opens its own transaction; runs of this connection that a dead process left alive become Cancelled with
    //! "run.interrupted". For whoever holds the connection's lease. @param queued  its row, where it had to wait; another
    //! one is begun where somebody took that for a dead process's
    [[nodiscard]] Result<qint64> start(const ConnectionId &connection, const QString &mode, std::optional<qint64> queued = {});
    //! Paused, or processing again. Own transaction. Errors: NotFound "run.unknown" [id], also where the run has ended or
    //! is in a state from which this one is not allowed.
    [[nodiscard]] Result<> enter(qint64 run, RunState state);
    //! The end. Own transaction. Errors: those of enter().
    [[nodiscard]] Result<> finish(qint64 run, RunState state, const RunTally &tally, const QString &errorCode);
    [[nodiscard]] Result<QList<Run>> list(int limit); //!< newest first; -1: all
    //! End of the newest run of the connection that came to its end, whatever it left behind; invalid: there is none.
    [[nodiscard]] Result<QDateTime> lastSuccess(const ConnectionId &connection);

private:
    [[nodiscard]] Result<RunState> stateOf(qint64 run);
    [[nodiscard]] Result<> require(qint64 run, RunState next);

    Sql &m_sql;
    Clock &m_clock;
};

} // namespace frost
