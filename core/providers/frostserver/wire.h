// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/providers/hubserver.h"
#include "core/providers/provider.h"

namespace frost::frostserver {

// The JSON of frost-server's protocol (resources/openapi/frost-server.yaml), both directions. Pure functions.

//! One operation of POST /api/sync/push. @param company the server's practiceId
[[nodiscard]] QByteArray encodeOperation(const PushDraft &draft, const QString &company);
//! A push body made of encoded operations as they are.
[[nodiscard]] QByteArray encodePush(const std::vector<PushRequest> &requests, const QDateTime &now);

//! Errors: Corrupt "remote.malformed" [what].
[[nodiscard]] Result<Page> decodePage(const QByteArray &body);
//! The answer to GET /api/sync/record. Errors: Corrupt "remote.malformed" [what].
[[nodiscard]] Result<RemoteRecord> decodeRecord(const QByteArray &body);
//! One outcome a request, matched by operation id; results for operations that were not asked about are ignored.
//! Errors: Corrupt "remote.malformed" [what] where an operation's result is missing or does not say what became of it.
[[nodiscard]] Result<std::vector<PushOutcome>> decodePush(const QByteArray &body, const std::vector<PushRequest> &requests);
[[nodiscard]] QByteArray encodeHold(const HoldRequest &request);
//! Errors: Corrupt "remote.malformed" [what].
[[nodiscard]] Result<HoldAnswer> decodeHold(const QByteArray &body);
[[nodiscard]] QByteArray encodeLinks(const QString &connection, const QString &hub, qint64 epoch,
                                     const std::vector<SharedLink> &links);
//! Errors: Corrupt "remote.malformed" [what].
[[nodiscard]] Result<SharedLinkPage> decodeLinks(const QByteArray &body);
//! The error of an answer that is not 200.
[[nodiscard]] Error decodeError(const HttpResponse &response);

} // namespace frost::frostserver
