// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/breakertransport.h"

#include "core/base/logging.h"
#include "core/net/backoff.h"
#include "core/net/serveraddress.h"

namespace frost {

using namespace Qt::StringLiterals;

BreakerTransport::BreakerTransport(Transport &inner, Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_inner(inner), m_clock(clock), m_random(random)
{
}

Task<Result<HttpResponse>> BreakerTransport::send(HttpRequest request)
{
    const QString server = serverOf(request.url);
    const auto before = looked(m_states.value(server), m_clock.now());
    if (before.phase == BreakerPhase::Open || before.phase == BreakerPhase::Probing) {
        const auto wait = std::max(restLeft(before, m_clock.now()), kRetryFirst);
        co_return fail(Error{ErrorKind::RateLimited, u"breaker.open"_s, {request.url.host()}, {}, wait});
    }
    const auto errand = before.phase == BreakerPhase::HalfOpen ? Errand::Probe : Errand::Ordinary;
    set(server, sent(before));
    auto result = co_await m_inner.send(std::move(request));
    set(server, cameBack(m_states.value(server), errand, healthShownBy(result), m_clock.now(), retryJitter(m_random)));
    co_return result;
}

BreakerStatus BreakerTransport::status(const QUrl &url) const
{
    const QString server = serverOf(url);
    const auto state = looked(m_states.value(server), m_clock.now());
    const bool rests = state.phase == BreakerPhase::Open;
    return {server, state, rests ? state.openedAt.addMSecs(state.rest.count()) : QDateTime()};
}

void BreakerTransport::set(const QString &server, const BreakerState &state)
{
    const auto before = m_states.value(server).phase;
    if (state == BreakerState())
        m_states.remove(server);
    else
        m_states.insert(server, state);
    if (state.phase == before)
        return;
    if (state.phase == BreakerPhase::Open)
        qCWarning(lcNet) << server << "fails, it is left in peace for" << state.rest.count() << "ms";
    Q_EMIT changed(status(QUrl(server)));
}

} // namespace frost
