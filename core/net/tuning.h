// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

// The numbers of this folder, each with its reason. The waits between failed probes are in backoff.h.
namespace frost {

//! A probe answers with a hundred bytes; who has not answered by then is not there (TECH.md S6).
inline constexpr std::chrono::milliseconds kProbeTimeout{3000};
//! Never two probes within this, however many reasons there are: hints come in bursts while a cable is being plugged in.
inline constexpr std::chrono::milliseconds kProbeGap{1000};
//! A probe on a usable link takes one to four round trips, 50–400 ms; a second means that a page takes many.
inline constexpr std::chrono::milliseconds kSlowProbe{1000};
//! A page or batch has up to 4 MB and the server works on it; a third of the time-out of 30 s is slow.
inline constexpr std::chrono::milliseconds kSlowRequest{10000};
//! Answers in a row that must agree before quick becomes slow or slow becomes quick: one late answer is a coincidence.
inline constexpr int kAnswersToChangePace = 2;

//! Failures in a row before an outage is told, unless the system itself says that there is no network. The probes between
//! follow after 1 and 2 s, so a server that restarts within 3 s, or a lost packet, is never told as an outage.
inline constexpr int kFailuresToBelieve = 3;
//! Failures closer together than this are one: requests that run side by side fail together. Half of kProbeGap, for
//! timers that ring early.
inline constexpr std::chrono::milliseconds kFailuresApart{500};
//! Foreign answers in a row before a portal is told while the server was reachable: a complete answer is better
//! evidence than silence, but a proxy in between can stumble once.
inline constexpr int kForeignersToBelieve = 2;
//! After an outage the server must answer, and still answer this much later, before it is told to be back: a network
//! that comes and goes (a train, a loose plug) stays told as offline.
inline constexpr std::chrono::milliseconds kCalm{2000};

//! Between probes while all is well: real requests tell enough, and the system's hint tells of a pulled cable.
inline constexpr std::chrono::milliseconds kProbeWhileOnline{60000};
//! Sooner while slow, so that a link that has recovered is used fully again.
inline constexpr std::chrono::milliseconds kProbeWhileSlow{20000};

//! On a slow link requests may take this many times longer before they are given up (R-NET-02).
inline constexpr int kSlowPatience = 3;

// --- limits

//! The longest wait a remote can ask for: limits by the day exist (NetSuite); more is a mistake of a clock.
inline constexpr std::chrono::milliseconds kLongestRetryAfter{24 * 3600 * 1000};
//! A turn that is further away than this is not waited for but told (RateLimited): whoever asks shall show it and do
//! something else. Longer than any window of a known remote, a minute.
inline constexpr std::chrono::milliseconds kLongestTurn{90000};
//! Waiters of one limiter. A run sends one request after the other; a hundred is a mistake in a loop.
inline constexpr int kMostWaiters = 100;
//! Where only the end of a request in the air helps, and it may be another process's: asked again after this.
inline constexpr std::chrono::milliseconds kFlightPoll{50};
//! Without the shared file a process takes this part of the limit: the desktop, the service, one on the command line, and
//! one to spare.
inline constexpr int kShareAlone = 4;
//! The file is locked for less than a millisecond at a time; more is trouble, and the engine's thread must not wait for it.
inline constexpr std::chrono::milliseconds kLimitFileBusy{100};
//! A file that failed is tried again after this.
inline constexpr std::chrono::milliseconds kLimitFileRetry{5000};
//! What a token's limit was is forgotten after twice the longest wait.
inline constexpr std::chrono::milliseconds kLimitKept = 2 * kLongestRetryAfter;
//! Adaptive: each fine answer gives back this much of 1024 of the ceiling; after a halving, 64 answers.
inline constexpr int kShareRegained = 8;

// --- circuit breaker

//! Failures in a row before a server is left in peace. More than the pushes of one run that fail with one bad record, fewer
//! than what makes an overloaded server worse.
inline constexpr int kFailuresToBreak = 5;
//! The first rest; doubled with every probe that fails, up to the longest: so long may a person wait after a repair.
inline constexpr std::chrono::milliseconds kFirstRest{5000};
inline constexpr std::chrono::milliseconds kLongestRest{60000};

// --- the channel on which changes are told

//! Bounds of what a stream of events may say: ours has lines of a company's name and a number.
inline constexpr int kEventLine = 4096;
inline constexpr int kEventBytes = 16 << 10;
//! A server beats every 20 s; two beats that do not come, and the time that a third one may be late.
inline constexpr std::chrono::milliseconds kStreamSilence{50000};
//! A stream that lasted this long was a good one, and the next is tried as after the first failure; one that a server or a
//! proxy ends again and again is tried more and more seldom.
inline constexpr std::chrono::milliseconds kStreamSteady{30000};
//! The longest wait that a remote can ask for, and the wait after a refusal: meanwhile it is polled.
inline constexpr std::chrono::milliseconds kLongestReopen{300000};

// --- compression, cache

//! Under this size gzip costs more than it saves.
inline constexpr int kCompressFrom = 1024;
//! Level 1: 4.7 to 1 at a quarter of the time that level 6 takes (TECH S2).
inline constexpr int kCompressLevel = 1;
//! Bounds of one look-up cache: a few lists of accounts, articles and terms.
inline constexpr int kCacheEntries = 500;
inline constexpr int kCacheBytes = 8 << 20;

} // namespace frost
