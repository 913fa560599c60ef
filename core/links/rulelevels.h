// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace frost {

// Rules stand at three levels (R-SYN-11): the tenant's, for all companies of its folder here, the company's, for all its
// connections, and those of one connection (syncrules.h). What is said nearer holds, also where the wider rules say it of one
// type or field: "conflicts" of a connection overrules a field's rule of the company.

//! `wide` with what `nearer` says in its place. "strategy" and "pullAt" are one statement. Pure; both are rules that
//! SyncRules::fromJson takes, and so is the result.
[[nodiscard]] QJsonObject withNearer(const QJsonObject &wide, const QJsonObject &nearer);

//! What the company's folder says: rules.json beside the company's file, of which those about types that the company has
//! concern it; empty where there is none. Errors: Storage "rules.unreadable" [file]; NotFound "rules.missing" [file] where there
//! has been one (noteTenantRules()): a file that was lost, or a backup taken elsewhere, must not widen what is exchanged.
[[nodiscard]] Result<QJsonObject> tenantRulesJson(Database &database);
[[nodiscard]] Result<QJsonObject> companyRulesJson(Database &database);
//! Both together: what holds for a connection that says nothing itself.
[[nodiscard]] Result<QJsonObject> widerRulesJson(Database &database);

//! Rules as the company's file keeps them, whatever level they are of, under a name of its meta; {} where there are none.
[[nodiscard]] Result<QJsonObject> readRules(Database &database, const QString &key);
//! Inside a transaction.
[[nodiscard]] Result<> keepRules(Database &database, const QString &key, const QJsonObject &json);

//! Notes whether the tenant has rules, for tenantRulesJson(); each run does. Own transaction where that is news.
[[nodiscard]] Result<> noteTenantRules(Database &database);
//! Gives another company's file, in another folder, the same tenant's rules. Errors: Storage "rules.unwritable" [file].
[[nodiscard]] Result<> copyTenantRules(Database &from, const QString &companyFile);

//! For every company of this one's folder, those to come too; takes effect as those of a connection do. They must fit each
//! pack that has the types they name. Errors: those of checkNewRules(); Storage "rules.unwritable" [file].
[[nodiscard]] Result<> setTenantRules(Database &database, const QJsonObject &json);
//! Own transaction. Errors: those of checkNewRules().
[[nodiscard]] Result<> setCompanyRules(Database &database, const QJsonObject &json);

} // namespace frost
