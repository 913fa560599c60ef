// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/logtab.h"

#include "core/base/clock.h"
#include "core/base/json.h"
#include "ui/synccenter/connectiontext.h"
#include "ui/synccenter/operationtext.h"
#include "ui/theme/icons.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRunsLookedAt = 100; //!< among them the last one of each connection

//! What the words and the detail about one connection are made of: what was told, else what the history has.
struct LastRun {
    qint64 id = 0;
    RunState state = RunState::Processing;
    RunCounts counts;
    QDateTime startedAt;
    QDateTime endedAt;
    QString errorCode;
};

LastRun lastRunOf(const ConnectionStatus &connection, const Run &stored)
{
    LastRun last{stored.id, stored.state, stored.counts, stored.startedAt, stored.endedAt, stored.errorCode};
    const auto &report = connection.sync.lastReport;
    if (!report || report->run <= stored.id)
        return last;
    return {report->run, report->state, report->counts, {}, {}, report->error ? report->error->code : QString()};
}

QString inWords(const ConnectionStatus &connection, const LastRun &last, const QDateTime &now)
{
    if (connection.sync.lastError)
        return wording::errorText(*connection.sync.lastError);
    if (last.id == 0)
        return LogTab::tr("Not synced yet.");
    if (!last.errorCode.isEmpty())
        return LogTab::tr("%1: %2").arg(runText(last.state), pastErrorText(last.errorCode, connection.id, connection.provider));
    const auto counts = LogTab::tr("%1 received, %2 sent, %3 not accepted, %4 in conflict.")
                            .arg(last.counts.pulled)
                            .arg(last.counts.pushed)
                            .arg(last.counts.failed)
                            .arg(last.counts.conflicts);
    const auto &success = connection.sync.lastSuccess;
    if (!success.isValid())
        return counts;
    return LogTab::tr("The last synchronisation ended well at %1: %2").arg(timeText(success, now, QLocale()), counts);
}

QString qualityWord(NetworkQuality quality)
{
    switch (quality) {
    case NetworkQuality::Unknown: return u"unknown"_s;
    case NetworkQuality::Offline: return u"offline"_s;
    case NetworkQuality::Captive: return u"captive"_s;
    case NetworkQuality::Slow: return u"slow"_s;
    case NetworkQuality::Online: return u"online"_s;
    }
    return {};
}

QString isoOrNone(const QDateTime &instant)
{
    return instant.isValid() ? toIso(instant) : u"-"_s;
}

//! In English whatever the language: it is for whoever is asked for help. No secrets and no contents of records.
QString inDetail(const ConnectionStatus &connection, const LastRun &last)
{
    const auto &sync = connection.sync;
    QStringList lines{
        u"connection %1 (%2)"_s.arg(connection.id.toString(), connection.provider),
        u"run %1 %2"_s.arg(last.id).arg(toString(last.state)),
        u"started %1 ended %2"_s.arg(isoOrNone(last.startedAt), isoOrNone(last.endedAt)),
        u"counts %1"_s.arg(QString::fromUtf8(toCanonicalJson(last.counts.toJson()))),
        u"error %1"_s.arg(sync.lastError             ? sync.lastError->logLine()
                          : last.errorCode.isEmpty() ? u"-"_s
                                                     : last.errorCode),
        u"pending %1"_s.arg(sync.pending),
        u"last success %1"_s.arg(isoOrNone(sync.lastSuccess)),
        u"next attempt %1"_s.arg(isoOrNone(sync.nextAttemptAt)),
        u"network %1 since %2"_s.arg(qualityWord(connection.network.quality), isoOrNone(connection.network.since)),
    };
    return lines.join(u'\n');
}

} // namespace

LogTab::LogTab(CompanySession &session, QWidget *parent, Now now)
    : QWidget(parent),
      m_session(session),
      m_now(std::move(now)),
      m_words(new QLabel(this)),
      m_detailLabel(new QLabel(this)),
      m_detail(new QPlainTextEdit(this)),
      m_copy(new QPushButton(this))
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_detailLabel->setBuddy(m_detail);
    auto *caption = new QHBoxLayout;
    caption->addWidget(m_detailLabel, 1);
    caption->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addLayout(caption);
    layout->addWidget(m_detail, 1);
    showWords();
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(words() + u"\n\n"_s + detail()); });
    connect(&session, &CompanySession::statusChanged, this, [this] {
        if (isVisible())
            look();
    });
}

void LogTab::showWords()
{
    m_detailLabel->setText(tr("&Technical detail:"));
    m_copy->setText(tr("Cop&y"));
    m_copy->setIcon(theme::icon(u"edit-copy"_s));
    m_copy->setAccessibleName(tr("Copy the explanation and the technical detail"));
    m_words->setAccessibleName(tr("The last synchronisation"));
    look();
}

QString LogTab::words() const
{
    return m_words->text();
}

QString LogTab::detail() const
{
    return m_detail->toPlainText();
}

void LogTab::read()
{
    m_session.ask(
        Lane::Page, this, [](Company &company) { return company.runs().list(kRunsLookedAt); },
        [this](const Result<QList<Run>> &runs) {
        if (!runs)
            return;
        for (const auto &run : *runs) {
            if (run.id > m_runs.value(run.connection).id)
                m_runs.insert(run.connection, run);
        }
        look();
        });
}

void LogTab::look()
{
    QStringList words;
    QStringList detail;
    const auto &connections = m_session.status().connections;
    for (const auto &connection : connections) {
        const auto last = lastRunOf(connection, m_runs.value(connection.id));
        const auto about = inWords(connection, last, m_now());
        words.append(
            connections.size() == 1
                ? about
                : tr("%1: %2").arg(wording::connectionName(connection.id, connection.provider, wording::Place::Alone),
                                   about));
        detail.append(inDetail(connection, last));
    }
    if (connections.isEmpty())
        words.append(tr("This company is kept on this computer only."));
    m_words->setText(words.join(u'\n'));
    if (const auto text = detail.join(u"\n\n"_s); text != m_detail->toPlainText())
        m_detail->setPlainText(text); // only then: it would lose the selection
}

void LogTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
    read();
}

void LogTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

} // namespace frost
