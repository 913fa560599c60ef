// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/links.h"
#include "core/schema/schema.h"

namespace frost {

//! References on their way in and out: the store holds local ids, the wire only the remote's (R-IDM-02).
class ReferenceTranslator
{
public:
    ReferenceTranslator(const Schema &schema, Links &links) : m_schema(schema), m_links(links) { }

    //! Remote ids → local ids; an id never seen is promised one.
    [[nodiscard]] Result<QJsonObject> arriving(const EntityType &type, const QJsonObject &body);

    struct Leaving {
        QJsonObject body;
        std::optional<ReferenceUse> missing; //!< the first referred record that the remote does not have yet
    };
    //! Local ids → remote ids.
    [[nodiscard]] Result<Leaving> leaving(const EntityType &type, const QJsonObject &body);

private:
    const Schema &m_schema;
    Links &m_links;
};

} // namespace frost
