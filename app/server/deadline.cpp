// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/deadline.h"

#include <boost/asio/steady_timer.hpp>

namespace frost::server {

namespace net = boost::asio;

struct Deadline::State {
    net::steady_timer timer;
    net::ip::tcp::socket &socket;
    unsigned generation = 0; //!< a timer that had gone off before it was replaced says nothing
    bool hasPassed = false;
};

Deadline::Deadline(net::ip::tcp::socket &socket)
    : m_state(std::make_shared<State>(State{net::steady_timer(socket.get_executor()), socket}))
{ }

void Deadline::set(std::chrono::seconds time)
{
    m_state->hasPassed = false;
    m_state->timer.expires_after(time);
    const unsigned generation = ++m_state->generation;
    m_state->timer.async_wait([waiting = std::weak_ptr(m_state), generation](const boost::system::error_code &error) {
        const auto state = waiting.lock();
        if (error || !state || state->generation != generation)
            return;
        boost::system::error_code ignored;
        state->hasPassed = true;
        state->socket.cancel(ignored);
    });
}

void Deadline::clear()
{
    ++m_state->generation;
    m_state->hasPassed = false;
    m_state->timer.cancel();
}

bool Deadline::hasPassed() const
{
    return m_state->hasPassed;
}

} // namespace frost::server
