// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/http.h"
#include "core/server/schemas.h"
#include "core/server/serverstore.h"

#include <QUrlQuery>

#include <functional>

namespace frost::server {

//! A company's records have changed, and the change is committed. Called in the thread of the request.
using TellChange = std::function<void(const TenantId &, const CompanyId &)>;

//! What a handler may use: the worker's own storage and schemas, and the clock.
struct Services {
    ServerStore &store;
    Schemas &schemas;
    Clock &clock;
    TellChange tellChange; //!< empty: nobody listens
};

//! One request as handlers see it: the body inflated, the query decoded, the sender known.
struct RequestContext {
    QUrlQuery query;
    QByteArray body;
    Session session; //!< empty for handlers that need no sign-in

    //! The decoded value of a query item; empty: not given.
    [[nodiscard]] QString value(const QString &name) const { return query.queryItemValue(name, QUrl::FullyDecoded); }
};

//! The company a request is about: the one it names, or the only one of the token.
//! Errors: Forbidden "company.forbidden" [name] where the token is no member; Usage "company.missing" where it has several.
[[nodiscard]] Result<const Membership *> companyOf(const Session &session, const QString &claimed);
//! Errors: Forbidden "tenant.forbidden" [name] where a request names another tenant than the token's.
[[nodiscard]] Result<> checkTenant(const Session &session, const QString &claimed);

//! Whose data a request is about, as its query names it.
struct Place {
    TenantStore *tenant = nullptr;
    const Membership *membership = nullptr;
};
//! Errors: those of checkTenant(), companyOf() and of the storage.
[[nodiscard]] Result<Place> placeOf(const Services &services, const RequestContext &request);

} // namespace frost::server
