// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/operationrow.h"

#include "core/activity/columns.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

// What a row says while it is open and after.
constexpr char kFacts[] =
    "id, connection, type, record, kind, step, seen, state, priority, retry_count, max_retries, next_attempt_at, "
    "required_permission, user, reason, reason_args, created_at, updated_at";
constexpr char kSent[] = "sent_kind, sent_revision, sent_key, CAST(sent_bytes AS BLOB) AS sent_bytes, "
                         "CAST(sent_body AS BLOB) AS sent_body, sent_at, sent_epoch";
constexpr char kNothingSent[] = "NULL AS sent_kind, NULL AS sent_revision, NULL AS sent_key, NULL AS sent_bytes, "
                                "NULL AS sent_body, NULL AS sent_at, NULL AS sent_epoch";

OperationKind kindFrom(const QString &word)
{
    for (const auto kind : {OperationKind::Update, OperationKind::Delete, OperationKind::Step}) {
        if (toString(kind) == word)
            return kind;
    }
    return OperationKind::Create;
}

QByteArray argsToJson(const QStringList &args)
{
    return QJsonDocument(QJsonArray::fromStringList(args)).toJson(QJsonDocument::Compact);
}

QStringList argsFromJson(const QString &json)
{
    QStringList args;
    const auto array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &arg : array)
        args.append(arg.toString());
    return args;
}

Operation operationAt(const Rows &rows)
{
    Operation operation;
    operation.id = rows.integer(0);
    operation.connection = ConnectionId(rows.text(1));
    operation.type = EntityType(rows.text(2));
    operation.record = LocalId(rows.text(3));
    operation.kind = kindFrom(rows.text(4));
    operation.step = rows.text(5);
    operation.seen = rows.text(6).toUtf8();
    operation.state =
        operationStateFrom(rows.text(7)).value_or(OperationState::Failed); // the table's CHECK knows no other
    operation.priority = Priority(rows.integer(8));
    operation.retryCount = int(rows.integer(9));
    operation.maxRetries = int(rows.integer(10));
    operation.nextAttemptAt = instantAt(rows, 11);
    operation.requiredPermission = rows.text(12);
    operation.user = UserId(rows.text(13));
    operation.reason = rows.text(14);
    operation.reasonArgs = argsFromJson(rows.text(15));
    operation.createdAt = instantAt(rows, 16);
    operation.updatedAt = instantAt(rows, 17);
    if (!rows.isNull(23)) {
        operation.sent = Operation::Sent{.kind = kindFrom(rows.text(18)),
                                         .revision = rows.integer(19),
                                         .key = IdempotencyKey(rows.text(20)),
                                         .bytes = rows.bytes(21),
                                         .body = rows.bytes(22),
                                         .at = instantAt(rows, 23),
                                         .epoch = rows.integer(24)};
    }
    return operation;
}

//! In the order of kSent, all NULL where nothing is sent.
QVariantList sentValues(const std::optional<Operation::Sent> &sent)
{
    if (!sent)
        return QVariantList(7, QVariant());
    return {toString(sent->kind), sent->revision,          sent->key.toUtf8(), sent->bytes,
            sent->body,           instantColumn(sent->at), sent->epoch};
}

} // namespace

const QByteArray &operationColumns()
{
    static const QByteArray columns = QByteArray(kFacts) + ", " + kSent;
    return columns;
}

const QByteArray &allOperations()
{
    static const QByteArray expression = QByteArray("(SELECT ") + kFacts + ", " + kSent
                                         + ", 0 AS finished FROM operations UNION ALL SELECT " + kFacts + ", "
                                         + kNothingSent + ", 1 AS finished FROM operation_history)";
    return expression;
}

Result<QList<Operation>> readOperations(Result<Rows> rows)
{
    FROST_TRY(rows);
    QList<Operation> operations;
    while (rows->next())
        operations.append(operationAt(*rows));
    FROST_TRY(rows->status());
    return operations;
}

Result<std::optional<Operation>> readOperation(Result<Rows> rows)
{
    auto operations = readOperations(std::move(rows));
    FROST_TRY(operations);
    return operations->isEmpty() ? std::optional<Operation>() : std::optional(operations->takeFirst());
}

Result<qint64> insertOperation(Sql &sql, const Operation &operation, int rank)
{
    FROST_TRY(
        sql.run(QByteArrayLiteral("INSERT INTO operations (connection, type, record, kind, step, seen, state, priority, "
                                  "rank, max_retries, required_permission, user, created_at, updated_at) VALUES "
                                  "(CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, "
                                  "CAST(? AS TEXT), CAST(? AS TEXT), ?, ?)"),
                {operation.connection.toUtf8(), operation.type.toUtf8(), operation.record.toUtf8(),
                 toString(operation.kind), operation.step, operation.seen, toString(operation.state),
                 int(operation.priority), rank, operation.maxRetries, operation.requiredPermission.toUtf8(), operation.user.toUtf8(),
                 instantColumn(operation.createdAt), instantColumn(operation.updatedAt)}));
    return sql.lastInsertId();
}

Result<> saveOperation(Sql &sql, const Operation &operation, int rank)
{
    FROST_TRY(sql.run(QByteArrayLiteral("UPDATE operations SET kind = ?, state = ?, priority = ?, rank = ?, "
                                        "retry_count = ?, next_attempt_at = ?, required_permission = CAST(? AS TEXT), "
                                        "user = CAST(? AS TEXT), reason = ?, reason_args = CAST(? AS TEXT), "
                                        "updated_at = ?, sent_kind = ?, sent_revision = ?, sent_key = CAST(? AS TEXT), "
                                        "sent_bytes = ?, sent_body = CAST(? AS TEXT), sent_at = ?, sent_epoch = ? "
                                        "WHERE id = ?"),
                      QVariantList{toString(operation.kind), toString(operation.state), int(operation.priority), rank,
                                   operation.retryCount, instantColumn(operation.nextAttemptAt),
                                   operation.requiredPermission.toUtf8(), operation.user.toUtf8(), operation.reason,
                                   argsToJson(operation.reasonArgs), instantColumn(operation.updatedAt)}
                          + sentValues(operation.sent) + QVariantList{operation.id}));
    return {};
}

// Written as values: a statement that copies rows begins a savepoint of its own, and at each of these SQLite writes the
// full-text index of the whole transaction out.
Result<> finishOperation(Sql &sql, const Operation &operation, int rank)
{
    FROST_TRY(sql.run(QByteArrayLiteral("INSERT INTO operation_history (id, connection, type, record, kind, step, seen, state, priority, "
                                        "rank, retry_count, max_retries, required_permission, user, reason, reason_args, created_at, "
                                        "updated_at, finished_at) VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, "
                                        "CAST(? AS TEXT), ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT), ?, ?, ?)"),
                      {operation.id, operation.connection.toUtf8(), operation.type.toUtf8(), operation.record.toUtf8(),
                       toString(operation.kind), operation.step, operation.seen, toString(operation.state), int(operation.priority),
                       rank, operation.retryCount, operation.maxRetries, operation.requiredPermission.toUtf8(), operation.user.toUtf8(),
                       operation.reason, argsToJson(operation.reasonArgs), instantColumn(operation.createdAt),
                       instantColumn(operation.updatedAt), instantColumn(operation.updatedAt)}));
    FROST_TRY(sql.run(QByteArrayLiteral("DELETE FROM operations WHERE id = ?"), {operation.id}));
    return {};
}

} // namespace frost
