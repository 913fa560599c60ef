// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/executor.h"

#include <qcorotimer.h>

#include <chrono>

namespace frost {

QCoro::Task<> EventLoopExecutor::giveWay()
{
    co_await QCoro::sleepFor(std::chrono::milliseconds(0));
}

} // namespace frost
