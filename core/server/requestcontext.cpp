// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/requestcontext.h"

namespace frost::server {

using namespace Qt::StringLiterals;

Result<const Membership *> companyOf(const Session &session, const QString &claimed)
{
    if (claimed.isEmpty() && session.memberships.size() > 1)
        return fail(ErrorKind::Usage, u"company.missing"_s);
    if (claimed.isEmpty() && session.memberships.size() == 1)
        return &session.memberships.first();
    if (const Membership *membership = session.membership(claimed))
        return membership;
    return fail(ErrorKind::Forbidden, u"company.forbidden"_s, {claimed});
}

Result<> checkTenant(const Session &session, const QString &claimed)
{
    if (!claimed.isEmpty() && nameKey(session.tenant.toString()) != nameKey(claimed))
        return fail(ErrorKind::Forbidden, u"tenant.forbidden"_s, {claimed});
    return {};
}

Result<Place> placeOf(const Services &services, const RequestContext &request)
{
    FROST_TRY(checkTenant(request.session, request.value(u"tenantId"_s)));
    const auto membership = companyOf(request.session, request.value(u"practiceId"_s));
    FROST_TRY(membership);
    const auto tenant = services.store.tenant(request.session.tenant);
    FROST_TRY(tenant);
    return Place{*tenant, *membership};
}

} // namespace frost::server
