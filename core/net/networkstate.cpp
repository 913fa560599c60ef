// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkstate.h"

#include "core/base/clock.h"

#include "core/net/backoff.h"
#include "core/net/tuning.h"

namespace frost {

using std::chrono::milliseconds;
using Kind = NetworkEvidence::Kind;
using Pace = NetworkEvidence::Pace;

namespace {

bool wasReachable(NetworkPhase phase)
{
    return phase == NetworkPhase::Online || phase == NetworkPhase::Slow || phase == NetworkPhase::Doubted;
}

bool afterAnOutage(NetworkPhase phase)
{
    return phase == NetworkPhase::Offline || phase == NetworkPhase::Captive || phase == NetworkPhase::Returning;
}

// Of the calm after an outage; 0 where it is over, or where the clock was set back and nothing is known.
milliseconds calmLeft(const NetworkState &state, const QDateTime &now)
{
    const auto passed = state.answeringSince.msecsTo(now);
    return passed < 0 ? milliseconds(0) : std::max(milliseconds(0), kCalm - milliseconds(passed));
}

void keepPace(NetworkState &state, Pace pace)
{
    if (pace == Pace::Unsaid)
        return;
    if (state.pace == Pace::Unsaid)
        state.pace = pace;
    state.againstPace = pace == state.pace ? 0 : state.againstPace + 1;
    if (state.againstPace >= kAnswersToChangePace) {
        state.pace = pace;
        state.againstPace = 0;
    }
}

NetworkEvent answered(NetworkState &state, Pace pace, const QDateTime &now)
{
    state.failures = 0;
    state.foreigners = 0;
    state.lastAnswer = now;
    state.failedAt = {};
    if (!state.answeringSince.isValid())
        state.answeringSince = now;
    keepPace(state, pace);
    const bool back = state.phase == NetworkPhase::Returning && calmLeft(state, now).count() == 0;
    if (afterAnOutage(state.phase) && !back)
        return NetworkEvent::Early;
    return state.pace == Pace::Slow ? NetworkEvent::Slow : NetworkEvent::Quick;
}

NetworkEvent notAnswered(NetworkState &state, Kind kind, NetworkHint hint, const QDateTime &now)
{
    const bool foreign = kind == Kind::ForeignAnswer;
    if (!isRecent(state.failedAt, now, kFailuresApart)) {
        state.failedAt = now;
        ++state.failures;
        state.foreigners = foreign ? state.foreigners + 1 : 0;
    }
    state.answeringSince = {};
    if (!state.outageSince.isValid())
        state.outageSince = now;
    if (foreign)
        return !wasReachable(state.phase) || state.foreigners >= kForeignersToBelieve ? NetworkEvent::Foreign
                                                                                      : NetworkEvent::Failed;
    return hint == NetworkHint::NoNetwork || state.failures >= kFailuresToBelieve ? NetworkEvent::Lost : NetworkEvent::Failed;
}

// Doubted and Returning tell what was told before.
std::optional<NetworkQuality> toldIn(NetworkPhase phase)
{
    switch (phase) {
    case NetworkPhase::Unknown: return NetworkQuality::Unknown;
    case NetworkPhase::Online: return NetworkQuality::Online;
    case NetworkPhase::Slow: return NetworkQuality::Slow;
    case NetworkPhase::Offline:
    case NetworkPhase::OnPurpose: return NetworkQuality::Offline;
    case NetworkPhase::Captive: return NetworkQuality::Captive;
    case NetworkPhase::Doubted:
    case NetworkPhase::Returning: break;
    }
    return std::nullopt;
}

void enter(NetworkState &state, NetworkPhase phase, const QDateTime &now)
{
    const bool moved = phase != state.phase;
    state.phase = phase;
    const auto told = toldIn(phase);
    if (!moved || !told) {
        if (isReachable(told.value_or(NetworkQuality::Unknown)))
            state.outageSince = {};
        return;
    }
    const bool outage = phase == NetworkPhase::Offline || phase == NetworkPhase::Captive;
    if (*told != state.quality || phase == NetworkPhase::OnPurpose)
        state.since = outage ? state.outageSince : now;
    state.quality = *told;
    if (outage) { // whatever comes back may be another link
        state.pace = Pace::Unsaid;
        state.againstPace = 0;
    } else {
        state.outageSince = {};
    }
}

} // namespace

NetworkState after(NetworkState state, NetworkEvidence evidence, NetworkHint hint, const QDateTime &now)
{
    if (state.phase == NetworkPhase::OnPurpose)
        return state;
    const auto event = evidence.kind == Kind::Answer ? answered(state, evidence.pace, now)
                                                     : notAnswered(state, evidence.kind, hint, now);
    enter(state, next(state.phase, event), now);
    return state;
}

NetworkState after(NetworkState state, NetworkUse use, const QDateTime &now)
{
    const auto phase = next(state.phase, use == NetworkUse::WorkOffline ? NetworkEvent::WorkOffline : NetworkEvent::WorkOnline);
    if (phase == state.phase)
        return state;
    NetworkState fresh;
    fresh.quality = state.quality;
    fresh.since = state.since;
    fresh.lastAnswer = state.lastAnswer;
    fresh.phase = state.phase;
    enter(fresh, phase, now);
    return fresh;
}

std::optional<milliseconds> probeWait(const NetworkState &state, const QDateTime &now)
{
    switch (state.phase) {
    case NetworkPhase::Unknown: return state.failures == 0 ? milliseconds(0) : backOff(state.failures);
    case NetworkPhase::Online: return kProbeWhileOnline;
    case NetworkPhase::Slow: return kProbeWhileSlow;
    case NetworkPhase::Returning: return calmLeft(state, now);
    case NetworkPhase::Doubted:
    case NetworkPhase::Offline:
    case NetworkPhase::Captive: return backOff(state.failures);
    case NetworkPhase::OnPurpose: break;
    }
    return std::nullopt;
}

} // namespace frost
