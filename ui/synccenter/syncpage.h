// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"
#include "ui/synccenter/statusline.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLayout;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace frost {

class ConflictChooser;
class ConflictsList;
class ConnectionCard;
class DecisionsTab;
class HistoryTab;
class LogTab;
class QueueTab;

//! Everything about the synchronisation of one company: its connections, the queue, conflicts, history and log
//! (UX.md 3.2). Keeps itself up to date while it is visible. UI thread.
class SyncPage final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the page
    explicit SyncPage(CompanySession &session, QWidget *parent = nullptr, Now now = &systemNow);

    void showTab(SyncTab tab);
    [[nodiscard]] SyncTab tab() const;

Q_SIGNALS:
    void openRecordWanted(const frost::EntityType &type, const frost::LocalId &id);
    void compareWanted(qint64 conflict);
    void signInWanted(const frost::ConnectionId &connection);

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QLayout *makeButtons();
    void makeTabs();
    [[nodiscard]] QWidget *makeConflictsTab();
    void showWords();
    void readServers();
    void look();
    void showCards();
    void showButtons();
    void showCounts();
    void askSchedule(const ConnectionId &connection);
    void askMassChange(const ConnectionId &connection);

    CompanySession &m_session;
    Now m_now;
    QHash<ConnectionId, QString> m_servers; //!< the address of each, without what is secret
    QList<ConnectionCard *> m_cards;
    QVBoxLayout *m_cardLayout;
    QLabel *m_local; //!< instead of cards
    QPushButton *m_sync;
    QPushButton *m_stop;
    QPushButton *m_pause;
    QPushButton *m_workOffline;
    QTabWidget *m_tabs;
    QueueTab *m_queue;
    QStackedWidget *m_conflictPages;
    ConflictsList *m_conflicts;
    ConflictChooser *m_chooser;
    qint64 m_toBeShown = 0; //!< a conflict that comes back into the list; 0: none
    QLabel *m_noConflicts;
    DecisionsTab *m_decisions;
    HistoryTab *m_history;
    LogTab *m_log;
    QTimer m_tick;
};

} // namespace frost
