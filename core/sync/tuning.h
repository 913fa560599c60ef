// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/backoff.h"

#include <chrono>

// The numbers of the sync engine, each with its reason. The waits between tries are in core/net/backoff.h.
namespace frost {

//! Passes over the queue in one run. Each sends what the one before made possible (children of new parents, merged
//! records); a chain of references is never this deep, so the bound only ends a race with a busy colleague (RELIABILITY L7).
inline constexpr int kMaxPushPasses = 20;

//! One in so many places of a run's first batch is for the oldest operations, whatever their priority: more would let old
//! imports hold up what somebody waits for, fewer would let them wait for ever (R-QUE-03).
inline constexpr int kShareOfOldest = 4;

//! Another process that is just letting go of the lease, or has just begun to take it, needs some milliseconds.
inline constexpr std::chrono::milliseconds kLeaseWait{100};

//! On a slow link a batch and a page are this small, so that each gets through in a few seconds and is not sent again as a
//! whole when the link breaks (R-NET-02).
inline constexpr int kSlowBatchSize = 10;
inline constexpr int kSlowPageSize = 100;

//! Clocks of computers that are set by the network differ by seconds; a time further ahead than this is a clock that is
//! wrong, and decides nothing.
inline constexpr std::chrono::milliseconds kClockTolerance{5 * 60 * 1000};

//! A request of which nothing was heard may still arrive: the longest time-out of a transport, and what a remote takes to
//! show a new record in its own search. Only then "not found" means "not there".
inline constexpr std::chrono::milliseconds kLongestOnTheWay{3 * 60 * 1000};

//! Runs of one company at the same time (R-SYN-07), and how often one that waits for its turn looks whether it has come: a
//! turn that was waited for is not noticed to be a moment late.
inline constexpr int kMostRuns = 5;
inline constexpr std::chrono::milliseconds kTurnLook{200};
//! A paused run looks this often whether it may go on: people expect an answer to "resume" within a moment.
inline constexpr std::chrono::milliseconds kPauseLook{500};
//! A run with the server that is on its way already is waited for this long before another hub's connection is taken over;
//! afterwards the whole is tried again later.
inline constexpr std::chrono::milliseconds kLongestCatchUpWait{60000};
//! Keys are compared this often where the remote does not report deletions; a sweep costs a request a page.
inline constexpr std::chrono::hours kSweepInterval{24};

//! From how many records on a change of the other side looks like an accident (RELIABILITY I15). A person at work deletes
//! tens of records in a row, not hundreds, and hardly a tenth of all; but mass edits (prices, accounts) are everyday work,
//! so for changes both bounds are wide. Rules may set the ones for deletions.
inline constexpr int kMassDeletions = 100;
inline constexpr int kMassDeletionsPercent = 10;
// A small company is empty before that many are gone: most of it is a mass as well.
inline constexpr int kMassFew = 10;
inline constexpr int kMassFewPercent = 50;
inline constexpr int kMassChanges = 2000;
inline constexpr int kMassChangesPercent = 50;
//! A remote without a single key of a type that had this many looks like a new or a wrong one.
inline constexpr int kMassEmpty = 5;

//! After the last edit typing is taken to have paused: longer than between two fields, short enough to feel immediate.
inline constexpr std::chrono::milliseconds kEditPause{1000};
//! After the first edit the wait ends even though somebody goes on typing.
inline constexpr std::chrono::milliseconds kEditLongest{5000};
//! After changes were told: a colleague's edit is often several records, and a burst is one run; short enough for "within
//! a second" (R-SRV-04). Also after a run, so that a busy colleague does not make one run after the other.
inline constexpr std::chrono::milliseconds kToldPause{300};
//! Added at random: a company's listeners are told in the same moment, and shall not all pull in the same.
inline constexpr std::chrono::milliseconds kToldJitter{200};
//! Between pulls while changes are told at once: for what a channel may lose without noticing (a proxy that holds back,
//! a server restored from a backup). A tenth of a day's polling, and still nobody works on data older than ten minutes.
inline constexpr std::chrono::minutes kPullWhileTold{10};
//! Another process holds the lease: its run takes seconds to minutes, and asking costs one lock.
inline constexpr std::chrono::milliseconds kLeaseRetry{5000};
//! Successful runs in a row that leave the same work behind before it waits for the pull interval: by then the remote's
//! "later" is answered or exhausted, and what remains waits for another record. The same for runs that fail for reasons
//! of their own (a right that is missing, a disk that is full): every run is a row in the history.
inline constexpr int kRunsWithBackOff = 5;
//! Bounds of the pull interval; more often is what the channel is for, more seldom is what switching off is for.
inline constexpr std::chrono::seconds kShortestPull{15};
inline constexpr std::chrono::seconds kLongestPull{24 * 3600};
//! The watchdog looks this often whether work was missed (RELIABILITY L3): what another process queued, a lost signal.
inline constexpr std::chrono::milliseconds kWatchdogInterval{30000};
//! Progress is told at most this often; faster nobody reads.
inline constexpr std::chrono::milliseconds kProgressEvery{100};

} // namespace frost
