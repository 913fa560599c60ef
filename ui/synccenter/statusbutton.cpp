// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/statusbutton.h"

#include "ui/theme/icons.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

// What is over within a second is not worth reading (UX.md 3.2).
constexpr milliseconds kShownAfter{1000};

bool isSynced(StatusKind kind)
{
    return kind == StatusKind::Synced || kind == StatusKind::Slow;
}

} // namespace

StatusButton::StatusButton(CompanySession &session, QWidget *parent, Now now)
    : QToolButton(parent),
      m_session(session),
      m_now(std::move(now)),
      m_syncNow(new QAction(this)),
      m_workOffline(new QAction(this)),
      m_pause(new QAction(this)),
      m_openPage(new QAction(this))
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::MenuButtonPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer); // a coarse one may ring before its time, and then the words are the old ones
    makeMenu();
    showWords();
    connect(this, &QToolButton::clicked, this, &StatusButton::follow);
    connect(&m_wake, &QTimer::timeout, this, &StatusButton::look);
    connect(&session, &CompanySession::statusChanged, this, &StatusButton::look);
    look();
}

void StatusButton::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->addAction(m_syncNow);
    menu->addAction(m_workOffline);
    menu->addAction(m_pause);
    menu->addSeparator();
    menu->addAction(m_openPage);
    setMenu(menu);
    m_workOffline->setCheckable(true);
    m_pause->setCheckable(true);
    connect(m_syncNow, &QAction::triggered, &m_session, &CompanySession::syncNow);
    connect(m_workOffline, &QAction::triggered, this,
            [this](bool on) { m_session.setNetworkUse(on ? NetworkUse::WorkOffline : NetworkUse::Automatic); });
    connect(m_pause, &QAction::triggered, this,
            [this](bool on) { m_session.setPause(on ? AutoSyncPause::Paused : AutoSyncPause::None); });
    connect(m_openPage, &QAction::triggered, this, [this] { Q_EMIT syncPageWanted(m_shown.tab); });
}

void StatusButton::showWords()
{
    m_syncNow->setText(tr("&Sync now"));
    m_syncNow->setIcon(theme::icon(u"view-refresh"_s));
    m_workOffline->setText(tr("Work &offline"));
    m_pause->setText(tr("&Pause synchronisation"));
    m_openPage->setText(tr("Open the sync &page"));
    if (m_shown.text.isEmpty())
        present({StatusKind::Waiting,
                 u"state-sync"_s,
                 tr("Starting …"),
                 {},
                 StatusLine::Click::OpenPage,
                 SyncTab::Queue,
                 {}});
}

void StatusButton::look()
{
    const auto &status = m_session.status();
    const bool connected = !status.connections.isEmpty();
    m_syncNow->setEnabled(connected && status.use == NetworkUse::Automatic);
    m_workOffline->setEnabled(connected);
    m_workOffline->setChecked(status.use == NetworkUse::WorkOffline);
    m_pause->setEnabled(connected);
    m_pause->setChecked(status.pause == AutoSyncPause::Paused);

    const auto now = m_now();
    const auto line = statusLine(status, now);
    const bool later = heldBack(line, now);
    if (!later)
        present(line);
    const auto wakeAt = later ? m_busySince.addMSecs(kShownAfter.count()) : line.changesAt;
    if (wakeAt.isValid())
        m_wake.start(milliseconds(std::max<qint64>(1, now.msecsTo(wakeAt))));
    else
        m_wake.stop();
}

//! A pull that has nothing to send leaves what was true a moment ago true: "synced" names its time.
bool StatusButton::heldBack(const StatusLine &line, const QDateTime &now)
{
    const bool quiet =
        line.kind == StatusKind::Connecting
        || (line.kind == StatusKind::Syncing && isSynced(m_shown.kind) && waitingChanges(m_session.status()) == 0);
    if (!quiet || line.kind == m_shown.kind) {
        m_busySince = {};
        return false;
    }
    if (!m_busySince.isValid() || m_busySince > now)
        m_busySince = now;
    return m_busySince.msecsTo(now) < kShownAfter.count();
}

void StatusButton::present(const StatusLine &line)
{
    if (line == m_shown)
        return;
    const bool redraw = line.icon != m_shown.icon;
    m_shown = line;
    if (redraw)
        setIcon(theme::icon(line.icon));
    setText(line.text);
    setToolTip(line.toolTip);
    if (accessibleName() != line.text) // each setting is told, a new value or not
        setAccessibleName(line.text);
    if (const auto &words = line.description.isEmpty() ? line.toolTip : line.description; accessibleDescription() != words)
        setAccessibleDescription(words);
    announce();
}

//! Told once where it lands: the steps of every pull in between would drown what matters.
void StatusButton::announce()
{
    const auto kind = m_shown.kind;
    if (kind == StatusKind::Connecting || kind == StatusKind::Syncing || kind == StatusKind::Waiting
        || kind == m_announced)
        return;
    const bool first = !m_announced;
    m_announced = kind;
    if (first && (isSynced(kind) || kind == StatusKind::Local))
        return; // nothing has changed: a company was opened
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT announced(m_shown.text);
}

void StatusButton::follow()
{
    if (m_shown.click == StatusLine::Click::TryNow) {
        m_session.syncNow();
        return;
    }
    if (m_shown.kind == StatusKind::Conflicts) {
        Q_EMIT conflictsWanted();
        return;
    }
    if (m_shown.kind == StatusKind::SignIn) {
        for (const auto &connection : m_session.status().connections) {
            if (connection.sync.state == AutoSyncState::SignInNeeded) {
                Q_EMIT signInWanted(connection.id);
                return;
            }
        }
    }
    Q_EMIT syncPageWanted(m_shown.tab);
}

void StatusButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showWords();
        look();
    }
    if (event->type() == QEvent::PaletteChange)
        setIcon(theme::icon(m_shown.icon));
}

void StatusButton::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (event->key() == Qt::Key_F4 || (event->key() == Qt::Key_Down && (alt || event->modifiers() == Qt::NoModifier))) {
        showMenu();
        return;
    }
    QToolButton::keyPressEvent(event);
}

} // namespace frost
