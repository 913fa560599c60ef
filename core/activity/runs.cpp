// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/runs.h"

#include "core/activity/columns.h"
#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kStates{RunState::Queued, RunState::Processing, RunState::Paused, RunState::Done,
                             RunState::Partial, RunState::Failed, RunState::Cancelled};

constexpr std::array kRunSteps{std::pair{RunState::Queued, RunState::Processing},
                               std::pair{RunState::Queued, RunState::Cancelled},
                               std::pair{RunState::Processing, RunState::Paused},
                               std::pair{RunState::Processing, RunState::Done},
                               std::pair{RunState::Processing, RunState::Partial},
                               std::pair{RunState::Processing, RunState::Failed},
                               std::pair{RunState::Processing, RunState::Cancelled},
                               std::pair{RunState::Paused, RunState::Processing},
                               std::pair{RunState::Paused, RunState::Partial},
                               std::pair{RunState::Paused, RunState::Failed},
                               std::pair{RunState::Paused, RunState::Cancelled}};

//! Of states that a run has in the store while it is alive.
constexpr char kAlive[] = "state IN ('queued', 'processing', 'paused')";

struct NamedCount {
    QLatin1StringView name;
    qint64 RunCounts::*count;
};
constexpr std::array kCounts{
    NamedCount{"pulled"_L1, &RunCounts::pulled},   NamedCount{"created"_L1, &RunCounts::created},
    NamedCount{"updated"_L1, &RunCounts::updated}, NamedCount{"deleted"_L1, &RunCounts::deleted},
    NamedCount{"merged"_L1, &RunCounts::merged},   NamedCount{"pushed"_L1, &RunCounts::pushed},
    NamedCount{"failed"_L1, &RunCounts::failed},   NamedCount{"conflicts"_L1, &RunCounts::conflicts},
    NamedCount{"skipped"_L1, &RunCounts::skipped},
};

RunState stateFrom(const QString &word)
{
    for (const auto state : kStates) {
        if (toString(state) == word)
            return state;
    }
    return RunState::Cancelled; // written by a newer version: surely not running here
}

RunCounts countsFrom(const QJsonObject &object)
{
    RunCounts counts;
    for (const auto &[name, count] : kCounts)
        counts.*count = object.value(name).toInteger();
    return counts;
}

RunTally tallyFrom(const QJsonObject &types)
{
    RunTally tally;
    for (auto it = types.begin(); it != types.end(); ++it)
        tally.types.insert(EntityType(it.key()), countsFrom(it.value().toObject()));
    return tally;
}

//! Runs of a process that is gone. Only those of the same connection: whoever starts a run holds the connection's lease,
//! while another connection's run may be alive in another process.
Result<> endInterrupted(Sql &sql, const ConnectionId &connection, qint64 except, qint64 now)
{
    return sql.run("UPDATE runs SET state = 'cancelled', ended_at = ?, error_code = 'run.interrupted' "
                   "WHERE connection = CAST(? AS TEXT) AND id <> ? AND " + QByteArray(kAlive),
                   {now, connection.toUtf8(), except})
        .transform([](const auto &) { });
}

Result<qint64> insertRun(Sql &sql, const ConnectionId &connection, const QString &mode, RunState state, qint64 now)
{
    FROST_TRY(sql.run("INSERT INTO runs (connection, mode, state, started_at) "
                      "VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?)",
                      {connection.toUtf8(), mode.toUtf8(), toString(state).toUtf8(), now}));
    return sql.lastInsertId();
}

} // namespace

QString toString(RunState state)
{
    switch (state) {
    case RunState::Queued: return u"queued"_s;
    case RunState::Processing: return u"processing"_s;
    case RunState::Paused: return u"paused"_s;
    case RunState::Done: return u"done"_s;
    case RunState::Partial: return u"partial"_s;
    case RunState::Failed: return u"failed"_s;
    case RunState::Cancelled: return u"cancelled"_s;
    }
    return u"cancelled"_s;
}

bool canTransition(RunState from, RunState to)
{
    return std::find(kRunSteps.begin(), kRunSteps.end(), std::pair{from, to}) != kRunSteps.end();
}

QJsonObject RunCounts::toJson() const
{
    QJsonObject object;
    for (const auto &[name, count] : kCounts)
        object.insert(name, this->*count);
    return object;
}

RunCounts RunTally::total() const
{
    RunCounts sum;
    for (const auto &counts : types) {
        for (const auto &[name, count] : kCounts)
            sum.*count += counts.*count;
    }
    return sum;
}

QJsonObject RunTally::toJson() const
{
    QJsonObject byType;
    for (auto it = types.begin(); it != types.end(); ++it)
        byType.insert(it.key().toString(), it->toJson());
    return byType;
}

Result<qint64> Runs::queue(const ConnectionId &connection, const QString &mode)
{
    auto transaction = Transaction::begin(m_sql, Durability::ProcessCrash);
    FROST_TRY(transaction);
    const auto id = insertRun(m_sql, connection, mode, RunState::Queued, m_clock.now().toMSecsSinceEpoch());
    FROST_TRY(id);
    FROST_TRY(transaction->commit());
    return id;
}

Result<qint64> Runs::start(const ConnectionId &connection, const QString &mode, std::optional<qint64> queued)
{
    auto transaction = Transaction::begin(m_sql, Durability::ProcessCrash);
    FROST_TRY(transaction);
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    FROST_TRY(endInterrupted(m_sql, connection, queued.value_or(0), now));
    const auto waited = queued ? stateOf(*queued) : Result<RunState>(RunState::Cancelled);
    FROST_TRY(waited);
    auto id = Result<qint64>(queued.value_or(0));
    if (canTransition(*waited, RunState::Processing))
        FROST_TRY(m_sql.run("UPDATE runs SET state = 'processing', mode = CAST(? AS TEXT), started_at = ? WHERE id = ?",
                            {mode.toUtf8(), now, *queued}));
    else
        id = insertRun(m_sql, connection, mode, RunState::Processing, now);
    FROST_TRY(id);
    FROST_TRY(transaction->commit());
    return id;
}

Result<RunState> Runs::stateOf(qint64 run)
{
    auto rows = m_sql.query("SELECT state FROM runs WHERE id = ?", {run});
    FROST_TRY(rows);
    const auto state = rows->next() ? stateFrom(rows->text(0)) : RunState::Cancelled;
    FROST_TRY(rows->status());
    return state;
}

//! Inside the caller's transaction.
Result<> Runs::require(qint64 run, RunState next)
{
    const auto from = stateOf(run);
    FROST_TRY(from);
    return canTransition(*from, next) ? Result<>() : fail(ErrorKind::NotFound, u"run.unknown"_s, {QString::number(run)});
}

Result<> Runs::enter(qint64 run, RunState state)
{
    auto transaction = Transaction::begin(m_sql, Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(require(run, state));
    FROST_TRY(m_sql.run("UPDATE runs SET state = CAST(? AS TEXT) WHERE id = ?", {toString(state).toUtf8(), run}));
    return transaction->commit();
}

Result<> Runs::finish(qint64 run, RunState state, const RunTally &tally, const QString &errorCode)
{
    auto transaction = Transaction::begin(m_sql, Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(require(run, state));
    QJsonObject counts = tally.total().toJson();
    counts.insert(u"types"_s, tally.toJson());
    FROST_TRY(m_sql.run("UPDATE runs SET state = CAST(? AS TEXT), ended_at = ?, counts = CAST(? AS TEXT), "
                        "error_code = CAST(? AS TEXT) WHERE id = ?",
                        {toString(state).toUtf8(), m_clock.now().toMSecsSinceEpoch(), toCanonicalJson(counts),
                         errorCode.toUtf8(), run}));
    return transaction->commit();
}

Result<QList<Run>> Runs::list(int limit)
{
    auto rows =
        m_sql.query("SELECT id, connection, mode, state, started_at, ended_at, CAST(counts AS BLOB), error_code "
                    "FROM runs ORDER BY id DESC LIMIT ?",
                    {qint64(limit)});
    FROST_TRY(rows);
    QList<Run> runs;
    while (rows->next()) {
        const auto counts = parseJsonObject(rows->bytes(6)).value_or(QJsonObject());
        runs.append({.id = rows->integer(0),
                     .connection = ConnectionId(rows->text(1)),
                     .mode = rows->text(2),
                     .state = stateFrom(rows->text(3)),
                     .startedAt = instantAt(*rows, 4),
                     .endedAt = instantAt(*rows, 5),
                     .counts = countsFrom(counts),
                     .tally = tallyFrom(counts["types"_L1].toObject()),
                     .errorCode = rows->text(7)});
    }
    FROST_TRY(rows->status());
    return runs;
}

// Partial is also how a run ends that had failures of single records, conflicts, or work it could not send yet.
Result<QDateTime> Runs::lastSuccess(const ConnectionId &connection)
{
    auto rows = m_sql.query("SELECT ended_at FROM runs WHERE connection = CAST(? AS TEXT) AND mode <> 'repair' AND (state = 'done' "
                            "OR (state = 'partial' AND error_code IN ('', 'run.workLeft'))) ORDER BY id DESC LIMIT 1",
                            {connection.toUtf8()});
    FROST_TRY(rows);
    const auto endedAt = rows->next() ? instantAt(*rows, 0) : QDateTime();
    FROST_TRY(rows->status());
    return endedAt;
}

} // namespace frost
