// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/net/breakerstate.h"
#include "core/net/transport.h"

#include <QHash>
#include <QObject>

namespace frost {

//! What is told about the breaker of one server.
struct BreakerStatus {
    QString server; //!< "https://host:port"
    BreakerState state;
    QDateTime restsUntil; //!< while Open; invalid: it does not rest
};

//! Leaves a server in peace that fails again and again, each server for itself (R-LIM-03): while its breaker is open no
//! request passes but one probe after each rest (RELIABILITY I19). A circuit breaker of one process; one thread.
class BreakerTransport final : public QObject, public Transport
{
    Q_OBJECT
public:
    //! All outlive every exchange.
    BreakerTransport(Transport &inner, Clock &clock, Random &random, QObject *parent = nullptr);
    //! Errors also: RateLimited "breaker.open" [host] with retryAfter; nothing was sent.
    Task<Result<HttpResponse>> send(HttpRequest request) override;
    //! Of the server that `url` leads to; Closed where nothing is known.
    [[nodiscard]] BreakerStatus status(const QUrl &url) const;

Q_SIGNALS:
    //! The phase of a server is different. A rest that ends is told by the request that notices.
    void changed(const frost::BreakerStatus &status);

private:
    void set(const QString &server, const BreakerState &state);

    Transport &m_inner;
    Clock &m_clock;
    Random &m_random;
    QHash<QString, BreakerState> m_states; //!< of servers with something to remember
};

} // namespace frost

Q_DECLARE_METATYPE(frost::BreakerStatus)
