// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httptransport.h"

#include "core/base/logging.h"
#include "core/net/qtrequest.h"

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

HttpResponse toResponse(QNetworkReply &reply)
{
    HttpResponse response;
    response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto headers = reply.rawHeaderPairs();
    for (const auto &[name, value] : headers)
        response.headers.insert(name.toLower(), value);
    return response;
}

// An answer or upload that moves less than this within the time-out counts as silent: one that drips byte by byte must not
// hold a run for ever.
constexpr qint64 kStep = 4096;

// One exchange under way: gathers the answer and ends once, whatever happens first. The reply's signals come in any order,
// some before anybody waits for the end; so the end is told from the event loop, never from inside one of them.
class Exchange : public QObject
{
    Q_OBJECT
public:
    enum class End { None, Over, Silent, TooLarge, GivenUp };

    Exchange(QNetworkReply &reply, const HttpRequest &request, qint64 maxAnswer) : m_reply(reply), m_maxAnswer(maxAnswer)
    {
        connect(&reply, &QNetworkReply::readyRead, this, &Exchange::read);
        connect(&reply, &QNetworkReply::requestSent, this, [this] { m_sent = true; });
        connect(&reply, &QNetworkReply::uploadProgress, this, &Exchange::uploaded);
        connect(&reply, &QNetworkReply::finished, this, [this] { end(End::Over); });
        connect(&reply, &QNetworkReply::errorOccurred, this, [this] { end(End::Over); });
        connect(&m_silence, &QTimer::timeout, this, [this] { end(End::Silent); });
        if (request.life)
            connect(request.life, &QObject::destroyed, this, [this] { end(End::GivenUp); });
        m_silence.setSingleShot(true);
        m_silence.start(request.timeout);
    }

    [[nodiscard]] End how() const { return m_end; }
    [[nodiscard]] bool sent() const { return m_sent; } //!< at least some of the request
    [[nodiscard]] QByteArray body()
    {
        m_body += m_reply.readAll();
        return std::move(m_body);
    }

Q_SIGNALS:
    void ended();

private:
    // Bounded here rather than by Qt: with a damaged or hostile gzip body `finished` may never come (TECH.md S2).
    void read()
    {
        if (m_end != End::None)
            return; // body() takes the rest
        m_body += m_reply.readAll();
        if (m_body.size() > m_maxAnswer)
            end(End::TooLarge);
        moved();
    }
    void uploaded(qint64 bytes)
    {
        m_sent = m_sent || bytes > 0;
        m_uploaded = bytes;
        moved();
    }
    void moved()
    {
        const qint64 steps = (m_uploaded + m_body.size()) / kStep;
        if (steps != m_steps && m_end == End::None)
            m_silence.start();
        m_steps = steps;
    }
    void end(End how)
    {
        if (m_end != End::None)
            return;
        m_end = how;
        m_silence.stop();
        QMetaObject::invokeMethod(this, &Exchange::ended, Qt::QueuedConnection);
    }

    QNetworkReply &m_reply;
    qint64 m_maxAnswer;
    QTimer m_silence;
    QByteArray m_body;
    qint64 m_uploaded = 0;
    qint64 m_steps = 0;
    bool m_sent = false;
    End m_end = End::None;
};

// Why an exchange that we ended ourselves has no answer.
Error unanswered(Exchange::End how, const QString &host, qint64 maxAnswer)
{
    if (how == Exchange::End::TooLarge)
        return {ErrorKind::TooLarge, u"net.answerTooLarge"_s, {QString::number(maxAnswer)}, {}, {}};
    const auto code = how == Exchange::End::GivenUp ? u"net.aborted"_s : u"net.timeout"_s;
    return {ErrorKind::OutcomeUnknown, code, {host}, {}, {}};
}

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
    std::unique_ptr<QNetworkReply, DeleteLater> reply(
        m_network.sendCustomRequest(toQt(request), request.method, request.body));
    Exchange exchange(*reply, request, m_maxAnswer);
    co_await qCoro(&exchange, &Exchange::ended);

    if (exchange.how() != Exchange::End::Over) {
        QObject::disconnect(reply.get(), nullptr, &exchange, nullptr);
        reply->abort();
        co_return fail(unanswered(exchange.how(), request.url.host(), m_maxAnswer));
    }
    HttpResponse response = toResponse(*reply);
    const auto error = reply->error();
    // A status other than 2xx is an "error" to Qt and an answer to us, if it is complete.
    const bool answered = response.status != 0
        && (error == QNetworkReply::NoError || (response.status >= 400 && error >= QNetworkReply::ContentAccessDenied));
    if (!answered) {
        qCDebug(lcNet) << "no answer:" << error << reply->errorString();
        const auto kind = surelyNotSent(error) && !exchange.sent() ? ErrorKind::Offline : ErrorKind::OutcomeUnknown;
        const auto code = error == QNetworkReply::SslHandshakeFailedError ? u"net.untrusted"_s : u"net.noAnswer"_s;
        co_return fail(kind, code, {request.url.host()}, reply->errorString());
    }
    response.body = exchange.body();
    co_return response;
}

} // namespace frost

#include "httptransport.moc"
