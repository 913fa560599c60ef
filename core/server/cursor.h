// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace frost::server {

//! Where a client stands: everything up to `change` of the history named `epoch`. Opaque to clients.
struct Cursor {
    QString epoch;
    qint64 change = 0;
};

[[nodiscard]] QString toString(const Cursor &cursor); //!< "EPOCH.NUMBER"
//! Errors: Usage "cursor.malformed".
[[nodiscard]] Result<Cursor> parseCursor(const QString &text);

} // namespace frost::server
