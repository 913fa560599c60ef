// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/limiter.h"

namespace frost {

//! Every request takes a turn of the limiter first, and its answer is told to it: never over the limit, never before
//! Retry-After (RELIABILITY I19). A refusal (429) is the caller's like any other answer; it is not tried again here.
class LimitedTransport final : public Transport
{
public:
    //! Both outlive every exchange.
    LimitedTransport(Transport &inner, Limiter &limiter) : m_inner(inner), m_limiter(limiter) { }
    //! Errors also: those of Limiter::acquire, all [host]; nothing was sent then.
    Task<Result<HttpResponse>> send(HttpRequest request) override;

private:
    Transport &m_inner;
    Limiter &m_limiter;
};

} // namespace frost
