// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/httpserver.h"

#include "core/base/logging.h"
#include "core/server/limits.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>

namespace frost::server {

using namespace Qt::StringLiterals;
namespace net = boost::asio;
using boost::beast::error_code;
using net::ip::tcp;

namespace {
constexpr std::chrono::milliseconds kAcceptPause{100}; //!< when the system has no descriptor left

QString textOf(const tcp::endpoint &endpoint)
{
    const QString address = QString::fromStdString(endpoint.address().to_string());
    return (endpoint.address().is_v6() ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address).arg(endpoint.port());
}
} // namespace

Result<ListenAddress> ListenAddress::parse(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    error_code error;
    const auto address = net::ip::make_address(host.toStdString(), error);
    if (colon < 0 || !isNumber || port > 65535 || error)
        return fail(ErrorKind::Usage, u"listen.malformed"_s, {text});
    return ListenAddress{tcp::endpoint(address, quint16(port))};
}

Result<> HttpServer::listen(const ListenAddress &address)
{
    error_code error;
    m_acceptor.open(address.endpoint.protocol(), error);
#ifndef Q_OS_WIN // there the option would let another program take the port from us
    if (!error)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (!error)
        m_acceptor.bind(address.endpoint, error);
    if (!error)
        m_acceptor.listen(net::socket_base::max_listen_connections, error);
    if (error == net::error::address_in_use)
        return fail(ErrorKind::Busy, u"listen.taken"_s, {textOf(address.endpoint)});
    if (error) {
        return fail(ErrorKind::Usage, u"listen.impossible"_s,
                    {textOf(address.endpoint), QString::fromStdString(error.message())});
    }
    stopOnSignal(); // before anybody is told that the server is there
    return {};
}

QString HttpServer::url() const
{
    error_code ignored;
    return u"http://"_s + textOf(m_acceptor.local_endpoint(ignored));
}

void HttpServer::run(HandlerPool &pool)
{
    m_pool = &pool;
    net::co_spawn(m_io, accept(), net::detached);
    m_io.run();
}

void HttpServer::tell(const TenantId &tenant, const CompanyId &company)
{
    net::post(m_io, [this, tenant, company] { m_streams.tell(tenant, company); });
}

net::awaitable<void> HttpServer::accept()
{
    while (m_acceptor.is_open()) {
        error_code error;
        tcp::socket socket(m_io);
        co_await m_acceptor.async_accept(socket, net::redirect_error(net::use_awaitable, error));
        if (!error) {
            net::co_spawn(m_io, serve(std::move(socket)), net::detached);
        } else if (m_acceptor.is_open()) {
            qCWarning(lcServer) << "cannot accept a connection:" << error.message().c_str();
            net::steady_timer pause(m_io, kAcceptPause);
            co_await pause.async_wait(net::redirect_error(net::use_awaitable, error));
        }
    }
}

//! A connection's place among those of its kind, given up however its coroutine ends.
class HttpServer::Place
{
public:
    Place(std::set<HttpConnection *> &kind, HttpConnection &connection) : m_kind(kind), m_connection(connection)
    {
        m_kind.insert(&m_connection);
    }
    ~Place() { m_kind.erase(&m_connection); }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

private:
    std::set<HttpConnection *> &m_kind;
    HttpConnection &m_connection;
};

net::awaitable<void> HttpServer::serve(tcp::socket socket)
{
    try {
        HttpConnection connection(std::move(socket), {*m_pool, m_budget, m_streams});
        if (m_connections.size() < size_t(limits::kConnections)) {
            const Place place(m_connections, connection);
            co_await connection.run();
        } else if (m_turnedAway.size() < size_t(limits::kTurnedAway)) {
            const Place place(m_turnedAway, connection);
            co_await connection.turnAway();
        }
    } catch (const std::exception &bug) { // out of memory, or a bug: this connection ends, the others go on
        qCWarning(lcServer) << "connection failed:" << bug.what();
    }
    if (m_stopping && m_connections.empty())
        m_patience.cancel();
}

void HttpServer::stopOnSignal()
{
    m_signals.add(SIGINT);
    m_signals.add(SIGTERM);
    m_signals.async_wait([this](const error_code &error, int) {
        if (!error)
            stop();
    });
}

void HttpServer::stop()
{
    error_code ignored;
    m_stopping = true;
    m_acceptor.close(ignored);
    for (HttpConnection *connection : m_connections)
        connection->finish();
    if (m_connections.empty())
        return;
    m_patience.expires_after(limits::kStopTime);
    m_patience.async_wait([this](const error_code &error) {
        if (!error)
            m_io.stop();
    });
}

} // namespace frost::server
