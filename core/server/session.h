// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/schema/schema.h"

#include <QStringList>

#include <optional>

namespace frost::server {

//! What a member of a company may do. A service is a program with a credential of its own.
enum class Role { Admin, Bookkeeper, Viewer, Service };
[[nodiscard]] QString toString(Role role);
[[nodiscard]] std::optional<Role> roleFrom(QStringView word);
//! Viewers read; everybody else reads and writes.
[[nodiscard]] bool mayWrite(Role role);
//! "invoices:create": the name of a right in answers.
[[nodiscard]] QString permission(const EntityType &type, const QString &action);
//! The rights of `role` on records of a type, its business steps included.
[[nodiscard]] QStringList permissions(Role role, const EntitySchema &schema);

//! Tenants and companies have the same name where these keys are equal: composed and case folded.
[[nodiscard]] QString nameKey(const QString &name);

struct Membership {
    CompanyId company;
    Role role = Role::Viewer;
    QStringList packs; //!< the company's schema packs
};

//! Who is asking: what a token stands for. Nothing of a request can widen it.
struct Session {
    TenantId tenant;
    UserId user;                   //!< the e-mail address
    QString tokenId;               //!< names the token without giving it away; stands for one device
    QList<Membership> memberships; //!< sorted by company

    //! @param company as the client writes it; case does not matter. nullptr: not a member.
    [[nodiscard]] const Membership *membership(const QString &company) const;
};

} // namespace frost::server
