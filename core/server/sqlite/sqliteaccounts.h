// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/accounts.h"
#include "core/server/sqlite/serverfolder.h"
#include "core/store/sql.h"

#include <memory>

namespace frost::server {

//! Accounts in a SQLite file. One thread; other threads and processes may use the file at the same time.
class SqliteAccounts final : public Accounts
{
public:
    //! Makes the file where it is missing. Errors: those of openServerFile().
    [[nodiscard]] static Result<std::unique_ptr<SqliteAccounts>> open(const ServerFolder &folder, Clock &clock,
                                                                      Random &random);

    [[nodiscard]] Result<std::optional<Session>> session(const QByteArray &tokenHash);

    Result<Token> addUser(const NewUser &user) override;
    Result<int> revoke(const Revocation &revocation) override;
    Result<QList<TenantInfo>> tenants() override;

private:
    SqliteAccounts(ServerFolder folder, std::unique_ptr<Sql> sql, Clock &clock, Random &random)
        : m_folder(std::move(folder)), m_sql(std::move(sql)), m_clock(clock), m_random(random)
    { }
    //! A row of the statements here: an id first, then texts.
    struct Row {
        qint64 id = 0;
        QStringList texts;
    };
    [[nodiscard]] Result<QList<Row>> rows(QLatin1StringView statement, const QVariantList &values, int texts);
    [[nodiscard]] Result<Row> find(QLatin1StringView statement, const QVariantList &values, int texts = 0);
    [[nodiscard]] Result<qint64> run(QLatin1StringView statement, const QVariantList &values);
    [[nodiscard]] qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }

    [[nodiscard]] Result<qint64> tenantOf(const NewUser &user);
    [[nodiscard]] Result<qint64> companyOf(qint64 tenant, const NewUser &user);
    [[nodiscard]] Result<Token> giveToken(qint64 user);
    [[nodiscard]] Result<UserInfo> userInfo(const Row &user);

    ServerFolder m_folder;
    std::unique_ptr<Sql> m_sql;
    Clock &m_clock;
    Random &m_random;
};

} // namespace frost::server
