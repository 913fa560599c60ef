// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/autosync.h"

#include "core/base/logging.h"
#include "core/net/backoff.h"
#include "core/sync/masschange.h"
#include "core/sync/tuning.h"

#include <QPointer>

#include <algorithm>
#include <tuple>
#include <utility>

namespace frost {

using std::chrono::milliseconds;
using Activity = AutoSyncSituation::Activity;
using Wish = AutoSyncSituation::Wish;
using SyncAction = AutoSyncDecision::Action;

namespace {
// What is worth a signal; progress is told on its own beat.
bool looksTheSame(const AutoSyncStatus &a, const AutoSyncStatus &b)
{
    const auto parts = [](const AutoSyncStatus &status) {
        return std::tuple(status.state, status.reason, status.nextAttemptAt, status.lastSuccess, status.pending,
                          status.lastReport ? status.lastReport->run : 0, status.lastError, status.progress.has_value(),
                          status.channel);
    };
    return parts(a) == parts(b);
}

AutoSyncSettings inBounds(AutoSyncSettings settings)
{
    settings.pullInterval = std::clamp(settings.pullInterval, kShortestPull, kLongestPull);
    return settings;
}
} // namespace

AutoSync::AutoSync(Run run, CountPending countPending, Clock &clock, Random &random, const AutoSyncSettings &settings,
                   QObject *parent)
    : QObject(parent), m_run(std::move(run)), m_countPending(std::move(countPending)), m_clock(clock), m_random(random),
      m_alarm(clock, [this] { look(); }), m_watchdog(clock, [this] { watch(); })
{
    m_situation.settings = inBounds(settings);
}

AutoSync::~AutoSync() = default;

void AutoSync::start(const QDateTime &lastSuccess)
{
    if (m_life == Life::Started)
        return;
    m_life = Life::Started;
    m_situation.lastSuccess = lastSuccess;
    m_watchdog.set(kWatchdogInterval);
    look();
}

void AutoSync::networkChanged(const NetworkStatus &network)
{
    const bool outage = isOutage(m_situation.quality, m_situation.use);
    const bool back = isReachable(network.quality) && !isReachable(m_situation.quality);
    m_situation.quality = network.quality;
    m_situation.use = network.use;
    if (back && outage)
        m_situation.reconnected = m_clock.now();
    if (back && m_situation.failure && classOf(m_situation.failure->error) == FailureClass::Network)
        m_situation.failure.reset();
    look();
}

void AutoSync::channelChanged(ChannelState state)
{
    m_situation.channel = state;
    if (state == ChannelState::Open)
        changesTold();
    else
        look();
}

void AutoSync::changesTold()
{
    if (!m_situation.told.isValid()) {
        m_situation.told = m_clock.now();
        m_situation.toldJitter = milliseconds(m_random.below(std::uint64_t(kToldJitter.count()) + 1));
    }
    decide();
}

void AutoSync::edited()
{
    const auto now = m_clock.now();
    if (!m_situation.firstEdit.isValid())
        m_situation.firstEdit = now;
    m_situation.lastEdit = now;
    decide();
}

void AutoSync::syncNow()
{
    if (m_situation.use == NetworkUse::WorkOffline)
        return;
    m_situation.wish = Wish::SyncNow;
    decide();
}

void AutoSync::confirmMassChange(const MassQuestion &seen)
{
    const bool asked = m_situation.failure && isMassQuestion(m_situation.failure->error);
    if (!asked || m_situation.use == NetworkUse::WorkOffline)
        return;
    m_confirmed = seen;
    syncNow();
}

void AutoSync::setPause(AutoSyncPause pause)
{
    const bool goesOn = m_situation.pause == AutoSyncPause::Paused && pause == AutoSyncPause::None;
    m_situation.pause = pause;
    if (goesOn && m_situation.failure && classOf(m_situation.failure->error) == FailureClass::Stopped)
        m_situation.failure.reset();
    look();
}

void AutoSync::setSettings(const AutoSyncSettings &settings)
{
    m_situation.settings = inBounds(settings);
    if (!settings.pullAt.isEmpty())
        m_situation.told = {}; // these times decide now
    look();
}

void AutoSync::signedIn()
{
    m_signedInMeanwhile = true;
    if (m_situation.failure && classOf(m_situation.failure->error) == FailureClass::SignIn)
        m_situation.failure.reset();
    look();
}

// Counts first: the queue may have changed since, and an edit may have had nothing to send.
void AutoSync::look()
{
    if (m_life == Life::Started && m_situation.activity == Activity::Idle)
        count();
    decide();
}

void AutoSync::count()
{
    const auto pending = m_countPending();
    if (!pending)
        qCWarning(lcSync) << "the queue cannot be counted:" << pending.error().logLine();
    m_situation.pending = pending.value_or(1);
    if (m_situation.pending == 0) {
        m_situation.firstEdit = {};
        m_situation.lastEdit = {};
    }
}

void AutoSync::decide()
{
    if (m_life == Life::New)
        return;
    const auto now = m_clock.now();
    const auto decision = next(m_situation, now);
    switch (decision.action) {
    case SyncAction::RunNow:
        begin();
        return;
    case SyncAction::WaitUntil:
        m_alarm.set(milliseconds(now.msecsTo(decision.until)));
        break;
    case SyncAction::Nothing:
        m_alarm.clear();
        break;
    }
    tell(decision);
}

// What was missed is found here, at the latest: work that another process queued, an edit nobody told about.
void AutoSync::watch()
{
    m_watchdog.set(kWatchdogInterval);
    look();
}

void AutoSync::begin()
{
    m_alarm.clear();
    SyncEngine::Options wanted = options();
    m_signedInMeanwhile = false;
    m_situation.activity = Activity::Running;
    m_situation.wish = Wish::None;
    m_situation.firstEdit = {};
    m_situation.lastEdit = {};
    m_situation.reconnected = {};
    m_heard = std::exchange(m_situation.told, {});
    m_measured = SyncPhase::Idle;
    m_progressToldAt = {};
    m_status.progress = Progress{};
    m_status.timeLeft.reset();
    tell(next(m_situation, m_clock.now()));
    runOnce(std::move(wanted));
}

SyncEngine::Options AutoSync::options()
{
    SyncEngine::Options options;
    options.origin = m_situation.wish == Wish::SyncNow ? RunOrigin::Manual : RunOrigin::Automatic;
    options.confirmed = std::exchange(m_confirmed, std::nullopt);
    if (m_situation.quality == NetworkQuality::Slow)
        options.limits = RunLimits::forSlowLink();
    options.progress = [self = QPointer(this)](const Progress &progress) {
        if (self)
            self->progressed(progress);
    };
    return options;
}

Task<void> AutoSync::runOnce(SyncEngine::Options options)
{
    const QPointer<AutoSync> self(this);
    const Run run = m_run; // lives as long as the run: it may be a coroutine lambda, and this may go
    const auto result = co_await run(std::move(options));
    if (self)
        ended(result);
}

void AutoSync::ended(const Result<RunReport> &result)
{
    m_situation.activity = Activity::Idle;
    m_status.progress.reset();
    m_status.timeLeft.reset();
    if (result)
        m_status.lastReport = *result;
    count();
    if (!result)
        failed(result.error());
    else if (result->error)
        failed(*result->error);
    else
        succeeded(*result);
    const QPointer<AutoSync> self(this);
    Q_EMIT runEnded();
    if (self)
        decide();
}

void AutoSync::succeeded(const RunReport &report)
{
    m_situation.failure.reset();
    m_situation.lastSuccess = m_clock.now();
    m_situation.idleRuns = m_situation.pending > 0 && report.counts.pushed == 0 ? m_situation.idleRuns + 1 : 0;
}

void AutoSync::failed(const Error &error)
{
    if (m_heard.isValid())
        m_situation.told = m_heard;
    if (classOf(error) == FailureClass::SignIn && m_signedInMeanwhile) { // it asked with what was replaced meanwhile
        m_situation.failure.reset();
        m_situation.wish = Wish::SyncNow;
        return;
    }
    const int inRow = m_situation.failure ? m_situation.failure->inRow + 1 : 1;
    const auto wait = waitAfter(error, inRow, m_situation.settings, retryJitter(m_random));
    m_situation.failure = AutoSyncFailure{error, m_clock.now(), wait, inRow};
    const auto kind = classOf(error);
    if (kind == FailureClass::Stopped || kind == FailureClass::Question || kind == FailureClass::PausedThere)
        m_situation.wish = Wish::None; // whoever ended the run wants no other after it
    if (inRow == 1)
        qCInfo(lcSync) << "run failed:" << error.logLine();
}

void AutoSync::progressed(const Progress &progress)
{
    const auto now = m_clock.now();
    const bool newPhase = progress.phase != m_measured;
    const bool newState = m_status.progress && m_status.progress->state != progress.state;
    if (newPhase) {
        m_measured = progress.phase;
        m_measuredSince = now;
        m_remaining = {};
    }
    m_remaining.report(milliseconds(m_measuredSince.msecsTo(now)), progress.processed, progress.total);
    m_status.progress = progress;
    m_status.timeLeft = m_remaining.shown();
    if (!newPhase && !newState && isRecent(m_progressToldAt, now, kProgressEvery))
        return;
    m_progressToldAt = now;
    Q_EMIT changed(m_status);
}

void AutoSync::tell(const AutoSyncDecision &decision)
{
    AutoSyncStatus status = m_status;
    status.state = stateOf(m_situation, decision);
    status.reason = decision.reason;
    // Of an edit it moves with every key, and nobody reads it.
    status.nextAttemptAt = decision.reason == AutoSyncReason::Edited ? QDateTime() : decision.until;
    status.lastSuccess = m_situation.lastSuccess;
    status.channel = m_situation.channel;
    status.pending = m_situation.pending;
    status.lastError = m_situation.failure ? std::optional(m_situation.failure->error) : std::nullopt;
    const bool same = looksTheSame(status, m_told);
    m_status = status;
    if (same)
        return;
    m_told = m_status;
    Q_EMIT changed(m_status);
}

} // namespace frost
