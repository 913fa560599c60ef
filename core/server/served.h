// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/net/http.h"

#include <optional>

namespace frost::server {

//! Whose changes a stream of events tells of, and to which device.
struct EventSource {
    TenantId tenant;
    CompanyId company;
    QString tokenId;
};

//! What a request comes to.
struct Served {
    Served() = default;
    Served(HttpResponse answer) : response(std::move(answer)) { } // NOLINT: an answer is all that most requests come to
    HttpResponse response;
    //! Set: a stream begins. The body is the event that says where the company stands now; whoever has the socket keeps it
    //! open and asks again when something may have changed.
    std::optional<EventSource> events;
};

} // namespace frost::server
