// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <memory>
#include <optional>

namespace frost {

//! One wake-up call on the seam Clock; the last setting counts. Nothing rings after it is destroyed. A sleep on the clock
//! cannot be called off, so one that is too early is slept on and one that is too late rings at nobody; moving an alarm
//! often costs no more sleeps than moving it once. It rings by the time slept, whatever the clock is set to meanwhile.
class Alarm
{
public:
    //! @param clock outlives the alarm  @param ring may set or clear the alarm, or destroy it
    Alarm(Clock &clock, std::function<void()> ring);
    ~Alarm();
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;

    //! Rings once, `wait` from now. @param wait 0 or more
    void set(std::chrono::milliseconds wait);
    void clear();
    //! When it will ring; nullopt: it is not set.
    [[nodiscard]] std::optional<QDateTime> at() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace frost
