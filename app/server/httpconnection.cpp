// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/httpconnection.h"

#include "core/server/limits.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <memory>

namespace frost::server {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using beast::error_code;

namespace {
constexpr size_t kFirstRead = 4096;

//! Hands a request to the pool and comes back to this thread with its answer.
net::awaitable<HttpResponse> answerOf(HandlerPool &pool, HttpRequest request)
{
    return net::async_initiate<const net::use_awaitable_t<>, void(HttpResponse)>(
        [&pool](auto handler, HttpRequest asked) {
        const auto executor = net::get_associated_executor(handler);
        const auto guard = net::make_work_guard(executor); // the network thread must not end before the answer
        const auto resume = std::make_shared<decltype(handler)>(std::move(handler));
        pool.submit(std::move(asked), [executor, guard, resume](HttpResponse response) {
            net::post(executor, [resume, answer = std::move(response)]() mutable { (*resume)(std::move(answer)); });
        });
        },
        net::use_awaitable, std::move(request));
}

//! The status for a request that could not be read; nullopt: there is nobody to tell.
std::optional<int> statusOf(const error_code &error)
{
    if (error == http::error::header_limit)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    const bool goneAway = error == http::error::end_of_stream || error == http::error::partial_message;
    if (error.category() == http::make_error_code(http::error::bad_method).category() && !goneAway)
        return 400;
    return std::nullopt;
}

//! Time to write an answer: a slow line gets what it needs, a stalled one does not hold us for ever.
std::chrono::seconds writingTime(qsizetype bytes)
{
    return limits::kBodyTime * (1 + bytes / limits::kBodyStep);
}
} // namespace

HttpConnection::HttpConnection(net::ip::tcp::socket socket, HandlerPool &pool)
    : m_socket(std::move(socket)), m_pool(pool)
{
    error_code ignored; // answers leave in one write; waiting for more to send would cost 40 ms each (TECH 0.2)
    m_socket.set_option(net::ip::tcp::no_delay(true), ignored);
}

net::awaitable<void> HttpConnection::run()
{
    while (!m_finishing && co_await serveOne()) {
    }
    error_code ignored;
    m_socket.shutdown(net::ip::tcp::socket::shutdown_both, ignored);
}

net::awaitable<void> HttpConnection::turnAway()
{
    co_await writeRefusal(503);
}

void HttpConnection::finish()
{
    m_finishing = true;
    error_code ignored;
    if (m_idle)
        m_socket.cancel(ignored);
}

net::awaitable<bool> HttpConnection::serveOne()
{
    if (!co_await waitForFirstByte())
        co_return false;
    Parser parser;
    parser.header_limit(limits::kHeaderBytes);
    parser.body_limit(limits::kBodyBytes);
    Reading reading = co_await readHeader(parser);
    if (!reading.closed && !reading.refuse)
        reading = co_await readBody(parser);
    auto request = reading.closed || reading.refuse ? std::nullopt : fromWire(parser.get());
    if (!reading.closed && !request) {
        co_await writeRefusal(reading.refuse.value_or(400));
        co_return false;
    }
    if (!request)
        co_return false;
    m_deadline.clear();
    const HttpResponse response = co_await answerOf(m_pool, std::move(*request));
    const bool keepAlive = parser.keep_alive() && !m_finishing;
    const bool written = co_await write(response, parser, keepAlive);
    co_return written &&keepAlive;
}

net::awaitable<bool> HttpConnection::waitForFirstByte()
{
    if (m_buffer.size() > 0) // the client did not wait for the answer before
        co_return true;
    error_code error;
    m_deadline.set(limits::kIdleTime);
    m_idle = true;
    const size_t count =
        co_await m_socket.async_read_some(m_buffer.prepare(kFirstRead), net::redirect_error(net::use_awaitable, error));
    m_idle = false;
    m_buffer.commit(count);
    co_return !error && !m_finishing;
}

net::awaitable<HttpConnection::Reading> HttpConnection::readHeader(Parser &parser)
{
    error_code error;
    m_deadline.set(limits::kHeaderTime);
    co_await http::async_read_header(m_socket, m_buffer, parser, net::redirect_error(net::use_awaitable, error));
    if (error)
        co_return failed(error);
    if (const auto status = refusalOf(parser))
        co_return Reading{false, status};
    if (beast::iequals(parser.get()[http::field::expect], "100-continue") && !parser.is_done()) {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await net::async_write(m_socket, net::buffer(kContinue), net::redirect_error(net::use_awaitable, error));
    }
    co_return Reading{bool(error), std::nullopt};
}

net::awaitable<HttpConnection::Reading> HttpConnection::readBody(Parser &parser)
{
    size_t sinceDeadline = 0;
    m_deadline.set(limits::kBodyTime);
    while (!parser.is_done()) {
        error_code error;
        sinceDeadline +=
            co_await http::async_read_some(m_socket, m_buffer, parser, net::redirect_error(net::use_awaitable, error));
        if (error)
            co_return failed(error);
        if (sinceDeadline >= size_t(limits::kBodyStep)) {
            sinceDeadline = 0;
            m_deadline.set(limits::kBodyTime);
        }
    }
    co_return Reading{};
}

HttpConnection::Reading HttpConnection::failed(const error_code &error) const
{
    const auto status = m_deadline.hasPassed() ? 408 : statusOf(error);
    return {!status, status};
}

net::awaitable<bool> HttpConnection::write(const HttpResponse &response, const Parser &parser, bool keepAlive)
{
    error_code error;
    WireResponse message = toWire(response, parser.get().version(), keepAlive);
    http::response_serializer<http::span_body<const char>> serializer(message);
    m_deadline.set(writingTime(response.body.size()));
    const bool headerOnly = parser.get().method() == http::verb::head;
    if (headerOnly)
        co_await http::async_write_header(m_socket, serializer, net::redirect_error(net::use_awaitable, error));
    else
        co_await http::async_write(m_socket, serializer, net::redirect_error(net::use_awaitable, error));
    co_return !error;
}

net::awaitable<void> HttpConnection::writeRefusal(int status)
{
    error_code error;
    const HttpResponse response = refusal(status);
    WireResponse message = toWire(response, 11, false);
    http::response_serializer<http::span_body<const char>> serializer(message);
    m_deadline.set(limits::kBodyTime);
    co_await http::async_write(m_socket, serializer, net::redirect_error(net::use_awaitable, error));
    if (!error)
        co_await linger();
}

// Closing while the client still sends would reset the connection and take the refusal with it.
net::awaitable<void> HttpConnection::linger()
{
    error_code error;
    m_socket.shutdown(net::ip::tcp::socket::shutdown_send, error);
    m_deadline.set(limits::kLingerTime);
    for (qsizetype total = 0; !error && total < limits::kLingerBytes;) {
        m_buffer.clear();
        total += qsizetype(co_await m_socket.async_read_some(m_buffer.prepare(size_t(limits::kBodyStep)),
                                                             net::redirect_error(net::use_awaitable, error)));
    }
}

} // namespace frost::server
