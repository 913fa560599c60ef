// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"
#include "core/server/pushdraft.h"
#include "core/server/storedrecord.h"

namespace frost::server {

// The answers to one operation, without its number: the number belongs to the sending, the rest to the operation.

//! @param record as it is stored now. serverData is added where it differs from what was sent.
[[nodiscard]] QJsonObject appliedAnswer(const PushDraft &draft, const StoredRecord &record);
[[nodiscard]] QJsonObject refusedAnswer(const Error &error, bool retryable);

struct ConflictDescription {
    ConflictType type = ConflictType::Version;
    Severity severity = Severity::Medium;
    QStringList affectedFields;
};
//! @param record what stands against the operation; nullptr: nothing has the id.
//! Errors: those of bodyOf().
[[nodiscard]] Result<QJsonObject> conflictAnswer(const PushDraft &draft, const StoredRecord *record,
                                                 const ConflictDescription &description);

//! The body as an object. Errors: Internal "record.unreadable" [id].
[[nodiscard]] Result<QJsonObject> bodyOf(const StoredRecord &record);

} // namespace frost::server
