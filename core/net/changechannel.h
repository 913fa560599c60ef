// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/net/alarm.h"
#include "core/net/changestream.h"
#include "core/net/eventlistener.h"
#include "core/net/transport.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <memory>

namespace frost {

//! Hears at once that something has changed at a remote, never what (R-NET-03). Keeps one stream open while it is wanted; a
//! lost one is opened again after the waits of backoff.h, a refused one after kLongestReopen. One thread, the engine's.
//!
//!         open(), or long after a refusal       its first bytes came
//!   None ────────────────────────────────▶ Lost ────────────────────▶ Open
//!    ▲ ▲                                   │  ▲                        │
//!    │ └───────────── refused ─────────────┘  └─────── it ended ───────┤
//!    └───────────────────────── close() ───────────────────────────────┘
class ChangeChannel final : public QObject
{
    Q_OBJECT
public:
    //! Which stream to listen to, asked before every attempt, for a token may be new. Unauthorized ends the attempts until
    //! somebody has signed in: close() and open().
    using Ask = std::function<Task<Result<ChangeStream>>()>;

    //! Closed. The seams must outlive the channel.
    ChangeChannel(Ask ask, Clock &clock, Random &random, QObject *parent = nullptr);
    ~ChangeChannel() override;

    [[nodiscard]] ChannelState state() const;

public Q_SLOTS:
    //! It is wanted: tried at once where it was closed. Otherwise nothing: it is open, or waits for its next attempt.
    void open();
    //! It is not wanted. What it waits for is forgotten: for the end of an outage and for a new token, close() and open().
    void close();

Q_SIGNALS:
    void stateChanged(frost::ChannelState state);
    //! Something has changed there since the stream began.
    void told();

private:
    enum class Activity { Closed, Trying, Listening, Waiting, Refused };
    Task<void> attempt();
    void listen(const ChangeStream &stream);
    void failed(const Error &error);
    void enter(Activity activity);
    void drop();

    Ask m_ask;
    Clock &m_clock;
    Random &m_random;
    QNetworkAccessManager m_network;
    std::unique_ptr<EventListener> m_listener;
    Activity m_activity = Activity::Closed;
    int m_attempt = 0;   //!< numbers them: an answer to one that was given up is not heard
    int m_failures = 0;  //!< in a row
    QDateTime m_openSince;
    Alarm m_alarm;
};

} // namespace frost
