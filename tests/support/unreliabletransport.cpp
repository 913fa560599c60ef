// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/unreliabletransport.h"

namespace frost::test {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

UnreliableTransport::UnreliableTransport(Simulator &simulator, SeededRandom &random, Handler handler)
    : m_simulator(simulator), m_random(random), m_handler(std::move(handler))
{
}

UnreliableTransport::Fate UnreliableTransport::draw()
{
    if (m_weather.down)
        return m_random.chance(70) ? Fate::Refused : Fate::RequestLost;
    int left = int(m_random.below(100));
    const std::pair<int, Fate> odds[] = {
        {m_weather.refused, Fate::Refused},       {m_weather.requestLost, Fate::RequestLost},
        {m_weather.answerLost, Fate::AnswerLost}, {m_weather.requestLate, Fate::RequestLate},
        {m_weather.doubled, Fate::Doubled},       {m_weather.errorAfter, Fate::ErrorAfter},
        {m_weather.captive, Fate::Captive},       {m_weather.cut, Fate::Cut},
    };
    for (const auto &[percent, fate] : odds) {
        if (left < percent)
            return fate;
        left -= percent;
    }
    return Fate::Delivered;
}

Task<Result<HttpResponse>> UnreliableTransport::send(HttpRequest request)
{
    const Fate fate = draw();
    co_await m_simulator.sleep(milliseconds(1 + m_random.below(80)));
    if (fate == Fate::Refused)
        co_return fail(ErrorKind::Offline, u"net.noAnswer"_s);
    if (fate == Fate::Captive)
        co_return HttpResponse{200, {{"content-type", "text/html"}}, "<html>Welcome to the train</html>"};
    if (fate == Fate::RequestLate) {
        const auto lateBy = request.timeout + milliseconds(m_random.below(120'000));
        m_simulator.after(lateBy, [handler = m_handler, request] { (void)handler(request); });
    }
    if (fate == Fate::RequestLost || fate == Fate::RequestLate) {
        co_await m_simulator.sleep(request.timeout);
        co_return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
    }
    if (fate == Fate::Doubled)
        (void)m_handler(request);
    HttpResponse response = m_handler(request);
    co_await m_simulator.sleep(milliseconds(1 + m_random.below(80)));
    switch (fate) {
    case Fate::AnswerLost:
        co_await m_simulator.sleep(request.timeout);
        co_return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
    case Fate::ErrorAfter:
        co_return HttpResponse{500, {}, "{}"};
    case Fate::Cut:
        co_return fail(ErrorKind::OutcomeUnknown, u"net.noAnswer"_s);
    default:
        co_return response;
    }
}

} // namespace frost::test
