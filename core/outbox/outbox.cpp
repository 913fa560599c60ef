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

namespace frost {

using namespace Qt::StringLiterals;

namespace {

// Deletes come after everything else, and among them referring types before the types they refer to.
constexpr int kDeleteRank = 1'000'000;

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

} // namespace

Outbox::Outbox(Sql &sql, const Schema &schema, Clock &clock)
    : m_sql(sql), m_schema(schema), m_clock(clock)
{ }

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

Result<> Outbox::askAgain(const Operation &waiting)
{
    FROST_TRY(requireTransaction(m_sql));
    const auto known = open(waiting.connection, waiting.type, waiting.record);
    FROST_TRY(known);
    Operation operation = waiting;
    operation.id = *known ? (*known)->id : 0;
    operation.state = *known ? (*known)->state : OperationState::Pending;
    operation.nextAttemptAt = {};
    operation.sent.reset();
    take(operation, waiting.kind);
    if (!*known) {
        operation.updatedAt = m_clock.now();
        const auto id = insertOperation(m_sql, operation, rankOf(operation));
        FROST_TRY(id);
        operation.id = *id;
    }
    return move(std::move(operation), OperationState::Conflict);
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
    const bool isFreed = operation.state == OperationState::Failed || operation.state == OperationState::Conflict;
    operation.state = to;
    if (isFinished(to)) {
        operation.updatedAt = m_clock.now();
        FROST_TRY(ConflictStore(m_sql, m_clock).forgetUndo(operation.connection, operation.type, operation.record));
        return finishOperation(m_sql, operation, rankOf(operation));
    }
    if (isFreed)
        operation.retryCount = 0;
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
