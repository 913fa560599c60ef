// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/syncservice.h"

#include "core/base/logging.h"
#include "core/net/gzip.h"
#include "core/server/answers.h"
#include "core/server/authentication.h"
#include "core/server/limits.h"

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
HttpResponse unsupported(const QString &code)
{
    return errorAnswer(415, {ErrorKind::Usage, code, {}, {}, {}});
}

bool isJson(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower() == "application/json";
}

//! "gzip", "deflate, gzip;q=0.5"; not "gzip;q=0".
bool acceptsGzip(const QByteArray &acceptEncoding)
{
    const QByteArrayList codings = acceptEncoding.toLower().split(',');
    for (const QByteArray &coding : codings) {
        const QByteArrayList parts = coding.split(';');
        const QByteArray quality = parts.size() > 1 ? parts.at(1).trimmed() : QByteArray("q=1");
        if (parts.first().trimmed() == "gzip")
            return !quality.startsWith("q=") || quality.mid(2).toDouble() > 0;
    }
    return false;
}

void compress(HttpResponse &response, const HttpRequest &request)
{
    response.headers.insert("vary", "Accept-Encoding");
    if (response.body.size() < limits::kGzipFrom || !acceptsGzip(request.headers.value("accept-encoding")))
        return;
    if (auto packed = gzip(response.body, limits::kGzipLevel)) {
        response.body = *std::move(packed);
        response.headers.insert("content-encoding", "gzip");
    }
}

Result<QByteArray> plainBody(const HttpRequest &request)
{
    if (request.body.size() > limits::kBodyBytes)
        return fail(ErrorKind::TooLarge, u"body.tooLarge"_s, {QString::number(limits::kBodyBytes)});
    if (request.headers.value("content-encoding").toLower() == "gzip")
        return gunzip(request.body, limits::kBodyBytes);
    return request.body;
}
} // namespace

Served SyncService::serve(const HttpRequest &request)
{
    const auto route = routeOf(request.method, request.url);
    if (!route && route.error().kind == ErrorKind::Rejected) {
        auto response = errorAnswer(405, route.error());
        response.headers.insert("allow", route.error().args.join(u", "_s).toLatin1());
        return response;
    }
    auto served = route ? answer(**route, request) : errorAnswer(route.error());
    if (!served.events) // an event is small, and must leave at once
        compress(served.response, request);
    return served;
}

Served SyncService::answer(const Route &route, const HttpRequest &request)
{
    RequestContext context;
    context.query = QUrlQuery(request.url);
    if (!route.open) {
        auto session = authenticate(request, m_services.store);
        if (!session)
            return errorAnswer(session.error());
        context.session = *std::move(session);
    }
    if (route.method == "POST") {
        if (!isJson(request.headers.value("content-type")))
            return unsupported(u"contentType.unsupported"_s);
        const QByteArray coding = request.headers.value("content-encoding").toLower();
        if (!coding.isEmpty() && coding != "identity" && coding != "gzip")
            return unsupported(u"contentEncoding.unsupported"_s);
        auto body = plainBody(request);
        if (!body)
            return errorAnswer(body.error());
        context.body = *std::move(body);
    }
    return route.handler(m_services, context);
}

} // namespace frost::server
