// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace frost {

using namespace Qt::StringLiterals;

QString kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound: return u"not-found"_s;
    case ErrorKind::Usage: return u"usage"_s;
    case ErrorKind::Invalid: return u"invalid"_s;
    case ErrorKind::Conflict: return u"conflict"_s;
    case ErrorKind::Offline: return u"offline"_s;
    case ErrorKind::OutcomeUnknown: return u"outcome-unknown"_s;
    case ErrorKind::RateLimited: return u"rate-limited"_s;
    case ErrorKind::Unauthorized: return u"unauthorized"_s;
    case ErrorKind::Forbidden: return u"forbidden"_s;
    case ErrorKind::Rejected: return u"rejected"_s;
    case ErrorKind::Expired: return u"expired"_s;
    case ErrorKind::TooLarge: return u"too-large"_s;
    case ErrorKind::Busy: return u"busy"_s;
    case ErrorKind::Corrupt: return u"corrupt"_s;
    case ErrorKind::TooNew: return u"too-new"_s;
    case ErrorKind::Storage: return u"storage"_s;
    case ErrorKind::Cancelled: return u"cancelled"_s;
    case ErrorKind::Internal: return u"internal"_s;
    }
    return u"internal"_s;
}

QString Error::logLine() const
{
    QString line = kindName(kind) + u": "_s + code;
    if (!args.isEmpty())
        line += u" ["_s + args.join(u", "_s) + u']';
    if (!detail.isEmpty())
        line += u" ("_s + detail + u')';
    return line;
}

} // namespace frost
