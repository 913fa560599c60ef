// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/lostids.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kLost = "lost/local/"_L1;     //!< by the remote's id: ours
constexpr auto kLostIds = "lost/remote/"_L1; //!< by ours: the remote's
constexpr auto kMadeAs = "madeAs/"_L1;       //!< by ours: the one it was made under
constexpr auto kMade = "made/"_L1;           //!< by the one it was made under: ours

QString keyOf(QLatin1StringView what, const EntityType &type, const QString &id)
{
    return what + type.toString() + u'/' + id;
}

//! nullopt: nothing is known.
template<class Id>
Result<std::optional<Id>> idIn(Result<QString> checkpoint)
{
    FROST_TRY(checkpoint);
    return checkpoint->isEmpty() ? std::nullopt : std::optional(Id(*checkpoint));
}

} // namespace

Result<> endLostLink(Links &links, const EntityType &type, const LocalId &local)
{
    FROST_TRY(links.dropBase(type, local)); // also where the link has gone before
    const auto link = links.find(type, local);
    FROST_TRY(link);
    if (!*link)
        return {};
    FROST_TRY(rememberLostId(links, type, local, (*link)->remote));
    return links.remove(type, local);
}

Result<> rememberLostId(Links &links, const EntityType &type, const LocalId &local, const RemoteId &remote)
{
    FROST_TRY(links.setCheckpoint(keyOf(kLost, type, remote.toString()), local.toString()));
    return links.setCheckpoint(keyOf(kLostIds, type, local.toString()), remote.toString());
}

Result<> forgetLostId(Links &links, const EntityType &type, const LocalId &local)
{
    const auto remote = lostIdOf(links, type, local);
    FROST_TRY(remote);
    if (!*remote)
        return {};
    FROST_TRY(links.setCheckpoint(keyOf(kLost, type, (*remote)->toString()), {}));
    return links.setCheckpoint(keyOf(kLostIds, type, local.toString()), {});
}

Result<bool> hasLostIds(Links &links)
{
    const auto lost = links.hasCheckpoints(kLost);
    FROST_TRY(lost);
    return *lost ? lost : links.hasCheckpoints(kMade);
}

Result<std::optional<LocalId>> lostAs(Links &links, const EntityType &type, const RemoteId &remote)
{
    return idIn<LocalId>(links.checkpoint(keyOf(kLost, type, remote.toString())));
}

Result<std::optional<RemoteId>> lostIdOf(Links &links, const EntityType &type, const LocalId &local)
{
    return idIn<RemoteId>(links.checkpoint(keyOf(kLostIds, type, local.toString())));
}

Result<> setMadeAs(Links &links, const EntityType &type, const LocalId &local, const LocalId &madeAs)
{
    FROST_TRY(links.setCheckpoint(keyOf(kMadeAs, type, local.toString()), madeAs.toString()));
    return links.setCheckpoint(keyOf(kMade, type, madeAs.toString()), local.toString());
}

Result<LocalId> madeAs(Links &links, const EntityType &type, const LocalId &local)
{
    const auto other = idIn<LocalId>(links.checkpoint(keyOf(kMadeAs, type, local.toString())));
    FROST_TRY(other);
    return other->value_or(local);
}

Result<LocalId> localMadeAs(Links &links, const EntityType &type, const LocalId &madeAs)
{
    const auto other = idIn<LocalId>(links.checkpoint(keyOf(kMade, type, madeAs.toString())));
    FROST_TRY(other);
    return other->value_or(madeAs);
}

} // namespace frost
