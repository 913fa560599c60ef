// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/sqliteserverstore.h"

#include "core/server/limits.h"
#include "core/server/sqlite/sqlitetenant.h"

#include <algorithm>

namespace frost::server {

SqliteServerStore::SqliteServerStore(ServerFolder folder, std::unique_ptr<SqliteAccounts> accounts, Random &random,
                                     WriteTurns &turns)
    : m_folder(std::move(folder)), m_accounts(std::move(accounts)), m_random(random), m_turns(turns)
{ }

SqliteServerStore::~SqliteServerStore() = default;

Result<std::unique_ptr<SqliteServerStore>> SqliteServerStore::open(const ServerFolder &folder, Clock &clock,
                                                                   Random &random, WriteTurns &turns)
{
    auto accounts = SqliteAccounts::open(folder, clock, random);
    FROST_TRY(accounts);
    return std::unique_ptr<SqliteServerStore>(new SqliteServerStore(folder, std::move(*accounts), random, turns));
}

Result<std::optional<Session>> SqliteServerStore::session(const QByteArray &tokenHash)
{
    return m_accounts->session(tokenHash);
}

Result<TenantStore *> SqliteServerStore::tenant(const TenantId &tenant)
{
    const QString name = tenant.toString();
    auto found = m_tenants.find(name);
    if (found == m_tenants.end()) {
        // Never made here: a tenant's file that has gone missing is a damage to be seen, not to be papered over.
        auto store = SqliteTenant::open(m_folder.tenant(tenant), tenant, false, m_random, m_turns);
        if (!store
            && store.error().kind == ErrorKind::NotFound) // "not found" would mean to a client that records are gone
            return fail(ErrorKind::Corrupt, store.error().code, store.error().args);
        FROST_TRY(store);
        if (qsizetype(m_tenants.size()) >= limits::kOpenTenants) {
            m_tenants.erase(
                std::ranges::min_element(m_tenants, {}, [](const auto &entry) { return entry.second.usedAt; }));
        }
        found = m_tenants.emplace(name, OpenTenant{std::move(*store), 0}).first;
    }
    found->second.usedAt = ++m_uses;
    return found->second.store.get();
}

} // namespace frost::server
