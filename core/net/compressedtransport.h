// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

#include <QSet>

namespace frost {

//! Sends bodies compressed where the request allows it (HttpRequest::Coding) and it is worth it. A server that answers 415
//! gets the same body plain, at once, and plain bodies from then on: 415 says that nothing was done with it. The
//! bytes that an idempotency key stands for are those before compression.
class CompressedTransport final : public Transport
{
public:
    //! @param inner outlives every exchange
    explicit CompressedTransport(Transport &inner) : m_inner(inner) { }
    Task<Result<HttpResponse>> send(HttpRequest request) override;

private:
    Transport &m_inner;
    QSet<QString> m_plainOnly; //!< servers that refused
};

} // namespace frost
