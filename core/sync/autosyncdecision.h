// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/changestream.h"
#include "core/net/networkstate.h"

#include <QDateTime>
#include <QList>
#include <QTime>

#include <chrono>
#include <optional>

namespace frost {

//! When one connection is synchronised without being asked (R-NET-03, R-NET-04). Persisted by whoever owns the settings.
struct AutoSyncSettings {
    bool autoSyncEnabled = true;
    bool syncOnReconnect = true;           //!< off: after an outage wait for the next edit or pull
    std::chrono::seconds pullInterval{60}; //!< kShortestPull to kLongestPull; from the end of a run that succeeded on
    //! Times of day on this computer. Not empty: it is pulled at these, whatever is told, and in between only by a run that
    //! sends what waits here, which is as ever. Of scheduled runs that were missed, one is made good.
    QList<QTime> pullAt{};

    friend bool operator==(const AutoSyncSettings &, const AutoSyncSettings &) = default;
};

//! A pause by the user of this company; unlike work offline it leaves the network alone.
enum class AutoSyncPause { None, Paused };

//! What a failed run means for the next one.
enum class FailureClass {
    SignIn,  //!< Unauthorized: only a person can mend it; never tried again by itself
    Network, //!< Offline, OutcomeUnknown: tried again with back-off, and at once after a reconnect
    Asked,   //!< RateLimited: the remote said how long to wait
    Busy,    //!< another process holds the lease
    Elsewhere, //!< another computer holds the connection
    Question, //!< a person has to look first ("run.massChange"); asked again with the next pull
    PausedThere, //!< "run.paused": another program holds the runs of this connection
    Stopped, //!< ended by a person (Cancelled, "net.aborted"): not before the next pull
    Trouble, //!< everything else: back-off, and after kRunsWithBackOff failures in a row the pull interval
};
[[nodiscard]] FailureClass classOf(const Error &error);

//! How the last run failed.
struct AutoSyncFailure {
    Error error;
    QDateTime at;
    std::chrono::milliseconds wait{0}; //!< until the next attempt, jitter included; nothing for SignIn
    int inRow = 1;
};

//! Everything the decision needs; a value.
struct AutoSyncSituation {
    enum class Activity { Idle, Running };
    enum class Wish { None, SyncNow }; //!< SyncNow: a person asked, and it has not begun

    AutoSyncSettings settings;
    Activity activity = Activity::Idle;
    Wish wish = Wish::None;
    NetworkUse use = NetworkUse::Automatic;
    NetworkQuality quality = NetworkQuality::Unknown;
    AutoSyncPause pause = AutoSyncPause::None;
    qint64 pending = 0;    //!< operations that a run would try to send: pending, processing, verify
    QDateTime firstEdit;   //!< of those that no run has begun after; invalid: none
    QDateTime lastEdit;
    QDateTime lastSuccess; //!< end of the last run that reached its end; invalid: never
    QDateTime reconnected; //!< end of the last outage; invalid: none
    ChannelState channel = ChannelState::None;
    QDateTime told;        //!< when changes over there were told first that no run has begun after; invalid: none were
    std::chrono::milliseconds toldJitter{0}; //!< 0 to kToldJitter
    int idleRuns = 0;      //!< successful runs in a row that left work behind and sent nothing
    std::optional<AutoSyncFailure> failure; //!< unset: the last run succeeded, or there was none
};

//! Why AutoSync does what it does; the front ends word it.
enum class AutoSyncReason {
    Running,
    Asked,          //!< a person asked
    WorkingOffline, //!< on purpose
    SignIn,         //!< waits for a sign-in
    Paused,
    SwitchedOff,    //!< autoSyncEnabled is off
    NotKnown,       //!< the first probe is in the air
    Offline,
    Captive,
    LeaseHeld,      //!< another process synchronises; tried again later
    HeldElsewhere,  //!< another computer speaks to the remote; asked again later
    RateLimited,    //!< the remote asked to wait, or rests after errors of its own ("breaker.open")
    Question,       //!< the last run asks a person, see AutoSync::confirmMassChange
    PausedThere,    //!< another program holds the runs; looked at again later
    Stopped,        //!< a person ended the last run
    Retry,          //!< the last run failed; waits for the next attempt
    Edited,         //!< an edit; waits for the typing to pause
    Pending,        //!< work is waiting
    LeftOver,       //!< work that the last run could not send (its parent waits, the remote said "later")
    Reconnected,    //!< work is waiting after an outage, and syncOnReconnect is off
    Told,           //!< the remote told of changes; waits a moment for more
    PullDue,        //!< the pull interval
};

struct AutoSyncDecision {
    enum class Action { RunNow, WaitUntil, Nothing };
    Action action = Action::Nothing;
    AutoSyncReason reason = AutoSyncReason::Running;
    QDateTime until; //!< of WaitUntil: ask again then

    friend bool operator==(const AutoSyncDecision &, const AutoSyncDecision &) = default;
};

//! The decision: a total, pure function. The first line that holds decides.
//!
//!   a run is on its way                              nothing      Running; it is asked again when the run ends
//!   the user works offline on purpose                nothing      WorkingOffline; nobody's wish touches the network
//!   a person asked                                   run now      Asked; also offline, paused or switched off
//!   the last run failed: sign-in                     nothing      SignIn
//!   paused                                           nothing      Paused
//!   automatic sync is off                            nothing      SwitchedOff
//!   quality unknown, offline, captive                nothing      NotKnown, Offline, Captive; the monitor looks
//!   the last run failed, its wait is not over        wait         LeaseHeld, HeldElsewhere, RateLimited, Question, PausedThere,
//!                                                                 Stopped, Retry
//!   the last run failed, its wait is over            run now      the same
//!   changes were told, the pause is not over         wait         Told: kToldPause and its jitter; not after an outage without
//!                                                                 syncOnReconnect, and not where pullAt says when
//!   changes were told                                run now      Told
//!   edited, typing has not paused                    wait         Edited: kEditPause after the last, kEditLongest after the first
//!   edited                                           run now      Edited
//!   work is left over from runs that sent nothing    wait, run    LeftOver: back-off, in the end the pull interval
//!   work waits, an outage ended, not syncOnReconnect wait, run    Reconnected: with the next pull
//!   work waits                                       run now      Pending
//!   no success yet, or older than the pull interval  run now      PullDue
//!   otherwise                                        wait         PullDue
//!
//! Where pullAt says when and nothing waits here, PullDue is at the first of these times after the last success.
//! The pull interval is a matter of the channel, too: while it is open, nothing was told
//! and nothing waits here, it is kPullWhileTold at least.
//! An instant in the future is not believed (the clock was set back): its wait is over.
[[nodiscard]] AutoSyncDecision next(const AutoSyncSituation &situation, const QDateTime &now);

//! How long the next attempt waits after a failure. @param inRow 1 or more  @param jitter 0 to kRetryJitter
[[nodiscard]] std::chrono::milliseconds waitAfter(const Error &error, int inRow, const AutoSyncSettings &settings,
                                                  std::chrono::milliseconds jitter);

//! RELIABILITY L3: with work waiting, the server reached, sync on, not paused, no sign-in needed and no wait asked for by
//! the remote, an attempt begins within this, whatever happened before. A test holds it, and so does the watchdog.
[[nodiscard]] std::chrono::milliseconds attemptBound(const AutoSyncSettings &settings);

//! What the status button says (UX.md 3.2). Idle is the only state in which "synced" may be shown (RELIABILITY L5).
enum class AutoSyncState { Idle, Waiting, Running, OfflineWaiting, SignInNeeded, Paused, Failed };

//! Idle: the last run succeeded, and nothing waits. Failed: the last run failed for a reason other than the network, the
//! lease or a wish to wait; it is tried again all the same.
[[nodiscard]] AutoSyncState stateOf(const AutoSyncSituation &situation, const AutoSyncDecision &decision);

} // namespace frost
