// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/sqliteaccounts.h"

#include "core/schema/schema.h"
#include "core/server/sqlite/serverfile.h"
#include "core/server/sqlite/sqlitetenant.h"
#include "core/server/sqlite/statements.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
constexpr qint32 kApplicationId = 0x46725361; //!< "FrSa", as the migration says
constexpr qsizetype kTokenIdLength = 12;      //!< of the hash's hex: unique for any number of users a file can hold

QString packsText(const QStringList &packs)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(packs)).toJson(QJsonDocument::Compact));
}

QStringList packsOf(const QString &text)
{
    QStringList packs;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &pack : array)
        packs.append(pack.toString());
    return packs;
}

QStringList packsFor(const Accounts::NewUser &user)
{
    return user.packs.isEmpty() ? QStringList{u"accounting"_s} : user.packs;
}

//! The same with its names in their one spelling, if all is well with it.
Result<Accounts::NewUser> checked(Accounts::NewUser user)
{
    static const QRegularExpression email(u"^[^@\\s]{1,64}@[^@\\s]{1,190}$"_s);
    auto tenant = wellFormedName(user.tenant.toString());
    FROST_TRY(tenant);
    auto company = wellFormedName(user.company.toString());
    FROST_TRY(company);
    if (!email.match(user.email.toString()).hasMatch())
        return fail(ErrorKind::Usage, u"email.malformed"_s, {user.email.toString()});
    FROST_TRY(Schema::load(packsFor(user)));
    user.tenant = TenantId(*std::move(tenant));
    user.company = CompanyId(*std::move(company));
    return user;
}
} // namespace

Result<std::unique_ptr<SqliteAccounts>> SqliteAccounts::open(const ServerFolder &folder, Clock &clock, Random &random)
{
    auto sql = openServerFile({folder.accounts(), kApplicationId, "accounts"_L1, true});
    FROST_TRY(sql);
    return std::unique_ptr<SqliteAccounts>(new SqliteAccounts(folder, std::move(*sql), clock, random));
}

Result<std::optional<Session>> SqliteAccounts::session(const QByteArray &tokenHash)
{
    auto rows = m_sql->query(sqliteStatement("accounts/session"_L1), {tokenHash});
    FROST_TRY(rows);
    std::optional<Session> session;
    while (rows->next()) {
        if (!session)
            session = Session{TenantId(rows->text(2)), UserId(rows->text(1)), rows->text(0), {}};
        if (const auto role = roleFrom(rows->text(5)))
            session->memberships.append({CompanyId(rows->text(3)), *role, packsOf(rows->text(4))});
    }
    FROST_TRY(rows->status());
    return session;
}

Result<Accounts::Token> SqliteAccounts::addUser(const NewUser &wanted)
{
    const auto user = checked(wanted);
    FROST_TRY(user);
    auto transaction = Transaction::begin(*m_sql, Durability::PowerCut);
    FROST_TRY(transaction);
    const auto tenant = tenantOf(*user);
    FROST_TRY(tenant);
    const auto company = companyOf(*tenant, *user);
    FROST_TRY(company);
    FROST_TRY(run("accounts/insert_user"_L1, {*tenant, user->email.toString(), now()}));
    const auto row = find("accounts/find_user"_L1, {*tenant, user->email.toString()});
    FROST_TRY(row);
    FROST_TRY(run("accounts/upsert_membership"_L1, {row->id, *company, toString(user->role)}));
    auto token = giveToken(row->id);
    FROST_TRY(token);
    FROST_TRY(transaction->commit());
    return token;
}

Result<qint64> SqliteAccounts::tenantOf(const NewUser &user)
{
    const QString key = nameKey(user.tenant.toString());
    FROST_TRY(run("accounts/insert_tenant"_L1, {key, user.tenant.toString(), now()}));
    const auto tenant = find("accounts/find_tenant"_L1, {key}, 1);
    FROST_TRY(tenant);
    // Before the commit: a tenant that is in the accounts has its file. One left by a crash here is used next time.
    const TenantId name(tenant->texts.first());
    WriteTurns turns; // nobody else knows the tenant yet
    FROST_TRY(SqliteTenant::open(m_folder.tenant(name), name, true, m_random, turns));
    return tenant->id;
}

Result<qint64> SqliteAccounts::companyOf(qint64 tenant, const NewUser &user)
{
    const QString key = nameKey(user.company.toString());
    FROST_TRY(
        run("accounts/insert_company"_L1, {tenant, key, user.company.toString(), packsText(packsFor(user)), now()}));
    const auto company = find("accounts/find_company"_L1, {tenant, key}, 2);
    FROST_TRY(company);
    const QStringList have = packsOf(company->texts.at(1));
    if (!user.packs.isEmpty() && have != user.packs)
        return fail(ErrorKind::Conflict, u"company.otherPacks"_s, {company->texts.at(0), have.join(u", "_s)});
    return company->id;
}

Result<Accounts::Token> SqliteAccounts::giveToken(qint64 user)
{
    Token token;
    token.secret = newToken(m_random);
    const QByteArray hash = tokenHash(token.secret);
    token.id = QString::fromLatin1(hash.left(kTokenIdLength));
    FROST_TRY(run("accounts/insert_token"_L1, {hash, token.id, user, now()}));
    return token;
}

Result<int> SqliteAccounts::revoke(const Revocation &revocation)
{
    const bool byToken = !revocation.tokenId.isEmpty();
    const QString who = byToken ? revocation.tokenId : revocation.email.toString();
    auto transaction = Transaction::begin(*m_sql, Durability::PowerCut);
    FROST_TRY(transaction);
    const auto known = find(byToken ? "accounts/count_tokens"_L1 : "accounts/count_users"_L1, {who});
    FROST_TRY(known);
    if (known->id == 0)
        return fail(ErrorKind::NotFound, byToken ? u"token.unknown"_s : u"user.unknown"_s, {who});
    const auto revoked = run(byToken ? "accounts/revoke_token"_L1 : "accounts/revoke_user"_L1, {now(), who});
    FROST_TRY(revoked);
    FROST_TRY(transaction->commit());
    return int(*revoked);
}

Result<QList<Accounts::TenantInfo>> SqliteAccounts::tenants()
{
    QList<TenantInfo> result;
    const auto tenants = rows("accounts/list_tenants"_L1, {}, 1);
    FROST_TRY(tenants);
    for (const Row &tenant : *tenants) {
        TenantInfo info{TenantId(tenant.texts.first()), {}, {}};
        const auto companies = rows("accounts/list_companies"_L1, {tenant.id}, 2);
        FROST_TRY(companies);
        for (const Row &company : *companies)
            info.companies.append({CompanyId(company.texts.at(0)), packsOf(company.texts.at(1))});
        const auto users = rows("accounts/list_users"_L1, {tenant.id}, 1);
        FROST_TRY(users);
        for (const Row &user : *users) {
            auto listed = userInfo(user);
            FROST_TRY(listed);
            info.users.append(*std::move(listed));
        }
        result.append(info);
    }
    return result;
}

Result<Accounts::UserInfo> SqliteAccounts::userInfo(const Row &user)
{
    UserInfo info{UserId(user.texts.first()), {}, {}};
    const auto roles = rows("accounts/list_roles"_L1, {user.id}, 2);
    FROST_TRY(roles);
    for (const Row &role : *roles)
        info.roles.append({CompanyId(role.texts.at(0)), roleFrom(role.texts.at(1)).value_or(Role::Viewer)});
    const auto tokens = rows("accounts/list_tokens"_L1, {user.id}, 2);
    FROST_TRY(tokens);
    for (const Row &token : *tokens) {
        info.tokens.append(
            {token.texts.at(0), QDateTime::fromMSecsSinceEpoch(token.id, Qt::UTC), token.texts.at(1) != u'0'});
    }
    return info;
}

Result<QList<SqliteAccounts::Row>> SqliteAccounts::rows(QLatin1StringView statement, const QVariantList &values,
                                                        int texts)
{
    auto found = m_sql->query(sqliteStatement(statement), values);
    FROST_TRY(found);
    QList<Row> result;
    while (found->next()) {
        Row row{found->integer(0), {}};
        for (int column = 1; column <= texts; ++column)
            row.texts.append(found->text(column));
        result.append(row);
    }
    FROST_TRY(found->status());
    return result;
}

Result<SqliteAccounts::Row> SqliteAccounts::find(QLatin1StringView statement, const QVariantList &values, int texts)
{
    const auto found = rows(statement, values, texts);
    FROST_TRY(found);
    if (found->isEmpty())
        return fail(ErrorKind::Corrupt, u"store.corrupt"_s, {m_folder.accounts()});
    return found->first();
}

Result<qint64> SqliteAccounts::run(QLatin1StringView statement, const QVariantList &values)
{
    return m_sql->run(sqliteStatement(statement), values);
}

} // namespace frost::server
