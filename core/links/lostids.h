// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/links.h"

namespace frost {

// Ids that a record has, or once had, at the remote beside those of its link. They are checkpoints of the connection: what is
// known of this one connection, and found by its key. Writing needs a transaction.

//! A record that the remote does not know any more is to be made there anew: the pair of ids ends with its base, and is
//! kept in mind. A remote that was only half restored, or empty for an hour, may have the record after all before ours is
//! sent again.
[[nodiscard]] Result<> endLostLink(Links &links, const EntityType &type, const LocalId &local);
//! Says of an id what endLostLink() says of the link's.
[[nodiscard]] Result<> rememberLostId(Links &links, const EntityType &type, const LocalId &local, const RemoteId &remote);
//! The remote gives that id to others now: it says nothing any more. Inside a transaction.
[[nodiscard]] Result<> forgetLostId(Links &links, const EntityType &type, const LocalId &local);
//! Whether there is any record of which the two below know something; asking once spares asking for each.
[[nodiscard]] Result<bool> hasLostIds(Links &links);
//! Which record of ours `remote` was when the remote lost it.
[[nodiscard]] Result<std::optional<LocalId>> lostAs(Links &links, const EntityType &type, const RemoteId &remote);
//! Under which id the remote had it when it lost it.
[[nodiscard]] Result<std::optional<RemoteId>> lostIdOf(Links &links, const EntityType &type, const LocalId &local);

//! Under which temporary id a record was first made there (RemoteRecord::madeAs), where this is not its id here: a reference
//! to it came first, and was promised another. Whoever gives it again to a remote that has lost it says the same id, so that
//! it stands there once.
[[nodiscard]] Result<> setMadeAs(Links &links, const EntityType &type, const LocalId &local, const LocalId &madeAs);
[[nodiscard]] Result<LocalId> madeAs(Links &links, const EntityType &type, const LocalId &local);
[[nodiscard]] Result<LocalId> localMadeAs(Links &links, const EntityType &type, const LocalId &madeAs);

} // namespace frost
