// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/executor.h"
#include "tests/support/seededrandom.h"

#include <coroutine>
#include <functional>
#include <vector>

namespace frost::test {

//! Seams Clock and Executor: virtual time in one thread. Whatever waits lies in a heap of events; run() takes the next one
//! and moves the clock there, so hours pass in milliseconds and a seed always gives the same order.
class Simulator final : public Clock, public Executor
{
public:
    explicit Simulator(std::uint64_t seed);

    [[nodiscard]] QDateTime now() const override;
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override;
    QCoro::Task<> giveWay() override;

    //! Calls `action` after `delay`.
    void after(std::chrono::milliseconds delay, std::function<void()> action);
    //! Runs until nothing waits.
    void run();
    //! Runs what is due within `duration`, and moves the clock that far: for what never stops waiting.
    void runFor(std::chrono::milliseconds duration);
    //! Events taken so far: the measure of work, and part of the proof that a seed repeats itself.
    [[nodiscard]] std::uint64_t steps() const { return m_steps; }
    //! Of them those that chance chose among several of one instant.
    [[nodiscard]] std::uint64_t ties() const { return m_ties; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

private:
    struct Event {
        qint64 at;
        std::uint64_t order; //!< by chance among events of one instant
        std::function<void()> action;
    };
    static bool later(const Event &a, const Event &b);
    void takeNext();

    SeededRandom m_random;
    qint64 m_now;
    std::uint64_t m_steps = 0;
    std::uint64_t m_ties = 0;
    std::vector<Event> m_events; //!< a heap by (at, order)
};

} // namespace frost::test
