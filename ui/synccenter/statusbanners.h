// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"
#include "ui/synccenter/statusline.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

namespace frost {

class Banner;

//! The banner with what a person must know about synchronisation: sign-in needed, no success for a day with changes
//! waiting, offline once an outage. Also says what is worth a notification outside the window (UX.md 3.2). Hidden where
//! there is nothing to say. UI thread.
class StatusBanners final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the widget
    explicit StatusBanners(CompanySession &session, QWidget *parent = nullptr, Now now = &systemNow);

    [[nodiscard]] const Banner &banner() const { return *m_banner; }

Q_SIGNALS:
    //! Worth a notification of the desktop: conflicts of a run (once
    //! for all connections that ran), a sign-in that is needed, a day without success.
    void notify(const QString &title, const QString &text);
    void syncPageWanted(frost::SyncTab tab);
    void signInWanted(const frost::ConnectionId &connection);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Message { None, Offline, Stale, SignIn };

    void readConnections();
    void look();
    void lookForConflicts();
    [[nodiscard]] QList<Message> messagesWanted();
    [[nodiscard]] QDateTime staleAt(const ConnectionStatus &connection) const;
    void showMessage(Message message);
    void tell(Message message, const QString &title, const QString &text);
    [[nodiscard]] QString textOf(Message message) const;
    [[nodiscard]] QString staleText(const ConnectionStatus &connection, const QString &name) const;
    [[nodiscard]] QString causeText(const ConnectionStatus &connection) const;

    CompanySession &m_session;
    Banner *m_banner;
    Now m_now;
    QDateTime m_startedAt;
    QHash<ConnectionId, QDateTime> m_connectedAt;
    QHash<ConnectionId, qint64> m_lastRun; //!< whose conflicts have been told
    QSet<Message> m_closed;                //!< by the person, while the cause holds
    QSet<Message> m_told;                  //!< outside the window, while the cause holds
    QHash<Message, ConnectionId> m_about;
    Message m_shown = Message::None;
    QTimer m_wake;
};

} // namespace frost
