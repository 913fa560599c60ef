// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/breakerstate.h"

#include "core/base/clock.h"

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

BreakerState opened(BreakerState state, const QDateTime &now, milliseconds jitter)
{
    state.failures = 0;
    state.failedAt = {};
    ++state.rests;
    state.openedAt = now;
    state.rest = restLength(state.rests) + jitter;
    return state;
}

BreakerEvent eventOf(ServerHealth health)
{
    switch (health) {
    case ServerHealth::Good: return BreakerEvent::Answered;
    case ServerHealth::Bad: return BreakerEvent::Failed;
    case ServerHealth::Unsaid: break;
    }
    return BreakerEvent::Unclear;
}

} // namespace

ServerHealth healthShownBy(const Result<HttpResponse> &result)
{
    if (result)
        return result->status >= 500 && result->status != 501 && result->status != 505 ? ServerHealth::Bad : ServerHealth::Good;
    const auto &error = result.error();
    if (error.kind == ErrorKind::TooLarge)
        return ServerHealth::Good;
    return error.kind == ErrorKind::OutcomeUnknown && error.code != "net.aborted"_L1 ? ServerHealth::Bad : ServerHealth::Unsaid;
}

milliseconds restLeft(const BreakerState &state, const QDateTime &now)
{
    if (state.phase != BreakerPhase::Open)
        return milliseconds(0);
    const milliseconds left = state.rest - milliseconds(state.openedAt.msecsTo(now));
    return std::clamp(left, milliseconds(0), state.rest);
}

BreakerState looked(BreakerState state, const QDateTime &now)
{
    if (state.phase != BreakerPhase::Open)
        return state;
    if (state.openedAt > now)
        state.openedAt = now;
    if (restLeft(state, now).count() == 0)
        state.phase = next(state.phase, BreakerEvent::Rested);
    return state;
}

BreakerState sent(BreakerState state)
{
    state.phase = next(state.phase, BreakerEvent::Sent);
    return state;
}

BreakerState cameBack(BreakerState state, Errand errand, ServerHealth health, const QDateTime &now, milliseconds jitter)
{
    if (errand == Errand::Probe) {
        state.phase = next(state.phase, eventOf(health));
        if (state.phase == BreakerPhase::Closed)
            return {};
        return state.phase == BreakerPhase::Open ? opened(state, now, jitter) : state;
    }
    // Sent before the breaker opened: the probe knows better.
    if (state.phase != BreakerPhase::Closed || health == ServerHealth::Unsaid)
        return state;
    if (health == ServerHealth::Good) {
        state.failures = 0;
        state.failedAt = {};
    } else if (!isRecent(state.failedAt, now, kFailuresApart)) { // requests that run side by side fail together
        ++state.failures;
        state.failedAt = now;
    }
    if (state.failures < kFailuresToBreak)
        return state;
    state.phase = next(state.phase, BreakerEvent::Broke);
    return opened(state, now, jitter);
}

} // namespace frost
