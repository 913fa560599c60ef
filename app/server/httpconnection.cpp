// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/httpconnection.h"

#include "core/server/answers.h"
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
net::awaitable<Served> answerOf(HandlerPool &pool, HttpRequest request)
{
    return net::async_initiate<const net::use_awaitable_t<>, void(Served)>(
        [&pool](auto handler, HttpRequest asked) {
        const auto executor = net::get_associated_executor(handler);
        const auto guard = net::make_work_guard(executor); // the network thread must not end before the answer
        const auto resume = std::make_shared<decltype(handler)>(std::move(handler));
        pool.submit(std::move(asked), [executor, guard, resume](Served served) {
            net::post(executor, [resume, answer = std::move(served)]() mutable { (*resume)(std::move(answer)); });
        });
        },
        net::use_awaitable, std::move(request));
}

//! Why a request could not be read; nullopt: there is nobody to tell.
std::optional<Refusal> refusalFor(const error_code &error, bool hasToken)
{
    if (error == http::error::header_limit)
        return Refusal::HeaderTooLarge;
    if (error == http::error::body_limit)
        return hasToken ? Refusal::BodyTooLarge : Refusal::BodyWithoutToken;
    const bool goneAway = error == http::error::end_of_stream || error == http::error::partial_message;
    if (error.category() == http::make_error_code(http::error::bad_method).category() && !goneAway)
        return Refusal::Malformed;
    return std::nullopt;
}

//! Time to write an answer: a slow line gets what it needs, a stalled one does not hold us for ever.
std::chrono::seconds writingTime(qsizetype bytes)
{
    return limits::kBodyTime * (1 + bytes / limits::kBodyStep);
}
} // namespace

HttpConnection::HttpConnection(net::ip::tcp::socket socket, const Shared &shared)
    : m_socket(std::move(socket)), m_shared(shared)
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
    co_await refuse(Refusal::TooManyConnections);
}

void HttpConnection::finish()
{
    m_finishing = true;
    error_code ignored;
    if (m_idle)
        m_socket.cancel(ignored);
    if (const auto stream = m_stream.lock())
        stream->close();
}

net::awaitable<bool> HttpConnection::serveOne()
{
    if (!co_await waitForFirstByte())
        co_return false;
    BodyBudget::Share share(m_shared.budget);
    Arrival arrival = co_await receive(share);
    if (arrival.reading.closed)
        co_return false;
    if (!arrival.request) {
        share.release(); // what it had is gone; refusing may take a while
        co_await refuse(arrival.reading.refusal.value_or(Refusal::Malformed));
        co_return false;
    }
    m_deadline.clear();
    HttpRequest asked = *arrival.request;
    asked.body.clear(); // whoever asks again has none
    Served served = co_await answerOf(m_shared.pool, std::move(*arrival.request));
    share.release();
    if (served.events) {
        co_await stream(std::move(asked), *std::move(served.events), arrival.manner);
        co_return false;
    }
    if (m_finishing)
        arrival.manner.keepAlive = false;
    const bool written = co_await write(served.response, arrival.manner);
    co_return arrival.manner.keepAlive ? written : false;
}

// The parser ends here: a body is in memory twice only while it is copied.
net::awaitable<HttpConnection::Arrival> HttpConnection::receive(BodyBudget::Share &share)
{
    Parser parser;
    parser.header_limit(limits::kHeaderBytes);
    parser.body_limit(limits::kBodyBytes);
    Arrival arrival;
    arrival.reading = co_await readHeader(parser);
    if (arrival.reading.isGood())
        arrival.reading = co_await readBody(parser, share);
    if (arrival.reading.isGood()) {
        arrival.manner = {parser.get().version(), parser.keep_alive(), parser.get().method() == http::verb::head};
        arrival.request = fromWire(parser.get());
    }
    co_return arrival;
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
        co_return failed(error, parser);
    if (const auto refusal = refusalOf(parser))
        co_return Reading{false, refusal};
    if (!hasToken(parser.get()))
        parser.body_limit(limits::kAnonymousBodyBytes);
    if (beast::iequals(parser.get()[http::field::expect], "100-continue") && !parser.is_done()) {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await net::async_write(m_socket, net::buffer(kContinue), net::redirect_error(net::use_awaitable, error));
    }
    co_return Reading{bool(error), std::nullopt};
}

net::awaitable<HttpConnection::Reading> HttpConnection::readBody(Parser &parser, BodyBudget::Share &share)
{
    size_t sinceDeadline = 0;
    m_deadline.set(limits::kBodyTime);
    while (!parser.is_done()) {
        error_code error;
        sinceDeadline +=
            co_await http::async_read_some(m_socket, m_buffer, parser, net::redirect_error(net::use_awaitable, error));
        if (error)
            co_return failed(error, parser);
        if (!share.growTo(qsizetype(parser.get().body().size())))
            co_return Reading{false, Refusal::NoMemory};
        if (sinceDeadline >= size_t(limits::kBodyStep)) {
            sinceDeadline = 0;
            m_deadline.set(limits::kBodyTime);
        }
    }
    co_return Reading{};
}

HttpConnection::Reading HttpConnection::failed(const error_code &error, const Parser &parser) const
{
    const auto refusal = m_deadline.hasPassed() ? Refusal::TimedOut : refusalFor(error, hasToken(parser.get()));
    return {!refusal, refusal};
}

net::awaitable<bool> HttpConnection::write(const HttpResponse &response, const Manner &manner)
{
    error_code error;
    WireResponse message = toWire(response, manner.version, manner.keepAlive);
    http::response_serializer<http::span_body<const char>> serializer(message);
    m_deadline.set(writingTime(response.body.size()));
    if (manner.headerOnly)
        co_await http::async_write_header(m_socket, serializer, net::redirect_error(net::use_awaitable, error));
    else
        co_await http::async_write(m_socket, serializer, net::redirect_error(net::use_awaitable, error));
    co_return !error;
}

net::awaitable<bool> HttpConnection::writeText(const QByteArray &text)
{
    error_code error;
    m_deadline.set(limits::kBodyTime);
    co_await net::async_write(m_socket, net::buffer(text.constData(), size_t(text.size())),
                              net::redirect_error(net::use_awaitable, error));
    m_deadline.clear();
    co_return !error;
}

// Without a length: the stream ends with the connection.
net::awaitable<bool> HttpConnection::beginStream(const HttpResponse &response, unsigned version)
{
    HttpResponse headOnly = response;
    headOnly.body.clear();
    error_code error;
    http::response<http::empty_body> message(toWire(headOnly, version, false).base());
    message.erase(http::field::content_length);
    message.keep_alive(false);
    http::response_serializer<http::empty_body> serializer(message);
    m_deadline.set(limits::kBodyTime);
    co_await http::async_write_header(m_socket, serializer, net::redirect_error(net::use_awaitable, error));
    co_return !error;
}

// Whoever listens has nothing more to say: the end, or a word too many, ends the stream.
void HttpConnection::closeWithClient(const std::shared_ptr<EventStream> &stream)
{
    m_socket.async_wait(net::ip::tcp::socket::wait_read, [weak = std::weak_ptr(stream)](const error_code &) {
        if (const auto open = weak.lock())
            open->close();
    });
}

// Every event is an answer to the same request, asked anew: a revoked token or a lost right ends the stream, and what
// was missed, by whatever way it came, is told with the next beat.
net::awaitable<void> HttpConnection::stream(HttpRequest request, EventSource source, Manner manner)
{
    static const QByteArray kBeat = ":\n\n";
    const auto opened = m_shared.streams.open(source, m_socket.get_executor());
    if (!opened) {
        HttpResponse refusal = errorAnswer(opened.error());
        manner.keepAlive = false;
        refusal.headers.insert("retry-after", QByteArray::number(qint64(limits::kEventBeat.count())));
        co_await write(refusal, manner);
        co_return;
    }
    const std::shared_ptr<EventStream> &open = *opened;
    m_stream = open;
    closeWithClient(open);
    QByteArray told;
    for (co_await open->due(); !open->isClosed() && !m_finishing; co_await open->due()) {
        const Served now = co_await answerOf(m_shared.pool, request);
        if (!now.events) {
            manner.keepAlive = false;
            if (told.isEmpty()) // nothing was said yet, so this can be
                co_await write(now.response, manner);
            co_return;
        }
        if (told.isEmpty() && !co_await beginStream(now.response, manner.version))
            co_return;
        const bool isNews = now.response.body != told;
        told = now.response.body;
        if (!co_await writeText(isNews ? told : kBeat))
            co_return;
    }
}

net::awaitable<void> HttpConnection::refuse(Refusal refusal)
{
    const HttpResponse response = answerTo(refusal);
    const Manner manner;
    if (co_await write(response, manner))
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
        total += qsizetype(co_await m_socket.async_read_some(m_buffer.prepare(m_buffer.max_size()),
                                                             net::redirect_error(net::use_awaitable, error)));
    }
}

} // namespace frost::server
