// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/companystore.h"
#include "core/server/pushdraft.h"

#include <QHash>

#include <vector>

namespace frost::server {

//! The records that a batch touches or refers to, read at once and kept up to date as the batch goes on.
class TouchedRecords
{
public:
    [[nodiscard]] Result<> load(CompanyStore &store, const std::vector<PushDraft> &drafts);
    //! @param id digits of a real id, or a temporary id. nullptr: there is none of this type in this company.
    [[nodiscard]] const StoredRecord *find(const EntityType &type, const QString &id) const;
    void put(const StoredRecord &record);

private:
    [[nodiscard]] const StoredRecord *find(qint64 id) const;

    QHash<qint64, StoredRecord> m_records;
    QHash<std::pair<EntityType, QString>, qint64> m_byTempId;
};

} // namespace frost::server
