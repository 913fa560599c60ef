// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <map>

namespace frost::server {

//! The schemas of the companies one worker has met, by their packs; loading one takes milliseconds.
class Schemas
{
public:
    //! Valid as long as this object. Errors: Internal with the code of Schema::load's.
    [[nodiscard]] Result<const Schema *> of(const QStringList &packs);

private:
    std::map<QStringList, Schema> m_schemas;
};

} // namespace frost::server
