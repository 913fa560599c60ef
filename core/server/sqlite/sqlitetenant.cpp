// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/sqlitetenant.h"

#include "core/server/sqlite/serverfile.h"
#include "core/server/sqlite/sqlitecompany.h"
#include "core/server/sqlite/statements.h"

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
constexpr qint32 kTenantApplicationId = 0x46725374; //!< "FrSt", as the migration says
constexpr qsizetype kEpochBytes = 8;
} // namespace

Result<std::unique_ptr<SqliteTenant>> SqliteTenant::open(const QString &path, const TenantId &tenant, bool mayCreate,
                                                         Random &random, WriteTurns &turns)
{
    auto sql = openServerFile({path, kTenantApplicationId, "tenant"_L1, mayCreate});
    FROST_TRY(sql);
    std::unique_ptr<SqliteTenant> store(new SqliteTenant(std::move(*sql), tenant, turns));
    FROST_TRY(store->prepare(random));
    return store;
}

Result<> SqliteTenant::prepare(Random &random)
{
    const auto epoch = meta(u"epoch"_s);
    FROST_TRY(epoch);
    if (epoch->isEmpty()) {
        const auto named = write([&] { return name(random); });
        FROST_TRY(named);
    }
    const auto owner = meta(u"tenant"_s);
    FROST_TRY(owner);
    if (*owner != m_tenant.toString())
        return fail(ErrorKind::Corrupt, u"store.otherTenant"_s, {m_tenant.toString()});
    return {};
}

// Another process may be doing the same: the first one's values stay.
Result<> SqliteTenant::name(Random &random)
{
    const QString epoch = QString::fromLatin1(random.bytes(kEpochBytes).toHex());
    const auto &insert = sqliteStatement("tenant/insert_meta"_L1);
    FROST_TRY(m_sql->run(insert, {u"tenant"_s, m_tenant.toString()}));
    FROST_TRY(m_sql->run(insert, {u"epoch"_s, epoch}));
    return {};
}

Result<QString> SqliteTenant::meta(const QString &key)
{
    auto rows = m_sql->query(sqliteStatement("tenant/find_meta"_L1), {key});
    FROST_TRY(rows);
    const QString value = rows->next() ? rows->text(0) : QString();
    FROST_TRY(rows->status());
    return value;
}

Result<TenantStore::Position> SqliteTenant::position()
{
    auto rows = m_sql->query(sqliteStatement("tenant/position"_L1));
    FROST_TRY(rows);
    Position position;
    if (rows->next())
        position = {rows->text(0), rows->integer(1)};
    FROST_TRY(rows->status());
    return position;
}

std::unique_ptr<CompanyStore> SqliteTenant::company(const CompanyId &company)
{
    return std::make_unique<SqliteCompany>(*m_sql, company);
}

Result<> SqliteTenant::write(const std::function<Result<>()> &work)
{
    const auto turn = m_turns.take(m_tenant);
    auto transaction = Transaction::begin(*m_sql, Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(work());
    return transaction->commit();
}

Result<> SqliteTenant::isolated(const std::function<Result<>()> &work)
{
    FROST_TRY(m_sql->execute("SAVEPOINT isolated"));
    const auto done = work();
    if (!done)
        FROST_TRY(m_sql->execute("ROLLBACK TO isolated"));
    FROST_TRY(m_sql->execute("RELEASE isolated"));
    return done;
}

Result<Counters> SqliteTenant::counters()
{
    auto rows = m_sql->query(sqliteStatement("tenant/counters"_L1));
    FROST_TRY(rows);
    if (!rows->next()) {
        FROST_TRY(rows->status());
        return fail(ErrorKind::Corrupt, u"store.corrupt"_s);
    }
    return Counters{rows->integer(0), rows->integer(1), rows->integer(2)};
}

Result<> SqliteTenant::setCounters(const Counters &counters)
{
    FROST_TRY(m_sql->run(sqliteStatement("tenant/update_counters"_L1),
                         {counters.nextId, counters.change, counters.updatedAt}));
    return {};
}

} // namespace frost::server
