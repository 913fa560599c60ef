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
//! After which change a client goes on. Errors: as parseCursor(); Expired "cursor.expired" where it stands in another history than
//! `now`, or further than that: a restore has taken it back.
[[nodiscard]] Result<qint64> changeAfter(const QString &text, const Cursor &now);

} // namespace frost::server
