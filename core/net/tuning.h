// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

// The numbers of the network monitor, each with its reason. The waits between failed probes are in backoff.h.
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

} // namespace frost
