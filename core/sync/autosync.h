// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/alarm.h"
#include "core/net/networkmonitor.h"
#include "core/sync/autosyncdecision.h"
#include "core/sync/remainingtime.h"
#include "core/sync/syncengine.h"

#include <QObject>

namespace frost {

//! What is told about the synchronisation of one connection.
struct AutoSyncStatus {
    AutoSyncState state = AutoSyncState::Waiting;
    AutoSyncReason reason = AutoSyncReason::NotKnown; //!< why; "another process synchronises" is Waiting with LeaseHeld
    QDateTime nextAttemptAt; //!< invalid: none is planned, or it follows in a moment, when the typing pauses
    QDateTime lastSuccess;   //!< invalid: never
    ChannelState channel = ChannelState::None; //!< Open: changes over there are seen at once
    qint64 pending = 0;      //!< operations waiting to be sent when it was last counted
    std::optional<RunReport> lastReport; //!< of the last run that began since the program started
    std::optional<Error> lastError;      //!< of the last run, if it failed and nothing has mended it since
    std::optional<Progress> progress;    //!< while Running
    std::optional<std::chrono::seconds> timeLeft; //!< while Running and trusted enough to be shown
};

//! Synchronises one connection by itself (R-NET-02, R-NET-03): after edits, when changes are told, at a reconnect, at the
//! pull interval, when asked; never twice at once. What to do is decided by next() alone; this class remembers the situation, waits and runs.
//! One thread, the engine's. It never stops a run that has begun, not for a pause nor for work offline: that is
//! OpenCompany::requestStop. It may be deleted during a run: the run goes on and its end is told to nobody.
class AutoSync final : public QObject
{
    Q_OBJECT
public:
    //! One run: OpenCompany::sync bound to a connection. Errors as there.
    using Run = std::function<Task<Result<RunReport>>(SyncEngine::Options)>;
    //! How many operations a run would try to send or settle: Outbox::unsent. Asked before every decision that needs it, so
    //! it must be cheap. An error counts as work: the run will say what is wrong.
    using CountPending = std::function<Result<qint64>()>;

    //! The seams must outlive this and a run on its way. A pull interval out of its bounds is brought within them.
    AutoSync(Run run, CountPending countPending, Clock &clock, Random &random, const AutoSyncSettings &settings = {},
             QObject *parent = nullptr);
    ~AutoSync() override;

    //! Begins; nothing runs before networkChanged() has told that the server is reached, but for a person who asks.
    //! @param lastSuccess from the run history; invalid: never
    void start(const QDateTime &lastSuccess = {});
    [[nodiscard]] const AutoSyncStatus &status() const { return m_status; }
    [[nodiscard]] const AutoSyncSettings &settings() const { return m_situation.settings; }

public Q_SLOTS:
    //! Connect NetworkMonitor::changed; tell the status once if the monitor began earlier.
    void networkChanged(const frost::NetworkStatus &network);
    //! Connect ChangeChannel::stateChanged; what was changed before it opened counts as told.
    void channelChanged(frost::ChannelState state);
    //! Connect ChangeChannel::told.
    void changesTold();
    //! A record was written here; once an edit is enough.
    void edited();
    //! A person asks: begins at once, also failed operations get another try. During a run: once more after it, unless
    //! that one is stopped.
    void syncNow();
    //! A person has seen what a run asked about ("run.massChange"), and wants it: the next run does that, at once, and no more.
    //! Nothing where nothing is asked, or while working offline.
    void confirmMassChange(const frost::MassQuestion &seen);
    //! Whoever ends a pause wants what was stopped for it to go on.
    void setPause(frost::AutoSyncPause pause);
    void setSettings(const frost::AutoSyncSettings &settings);
    //! A person has signed in again; what waited for that goes on.
    void signedIn();

Q_SIGNALS:
    void changed(const frost::AutoSyncStatus &status);
    //! A run ended, well or not; status() has the report.
    void runEnded();

private:
    Task<void> runOnce(SyncEngine::Options options);
    void decide();
    void begin();
    void ended(const Result<RunReport> &result);
    void succeeded(const RunReport &report);
    void failed(const Error &error);
    void progressed(const Progress &progress);
    void look();
    void count();
    void watch();
    void tell(const AutoSyncDecision &decision);
    [[nodiscard]] SyncEngine::Options options();

    Run m_run;
    CountPending m_countPending;
    Clock &m_clock;
    Random &m_random;
    AutoSyncSituation m_situation;
    AutoSyncStatus m_status;
    AutoSyncStatus m_told; //!< what the last signal said
    bool m_signedInMeanwhile = false; //!< since the run in hand began
    std::optional<MassQuestion> m_confirmed; //!< for the next run alone
    QDateTime m_heard; //!< what the run in hand was told before it began: not done if it fails
    enum class Life { New, Started } m_life = Life::New;
    RemainingTime m_remaining;
    SyncPhase m_measured = SyncPhase::Idle; //!< the phase that m_remaining measures
    QDateTime m_measuredSince;
    QDateTime m_progressToldAt;
    Alarm m_alarm;    //!< the decision's wait
    Alarm m_watchdog; //!< RELIABILITY L3: looks again whatever was missed
};

} // namespace frost
