// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/server/serverstore.h"
#include "core/server/sqlite/writeturns.h"
#include "core/store/sql.h"

namespace frost::server {

//! TenantStore in a SQLite file of the tenant's own. One thread.
class SqliteTenant final : public TenantStore
{
public:
    //! Makes the file where it is missing, if `mayCreate`; brings older ones up to date.
    //! Errors: those of openServerFile(); Corrupt "store.otherTenant" where the file was made for another tenant.
    [[nodiscard]] static Result<std::unique_ptr<SqliteTenant>> open(const QString &path, const TenantId &tenant,
                                                                    bool mayCreate, Random &random, WriteTurns &turns);

    Result<Position> position() override;
    std::unique_ptr<CompanyStore> company(const CompanyId &company) override;
    Result<> write(const std::function<Result<>()> &work) override;
    Result<> isolated(const std::function<Result<>()> &work) override;
    Result<Counters> counters() override;
    Result<> setCounters(const Counters &counters) override;

private:
    SqliteTenant(std::unique_ptr<Sql> sql, const TenantId &tenant, WriteTurns &turns)
        : m_sql(std::move(sql)), m_tenant(tenant), m_turns(turns)
    { }
    [[nodiscard]] Result<> prepare(Random &random);
    [[nodiscard]] Result<> name(Random &random);
    [[nodiscard]] Result<QString> meta(const QString &key);

    std::unique_ptr<Sql> m_sql;
    TenantId m_tenant;
    WriteTurns &m_turns;
};

} // namespace frost::server
