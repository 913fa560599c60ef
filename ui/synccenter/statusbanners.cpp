// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/statusbanners.h"

#include "ui/synccenter/connectiontext.h"
#include "ui/widgets/banner.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

constexpr milliseconds kStaleAfter = hours(24);
//! After a night the computer has only just been switched on: it gets the time to mend it by itself.
constexpr milliseconds kGrace = minutes(1);

bool isCaptive(const ConnectionStatus &connection)
{
    return connection.network.quality == NetworkQuality::Captive;
}

} // namespace

StatusBanners::StatusBanners(CompanySession &session, QWidget *parent, Now now)
    : QWidget(parent), m_session(session), m_banner(new Banner(this)), m_now(std::move(now)), m_startedAt(m_now())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &StatusBanners::look);
    connect(m_banner, &Banner::closed, this, [this] {
        m_closed.insert(m_shown);
        m_shown = Message::None;
        look();
    });
    connect(&session, &CompanySession::statusChanged, this, [this] {
        lookForConflicts();
        look();
    });
    readConnections();
    look();
}

//! When a connection that has never succeeded was made.
void StatusBanners::readConnections()
{
    m_session.ask(
        Lane::Page, this, [](Company &company) { return company.connections().list(); },
        [this](const Result<QList<Connection>> &connections) {
        if (!connections)
            return;
        for (const auto &connection : *connections)
            m_connectedAt.insert(connection.id, connection.createdAt);
        look();
        });
}

void StatusBanners::look()
{
    const auto wanted = messagesWanted();
    for (const auto message : {Message::Offline, Message::Stale, Message::SignIn}) {
        if (wanted.contains(message))
            continue;
        m_closed.remove(message); // over: the next time is told again
        m_told.remove(message);
    }
    const auto open =
        std::find_if(wanted.begin(), wanted.end(), [this](Message message) { return !m_closed.contains(message); });
    showMessage(open == wanted.end() ? Message::None : *open);
}

//! What holds now, the weightiest first; sets the alarm for what will hold without anything happening.
QList<StatusBanners::Message> StatusBanners::messagesWanted()
{
    const auto &status = m_session.status();
    const auto now = m_now();
    QList<Message> wanted;
    QDateTime wakeAt;
    for (const auto &connection : status.connections) {
        if (connection.sync.state == AutoSyncState::SignInNeeded) {
            wanted.append(Message::SignIn);
            m_about[Message::SignIn] = connection.id;
        } else if (isOutage(connection.network.quality, connection.network.use)) {
            wanted.append(Message::Offline);
        }
        const auto staleAt = this->staleAt(connection);
        if (staleAt.isValid() && staleAt <= now) {
            wanted.append(Message::Stale);
            m_about[Message::Stale] = connection.id;
        } else if (staleAt.isValid() && (!wakeAt.isValid() || staleAt < wakeAt)) {
            wakeAt = staleAt;
        }
    }
    if (wakeAt.isValid())
        m_wake.start(milliseconds(std::max<qint64>(1, now.msecsTo(wakeAt))));
    else
        m_wake.stop();
    std::sort(wanted.begin(), wanted.end(), std::greater<>());
    return wanted;
}

//! From when on a day without success is worth a warning; invalid: nothing waits there.
QDateTime StatusBanners::staleAt(const ConnectionStatus &connection) const
{
    const auto &sync = connection.sync;
    if (sync.pending == 0 || sync.state == AutoSyncState::Idle)
        return {};
    const auto since = sync.lastSuccess.isValid() ? sync.lastSuccess : m_connectedAt.value(connection.id);
    if (!since.isValid())
        return {};
    return std::max(since.addMSecs(kStaleAfter.count()), m_startedAt.addMSecs(kGrace.count()));
}

void StatusBanners::showMessage(Message message)
{
    const auto about = m_about.value(message);
    const auto text = textOf(message);
    if (message == m_shown && text == m_banner->text())
        return;
    m_shown = message;
    switch (message) {
    case Message::None: m_banner->clear(); return;
    case Message::Offline: m_banner->showMessage(Banner::Kind::Information, text); return;
    case Message::Stale:
        m_banner->showMessage(Banner::Kind::Warning, text);
        connect(m_banner->addButton(tr("Show what waits")), &QPushButton::clicked, this,
                [this] { Q_EMIT syncPageWanted(SyncTab::Queue); });
        tell(message, tr("Not synced for a day"), text);
        return;
    case Message::SignIn:
        m_banner->showMessage(Banner::Kind::Warning, text);
        connect(m_banner->addButton(tr("Sign in …")), &QPushButton::clicked, this,
                [this, about] { Q_EMIT signInWanted(about); });
        tell(message, tr("Sign-in needed"), text);
        return;
    }
}

//! Once for each time its cause holds, however often the banner changes in between.
void StatusBanners::tell(Message message, const QString &title, const QString &text)
{
    if (m_told.contains(message))
        return;
    m_told.insert(message);
    Q_EMIT notify(title, text);
}

QString StatusBanners::textOf(Message message) const
{
    const auto *connection = m_session.status().connection(m_about.value(message));
    const auto name =
        connection ? wording::connectionName(connection->id, connection->provider, wording::Place::Within) : QString();
    switch (message) {
    case Message::None: break;
    case Message::Offline:
        if (std::any_of(m_session.status().connections.begin(), m_session.status().connections.end(), &isCaptive))
            return tr(
                "The network here wants you to sign in: open a web page in your browser. Everything you do is kept "
                "here and sent afterwards.");
        return tr("You are offline. Everything you do is kept here and sent when the network is back.");
    case Message::SignIn:
        return tr("Sign in to %1 again. Everything you do is kept here and sent afterwards.").arg(name);
    case Message::Stale: return connection ? staleText(*connection, name) : QString();
    }
    return {};
}

QString StatusBanners::staleText(const ConnectionStatus &connection, const QString &name) const
{
    const auto &sync = connection.sync;
    const auto waiting = tr("%n change(s)", nullptr, int(sync.pending));
    const auto text = sync.lastSuccess.isValid()
                          ? tr("%1 waiting for %2, which was last synced %3.")
                                .arg(waiting, name, timeText(sync.lastSuccess, m_now(), QLocale()))
                          : tr("%1 waiting for %2, which has never been synced.").arg(waiting, name);
    return text + u' ' + causeText(connection);
}

QString StatusBanners::causeText(const ConnectionStatus &connection) const
{
    const auto &sync = connection.sync;
    switch (sync.state) {
    case AutoSyncState::Paused: return tr("Synchronisation is paused.");
    case AutoSyncState::OfflineWaiting:
        if (sync.reason == AutoSyncReason::WorkingOffline)
            return tr("You work offline.");
        return sync.reason == AutoSyncReason::Captive
                   ? tr("The network here wants you to sign in: open a web page in your browser.")
                   : tr("The server is not reached.");
    default: break;
    }
    if (sync.lastError)
        return wording::errorText(*sync.lastError);
    return sync.reason == AutoSyncReason::SwitchedOff ? tr("Automatic synchronisation is off.")
                                                      : tr("The queue says why.");
}

void StatusBanners::lookForConflicts()
{
    const auto &connections = m_session.status().connections;
    if (std::any_of(connections.begin(), connections.end(), [](const auto &one) { return one.sync.state == AutoSyncState::Running; }))
        return; // those of all connections are told at once
    qint64 conflicts = 0;
    for (const auto &connection : connections) {
        const auto &report = connection.sync.lastReport;
        if (!report || m_lastRun.value(connection.id) == report->run)
            continue;
        m_lastRun.insert(connection.id, report->run);
        conflicts += report->counts.conflicts;
    }
    if (conflicts > 0)
        Q_EMIT notify(tr("%n conflict(s)", nullptr, int(conflicts)),
                      tr("Somebody else changed the same records. Choose what holds; everything else goes on."));
}

void StatusBanners::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_shown != Message::None) {
        const auto shown = std::exchange(m_shown, Message::None);
        showMessage(shown);
    }
}

} // namespace frost
