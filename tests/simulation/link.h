// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"
#include "tests/simulation/fault.h"
#include "tests/support/simulator.h"

#include <functional>

namespace frost::test {

//! Seam Transport: one device's way to the server, which it calls directly, in virtual time, through bad weather.
class Link final : public Transport
{
public:
    //! What comes late has the header "late-since": the ms of the life when it left.
    using Handler = std::function<HttpResponse(const HttpRequest &)>;
    struct Surroundings {
        Simulator &simulator;
        SeededRandom &random;
        Faults &faults;
    };
    Link(const Surroundings &around, Handler handler) : m_around(around), m_handler(std::move(handler)) { }

    enum class State {
        Up,
        Down,    //!< F1: nothing gets through
        NoWayIn, //!< F8: requests are lost
        NoWayOut,//!< F8: answers are lost
        Portal,  //!< F11: a foreigner answers everything
    };
    enum class Weather { Fair, Stormy }; //!< stormy: about four exchanges in ten meet a fault F1 to F13

    Task<Result<HttpResponse>> send(HttpRequest request) override;
    //! For who looks on; not called where nobody does.
    std::function<void(const HttpRequest &)> leaves;
    std::function<void(const HttpRequest &, const Result<HttpResponse> &)> ends;
    void setState(State state) { m_state = state; }
    void setWeather(Weather weather) { m_weather = weather; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] std::uint64_t requests() const { return m_requests; }

private:
    Task<Result<HttpResponse>> carry(HttpRequest request);
    [[nodiscard]] std::optional<Fault> draw();
    Task<Result<HttpResponse>> notDelivered(Fault fate, HttpRequest request);
    [[nodiscard]] HttpResponse deliver(std::optional<Fault> fate, const HttpRequest &request);
    [[nodiscard]] HttpResponse damaged(HttpResponse response);
    Task<void> pause(int most);

    Surroundings m_around;
    Handler m_handler;
    State m_state = State::Up;
    Weather m_weather = Weather::Fair;
    std::uint64_t m_requests = 0;
};

} // namespace frost::test
