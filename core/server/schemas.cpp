// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/schemas.h"

namespace frost::server {

Result<const Schema *> Schemas::of(const QStringList &packs)
{
    auto found = m_schemas.find(packs);
    if (found == m_schemas.end()) {
        auto schema = Schema::load(packs);
        if (!schema) // what the client asked for is all right: the accounts name a pack that this server does not have
            return fail(ErrorKind::Internal, schema.error().code, schema.error().args);
        found = m_schemas.emplace(packs, *std::move(schema)).first;
    }
    return &found->second;
}

} // namespace frost::server
