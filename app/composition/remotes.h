// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/connections.h"
#include "core/providers/provider.h"

#include <memory>

namespace frost {

//! What a remote system says about the person behind a token.
struct RemoteAccess {
    TenantId tenant; //!< whose data the token opens; empty: the remote has no such notion
    UserId user;
    std::optional<QStringList> permissions; //!< unset: the remote has no such notion
    QStringList packs = {};                 //!< what the company is made of there; empty: not said
};

//! The remote systems Frost can speak to; one line each (R-PRO-01).
[[nodiscard]] QStringList providerNames();

//! Errors: Usage "provider.unknown" [name, the known ones].
[[nodiscard]] Result<std::unique_ptr<Provider>> makeProvider(const Connection &connection, const QByteArray &token,
                                                             Transport &transport, Clock &clock);
//! Asks the remote whether address and token fit together.
//! Errors: those of Transport; Unauthorized; Forbidden; Usage "provider.unknown", "connection.notThere" [url] where
//! something else answers.
Task<Result<RemoteAccess>> askAccess(Connection connection, QByteArray token, Transport &transport, Clock &clock);

} // namespace frost
