// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace frost {

//! "https://host:port/path" as a connection keeps it: without a slash at its end, so that one place has one address.
//! Errors: Usage "url.malformed" [given] where it is something else, or holds a name, a query or a fragment.
[[nodiscard]] Result<QUrl> serverAddress(const QString &given);

//! "https://host:port", the port always said: equal for two addresses on one server.
[[nodiscard]] QString serverOf(const QUrl &url);

//! Nobody between here and there can listen.
[[nodiscard]] bool isThisComputer(const QUrl &url);

} // namespace frost
