// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/router.h"

#include "core/server/eventshandler.h"
#include "core/server/holderhandler.h"
#include "core/server/linkshandler.h"
#include "core/server/pullhandler.h"
#include "core/server/pushhandler.h"
#include "core/server/queryhandlers.h"

#include <algorithm>
#include <array>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
Served push(const Services &services, const RequestContext &request)
{
    return PushHandler(services, request).handle();
}

Served pull(const Services &services, const RequestContext &request)
{
    return PullHandler(services, request).handle();
}

const auto &routes()
{
    static const std::array table{
        Route{"POST", u"/api/sync/push"_s, false, &push},    Route{"GET", u"/api/sync/pull"_s, false, &pull},
        Route{"GET", u"/api/sync/record"_s, false, &record}, Route{"GET", u"/api/sync/session"_s, false, &session},
        Route{"GET", u"/api/sync/events"_s, false, &events}, Route{"POST", u"/api/sync/holder"_s, false, &holder},
        Route{"GET", u"/api/sync/links"_s, false, &links},   Route{"POST", u"/api/sync/links"_s, false, &tellLinks},
        Route{"GET", u"/health"_s, true, &health},           Route{"HEAD", u"/health"_s, true, &health},
    };
    return table;
}
} // namespace

Result<const Route *> routeOf(const QByteArray &method, const QUrl &url)
{
    // Compared as it was sent: an encoded path is no way around anything.
    const QString path = url.path(QUrl::FullyEncoded);
    QStringList allowed;
    for (const Route &route : routes()) {
        if (route.path != path)
            continue;
        if (route.method == method)
            return &route;
        allowed.append(QString::fromLatin1(route.method));
    }
    if (allowed.isEmpty())
        return fail(ErrorKind::NotFound, u"path.unknown"_s);
    return fail(ErrorKind::Rejected, u"method.notAllowed"_s, allowed);
}

} // namespace frost::server
