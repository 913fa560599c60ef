// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/served.h"

#include <utility> // boost/asio/awaitable.hpp of 1.74 forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <vector>

namespace frost::server {

//! When one stream has something to say. Remembers only that there is news, never what: however slowly a client reads and
//! however many changes there are, it is one event behind.
class EventStream
{
public:
    EventStream(EventSource source, const boost::asio::any_io_executor &executor);

    [[nodiscard]] const EventSource &source() const { return m_source; }
    //! Waits for news, for the next beat or for the end; the first time not at all.
    [[nodiscard]] boost::asio::awaitable<void> due();
    void tell();
    //! The client has gone, the server goes, or the place is needed.
    void close();
    [[nodiscard]] bool isClosed() const { return m_closed; }

private:
    using Time = std::chrono::steady_clock::time_point;
    [[nodiscard]] Time dueAt() const;

    EventSource m_source;
    boost::asio::steady_timer m_wake;
    Time m_last{}; //!< when it was due last
    bool m_news = true;
    bool m_closed = false;
};

//! The streams of events that are open, and how many may be. Lives on the thread of the network.
class EventStreams
{
public:
    //! @return a place, given up when it is gone. Where the token has all of its own, the oldest of its streams is closed: a
    //! device that comes back from a lost network is not kept out by what it left there.
    //! Errors: RateLimited "events.tooMany" [the bound] of the tenant or the server.
    [[nodiscard]] Result<std::shared_ptr<EventStream>> open(const EventSource &source,
                                                            const boost::asio::any_io_executor &executor);
    //! Something of this company has changed: its streams look now, and nobody else's.
    void tell(const TenantId &tenant, const CompanyId &company);

private:
    [[nodiscard]] std::vector<std::shared_ptr<EventStream>> all();

    std::vector<std::weak_ptr<EventStream>> m_streams; //!< the oldest first
};

} // namespace frost::server
