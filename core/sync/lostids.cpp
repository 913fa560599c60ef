// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/lostids.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! The checkpoint that holds our id: what is known of this one connection, and found by its key.
QString lostKey(const EntityType &type, const RemoteId &remote)
{
    return u"lost/"_s + type.toString() + u'/' + remote.toString();
}

} // namespace

Result<> endLostLink(Links &links, const EntityType &type, const LocalId &local)
{
    const auto link = links.find(type, local);
    FROST_TRY(link);
    if (!*link)
        return {};
    FROST_TRY(links.setCheckpoint(lostKey(type, (*link)->remote), local.toString()));
    return links.remove(type, local);
}

Result<std::optional<LocalId>> lostAs(Links &links, const EntityType &type, const RemoteId &remote)
{
    const auto local = links.checkpoint(lostKey(type, remote));
    FROST_TRY(local);
    return local->isEmpty() ? std::nullopt : std::optional(LocalId(*local));
}

} // namespace frost
