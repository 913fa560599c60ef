// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/authentication.h"

#include "core/server/accounts.h"

namespace frost::server {

using namespace Qt::StringLiterals;

Result<Session> authenticate(const HttpRequest &request, ServerStore &store)
{
    static const QByteArray kScheme = "bearer ";
    const QByteArray header = request.headers.value("authorization");
    if (!header.left(kScheme.size()).toLower().startsWith(kScheme))
        return fail(ErrorKind::Unauthorized, u"token.missing"_s);
    // Looking up the hash needs no comparison in constant time: an attacker cannot choose a hash by parts.
    auto session = store.session(tokenHash(header.mid(kScheme.size()).trimmed()));
    FROST_TRY(session);
    if (!*session)
        return fail(ErrorKind::Unauthorized, u"token.invalid"_s);
    return **std::move(session);
}

} // namespace frost::server
