// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httptransport.h"

#include "core/base/logging.h"

#include <QNetworkReply>
#include <QTimer>

#include <qcorosignal.h>

#include <memory>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

// Errors that Qt reports before a byte of the request can have left, unless it left on an earlier connection: Qt sends a
// request again by itself when a kept connection breaks before the answer. Everything else may have reached the other side.
bool surelyNotSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

QNetworkRequest toQt(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
        result.setRawHeader(header.key(), header.value());
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return result;
}

HttpResponse toResponse(QNetworkReply &reply)
{
    HttpResponse response;
    response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto headers = reply.rawHeaderPairs();
    for (const auto &[name, value] : headers)
        response.headers.insert(name.toLower(), value);
    return response;
}

// How one exchange ended; shared with the reply's signals, which may come in any order.
struct Exchange : QObject
{
    Q_OBJECT
public:
    QByteArray body;
    bool sent = false; //!< at least some of the request
    bool timedOut = false;
    bool tooLarge = false;
    bool over = false;

    void end()
    {
        if (!std::exchange(over, true))
            Q_EMIT ended();
    }
Q_SIGNALS:
    void ended();
};

struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

HttpTransport::HttpTransport(qint64 maxAnswer) : m_maxAnswer(maxAnswer)
{
    m_network.setAutoDeleteReplies(false);
}

Task<Result<HttpResponse>> HttpTransport::send(HttpRequest request)
{
    Exchange exchange;
    std::unique_ptr<QNetworkReply, DeleteLater> reply(
        m_network.sendCustomRequest(toQt(request), request.method, request.body));

    // Bounded here rather than by Qt: with a damaged or hostile gzip body `finished` may never come (TECH.md S2).
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &exchange, [&exchange, r = reply.get(), max = m_maxAnswer] {
        exchange.body += r->readAll();
        if (exchange.body.size() > max) {
            exchange.tooLarge = true;
            exchange.end();
        }
    });
    QObject::connect(reply.get(), &QNetworkReply::requestSent, &exchange, [&exchange] { exchange.sent = true; });
    QObject::connect(reply.get(), &QNetworkReply::uploadProgress, &exchange,
                     [&exchange](qint64 bytes) { exchange.sent = exchange.sent || bytes > 0; });
    QObject::connect(reply.get(), &QNetworkReply::finished, &exchange, &Exchange::end, Qt::QueuedConnection);
    QObject::connect(reply.get(), &QNetworkReply::errorOccurred, &exchange, &Exchange::end, Qt::QueuedConnection);
    QTimer::singleShot(request.timeout, &exchange, [&exchange] {
        exchange.timedOut = true;
        exchange.end();
    });
    co_await qCoro(&exchange, &Exchange::ended);

    if (exchange.tooLarge || exchange.timedOut) {
        QObject::disconnect(reply.get(), nullptr, &exchange, nullptr);
        reply->abort();
        if (exchange.tooLarge)
            co_return fail(ErrorKind::TooLarge, u"net.answerTooLarge"_s, {QString::number(m_maxAnswer)});
        co_return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s, {request.url.host()});
    }

    exchange.body += reply->readAll();
    HttpResponse response = toResponse(*reply);
    const auto error = reply->error();
    // A status other than 2xx is an "error" to Qt and an answer to us, if it is complete.
    const bool answered = response.status != 0
        && (error == QNetworkReply::NoError || (response.status >= 400 && error >= QNetworkReply::ContentAccessDenied));
    if (!answered) {
        qCDebug(lcNet) << "no answer:" << error << reply->errorString();
        const auto kind = surelyNotSent(error) && !exchange.sent ? ErrorKind::Offline : ErrorKind::OutcomeUnknown;
        co_return fail(kind, u"net.noAnswer"_s, {request.url.host()}, reply->errorString());
    }
    response.body = std::move(exchange.body);
    co_return response;
}

} // namespace frost

#include "httptransport.moc"
