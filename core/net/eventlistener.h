// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/eventparser.h"
#include "core/net/http.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace frost {

//! Listens to one stream of server-sent events on the real network until it ends. Thread of its QNetworkAccessManager.
class EventListener final : public QObject
{
    Q_OBJECT
public:
    //! Begins. @param request its `timeout` is the silence that is taken for the end; a certificate that is not the
    //! server's is one, too.
    EventListener(QNetworkAccessManager &network, const HttpRequest &request, QObject *parent = nullptr);
    //! Gives the stream up without a word.
    ~EventListener() override;

Q_SIGNALS:
    //! The first bytes have come: a head alone may be a proxy's that holds back the rest.
    void opened();
    void heard(const frost::ServerEvent &event);
    //! Once, and nothing follows. Offline "events.lost", "events.silent" [host]; TooLarge "events.tooLong"; Corrupt
    //! "events.notAStream" [host] where something else answers; "events.refused" [status] as Unauthorized, as Rejected where asking
    //! again is of no use, or as RateLimited, perhaps with retryAfter.
    void ended(const frost::Error &error);

private:
    enum class Life { Opening, Answered, Open, Ended }; //!< Answered: the head is that of a stream, and nothing else has come
    void read();
    void answered();
    void finish();
    void end(const Error &error);
    [[nodiscard]] Error refusal(int status) const;

    QString m_host;
    QTimer m_silence;
    EventParser m_parser;
    Life m_life = Life::Opening;
    QPointer<QNetworkReply> m_reply; //!< ours; it goes from the event loop, or with its network
};

} // namespace frost
