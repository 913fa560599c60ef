// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/net/alarm.h"
#include "core/net/limitmemory.h"
#include "core/net/limitrule.h"
#include "core/net/transport.h"

#include <QPointer>

#include <list>

namespace frost {

class Waiter;

//! Keeps one remote's limit for one token (R-LIM-01): whoever wants to send asks for a turn, sends, and says how it ended.
//! Turns are given in the order in which they were asked for. What counts is the policy of the rule (limitrule.h), who
//! shares it is the memory (limitmemory.h). One thread; outlives every turn and every wait.
class Limiter final
{
public:
    //! @param rule one or more quotas
    Limiter(LimitRule rule, std::unique_ptr<LimitMemory> memory, Clock &clock, Random &random);
    ~Limiter();
    Limiter(const Limiter &) = delete;
    Limiter &operator=(const Limiter &) = delete;

    struct Demand {
        int cost = 1;                         //!< units; 0 or less is taken for 1
        std::chrono::milliseconds hold{30000};//!< a turn that was never ended lapses then: its process died
        QPointer<QObject> life = {};          //!< if set, the wait ends with it
    };
    struct Turn {
        qint64 id = 0;
        int cost = 1;
    };
    //! Waits for a turn. Errors: RateLimited "limit.wait" with retryAfter, for all that wait, where the next turn is further
    //! away than kLongestTurn; "limit.crowded" with retryAfter where kMostWaiters wait already; Offline "net.aborted" where
    //! the life ended first. Nothing is counted then.
    Task<Result<Turn>> acquire(Demand demand);
    //! Every turn is ended, once. @param response nullptr: there was none
    void end(const Turn &turn, const HttpResponse *response);

    //! Takes a turn for `work` and ends it with its result. Errors: those of acquire() and of the work.
    template<class T>
    Task<Result<T>> execute(std::function<Task<Result<T>>()> work)
    {
        Demand demand;
        const auto turn = co_await acquire(std::move(demand));
        if (!turn)
            co_return fail(turn.error());
        auto result = co_await work();
        end(*turn, nullptr);
        co_return result;
    }

    //! Requests of cost 1 that could go at once.
    [[nodiscard]] int remaining();
    //! When the whole limit would be there again if nothing more was sent; not after now: it is.
    [[nodiscard]] QDateTime resetAt();
    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_queue.size()); }

private:
    struct Place;
    using Step = std::function<void(const LimitRule &rule, LimitState &state, qint64 now)>;
    void change(const Step &step);
    //! @return how long until its turn; 0: `place` has it
    [[nodiscard]] std::chrono::milliseconds take(Place &place);
    void serve();

    LimitRule m_rule;
    LimitRule m_alone; //!< while the others cannot be seen
    std::unique_ptr<LimitMemory> m_memory;
    Clock &m_clock;
    Random &m_random;
    std::list<Place *> m_queue; //!< in the frames of those who wait; the first is served first
    Alarm m_alarm;
};

} // namespace frost
