// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/connectioncard.h"

#include "ui/synccenter/connectiontext.h"
#include "ui/synccenter/massdialog.h"
#include "ui/theme/icons.h"
#include "ui/wording/connectionname.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! "Next attempt in 25 s."; "" while none is planned or one is on its way, and where the line of the state says it.
QString nextAttemptText(const ConnectionStatus &connection, const QDateTime &now)
{
    const auto next = nextAttempt(connection);
    const auto &sync = connection.sync;
    const bool said = sync.state == AutoSyncState::Waiting
        && (sync.reason == AutoSyncReason::Retry || sync.reason == AutoSyncReason::RateLimited);
    if (!next.isValid() || said || sync.state == AutoSyncState::Running)
        return {};
    const auto left = countedDown(next, now);
    return left ? ConnectionCard::tr("Next attempt in %1.").arg(durationText(*left))
                : ConnectionCard::tr("Next attempt at %1.").arg(timeText(next, now, QLocale()));
}

//! Whether a server that fails is left in peace (R-LIM-03); "" while it works.
QString breakerText(const BreakerStatus &breaker, const QDateTime &now)
{
    switch (breaker.state.phase) {
    case BreakerPhase::Closed: break;
    case BreakerPhase::Open:
        return ConnectionCard::tr("The server has failed several times and is left in peace until %1.")
            .arg(timeText(breaker.restsUntil, now, QLocale()));
    case BreakerPhase::HalfOpen:
    case BreakerPhase::Probing: return ConnectionCard::tr("The server has failed several times; one request tries whether it works again.");
    }
    return {};
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ConnectionCard::ConnectionCard(QWidget *parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_name(plainLabel(this)),
      m_server(plainLabel(this)),
      m_state(plainLabel(this)),
      m_explanation(plainLabel(this)),
      m_breaker(plainLabel(this)),
      m_progress(new QProgressBar(this)),
      m_schedule(new QPushButton(this)),
      m_signIn(new QPushButton(this)),
      m_massChange(new QPushButton(this)),
      m_rules(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_state->setFont(bold);
    m_name->setWordWrap(false);
    m_progress->setTextVisible(true);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_server, 0, 2);
    grid->addWidget(m_state, 1, 1, 1, 2);
    grid->addWidget(m_explanation, 2, 1, 1, 2);
    grid->addWidget(m_breaker, 3, 1, 1, 2);
    grid->addWidget(m_progress, 4, 1, 1, 5);
    grid->addWidget(m_signIn, 0, 3, 2, 1, Qt::AlignTop);
    grid->addWidget(m_massChange, 0, 3, 2, 1, Qt::AlignTop);
    grid->addWidget(m_schedule, 0, 4, 2, 1, Qt::AlignTop);
    grid->addWidget(m_rules, 0, 5, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(2, 1);
    connect(m_schedule, &QPushButton::clicked, this, [this] { Q_EMIT scheduleWanted(m_id); });
    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT signInWanted(m_id); });
    connect(m_massChange, &QPushButton::clicked, this, [this] { Q_EMIT massChangeWanted(m_id); });
    connect(m_rules, &QPushButton::clicked, this, [this] { Q_EMIT rulesWanted(m_id); });
}

void ConnectionCard::present(const ConnectionStatus &connection, const QString &server, const QDateTime &now,
                             const Unsent &unsent)
{
    m_id = connection.id;
    const auto line = connectionLine(connection, now, unsent);
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    m_icon->setPixmap(theme::icon(line.icon).pixmap(size));
    m_name->setText(wording::connectionName(connection.id, connection.provider, wording::Place::Alone));
    m_server->setText(server);
    m_server->setVisible(!server.isEmpty());
    m_state->setText(line.text);
    m_explanation->setText(
        (QString(line.toolTip).replace(u'\n', u' ') + u' ' + nextAttemptText(connection, now)).trimmed());
    m_breaker->setText(breakerText(connection.breaker, now));
    m_breaker->setVisible(!m_breaker->text().isEmpty());
    m_schedule->setText(tr("&When …"));
    m_schedule->setToolTip(tr("When to synchronise"));
    m_schedule->setAccessibleName(m_schedule->toolTip());
    m_signIn->setText(tr("S&ign in …"));
    m_signIn->setVisible(connection.sync.state == AutoSyncState::SignInNeeded);
    m_massChange->setText(tr("&Check and go on …"));
    m_massChange->setVisible(!m_signIn->isVisibleTo(this) && connection.sync.state != AutoSyncState::Running
                             && MassDialog::asks(connection.sync.lastError));
    m_rules->setText(tr("Rules …"));
    m_rules->setToolTip(tr("What is decided without a question where both sides changed a field"));
    m_rules->setAccessibleName(tr("Rules of %1").arg(m_name->text()));
    m_rules->setAccessibleDescription(m_rules->toolTip());
    showProgress(connection.sync);
    setAccessibleName(text());
}

void ConnectionCard::showProgress(const AutoSyncStatus &sync)
{
    const bool isPaused = sync.progress && sync.progress->state == RunState::Paused;
    m_progress->setVisible(sync.state == AutoSyncState::Running && !isPaused);
    if (!sync.progress)
        return;
    const auto total = sync.progress->total;
    m_progress->setAccessibleName(tr("Progress of the synchronisation"));
    m_progress->setRange(0, int(total)); // 0: how much there is is not known, and the bar shows that it moves
    m_progress->setValue(int(std::min(sync.progress->processed, total)));
    auto text = tr("%1 of %2").arg(QLocale().toString(sync.progress->processed), QLocale().toString(total));
    if (sync.timeLeft)
        text = tr("%1 · about %2 left").arg(text, durationText(*sync.timeLeft));
    m_progress->setFormat(text);
}

QString ConnectionCard::text() const
{
    QStringList lines{m_name->text(), m_server->text(), m_state->text(), m_explanation->text(), m_breaker->text()};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace frost
