// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/outbox.h"

#include "core/activity/columns.h"
#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/conflict/conflictstore.h"
#include "core/outbox/operationrow.h"
#include "core/outbox/permissions.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

// Deletes come after everything else, and among them referring types before the types they refer to.
constexpr int kDeleteRank = 1'000'000;

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

tl::unexpected<Error> refused(const Operation &operation, OperationState to)
{
    qCWarning(lcSync).noquote() << "operation" << operation.id << "may not go from" << toString(operation.state) << "to"
                                << toString(to);
    return fail(ErrorKind::Internal, u"operation.illegalTransition"_s, {toString(operation.state), toString(to)});
}

//! What one open operation says when a second difference meets it. Only a create absorbs: the remote has nothing that an
//! update could change.
OperationKind coalesced(OperationKind open, OperationKind incoming)
{
    return open == OperationKind::Create && incoming == OperationKind::Update ? open : incoming;
}

//! A new reason; whatever was waited for before is over.
void explain(Operation &operation, const QString &reason, const QStringList &args)
{
    operation.reason = reason;
    operation.reasonArgs = args;
    operation.nextAttemptAt = {};
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

Outbox::Outbox(Sql &sql, const Schema &schema, Clock &clock)
    : m_sql(sql), m_schema(schema), m_clock(clock)
{ }

// --- Writing

Result<> Outbox::enqueue(const ConnectionId &connection, const EntityType &type, const LocalId &record,
                         OperationKind kind, Priority priority, const UserId &user)
{
    FROST_TRY(requireTransaction(m_sql));
    auto known = open(connection, type, record);
    FROST_TRY(known);
    if (!*known) {
        Operation operation;
        operation.connection = connection;
        operation.type = type;
        operation.record = record;
        operation.priority = priority;
        operation.user = user;
        take(operation, kind);
        operation.createdAt = operation.updatedAt = m_clock.now();
        FROST_TRY(insertOperation(m_sql, operation, rankOf(operation)));
        return {};
    }
    Operation operation = **std::move(known);
    take(operation, coalesced(operation.kind, kind));
    operation.priority = std::max(operation.priority, priority);
    operation.user = user;
    if (operation.state == OperationState::Failed) {
        explain(operation, {}, {});
        return move(std::move(operation), OperationState::Pending);
    }
    FROST_TRY(followLink(operation));
    return save(operation);
}

Result<> Outbox::enqueueStep(const ConnectionId &connection, const EntityType &type, const LocalId &record,
                             const BusinessStep &step, const QByteArray &seen, const UserId &user)
{
    FROST_TRY(requireTransaction(m_sql));
    Operation operation;
    operation.connection = connection;
    operation.type = type;
    operation.record = record;
    operation.kind = OperationKind::Step;
    operation.step = step.name;
    operation.seen = seen;
    operation.priority = Priority::Normal;
    operation.user = user;
    operation.requiredPermission = permissionFor(type, step);
    operation.createdAt = operation.updatedAt = m_clock.now();
    FROST_TRY(insertOperation(m_sql, operation, rankOf(operation)));
    return {};
}

Result<> Outbox::markInFlight(qint64 id, const Operation::Sent &sent)
{
    auto operation = require(id);
    FROST_TRY(operation);
    operation->sent = sent;
    explain(*operation, {}, {});
    return move(*std::move(operation), OperationState::Processing);
}

Result<> Outbox::countAnew(qint64 id, const QDateTime &at)
{
    auto operation = require(id);
    FROST_TRY(operation);
    if (operation->sent)
        operation->sent->at = at;
    return save(*operation);
}

Result<> Outbox::transition(qint64 id, OperationState to, const QString &reason, const QStringList &reasonArgs)
{
    auto operation = require(id);
    FROST_TRY(operation);
    if (to == OperationState::Processing)
        return refused(*operation, to); // nothing goes in flight without what is sent
    explain(*operation, reason, reasonArgs);
    return move(*std::move(operation), to);
}

Result<> Outbox::refuse(qint64 id, ConflictType type, const QString &reason, const QStringList &reasonArgs)
{
    auto operation = require(id);
    FROST_TRY(operation);
    explain(*operation, reason, reasonArgs);
    return move(*std::move(operation), OperationState::Failed, type);
}

Result<> Outbox::retryLater(qint64 id, const QDateTime &nextAttemptAt, const QString &reason,
                            const QStringList &reasonArgs, Retry retry)
{
    auto operation = require(id);
    FROST_TRY(operation);
    explain(*operation, reason, reasonArgs);
    operation->nextAttemptAt = std::min(nextAttemptAt, m_clock.now().addMSecs(kLongestAskedWait.count()));
    if (retry == Retry::Counts)
        ++operation->retryCount;
    return move(*std::move(operation), OperationState::Pending);
}

Result<> Outbox::park(qint64 id, const QString &reason, const QStringList &reasonArgs)
{
    auto operation = require(id);
    FROST_TRY(operation);
    if (operation->state != OperationState::Pending)
        return refused(*operation, OperationState::Pending);
    if (operation->reason == reason && operation->reasonArgs == reasonArgs)
        return {}; // a run that finds nothing new writes nothing
    explain(*operation, reason, reasonArgs);
    return save(*operation);
}

// --- Reading

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
                  + " AND reason NOT IN ('parent.waiting', 'children.waiting', 'step.waiting') AND id > ? ORDER BY id LIMIT ?");
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

// --- Private

Result<Operation> Outbox::require(qint64 id)
{
    FROST_TRY(requireTransaction(m_sql));
    auto operation = find(id);
    FROST_TRY(operation);
    if (!*operation)
        return fail(ErrorKind::NotFound, u"operation.unknown"_s, {QString::number(id)});
    return **std::move(operation);
}

Result<> Outbox::save(const Operation &operation)
{
    Operation current = operation;
    current.updatedAt = m_clock.now();
    return saveOperation(m_sql, current, rankOf(current));
}

Result<> Outbox::move(Operation operation, OperationState to)
{
    return move(std::move(operation), to, ConflictType::Validation);
}

//! The one place where a state changes.
Result<> Outbox::move(Operation operation, OperationState to, ConflictType refusal)
{
    if (!canTransition(operation.state, to))
        return refused(operation, to);
    if (to == OperationState::Failed)
        FROST_TRY(noteRefusal(operation, refusal));
    if (operation.state == OperationState::Failed)
        FROST_TRY(endRefusal(operation, to));
    if (operation.state == OperationState::Failed || operation.state == OperationState::Conflict)
        operation.retryCount = 0;
    operation.state = to;
    if (isFinished(to)) {
        operation.updatedAt = m_clock.now();
        return finishOperation(m_sql, operation);
    }
    if (to != OperationState::Processing && to != OperationState::Verify)
        operation.sent.reset();
    if (to == OperationState::Pending)
        FROST_TRY(followLink(operation));
    return save(operation);
}

//! An operation that has failed has an open refusal; a record's operation and its steps share one, as a record has one open
//! conflict for a connection.
Result<> Outbox::endRefusal(const Operation &operation, OperationState to)
{
    const auto others = failed(operation.connection, operation.type, operation.record);
    FROST_TRY(others);
    if (others->size() > 1)
        return {};
    return ConflictStore(m_sql, m_clock)
        .endRefusal(operation.connection, operation.type, operation.record,
                    isFinished(to) ? u"skip"_s : u"auto-retry"_s, operation.user.toString());
}

Result<> Outbox::noteRefusal(const Operation &operation, ConflictType type)
{
    Conflict conflict;
    conflict.connection = operation.connection;
    conflict.type = operation.type;
    conflict.record = operation.record;
    conflict.conflictType = type;
    conflict.errorCode = operation.reason.isEmpty() ? u"conflict."_s + toString(type) : operation.reason;
    conflict.errorArgs = operation.reasonArgs;
    if (operation.sent && operation.sent->kind != OperationKind::Delete) {
        if (auto body = parseJsonObject(operation.sent->body, 64))
            conflict.versions.mine = *std::move(body);
    }
    conflict.mineAt = m_clock.now();
    FROST_TRY(ConflictStore(m_sql, m_clock).put(conflict));
    return {};
}

void Outbox::take(Operation &operation, OperationKind kind) const
{
    operation.kind = kind;
    operation.requiredPermission = permissionFor(operation.type, kind);
}

//! A record that the remote is known to have is updated, never created once more.
Result<> Outbox::followLink(Operation &operation)
{
    if (operation.kind != OperationKind::Create)
        return {};
    const auto linked =
        m_sql.any(QByteArrayLiteral("SELECT 1 FROM links WHERE connection = CAST(? AS TEXT) AND type = CAST(? AS TEXT) "
                                    "AND local_id = CAST(? AS TEXT) AND synced_at IS NOT NULL"),
                  {operation.connection.toUtf8(), operation.type.toUtf8(), operation.record.toUtf8()});
    FROST_TRY(linked);
    if (*linked)
        take(operation, OperationKind::Update);
    return {};
}

int Outbox::rankOf(const Operation &operation) const
{
    const int rank = m_schema.rank(operation.type);
    return operation.kind == OperationKind::Delete ? kDeleteRank - rank : rank;
}

} // namespace frost
