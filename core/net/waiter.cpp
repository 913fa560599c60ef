// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/waiter.h"

#include <utility>

namespace frost {

Waiter::Waiter(Clock &clock, QObject *life)
{
    if (!life)
        return;
    m_lifeEnds = QObject::connect(life, &QObject::destroyed, [state = m_state, &clock] {
        if (state->said == Said::Nothing)
            callOff(state, clock);
    });
}

Waiter::~Waiter()
{
    QObject::disconnect(m_lifeEnds);
}

QCoro::Task<void> Waiter::callOff(std::shared_ptr<State> state, Clock &clock)
{
    state->said = Said::CalledOff;
    co_await clock.sleep(std::chrono::milliseconds(0));
    if (auto waiting = std::exchange(state->waiting, {}))
        waiting.resume();
}

void Waiter::tell()
{
    const auto state = m_state;
    if (state->said != Said::Nothing)
        return;
    state->said = Said::GoOn;
    if (auto waiting = std::exchange(state->waiting, {}))
        waiting.resume();
}

} // namespace frost
