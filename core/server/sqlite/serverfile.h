// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql.h"

namespace frost::server {

//! One of the server's files and the steps that bring it up to date.
struct ServerFile {
    QString path;
    qint32 applicationId = 0;
    QLatin1StringView migrations; //!< "accounts" or "tenant"
    bool mayCreate = true;
};
//! Errors: those of Sql::open and migrate, the path in args where they say nothing else.
[[nodiscard]] Result<std::unique_ptr<Sql>> openServerFile(const ServerFile &file);

} // namespace frost::server
