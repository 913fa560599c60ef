// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <memory>

namespace frost::server {

//! Ends what a socket is waiting for when time is up, without closing it: there may be something to say yet.
//! (Beast's own tcp_stream closes.) Whatever the socket is asked for later ends within a second, until another time is
//! set. Lives on the socket's thread.
class Deadline
{
public:
    //! @param socket must outlive this object.
    explicit Deadline(boost::asio::ip::tcp::socket &socket);

    //! From now on; replaces the one before.
    void set(std::chrono::seconds time);
    void clear();
    //! The last one set has passed.
    [[nodiscard]] bool hasPassed() const;

private:
    struct State;
    std::shared_ptr<State> m_state; //!< waiting timers hold it weakly
};

} // namespace frost::server
