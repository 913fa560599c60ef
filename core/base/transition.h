// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace frost {

//! One line of a state table.
template<class State, class Event>
struct Transition {
    State from;
    Event on;
    State to;
};

//! Where `table` leads from a state; nullopt: the event is not allowed there.
template<class State, class Event, std::size_t N>
[[nodiscard]] constexpr std::optional<State> nextIn(const std::array<Transition<State, Event>, N> &table, State state, Event event)
{
    for (const auto &transition : table) {
        if (transition.from == state && transition.on == event)
            return transition.to;
    }
    return std::nullopt;
}

} // namespace frost
