// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/company.h"

namespace frost {

//! Records as people and scripts see them: with shown ids, also in references, and what the store keeps beside the body
//! (DESIGN.md section 11). Remembers ids it looked up: make one for each list or document, not for a session.
class Presentation
{
public:
    explicit Presentation(Company &company) : m_company(company) { }

    [[nodiscard]] Result<QJsonObject> record(const EntityType &type, const Record &record);
    //! References in `body` as shown ids; nothing is added.
    [[nodiscard]] Result<QJsonObject> body(const EntityType &type, const QJsonObject &body);
    //! The way back, of what record() or body() gave and a person edited: what the store keeps beside the body falls away,
    //! references become local. Errors: Invalid "record.invalid" with what cannot be read, and unknown references.
    [[nodiscard]] Result<QJsonObject> stored(const EntityType &type, const QJsonObject &shownRecord);
    [[nodiscard]] Result<QString> shownId(const EntityType &type, const LocalId &local);
    //! One value of a field at a merge path ("customer", "rows[r1].article", "rows[r1]") with shown ids.
    [[nodiscard]] Result<QJsonValue> value(const EntityType &type, const QString &path, const QJsonValue &value);

private:
    Company &m_company;
    QHash<std::pair<EntityType, QString>, QString> m_shown; //!< bounded
};

} // namespace frost
