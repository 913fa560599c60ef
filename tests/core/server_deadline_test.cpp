// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/deadline.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>

#include <QtTest>

#include <array>
#include <optional>

using boost::system::error_code;
using frost::server::Deadline;
namespace net = boost::asio;
using net::ip::tcp;

//! The deadlines of frost-server's connections (R-SRV-03).
class ServerDeadlineTest : public QObject
{
    Q_OBJECT

    //! Starts a read that only a deadline can end.
    void read()
    {
        m_ended.reset();
        m_socket.async_read_some(net::buffer(m_buffer), [this](const error_code &error, size_t) { m_ended = error; });
    }
    //! Until `done`; false: it did not come to that.
    template<class Done>
    bool runUntil(const Done &done)
    {
        m_io.restart();
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!done() && std::chrono::steady_clock::now() < patience)
            m_io.run_one_for(std::chrono::seconds(1));
        return done();
    }

private Q_SLOTS:
    void init()
    {
        tcp::acceptor acceptor(m_io, tcp::endpoint(net::ip::address_v4::loopback(), 0));
        m_peer = tcp::socket(m_io);
        m_peer.connect(acceptor.local_endpoint());
        m_socket = acceptor.accept();
    }

    void aReadThatWaitsIsEnded()
    {
        Deadline deadline(m_socket);
        read();
        deadline.set(std::chrono::seconds(0));
        QVERIFY(runUntil([&] { return m_ended.has_value(); }));
        QVERIFY(*m_ended == net::error::operation_aborted);
        QVERIFY(deadline.hasPassed());
    }

    // The timer may fire while a read has ended and is not resumed yet: there is nothing to cancel at that moment.
    void aReadThatBeginsAfterTimeWasUpIsEnded()
    {
        Deadline deadline(m_socket);
        deadline.set(std::chrono::seconds(0));
        QVERIFY(runUntil([&] { return deadline.hasPassed(); }));
        for (int i = 0; i < 2; ++i) {
            read();
            QVERIFY(runUntil([&] { return m_ended.has_value(); }));
            QVERIFY(*m_ended == net::error::operation_aborted);
        }
    }

    void anotherTimeEndsWhatTheFirstOneDid_data()
    {
        QTest::addColumn<bool>("isCleared");
        QTest::newRow("cleared") << true;
        QTest::newRow("replaced") << false;
    }
    void anotherTimeEndsWhatTheFirstOneDid()
    {
        QFETCH(bool, isCleared);
        Deadline deadline(m_socket);
        deadline.set(std::chrono::seconds(0));
        QVERIFY(runUntil([&] { return deadline.hasPassed(); }));
        if (isCleared)
            deadline.clear();
        else
            deadline.set(std::chrono::hours(1));
        QVERIFY(!deadline.hasPassed());
        read();
        m_io.restart();
        m_io.run_for(std::chrono::milliseconds(1500)); // longer than it takes to cancel again
        QVERIFY(!m_ended.has_value());
        m_peer.write_some(net::buffer("x", 1));
        QVERIFY(runUntil([&] { return m_ended.has_value(); }));
        QVERIFY(!*m_ended);
    }

    void aDeadlineThatIsGoneEndsNothing()
    {
        std::optional<Deadline> deadline(m_socket);
        deadline->set(std::chrono::seconds(0));
        deadline.reset();
        read();
        m_peer.write_some(net::buffer("x", 1));
        QVERIFY(runUntil([&] { return m_ended.has_value(); }));
        QVERIFY(!*m_ended);
    }

private:
    net::io_context m_io;
    tcp::socket m_peer{m_io};
    tcp::socket m_socket{m_io};
    std::array<char, 16> m_buffer{};
    std::optional<error_code> m_ended;
};

QTEST_GUILESS_MAIN(ServerDeadlineTest)
#include "server_deadline_test.moc"
