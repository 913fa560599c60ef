// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say about one connection.
#include "ui/synccenter/connectiontext.h"
#include "ui/synccenter/statuswords.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

//! What the words of one line are made of.
struct Words {
    const ConnectionStatus &connection;
    const QDateTime &now;
    const QLocale &locale;
    qint64 waiting; //!< changes, to be sent by themselves
    qint64 stuck;   //!< changes, until the person does something about them

    [[nodiscard]] QString name(wording::Place place) const
    {
        return wording::connectionName(connection.id, connection.provider, place);
    }
    [[nodiscard]] QString time(const QDateTime &instant) const { return timeText(instant, now, locale); }
};

QString waitingText(qint64 waiting)
{
    return statusWords(QT_TRANSLATE_N_NOOP("StatusLine", "%n change(s) waiting"), int(waiting));
}

//! "Offline" or "Offline – 12 changes waiting".
QString withWaiting(const QString &state, const Words &words)
{
    return words.waiting > 0 ? state + u" – "_s + waitingText(words.waiting) : state;
}

QString lastSuccessSentence(const Words &words)
{
    const auto &last = words.connection.sync.lastSuccess;
    return last.isValid() ? statusWords(QT_TRANSLATE_NOOP("StatusLine", "Last synced %1.")).arg(words.time(last))
                          : statusWords(QT_TRANSLATE_NOOP("StatusLine", "Not synced yet."));
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
    const auto name = words.name(wording::Place::Within);
    const auto toolTip =
        (words.stuck > 0
             ? statusWords(QT_TRANSLATE_N_NOOP("StatusLine", "%n change(s) left for you to decide on. Last exchange with %1: %2."),
                           int(words.stuck))
             : statusWords(QT_TRANSLATE_NOOP("StatusLine", "Nothing waits. Last exchange with %1: %2.")))
            .arg(name, time);
    const auto told = words.connection.sync.channel == ChannelState::Open
        ? statusWords(QT_TRANSLATE_NOOP("StatusLine", "What others change appears here at once."))
        : QString();
    auto result =
        slow ? lineOf(
            StatusKind::Slow, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Synced %1 · slow network")).arg(time),
            paragraphs({toolTip, told,
                        statusWords(QT_TRANSLATE_NOOP("StatusLine", "The network is slow: less is sent at a time."))}))
             : lineOf(StatusKind::Synced, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Synced %1")).arg(time),
                      paragraphs({toolTip, told}));
    result.tab = SyncTab::History;
    result.changesAt = midnight(words.now);
    return result;
}

//! Saved here and never sent by itself: the queue may be empty all the same.
StatusLine halted(StatusKind kind, const QString &state, const QString &explanation, const Words &words)
{
    return lineOf(kind, withWaiting(state, words), paragraphs({explanation, lastSuccessSentence(words)}));
}

StatusLine pausedThere(const Words &words)
{
    return halted(StatusKind::Paused, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Paused")),
                  statusWords(QT_TRANSLATE_NOOP("StatusLine", "Another program, as frost-agent, has paused synchronisation. Sync now "
                                                              "lets it go on. Everything you do is kept here.")),
                  words);
}

StatusLine question(const Words &words)
{
    return lineOf(StatusKind::Failed, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Unusually many changes – check")),
                  paragraphs({errorSentence(words), lastSuccessSentence(words)}), SyncTab::History);
}

StatusLine syncing(const Words &words)
{
    const auto &sync = words.connection.sync;
    if (sync.progress && sync.progress->state == RunState::Paused)
        return pausedThere(words);
    auto text = statusWords(QT_TRANSLATE_NOOP("StatusLine", "Syncing …"));
    if (sync.progress && sync.progress->total > 0) {
        text = statusWords(QT_TRANSLATE_NOOP("StatusLine", "Syncing %1 of %2"))
                   .arg(words.locale.toString(sync.progress->processed), words.locale.toString(sync.progress->total));
        if (sync.timeLeft)
            text = statusWords(QT_TRANSLATE_NOOP("StatusLine", "%1 · about %2 left"))
                       .arg(text, durationText(*sync.timeLeft));
    } else if (sync.progress && sync.progress->counts.pulled > 0) {
        text = statusWords(QT_TRANSLATE_N_NOOP("StatusLine", "Syncing · %n change(s) received"),
                           int(sync.progress->counts.pulled));
    }
    return lineOf(StatusKind::Syncing, text,
                  paragraphs({statusWords(QT_TRANSLATE_NOOP("StatusLine", "Exchanging changes with %1."))
                                  .arg(words.name(wording::Place::Within)),
                              lastSuccessSentence(words)}));
}

StatusLine workingOffline(const Words &words)
{
    return lineOf(StatusKind::WorkingOffline,
                  withWaiting(statusWords(QT_TRANSLATE_NOOP("StatusLine", "Working offline")), words),
                  paragraphs({statusWords(QT_TRANSLATE_NOOP(
                                  "StatusLine", "You chose to work offline. Everything you do is kept here; nothing is "
                                                "sent until you go online again.")),
                              lastSuccessSentence(words)}));
}

//! For how long nobody has answered, in whole minutes; the first is not counted.
StatusLine offline(const Words &words)
{
    const auto &network = words.connection.network;
    const auto name = words.name(wording::Place::Within);
    const auto explained = [&words](const QString &since) {
        return paragraphs({since,
                           statusWords(QT_TRANSLATE_NOOP(
                               "StatusLine", "Everything you do is kept here and sent when the network is back.")),
                           lastSuccessSentence(words)});
    };
    const auto since = network.since.isValid()
        ? statusWords(QT_TRANSLATE_NOOP("StatusLine", "No answer from %1 since %2.")).arg(name, words.time(network.since))
        : QString();
    auto result = lineOf(StatusKind::Offline,
                         withWaiting(statusWords(QT_TRANSLATE_NOOP("StatusLine", "Offline")), words), explained(since));
    const auto away = network.timeSinceOnline(words.now);
    if (!network.since.isValid() || !away)
        return result;
    const auto whole = std::chrono::floor<minutes>(*away);
    result.description = result.toolTip;
    result.changesAt = network.since.addMSecs(milliseconds(whole + minutes(1)).count());
    if (whole >= minutes(1))
        result.toolTip = explained(statusWords(QT_TRANSLATE_NOOP("StatusLine", "Offline for %1, since %2: no answer from %3."))
                                       .arg(durationText(whole), words.time(network.since), name));
    return result;
}

StatusLine captive(const Words &words)
{
    return lineOf(
        StatusKind::Captive, withWaiting(statusWords(QT_TRANSLATE_NOOP("StatusLine", "Network sign-in needed")), words),
        paragraphs(
            {statusWords(QT_TRANSLATE_NOOP("StatusLine",
                                           "The network here answers instead of %1: it probably wants you to "
                                           "sign in. Open a web page in your browser."))
                 .arg(words.name(wording::Place::Within)),
             statusWords(QT_TRANSLATE_NOOP("StatusLine", "Everything you do is kept here and sent afterwards."))}));
}

StatusLine signIn(const Words &words)
{
    return lineOf(
        StatusKind::SignIn,
        statusWords(QT_TRANSLATE_NOOP("StatusLine", "Sign-in needed (%1)")).arg(words.name(wording::Place::Bracketed)),
        paragraphs({errorSentence(words),
                    statusWords(QT_TRANSLATE_NOOP(
                        "StatusLine", "Everything you do is kept here. Nothing is sent until you have signed in.")),
                    lastSuccessSentence(words)}));
}

StatusLine failed(const Words &words)
{
    auto result = lineOf(StatusKind::Failed, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Error – show")),
                         paragraphs({errorSentence(words), lastSuccessSentence(words)}), SyncTab::Log);
    return result;
}

//! A wait whose end is known: counted down while it is short.
StatusLine retrying(const Words &words, const QString &inSeconds, const QString &byTheClock, const QString &cause)
{
    const auto next = nextAttempt(words.connection);
    const auto left = countedDown(next, words.now);
    const bool asked = words.connection.sync.reason == AutoSyncReason::RateLimited;
    StatusLine result;
    if (!left) {
        result = lineOf(StatusKind::Retrying, byTheClock.arg(words.time(next)), {});
        result.changesAt = next.addMSecs(-milliseconds(kCountedDown).count());
    } else {
        result = lineOf(StatusKind::Retrying, inSeconds.arg(durationText(*left)), {});
        if (*left > seconds(0))
            result.changesAt = next.addMSecs(-milliseconds(*left - seconds(1)).count());
    }
    result.toolTip = paragraphs(
        {cause, words.waiting > 0 ? waitingText(words.waiting) + u'.' : QString(), lastSuccessSentence(words)});
    if (!asked) { // who was asked to wait waits
        result.click = StatusLine::Click::TryNow;
        result.text = statusWords(QT_TRANSLATE_NOOP("StatusLine", "%1 · try now")).arg(result.text);
    }
    return result;
}

StatusLine waiting(const Words &words)
{
    const auto &sync = words.connection.sync;
    const auto name = words.name(wording::Place::Within);
    QString cause;
    switch (sync.reason) {
    case AutoSyncReason::Question: return question(words);
    case AutoSyncReason::PausedThere: return pausedThere(words);
    case AutoSyncReason::RateLimited:
        if (sync.nextAttemptAt.isValid() && sync.lastError && sync.lastError->code == "breaker.open"_L1)
            return retrying(words, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Server trouble – goes on in %1")),
                            statusWords(QT_TRANSLATE_NOOP("StatusLine", "Server trouble – goes on at %1")),
                            statusWords(QT_TRANSLATE_NOOP("StatusLine",
                                                          "%1 has answered with errors several times. It is left alone for a moment; "
                                                          "everything you do is kept here."))
                                .arg(name));
        if (sync.nextAttemptAt.isValid())
            return retrying(words, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Asked to wait – goes on in %1")),
                            statusWords(QT_TRANSLATE_NOOP("StatusLine", "Asked to wait – goes on at %1")),
                            statusWords(QT_TRANSLATE_NOOP("StatusLine",
                                                          "There were more requests than %1 allows; it asked to wait."))
                                .arg(name));
        break;
    case AutoSyncReason::Retry:
        if (sync.nextAttemptAt.isValid())
            return retrying(words, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Trying again in %1")),
                            statusWords(QT_TRANSLATE_NOOP("StatusLine", "Trying again at %1")), errorSentence(words));
        break;
    case AutoSyncReason::LeaseHeld:
        cause =
            statusWords(QT_TRANSLATE_NOOP("StatusLine", "Another program on this computer is syncing this company."));
        break;
    case AutoSyncReason::HeldElsewhere:
        cause = errorSentence(words);
        break;
    case AutoSyncReason::Stopped:
        cause = statusWords(
            QT_TRANSLATE_NOOP("StatusLine", "You stopped the last synchronisation. It goes on by itself later."));
        break;
    case AutoSyncReason::LeftOver:
        cause = statusWords(
            QT_TRANSLATE_NOOP("StatusLine", "The last synchronisation could not send everything. The queue says why."));
        break;
    default: cause = statusWords(QT_TRANSLATE_NOOP("StatusLine", "Saved here; sent in a moment.")); break;
    }
    if (words.waiting == 0 && sync.pending == 0) {
        const bool elsewhere = sync.reason == AutoSyncReason::HeldElsewhere;
        return lineOf(StatusKind::Waiting, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Waiting to sync")),
                      elsewhere ? paragraphs({cause, lastSuccessSentence(words)}) : lastSuccessSentence(words));
    }
    return lineOf(StatusKind::Waiting, waitingText(std::max(words.waiting, sync.pending)),
                  paragraphs({cause, lastSuccessSentence(words)}));
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
            StatusKind::Paused, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Paused")),
            statusWords(QT_TRANSLATE_NOOP("StatusLine", "You paused synchronisation. Everything you do is kept here.")),
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
            StatusKind::SwitchedOff, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Automatic sync is off")),
            statusWords(QT_TRANSLATE_NOOP("StatusLine", "Changes are exchanged only when you choose Sync now.")),
            words);
    if (sync.reason == AutoSyncReason::NotKnown)
        return lineOf(StatusKind::Connecting,
                      withWaiting(statusWords(QT_TRANSLATE_NOOP("StatusLine", "Connecting …")), words),
                      paragraphs({statusWords(QT_TRANSLATE_NOOP("StatusLine", "Looking for %1."))
                                      .arg(words.name(wording::Place::Within)),
                                  lastSuccessSentence(words)}));
    const bool allThere =
        sync.state == AutoSyncState::Idle && sync.pending == 0 && words.waiting == 0 && sync.lastSuccess.isValid();
    return allThere ? synced(words) : waiting(words);
}

} // namespace

StatusLine aboutConnection(const ConnectionStatus &connection, const QDateTime &now, const QLocale &locale,
                           const Unsent &unsent)
{
    return about({connection, now, locale, unsent.waiting, unsent.stuck});
}

} // namespace frost
