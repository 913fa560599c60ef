// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/storedrecord.h"

namespace frost::server {

//! Appends a record as a change of GET /api/sync/pull. The body is copied as it is stored, never parsed (TECH S2).
void appendChange(QByteArray &json, const StoredRecord &record);

} // namespace frost::server
