// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <coroutine>
#include <memory>

namespace frost {

//! One coroutine that waits until it is told to go on, once, or until the life of its request ends. Lies in the frame of
//! the coroutine; `co_await waiter.told();` once.
class Waiter
{
public:
    //! @param clock outlives the wait  @param life nullptr: it cannot be called off
    Waiter(Clock &clock, QObject *life);
    ~Waiter();
    Waiter(const Waiter &) = delete;
    Waiter &operator=(const Waiter &) = delete;

    //! Resumes the coroutine before it returns; the waiter may be gone then. Nothing where its life has ended.
    void tell();
    //! The life ended before anybody told it to go on. The coroutine goes on in a moment, never from within the end of the
    //! life: whoever ends it is busy with that.
    [[nodiscard]] bool isCalledOff() const { return m_state->said == Said::CalledOff; }

private:
    enum class Said { Nothing, GoOn, CalledOff };
    struct State {
        std::coroutine_handle<> waiting;
        Said said = Said::Nothing;
    };

public:
    class Told
    {
    public:
        explicit Told(std::shared_ptr<State> state) : m_state(std::move(state)) { }
        [[nodiscard]] bool await_ready() const noexcept { return m_state->said == Said::GoOn; }
        void await_suspend(std::coroutine_handle<> waiting) const noexcept { m_state->waiting = waiting; }
        void await_resume() const noexcept { }

    private:
        std::shared_ptr<State> m_state;
    };
    [[nodiscard]] Told told() const { return Told(m_state); }

private:
    static QCoro::Task<void> callOff(std::shared_ptr<State> state, Clock &clock);

    std::shared_ptr<State> m_state = std::make_shared<State>();
    QMetaObject::Connection m_lifeEnds;
};

} // namespace frost
