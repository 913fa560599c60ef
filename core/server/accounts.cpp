// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/accounts.h"

#include "core/base/json.h"

namespace frost::server {

QByteArray newToken(Random &random)
{
    return "frost_" + random.bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenHash(const QByteArray &token)
{
    return sha256Hex(token);
}

} // namespace frost::server
