// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/outbox.h"

#include "core/outbox/operationrow.h"

#include <limits>
#include <tuple>

namespace frost {

// What the outbox holds: the reading half of Outbox. What changes it is in outbox.cpp.

namespace {

//! A time further away than this was written under a clock that has been set back since (RELIABILITY F39), and holds nothing up.
constexpr std::chrono::milliseconds kFarthestAttempt = 2 * kLongestAskedWait;

//! What a run would try to send or to settle.
constexpr char kUnsent[] = "state IN ('pending', 'processing', 'verify')";

const QByteArray kIsDue = QByteArrayLiteral("(next_attempt_at IS NULL OR next_attempt_at NOT BETWEEN ? AND ?)");
QVariantList boundsOfWaiting(const QDateTime &now)
{
    const qint64 instant = now.toMSecsSinceEpoch();
    return {instant + 1, instant + qint64(kFarthestAttempt.count())};
}

QByteArray selecting(const QByteArray &rest)
{
    return "SELECT " + operationColumns() + " FROM operations WHERE " + rest;
}

QByteArray selectingAll(const QByteArray &rest)
{
    return "SELECT * FROM " + allOperations() + ' ' + rest;
}

} // namespace

Result<std::optional<Operation>> Outbox::open(const ConnectionId &connection, const EntityType &type,
                                              const LocalId &record)
{
    // The condition on the state is the one of the unique index, so that the index serves the look-up.
    static const QByteArray statement =
        selecting("connection = CAST(? AS TEXT) AND type = CAST(? AS TEXT) AND record = CAST(? AS TEXT) "
                  "AND state IN ('pending', 'processing', 'verify', 'conflict', 'failed') AND kind <> 'step'");
    return readOperation(m_sql.query(statement, {connection.toUtf8(), type.toUtf8(), record.toUtf8()}));
}

Result<QList<Operation>> Outbox::steps(const EntityType &type, const LocalId &record)
{
    static const QByteArray statement =
        selecting("type = CAST(? AS TEXT) AND record = CAST(? AS TEXT) AND kind = 'step' ORDER BY id");
    return readOperations(m_sql.query(statement, {type.toUtf8(), record.toUtf8()}));
}

Result<QList<Operation>> Outbox::failed(const ConnectionId &connection, const EntityType &type, const LocalId &record)
{
    static const QByteArray statement = selecting("connection = CAST(? AS TEXT) AND state = 'failed' AND "
                                                  "type = CAST(? AS TEXT) AND record = CAST(? AS TEXT) ORDER BY id");
    return readOperations(m_sql.query(statement, {connection.toUtf8(), type.toUtf8(), record.toUtf8()}));
}

Result<qint64> Outbox::unsent(const ConnectionId &connection)
{
    return m_sql.number("SELECT count(*) FROM operations WHERE connection = CAST(? AS TEXT) AND " + QByteArray(kUnsent),
                        {connection.toUtf8()});
}

Result<QMap<ConnectionId, QMap<EntityType, qint64>>> Outbox::unsentByType()
{
    auto rows = m_sql.query("SELECT connection, type, count(*) FROM operations WHERE " + QByteArray(kUnsent)
                            + " GROUP BY connection, type");
    FROST_TRY(rows);
    QMap<ConnectionId, QMap<EntityType, qint64>> unsent;
    while (rows->next())
        unsent[ConnectionId(rows->text(0))].insert(EntityType(rows->text(1)), rows->integer(2));
    FROST_TRY(rows->status());
    return unsent;
}

Result<bool> Outbox::hasCreates(const ConnectionId &connection, const EntityType &type)
{
    return m_sql.any("SELECT 1 FROM operations WHERE connection = CAST(? AS TEXT) AND type = CAST(? AS TEXT) "
                     "AND kind = 'create' AND state IN ('pending', 'processing', 'verify', 'conflict', 'failed') "
                     "LIMIT 1",
                     {connection.toUtf8(), type.toUtf8()});
}

Result<bool> Outbox::isRefusedCreate(const EntityType &type, const LocalId &record)
{
    return m_sql.any("SELECT 1 FROM operations WHERE type = CAST(? AS TEXT) AND record = CAST(? AS TEXT) AND kind = 'create' "
                     "AND state = 'failed' AND reason NOT IN ('permission.missing', 'retry.exhausted') "
                     "AND reason NOT LIKE 'remote.%' AND reason NOT LIKE 'operation.%' LIMIT 1",
                     {type.toUtf8(), record.toUtf8()});
}

Result<std::optional<Operation>> Outbox::find(qint64 id)
{
    static const QByteArray statement = selectingAll("WHERE id = ?");
    return readOperation(m_sql.query(statement, {id}));
}

Result<QList<Operation>> Outbox::ready(const ConnectionId &connection, const QDateTime &now, int limit,
                                       const std::optional<Operation> &after)
{
    static const QByteArray due = selecting("connection = CAST(? AS TEXT) AND state = 'pending' AND " + kIsDue);
    static const QByteArray order = " ORDER BY priority DESC, rank, id LIMIT ?";
    static const QByteArray firstPage = due + order;
    static const QByteArray nextPage =
        due + " AND priority <= ? AND (priority < ? OR rank > ? OR (rank = ? AND id > ?))" + order;
    QVariantList values = QVariantList{connection.toUtf8()} + boundsOfWaiting(now);
    if (!after)
        return readOperations(m_sql.query(firstPage, values + QVariantList{limit}));
    const int rank = rankOf(*after);
    values += QVariantList{int(after->priority), int(after->priority), rank, rank, after->id, limit};
    return readOperations(m_sql.query(nextPage, values));
}

bool Outbox::comesBefore(const Operation &one, const Operation &other) const
{
    return std::tuple(-int(one.priority), rankOf(one), one.id) < std::tuple(-int(other.priority), rankOf(other), other.id);
}

Result<QHash<LocalId, OperationKind>> Outbox::unacknowledged(const ConnectionId &connection, const EntityType &type)
{
    const auto operations = readOperations(
        m_sql.query(selecting("connection = CAST(? AS TEXT) AND type = CAST(? AS TEXT) AND kind IN ('create', 'update') "
                              "AND state IN ('pending', 'processing', 'verify', 'failed')"),
                    {connection.toUtf8(), type.toUtf8()}));
    FROST_TRY(operations);
    QHash<LocalId, OperationKind> records;
    for (const auto &operation : *operations)
        records.insert(operation.record, operation.kind);
    return records;
}

Result<QSet<LocalId>> Outbox::deleted(const ConnectionId &connection, const EntityType &type)
{
    auto rows = m_sql.query("SELECT record FROM operations WHERE connection = CAST(? AS TEXT) AND type = CAST(? AS TEXT) "
                            "AND kind = 'delete' AND state IN ('pending', 'processing', 'verify', 'conflict', 'failed')",
                            {connection.toUtf8(), type.toUtf8()});
    FROST_TRY(rows);
    QSet<LocalId> records;
    while (rows->next())
        records.insert(LocalId(rows->text(0)));
    FROST_TRY(rows->status());
    return records;
}

Result<QList<Operation>> Outbox::oldest(const ConnectionId &connection, const QDateTime &now, int limit, qint64 afterId)
{
    static const QByteArray statement =
        selecting("connection = CAST(? AS TEXT) AND state = 'pending' AND " + kIsDue
                  + " AND reason NOT IN ('parent.waiting', 'children.waiting', 'step.waiting', 'hubs.waiting', 'there.unread') AND id > ? ORDER BY id LIMIT ?");
    const auto values = QVariantList{connection.toUtf8()} + boundsOfWaiting(now) + QVariantList{afterId, limit};
    return readOperations(m_sql.query(statement, values));
}

Result<QList<Operation>> Outbox::inState(const ConnectionId &connection, OperationState state)
{
    static const QByteArray openOnes =
        selecting("connection = CAST(? AS TEXT) AND state = ? ORDER BY priority DESC, rank, id");
    static const QByteArray finishedOnes = selectingAll("WHERE connection = CAST(? AS TEXT) AND state = ? ORDER BY id");
    return readOperations(
        m_sql.query(isFinished(state) ? finishedOnes : openOnes, {connection.toUtf8(), toString(state)}));
}

Result<QueueCounts> Outbox::counts()
{
    static const QByteArray statement = "SELECT state, count(*) FROM " + allOperations() + " GROUP BY state";
    auto rows = m_sql.query(statement);
    FROST_TRY(rows);
    QueueCounts counts;
    while (rows->next()) {
        const qint64 count = rows->integer(1);
        switch (operationStateFrom(rows->text(0)).value_or(OperationState::Failed)) {
        case OperationState::Pending: counts.pending += count; break;
        case OperationState::Processing: counts.processing += count; break;
        case OperationState::Verify: counts.verify += count; break;
        case OperationState::Conflict: counts.conflict += count; break;
        case OperationState::Failed: counts.failed += count; break;
        case OperationState::Completed: counts.completed += count; break;
        case OperationState::Skipped: counts.skipped += count; break;
        case OperationState::Cancelled: counts.cancelled += count; break;
        }
    }
    FROST_TRY(rows->status());
    return counts;
}

Result<QList<Operation>> Outbox::page(Part part, const QList<OperationState> &states, qint64 after, int limit)
{
    const bool open = part == Part::Open;
    QByteArray where = open ? "WHERE finished = 0 AND id > ?" : "WHERE finished = 1 AND id < ?";
    QVariantList values{open || after > 0 ? after : std::numeric_limits<qint64>::max()};
    if (!states.isEmpty())
        where += " AND state IN (?" + QByteArray(", ?").repeated(states.size() - 1) + ')';
    for (const auto state : states)
        values.append(toString(state));
    values.append(limit);
    return readOperations(m_sql.query(selectingAll(where + (open ? " ORDER BY id LIMIT ?" : " ORDER BY id DESC LIMIT ?")), values));
}

Result<QList<Operation>> Outbox::list(bool withFinished, int limit)
{
    static const QByteArray statement = selectingAll("WHERE finished <= ? ORDER BY finished, id LIMIT ?");
    return readOperations(m_sql.query(statement, {int(withFinished), limit}));
}

} // namespace frost
