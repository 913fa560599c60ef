// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/autosyncdecision.h"

#include "core/net/backoff.h"
#include "core/outbox/operation.h"
#include "core/sync/masschange.h"
#include "core/sync/tuning.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using SyncAction = AutoSyncDecision::Action;
using Reason = AutoSyncReason;

namespace {

AutoSyncDecision nothing(Reason reason)
{
    return {SyncAction::Nothing, reason, {}};
}

AutoSyncDecision runNow(Reason reason)
{
    return {SyncAction::RunNow, reason, {}};
}

// `from` in the future: the clock was set back, and the wait is over.
AutoSyncDecision runAfter(const QDateTime &from, milliseconds wait, Reason reason, const QDateTime &now)
{
    const auto due = from.addMSecs(wait.count());
    if (!from.isValid() || from > now || due <= now)
        return runNow(reason);
    return {SyncAction::WaitUntil, reason, due};
}

std::optional<Reason> blockedByNetwork(NetworkQuality quality)
{
    switch (quality) {
    case NetworkQuality::Unknown: return Reason::NotKnown;
    case NetworkQuality::Offline: return Reason::Offline;
    case NetworkQuality::Captive: return Reason::Captive;
    case NetworkQuality::Slow:
    case NetworkQuality::Online: break;
    }
    return std::nullopt;
}

Reason reasonFor(FailureClass failure)
{
    switch (failure) {
    case FailureClass::SignIn: return Reason::SignIn;
    case FailureClass::Busy: return Reason::LeaseHeld;
    case FailureClass::Elsewhere: return Reason::HeldElsewhere;
    case FailureClass::Asked: return Reason::RateLimited;
    case FailureClass::Question: return Reason::Question;
    case FailureClass::PausedThere: return Reason::PausedThere;
    case FailureClass::Stopped: return Reason::Stopped;
    case FailureClass::Network:
    case FailureClass::Trouble: break;
    }
    return Reason::Retry;
}

AutoSyncDecision afterEdits(const AutoSyncSituation &situation, const QDateTime &now)
{
    const auto paused = runAfter(situation.lastEdit, kEditPause, Reason::Edited, now);
    if (paused.action == SyncAction::RunNow)
        return paused;
    auto longest = runAfter(situation.firstEdit, kEditLongest, Reason::Edited, now);
    if (longest.action == SyncAction::WaitUntil)
        longest.until = std::min(longest.until, paused.until);
    return longest;
}

bool waitsAfterOutage(const AutoSyncSituation &situation)
{
    return situation.reconnected.isValid() && !situation.settings.syncOnReconnect;
}

// What is told while a run is on its way waits for its end, so the pause begins there.
AutoSyncDecision afterTold(const AutoSyncSituation &situation, const QDateTime &now)
{
    const auto from = situation.lastSuccess.isValid() ? std::max(situation.told, situation.lastSuccess) : situation.told;
    return runAfter(from, kToldPause + situation.toldJitter, Reason::Told, now);
}

milliseconds pullInterval(const AutoSyncSituation &situation)
{
    const milliseconds wanted = situation.settings.pullInterval;
    const bool hearsAll =
        situation.channel == ChannelState::Open && !situation.told.isValid() && situation.pending == 0;
    return hearsAll ? std::max<milliseconds>(wanted, kPullWhileTold) : wanted;
}

// The first of these times of day after an instant. A clock that is put forward skips one now and then.
QDateTime nextOf(const QList<QTime> &times, const QDateTime &instant)
{
    const QDate day = instant.toLocalTime().date();
    QDateTime first;
    for (int later = 0; later < 3 && !first.isValid(); ++later) {
        for (const QTime &time : times) {
            const QDateTime at(day.addDays(later), time);
            if (at.isValid() && at > instant && (!first.isValid() || at < first))
                first = at;
        }
    }
    return first.toUTC();
}

milliseconds leftOverWait(const AutoSyncSituation &situation)
{
    const milliseconds interval = situation.settings.pullInterval;
    return situation.idleRuns > kRunsWithBackOff ? interval : std::min(backOff(situation.idleRuns), interval);
}

AutoSyncDecision duePull(const AutoSyncSituation &situation, Reason reason, const QDateTime &now)
{
    auto from = situation.lastSuccess;
    if (waitsAfterOutage(situation))
        from = from.isValid() ? std::max(from, situation.reconnected) : situation.reconnected;
    const bool scheduled = !situation.settings.pullAt.isEmpty() && situation.pending == 0 && from.isValid();
    if (const auto due = scheduled ? nextOf(situation.settings.pullAt, from) : QDateTime(); due.isValid())
        return runAfter(from, milliseconds(from.msecsTo(due)), reason, now);
    return runAfter(from, pullInterval(situation), reason, now);
}

} // namespace

FailureClass classOf(const Error &error)
{
    // What a person has to answer, or has stopped, is not tried again at once.
    if (isMassQuestion(error))
        return FailureClass::Question;
    if (error.code == "run.paused"_L1)
        return FailureClass::PausedThere;
    if (error.code == "net.aborted"_L1)
        return FailureClass::Stopped;
    if (error.code == "holder.other"_L1 || error.code == "holder.lost"_L1)
        return FailureClass::Elsewhere;
    switch (error.kind) {
    case ErrorKind::Unauthorized: return FailureClass::SignIn;
    case ErrorKind::Offline:
    case ErrorKind::OutcomeUnknown: return FailureClass::Network;
    case ErrorKind::RateLimited: return FailureClass::Asked;
    case ErrorKind::Busy: return FailureClass::Busy;
    case ErrorKind::Cancelled: return FailureClass::Stopped;
    case ErrorKind::NotFound:
    case ErrorKind::Usage:
    case ErrorKind::Invalid:
    case ErrorKind::Conflict:
    case ErrorKind::Forbidden:
    case ErrorKind::Rejected:
    case ErrorKind::Expired:
    case ErrorKind::TooLarge:
    case ErrorKind::Corrupt:
    case ErrorKind::TooNew:
    case ErrorKind::Storage:
    case ErrorKind::Internal: break;
    }
    return FailureClass::Trouble;
}

AutoSyncDecision next(const AutoSyncSituation &situation, const QDateTime &now)
{
    if (situation.activity == AutoSyncSituation::Activity::Running)
        return nothing(Reason::Running);
    if (situation.use == NetworkUse::WorkOffline)
        return nothing(Reason::WorkingOffline);
    if (situation.wish == AutoSyncSituation::Wish::SyncNow)
        return runNow(Reason::Asked);
    const auto &failure = situation.failure;
    if (failure && classOf(failure->error) == FailureClass::SignIn)
        return nothing(Reason::SignIn);
    if (situation.pause == AutoSyncPause::Paused)
        return nothing(Reason::Paused);
    if (!situation.settings.autoSyncEnabled)
        return nothing(Reason::SwitchedOff);
    if (const auto blocked = blockedByNetwork(situation.quality))
        return nothing(*blocked);
    if (failure)
        return runAfter(failure->at, failure->wait, reasonFor(classOf(failure->error)), now);
    if (situation.told.isValid() && situation.settings.pullAt.isEmpty() && !waitsAfterOutage(situation))
        return afterTold(situation, now);
    if (situation.lastEdit.isValid())
        return afterEdits(situation, now);
    if (situation.pending > 0 && situation.idleRuns > 0)
        return runAfter(situation.lastSuccess, leftOverWait(situation), Reason::LeftOver, now);
    if (situation.pending > 0 && waitsAfterOutage(situation))
        return duePull(situation, Reason::Reconnected, now);
    if (situation.pending > 0)
        return runNow(Reason::Pending);
    return duePull(situation, Reason::PullDue, now);
}

milliseconds waitAfter(const Error &error, int inRow, const AutoSyncSettings &settings, milliseconds jitter)
{
    switch (classOf(error)) {
    case FailureClass::SignIn: return milliseconds(0);
    case FailureClass::Busy:
    case FailureClass::PausedThere: return kLeaseRetry + jitter; // whoever has it may let go at any moment
    case FailureClass::Elsewhere: return settings.pullInterval + jitter;
    case FailureClass::Question:
    case FailureClass::Stopped: return settings.pullInterval;
    case FailureClass::Asked:
        return std::clamp(error.retryAfter.value_or(backOff(inRow)), kRetryFirst, kLongestAskedWait) + jitter;
    case FailureClass::Trouble:
        if (inRow > kRunsWithBackOff)
            return std::max<milliseconds>(backOff(inRow), settings.pullInterval) + jitter;
        break;
    case FailureClass::Network: break;
    }
    return backOff(inRow) + jitter;
}

milliseconds attemptBound(const AutoSyncSettings &settings)
{
    return std::max<milliseconds>(settings.pullInterval, kRetryLongest) + kRetryJitter + kWatchdogInterval;
}

AutoSyncState stateOf(const AutoSyncSituation &situation, const AutoSyncDecision &decision)
{
    switch (decision.reason) {
    case Reason::Running: return AutoSyncState::Running;
    case Reason::SignIn: return AutoSyncState::SignInNeeded;
    case Reason::Paused: return AutoSyncState::Paused;
    case Reason::WorkingOffline:
    case Reason::Offline:
    case Reason::Captive: return AutoSyncState::OfflineWaiting;
    default: break;
    }
    if (situation.failure)
        return classOf(situation.failure->error) == FailureClass::Trouble ? AutoSyncState::Failed
                                                                               : AutoSyncState::Waiting;
    const bool synced = situation.lastSuccess.isValid() && situation.pending == 0 && !situation.lastEdit.isValid()
        && !situation.told.isValid() && situation.wish == AutoSyncSituation::Wish::None;
    return synced ? AutoSyncState::Idle : AutoSyncState::Waiting;
}

} // namespace frost
