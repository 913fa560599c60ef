// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace frost::server {

// Members of requests, read strictly: what is not as it should be is nullopt.

//! Integers as JSON has them: 5 and 5.0 are the same, 5.5 is none.
[[nodiscard]] std::optional<qint64> integerOf(const QJsonValue &value);
//! Printable and at most limits::kNameLength long; empty where it is missing. Document 002 writes names and ids as strings or
//! as numbers.
[[nodiscard]] std::optional<QString> nameOf(const QJsonValue &value);

} // namespace frost::server
