// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limitrule.h"

#include "core/net/backoff.h"
#include "core/net/tuning.h"

#include <algorithm>
#include <limits>

namespace frost {

using std::chrono::milliseconds;

namespace {

bool isBucket(LimitPolicy policy)
{
    return policy == LimitPolicy::TokenBucket || policy == LimitPolicy::CostBucket;
}

// A quota as it holds now: what was learned included.
Quota effective(const LimitRule &rule, const LimitState &state, qsizetype index)
{
    Quota quota = rule.quotas.at(index);
    if (rule.policy == LimitPolicy::Adaptive)
        quota.units = std::max(1, int(qint64(quota.units) * state.share / LimitState::kWholeShare));
    if (rule.policy == LimitPolicy::CostBucket && state.capacity > 0)
        quota.burst = state.capacity;
    if (rule.policy == LimitPolicy::CostBucket && state.perSecond > 0)
        quota.units = std::max(1, int(state.perSecond * quota.window.count() / 1000));
    return quota;
}

qint64 inTheAir(const LimitState &state)
{
    qint64 sum = 0;
    for (const auto &flight : state.flights)
        sum += flight.cost;
    return sum;
}

qint64 longestWindow(const LimitRule &rule)
{
    milliseconds longest{0};
    for (const auto &quota : rule.quotas)
        longest = std::max(longest, quota.window);
    return longest.count();
}

qint64 shortestWindow(const LimitRule &rule)
{
    milliseconds shortest = rule.quotas.isEmpty() ? milliseconds(0) : rule.quotas.first().window;
    for (const auto &quota : rule.quotas)
        shortest = std::min(shortest, quota.window);
    return shortest.count();
}

// When a landing no longer counts. In whole milliseconds an instant stands for the one that follows, too: one more.
qint64 forgottenAt(LimitPolicy policy, const Quota &quota, qint64 landedAt)
{
    const qint64 window = quota.window.count();
    if (policy == LimitPolicy::FixedWindow)
        return (landedAt / window + 1) * window;
    return landedAt + window + 1;
}

void land(const LimitRule &rule, LimitState &state, qint64 id, int cost, qint64 at)
{
    if (!isBucket(rule.policy)) {
        const auto place = std::upper_bound(state.landings.begin(), state.landings.end(), at,
                                            [](qint64 instant, const auto &landing) { return instant < landing.at; });
        state.landings.insert(place, {id, cost, at});
        return;
    }
    for (qsizetype i = 0; i < rule.quotas.size(); ++i)
        state.debts[std::size_t(i)] += cost * rule.quotas.at(i).window.count();
}

// The clock was set back, or the file comes from a computer whose clock is ahead.
void moveBack(LimitState &state, qint64 by)
{
    for (auto &flight : state.flights)
        flight.lapsesAt -= by;
    for (auto &landing : state.landings)
        landing.at -= by;
    for (auto *instant : {&state.debtsAt, &state.seen, &state.notBefore, &state.leftUntil}) {
        if (*instant > 0)
            *instant = std::max<qint64>(1, *instant - by);
    }
}

void drain(const LimitRule &rule, LimitState &state, qint64 now)
{
    state.debts.resize(std::size_t(isBucket(rule.policy) ? rule.quotas.size() : 0));
    const qint64 passed = std::max<qint64>(0, now - std::max<qint64>(1, state.debtsAt));
    for (qsizetype i = 0; i < qsizetype(state.debts.size()); ++i) {
        const auto quota = effective(rule, state, i);
        auto &debt = state.debts[std::size_t(i)];
        debt = std::clamp<qint64>(debt, 0, quota.capacity() * qint64(quota.window.count()));
        // Divided, so that years since the last request do not overflow.
        const bool paid = passed >= debt / quota.units + 1;
        debt = paid ? 0 : debt - passed * quota.units;
    }
    state.debtsAt = now;
}

qint64 waitForWindow(const LimitRule &rule, const LimitState &state, const Quota &quota, qint64 now, qint64 cost)
{
    qint64 used = inTheAir(state);
    for (const auto &landing : state.landings)
        used += forgottenAt(rule.policy, quota, landing.at) > now ? landing.cost : 0;
    qint64 over = used + std::min<qint64>(cost, quota.units) - quota.units;
    if (over <= 0)
        return 0;
    for (const auto &landing : state.landings) {
        const qint64 gone = forgottenAt(rule.policy, quota, landing.at);
        if (gone <= now)
            continue;
        over -= landing.cost;
        if (over <= 0)
            return gone - now;
    }
    return kFlightPoll.count();
}

qint64 waitForBucket(const LimitState &state, const Quota &quota, qint64 debt, qint64 cost)
{
    const qint64 window = quota.window.count();
    const qint64 capacity = quota.capacity();
    const qint64 room = (capacity - std::min(cost, capacity)) * window; // the debt that the request may find
    const qint64 over = debt + inTheAir(state) * window - room;
    if (over <= 0)
        return 0;
    if (over > debt)
        return kFlightPoll.count(); // also an empty debt leaves too little: something must land first
    return (over + quota.units - 1) / quota.units;
}

} // namespace

LimitState settled(const LimitRule &rule, LimitState state, qint64 now)
{
    if (state.seen > now)
        moveBack(state, state.seen - now);
    state.seen = now;
    // Nothing asks for more than this: a state that says so is damaged, or the clock was ahead when it was written.
    state.notBefore = std::min(state.notBefore, now + (kLongestRetryAfter + kRetryJitter).count());
    state.leftUntil = std::min(state.leftUntil, now + kLongestRetryAfter.count());
    state.share = std::clamp(state.share, 1, LimitState::kWholeShare);
    drain(rule, state, now);
    for (const auto &flight : state.flights) {
        if (flight.lapsesAt <= now)
            land(rule, state, flight.id, flight.cost, flight.lapsesAt);
    }
    std::erase_if(state.flights, [now](const auto &flight) { return flight.lapsesAt <= now; });
    const qint64 longest = longestWindow(rule);
    std::erase_if(state.landings, [&](const auto &landing) { return landing.at + longest < now; });
    if (state.leftUntil <= now)
        state.leftUntil = 0;
    return state;
}

milliseconds waitFor(const LimitRule &rule, const LimitState &state, qint64 now, int cost)
{
    qint64 wait = std::max<qint64>(0, state.notBefore - now);
    if (rule.concurrent > 0 && qsizetype(state.flights.size()) >= rule.concurrent)
        wait = std::max(wait, qint64(kFlightPoll.count()));
    if (state.leftUntil > 0 && state.left < 1)
        wait = std::max(wait, state.leftUntil - now);
    for (qsizetype i = 0; i < rule.quotas.size(); ++i) {
        const auto quota = effective(rule, state, i);
        const qint64 one = isBucket(rule.policy) ? waitForBucket(state, quota, state.debts.at(std::size_t(i)), cost)
                                                 : waitForWindow(rule, state, quota, now, cost);
        wait = std::max(wait, one);
    }
    return milliseconds(wait);
}

LimitState granted(LimitState state, const LimitState::Flight &flight)
{
    state.flights.push_back(flight);
    if (state.leftUntil > 0)
        --state.left;
    return state;
}

LimitState ended(const LimitRule &rule, LimitState state, qint64 now, qint64 id, int cost)
{
    std::erase_if(state.flights, [id](const auto &flight) { return flight.id == id; });
    land(rule, state, id, cost, now);
    return state;
}

LimitState told(const LimitRule &rule, LimitState state, qint64 now, const LimitNews &news, milliseconds jitter)
{
    if (news.answer == LimitNews::Answer::Refused) {
        // Requests that were in the air together are refused together: that is one refusal.
        if (state.notBefore <= now) {
            ++state.refusals;
            state.share = std::max(1, state.share / 2);
        }
        const qint64 window = state.refusals > 1 ? longestWindow(rule) : shortestWindow(rule);
        const auto unasked = std::max(milliseconds(window), backOff(state.refusals));
        state.notBefore = std::max(state.notBefore, now + (news.retryAfter.value_or(unasked) + jitter).count());
    } else if (news.answer == LimitNews::Answer::Fine) {
        state.refusals = 0;
        state.share = std::min(LimitState::kWholeShare, state.share + kShareRegained);
    }
    if (rule.policy == LimitPolicy::Adaptive && news.left && news.leftFor) {
        // What is in the air may not have been counted yet.
        const int left = *news.left - int(state.flights.size());
        state.left = state.leftUntil > 0 ? std::min(state.left, left) : left;
        state.leftUntil = std::max(state.leftUntil, now + news.leftFor->count());
    }
    if (rule.policy == LimitPolicy::CostBucket && news.bucket && !state.debts.empty()) {
        state.capacity = std::max(1, news.bucket->capacity);
        state.perSecond = news.bucket->perSecond;
        state.debts.front() = std::max(0, state.capacity - news.bucket->available) * rule.quotas.first().window.count();
    }
    return state;
}

int remainingUnits(const LimitRule &rule, const LimitState &state, qint64 now)
{
    if (state.notBefore > now)
        return 0;
    qint64 remaining = rule.concurrent > 0 ? rule.concurrent - qint64(state.flights.size()) : std::numeric_limits<int>::max();
    if (state.leftUntil > 0)
        remaining = std::min<qint64>(remaining, state.left);
    for (qsizetype i = 0; i < rule.quotas.size(); ++i) {
        const auto quota = effective(rule, state, i);
        qint64 free = isBucket(rule.policy) ? quota.capacity() : quota.units;
        free -= inTheAir(state);
        if (isBucket(rule.policy)) {
            const qint64 window = quota.window.count();
            free -= (state.debts.at(std::size_t(i)) + window - 1) / window;
        }
        for (const auto &landing : state.landings)
            free -= forgottenAt(rule.policy, quota, landing.at) > now ? landing.cost : 0;
        remaining = std::min(remaining, free);
    }
    return int(std::max<qint64>(0, remaining));
}

qint64 wholeAgainAt(const LimitRule &rule, const LimitState &state, qint64 now)
{
    LimitState down = state;
    for (const auto &flight : state.flights)
        land(rule, down, flight.id, flight.cost, now);
    qint64 at = std::max({now, down.notBefore, down.leftUntil});
    for (qsizetype i = 0; i < rule.quotas.size(); ++i) {
        const auto quota = effective(rule, down, i);
        if (isBucket(rule.policy))
            at = std::max(at, now + (down.debts.at(std::size_t(i)) + quota.units - 1) / quota.units);
        else if (!down.landings.empty())
            at = std::max(at, forgottenAt(rule.policy, quota, down.landings.back().at));
    }
    return at;
}

LimitRule cautious(LimitRule rule)
{
    for (auto &quota : rule.quotas) {
        quota.burst = std::max(1, quota.capacity() / kShareAlone);
        quota.units = std::max(1, quota.units / kShareAlone);
    }
    rule.concurrent = 1;
    return rule;
}

LimitState merged(LimitState a, const LimitState &b)
{
    const auto knows = [](const auto &list, qint64 id) {
        return std::any_of(list.begin(), list.end(), [id](const auto &entry) { return entry.id == id; });
    };
    for (const auto &landing : b.landings) {
        std::erase_if(a.flights, [&](const auto &flight) { return flight.id == landing.id; });
        if (!knows(a.landings, landing.id))
            a.landings.push_back(landing);
    }
    std::sort(a.landings.begin(), a.landings.end(), [](const auto &x, const auto &y) { return x.at < y.at; });
    for (const auto &flight : b.flights) {
        if (!knows(a.flights, flight.id) && !knows(a.landings, flight.id))
            a.flights.push_back(flight);
    }
    a.debts.resize(std::max(a.debts.size(), b.debts.size()));
    for (std::size_t i = 0; i < b.debts.size(); ++i)
        a.debts[i] += b.debts[i]; // what both counted is counted twice, which only waits longer
    a.debtsAt = std::max(a.debtsAt, b.debtsAt);
    a.seen = std::max(a.seen, b.seen);
    a.notBefore = std::max(a.notBefore, b.notBefore);
    a.refusals = std::max(a.refusals, b.refusals);
    a.share = std::min(a.share, b.share);
    if (b.leftUntil > 0) {
        a.left = a.leftUntil > 0 ? std::min(a.left, b.left) : b.left;
        a.leftUntil = std::max(a.leftUntil, b.leftUntil);
    }
    return a;
}

} // namespace frost
