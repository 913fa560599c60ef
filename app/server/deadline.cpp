// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/deadline.h"

#include <boost/asio/steady_timer.hpp>

namespace frost::server {

namespace net = boost::asio;

namespace {
constexpr std::chrono::seconds kAgain{1};
}

struct Deadline::State {
    net::steady_timer timer;
    net::ip::tcp::socket &socket;
    unsigned generation = 0; //!< a timer that had gone off before it was replaced says nothing
    bool hasPassed = false;

    static void wait(const std::shared_ptr<State> &state, std::chrono::seconds time);
};

// What had ended when time was up, but was not resumed yet, meets no cancel; its coroutine begins something new and
// would wait for ever. So whatever is begun afterwards is ended too, until somebody sets another time.
void Deadline::State::wait(const std::shared_ptr<State> &state, std::chrono::seconds time)
{
    state->timer.expires_after(time);
    state->timer.async_wait(
        [waiting = std::weak_ptr(state), generation = state->generation](const boost::system::error_code &error) {
        const auto late = waiting.lock();
        if (error || !late || late->generation != generation)
            return;
        boost::system::error_code ignored;
        late->hasPassed = true;
        late->socket.cancel(ignored);
        wait(late, kAgain);
    });
}

Deadline::Deadline(net::ip::tcp::socket &socket)
    : m_state(std::make_shared<State>(State{net::steady_timer(socket.get_executor()), socket}))
{ }

void Deadline::set(std::chrono::seconds time)
{
    m_state->hasPassed = false;
    ++m_state->generation;
    State::wait(m_state, time);
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
