// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver/demoserver.h"
#include "app/desktop/desktopsession.h"
#include "tests/e2e/desktop/results.h"

namespace frost::e2e {

using namespace Qt::StringLiterals;

//! A company of the tenant "firm": its empty file on somebody's computer.
inline DataFolder::Company makeCompany(const QString &folder, const QString &company = u"acme"_s)
{
    const auto place = value(DataFolder(folder).place(TenantId(u"firm"_s), CompanyId(company)));
    SystemClock clock;
    SystemRandom random;
    value(Database::create(place, {u"accounting"_s}, clock, random, {}));
    return place;
}

inline OpenCompany::NewConnection connectionTo(const DemoServer &server, const QByteArray &token, const QString &company = u"acme"_s)
{
    return {ConnectionId(u"frostserver"_s), u"frostserver"_s, {{u"url"_s, server.url().toString()}, {u"company"_s, company}}, token};
}

} // namespace frost::e2e
