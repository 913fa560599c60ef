// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/stoppabletransport.h"

namespace frost {

using namespace Qt::StringLiterals;

Task<Result<HttpResponse>> StoppableTransport::send(HttpRequest request)
{
    if (isStopped())
        co_return fail(ErrorKind::Offline, u"net.aborted"_s, {request.url.host()});
    request.life = m_life->get();
    co_return co_await m_inner.send(std::move(request));
}

} // namespace frost
