// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/exchange/sie/sieplan.h"

#include <QJsonObject>

// What a SIE plan becomes as records of the accounting pack. Bodies are not yet normalised.
namespace frost::sierecords {

//! The records that a row's first cost centre and first project are.
using ObjectIds = QHash<SieObject, LocalId>;

[[nodiscard]] QJsonObject account(const SieAccount &account);
//! A cost centre or project. @param name may be empty
[[nodiscard]] QJsonObject object(const SieObject &object, const QString &name);
//! Struck rows go into a list of their own, "struckRows": they show what was booked before (behandlingshistorik, BFNAR
//! 2013:2) and must count in no sum, so they are kept where nothing sums them.
[[nodiscard]] QJsonObject voucher(const SieVoucher &voucher, const SiePlan &plan, const ObjectIds &ids);

} // namespace frost::sierecords
