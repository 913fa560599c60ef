// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/requestcontext.h"
#include "core/server/router.h"

namespace frost::server {

//! frost-server without sockets: a request in, an answer out. An ordinary blocking function; every worker thread owns a
//! service with a store of its own, tests and the simulation call it directly.
class SyncService
{
public:
    //! Both must outlive the service.
    SyncService(ServerStore &store, Clock &clock) : m_services{store, m_schemas, clock} { }
    SyncService(const SyncService &) = delete;
    SyncService &operator=(const SyncService &) = delete;

    //! Always answers. Bodies may be gzip both ways, as their headers say.
    [[nodiscard]] HttpResponse handle(const HttpRequest &request);

private:
    [[nodiscard]] HttpResponse answer(const Route &route, const HttpRequest &request);

    Schemas m_schemas;
    Services m_services;
};

} // namespace frost::server
