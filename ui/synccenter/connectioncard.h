// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/synccenter/statusline.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace frost {

//! One connection: its name and server, what it does, when it last succeeded and when it tries next. UI thread.
class ConnectionCard final : public QFrame
{
    Q_OBJECT
public:
    explicit ConnectionCard(QWidget *parent = nullptr);

    //! @param server  its address as people may see it; may be empty
    void present(const ConnectionStatus &connection, const QString &server, const QDateTime &now,
                 const Unsent &unsent);
    [[nodiscard]] QString text() const; //!< everything it says, for tests and screen readers

Q_SIGNALS:
    void signInWanted(const frost::ConnectionId &connection);
    void scheduleWanted(const frost::ConnectionId &connection);
    //! A person wants to see what the last run asked about.
    void massChangeWanted(const frost::ConnectionId &connection);
    //! A person wants to see what is decided without a question.
    void rulesWanted(const frost::ConnectionId &connection);

private:
    void showProgress(const AutoSyncStatus &sync);

    ConnectionId m_id;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_server;
    QLabel *m_state;
    QLabel *m_explanation;
    QLabel *m_breaker;
    QProgressBar *m_progress;
    QPushButton *m_schedule;
    QPushButton *m_signIn;
    QPushButton *m_massChange;
    QPushButton *m_rules;
};

} // namespace frost
