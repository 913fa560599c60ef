// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

#include <QNetworkAccessManager>

namespace frost {

//! The real network, through Qt. TLS is verified, redirects are not followed (a redirect is how captive portals answer),
//! answers are inflated and limited in size. One object a thread, with an event loop; connections are kept and reused.
class HttpTransport final : public Transport
{
public:
    //! @param maxAnswer bytes after inflating
    explicit HttpTransport(qint64 maxAnswer = 64 << 20);
    Task<Result<HttpResponse>> send(HttpRequest request) override;

private:
    QNetworkAccessManager m_network;
    qint64 m_maxAnswer;
};

} // namespace frost
