// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include "ui/synccenter/connectiontext.h"
#include "ui/synccenter/statusline.h"

#include <QTest>

Q_DECLARE_METATYPE(frost::CompanyStatus)

using namespace syncfixture;
using namespace std::chrono_literals;
using State = AutoSyncState;
using Reason = AutoSyncReason;

namespace {

const QDateTime kNow = at(17, 0);
const QLocale kSwedish(QLocale::Swedish, QLocale::Sweden);

AutoSyncStatus &sync(CompanyStatus &status)
{
    return status.connections.first().sync;
}

CompanyStatus running(qint64 processed, qint64 total, std::optional<std::chrono::seconds> left, qint64 pulled = 0)
{
    auto status = withState(State::Running, Reason::Running, total);
    Progress progress;
    progress.phase = SyncPhase::Pushing;
    progress.processed = processed;
    progress.total = total;
    progress.counts.pulled = pulled;
    sync(status).progress = progress;
    sync(status).timeLeft = left;
    return status;
}

CompanyStatus again(Reason reason, const QDateTime &next, const Error &why)
{
    auto status = withState(State::Waiting, reason, 3);
    sync(status).nextAttemptAt = next;
    sync(status).lastError = why;
    return status;
}

} // namespace

class StatusLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speakEnglish(); }
    void saysWhatHolds_data();
    void saysWhatHolds();
    void theWeightiestIsSaid_data();
    void theWeightiestIsSaid();
    void onlyIdleWithNothingWaitingIsSynced_data();
    void onlyIdleWithNothingWaitingIsSynced();
    void countsDownByTheSecond();
    void anOutageSaysForHowLong_data();
    void anOutageSaysForHowLong();
    void aLongWaitIsToldByTheClock();
    void yesterdayHasItsDate();
    void whatIsStuckIsNotNothing();
    void atOnceIsOnlySaidWhereItIsTrue_data();
    void atOnceIsOnlySaidWhereItIsTrue();
    void everyKindHasWordsAndAnIcon();
    void durationsAreRoundedUp_data();
    void durationsAreRoundedUp();
};

// R-NET-01, R-NET-04, UX.md 3.2: one line for every state.
void StatusLineTest::saysWhatHolds_data()
{
    QTest::addColumn<CompanyStatus>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const CompanyStatus &status, StatusKind kind, const QString &text) {
        QTest::newRow(name) << status << int(kind) << text;
    };
    add("a company without a connection is kept here", {}, StatusKind::Local, u"Kept on this computer"_s);
    add("after a run with nothing waiting it is synced", synced(), StatusKind::Synced, u"Synced 16:52"_s);

    auto status = synced();
    status.connections.first().network.quality = NetworkQuality::Slow;
    add("a slow network is named", status, StatusKind::Slow, u"Synced 16:52 · slow network"_s);

    add("pushing says how far it is and how long it takes", running(34, 120, 20s), StatusKind::Syncing,
        u"Syncing 34 of 120 · about 20 s left"_s);
    add("a time that is not trusted is not said", running(2, 120, {}), StatusKind::Syncing, u"Syncing 2 of 120"_s);
    add("minutes are said as minutes", running(34, 12'000, 130s), StatusKind::Syncing,
        u"Syncing 34 of 12 000 · about 3 min left"_s.replace(u"12 000"_s, kSwedish.toString(12'000)));
    add("pulling says what has come", running(0, 0, {}, 340), StatusKind::Syncing, u"Syncing · 340 changes received"_s);
    add("a run that has just begun", running(0, 0, {}), StatusKind::Syncing, u"Syncing …"_s);

    add("offline with changes", withState(State::OfflineWaiting, Reason::Offline, 12), StatusKind::Offline,
        u"Offline – 12 changes waiting"_s);
    add("offline with one change", withState(State::OfflineWaiting, Reason::Offline, 1), StatusKind::Offline,
        u"Offline – 1 change waiting"_s);
    add("offline with nothing to send", withState(State::OfflineWaiting, Reason::Offline), StatusKind::Offline,
        u"Offline"_s);
    add("offline on purpose", withState(State::OfflineWaiting, Reason::WorkingOffline, 2), StatusKind::WorkingOffline,
        u"Working offline – 2 changes waiting"_s);
    add("a guest network that wants a sign-in", withState(State::OfflineWaiting, Reason::Captive, 2),
        StatusKind::Captive, u"Network sign-in needed – 2 changes waiting"_s);

    add("a failed attempt is tried again",
        again(Reason::Retry, kNow.addSecs(25), error(ErrorKind::Offline, u"net.offline"_s)), StatusKind::Retrying,
        u"Trying again in 25 s · try now"_s);
    add("who is asked to wait waits",
        again(Reason::RateLimited, kNow.addSecs(40), error(ErrorKind::RateLimited, u"http.429"_s)),
        StatusKind::Retrying, u"Asked to wait – goes on in 40 s"_s);

    add("a server that answers with errors rests, and nobody is blamed for too many requests",
        again(Reason::RateLimited, kNow.addSecs(40), error(ErrorKind::RateLimited, u"breaker.open"_s)),
        StatusKind::Retrying, u"Server trouble – goes on in 40 s"_s);
    status = withState(State::Waiting, Reason::Question);
    sync(status).lastError = Error{ErrorKind::Rejected, u"run.massChange"_s, {u"deletions"_s, u"120"_s, u"400"_s}, {}, {}};
    add("a mass change is a question, not a pause", status, StatusKind::Failed, u"Unusually many changes – check"_s);
    add("another program has paused the runs", withState(State::Waiting, Reason::PausedThere, 3), StatusKind::Paused,
        u"Paused – 3 changes waiting"_s);
    status = running(0, 0, {});
    sync(status).progress->state = RunState::Paused;
    add("a run that another program has paused is not said to go on", status, StatusKind::Paused, u"Paused"_s);

    status = withState(State::SignInNeeded, Reason::SignIn, 2);
    sync(status).lastError = error(ErrorKind::Unauthorized, u"token.expired"_s);
    add("a sign-in is needed", status, StatusKind::SignIn, u"Sign-in needed (company server)"_s);
    status.connections.first().provider = u"fortnox"_s;
    status.connections.first().id = ConnectionId(u"fortnox"_s);
    add("Fortnox is called Fortnox", status, StatusKind::SignIn, u"Sign-in needed (Fortnox)"_s);
    status.connections.first().id = ConnectionId(u"our shop"_s);
    add("a connection is called what people call it", status, StatusKind::SignIn, u"Sign-in needed (our shop)"_s);

    add("paused with changes", withState(State::Paused, Reason::Paused, 4), StatusKind::Paused,
        u"Paused – 4 changes waiting"_s);
    add("paused with nothing to send", withState(State::Paused, Reason::Paused), StatusKind::Paused, u"Paused"_s);
    add("automatic sync is off", withState(State::Waiting, Reason::SwitchedOff, 1), StatusKind::SwitchedOff,
        u"Automatic sync is off – 1 change waiting"_s);

    status = withState(State::Failed, Reason::Retry, 1);
    sync(status).lastError = error(ErrorKind::Internal, u"store.sql"_s);
    add("a run that failed for its own reasons", status, StatusKind::Failed, u"Error – show"_s);

    add("the server has not answered yet", withState(State::Waiting, Reason::NotKnown), StatusKind::Connecting,
        u"Connecting …"_s);
    add("an edit waits for the typing to pause", withState(State::Waiting, Reason::Edited, 1), StatusKind::Waiting,
        u"1 change waiting"_s);
    add("another program syncs", withState(State::Waiting, Reason::LeaseHeld, 5), StatusKind::Waiting,
        u"5 changes waiting"_s);
    add("work is left over", withState(State::Waiting, Reason::LeftOver, 5), StatusKind::Waiting,
        u"5 changes waiting"_s);
    add("changes of others are on their way", withState(State::Waiting, Reason::Told), StatusKind::Waiting, u"Waiting to sync"_s);
    add("a first pull is due", withState(State::Waiting, Reason::PullDue), StatusKind::Waiting, u"Waiting to sync"_s);

    status = synced();
    status.openConflicts = 3;
    add("three conflicts", status, StatusKind::Conflicts, u"3 conflicts"_s);
    status.openConflicts = 1;
    add("one conflict", status, StatusKind::Conflicts, u"1 conflict"_s);

    status = synced();
    status.queue.failed = 2;
    add("what was refused is not synced", status, StatusKind::Refused, u"2 changes not accepted – show"_s);
}

void StatusLineTest::saysWhatHolds()
{
    QFETCH(CompanyStatus, status);
    QFETCH(int, kind);
    QFETCH(QString, text);
    const auto line = statusLine(status, kNow, kSwedish);
    QCOMPARE(line.text, text);
    QCOMPARE(int(line.kind), kind);
}

// Sign-in, then error, conflicts, syncing, offline, ok.
void StatusLineTest::theWeightiestIsSaid_data()
{
    QTest::addColumn<CompanyStatus>("status");
    QTest::addColumn<int>("kind");
    const auto both = [](CompanyStatus a, const CompanyStatus &b) {
        a.connections += b.connections;
        a.connections.last().id = ConnectionId(u"shop"_s);
        return a;
    };
    const auto signIn = withState(State::SignInNeeded, Reason::SignIn);
    const auto failed = withState(State::Failed, Reason::Retry);
    const auto offline = withState(State::OfflineWaiting, Reason::Offline);
    auto conflicting = synced();
    conflicting.openConflicts = 1;
    QTest::newRow("sign-in before an error") << both(failed, signIn) << int(StatusKind::SignIn);
    auto status = signIn;
    status.openConflicts = 2;
    QTest::newRow("sign-in before conflicts") << status << int(StatusKind::SignIn);
    status = failed;
    status.openConflicts = 2;
    QTest::newRow("an error before conflicts") << status << int(StatusKind::Failed);
    status = conflicting;
    status.queue.failed = 1;
    QTest::newRow("refused changes before conflicts") << status << int(StatusKind::Refused);
    QTest::newRow("conflicts before syncing") << both(conflicting, running(1, 2, {})) << int(StatusKind::Conflicts);
    status = offline;
    status.openConflicts = 2;
    QTest::newRow("conflicts before offline") << status << int(StatusKind::Conflicts);
    QTest::newRow("syncing before offline") << both(offline, running(1, 2, {})) << int(StatusKind::Syncing);
    QTest::newRow("offline before ok") << both(synced(), offline) << int(StatusKind::Offline);
    QTest::newRow("the order of connections does not matter") << both(offline, synced()) << int(StatusKind::Offline);
}

void StatusLineTest::theWeightiestIsSaid()
{
    QFETCH(CompanyStatus, status);
    QFETCH(int, kind);
    QCOMPARE(int(statusLine(status, kNow, kSwedish).kind), kind);
}

// RELIABILITY L5: every state with every reason, with and without something waiting.
void StatusLineTest::onlyIdleWithNothingWaitingIsSynced_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("idle") << State::Idle;
    QTest::newRow("waiting") << State::Waiting;
    QTest::newRow("running") << State::Running;
    QTest::newRow("offline") << State::OfflineWaiting;
    QTest::newRow("sign-in") << State::SignInNeeded;
    QTest::newRow("paused") << State::Paused;
    QTest::newRow("failed") << State::Failed;
}

void StatusLineTest::onlyIdleWithNothingWaitingIsSynced()
{
    QFETCH(State, state);
    const auto saysSynced = [](const CompanyStatus &status) {
        const auto line = statusLine(status, kNow, kSwedish);
        return line.kind == StatusKind::Synced || line.kind == StatusKind::Slow || line.text.startsWith(u"Synced"_s);
    };
    for (int reason = 0; reason <= int(Reason::PullDue); ++reason) {
        auto status = withState(state, Reason(reason));
        const bool blocked = Reason(reason) == Reason::NotKnown || Reason(reason) == Reason::SwitchedOff;
        if (!(state == State::Idle && blocked))
            QCOMPARE(saysSynced(status), state == State::Idle);
        for (auto count :
             {&QueueCounts::pending, &QueueCounts::processing, &QueueCounts::verify, &QueueCounts::failed}) {
            auto withWork = status;
            withWork.queue.*count = 1;
            QVERIFY(!saysSynced(withWork));
        }
        auto counted = status;
        counted.connections.first().sync.pending = 1;
        QVERIFY(!saysSynced(counted));
        auto never = status;
        never.connections.first().sync.lastSuccess = {};
        QVERIFY(!saysSynced(never));
    }
}

void StatusLineTest::countsDownByTheSecond()
{
    const auto next = kNow.addSecs(3);
    const auto status = again(Reason::Retry, next, error(ErrorKind::Offline, u"net.offline"_s));
    auto now = kNow;
    for (const auto &text :
         {u"Trying again in 3 s · try now"_s, u"Trying again in 2 s · try now"_s, u"Trying again in 1 s · try now"_s}) {
        const auto line = statusLine(status, now, kSwedish);
        QCOMPARE(line.text, text);
        QCOMPARE(line.changesAt, now.addSecs(1));
        QCOMPARE(line.click, StatusLine::Click::TryNow);
        now = line.changesAt;
    }
    QCOMPARE(statusLine(status, next.addSecs(5), kSwedish).text, u"Trying again in 1 s · try now"_s);
    QVERIFY(!statusLine(status, next.addSecs(5), kSwedish).changesAt.isValid());
    QCOMPARE(statusLine(status, kNow.addMSecs(400), kSwedish).changesAt, kNow.addSecs(1));
}

// R-NET-01: offline for how long, by the minute; what a screen reader is told stays the same.
void StatusLineTest::anOutageSaysForHowLong_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QDateTime>("changesAt");
    const auto row = [](const char *name, const QDateTime &now, const QString &first, const QDateTime &changesAt) {
        QTest::newRow(name) << now << first << changesAt;
    };
    row("the first minute is not counted", at(14, 3, 59), u"No answer from the company server since 14:03."_s, at(14, 4));
    row("a minute", at(14, 4), u"Offline for 1 min, since 14:03: no answer from the company server."_s, at(14, 5));
    row("minutes that have passed", at(14, 7, 50), u"Offline for 4 min, since 14:03: no answer from the company server."_s,
        at(14, 8));
    row("hours", at(16, 8), u"Offline for 2 h 5 min, since 14:03: no answer from the company server."_s, at(16, 9));
    row("a clock that was put back", at(13, 0), u"No answer from the company server since 14:03."_s, at(14, 4));
}

void StatusLineTest::anOutageSaysForHowLong()
{
    QFETCH(QDateTime, now);
    const auto line = statusLine(withState(State::OfflineWaiting, Reason::Offline), now, kSwedish);
    QCOMPARE(line.text, u"Offline"_s);
    QTEST(line.toolTip.section(u'\n', 0, 0), "first");
    QTEST(line.changesAt, "changesAt");
    QCOMPARE(line.description.section(u'\n', 0, 0), u"No answer from the company server since 14:03."_s);
    QCOMPARE(line.description.section(u'\n', 1), line.toolTip.section(u'\n', 1));
}

void StatusLineTest::aLongWaitIsToldByTheClock()
{
    const auto status = again(Reason::RateLimited, at(17, 10), error(ErrorKind::RateLimited, u"http.429"_s));
    const auto line = statusLine(status, kNow, kSwedish);
    QCOMPARE(line.text, u"Asked to wait – goes on at 17:10"_s);
    QCOMPARE(line.changesAt, at(17, 8, 30));
    QCOMPARE(line.click, StatusLine::Click::OpenPage);
    QCOMPARE(statusLine(status, at(17, 8, 30), kSwedish).text, u"Asked to wait – goes on in 2 min"_s);
}

// Everything is exchanged but for what a person has to decide on.
void StatusLineTest::whatIsStuckIsNotNothing()
{
    auto status = synced();
    QVERIFY(connectionLine(status.connections.first(), kNow, unsentOf(status, status.connections.first())).toolTip.startsWith(u"Nothing waits."_s));
    status.queue.conflict = 1;
    status.queue.failed = 2;
    const auto line = connectionLine(status.connections.first(), kNow, unsentOf(status, status.connections.first()));
    QVERIFY2(line.toolTip.startsWith(u"3 changes left for you to decide on."_s), qPrintable(line.toolTip));
}

// R-NET-03
void StatusLineTest::atOnceIsOnlySaidWhereItIsTrue_data()
{
    QTest::addColumn<ChannelState>("channel");
    QTest::addColumn<NetworkQuality>("quality");
    QTest::addColumn<bool>("said");
    QTest::newRow("an open channel") << ChannelState::Open << NetworkQuality::Online << true;
    QTest::newRow("an open channel on a slow network") << ChannelState::Open << NetworkQuality::Slow << true;
    QTest::newRow("a lost one") << ChannelState::Lost << NetworkQuality::Online << false;
    QTest::newRow("none") << ChannelState::None << NetworkQuality::Online << false;
}

void StatusLineTest::atOnceIsOnlySaidWhereItIsTrue()
{
    QFETCH(ChannelState, channel);
    QFETCH(NetworkQuality, quality);
    QFETCH(bool, said);
    auto status = synced();
    sync(status).channel = channel;
    status.connections.first().network.quality = quality;
    const auto line = connectionLine(status.connections.first(), kNow, unsentOf(status, status.connections.first()));
    QVERIFY(line.toolTip.startsWith(u"Nothing waits."_s));
    QCOMPARE(line.toolTip.contains(u"What others change appears here at once."_s), said);
}

void StatusLineTest::yesterdayHasItsDate()
{
    const auto line = statusLine(synced(), at(17, 0).addDays(1), kSwedish);
    QCOMPARE(line.text, u"Synced 2026-05-28 16:52"_s);
    QCOMPARE(statusLine(synced(), kNow, kSwedish).changesAt, QDateTime(QDate(2026, 5, 29), QTime(0, 0), Qt::UTC));
}

// Colour is never the only signal, and a screen reader has something to say.
void StatusLineTest::everyKindHasWordsAndAnIcon()
{
    for (int state = 0; state <= int(State::Failed); ++state) {
        for (int reason = 0; reason <= int(Reason::PullDue); ++reason) {
            const auto line = statusLine(withState(State(state), Reason(reason), 1), kNow, kSwedish);
            QVERIFY(!line.text.isEmpty());
            QVERIFY(!line.toolTip.isEmpty());
            QVERIFY2(QFile::exists(u":/icons/"_s + line.icon + u".svg"_s), qPrintable(line.icon));
        }
    }
}

void StatusLineTest::durationsAreRoundedUp_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing is a second") << 0 << u"1 s"_s;
    QTest::newRow("seconds") << 59 << u"59 s"_s;
    QTest::newRow("a minute") << 60 << u"1 min"_s;
    QTest::newRow("a minute and a bit") << 61 << u"2 min"_s;
    QTest::newRow("an hour") << 3600 << u"1 h"_s;
    QTest::newRow("an hour and a bit") << 4801 << u"1 h 21 min"_s;
}

void StatusLineTest::durationsAreRoundedUp()
{
    QFETCH(int, seconds);
    QFETCH(QString, text);
    QCOMPARE(durationText(std::chrono::seconds(seconds)), text);
}

QTEST_GUILESS_MAIN(StatusLineTest)
#include "statusline_test.moc"
