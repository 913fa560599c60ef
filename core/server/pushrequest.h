// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace frost::server {

enum class PushKind { Create, Update, Delete, Step };

//! What an external system calls the record that is created here: a hub has brought it from there.
struct NamedElsewhere {
    QString connection;
    QString remoteId;
    qint64 epoch = 0; //!< with which the hub held the connection
};

//! One operation of a push as it was sent, its form checked and nothing else.
struct PushOperation {
    qint64 id = 0;
    PushKind kind = PushKind::Create;
    EntityType type;
    QString entityId; //!< a temporary id, or the digits of a real one
    QJsonObject data; //!< empty for a delete and for a step
    bool erase = false; //!< of a delete: the tombstone keeps nothing
    QString step;     //!< name of the business step; empty unless `kind` is Step
    QString tenant;   //!< as claimed; empty: not said
    QString company;  //!< practiceId; empty: not said
    QString key;      //!< idempotencyKey; empty: none
    std::optional<qint64> baseVersion;
    std::optional<qint64> timestamp;          //!< ms, the client's clock
    std::optional<QStringList> changedFields; //!< fields that the client changed since baseVersion
    QList<NamedElsewhere> links;              //!< of a create
    std::optional<Error> malformed;           //!< answered for this operation alone

    //! The real id, where `entityId` is one.
    [[nodiscard]] std::optional<qint64> realId() const;
};

struct PushRequest {
    std::vector<PushOperation> operations;
    std::optional<qint64> clientTimestamp; //!< the client's clock when it sent this
};

[[nodiscard]] QString toString(PushKind kind); //!< "create", "update", "delete", "step"
//! The digits of a real id as a number; nullopt: a temporary id.
[[nodiscard]] std::optional<qint64> realIdOf(const QString &id);

//! Reads a push body. What is wrong in one operation is in its `malformed`; what makes it unanswerable refuses the request.
//! Errors: those of parseJsonObject; Usage "operations.notAnArray", "operation.notAnObject" [index], "operation.noId"
//! [index]; TooLarge "operations.tooMany" [count, limit].
[[nodiscard]] Result<PushRequest> parsePush(const QByteArray &body);

} // namespace frost::server
