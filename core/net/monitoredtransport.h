// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/networkmonitor.h"

#include <QPointer>

namespace frost {

//! Tells a monitor how every real request to its server ended, and gives requests on a slow link more time (R-NET-02).
//! Requests to other servers pass untouched. Put it between the real transport and the providers.
class MonitoredTransport final : public Transport
{
public:
    //! All on one thread. @param inner outlives every exchange. The monitor may go away.
    MonitoredTransport(Transport &inner, NetworkMonitor &monitor, Clock &clock);
    Task<Result<HttpResponse>> send(HttpRequest request) override;

private:
    Transport &m_inner;
    QPointer<NetworkMonitor> m_monitor;
    Clock &m_clock;
};

} // namespace frost
