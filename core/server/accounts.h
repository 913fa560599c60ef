// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/server/session.h"

#include <QList>

namespace frost::server {

//! What the operator of a server does: tenants, companies, users, tokens. Own transactions, durable when they return.
class Accounts
{
public:
    virtual ~Accounts() = default;

    struct NewUser {
        TenantId tenant;
        CompanyId company;
        UserId email;
        Role role = Role::Viewer;
        QStringList packs; //!< for a company that is made by this call; empty: accounting
    };
    struct Token {
        QString id;
        QByteArray secret; //!< shown once; only its hash is kept
    };
    //! Makes tenant, company and user where missing, sets the role, and gives a new token. Older tokens stay valid.
    //! Errors: Usage "name.malformed" [name], "email.malformed" [email]; NotFound "pack.unknown" [name]; Conflict
    //! "company.otherPacks" [company, its packs] where packs are given that the existing company does not have.
    [[nodiscard]] virtual Result<Token> addUser(const NewUser &user) = 0;

    //! Whose tokens to revoke: one of the two is set.
    struct Revocation {
        QString tokenId;
        UserId email; //!< in every tenant
    };
    //! @return tokens revoked now. Errors: NotFound "token.unknown" [id], "user.unknown" [email].
    [[nodiscard]] virtual Result<int> revoke(const Revocation &revocation) = 0;

    struct TokenInfo {
        QString id;
        QDateTime createdAt;
        bool revoked = false;
    };
    struct UserInfo {
        UserId email;
        QList<std::pair<CompanyId, Role>> roles;
        QList<TokenInfo> tokens;
    };
    struct CompanyInfo {
        CompanyId name;
        QStringList packs;
    };
    struct TenantInfo {
        TenantId name;
        QList<CompanyInfo> companies;
        QList<UserInfo> users;
    };
    [[nodiscard]] virtual Result<QList<TenantInfo>> tenants() = 0; //!< sorted by name, throughout
};

//! A fresh secret: "frost_" and 256 bits in base64url, easily found by secret scanners.
[[nodiscard]] QByteArray newToken(Random &random);
[[nodiscard]] QByteArray tokenHash(const QByteArray &token);

} // namespace frost::server
