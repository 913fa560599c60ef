// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/httpmessages.h"

#include "core/server/answers.h"
#include "core/server/limits.h"

namespace frost::server {

using namespace Qt::StringLiterals;
namespace http = boost::beast::http;

namespace {
QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

boost::beast::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), size_t(text.size())};
}

//! "/path?query"; a proxy may send "http://host/path?query". Invalid: neither.
QUrl urlOf(const QByteArray &target)
{
    if (target.startsWith('/'))
        return QUrl::fromEncoded("http://localhost" + target, QUrl::StrictMode);
    const bool isAbsolute = target.startsWith("http://") || target.startsWith("https://");
    return isAbsolute ? QUrl::fromEncoded(target, QUrl::StrictMode) : QUrl();
}
} // namespace

std::optional<HttpRequest> fromWire(const WireRequest &wire)
{
    HttpRequest request;
    request.method = bytesOf(wire.method_string());
    request.url = urlOf(bytesOf(wire.target()));
    if (!request.url.isValid())
        return std::nullopt;
    for (const auto &field : wire) {
        const QByteArray name = bytesOf(field.name_string()).toLower();
        const QByteArray value = bytesOf(field.value());
        const auto known = request.headers.find(name);
        if (known == request.headers.end())
            request.headers.insert(name, value);
        else
            known.value() += ", " + value;
    }
    request.body = QByteArray(wire.body().data(), qsizetype(wire.body().size()));
    return request;
}

WireResponse toWire(const HttpResponse &response, unsigned version, bool keepAlive)
{
    WireResponse wire(http::status(response.status), version);
    for (auto header = response.headers.begin(); header != response.headers.end(); ++header)
        wire.set(viewOf(header.key()), viewOf(header.value()));
    wire.body() = boost::beast::span<const char>(response.body.constData(), size_t(response.body.size()));
    wire.content_length(size_t(response.body.size()));
    wire.keep_alive(keepAlive);
    return wire;
}

HttpResponse answerTo(Refusal refusal)
{
    const auto answer = [](int status, ErrorKind kind, const QString &code, const QStringList &args = {}) {
        return errorAnswer(status, {kind, code, args, {}, {}});
    };
    switch (refusal) {
    case Refusal::Malformed: break;
    case Refusal::TimedOut: return answer(408, ErrorKind::Usage, u"request.timeout"_s);
    case Refusal::LengthMissing: return answer(411, ErrorKind::Usage, u"length.required"_s);
    case Refusal::BodyTooLarge:
        return answer(413, ErrorKind::TooLarge, u"body.tooLarge"_s, {QString::number(limits::kBodyBytes)});
    case Refusal::BodyWithoutToken:
        return answer(413, ErrorKind::TooLarge, u"body.withoutToken"_s, {QString::number(limits::kAnonymousBodyBytes)});
    case Refusal::HeaderTooLarge:
        return answer(431, ErrorKind::TooLarge, u"header.tooLarge"_s, {QString::number(limits::kHeaderBytes)});
    case Refusal::NoMemory: return answer(503, ErrorKind::Busy, u"server.busy"_s);
    case Refusal::TooManyConnections: return answer(503, ErrorKind::Busy, u"server.tooManyConnections"_s);
    }
    return answer(400, ErrorKind::Usage, u"request.malformed"_s);
}

std::optional<Refusal> refusalOf(const http::request_parser<http::string_body> &parser)
{
    const auto &header = parser.get();
    if (header.version() != 10 && header.version() != 11)
        return Refusal::Malformed;
    if (header.version() == 11 && header.count(http::field::host) != 1)
        return Refusal::Malformed;
    if (header.count(http::field::transfer_encoding) > 0 && (!parser.chunked() || parser.content_length()))
        return Refusal::Malformed;
    if (header.method() == http::verb::post && !parser.content_length() && !parser.chunked())
        return Refusal::LengthMissing;
    if (!hasToken(header) && parser.content_length().value_or(0) > quint64(limits::kAnonymousBodyBytes))
        return Refusal::BodyWithoutToken;
    return std::nullopt;
}

bool hasToken(const http::fields &header)
{
    return header.count(http::field::authorization) > 0;
}

} // namespace frost::server
