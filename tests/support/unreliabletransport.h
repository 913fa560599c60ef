// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"
#include "tests/support/simulator.h"

namespace frost::test {

//! How bad the network is, in percent of exchanges for each fault (RELIABILITY.md section 3).
struct Weather {
    bool down = false;   //!< F1: nothing gets through
    int refused = 0;     //!< F1
    int requestLost = 0; //!< F3: nothing was applied, nobody says so
    int answerLost = 0;  //!< F4: applied, the answer is lost
    int requestLate = 0; //!< F7: given up, then applied after all
    int doubled = 0;     //!< F6: delivered twice
    int errorAfter = 0;  //!< F21: 500 after the commit
    int captive = 0;     //!< F11: 200 with HTML
    int cut = 0;         //!< F5: applied, the answer ends in the middle

    [[nodiscard]] static Weather fair() { return {}; }
    [[nodiscard]] static Weather stormy() { return {false, 6, 6, 8, 4, 5, 3, 3, 3}; }
};

//! Seam Transport: calls a server's handler directly, in virtual time, through the weather.
class UnreliableTransport final : public Transport
{
public:
    using Handler = std::function<HttpResponse(const HttpRequest &)>;
    UnreliableTransport(Simulator &simulator, SeededRandom &random, Handler handler);

    Task<Result<HttpResponse>> send(HttpRequest request) override;
    void setWeather(const Weather &weather) { m_weather = weather; }

private:
    enum class Fate { Delivered, Refused, RequestLost, AnswerLost, RequestLate, Doubled, ErrorAfter, Captive, Cut };
    Fate draw();

    Simulator &m_simulator;
    SeededRandom &m_random;
    Handler m_handler;
    Weather m_weather;
};

} // namespace frost::test
