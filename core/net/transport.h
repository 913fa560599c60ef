// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/http.h"

#include <qcorotask.h>

namespace frost {

template<class T>
using Task = QCoro::Task<T>;

//! Seam: one HTTP exchange. Limits, retries, breakers and metrics are decorators of this interface.
class Transport
{
public:
    virtual ~Transport() = default;
    //! Any complete answer is a value, whatever its status. Errors: Offline where surely nothing was sent;
    //! OutcomeUnknown where something may have been; TooLarge where the answer is over the limit. Codes: "net.noAnswer",
    //! "net.timeout", "net.aborted" where the request's life ended, "net.untrusted" where the other side's certificate is
    //! not the server's; all [host].
    virtual Task<Result<HttpResponse>> send(HttpRequest request) = 0;
};

} // namespace frost
