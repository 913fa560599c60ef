// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <QNetworkRequest>

namespace frost {

//! For Qt's network; it follows no redirect and keeps no cookie.
[[nodiscard]] QNetworkRequest toQt(const HttpRequest &request);

} // namespace frost
