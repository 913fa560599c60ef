// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/rowpins.h"

#include <algorithm>
#include <iterator>

namespace frost {

void RowPins::match(const RowPin &pin)
{
    apart.removeAll(pin);
    together.removeIf([&](const RowPin &other) {
        return other.rows == pin.rows && (other.mine == pin.mine || other.theirs == pin.theirs);
    });
    together.append(pin);
}

void RowPins::split(const RowPin &pin)
{
    together.removeAll(pin);
    if (!apart.contains(pin))
        apart.append(pin);
}

RowPins RowPins::of(const QString &rows) const
{
    RowPins found;
    const auto isHere = [&](const RowPin &pin) { return pin.rows == rows; };
    std::copy_if(together.begin(), together.end(), std::back_inserter(found.together), isHere);
    std::copy_if(apart.begin(), apart.end(), std::back_inserter(found.apart), isHere);
    return found;
}

} // namespace frost
