// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/removal.h"

#include "ui/editor/recordjobs.h"
#include "ui/records/recordrow.h"
#include "ui/wording/labels.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Core speaks of ids and names of fields; the person gets what the list shows.
Error inWords(Error error, Company &company, const EntityType &type, const LocalId &id)
{
    if (error.code.startsWith("record."_L1) && error.args.size() > 1)
        error.args[1] = recordTitle(company, type, id).value_or(error.args[1]);
    if (error.code == "record.closed"_L1)
        error.args.last() = wording::fieldLabel(type, error.args.last()).toLower();
    return error;
}

} // namespace

Result<Removal> removeRows(Company &company, const EntityType &type, const QList<RowNumber> &places)
{
    auto store = company.database().objectStore(type);
    FROST_TRY(store);
    const auto records = store->at(places);
    FROST_TRY(records);
    Removal removal;
    for (const auto &record : *records) {
        const auto gone = recordjobs::remove(company, type, record.id);
        if (gone) {
            removal.removed.append(record.id);
        } else {
            ++removal.refused;
            if (!removal.why)
                removal.why = inWords(gone.error(), company, type, record.id);
        }
    }
    return removal;
}

Result<> restoreRows(Company &company, const EntityType &type, const QList<LocalId> &removed)
{
    for (const auto &id : removed)
        FROST_TRY(company.editor().restore(type, id, company.actor()));
    return {};
}

} // namespace frost
