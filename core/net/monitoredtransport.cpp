// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/monitoredtransport.h"

#include "core/net/serveraddress.h"
#include "core/net/tuning.h"

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
// The server speaks JSON whatever the status; a page comes from somebody in between.
bool fromServer(const HttpResponse &response)
{
    return response.headers.value("content-type").startsWith("application/json");
}
} // namespace

MonitoredTransport::MonitoredTransport(Transport &inner, NetworkMonitor &monitor, Clock &clock)
    : m_inner(inner), m_monitor(&monitor), m_clock(clock)
{
}

Task<Result<HttpResponse>> MonitoredTransport::send(HttpRequest request)
{
    const QPointer<NetworkMonitor> monitor = m_monitor;
    Clock &clock = m_clock;
    const bool watched = monitor && serverOf(request.url) == serverOf(monitor->server());
    if (watched && monitor->status().quality == NetworkQuality::Slow)
        request.timeout *= kSlowPatience;
    const auto startedAt = clock.now();
    auto response = co_await m_inner.send(std::move(request));
    if (!watched || !monitor)
        co_return response;
    if (!response)
        monitor->requestFailed(response.error());
    else if (fromServer(*response))
        monitor->requestSucceeded(milliseconds(startedAt.msecsTo(clock.now())));
    else
        monitor->requestFailed({ErrorKind::Corrupt, u"net.foreignAnswer"_s, {}, {}, {}});
    co_return response;
}

} // namespace frost
