// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/serverfile.h"

#include "core/server/sqlite/statements.h"

namespace frost::server {

Result<std::unique_ptr<Sql>> openServerFile(const ServerFile &file)
{
    Sql::Options options;
    options.path = file.path;
    options.mayCreate = file.mayCreate;
    options.applicationId = file.applicationId;
    auto sql = Sql::open(options);
    auto ready = sql ? migrate(**sql, sqliteMigrations(file.migrations)) : Result<>(fail(sql.error()));
    if (ready)
        return sql;
    Error error = std::move(ready).error();
    if (error.args.isEmpty())
        error.args = {file.path};
    return fail(std::move(error));
}

} // namespace frost::server
