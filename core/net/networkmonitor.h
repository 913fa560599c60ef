// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/net/alarm.h"
#include "core/net/networkstate.h"
#include "core/net/transport.h"

#include <QObject>
#include <QUrl>

namespace frost {

//! What is told about the way to one server.
struct NetworkStatus {
    NetworkQuality quality = NetworkQuality::Unknown;
    NetworkUse use = NetworkUse::Automatic;
    QDateTime since;       //!< the quality; of Offline and Captive the first failure of the outage. Invalid: not started
    QDateTime lastAnswer;  //!< of the server itself, at the time of telling; invalid: never
    QDateTime nextProbeAt; //!< while it is not reached; invalid: a probe is in the air, or none is wanted
    //! How far this computer's clock is ahead of the server's, to half the way of a probe; nullopt: no probe was answered
    //! with a time.
    std::optional<std::chrono::milliseconds> clockAhead;

    //! "Offline for N": since the outage began; nullopt while it is reached or not known.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeSinceOnline(const QDateTime &now) const;
    friend bool operator==(const NetworkStatus &, const NetworkStatus &) = default;
};

//! Knows whether one frost-server is reached (R-NET-01). Truth is what requests show: a probe with a nonce that only the
//! server itself echoes, and the outcome of real requests (MonitoredTransport tells them); the system's hint only says when
//! to look. One object a server, on the engine's thread. It may be deleted while a probe is in the air.
class NetworkMonitor final : public QObject
{
    Q_OBJECT
public:
    //! @param server  its address; a path before /health is allowed
    //! The seams must outlive the monitor and a probe in the air.
    NetworkMonitor(QUrl server, Transport &transport, Clock &clock, Random &random, QObject *parent = nullptr);
    ~NetworkMonitor() override;

    //! Probes for the first time; nothing happens before, but hints and setUse() are heard.
    void start();
    [[nodiscard]] const NetworkStatus &status() const { return m_status; }
    [[nodiscard]] const QUrl &server() const { return m_server; }

public Q_SLOTS:
    void hintChanged(frost::NetworkHint hint);
    //! A real request ended without an answer, or with one that is not the server's. Offline and OutcomeUnknown count as a
    //! failed probe, unless we ended the request ourselves ("net.aborted"); Corrupt (somebody else answered) only makes it
    //! look; any other kind is an answer and is not counted.
    void requestFailed(const frost::Error &error);
    //! A real request was answered by the server after `duration`.
    void requestSucceeded(std::chrono::milliseconds duration);
    void setUse(frost::NetworkUse use);
    //! "Try now".
    void probeNow();

Q_SIGNALS:
    //! Something but `lastAnswer` and `clockAhead` is different.
    void changed(const frost::NetworkStatus &status);

private:
    enum class Activity { Stopped, Idle, Probing, ProbingAndAgain };

    Task<void> probe();
    void probeSoon();
    void alarmRang();
    void take(NetworkEvidence evidence);
    void schedule();
    void wakeIn(std::chrono::milliseconds wait);
    void tell();
    [[nodiscard]] HttpRequest probeRequest(const QString &nonce) const;

    QUrl m_server;
    Transport &m_transport;
    Clock &m_clock;
    Random &m_random;
    NetworkState m_state;
    NetworkHint m_hint = NetworkHint::None;
    std::optional<std::chrono::milliseconds> m_clockAhead;
    NetworkStatus m_status;
    Activity m_activity = Activity::Stopped;
    QDateTime m_probedAt; //!< begin of the last probe
    std::unique_ptr<QObject> m_probeLife; //!< of the probe in the air
    Alarm m_alarm;
    Alarm m_deadline; //!< of the probe in the air
};

} // namespace frost
