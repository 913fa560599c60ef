// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/httpconnection.h"
#include "core/base/result.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <set>

namespace frost::server {

//! Where to listen.
struct ListenAddress {
    boost::asio::ip::tcp::endpoint endpoint;
    //! "127.0.0.1:8420", "[::1]:0"; port 0: any free one. Errors: Usage "listen.malformed" [text].
    [[nodiscard]] static Result<ListenAddress> parse(const QString &text);
    [[nodiscard]] bool isLoopback() const { return endpoint.address().is_loopback(); }
};

//! The front: accepts connections on the calling thread and hands their requests to a pool.
class HttpServer
{
public:
    HttpServer() = default;
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    //! Errors: Busy "listen.taken" [address]; Usage "listen.impossible" [address].
    [[nodiscard]] Result<> listen(const ListenAddress &address);
    [[nodiscard]] QString url() const; //!< "http://127.0.0.1:PORT" with the port really used
    //! Serves until SIGINT or SIGTERM; running requests are finished first, for a while.
    //! @param pool must end before this object does: its threads come back here with their answers.
    void run(HandlerPool &pool);
    //! A company has changed: whoever listens is told. Any thread, at any time between construction and destruction.
    void tell(const TenantId &tenant, const CompanyId &company);

private:
    class Place;
    [[nodiscard]] boost::asio::awaitable<void> accept();
    [[nodiscard]] boost::asio::awaitable<void> serve(boost::asio::ip::tcp::socket socket);
    void stopOnSignal();
    void stop();

    // Before the context, whose end destroys the coroutines that are left: they still reach for these.
    BodyBudget m_budget;
    EventStreams m_streams;
    std::set<HttpConnection *> m_connections;
    std::set<HttpConnection *> m_turnedAway;
    boost::asio::io_context m_io{1};
    boost::asio::ip::tcp::acceptor m_acceptor{m_io};
    boost::asio::signal_set m_signals{m_io};
    boost::asio::steady_timer m_patience{m_io}; //!< runs while stopping
    HandlerPool *m_pool = nullptr;
    bool m_stopping = false;
};

} // namespace frost::server
