// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/changechannel.h"

#include "core/base/logging.h"
#include "core/net/backoff.h"
#include "core/net/tuning.h"

#include <QPointer>

#include <algorithm>

namespace frost {

using std::chrono::milliseconds;

namespace {
//! Whether asking again soon is of no use: somebody has to do something first.
bool isForGood(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
    case ErrorKind::Usage: return true;
    default: return false;
    }
}
} // namespace

ChangeChannel::ChangeChannel(Ask ask, Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_ask(std::move(ask)), m_clock(clock), m_random(random), m_alarm(clock, [this] { attempt(); })
{
    m_network.setAutoDeleteReplies(false);
}

ChangeChannel::~ChangeChannel() = default;

ChannelState ChangeChannel::state() const
{
    switch (m_activity) {
    case Activity::Closed:
    case Activity::Refused: break;
    case Activity::Listening: return ChannelState::Open;
    case Activity::Trying:
    case Activity::Waiting: return ChannelState::Lost;
    }
    return ChannelState::None;
}

void ChangeChannel::open()
{
    if (m_activity != Activity::Closed)
        return;
    m_failures = 0;
    attempt();
}

void ChangeChannel::close()
{
    drop();
    enter(Activity::Closed);
}

void ChangeChannel::drop()
{
    ++m_attempt;
    m_alarm.clear();
    if (m_listener) { // it may be what calls us
        m_listener->disconnect(this);
        m_listener.release()->deleteLater();
    }
}

Task<void> ChangeChannel::attempt()
{
    const QPointer<ChangeChannel> self(this);
    drop();
    const int number = m_attempt;
    const Ask ask = m_ask; // lives as long as the question: this may go
    enter(Activity::Trying);
    const auto stream = co_await ask();
    if (!self || number != m_attempt)
        co_return;
    if (stream)
        listen(*stream);
    else
        failed(stream.error());
}

void ChangeChannel::listen(const ChangeStream &stream)
{
    m_listener = std::make_unique<EventListener>(m_network, stream.request);
    connect(m_listener.get(), &EventListener::opened, this, [this] {
        m_openSince = m_clock.now();
        enter(Activity::Listening);
    });
    connect(m_listener.get(), &EventListener::heard, this, [this, name = stream.event](const ServerEvent &event) {
        if (event.name == name)
            Q_EMIT told();
    });
    connect(m_listener.get(), &EventListener::ended, this, &ChangeChannel::failed);
}

void ChangeChannel::failed(const Error &error)
{
    const bool steady = m_activity == Activity::Listening && !isRecent(m_openSince, m_clock.now(), kStreamSteady);
    m_failures = steady ? 1 : m_failures + 1;
    drop();
    if (m_failures == 1)
        qCInfo(lcNet) << "changes are not told:" << error.logLine();
    if (isForGood(error)) {
        if (error.kind != ErrorKind::Unauthorized)
            m_alarm.set(kLongestReopen + retryJitter(m_random)); // a server gets a channel, a right is given back
        enter(Activity::Refused);
        return;
    }
    const milliseconds asked = std::min(error.retryAfter.value_or(milliseconds(0)), kLongestReopen);
    m_alarm.set(std::max(backOff(m_failures), asked) + retryJitter(m_random));
    enter(Activity::Waiting);
}

void ChangeChannel::enter(Activity activity)
{
    const ChannelState before = state();
    m_activity = activity;
    if (state() != before)
        Q_EMIT stateChanged(state());
}

} // namespace frost
