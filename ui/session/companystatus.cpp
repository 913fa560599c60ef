// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/companystatus.h"

#include <algorithm>

namespace frost {

std::optional<std::chrono::milliseconds> CompanyStatus::clockAhead(const ConnectionId &connection) const
{
    const auto found = std::find_if(connections.begin(), connections.end(),
                                    [&](const ConnectionStatus &status) { return status.id == connection; });
    return found == connections.end() ? std::nullopt : found->network.clockAhead;
}

} // namespace frost
