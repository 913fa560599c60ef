// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/networkmonitor.h"
#include "tests/support/simulator.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace networkfixture {

using namespace frost;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using test::SeededRandom;
using test::Simulator;

//! Seam Transport: a server's health address in virtual time, and everything that can stand in its way.
class OneServer final : public Transport
{
public:
    enum class Way { Up, Refused, Silent, Portal, Redirect, SignIn511, OldNonce, OtherJson, Untrusted, Trouble, TooMany, Drip };

    explicit OneServer(Simulator &simulator) : m_simulator(simulator) { }

    Way way = Way::Up;
    milliseconds latency{40};
    milliseconds clockBehind{0}; //!< the server's clock against ours
    int requests = 0;
    int inTheAir = 0;
    int mostInTheAir = 0;
    QList<HttpRequest> seen;
    QList<QDateTime> times;

    Task<Result<HttpResponse>> send(HttpRequest request) override
    {
        ++requests;
        mostInTheAir = std::max(mostInTheAir, ++inTheAir);
        seen.append(request);
        times.append(m_simulator.now());
        const Way onTheWay = way;
        if (onTheWay == Way::Drip) {
            for (int second = 0; second < 600 && request.life; ++second)
                co_await m_simulator.sleep(1s);
            --inTheAir;
            co_return fail(ErrorKind::OutcomeUnknown, u"net.aborted"_s);
        }
        const auto readAt = m_simulator.now().addMSecs((latency / 2 - clockBehind).count());
        const auto wait = onTheWay == Way::Silent ? request.timeout : onTheWay == Way::Refused ? 1ms : latency;
        co_await m_simulator.sleep(std::min(wait, request.timeout));
        --inTheAir;
        if (onTheWay == Way::Silent || wait >= request.timeout)
            co_return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
        if (onTheWay == Way::Refused)
            co_return fail(ErrorKind::Offline, u"net.noAnswer"_s);
        if (onTheWay == Way::Untrusted)
            co_return fail(ErrorKind::Offline, u"net.untrusted"_s);
        co_return answer(onTheWay, request.url, readAt);
    }

private:
    static HttpResponse answer(Way way, const QUrl &url, const QDateTime &readAt)
    {
        const QString nonce = QUrlQuery(url).queryItemValue(u"nonce"_s);
        const HttpHeaders json{{"content-type", "application/json"}};
        switch (way) {
        case Way::Portal: return {200, {{"content-type", "text/html"}}, "<html>Welcome to the train</html>"};
        case Way::Redirect: return {302, {{"location", "http://portal.example/"}}, {}};
        case Way::SignIn511: return {511, {}, "<html></html>"};
        case Way::OldNonce: return {200, json, R"({"status":"ok","nonce":"of yesterday"})"};
        case Way::OtherJson: return {200, json, "[]"};
        case Way::Trouble: return {503, json, "{}"};
        case Way::TooMany: return {429, json, "{}"};
        default: return {200, json, toCanonical(nonce, readAt)};
        }
    }
    static QByteArray toCanonical(const QString &nonce, const QDateTime &readAt)
    {
        return R"({"nonce":")" + nonce.toUtf8() + R"(","serverTime":)" + QByteArray::number(readAt.toMSecsSinceEpoch())
               + R"(,"status":"ok"})";
    }

    Simulator &m_simulator;
};

} // namespace networkfixture
