// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/link.h"

namespace frost::test {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
const HttpResponse kPortal{200, {{"content-type", "text/html"}}, "<html>Welcome to the train</html>"};

auto timeout()
{
    return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s, {u"server"_s});
}
} // namespace

std::optional<Fault> Link::draw()
{
    switch (m_state) {
    case State::Up: break;
    case State::Down: return m_around.random.chance(70) ? Fault::Refused : Fault::RequestLost;
    case State::NoWayIn:
    case State::NoWayOut: return Fault::OneWay;
    case State::Portal: return Fault::Portal;
    }
    if (m_weather == Weather::Fair)
        return std::nullopt;
    static constexpr std::pair<Fault, int> kOdds[] = {
        {Fault::Refused, 5},   {Fault::Untrusted, 2}, {Fault::RequestLost, 5}, {Fault::AnswerLost, 7},
        {Fault::AnswerCut, 3}, {Fault::Doubled, 4},   {Fault::Late, 4},        {Fault::SlowDrip, 3},
        {Fault::Portal, 2},    {Fault::ProxyError, 3}, {Fault::Damaged, 3},
    };
    int left = int(m_around.random.below(100));
    for (const auto &[fault, percent] : kOdds) {
        if (left < percent)
            return m_around.faults.isOn(fault) ? std::optional(fault) : std::nullopt;
        left -= percent;
    }
    return std::nullopt;
}

Task<void> Link::pause(int most)
{
    co_await m_around.simulator.sleep(milliseconds(1 + m_around.random.below(std::uint64_t(most))));
}

Task<Result<HttpResponse>> Link::send(HttpRequest request)
{
    ++m_requests;
    if (leaves)
        leaves(request);
    auto answer = co_await carry(request);
    if (ends)
        ends(request, answer);
    co_return answer;
}

Task<Result<HttpResponse>> Link::carry(HttpRequest request)
{
    const auto fate = draw();
    if (fate)
        m_around.faults.happened(*fate);
    co_await pause(80);
    const bool lostOnTheWay = fate == Fault::RequestLost || fate == Fault::Late || fate == Fault::Refused
                              || fate == Fault::Untrusted || (fate == Fault::OneWay && m_state == State::NoWayIn);
    if (lostOnTheWay)
        co_return co_await notDelivered(*fate, request);
    HttpResponse response = deliver(fate, request);
    co_await pause(80);
    if (fate == Fault::SlowDrip) // what moves, however slowly, goes on
        co_await pause(180'000);
    if (fate == Fault::AnswerLost || fate == Fault::OneWay) {
        co_await m_around.simulator.sleep(request.timeout);
        co_return timeout();
    }
    if (fate == Fault::AnswerCut && m_around.random.chance(50))
        co_return fail(ErrorKind::OutcomeUnknown, u"net.noAnswer"_s, {u"server"_s});
    co_return response;
}

Task<Result<HttpResponse>> Link::notDelivered(Fault fate, HttpRequest request)
{
    if (fate == Fault::Refused)
        co_return fail(ErrorKind::Offline, u"net.noAnswer"_s, {u"server"_s});
    if (fate == Fault::Untrusted)
        co_return fail(ErrorKind::Offline, u"net.untrusted"_s, {u"server"_s});
    if (fate == Fault::Late) { // given up here, and carried out there after all
        const auto late = request.timeout + milliseconds(m_around.random.below(120'000));
        request.headers.insert("late-since", QByteArray::number(m_around.simulator.elapsed().count()));
        m_around.simulator.after(late, [handler = m_handler, request] { (void)handler(request); });
    }
    co_await m_around.simulator.sleep(request.timeout);
    co_return timeout();
}

HttpResponse Link::deliver(std::optional<Fault> fate, const HttpRequest &request)
{
    if (fate == Fault::Portal)
        return kPortal;
    if (fate == Fault::ProxyError) { // before or after the server has done it
        if (m_around.random.chance(50))
            (void)m_handler(request);
        return {502 + int(m_around.random.below(3)), {{"content-type", "text/html"}}, "<html>Bad gateway</html>"};
    }
    HttpResponse response = m_handler(request);
    if (fate == Fault::Doubled) { // whoever doubled it passes on one of two equal answers, or the first
        auto second = m_handler(request);
        if (second.status == response.status && m_around.random.chance(50))
            response = std::move(second);
    }
    if (fate == Fault::AnswerCut)
        response.body.truncate(qsizetype(m_around.random.below(std::uint64_t(response.body.size()) + 1)));
    return fate == Fault::Damaged ? damaged(std::move(response)) : response;
}

HttpResponse Link::damaged(HttpResponse response)
{
    const auto at = qsizetype(m_around.random.below(std::uint64_t(response.body.size()) + 1));
    if (m_around.random.chance(50))
        response.body.insert(at, "\xff\xfe\x00{");
    else
        response.body += response.body.left(at + 1);
    return response;
}

} // namespace frost::test
