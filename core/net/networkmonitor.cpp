// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkmonitor.h"

#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/net/backoff.h"
#include "core/net/tuning.h"

#include <QPointer>
#include <QUrlQuery>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using Kind = NetworkEvidence::Kind;
using Pace = NetworkEvidence::Pace;

namespace {

milliseconds between(const QDateTime &from, const QDateTime &to)
{
    return milliseconds(from.msecsTo(to));
}

// A duration that the clock's own jumps have made is no measurement.
Pace paceOf(milliseconds duration, milliseconds quickUpTo, milliseconds slowFrom)
{
    if (duration < milliseconds(0))
        return Pace::Unsaid;
    if (duration <= quickUpTo)
        return Pace::Quick;
    return duration > slowFrom ? Pace::Slow : Pace::Unsaid;
}

// Only the server itself can echo what was never said before. A server in trouble or a gateway without one behind it (429,
// 5xx) is no answer; everything else comes from somebody who stands in between: a page, a redirect, 511.
Kind judge(const HttpResponse &response, const QString &nonce)
{
    constexpr int kTooMany = 429;
    constexpr int kSignInToNetwork = 511; // RFC 6585
    if (response.status == kTooMany || (response.status >= 500 && response.status != kSignInToNetwork))
        return Kind::NoAnswer;
    if (response.status != 200)
        return Kind::ForeignAnswer;
    const auto echo = parseJsonObject(response.body);
    return echo && echo->value("nonce"_L1).toString() == nonce ? Kind::Answer : Kind::ForeignAnswer;
}

// The server read its clock somewhere between the question and the answer (Cristian 1989).
std::optional<milliseconds> clockAhead(const HttpResponse &answer, const QDateTime &asked, const QDateTime &answered)
{
    const auto echo = parseJsonObject(answer.body);
    const auto told = echo ? echo->value("serverTime"_L1).toInteger() : 0;
    if (told <= 0)
        return std::nullopt;
    return milliseconds((asked.toMSecsSinceEpoch() + answered.toMSecsSinceEpoch()) / 2 - told);
}

// A certificate that is not the server's is how a portal looks through TLS (TECH.md S6).
Kind judge(const Error &error)
{
    return error.code == "net.untrusted"_L1 ? Kind::ForeignAnswer : Kind::NoAnswer;
}

} // namespace

std::optional<milliseconds> NetworkStatus::timeSinceOnline(const QDateTime &now) const
{
    if (quality != NetworkQuality::Offline && quality != NetworkQuality::Captive)
        return std::nullopt;
    return std::max(milliseconds(0), between(since, now));
}

NetworkMonitor::NetworkMonitor(QUrl server, Transport &transport, Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_transport(transport), m_clock(clock), m_random(random),
      m_alarm(clock, [this] { alarmRang(); }), m_deadline(clock, [this] { m_probeLife.reset(); })
{
}

NetworkMonitor::~NetworkMonitor() = default;

void NetworkMonitor::start()
{
    if (m_activity != Activity::Stopped)
        return;
    m_activity = Activity::Idle;
    if (!m_state.since.isValid())
        m_state.since = m_clock.now();
    schedule();
    tell();
}

void NetworkMonitor::hintChanged(NetworkHint hint)
{
    m_hint = hint;
    probeSoon();
}

void NetworkMonitor::requestFailed(const Error &error)
{
    if (error.code == "net.aborted"_L1)
        return;
    if (error.kind == ErrorKind::Offline || error.kind == ErrorKind::OutcomeUnknown)
        take({judge(error), Pace::Unsaid});
    else if (error.kind != ErrorKind::Corrupt)
        return;
    probeSoon();
}

void NetworkMonitor::requestSucceeded(milliseconds duration)
{
    take({Kind::Answer, paceOf(duration, kSlowProbe, kSlowRequest)});
}

void NetworkMonitor::setUse(NetworkUse use)
{
    m_state = after(m_state, use, m_clock.now());
    schedule();
    tell();
}

void NetworkMonitor::probeNow()
{
    probeSoon();
}

void NetworkMonitor::take(NetworkEvidence evidence)
{
    m_state = after(m_state, evidence, m_hint, m_clock.now());
    schedule();
    tell();
}

// Whatever the schedule says, as soon as kProbeGap allows.
void NetworkMonitor::probeSoon()
{
    if (m_activity == Activity::Stopped || m_state.phase == NetworkPhase::OnPurpose)
        return;
    if (m_activity != Activity::Idle)
        m_activity = Activity::ProbingAndAgain;
    else
        wakeIn(milliseconds(0));
    tell();
}

void NetworkMonitor::schedule()
{
    if (m_activity != Activity::Idle)
        return; // not started, or the end of the probe schedules
    const auto wait = probeWait(m_state, m_clock.now());
    if (!wait) {
        m_alarm.clear();
        return;
    }
    // Jitter only after an outage is told: what leads up to it must be quick.
    const bool outage = m_state.phase == NetworkPhase::Offline || m_state.phase == NetworkPhase::Captive;
    wakeIn(*wait + (outage ? retryJitter(m_random) : milliseconds(0)));
}

void NetworkMonitor::wakeIn(milliseconds wait)
{
    if (m_probedAt.isValid()) {
        const auto passed = between(m_probedAt, m_clock.now());
        if (passed >= milliseconds(0))
            wait = std::max(wait, kProbeGap - passed);
    }
    m_alarm.set(wait);
}

void NetworkMonitor::alarmRang()
{
    if (m_activity == Activity::Idle && m_state.phase != NetworkPhase::OnPurpose)
        probe();
}

Task<void> NetworkMonitor::probe()
{
    const QPointer<NetworkMonitor> self(this);
    m_activity = Activity::Probing;
    m_probedAt = m_clock.now();
    tell();
    const QString nonce = m_random.uuid();
    HttpRequest request = probeRequest(nonce);
    // The time-out is of silence; a portal's page that drips in would keep a probe in the air for minutes.
    m_probeLife = std::make_unique<QObject>();
    request.life = m_probeLife.get();
    m_deadline.set(kProbeTimeout);
    const auto response = co_await m_transport.send(std::move(request));
    if (!self)
        co_return;

    m_deadline.clear();
    m_probeLife.reset();
    const bool again = m_activity == Activity::ProbingAndAgain;
    m_activity = Activity::Idle;
    NetworkEvidence evidence{response ? judge(*response, nonce) : judge(response.error()), Pace::Unsaid};
    if (evidence.kind == Kind::Answer) {
        const auto answered = m_clock.now();
        evidence.pace = paceOf(between(m_probedAt, answered), kSlowProbe, kSlowProbe);
        m_clockAhead = clockAhead(*response, m_probedAt, answered);
    }
    qCDebug(lcNet) << "probe of" << m_server.host() << "ended with" << int(evidence.kind) << int(evidence.pace);
    take(evidence);
    if (self && again)
        probeSoon();
}

HttpRequest NetworkMonitor::probeRequest(const QString &nonce) const
{
    HttpRequest request;
    request.url = m_server;
    QString base = m_server.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + u"/health"_s);
    QUrlQuery query;
    query.addQueryItem(u"nonce"_s, nonce);
    request.url.setQuery(query);
    request.timeout = kProbeTimeout;
    return request;
}

void NetworkMonitor::tell()
{
    NetworkStatus status;
    status.quality = m_state.quality;
    status.use = m_state.phase == NetworkPhase::OnPurpose ? NetworkUse::WorkOffline : NetworkUse::Automatic;
    status.since = m_state.since;
    if (m_activity == Activity::Idle && !isReachable(m_state.quality))
        status.nextProbeAt = m_alarm.at().value_or(QDateTime());
    status.lastAnswer = m_status.lastAnswer; // a new answer alone is not worth telling
    status.clockAhead = m_status.clockAhead;
    const bool same = status == m_status;
    status.lastAnswer = m_state.lastAnswer;
    status.clockAhead = m_clockAhead;
    m_status = status;
    if (!same)
        Q_EMIT changed(m_status);
}

} // namespace frost
