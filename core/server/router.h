// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/requestcontext.h"
#include "core/server/served.h"

namespace frost::server {

using Handler = Served (*)(const Services &, const RequestContext &);

struct Route {
    QByteArray method;
    QString path;
    bool open = false; //!< without a token
    Handler handler = nullptr;
};

//! The route of a method and a path. HEAD is GET where nothing but the header matters; whoever sends the answer leaves
//! its body out. Errors: NotFound "path.unknown"; Rejected "method.notAllowed" [the allowed ones].
[[nodiscard]] Result<const Route *> routeOf(const QByteArray &method, const QUrl &url);

} // namespace frost::server
