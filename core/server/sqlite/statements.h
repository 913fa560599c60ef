// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace frost::server {

//! The text of sql/sqlite/<name>.sql without its comment lines; read once a thread. Empty: no such statement.
[[nodiscard]] const QByteArray &sqliteStatement(QLatin1StringView name);
//! Resource folder with the migration steps of "accounts" or "tenant".
[[nodiscard]] QString sqliteMigrations(QLatin1StringView part);

} // namespace frost::server
