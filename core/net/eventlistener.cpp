// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/eventlistener.h"

#include "core/net/qtrequest.h"
#include "core/net/retryafter.h"
#include "core/net/tuning.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
QNetworkRequest streamRequest(const HttpRequest &request)
{
    QNetworkRequest result = toQt(request);
    result.setRawHeader("accept", "text/event-stream");
    result.setRawHeader("accept-encoding", "identity"); // what is packed comes late, and may be a bomb
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return result;
}

bool isEventStream(const QNetworkReply &reply)
{
    const QByteArray type = reply.rawHeader("content-type");
    return type.split(';').constFirst().trimmed().toLower() == "text/event-stream";
}
} // namespace

EventListener::EventListener(QNetworkAccessManager &network, const HttpRequest &request, QObject *parent)
    : QObject(parent), m_host(request.url.host()), m_silence(this),
      m_reply(network.sendCustomRequest(streamRequest(request), request.method))
{
    m_reply->setReadBufferSize(kEventBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventListener::answered);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventListener::read);
    connect(m_reply, &QNetworkReply::finished, this, &EventListener::finish, Qt::QueuedConnection);
    m_silence.setSingleShot(true);
    m_silence.setInterval(request.timeout);
    connect(&m_silence, &QTimer::timeout, this, [this] { end({ErrorKind::Offline, u"events.silent"_s, {m_host}, {}, {}}); });
    m_silence.start();
}

EventListener::~EventListener()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void EventListener::answered()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_life != Life::Opening || status == 0)
        return;
    m_silence.start();
    if (status != 200) {
        end(refusal(status));
    } else if (!isEventStream(*m_reply)) {
        end({ErrorKind::Corrupt, u"events.notAStream"_s, {m_host}, {}, {}});
    } else {
        m_life = Life::Answered;
    }
}

Error EventListener::refusal(int status) const
{
    HttpHeaders headers;
    headers.insert("retry-after", m_reply->rawHeader("retry-after"));
    Error error{ErrorKind::Rejected, u"events.refused"_s, {QString::number(status)}, {}, {}};
    if (status == 401)
        error.kind = ErrorKind::Unauthorized;
    else if (status == 408 || status == 429 || status >= 500)
        error.kind = ErrorKind::RateLimited;
    else if (status < 400)
        error.kind = ErrorKind::Corrupt; // a redirect, most often to a page where one signs in to the network
    if (error.kind == ErrorKind::RateLimited)
        error.retryAfter = retryAfter(headers, {});
    return error;
}

// Whoever hears of it may end us.
void EventListener::read()
{
    const QPointer<EventListener> self(this);
    if (m_life == Life::Answered && m_reply->bytesAvailable() > 0) {
        m_life = Life::Open;
        Q_EMIT opened();
    }
    while (self && m_life == Life::Open && m_reply->bytesAvailable() > 0) {
        m_silence.start();
        const auto events = m_parser.feed(m_reply->read(kEventBytes));
        if (!events) {
            end(events.error());
            return;
        }
        for (const auto &event : *events) {
            if (self && m_life == Life::Open)
                Q_EMIT heard(event);
        }
    }
}

void EventListener::finish()
{
    const QPointer<EventListener> self(this);
    if (m_reply)
        answered();
    if (self && m_reply)
        read();
    if (self && m_reply)
        end({ErrorKind::Offline, u"events.lost"_s, {m_host}, m_reply->errorString(), {}});
}

void EventListener::end(const Error &error)
{
    if (m_life == Life::Ended)
        return;
    m_life = Life::Ended;
    m_silence.stop();
    Q_EMIT ended(error);
}

} // namespace frost
