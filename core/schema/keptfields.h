// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace frost {

//! What the store keeps about every record. It stands beside the fields in what people get, is ignored in what they give,
//! so that a record can be read, edited and put back, and is no name for a field of a schema.
inline constexpr std::array kKeptByStore{
    QLatin1StringView("id"),        QLatin1StringView("localId"),   QLatin1StringView("remoteIds"),
    QLatin1StringView("revision"),  QLatin1StringView("createdAt"), QLatin1StringView("updatedAt"),
    QLatin1StringView("updatedBy"), QLatin1StringView("deleted"),   QLatin1StringView("schemaVersion"),
    QLatin1StringView("waitingSteps"),
};

} // namespace frost
