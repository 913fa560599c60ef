// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/transition.h"

#include <QString>

#include <array>
#include <optional>

namespace frost {

//! Where a run with one connection stands, and what may happen next. The engine asks next() before every step; an event
//! that is not in the table is a late answer and is ignored.
//!
//!   Idle ─start─▶ Settling ─settled─▶ Pulling ─pulled─▶ Pushing ─pushed─▶ Finished
//!                    │                   │                 │
//!                    └──────── failed, stopped (from every step) ────────▶ Finished
enum class SyncPhase { Idle, Settling, Pulling, Pushing, Finished };
enum class SyncEvent { Start, Settled, Pulled, Pushed, Failed, Stopped };

using SyncTransition = Transition<SyncPhase, SyncEvent>;

inline constexpr std::array kSyncTransitions{
    SyncTransition{SyncPhase::Idle, SyncEvent::Start, SyncPhase::Settling},
    SyncTransition{SyncPhase::Settling, SyncEvent::Settled, SyncPhase::Pulling},
    SyncTransition{SyncPhase::Pulling, SyncEvent::Pulled, SyncPhase::Pushing},
    SyncTransition{SyncPhase::Pushing, SyncEvent::Pushed, SyncPhase::Finished},
    SyncTransition{SyncPhase::Settling, SyncEvent::Failed, SyncPhase::Finished},
    SyncTransition{SyncPhase::Pulling, SyncEvent::Failed, SyncPhase::Finished},
    SyncTransition{SyncPhase::Pushing, SyncEvent::Failed, SyncPhase::Finished},
    SyncTransition{SyncPhase::Settling, SyncEvent::Stopped, SyncPhase::Finished},
    SyncTransition{SyncPhase::Pulling, SyncEvent::Stopped, SyncPhase::Finished},
    SyncTransition{SyncPhase::Pushing, SyncEvent::Stopped, SyncPhase::Finished},
};

//! nullopt: not allowed here.
[[nodiscard]] constexpr std::optional<SyncPhase> next(SyncPhase phase, SyncEvent event)
{
    return nextIn(kSyncTransitions, phase, event);
}
static_assert(next(SyncPhase::Idle, SyncEvent::Start) == SyncPhase::Settling);
static_assert(!next(SyncPhase::Idle, SyncEvent::Pulled));
static_assert(!next(SyncPhase::Finished, SyncEvent::Start));

[[nodiscard]] QString toString(SyncPhase phase); //!< "settling" ...

} // namespace frost
