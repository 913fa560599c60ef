// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/server/pushrequest.h"

namespace frost::server {

//! One operation made ready outside the transaction, so that the tenant's write lock is held for database work only.
struct PushDraft {
    PushOperation operation;
    const EntitySchema *schema = nullptr; //!< nullptr only where `refusal` says why
    QJsonObject body;                     //!< normalised; references as sent; empty for a step
    QByteArray sent;                      //!< the data as sent, canonical
    QByteArray requestHash;               //!< equal for every sending of the same operation
    std::optional<Error> refusal;
};

//! @param schema of the company; must outlive the draft.
[[nodiscard]] PushDraft prepare(PushOperation operation, const Schema &schema);

} // namespace frost::server
