// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"

#include <QTest>

namespace frost::e2e {

//! As a person makes a customer in a window. False: it was refused, or is not written yet.
[[nodiscard]] inline bool makeCustomer(CompanySession &session, const QString &name)
{
    using namespace Qt::StringLiterals;
    const auto made = std::make_shared<bool>(false);
    session.ask(
        Lane::Write, &session,
        [name](Company &company) {
            return company.editor().create(EntityType(u"customers"_s), {{u"name"_s, name}}, company.actor());
        },
        [made](const Result<Record> &record) { *made = record.has_value(); });
    return QTest::qWaitFor([&] { return *made; });
}

} // namespace frost::e2e
