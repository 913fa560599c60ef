// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/company.h"
#include "core/company/presentation.h"
#include "tests/e2e/desktop/invoicescript.h"

namespace frost::e2e {

using Records = QMap<QString, QJsonObject>;   //!< by the id that people see, the same everywhere once it was sent
using Contents = QMap<QString, Records>;      //!< by type

//! A conflict of the history, with what people see for references.
struct Told {
    DecisionTold decision;
    QString record; //!< the id that people see
    std::optional<QJsonObject> base, mine, theirs, result;
};

inline Result<Contents> contentsOf(Company &company)
{
    Presentation presentation(company);
    Contents contents;
    for (const auto &type : company.schema().types()) {
        auto store = company.database().objectStore(type);
        FROST_TRY(store);
        const auto records = store->select({});
        FROST_TRY(records);
        for (const auto &record : *records) {
            const auto id = presentation.shownId(type, record.id);
            FROST_TRY(id);
            const auto body = presentation.body(type, record.body);
            FROST_TRY(body);
            contents[type.toString()].insert(*id, *body);
        }
    }
    return contents;
}

inline Result<QList<Told>> historyOf(Company &company)
{
    Presentation presentation(company);
    const auto decisions = company.conflictHistory().list({});
    FROST_TRY(decisions);
    QList<Told> history;
    for (const auto &decision : *decisions) {
        const auto &conflict = decision.conflict;
        const auto id = presentation.shownId(conflict.type, conflict.record);
        FROST_TRY(id);
        Told told{decision, *id, {}, {}, {}, {}};
        for (const auto &[from, to] : {std::pair(&conflict.versions.base, &told.base), {&conflict.versions.mine, &told.mine},
                                       {&conflict.versions.theirs, &told.theirs}, {&conflict.result, &told.result}}) {
            if (!*from)
                continue;
            const auto body = presentation.body(conflict.type, **from);
            FROST_TRY(body);
            *to = *body;
        }
        history.append(told);
    }
    return history;
}

//! What it says without a name: invoices by what nobody edits in them.
inline Records byName(const Records &invoices)
{
    Records named;
    for (const auto &body : invoices)
        named.insert(body["externalReference"_L1].toString(), body);
    return named;
}

//! The edits that are neither in the record as it is now nor in any version that the history keeps: what was lost.
inline QStringList lostOf(const Edits &edits, const Records &now, const QMultiMap<QString, Told> &history)
{
    QStringList lost;
    for (const auto &edit : edits) {
        const auto holds = [&](const std::optional<QJsonObject> &body) {
            if (edit.path.isEmpty())
                return !body;
            return body && (edit.value.isUndefined() ? valueAt(*body, edit.path).isUndefined()
                                                     : says(valueAt(*body, edit.path), edit.value));
        };
        const auto tellsIt = [&](const Told &told) { return holds(told.mine) || holds(told.theirs) || holds(told.result); };
        const auto told = history.values(edit.invoice);
        if (!holds(now.contains(edit.invoice) ? std::optional(now[edit.invoice]) : std::nullopt)
            && std::none_of(told.begin(), told.end(), tellsIt))
            lost.append(edit.invoice + u' ' + edit.path + u' ' + edit.value.toVariant().toString());
    }
    return lost;
}

//! Paths that both gave another value.
inline QStringList clashesOf(const Edits &anna, const Edits &bjorn)
{
    QStringList clashes;
    for (const auto &hers : anna) {
        for (const auto &his : bjorn) {
            if (hers.invoice == his.invoice && hers.path == his.path && hers.value != his.value)
                clashes.append(hers.invoice + u' ' + hers.path);
        }
    }
    return clashes;
}

} // namespace frost::e2e
