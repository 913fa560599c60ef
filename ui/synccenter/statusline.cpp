// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/statusline.h"

#include "core/base/clock.h"
#include "ui/synccenter/connectiontext.h"
#include "ui/wording/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Click = StatusLine::Click;

namespace {

constexpr seconds kCountedDown{90}; //!< longer waits are told by the clock: nobody watches them

//! What the words of one line are made of.
struct Words {
    const CompanyStatus &status;
    const ConnectionStatus &connection;
    const QDateTime &now;
    const QLocale &locale;
    qint64 waiting; //!< changes

    [[nodiscard]] QString name(Place place) const { return connectionName(connection.id, connection.provider, place); }
    [[nodiscard]] QString time(const QDateTime &instant) const { return timeText(instant, now, locale); }
};

QString translated(const char *source, int n = -1)
{
    return QCoreApplication::translate("StatusLine", source, nullptr, n);
}

QString iconOf(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Local: return u"go-home"_s;
    case StatusKind::Synced: return u"state-ok"_s;
    case StatusKind::Slow: return u"state-ok"_s;
    case StatusKind::Connecting: return u"network-connect"_s;
    case StatusKind::Waiting: return u"cloud-upload"_s;
    case StatusKind::SwitchedOff:
    case StatusKind::Paused: return u"state-pause"_s;
    case StatusKind::Offline:
    case StatusKind::Captive:
    case StatusKind::WorkingOffline: return u"state-offline"_s;
    case StatusKind::Retrying:
    case StatusKind::Syncing: return u"state-sync"_s;
    case StatusKind::Conflicts: return u"vcs-conflicting"_s;
    case StatusKind::Refused: return u"state-warning"_s;
    case StatusKind::Failed: return u"state-error"_s;
    case StatusKind::SignIn: return u"user-identity"_s;
    }
    return {};
}

StatusLine line(StatusKind kind, const QString &text, const QString &toolTip, SyncTab tab = SyncTab::Queue)
{
    return {kind, iconOf(kind), text, toolTip, Click::OpenPage, tab, {}};
}

QString waitingText(qint64 waiting)
{
    return translated(QT_TRANSLATE_N_NOOP("StatusLine", "%n change(s) waiting"), int(waiting));
}

//! "Offline" or "Offline – 12 changes waiting".
QString withWaiting(const QString &state, const Words &words)
{
    return words.waiting > 0 ? state + u" – "_s + waitingText(words.waiting) : state;
}

QString lastSuccessSentence(const Words &words)
{
    const auto &last = words.connection.sync.lastSuccess;
    return last.isValid() ? translated(QT_TRANSLATE_NOOP("StatusLine", "Last synced %1.")).arg(words.time(last))
                          : translated(QT_TRANSLATE_NOOP("StatusLine", "Not synced yet."));
}

QString paragraphs(const QStringList &sentences)
{
    QStringList given = sentences;
    given.removeAll(QString());
    return given.join(u'\n');
}

QString errorSentence(const Words &words)
{
    const auto &error = words.connection.sync.lastError;
    return error ? wording::errorText(*error) : QString();
}

//! The words change by themselves at midnight, when "16:52" is no longer today.
QDateTime midnight(const QDateTime &now)
{
    return now.toLocalTime().date().addDays(1).startOfDay().toUTC();
}

StatusLine synced(const Words &words)
{
    const bool slow = words.connection.network.quality == NetworkQuality::Slow;
    const auto time = words.time(words.connection.sync.lastSuccess);
    const auto name = words.name(Place::Within);
    const auto toolTip =
        translated(QT_TRANSLATE_NOOP("StatusLine", "Nothing waits. Last exchange with %1: %2.")).arg(name, time);
    auto result =
        slow ? line(StatusKind::Slow, translated(QT_TRANSLATE_NOOP("StatusLine", "Synced %1 · slow network")).arg(time),
                    paragraphs({toolTip, translated(QT_TRANSLATE_NOOP(
                                             "StatusLine", "The network is slow: less is sent at a time."))}))
             : line(StatusKind::Synced, translated(QT_TRANSLATE_NOOP("StatusLine", "Synced %1")).arg(time), toolTip);
    result.tab = SyncTab::History;
    result.changesAt = midnight(words.now);
    return result;
}

StatusLine syncing(const Words &words)
{
    const auto &sync = words.connection.sync;
    auto text = translated(QT_TRANSLATE_NOOP("StatusLine", "Syncing …"));
    if (sync.progress && sync.progress->total > 0) {
        text = translated(QT_TRANSLATE_NOOP("StatusLine", "Syncing %1 of %2"))
                   .arg(words.locale.toString(sync.progress->processed), words.locale.toString(sync.progress->total));
        if (sync.timeLeft)
            text = translated(QT_TRANSLATE_NOOP("StatusLine", "%1 · about %2 left"))
                       .arg(text, durationText(*sync.timeLeft));
    } else if (sync.progress && sync.progress->counts.pulled > 0) {
        text = translated(QT_TRANSLATE_N_NOOP("StatusLine", "Syncing · %n change(s) received"),
                          int(sync.progress->counts.pulled));
    }
    return line(
        StatusKind::Syncing, text,
        paragraphs(
            {translated(QT_TRANSLATE_NOOP("StatusLine", "Exchanging changes with %1.")).arg(words.name(Place::Within)),
             lastSuccessSentence(words)}));
}

StatusLine workingOffline(const Words &words)
{
    return line(StatusKind::WorkingOffline,
                withWaiting(translated(QT_TRANSLATE_NOOP("StatusLine", "Working offline")), words),
                paragraphs({translated(QT_TRANSLATE_NOOP(
                                "StatusLine", "You chose to work offline. Everything you do is kept here; nothing is "
                                              "sent until you go online again.")),
                            lastSuccessSentence(words)}));
}

StatusLine offline(const Words &words)
{
    const auto &network = words.connection.network;
    QString since;
    if (network.since.isValid())
        since = translated(QT_TRANSLATE_NOOP("StatusLine", "No answer from %1 since %2."))
                    .arg(words.name(Place::Within), words.time(network.since));
    return line(StatusKind::Offline, withWaiting(translated(QT_TRANSLATE_NOOP("StatusLine", "Offline")), words),
                paragraphs({since,
                            translated(QT_TRANSLATE_NOOP(
                                "StatusLine", "Everything you do is kept here and sent when the network is back.")),
                            lastSuccessSentence(words)}));
}

StatusLine captive(const Words &words)
{
    return line(
        StatusKind::Captive, withWaiting(translated(QT_TRANSLATE_NOOP("StatusLine", "Network sign-in needed")), words),
        paragraphs(
            {translated(QT_TRANSLATE_NOOP("StatusLine",
                                          "The network here answers instead of %1: it probably wants you to "
                                          "sign in. Open a web page in your browser."))
                 .arg(words.name(Place::Within)),
             translated(QT_TRANSLATE_NOOP("StatusLine", "Everything you do is kept here and sent afterwards."))}));
}

StatusLine signIn(const Words &words)
{
    return line(
        StatusKind::SignIn,
        translated(QT_TRANSLATE_NOOP("StatusLine", "Sign-in needed (%1)")).arg(words.name(Place::Bracketed)),
        paragraphs({errorSentence(words),
                    translated(QT_TRANSLATE_NOOP(
                        "StatusLine", "Everything you do is kept here. Nothing is sent until you have signed in.")),
                    lastSuccessSentence(words)}));
}

StatusLine failed(const Words &words)
{
    auto result = line(StatusKind::Failed, translated(QT_TRANSLATE_NOOP("StatusLine", "Error – show")),
                       paragraphs({errorSentence(words), lastSuccessSentence(words)}), SyncTab::Log);
    return result;
}

//! A wait whose end is known: counted down while it is short.
StatusLine retrying(const Words &words, const QString &countedDown, const QString &byTheClock, const QString &cause)
{
    const auto next = nextAttempt(words.connection);
    const auto left = milliseconds(words.now.msecsTo(next));
    const bool asked = words.connection.sync.reason == AutoSyncReason::RateLimited;
    StatusLine result;
    if (left > kCountedDown) {
        result = line(StatusKind::Retrying, byTheClock.arg(words.time(next)), {});
        result.changesAt = next.addMSecs(-milliseconds(kCountedDown).count());
    } else {
        const auto whole = std::chrono::ceil<seconds>(std::max(left, milliseconds(1)));
        result = line(StatusKind::Retrying, countedDown.arg(durationText(whole)), {});
        if (left > milliseconds(0))
            result.changesAt = next.addMSecs(-milliseconds(whole - seconds(1)).count());
    }
    result.toolTip = paragraphs(
        {cause, words.waiting > 0 ? waitingText(words.waiting) + u'.' : QString(), lastSuccessSentence(words)});
    if (!asked) { // who was asked to wait waits
        result.click = Click::TryNow;
        result.text = translated(QT_TRANSLATE_NOOP("StatusLine", "%1 · try now")).arg(result.text);
    }
    return result;
}

StatusLine waiting(const Words &words)
{
    const auto &sync = words.connection.sync;
    const auto name = words.name(Place::Within);
    QString cause;
    switch (sync.reason) {
    case AutoSyncReason::RateLimited:
        if (sync.nextAttemptAt.isValid())
            return retrying(words, translated(QT_TRANSLATE_NOOP("StatusLine", "Asked to wait – goes on in %1")),
                            translated(QT_TRANSLATE_NOOP("StatusLine", "Asked to wait – goes on at %1")),
                            translated(QT_TRANSLATE_NOOP("StatusLine",
                                                         "There were more requests than %1 allows; it asked to wait."))
                                .arg(name));
        break;
    case AutoSyncReason::Retry:
        if (sync.nextAttemptAt.isValid())
            return retrying(words, translated(QT_TRANSLATE_NOOP("StatusLine", "Trying again in %1")),
                            translated(QT_TRANSLATE_NOOP("StatusLine", "Trying again at %1")), errorSentence(words));
        break;
    case AutoSyncReason::LeaseHeld:
        cause =
            translated(QT_TRANSLATE_NOOP("StatusLine", "Another program on this computer is syncing this company."));
        break;
    case AutoSyncReason::Stopped:
        cause = translated(
            QT_TRANSLATE_NOOP("StatusLine", "You stopped the last synchronisation. It goes on by itself later."));
        break;
    case AutoSyncReason::LeftOver:
        cause = translated(
            QT_TRANSLATE_NOOP("StatusLine", "The last synchronisation could not send everything. The queue says why."));
        break;
    default: cause = translated(QT_TRANSLATE_NOOP("StatusLine", "Saved here; sent in a moment.")); break;
    }
    if (words.waiting == 0 && sync.pending == 0)
        return line(StatusKind::Waiting, translated(QT_TRANSLATE_NOOP("StatusLine", "Waiting to sync")),
                    lastSuccessSentence(words));
    return line(StatusKind::Waiting, waitingText(std::max(words.waiting, sync.pending)),
                paragraphs({cause, lastSuccessSentence(words)}));
}

//! Saved here and never sent by itself: the queue may be empty all the same.
StatusLine halted(StatusKind kind, const QString &state, const QString &explanation, const Words &words)
{
    return line(kind, withWaiting(state, words), paragraphs({explanation, lastSuccessSentence(words)}));
}

StatusLine about(const Words &words)
{
    const auto &sync = words.connection.sync;
    switch (sync.state) {
    case AutoSyncState::Running: return syncing(words);
    case AutoSyncState::SignInNeeded: return signIn(words);
    case AutoSyncState::Failed: return failed(words);
    case AutoSyncState::Paused:
        return halted(
            StatusKind::Paused, translated(QT_TRANSLATE_NOOP("StatusLine", "Paused")),
            translated(QT_TRANSLATE_NOOP("StatusLine", "You paused synchronisation. Everything you do is kept here.")),
            words);
    case AutoSyncState::OfflineWaiting:
        if (sync.reason == AutoSyncReason::WorkingOffline)
            return workingOffline(words);
        return sync.reason == AutoSyncReason::Captive ? captive(words) : offline(words);
    case AutoSyncState::Waiting:
    case AutoSyncState::Idle: break;
    }
    if (sync.reason == AutoSyncReason::SwitchedOff)
        return halted(
            StatusKind::SwitchedOff, translated(QT_TRANSLATE_NOOP("StatusLine", "Automatic sync is off")),
            translated(QT_TRANSLATE_NOOP("StatusLine", "Changes are exchanged only when you choose Sync now.")), words);
    if (sync.reason == AutoSyncReason::NotKnown)
        return line(
            StatusKind::Connecting, withWaiting(translated(QT_TRANSLATE_NOOP("StatusLine", "Connecting …")), words),
            paragraphs({translated(QT_TRANSLATE_NOOP("StatusLine", "Looking for %1.")).arg(words.name(Place::Within)),
                        lastSuccessSentence(words)}));
    const bool allThere =
        sync.state == AutoSyncState::Idle && sync.pending == 0 && words.waiting == 0 && sync.lastSuccess.isValid();
    return allThere ? synced(words) : waiting(words);
}

StatusLine local()
{
    return line(StatusKind::Local, translated(QT_TRANSLATE_NOOP("StatusLine", "Kept on this computer")),
                translated(QT_TRANSLATE_NOOP(
                    "StatusLine", "This company is not connected to a server. It is kept on this computer only.")));
}

StatusLine refused(qint64 count)
{
    return line(
        StatusKind::Refused,
        translated(QT_TRANSLATE_N_NOOP("StatusLine", "%n change(s) not accepted – show"), int(count)),
        translated(QT_TRANSLATE_NOOP(
            "StatusLine", "They are kept here. The queue says why each was not accepted, and what you can do.")));
}

StatusLine conflicts(qint64 count, const StatusLine &otherwise)
{
    return line(StatusKind::Conflicts, translated(QT_TRANSLATE_N_NOOP("StatusLine", "%n conflict(s)"), int(count)),
                paragraphs({translated(QT_TRANSLATE_NOOP(
                                "StatusLine",
                                "Somebody else changed the same records. Choose what holds; everything else goes on.")),
                            otherwise.text}),
                SyncTab::Conflicts);
}

} // namespace

QDateTime systemNow()
{
    return SystemClock().now();
}

qint64 waitingChanges(const CompanyStatus &status)
{
    return status.queue.pending + status.queue.processing + status.queue.verify;
}

QDateTime nextAttempt(const ConnectionStatus &connection)
{
    if (connection.sync.state == AutoSyncState::OfflineWaiting)
        return connection.network.nextProbeAt;
    return connection.sync.nextAttemptAt;
}

StatusLine connectionLine(const CompanyStatus &status, const ConnectionStatus &connection, const QDateTime &now,
                          const QLocale &locale)
{
    return about({status, connection, now, locale, connection.sync.pending});
}

StatusLine statusLine(const CompanyStatus &status, const QDateTime &now, const QLocale &locale)
{
    if (status.connections.isEmpty())
        return local();
    StatusLine worst;
    for (const auto &connection : status.connections) {
        auto candidate = about({status, connection, now, locale, waitingChanges(status)});
        if (candidate.kind > worst.kind || worst.text.isEmpty())
            worst = std::move(candidate);
    }
    if (status.openConflicts > 0 && worst.kind < StatusKind::Conflicts)
        worst = conflicts(status.openConflicts, worst);
    if (status.queue.failed > 0 && worst.kind < StatusKind::Refused)
        worst = refused(status.queue.failed);
    return worst;
}

} // namespace frost
