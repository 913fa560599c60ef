// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcorotask.h>

namespace frost {

//! Seam: who runs next. Long work gives way between its steps, so that an edit never waits for a whole sync run and a
//! simulation can choose the order.
class Executor
{
public:
    virtual ~Executor() = default;
    //! Resumes the awaiting coroutine after everything that was ready before it; same thread.
    virtual QCoro::Task<> giveWay() = 0;
};

//! Gives way to the Qt event loop of the calling thread.
class EventLoopExecutor final : public Executor
{
public:
    QCoro::Task<> giveWay() override;
};

} // namespace frost
