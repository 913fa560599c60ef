// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/compressedtransport.h"

#include "core/net/gzip.h"
#include "core/net/serveraddress.h"
#include "core/net/tuning.h"

namespace frost {

Task<Result<HttpResponse>> CompressedTransport::send(HttpRequest request)
{
    Transport &inner = m_inner;
    const QString server = serverOf(request.url);
    const bool allowed = request.coding == HttpRequest::Coding::Gzip && request.body.size() >= kCompressFrom
        && !request.headers.contains("content-encoding") && !m_plainOnly.contains(server);
    const auto packed = allowed ? gzip(request.body, kCompressLevel) : Result<QByteArray>(QByteArray());
    if (!allowed || !packed || packed->size() >= request.body.size())
        co_return co_await inner.send(std::move(request));

    HttpRequest small = request;
    small.body = *packed;
    small.headers.insert("content-encoding", "gzip");
    auto response = co_await inner.send(std::move(small));
    if (!response || response->status != 415)
        co_return response;
    m_plainOnly.insert(server);
    co_return co_await inner.send(std::move(request));
}

} // namespace frost
