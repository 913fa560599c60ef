// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/syncpage.h"

#include "ui/conflicts/conflictchooser.h"
#include "ui/conflicts/conflictslist.h"
#include "ui/conflicts/rulesdialog.h"
#include "ui/synccenter/connectioncard.h"
#include "ui/synccenter/decisionstab.h"
#include "ui/synccenter/historytab.h"
#include "ui/synccenter/logtab.h"
#include "ui/synccenter/massdialog.h"
#include "ui/synccenter/scheduledialog.h"
#include "ui/synccenter/queuetab.h"
#include "ui/synccenter/tableview.h"
#include "ui/theme/icons.h"
#include "ui/wording/connectionname.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! The address without what may be secret in it.
QString shownAddress(const Connection &connection)
{
    const QUrl url(connection.settings["url"_L1].toString());
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

SyncPage::SyncPage(CompanySession &session, QWidget *parent, Now now)
    : QWidget(parent),
      m_session(session),
      m_now(std::move(now)),
      m_cardLayout(new QVBoxLayout),
      m_local(new QLabel(this)),
      m_sync(new QPushButton(this)),
      m_stop(new QPushButton(this)),
      m_pause(new QPushButton(this)),
      m_workOffline(new QPushButton(this)),
      m_tabs(new QTabWidget(this)),
      m_queue(new QueueTab(session, m_tabs, m_now)),
      m_conflictPages(new QStackedWidget(m_tabs)),
      m_conflicts(new ConflictsList(session, m_conflictPages)),
      m_chooser(new ConflictChooser(session)),
      m_noConflicts(emptyLabel(m_conflictPages)),
      m_decisions(new DecisionsTab(session, m_tabs, m_now)),
      m_history(new HistoryTab(session, m_tabs, m_now)),
      m_log(new LogTab(session, m_tabs, m_now))
{
    m_local->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_local);
    layout->addLayout(m_cardLayout);
    layout->addLayout(makeButtons());
    layout->addWidget(m_tabs, 1);
    makeTabs();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &SyncPage::showCards);
    connect(&session, &CompanySession::statusChanged, this, [this] {
        if (isVisible())
            look();
    });
    showWords();
}

QLayout *SyncPage::makeButtons()
{
    auto *row = new QHBoxLayout;
    for (auto *button : {m_sync, m_stop, m_pause, m_workOffline})
        row->addWidget(button);
    row->addStretch(1);
    connect(m_sync, &QPushButton::clicked, &m_session, &CompanySession::syncNow);
    connect(m_stop, &QPushButton::clicked, &m_session, &CompanySession::stopSync);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        const bool paused = m_session.status().pause == AutoSyncPause::Paused;
        m_session.setPause(paused ? AutoSyncPause::None : AutoSyncPause::Paused);
    });
    connect(m_workOffline, &QPushButton::clicked, this, [this] {
        const bool offline = m_session.status().use == NetworkUse::WorkOffline;
        m_session.setNetworkUse(offline ? NetworkUse::Automatic : NetworkUse::WorkOffline);
    });
    return row;
}

void SyncPage::makeTabs()
{
    for (QWidget *tab : std::initializer_list<QWidget *>{m_queue, makeConflictsTab(), m_decisions, m_history, m_log})
        m_tabs->addTab(tab, QString());
    m_tabs->setDocumentMode(true);
    connect(m_queue, &QueueTab::openRecordWanted, this, &SyncPage::openRecordWanted);
    connect(m_queue, &QueueTab::compareWanted, this, &SyncPage::compareWanted);
    connect(m_conflicts, &ConflictsList::activated, this, &SyncPage::compareWanted);
    connect(m_decisions, &DecisionsTab::openRecordWanted, this, &SyncPage::openRecordWanted);
    connect(m_decisions, &DecisionsTab::compareWanted, this, &SyncPage::compareWanted);
    connect(m_conflicts, &ConflictsList::loaded, this, &SyncPage::showCounts);
}

//! The list, and below it what can be decided without the merge dialog.
QWidget *SyncPage::makeConflictsTab()
{
    auto *tab = new QWidget(m_tabs);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins({});
    layout->addWidget(m_conflictPages, 1);
    layout->addWidget(m_chooser);
    m_conflictPages->addWidget(m_noConflicts);
    m_conflictPages->addWidget(m_conflicts);
    connect(m_conflicts, &ConflictsList::currentChanged, m_chooser, [this](qint64 id) { m_chooser->present({}, id); });
    connect(m_conflicts, &ConflictsList::loaded, m_chooser, [this] {
        m_conflicts->setCurrent(std::exchange(m_toBeShown, 0));
        m_chooser->present({}, m_conflicts->current());
    });
    connect(m_chooser, &ConflictChooser::decided, this, [this](qint64 id) { // on with the next, from the same place
        const auto next = m_conflicts->neighbour(id, 1);
        m_conflicts->setCurrent(next != 0 ? next : m_conflicts->neighbour(id, -1));
    });
    connect(m_chooser, &ConflictChooser::reopened, this, [this](qint64 id) { m_toBeShown = id; });
    return tab;
}

void SyncPage::showTab(SyncTab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

SyncTab SyncPage::tab() const
{
    return SyncTab(m_tabs->currentIndex());
}

void SyncPage::showWords()
{
    m_local->setText(tr("This company is kept on this computer only. Connect it to a server to share it with others."));
    m_sync->setText(tr("&Sync now"));
    m_sync->setIcon(theme::icon(u"view-refresh"_s));
    m_stop->setText(tr("S&top"));
    m_stop->setToolTip(tr("Ends the synchronisation in hand; what is done is kept."));
    m_noConflicts->setText(
        tr("No conflicts. Where somebody else changes the same record as you, both versions are kept, and "
           "you choose here what holds."));
    m_tabs->setAccessibleName(tr("Queue, conflicts, what was decided, history and log"));
    look();
}

void SyncPage::readServers()
{
    m_session.ask(
        Lane::Page, this, [](Company &company) { return company.connections().list(); },
        [this](const Result<QList<Connection>> &connections) {
        if (!connections)
            return;
        for (const auto &connection : *connections)
            m_servers.insert(connection.id, shownAddress(connection));
        showCards();
        });
}

void SyncPage::look()
{
    const auto &connections = m_session.status().connections;
    const bool unknown = std::any_of(connections.begin(), connections.end(),
                                     [this](const ConnectionStatus &one) { return !m_servers.contains(one.id); });
    if (unknown && isVisible())
        readServers();
    showCards();
    showButtons();
    showCounts();
}

void SyncPage::showCards()
{
    const auto &status = m_session.status();
    while (m_cards.size() > status.connections.size())
        m_cards.takeLast()->deleteLater();
    while (m_cards.size() < status.connections.size()) {
        auto *card = new ConnectionCard(this);
        connect(card, &ConnectionCard::signInWanted, this, &SyncPage::signInWanted);
        connect(card, &ConnectionCard::massChangeWanted, this, &SyncPage::askMassChange);
        connect(card, &ConnectionCard::scheduleWanted, this, &SyncPage::askSchedule);
        connect(card, &ConnectionCard::rulesWanted, this,
                [this](const ConnectionId &connection) { (new RulesDialog(m_session, this, connection))->open(); });
        m_cardLayout->addWidget(card);
        m_cards.append(card);
    }
    const auto now = m_now();
    bool counting = false;
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const auto &connection = status.connections[i];
        m_cards[i]->present(connection, m_servers.value(connection.id), now, unsentOf(status, connection));
        counting = counting || nextAttempt(connection) > now;
    }
    if (counting && isVisible())
        m_tick.start();
    else
        m_tick.stop();
}

void SyncPage::askMassChange(const ConnectionId &connection)
{
    const auto *about = m_session.status().connection(connection);
    const auto question = about && about->sync.lastError ? MassQuestion::fromError(*about->sync.lastError) : std::nullopt;
    if (!question)
        return;
    auto *dialog = new MassDialog(*question,
                                  wording::connectionName(about->id, about->provider, wording::Place::Within), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MassDialog::confirmed, this, [this, connection](const MassQuestion &seen) { m_session.confirmMassChange(connection, seen); });
    dialog->open();
}

void SyncPage::askSchedule(const ConnectionId &connection)
{
    if (const auto *about = m_session.status().connection(connection))
        (new ScheduleDialog(m_session, connection, wording::connectionName(about->id, about->provider, wording::Place::Within), this))
            ->open();
}

void SyncPage::showButtons()
{
    const auto &status = m_session.status();
    const bool connected = !status.connections.isEmpty();
    const bool running =
        std::any_of(status.connections.begin(), status.connections.end(),
                    [](const ConnectionStatus &one) { return one.sync.state == AutoSyncState::Running; });
    m_local->setVisible(!connected);
    for (auto *button : {m_sync, m_stop, m_pause, m_workOffline})
        button->setVisible(connected);
    m_sync->setEnabled(status.use == NetworkUse::Automatic);
    m_stop->setEnabled(running);
    const bool paused = status.pause == AutoSyncPause::Paused;
    m_pause->setText(paused ? tr("&Go on") : tr("&Pause"));
    m_pause->setIcon(theme::icon(paused ? u"media-playback-start"_s : u"media-playback-pause"_s));
    m_pause->setToolTip(paused ? tr("Changes are exchanged by themselves again.")
                               : tr("Nothing is exchanged until you go on, except when you choose Sync now."));
    const bool offline = status.use == NetworkUse::WorkOffline;
    m_workOffline->setText(offline ? tr("Go o&nline") : tr("&Work offline"));
    m_workOffline->setIcon(theme::icon(offline ? u"network-connect"_s : u"network-disconnect"_s));
    m_workOffline->setToolTip(offline ? tr("The network is used again.") : tr("The network is not used at all."));
}

void SyncPage::showCounts()
{
    const auto &queue = m_session.status().queue;
    const auto open = queue.pending + queue.processing + queue.verify + queue.conflict + queue.failed;
    const auto counted = [](const QString &name, qint64 count) {
        return count == 0 ? name : tr("%1 (%2)").arg(name, QLocale().toString(count));
    };
    m_conflictPages->setCurrentWidget(m_conflicts->count() > 0 ? static_cast<QWidget *>(m_conflicts) : m_noConflicts);
    m_tabs->setTabText(int(SyncTab::Queue), counted(tr("Q&ueue"), open));
    m_tabs->setTabText(int(SyncTab::Conflicts), counted(tr("&Conflicts"), m_conflicts->count()));
    m_tabs->setTabText(int(SyncTab::Decisions), tr("Conflict histor&y"));
    m_tabs->setTabText(int(SyncTab::History), tr("H&istory"));
    m_tabs->setTabText(int(SyncTab::Log), tr("&Log"));
}

bool SyncPage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_conflicts->reload(); // choices kept as drafts in the window of the merge are no records, and told to nobody
    return QWidget::event(event);
}

void SyncPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
}

void SyncPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

} // namespace frost
