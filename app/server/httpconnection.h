// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/bodybudget.h"
#include "app/server/deadline.h"
#include "app/server/eventstreams.h"
#include "app/server/handlerpool.h"
#include "app/server/httpmessages.h"

#include <utility> // boost/asio/awaitable.hpp of 1.74 forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>

namespace frost::server {

//! One client's connection: one request after the other, each with its limits and deadlines. Lives on the thread of the
//! network; run() ends when the connection does.
//!
//!   idle ──first byte──▶ header ──▶ body ──▶ handling ──▶ answering ──keep-alive──▶ idle
//!     │                                         └─ a stream of events: telling, until one side ends it
//!     └─ 60 s: closed      └─ refused: 4xx or 503, the rest of the request is read away, closed
class HttpConnection
{
public:
    //! What a connection shares with the others. All of it must outlive the connection.
    struct Shared {
        HandlerPool &pool;
        BodyBudget &budget;
        EventStreams &streams;
    };
    HttpConnection(boost::asio::ip::tcp::socket socket, const Shared &shared);

    [[nodiscard]] boost::asio::awaitable<void> run();
    //! Answers 503 and closes.
    [[nodiscard]] boost::asio::awaitable<void> turnAway();
    //! Ends after the request that is running; at once if there is none, or a stream.
    void finish();

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    //! What reading a part of a request has come to.
    struct Reading {
        bool closed = false; //!< the client has gone
        std::optional<Refusal> refusal;
        [[nodiscard]] bool isGood() const { return !closed && !refusal; }
    };
    //! How an answer is written.
    struct Manner {
        unsigned version = 11;
        bool keepAlive = false;
        bool headerOnly = false;
    };
    //! What reading a request has come to.
    struct Arrival {
        Reading reading;
        std::optional<HttpRequest> request; //!< where reading it was good
        Manner manner;                      //!< of the answer that the client expects
    };
    [[nodiscard]] boost::asio::awaitable<bool> waitForFirstByte();
    [[nodiscard]] boost::asio::awaitable<Arrival> receive(BodyBudget::Share &share);
    [[nodiscard]] boost::asio::awaitable<Reading> readHeader(Parser &parser);
    [[nodiscard]] boost::asio::awaitable<Reading> readBody(Parser &parser, BodyBudget::Share &share);
    [[nodiscard]] Reading failed(const boost::system::error_code &error, const Parser &parser) const;
    [[nodiscard]] boost::asio::awaitable<bool> write(const HttpResponse &response, const Manner &manner);
    [[nodiscard]] boost::asio::awaitable<bool> writeText(const QByteArray &text);
    [[nodiscard]] boost::asio::awaitable<bool> beginStream(const HttpResponse &response, unsigned version);
    [[nodiscard]] boost::asio::awaitable<void> stream(HttpRequest request, EventSource source, Manner manner);
    void closeWithClient(const std::shared_ptr<EventStream> &stream);
    [[nodiscard]] boost::asio::awaitable<void> refuse(Refusal refusal);
    [[nodiscard]] boost::asio::awaitable<void> linger();
    [[nodiscard]] boost::asio::awaitable<bool> serveOne();

    boost::asio::ip::tcp::socket m_socket;
    Deadline m_deadline{m_socket};
    boost::beast::flat_buffer m_buffer{size_t(limits::kBufferBytes)};
    Shared m_shared;
    std::weak_ptr<EventStream> m_stream; //!< while there is one
    bool m_idle = false;
    bool m_finishing = false;
};

} // namespace frost::server
