// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/answers.h"

#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/server/errormessages.h"

#include <QJsonArray>

namespace frost::server {

using namespace Qt::StringLiterals;

HttpResponse jsonAnswer(int status, QByteArray body)
{
    HttpResponse response;
    response.status = status;
    response.headers.insert("content-type", "application/json");
    response.headers.insert("cache-control", "no-store");
    response.body = std::move(body);
    return response;
}

HttpResponse jsonAnswer(int status, const QJsonObject &body)
{
    return jsonAnswer(status, toCanonicalJson(body));
}

HttpResponse errorAnswer(const Error &error)
{
    return errorAnswer(statusOf(error), error);
}

HttpResponse errorAnswer(int status, const Error &error)
{
    if (status >= 500)
        qCWarning(lcServer).noquote() << "request failed:" << error.logLine();
    auto response = jsonAnswer(status, QJsonObject{{u"success"_s, false}, {u"error"_s, errorObject(error)}});
    if (status == 401)
        response.headers.insert("www-authenticate", "Bearer");
    if (status == 503)
        response.headers.insert("retry-after", "1");
    return response;
}

QJsonObject errorObject(const Error &error)
{
    return {{u"code"_s, error.code},
            {u"args"_s, QJsonArray::fromStringList(error.args)},
            {u"message"_s, messageFor(error)}};
}

int statusOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::Invalid: return 400;
    case ErrorKind::Unauthorized: return 401;
    case ErrorKind::Forbidden: return 403;
    case ErrorKind::NotFound: return 404;
    case ErrorKind::Conflict: return 409;
    case ErrorKind::Expired: return 410;
    case ErrorKind::TooLarge: return 413;
    case ErrorKind::RateLimited: return 429;
    case ErrorKind::Busy:
    case ErrorKind::Storage: return 503;
    default: return 500;
    }
}

void appendJsonString(QByteArray &json, const QByteArray &text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (uchar(c) < 0x20) {
            json += "\\u00";
            json += kHex[uchar(c) >> 4];
            json += kHex[uchar(c) & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

} // namespace frost::server
