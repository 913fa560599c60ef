// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/alarm.h"

#include <algorithm>

namespace frost {

using std::chrono::milliseconds;

struct Alarm::State {
    Clock &clock;
    std::function<void()> ring; //!< empty: the alarm is gone
    std::optional<QDateTime> at;
    QDateTime sleepEnds;         //!< of the newest sleep
    milliseconds wait{0};        //!< as set, for a sleep that has to be slept on
    quint64 sleep = 0;           //!< number of the newest sleep; older ones are stale
    enum class Sleeper { None, Asleep } sleeper = Sleeper::None;

    static QCoro::Task<void> sleepFor(std::shared_ptr<State> state, milliseconds duration);
    static void woke(const std::shared_ptr<State> &state);
};

// Owns the state, never the alarm: the sleep may outlast both the alarm and its owner.
QCoro::Task<void> Alarm::State::sleepFor(std::shared_ptr<State> state, milliseconds duration)
{
    const quint64 sleep = ++state->sleep;
    state->sleeper = Sleeper::Asleep;
    state->sleepEnds = state->clock.now().addMSecs(duration.count());
    co_await state->clock.sleep(duration);
    if (sleep == state->sleep)
        woke(state);
}

void Alarm::State::woke(const std::shared_ptr<State> &state)
{
    state->sleeper = Sleeper::None;
    if (!state->at || !state->ring)
        return;
    // Only a sleep begun before the alarm was moved to later has something left; never more than what was asked for, in
    // case the clock was set back.
    const milliseconds left(std::min<qint64>(state->sleepEnds.msecsTo(*state->at), state->wait.count()));
    if (left.count() > 0) {
        sleepFor(state, left);
        return;
    }
    state->at.reset();
    const auto ring = state->ring; // it may destroy the alarm
    ring();
}

Alarm::Alarm(Clock &clock, std::function<void()> ring)
    : m_state(std::make_shared<State>(State{clock, std::move(ring), {}, {}, {}, 0, State::Sleeper::None}))
{
}

Alarm::~Alarm()
{
    m_state->ring = {};
    m_state->at.reset();
}

void Alarm::set(milliseconds wait)
{
    const auto now = m_state->clock.now();
    const auto at = now.addMSecs(wait.count());
    m_state->at = at;
    m_state->wait = wait;
    const bool asleepLongEnough = m_state->sleeper == State::Sleeper::Asleep && m_state->sleepEnds <= at
        && m_state->sleepEnds >= now;
    if (!asleepLongEnough)
        State::sleepFor(m_state, wait);
}

void Alarm::clear()
{
    m_state->at.reset();
}

std::optional<QDateTime> Alarm::at() const
{
    return m_state->at;
}

} // namespace frost
