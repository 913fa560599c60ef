// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/serverstore.h"
#include "core/server/sqlite/sqliteaccounts.h"
#include "core/server/sqlite/writeturns.h"

#include <unordered_map>

namespace frost::server {

class SqliteTenant;

//! ServerStore in a folder of SQLite files. One thread; others have a store of their own over the same
//! folder, and share the turns.
class SqliteServerStore final : public ServerStore
{
public:
    //! Errors: those of SqliteAccounts::open.
    [[nodiscard]] static Result<std::unique_ptr<SqliteServerStore>> open(const ServerFolder &folder, Clock &clock,
                                                                         Random &random, WriteTurns &turns);
    ~SqliteServerStore() override;

    Result<std::optional<Session>> session(const QByteArray &tokenHash) override;
    //! Errors: those of SqliteTenant::open, a missing file as Corrupt.
    Result<TenantStore *> tenant(const TenantId &tenant) override;

private:
    SqliteServerStore(ServerFolder folder, std::unique_ptr<SqliteAccounts> accounts, Random &random, WriteTurns &turns);

    struct OpenTenant {
        std::unique_ptr<SqliteTenant> store;
        quint64 usedAt = 0;
    };
    ServerFolder m_folder;
    std::unique_ptr<SqliteAccounts> m_accounts;
    Random &m_random;
    WriteTurns &m_turns;
    std::unordered_map<QString, OpenTenant> m_tenants;
    quint64 m_uses = 0;
};

} // namespace frost::server
