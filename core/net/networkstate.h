// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/transition.h"

#include <QDateTime>

#include <array>
#include <chrono>
#include <optional>

namespace frost {

//! How well one server is reached, as told to people and to the automatic sync (R-NET-01).
enum class NetworkQuality {
    Unknown, //!< not asked yet
    Offline, //!< nobody answers, or work offline on purpose
    Captive, //!< somebody else answers: a captive portal, a proxy's sign-in page
    Slow,    //!< it answers, slowly
    Online,
};
[[nodiscard]] constexpr bool isReachable(NetworkQuality quality)
{
    return quality == NetworkQuality::Slow || quality == NetworkQuality::Online;
}

//! WorkOffline: the user wants no network at all, whatever there is (R-NET-04).
enum class NetworkUse { Automatic, WorkOffline };
//! Nobody is reached though somebody is wanted: an attempt in between does not end it, working offline is none.
[[nodiscard]] constexpr bool isOutage(NetworkQuality quality, NetworkUse use)
{
    return use == NetworkUse::Automatic && (quality == NetworkQuality::Offline || quality == NetworkQuality::Captive);
}

//! What the operating system believes. Never more than a hint (TECH.md S6): a server on this computer is reached without any
//! network, and a network does not mean that the server is reached.
enum class NetworkHint { None, NoNetwork, Network };

//! Where the monitor stands. Doubted and Returning are not told: the quality stays what it was.
//!
//!                  Failed                  Lost
//!   Online, Slow ─────────▶ Doubted ─────────────▶ Offline ◀──Failed── Returning
//!      ▲                       │                      │                 ▲   │
//!      ├────── Quick, Slow ────┘                      └────── Early ────┘   │
//!      └──────────────────────────── Quick, Slow ───────────────────────────┘
//!
//!   Foreign leads to Captive from everywhere, WorkOffline to OnPurpose; nothing but WorkOnline leads out of that.
enum class NetworkPhase { Unknown, Online, Slow, Doubted, Offline, Captive, Returning, OnPurpose };
enum class NetworkEvent {
    Quick,       //!< the server answered
    Slow,        //!< it answered, and its answers are slow
    Early,       //!< it answered, but it has not been back for kCalm
    Failed,      //!< no answer, or a foreign one; not to be believed yet
    Lost,        //!< a failure to be believed: kFailuresToBelieve in a row, or one and the hint NoNetwork
    Foreign,     //!< a foreign answer to be believed
    WorkOffline, //!< the user said so
    WorkOnline,
};

using NetworkTransition = Transition<NetworkPhase, NetworkEvent>;

inline constexpr std::array kNetworkTransitions{
    NetworkTransition{NetworkPhase::Unknown, NetworkEvent::Quick, NetworkPhase::Online},
    NetworkTransition{NetworkPhase::Unknown, NetworkEvent::Slow, NetworkPhase::Slow},
    NetworkTransition{NetworkPhase::Unknown, NetworkEvent::Lost, NetworkPhase::Offline},
    NetworkTransition{NetworkPhase::Unknown, NetworkEvent::Foreign, NetworkPhase::Captive},
    NetworkTransition{NetworkPhase::Online, NetworkEvent::Slow, NetworkPhase::Slow},
    NetworkTransition{NetworkPhase::Online, NetworkEvent::Failed, NetworkPhase::Doubted},
    NetworkTransition{NetworkPhase::Online, NetworkEvent::Lost, NetworkPhase::Offline},
    NetworkTransition{NetworkPhase::Online, NetworkEvent::Foreign, NetworkPhase::Captive},
    NetworkTransition{NetworkPhase::Slow, NetworkEvent::Quick, NetworkPhase::Online},
    NetworkTransition{NetworkPhase::Slow, NetworkEvent::Failed, NetworkPhase::Doubted},
    NetworkTransition{NetworkPhase::Slow, NetworkEvent::Lost, NetworkPhase::Offline},
    NetworkTransition{NetworkPhase::Slow, NetworkEvent::Foreign, NetworkPhase::Captive},
    NetworkTransition{NetworkPhase::Doubted, NetworkEvent::Quick, NetworkPhase::Online},
    NetworkTransition{NetworkPhase::Doubted, NetworkEvent::Slow, NetworkPhase::Slow},
    NetworkTransition{NetworkPhase::Doubted, NetworkEvent::Lost, NetworkPhase::Offline},
    NetworkTransition{NetworkPhase::Doubted, NetworkEvent::Foreign, NetworkPhase::Captive},
    NetworkTransition{NetworkPhase::Offline, NetworkEvent::Early, NetworkPhase::Returning},
    NetworkTransition{NetworkPhase::Offline, NetworkEvent::Foreign, NetworkPhase::Captive},
    NetworkTransition{NetworkPhase::Captive, NetworkEvent::Early, NetworkPhase::Returning},
    NetworkTransition{NetworkPhase::Captive, NetworkEvent::Lost, NetworkPhase::Offline},
    NetworkTransition{NetworkPhase::Returning, NetworkEvent::Quick, NetworkPhase::Online},
    NetworkTransition{NetworkPhase::Returning, NetworkEvent::Slow, NetworkPhase::Slow},
    NetworkTransition{NetworkPhase::Returning, NetworkEvent::Failed, NetworkPhase::Offline},
    NetworkTransition{NetworkPhase::Returning, NetworkEvent::Lost, NetworkPhase::Offline},
    NetworkTransition{NetworkPhase::Returning, NetworkEvent::Foreign, NetworkPhase::Captive},
    NetworkTransition{NetworkPhase::Unknown, NetworkEvent::WorkOffline, NetworkPhase::OnPurpose},
    NetworkTransition{NetworkPhase::Online, NetworkEvent::WorkOffline, NetworkPhase::OnPurpose},
    NetworkTransition{NetworkPhase::Slow, NetworkEvent::WorkOffline, NetworkPhase::OnPurpose},
    NetworkTransition{NetworkPhase::Doubted, NetworkEvent::WorkOffline, NetworkPhase::OnPurpose},
    NetworkTransition{NetworkPhase::Offline, NetworkEvent::WorkOffline, NetworkPhase::OnPurpose},
    NetworkTransition{NetworkPhase::Captive, NetworkEvent::WorkOffline, NetworkPhase::OnPurpose},
    NetworkTransition{NetworkPhase::Returning, NetworkEvent::WorkOffline, NetworkPhase::OnPurpose},
    NetworkTransition{NetworkPhase::OnPurpose, NetworkEvent::WorkOnline, NetworkPhase::Unknown},
};

//! The phase after `event`; what is not in the table changes nothing, so late answers are harmless.
[[nodiscard]] constexpr NetworkPhase next(NetworkPhase phase, NetworkEvent event)
{
    return nextIn(kNetworkTransitions, phase, event).value_or(phase);
}
static_assert(next(NetworkPhase::Online, NetworkEvent::Failed) == NetworkPhase::Doubted);
static_assert(next(NetworkPhase::Offline, NetworkEvent::Quick) == NetworkPhase::Offline);
static_assert(next(NetworkPhase::OnPurpose, NetworkEvent::Quick) == NetworkPhase::OnPurpose);

//! What one exchange with the server showed.
struct NetworkEvidence {
    enum class Kind { Answer, NoAnswer, ForeignAnswer };
    enum class Pace { Unsaid, Quick, Slow };
    Kind kind = Kind::NoAnswer;
    Pace pace = Pace::Unsaid; //!< of an answer; Unsaid: it took long for reasons of its own, or was not measured
};

//! Everything the monitor remembers; a value. Instants in the future are not believed: the clock was set back.
struct NetworkState {
    NetworkPhase phase = NetworkPhase::Unknown;
    NetworkQuality quality = NetworkQuality::Unknown; //!< as told
    QDateTime since;          //!< the quality; of Offline and Captive the first failure of the outage
    QDateTime lastAnswer;     //!< of the server itself; invalid: never
    QDateTime outageSince;    //!< the first failure since it was told reachable; invalid: none
    QDateTime answeringSince; //!< the first answer since the last failure; invalid: none
    QDateTime failedAt;       //!< the last failure that counted; invalid: none since the last answer
    int failures = 0;         //!< in a row, foreign answers among them; those within kFailuresApart are one
    int foreigners = 0;       //!< in a row
    NetworkEvidence::Pace pace = NetworkEvidence::Pace::Unsaid; //!< debounced
    int againstPace = 0;      //!< answers in a row that contradict `pace`

    friend bool operator==(const NetworkState &, const NetworkState &) = default;
};

//! Debounces one piece of evidence and takes it through the table.
[[nodiscard]] NetworkState after(NetworkState state, NetworkEvidence evidence, NetworkHint hint, const QDateTime &now);
[[nodiscard]] NetworkState after(NetworkState state, NetworkUse use, const QDateTime &now);
//! How long the next probe waits from now, without jitter; nullopt: none is wanted, the user works offline.
[[nodiscard]] std::optional<std::chrono::milliseconds> probeWait(const NetworkState &state, const QDateTime &now);

} // namespace frost
