// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QDateTime>

#include <array>
#include <chrono>
#include <optional>

namespace frost {

enum class OperationKind {
    Create, Update, Delete, //!< a record differs from what a connection knows
    Step,                   //!< a business step (BusinessStep): never coalesced, in order behind all else of its record
};
enum class Priority { Low, Normal, High, Urgent };

//! Nothing waits longer because a remote asks for it: that has a broken clock or a limit by the day, and somebody should see
//! it tried.
inline constexpr std::chrono::milliseconds kLongestAskedWait{3600000};

//! The life of an operation (DESIGN.md section 4). `canTransition` is the table of allowed steps.
//!
//!   pending ──take──▶ processing ──ok──▶ completed        failed ──retry──▶ pending
//!      ▲                 │  ├─conflict──▶ conflict ──resolved──▶ pending | completed
//!      └──network lost───┘  ├─rejected──▶ failed          skipped, cancelled: ended by rule or by the user
//!        (nothing sent)     └─unknown───▶ verify ──▶ completed | pending | conflict | failed
enum class OperationState { Pending, Processing, Verify, Conflict, Failed, Completed, Skipped, Cancelled };

[[nodiscard]] bool canTransition(OperationState from, OperationState to);
//! Completed, Skipped and Cancelled: the row is history.
[[nodiscard]] bool isFinished(OperationState state);

[[nodiscard]] QString toString(OperationKind kind);
[[nodiscard]] QString toString(Priority priority);
[[nodiscard]] QString toString(OperationState state);
[[nodiscard]] std::optional<OperationState> operationStateFrom(QStringView word);

//! "Record R differs from what connection C knows" (R-QUE-01), at most one open per connection and record; or one of the
//! record's business steps (DESIGN.md section 4).
struct Operation {
    qint64 id = 0;
    ConnectionId connection;
    EntityType type;
    LocalId record;
    OperationKind kind = OperationKind::Create;
    QString step;    //!< name of the BusinessStep; empty unless `kind` is Step
    QByteArray seen; //!< seenHash() of the record as the person saw it, earlier steps taken; empty unless `kind` is Step
    OperationState state = OperationState::Pending;
    Priority priority = Priority::Normal;
    int retryCount = 0;
    int maxRetries = 3;
    QDateTime nextAttemptAt;    //!< invalid: at once
    QString requiredPermission; //!< "invoices:create"
    UserId user;
    QString reason; //!< code of the error, or why it is parked, skipped or cancelled; "" none
    QStringList reasonArgs;
    QDateTime createdAt;
    QDateTime updatedAt;

    //! What was sent and is not settled; only in Processing and Verify.
    struct Sent {
        OperationKind kind = OperationKind::Create;
        qint64 revision = 0;
        IdempotencyKey key;
        QByteArray bytes; //!< exactly what was sent for this operation
        QByteArray body;  //!< canonical JSON of the record as sent, in local vocabulary: the next base
        QDateTime at;
        qint64 epoch = 0; //!< of the lease under which it was sent
    };
    std::optional<Sent> sent;
};

struct QueueCounts { //!< R-QUE-09: the rows a list shows, counted by the same query
    qint64 pending = 0, processing = 0, verify = 0, conflict = 0, failed = 0;
    qint64 completed = 0, skipped = 0, cancelled = 0;
    friend bool operator==(const QueueCounts &, const QueueCounts &) = default;
};

} // namespace frost
