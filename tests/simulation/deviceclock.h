// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/simulator.h"

namespace frost::test {

//! A computer's own clock, which people and batteries set wrong (F24, F39), and which sleeps with its computer: what should
//! have woken meanwhile wakes late, all together.
class DeviceClock final : public Clock
{
public:
    explicit DeviceClock(Simulator &simulator) : m_simulator(simulator) { }

    [[nodiscard]] QDateTime now() const override { return m_simulator.now().addMSecs(m_ahead.count()); }
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override
    {
        co_await m_simulator.sleep(duration);
        const auto left = m_simulator.now().msecsTo(m_suspendedUntil);
        if (m_suspendedUntil.isValid() && left > 0)
            co_await m_simulator.sleep(std::chrono::milliseconds(left));
    }
    void setAhead(std::chrono::milliseconds ahead) { m_ahead = ahead; }
    void suspend(std::chrono::milliseconds duration) { m_suspendedUntil = m_simulator.now().addMSecs(duration.count()); }
    void wakeUp() { m_suspendedUntil = {}; }
    [[nodiscard]] bool isSuspended() const { return m_suspendedUntil.isValid() && m_simulator.now() < m_suspendedUntil; }

private:
    Simulator &m_simulator;
    std::chrono::milliseconds m_ahead{0};
    QDateTime m_suspendedUntil;
};

} // namespace frost::test
