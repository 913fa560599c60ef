// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/companystatus.h"

#include <algorithm>

namespace frost {

const ConnectionStatus *CompanyStatus::connection(const ConnectionId &id) const
{
    const auto found = std::find_if(connections.begin(), connections.end(),
                                    [&](const ConnectionStatus &status) { return status.id == id; });
    return found == connections.end() ? nullptr : &*found;
}

std::optional<std::chrono::milliseconds> CompanyStatus::clockAhead(const ConnectionId &id) const
{
    const auto *known = connection(id);
    return known ? known->network.clockAhead : std::nullopt;
}

} // namespace frost
