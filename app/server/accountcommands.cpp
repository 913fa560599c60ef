// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/accountcommands.h"

#include "core/base/clock.h"
#include "core/server/sqlite/sqliteaccounts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
QJsonObject jsonOf(const Accounts::UserInfo &user)
{
    QJsonArray roles;
    for (const auto &[company, role] : user.roles)
        roles.append(QJsonObject{{u"company"_s, company.toString()}, {u"role"_s, toString(role)}});
    QJsonArray tokens;
    for (const auto &token : user.tokens) {
        tokens.append(
            QJsonObject{{u"id"_s, token.id}, {u"createdAt"_s, toIso(token.createdAt)}, {u"revoked"_s, token.revoked}});
    }
    return {{u"email"_s, user.email.toString()}, {u"roles"_s, roles}, {u"tokens"_s, tokens}};
}

QJsonObject jsonOf(const Accounts::TenantInfo &tenant)
{
    QJsonArray companies;
    for (const auto &company : tenant.companies)
        companies.append(
            QJsonObject{{u"name"_s, company.name.toString()}, {u"packs"_s, QJsonArray::fromStringList(company.packs)}});
    QJsonArray users;
    for (const auto &user : tenant.users)
        users.append(jsonOf(user));
    return {{u"tenant"_s, tenant.name.toString()}, {u"companies"_s, companies}, {u"users"_s, users}};
}

QString textOf(const Accounts::TenantInfo &tenant)
{
    QString text = tenant.name.toString() + u'\n';
    for (const auto &company : tenant.companies)
        text += u"  company %1 (%2)\n"_s.arg(company.name.toString(), company.packs.join(u", "_s));
    for (const auto &user : tenant.users) {
        QStringList roles;
        for (const auto &[company, role] : user.roles)
            roles += u"%1 in %2"_s.arg(toString(role), company.toString());
        text += u"  user %1: %2\n"_s.arg(user.email.toString(), roles.join(u", "_s));
        for (const auto &token : user.tokens)
            text += u"    token %1 of %2%3\n"_s.arg(token.id, toIso(token.createdAt),
                                                    token.revoked ? u", revoked"_s : u""_s);
    }
    return text;
}

//! @param verb an operation on the accounts in `data`, which must be there already
ExitCode withAccounts(const QString &data, const std::function<Result<>(Accounts &)> &verb)
{
    const ServerFolder folder(data);
    if (const auto known = folder.exists(); !known)
        return report(known.error());
    SystemClock clock;
    SystemRandom random;
    const auto accounts = SqliteAccounts::open(folder, clock, random);
    if (!accounts)
        return report(accounts.error());
    const auto done = verb(**accounts);
    return done ? ExitCode::Done : report(done.error());
}
} // namespace

ExitCode run(const AddUserCommand &command)
{
    const ServerFolder folder(command.data);
    if (const auto made = folder.make(); !made)
        return report(made.error());
    SystemClock clock;
    SystemRandom random;
    const auto accounts = SqliteAccounts::open(folder, clock, random);
    if (!accounts)
        return report(accounts.error());
    const auto token = (*accounts)->addUser(command.user);
    if (!token)
        return report(token.error());
    print(QString::fromLatin1(token->secret) + u'\n');
    return ExitCode::Done;
}

ExitCode run(const RevokeCommand &command)
{
    return withAccounts(command.data, [&](Accounts &accounts) -> Result<> {
        const auto revoked = accounts.revoke(command.revocation);
        FROST_TRY(revoked);
        complain(*revoked == 1 ? u"1 token revoked"_s : u"%1 tokens revoked"_s.arg(*revoked));
        return {};
    });
}

ExitCode run(const ListTenantsCommand &command)
{
    return withAccounts(command.data, [&](Accounts &accounts) -> Result<> {
        const auto tenants = accounts.tenants();
        FROST_TRY(tenants);
        QString text;
        QJsonArray json;
        for (const auto &tenant : *tenants) {
            text += textOf(tenant);
            json.append(jsonOf(tenant));
        }
        print(command.json ? QString::fromUtf8(QJsonDocument(json).toJson()) : text);
        return {};
    });
}

} // namespace frost::server
