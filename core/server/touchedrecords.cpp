// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/touchedrecords.h"

#include <QSet>

namespace frost::server {

Result<> TouchedRecords::load(CompanyStore &store, const std::vector<PushDraft> &drafts)
{
    QSet<qint64> ids;
    QSet<std::pair<EntityType, QString>> tempIds;
    const auto want = [&](const EntityType &type, const QString &id) {
        if (const auto real = realIdOf(id))
            ids.insert(*real);
        else
            tempIds.insert({type, id});
    };
    for (const PushDraft &draft : drafts) {
        if (draft.refusal)
            continue;
        want(draft.operation.type, draft.operation.entityId);
        for (const ReferenceUse &use : referencesIn(*draft.schema, draft.body))
            want(use.target, use.id);
    }
    for (const auto &found : {store.records(ids.values()), store.recordsByTempId(tempIds.values())}) {
        FROST_TRY(found);
        for (const StoredRecord &record : *found)
            put(record);
    }
    return {};
}

const StoredRecord *TouchedRecords::find(const EntityType &type, const QString &id) const
{
    const auto real = realIdOf(id);
    const StoredRecord *record = find(real ? *real : m_byTempId.value({type, id}));
    return record && record->type == type ? record : nullptr;
}

const StoredRecord *TouchedRecords::find(qint64 id) const
{
    const auto found = m_records.constFind(id);
    return found == m_records.constEnd() ? nullptr : &*found;
}

void TouchedRecords::put(const StoredRecord &record)
{
    m_records.insert(record.id, record);
    m_byTempId.insert({record.type, record.tempId}, record.id);
}

} // namespace frost::server
