// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limitedtransport.h"

namespace frost {

Task<Result<HttpResponse>> LimitedTransport::send(HttpRequest request)
{
    Transport &inner = m_inner;
    Limiter &limiter = m_limiter;
    Limiter::Demand demand{request.cost, request.timeout, request.life};
    const auto turn = co_await limiter.acquire(std::move(demand));
    if (!turn) {
        Error error = turn.error();
        error.args = {request.url.host()};
        co_return fail(std::move(error));
    }
    auto response = co_await inner.send(std::move(request));
    limiter.end(*turn, response ? &*response : nullptr);
    co_return response;
}

} // namespace frost
