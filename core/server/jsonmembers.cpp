// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/jsonmembers.h"

#include "core/server/limits.h"

#include <algorithm>
#include <cmath>

namespace frost::server {

std::optional<qint64> integerOf(const QJsonValue &value)
{
    static constexpr double kExact = 9007199254740992.0; // 2^53: what every client's numbers hold exactly
    if (!value.isDouble() || std::abs(value.toDouble()) > kExact || value.toDouble() != std::floor(value.toDouble()))
        return std::nullopt;
    return value.toInteger();
}

std::optional<QString> nameOf(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return QString();
    if (const auto number = integerOf(value))
        return QString::number(*number);
    if (!value.isString() || value.toString().size() > limits::kNameLength)
        return std::nullopt;
    const QString text = value.toString();
    const bool printable = std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
    return printable ? std::optional(text) : std::nullopt;
}

} // namespace frost::server
