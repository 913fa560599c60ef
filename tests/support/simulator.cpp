// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulator.h"

#include <algorithm>

namespace frost::test {

namespace {
// 2026-01-05T08:00:00Z, a Monday morning.
constexpr qint64 kBeginning = 1'767'600'000'000;

struct Wait {
    Simulator &simulator;
    std::chrono::milliseconds duration;
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting) const
    {
        simulator.after(duration, [waiting] { waiting.resume(); });
    }
    void await_resume() const noexcept { }
};
} // namespace

Simulator::Simulator(std::uint64_t seed) : m_random(seed), m_now(kBeginning) { }

QDateTime Simulator::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC);
}

std::chrono::milliseconds Simulator::elapsed() const
{
    return std::chrono::milliseconds(m_now - kBeginning);
}

QCoro::Task<> Simulator::sleep(std::chrono::milliseconds duration)
{
    Wait wait{*this, duration};
    co_await wait;
}

QCoro::Task<> Simulator::giveWay()
{
    Wait wait{*this, std::chrono::milliseconds(0)};
    co_await wait;
}

void Simulator::after(std::chrono::milliseconds delay, std::function<void()> action)
{
    m_events.push_back({m_now + delay.count(), m_random.next(), std::move(action)});
    std::push_heap(m_events.begin(), m_events.end(), later);
}

void Simulator::run()
{
    while (!m_events.empty())
        takeNext();
}

void Simulator::runFor(std::chrono::milliseconds duration)
{
    const qint64 end = m_now + duration.count();
    while (!m_events.empty() && m_events.front().at <= end)
        takeNext();
    m_now = end;
}

void Simulator::takeNext()
{
    std::pop_heap(m_events.begin(), m_events.end(), later);
    const Event event = std::move(m_events.back());
    m_events.pop_back();
    m_now = std::max(m_now, event.at);
    ++m_steps;
    if (!m_events.empty() && m_events.front().at == event.at)
        ++m_ties;
    event.action();
}

bool Simulator::later(const Event &a, const Event &b)
{
    return std::tie(a.at, a.order) > std::tie(b.at, b.order);
}

} // namespace frost::test
