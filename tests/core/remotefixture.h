// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"
#include "tests/support/simulator.h"

#include <deque>

namespace remotefixture {

using namespace frost;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using test::SeededRandom;
using test::Simulator;

//! Seam Transport: somebody who answers in virtual time, a random while later, and remembers when he was asked.
class Remote final : public Transport
{
public:
    Remote(Simulator &simulator, SeededRandom &random) : m_simulator(simulator), m_random(random) { }

    std::function<Result<HttpResponse>(const HttpRequest &)> answer = [](const HttpRequest &) { return HttpResponse{200, {}, {}}; };
    milliseconds longestWay{0}; //!< there, and the same back; by chance
    std::vector<HttpRequest> seen;
    std::vector<qint64> arrivals; //!< ms since 1970
    int inTheAir = 0;
    int mostInTheAir = 0;

    Task<Result<HttpResponse>> send(HttpRequest request) override
    {
        mostInTheAir = std::max(mostInTheAir, ++inTheAir);
        co_await way();
        arrivals.push_back(m_simulator.now().toMSecsSinceEpoch());
        seen.push_back(request);
        auto result = answer(request);
        co_await way();
        --inTheAir;
        co_return result;
    }

private:
    Task<void> way()
    {
        const milliseconds duration(m_random.below(std::uint64_t(longestWay.count()) + 1));
        if (duration.count() > 0)
            co_await m_simulator.sleep(duration);
    }

    Simulator &m_simulator;
    SeededRandom &m_random;
};

//! What became of requests that were sent without waiting for them; deque: places stay where they are.
using Outcomes = std::deque<std::optional<Result<HttpResponse>>>;

inline Task<void> sendInto(Transport &transport, HttpRequest request, std::optional<Result<HttpResponse>> &outcome)
{
    outcome = co_await transport.send(std::move(request));
}

inline void sendOne(Transport &transport, HttpRequest request, Outcomes &outcomes)
{
    outcomes.emplace_back();
    sendInto(transport, std::move(request), outcomes.back());
}

inline HttpRequest get(const QString &path, milliseconds mayBeOld = 0ms)
{
    HttpRequest request;
    request.url = QUrl(u"https://remote.example"_s + path);
    request.mayBeOld = mayBeOld;
    return request;
}

} // namespace remotefixture
