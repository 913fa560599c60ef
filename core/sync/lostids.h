// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/links.h"

namespace frost {

//! A record that the remote does not know any more is to be made there anew: the pair of ids ends, and is kept in mind. A
//! remote that was only half restored, or empty for an hour, may have the record after all before ours is sent again.
//! Inside a transaction.
[[nodiscard]] Result<> endLostLink(Links &links, const EntityType &type, const LocalId &local);
//! Which record of ours `remote` was when the remote lost it.
[[nodiscard]] Result<std::optional<LocalId>> lostAs(Links &links, const EntityType &type, const RemoteId &remote);

} // namespace frost
