// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limiter.h"

#include "core/net/backoff.h"
#include "core/net/limitnews.h"
#include "core/net/tuning.h"
#include "core/net/waiter.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

//! Somebody in the queue.
struct Limiter::Place {
    Place(Clock &clock, const Demand &wanted) : demand(wanted), waiter(clock, wanted.life) { }

    Demand demand;
    Waiter waiter;
    std::optional<Result<Turn>> outcome = {};
};

Limiter::Limiter(LimitRule rule, std::unique_ptr<LimitMemory> memory, Clock &clock, Random &random)
    : m_rule(std::move(rule)), m_alone(cautious(m_rule)), m_memory(std::move(memory)), m_clock(clock), m_random(random),
      m_alarm(clock, [this] { serve(); })
{
    Q_ASSERT(!m_rule.quotas.isEmpty());
}

Limiter::~Limiter() = default;

void Limiter::change(const Step &step)
{
    m_memory->change([&](LimitState &state, LimitMemory::Sight sight) {
        const auto &rule = sight == LimitMemory::Sight::Everyone ? m_rule : m_alone;
        const qint64 now = m_clock.now().toMSecsSinceEpoch(); // within the lock: instants of all processes are in order
        state = settled(rule, std::move(state), now);
        if (sight == LimitMemory::Sight::Blind) {
            const auto shortest = std::min_element(rule.quotas.begin(), rule.quotas.end(),
                                                   [](const auto &a, const auto &b) { return a.window < b.window; });
            state.notBefore = std::max(state.notBefore, now + qint64(shortest->window.count()) + 1);
        }
        step(rule, state, now);
    });
}

milliseconds Limiter::take(Place &place)
{
    const int cost = std::max(1, place.demand.cost);
    const Turn turn{qint64(m_random.next() >> 12), cost}; // JSON keeps 53 bits
    milliseconds wait{0};
    change([&](const LimitRule &rule, LimitState &state, qint64 now) {
        wait = waitFor(rule, state, now, cost);
        if (wait.count() == 0)
            state = granted(std::move(state), {turn.id, cost, now + std::max<qint64>(1, place.demand.hold.count())});
    });
    if (wait.count() == 0)
        place.outcome = turn;
    return wait;
}

// Whoever has a turn, or cannot get one, is told at the end: it may ask for the next one at once.
void Limiter::serve()
{
    std::list<Place *> served;
    while (!m_queue.empty()) {
        auto &first = *m_queue.front();
        const auto wait = first.waiter.isCalledOff() ? milliseconds(0) : take(first);
        if (wait > kLongestTurn) {
            for (auto *place : m_queue)
                place->outcome = fail(Error{ErrorKind::RateLimited, u"limit.wait"_s, {}, {}, wait});
            served.splice(served.end(), m_queue);
        } else if (wait.count() > 0) {
            m_alarm.set(wait);
            break;
        } else {
            served.splice(served.end(), m_queue, m_queue.begin());
        }
    }
    while (!served.empty()) {
        auto *place = served.front();
        served.pop_front();
        place->waiter.tell();
    }
}

Task<Result<Limiter::Turn>> Limiter::acquire(Demand demand)
{
    if (qsizetype(m_queue.size()) >= kMostWaiters)
        co_return fail(Error{ErrorKind::RateLimited, u"limit.crowded"_s, {}, {}, kRetryFirst});
    Place place(m_clock, demand);
    m_queue.push_back(&place);
    if (m_queue.size() == 1)
        serve();
    co_await place.waiter.told();
    if (!place.outcome) { // called off, and perhaps still in the queue
        const bool wasFirst = !m_queue.empty() && m_queue.front() == &place;
        m_queue.remove(&place);
        if (wasFirst)
            serve();
        co_return fail(ErrorKind::Offline, u"net.aborted"_s);
    }
    co_return *std::move(place.outcome);
}

void Limiter::end(const Turn &turn, const HttpResponse *response)
{
    change([&](const LimitRule &rule, LimitState &state, qint64 now) {
        state = ended(rule, std::move(state), now, turn.id, turn.cost);
        if (response) {
            const auto news = limitNews(*response, rule.policy, m_clock.now());
            state = told(rule, std::move(state), now, news, retryJitter(m_random));
        }
    });
    serve();
}

int Limiter::remaining()
{
    int result = 0;
    change([&](const LimitRule &rule, LimitState &state, qint64 now) { result = remainingUnits(rule, state, now); });
    return result;
}

QDateTime Limiter::resetAt()
{
    qint64 result = 0;
    change([&](const LimitRule &rule, LimitState &state, qint64 now) { result = wholeAgainAt(rule, state, now); });
    return QDateTime::fromMSecsSinceEpoch(result, Qt::UTC);
}

} // namespace frost
