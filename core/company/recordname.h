// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/company.h"

namespace frost {

//! What people know a record by: "1042" and "Norrskog Bygg AB", or "A 4" and "Lokalhyra oktober"; either may be empty.
struct RecordName {
    QString number; //!< with its series
    QString title;
    [[nodiscard]] QString text() const; //!< "1042 Norrskog Bygg AB"
};

//! @param referred the title of the record that standInTitle() names, for documents that have none of their own
[[nodiscard]] RecordName recordName(const EntitySchema &schema, const QJsonObject &body, const QString &referred = {});
//! The first required reference of a record without a title of its own; nullopt: it has one, or refers to nothing.
[[nodiscard]] std::optional<ReferenceUse> standInTitle(const EntitySchema &schema, const QJsonObject &body);

//! The same with the title looked up. @param body some state of the record
[[nodiscard]] Result<RecordName> readRecordName(Company &company, const EntitySchema &schema, const QJsonObject &body);
//! Of the record as it is now; its shown id where it has neither number nor title. Empty: not known here.
[[nodiscard]] Result<RecordName> readRecordName(Company &company, const EntityType &type, const LocalId &id);

} // namespace frost
