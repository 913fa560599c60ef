// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/fieldpolicy.h"

#include <algorithm>
#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Right = FieldPolicy::Right;

std::optional<Right> theirs(const FieldDispute &)
{
    return Right::Theirs;
}

std::optional<Right> mine(const FieldDispute &)
{
    return Right::Mine;
}

// At the same time: what others have already seen.
std::optional<Right> later(const FieldDispute &dispute)
{
    if (!dispute.mineAt.isValid() || !dispute.theirsAt.isValid())
        return std::nullopt;
    return dispute.mineAt > dispute.theirsAt ? Right::Mine : Right::Theirs;
}

// Words as those of core/conflict/strategy.h, where there is such a strategy for the whole record.
constexpr std::array kPolicies{FieldPolicy{"server-wins"_L1, theirs}, FieldPolicy{"client-wins"_L1, mine},
                               FieldPolicy{"last-write-wins"_L1, later}};

} // namespace

const FieldPolicy *fieldPolicy(QStringView word)
{
    const auto found = std::find_if(kPolicies.begin(), kPolicies.end(), [&](const FieldPolicy &policy) { return word == policy.word; });
    return found == kPolicies.end() ? nullptr : &*found;
}

} // namespace frost
