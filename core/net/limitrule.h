// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace frost {

//! How a remote counts (R-LIM-01). Which remote needs which: README.md.
enum class LimitPolicy {
    FixedWindow,   //!< from zero at every multiple of the window since 1970; allows twice as much across a boundary
    SlidingWindow, //!< never more in any window, wherever it begins
    TokenBucket,   //!< `units` come back per `window`, at most `burst` are saved up; a request takes one
    CostBucket,    //!< the same in points: a request takes what it costs, and the remote's own count is believed
    Adaptive,      //!< a sliding window as the ceiling; lower after a refusal, and never beyond what answers leave over
};

struct Quota {
    int units = 1;                       //!< requests or points; 1 or more
    std::chrono::milliseconds window{1}; //!< 1 ms or more
    int burst = 0;                       //!< buckets only: saved up at most; 0: `units`

    [[nodiscard]] int capacity() const { return burst > 0 ? burst : units; }
};

//! The limit of one remote for one token. A value.
struct LimitRule {
    LimitPolicy policy = LimitPolicy::SlidingWindow;
    QList<Quota> quotas; //!< 1 or more; all hold at once (25 in 5 s and 300 in 60 s)
    int concurrent = 0;  //!< requests in the air at a time; 0: any number
};

//! What an answer says about the limit; see limitnews.h.
struct LimitNews {
    enum class Answer {
        None,    //!< there was none
        Fine,    //!< not about the limit
        Refused, //!< 429, or 503 with Retry-After
    };
    Answer answer = Answer::None;
    std::optional<std::chrono::milliseconds> retryAfter = {}; //!< 0 to kLongestRetryAfter
    std::optional<int> left = {};                             //!< requests that may still be sent ...
    std::optional<std::chrono::milliseconds> leftFor = {};    //!< ... within this
    struct Bucket {
        int capacity = 0;
        int available = 0;
        int perSecond = 0; //!< 0: not said
    };
    std::optional<Bucket> bucket = {}; //!< the remote's own count of a cost bucket
};

//! What is remembered of a limit: a value, kept in memory or in a file that processes share. Instants are milliseconds
//! since 1970 UTC. A request counts from its grant on and, because nobody knows when it reached the remote, its time runs
//! from its end: only so does the remote itself never see more than the rule, whatever the way takes.
struct LimitState {
    struct Flight { //!< in the air
        qint64 id = 0;
        int cost = 1;
        qint64 lapsesAt = 0; //!< taken for ended then: its process may have died
        friend bool operator==(const Flight &, const Flight &) = default;
    };
    struct Landing {
        qint64 id = 0;
        int cost = 1;
        qint64 at = 0;
        friend bool operator==(const Landing &, const Landing &) = default;
    };
    std::vector<Flight> flights;
    std::vector<Landing> landings; //!< oldest first; windows only
    std::vector<qint64> debts;     //!< buckets only, one a quota: what is missing from full, in units times milliseconds
    qint64 debtsAt = 0;
    qint64 seen = 0;      //!< the newest instant; now is never before it but when the clock was set back
    qint64 notBefore = 0; //!< the remote asked to wait until then
    int refusals = 0;     //!< in a row
    // Adaptive
    int share = kWholeShare; //!< of the quotas, that are used
    int left = 0;            //!< requests, until `leftUntil`
    qint64 leftUntil = 0;    //!< 0: nothing is known
    // CostBucket, as the remote says
    int perSecond = 0; //!< 0: the rule's
    int capacity = 0;

    static constexpr int kWholeShare = 1024;
    friend bool operator==(const LimitState &, const LimitState &) = default;
};

// All pure, and total: any state and any instant is allowed.

//! Brings the state to `now`: ends what lapsed, forgets what no longer counts. A clock set back moves every instant along,
//! as if no time had passed: nothing is forgotten early, and nothing is kept for longer than its window.
[[nodiscard]] LimitState settled(const LimitRule &rule, LimitState state, qint64 now);

// These expect a settled state.

//! How long a request must wait; 0: it may go. Never shorter than needed; asked again after it, the answer may be longer.
//! @param cost more than a quota is taken for the whole quota
[[nodiscard]] std::chrono::milliseconds waitFor(const LimitRule &rule, const LimitState &state, qint64 now, int cost);
[[nodiscard]] LimitState granted(LimitState state, const LimitState::Flight &flight);
//! The request has ended; one that had lapsed counts anew.
[[nodiscard]] LimitState ended(const LimitRule &rule, LimitState state, qint64 now, qint64 id, int cost);
//! @param jitter added to every wait, so that devices do not come back together
[[nodiscard]] LimitState told(const LimitRule &rule, LimitState state, qint64 now, const LimitNews &news,
                              std::chrono::milliseconds jitter);

//! How many requests of cost 1 could go at once.
[[nodiscard]] int remainingUnits(const LimitRule &rule, const LimitState &state, qint64 now);
//! When everything would be there again if nothing more was sent; `now`: it is. What is in the air counts as ended now.
[[nodiscard]] qint64 wholeAgainAt(const LimitRule &rule, const LimitState &state, qint64 now);

//! The rule for a process that cannot see what the others send: a share that several can take side by side.
[[nodiscard]] LimitRule cautious(LimitRule rule);
//! Both memories of one limit in one: what either counted is counted.
[[nodiscard]] LimitState merged(LimitState a, const LimitState &b);

} // namespace frost
