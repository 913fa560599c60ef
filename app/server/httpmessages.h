// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <boost/beast/http.hpp>

#include <optional>

namespace frost::server {

// Between Boost.Beast's messages and those of core.

using WireRequest = boost::beast::http::request<boost::beast::http::string_body>;
//! The body stays where it is: the HttpResponse must outlive the message.
using WireResponse = boost::beast::http::response<boost::beast::http::span_body<const char>>;

//! nullopt: the target is no address.
[[nodiscard]] std::optional<HttpRequest> fromWire(const WireRequest &wire);
[[nodiscard]] WireResponse toWire(const HttpResponse &response, unsigned version, bool keepAlive);

//! Why a request never reaches a handler.
enum class Refusal {
    Malformed,
    TimedOut,
    LengthMissing,
    BodyTooLarge,
    BodyWithoutToken, //!< nobody known may send that much
    HeaderTooLarge,
    NoMemory,
    TooManyConnections,
};
[[nodiscard]] HttpResponse answerTo(Refusal refusal);

//! What is wrong with a header, beyond what the parser sees; nullopt: nothing.
//! Two readings of one request must not be possible, for a proxy in front may take the other one (request smuggling).
[[nodiscard]] std::optional<Refusal>
refusalOf(const boost::beast::http::request_parser<boost::beast::http::string_body> &parser);
//! Whether a header has a token, whatever it is worth.
[[nodiscard]] bool hasToken(const boost::beast::http::fields &header);

} // namespace frost::server
