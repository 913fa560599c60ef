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
    //! Store and clock must outlive the service.
    //! @param tellChange hears of every committed change of a company, before its sender is answered
    SyncService(ServerStore &store, Clock &clock, TellChange tellChange = {})
        : m_services{store, m_schemas, clock, std::move(tellChange)}
    { }
    SyncService(const SyncService &) = delete;
    SyncService &operator=(const SyncService &) = delete;

    //! Always answers. Bodies may be gzip both ways, as their headers say.
    [[nodiscard]] HttpResponse handle(const HttpRequest &request) { return serve(request).response; }
    //! The same for whoever can keep a stream of events open.
    [[nodiscard]] Served serve(const HttpRequest &request);

private:
    [[nodiscard]] Served answer(const Route &route, const HttpRequest &request);

    Schemas m_schemas;
    Services m_services;
};

} // namespace frost::server
