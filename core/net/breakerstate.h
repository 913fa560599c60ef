// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/transition.h"
#include "core/net/http.h"
#include "core/net/tuning.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace frost {

//! Whether a server is left in peace (R-LIM-03). Shown to people as three: HalfOpen and Probing are one.
//!
//!   Closed ──Broke──▶ Open ──Rested──▶ HalfOpen ──Sent──▶ Probing ──Answered──▶ Closed
//!                       ▲                   ▲                │ │
//!                       │                   └────Unclear─────┘ │
//!                       └────────────────Failed────────────────┘
enum class BreakerPhase {
    Closed,   //!< requests pass
    Open,     //!< none passes, the server rests
    HalfOpen, //!< the next one passes, as the probe
    Probing,  //!< the probe is in the air, no other passes
};
enum class BreakerEvent {
    Broke,    //!< kFailuresToBreak failures in a row
    Rested,
    Sent,     //!< the probe
    Answered, //!< the probe was answered, also by a refusal
    Failed,   //!< the probe failed
    Unclear,  //!< the probe says nothing about the server: it was called off, or there was no network
};

using BreakerTransition = Transition<BreakerPhase, BreakerEvent>;

inline constexpr std::array kBreakerTransitions{
    BreakerTransition{BreakerPhase::Closed, BreakerEvent::Broke, BreakerPhase::Open},
    BreakerTransition{BreakerPhase::Open, BreakerEvent::Rested, BreakerPhase::HalfOpen},
    BreakerTransition{BreakerPhase::HalfOpen, BreakerEvent::Sent, BreakerPhase::Probing},
    BreakerTransition{BreakerPhase::Probing, BreakerEvent::Answered, BreakerPhase::Closed},
    BreakerTransition{BreakerPhase::Probing, BreakerEvent::Failed, BreakerPhase::Open},
    BreakerTransition{BreakerPhase::Probing, BreakerEvent::Unclear, BreakerPhase::HalfOpen},
};

//! The phase after `event`; what is not in the table changes nothing, so late answers are harmless.
[[nodiscard]] constexpr BreakerPhase next(BreakerPhase phase, BreakerEvent event)
{
    return nextIn(kBreakerTransitions, phase, event).value_or(phase);
}
static_assert(next(BreakerPhase::Closed, BreakerEvent::Broke) == BreakerPhase::Open);
static_assert(next(BreakerPhase::Open, BreakerEvent::Answered) == BreakerPhase::Open);
static_assert(next(BreakerPhase::Open, BreakerEvent::Sent) == BreakerPhase::Open);
static_assert(next(BreakerPhase::Probing, BreakerEvent::Sent) == BreakerPhase::Probing);

//! What the end of one exchange says about the server's health. The first line that holds decides:
//!
//!   5xx but 501 and 505                              Bad    it is in trouble, or what stands before it is
//!   any other answer: 2xx, 3xx, 4xx, 429             Good   it works, and says so
//!   no answer after something was sent (a time-out,
//!     a reset, an answer cut off)                    Bad
//!   an answer over our size limit                    Good
//!   given up by us ("net.aborted")                   Unsaid
//!   nothing was sent: no network, no such host,
//!     refused, not trusted                           Unsaid the network monitor's to tell; it cost the server nothing
enum class ServerHealth { Good, Bad, Unsaid };
[[nodiscard]] ServerHealth healthShownBy(const Result<HttpResponse> &result);

//! Everything a breaker remembers of one server; a value.
struct BreakerState {
    BreakerPhase phase = BreakerPhase::Closed;
    int failures = 0;                  //!< in a row, while Closed; those within kFailuresApart are one
    QDateTime failedAt = {};           //!< the last one that counted
    int rests = 0;                     //!< in a row, since it was last Closed
    QDateTime openedAt;                //!< of the rest in hand; invalid: none
    std::chrono::milliseconds rest{0}; //!< its length

    friend bool operator==(const BreakerState &, const BreakerState &) = default;
};

//! How long the n-th rest in a row is, without jitter. @param rests 1 or more
[[nodiscard]] constexpr std::chrono::milliseconds restLength(int rests)
{
    return std::min(kFirstRest * (1 << std::clamp(rests - 1, 0, 10)), kLongestRest);
}
static_assert(restLength(1) == kFirstRest);
static_assert(restLength(100) == kLongestRest);

//! What is left of the rest; 0 where there is none. A clock set back begins it anew, it is never longer than it was.
[[nodiscard]] std::chrono::milliseconds restLeft(const BreakerState &state, const QDateTime &now);
//! Takes a rest that is over through the table.
[[nodiscard]] BreakerState looked(BreakerState state, const QDateTime &now);
//! A request is sent; expects a looked-at state that is Closed or HalfOpen.
[[nodiscard]] BreakerState sent(BreakerState state);

enum class Errand { Ordinary, Probe };
//! A request came back. @param jitter 0 or more, added to a rest that begins
[[nodiscard]] BreakerState cameBack(BreakerState state, Errand errand, ServerHealth health, const QDateTime &now,
                                    std::chrono::milliseconds jitter);

} // namespace frost
