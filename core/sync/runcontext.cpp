// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/runcontext.h"

namespace frost {

Task<Result<>> RunContext::atSafePoint()
{
    for (RunState state = RunState::Processing;;) {
        if (stopRequested)
            co_return fail(ErrorKind::Cancelled, QStringLiteral("run.stopped"));
        const auto wish = runWish(writer.database(), connection);
        if (!wish)
            co_return fail(wish.error());
        if (*wish == RunWish::Cancel)
            co_return fail(ErrorKind::Cancelled, QStringLiteral("run.stopped"));
        const auto wanted = *wish == RunWish::Pause ? RunState::Paused : RunState::Processing;
        if (wanted != state) {
            if (const auto told = enter(wanted); !told)
                co_return fail(told.error());
            state = wanted;
        }
        if (state == RunState::Processing)
            co_return Result<>();
        co_await clock.sleep(kPauseLook);
    }
}

} // namespace frost
