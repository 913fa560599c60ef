// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/backoff.h"
#include "core/sync/autosyncdecision.h"
#include "core/sync/tuning.h"

#include <QTest>
#include <rapidcheck.h>

using namespace frost;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Action = AutoSyncDecision::Action;
using Reason = AutoSyncReason;
using Situation = AutoSyncSituation;

Q_DECLARE_METATYPE(frost::AutoSyncSituation)
Q_DECLARE_METATYPE(frost::AutoSyncDecision::Action)
Q_DECLARE_METATYPE(frost::AutoSyncReason)
Q_DECLARE_METATYPE(frost::AutoSyncState)
Q_DECLARE_METATYPE(frost::ErrorKind)

namespace {
const auto kNow = QDateTime::fromMSecsSinceEpoch(1'767'600'000'000, Qt::UTC);

QDateTime ago(milliseconds passed)
{
    return kNow.addMSecs(-passed.count());
}

//! Online, synchronised half a minute ago, nothing to do.
Situation calm()
{
    Situation situation;
    situation.quality = NetworkQuality::Online;
    situation.lastSuccess = ago(30s);
    return situation;
}

Situation with(const std::function<void(Situation &)> &change)
{
    auto situation = calm();
    change(situation);
    return situation;
}

//! Often none.
QList<QTime> anyTimes()
{
    QList<QTime> times;
    for (int left = *rc::gen::inRange(-2, 4); left > 0; --left)
        times += QTime(*rc::gen::inRange(0, 24), *rc::gen::inRange(0, 60));
    return times;
}

//! Sets the time zone of this computer, as long as it lives.
class TimeZone
{
public:
    explicit TimeZone(const char *rule) : m_before(qgetenv("TZ")) { qputenv("TZ", rule); }
    ~TimeZone() { qputenv("TZ", m_before); }

private:
    QByteArray m_before;
};

void failedWith(Situation &situation, ErrorKind kind, milliseconds since, milliseconds wait)
{
    situation.failure = AutoSyncFailure{{kind, u"x"_s, {}, {}, {}}, ago(since), wait, 1};
}
} // namespace

// R-NET-02, R-NET-03, R-NET-04, R-QUE-06
class AutoSyncDecisionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decisions_data()
    {
        QTest::addColumn<Situation>("situation");
        QTest::addColumn<Action>("action");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<int>("wait"); // ms from now, of WaitUntil
        const auto row = [](const char *name, const std::function<void(Situation &)> &change, Action action, Reason reason,
                            milliseconds wait = 0ms) {
            QTest::newRow(name) << with(change) << action << reason << int(wait.count());
        };
        const auto wait = Action::WaitUntil;
        const auto run = Action::RunNow;
        const auto nothing = Action::Nothing;

        row("nothing to do: the next pull", [](auto &) {}, wait, Reason::PullDue, 30s);
        row("the pull is due", [](auto &s) { s.lastSuccess = ago(60s); }, run, Reason::PullDue);
        row("never synchronised", [](auto &s) { s.lastSuccess = {}; }, run, Reason::PullDue);
        row("another interval", [](auto &s) { s.settings.pullInterval = 15min; }, wait, Reason::PullDue, 15min - 30s);
        row("a clock that was set back", [](auto &s) { s.lastSuccess = kNow.addYears(1); }, run, Reason::PullDue);

        row("work is waiting", [](auto &s) { s.pending = 1; }, run, Reason::Pending);
        row("an edit just now", [](auto &s) { s.firstEdit = s.lastEdit = ago(100ms); }, wait, Reason::Edited, 900ms);
        row("an edit, and the typing has paused", [](auto &s) { s.firstEdit = s.lastEdit = ago(1s); }, run, Reason::Edited);
        row("somebody types on and on", [](auto &s) { s.firstEdit = ago(4500ms); s.lastEdit = ago(10ms); }, wait,
            Reason::Edited, 500ms);
        row("long enough", [](auto &s) { s.firstEdit = ago(5s); s.lastEdit = ago(10ms); }, run, Reason::Edited);
        row("an edit before the clock was set back", [](auto &s) { s.firstEdit = s.lastEdit = kNow.addDays(1); }, run,
            Reason::Edited);

        row("never two runs", [](auto &s) { s.activity = Situation::Activity::Running; s.pending = 9; s.wish = Situation::Wish::SyncNow; },
            nothing, Reason::Running);
        row("a person asks", [](auto &s) { s.wish = Situation::Wish::SyncNow; }, run, Reason::Asked);
        row("a person asks while offline", [](auto &s) { s.wish = Situation::Wish::SyncNow; s.quality = NetworkQuality::Offline; }, run,
            Reason::Asked);
        row("a person asks while paused", [](auto &s) { s.wish = Situation::Wish::SyncNow; s.pause = AutoSyncPause::Paused; }, run,
            Reason::Asked);
        row("a person asks although switched off", [](auto &s) { s.wish = Situation::Wish::SyncNow; s.settings.autoSyncEnabled = false; },
            run, Reason::Asked);
        row("a person asks after a failure", [](auto &s) { s.wish = Situation::Wish::SyncNow; failedWith(s, ErrorKind::Unauthorized, 1s, 0s); },
            run, Reason::Asked);
        row("on purpose offline, whatever anybody asks",
            [](auto &s) { s.wish = Situation::Wish::SyncNow; s.use = NetworkUse::WorkOffline; }, nothing, Reason::WorkingOffline);

        row("paused", [](auto &s) { s.pause = AutoSyncPause::Paused; s.pending = 3; }, nothing, Reason::Paused);
        row("switched off", [](auto &s) { s.settings.autoSyncEnabled = false; s.pending = 3; }, nothing, Reason::SwitchedOff);
        row("not known yet", [](auto &s) { s.quality = NetworkQuality::Unknown; s.pending = 3; }, nothing, Reason::NotKnown);
        row("offline", [](auto &s) { s.quality = NetworkQuality::Offline; s.pending = 3; }, nothing, Reason::Offline);
        row("behind a portal", [](auto &s) { s.quality = NetworkQuality::Captive; s.pending = 3; }, nothing, Reason::Captive);
        row("a slow link is a link", [](auto &s) { s.quality = NetworkQuality::Slow; s.pending = 3; }, run, Reason::Pending);

        row("sign-in needed", [](auto &s) { failedWith(s, ErrorKind::Unauthorized, 1h, 0s); s.pending = 3; }, nothing, Reason::SignIn);
        row("sign-in needed is said before paused",
            [](auto &s) { failedWith(s, ErrorKind::Unauthorized, 1h, 0s); s.pause = AutoSyncPause::Paused; }, nothing, Reason::SignIn);
        row("the remote asked to wait", [](auto &s) { failedWith(s, ErrorKind::RateLimited, 10s, 30s); s.pending = 3; }, wait,
            Reason::RateLimited, 20s);
        row("another process synchronises", [](auto &s) { failedWith(s, ErrorKind::Busy, 1s, 5s); s.pending = 3; }, wait,
            Reason::LeaseHeld, 4s);
        row("another computer holds the connection", [](auto &s) {
            failedWith(s, ErrorKind::Busy, 1s, 60s);
            s.failure->error.code = u"holder.other"_s;
            s.pending = 3;
        }, wait, Reason::HeldElsewhere, 59s);
        row("a run was ended by a person", [](auto &s) { failedWith(s, ErrorKind::Cancelled, 1s, 60s); s.pending = 3; }, wait,
            Reason::Stopped, 59s);
        row("a run was ended by a person while it waited for an answer", [](auto &s) {
            failedWith(s, ErrorKind::OutcomeUnknown, 1s, 60s);
            s.failure->error.code = u"net.aborted"_s;
        }, wait, Reason::Stopped, 59s);
        row("a mass change waits for a person", [](auto &s) {
            failedWith(s, ErrorKind::Rejected, 1s, 60s);
            s.failure->error.code = u"run.massChange"_s;
        }, wait, Reason::Question, 59s);
        row("another program has paused the runs", [](auto &s) {
            failedWith(s, ErrorKind::Rejected, 1s, 60s);
            s.failure->error.code = u"run.paused"_s;
        }, wait, Reason::PausedThere, 59s);
        row("the last run failed", [](auto &s) { failedWith(s, ErrorKind::Storage, 1s, 4s); }, wait, Reason::Retry, 3s);
        row("an edit does not hurry a failure", [](auto &s) { failedWith(s, ErrorKind::Storage, 1s, 4s); s.firstEdit = s.lastEdit = ago(2s); },
            wait, Reason::Retry, 3s);
        row("its wait is over", [](auto &s) { failedWith(s, ErrorKind::Storage, 4s, 4s); }, run, Reason::Retry);
        row("offline beats a failure", [](auto &s) { failedWith(s, ErrorKind::Storage, 4s, 4s); s.quality = NetworkQuality::Offline; },
            nothing, Reason::Offline);
        row("a failure before the clock was set back", [](auto &s) { failedWith(s, ErrorKind::Storage, -24h, 4s); }, run, Reason::Retry);

        row("work that the last run could not send", [](auto &s) { s.pending = 2; s.idleRuns = 1; s.lastSuccess = ago(200ms); }, wait,
            Reason::LeftOver, 800ms);
        row("tried again less and less often", [](auto &s) { s.pending = 2; s.idleRuns = 4; s.lastSuccess = ago(200ms); }, wait,
            Reason::LeftOver, 7800ms);
        row("in the end at the pull interval", [](auto &s) { s.pending = 2; s.idleRuns = 6; }, wait, Reason::LeftOver, 30s);
        row("a new edit does not wait for it", [](auto &s) { s.pending = 2; s.idleRuns = 6; s.firstEdit = s.lastEdit = ago(2s); }, run,
            Reason::Edited);

        row("changes were told just now: perhaps more follow", [](auto &s) { s.told = ago(100ms); }, wait, Reason::Told, 200ms);
        row("changes were told a moment ago", [](auto &s) { s.told = ago(300ms); }, run, Reason::Told);
        row("changes were told, and this one waits a bit longer", [](auto &s) { s.told = ago(300ms); s.toldJitter = 150ms; }, wait,
            Reason::Told, 150ms);
        row("changes were told during the run before", [](auto &s) { s.told = ago(900ms); s.lastSuccess = ago(50ms); }, wait,
            Reason::Told, 250ms);
        row("changes were told before anything was ever pulled", [](auto &s) { s.told = ago(300ms); s.lastSuccess = {}; }, run,
            Reason::Told);
        row("changes were told before the clock was set back", [](auto &s) { s.told = kNow.addDays(1); }, run, Reason::Told);
        row("changes were told, and somebody types on and on",
            [](auto &s) { s.told = ago(300ms); s.firstEdit = s.lastEdit = ago(10ms); }, run, Reason::Told);
        row("changes were told, and what waits here could not be sent",
            [](auto &s) { s.told = ago(300ms); s.pending = 2; s.idleRuns = 6; }, run, Reason::Told);
        row("changes were told, and the last run failed",
            [](auto &s) { s.told = ago(300ms); failedWith(s, ErrorKind::Storage, 1s, 4s); }, wait, Reason::Retry, 3s);
        row("changes were told while paused", [](auto &s) { s.told = ago(300ms); s.pause = AutoSyncPause::Paused; }, nothing,
            Reason::Paused);
        row("changes were told, but only a person synchronises",
            [](auto &s) { s.told = ago(300ms); s.settings.autoSyncEnabled = false; }, nothing, Reason::SwitchedOff);
        row("changes were told, and offline on purpose", [](auto &s) { s.told = ago(300ms); s.use = NetworkUse::WorkOffline; },
            nothing, Reason::WorkingOffline);
        row("while changes are told at once it is asked seldom", [](auto &s) { s.channel = ChannelState::Open; }, wait,
            Reason::PullDue, 10min - 30s);
        row("but it is", [](auto &s) { s.channel = ChannelState::Open; s.lastSuccess = ago(10min); }, run, Reason::PullDue);
        row("a longer interval stays", [](auto &s) { s.channel = ChannelState::Open; s.settings.pullInterval = 1h; }, wait,
            Reason::PullDue, 1h - 30s);
        row("a lost channel: as often as ever", [](auto &s) { s.channel = ChannelState::Lost; }, wait, Reason::PullDue, 30s);
        row("a lost channel, and the interval is over", [](auto &s) { s.channel = ChannelState::Lost; s.lastSuccess = ago(5min); }, run,
            Reason::PullDue);
        row("an open channel does not hold back what waits here",
            [](auto &s) { s.channel = ChannelState::Open; s.pending = 1; }, run, Reason::Pending);
        const auto local = kNow.toLocalTime().time();
        const auto inAnHour = [local](auto &s) { s.settings.pullAt = {local.addSecs(-60), local.addSecs(3600)}; };
        row("a schedule: at the next of its times", inAnHour, wait, Reason::PullDue, 1h);
        row("a schedule: not because changes were told", [=](auto &s) { inAnHour(s); s.told = ago(1s); }, wait, Reason::PullDue, 1h);
        row("a schedule: one that was missed is made good", [=](auto &s) { inAnHour(s); s.lastSuccess = ago(2h); }, run, Reason::PullDue);
        row("a schedule: tomorrow again", [local](auto &s) { s.settings.pullAt = {local.addSecs(-60)}; }, wait, Reason::PullDue, 24h - 60s);
        row("a schedule: what waits here is sent", [=](auto &s) { inAnHour(s); s.pending = 1; }, run, Reason::Pending);
        row("a schedule: never synchronised", [=](auto &s) { inAnHour(s); s.lastSuccess = {}; }, run, Reason::PullDue);
        row("not on reconnect: nor because the channel is back", [](auto &s) {
            s.settings.syncOnReconnect = false;
            s.channel = ChannelState::Open;
            s.told = ago(1s);
            s.reconnected = ago(1s);
        }, wait, Reason::PullDue, 59s);

        row("reconnected with work", [](auto &s) { s.pending = 2; s.reconnected = ago(1ms); }, run, Reason::Pending);
        row("reconnected without work, no pull due", [](auto &s) { s.reconnected = ago(1ms); }, wait, Reason::PullDue, 30s);
        row("reconnected without work, pull due", [](auto &s) { s.reconnected = ago(1ms); s.lastSuccess = ago(10min); }, run,
            Reason::PullDue);
        row("not on reconnect: with the next pull",
            [](auto &s) { s.settings.syncOnReconnect = false; s.pending = 2; s.reconnected = ago(1s); s.lastSuccess = ago(10min); }, wait,
            Reason::Reconnected, 59s);
        row("not on reconnect: the pull counts from there too",
            [](auto &s) { s.settings.syncOnReconnect = false; s.reconnected = ago(1s); s.lastSuccess = ago(10min); }, wait,
            Reason::PullDue, 59s);
        row("not on reconnect, but an edit", [](auto &s) {
            s.settings.syncOnReconnect = false;
            s.pending = 2;
            s.reconnected = ago(10s);
            s.firstEdit = s.lastEdit = ago(2s);
        }, run, Reason::Edited);
    }
    void decisions()
    {
        QFETCH(Situation, situation);
        QFETCH(Action, action);
        QFETCH(Reason, reason);
        QFETCH(int, wait);
        const auto decision = next(situation, kNow);
        QCOMPARE(int(decision.action), int(action));
        QCOMPARE(int(decision.reason), int(reason));
        QCOMPARE(decision.until, action == Action::WaitUntil ? kNow.addMSecs(wait) : QDateTime());
    }

    // Times of a schedule are those of the clock on the wall, on the days too on which it is set.
    void aScheduleGoesByTheClockOnTheWall_data()
    {
        QTest::addColumn<QList<QTime>>("times");
        QTest::addColumn<QString>("lastSuccess");
        QTest::addColumn<QString>("next");
        const QList<QTime> six{QTime(6, 0)};
        QTest::newRow("in winter") << six << u"2026-01-15T12:00:00Z"_s << u"2026-01-16T05:00:00Z"_s;
        QTest::newRow("in summer") << six << u"2026-07-15T12:00:00Z"_s << u"2026-07-16T04:00:00Z"_s;
        QTest::newRow("the day here has begun, and that of UTC has not") << six << u"2026-07-15T22:30:00Z"_s << u"2026-07-16T04:00:00Z"_s;
        QTest::newRow("the night of 23 hours") << six << u"2026-03-28T12:00:00Z"_s << u"2026-03-29T04:00:00Z"_s;
        QTest::newRow("the night of 25 hours") << six << u"2026-10-24T12:00:00Z"_s << u"2026-10-25T05:00:00Z"_s;
        QTest::newRow("the first of several") << QList{QTime(17, 0), QTime(6, 0)} << u"2026-03-29T00:30:00Z"_s << u"2026-03-29T04:00:00Z"_s;
    }
    void aScheduleGoesByTheClockOnTheWall()
    {
        QFETCH(QList<QTime>, times);
        QFETCH(QString, lastSuccess);
        QFETCH(QString, next);
        const TimeZone stockholm("CET-1CEST,M3.5.0,M10.5.0/3");
        auto situation = calm();
        situation.settings.pullAt = times;
        situation.lastSuccess = fromIso(lastSuccess);
        const auto decision = frost::next(situation, situation.lastSuccess.addSecs(60));
        QCOMPARE(decision.until, fromIso(next));
    }

    // A time that the clock skips, or shows twice: at one instant of that day or the next, and never again and again.
    void aTimeThatTheClockSkipsOrShowsTwice()
    {
        const TimeZone stockholm("CET-1CEST,M3.5.0,M10.5.0/3");
        for (const auto &evening : {u"2026-03-28T20:00:00Z"_s, u"2026-10-24T20:00:00Z"_s}) {
            auto situation = calm();
            situation.settings.pullAt = {QTime(2, 30)};
            situation.lastSuccess = fromIso(evening);
            for (int night = 1; night <= 3; ++night) {
                const auto decision = next(situation, situation.lastSuccess.addSecs(1));
                QVERIFY(decision.action == Action::WaitUntil);
                QVERIFY(decision.until <= situation.lastSuccess.addSecs(30 * 3600)); // tomorrow's, or the one after the skipped
                situation.lastSuccess = decision.until;
            }
            QVERIFY(situation.lastSuccess >= fromIso(evening).addDays(2)); // three runs are three days
        }
    }

    void waits_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("retryAfter"); // ms; -1: not said
        QTest::addColumn<int>("inRow");
        QTest::addColumn<int>("wait"); // ms, without jitter
        QTest::newRow("the first failure") << ErrorKind::OutcomeUnknown << -1 << 1 << 1000;
        QTest::newRow("the second") << ErrorKind::OutcomeUnknown << -1 << 2 << 2000;
        QTest::newRow("the fifth") << ErrorKind::Offline << -1 << 5 << 16000;
        QTest::newRow("the hundredth: the network may be back any moment") << ErrorKind::Offline << -1 << 100 << 16000;
        QTest::newRow("a full disk") << ErrorKind::Storage << -1 << 3 << 4000;
        QTest::newRow("a right that is missing is not asked for four times a minute") << ErrorKind::Forbidden << -1 << 6 << 60000;
        QTest::newRow("asked to wait") << ErrorKind::RateLimited << 30000 << 1 << 30000;
        QTest::newRow("asked to wait, nobody said how long") << ErrorKind::RateLimited << -1 << 3 << 4000;
        QTest::newRow("asked to wait for no time") << ErrorKind::RateLimited << 0 << 1 << 1000;
        QTest::newRow("asked to wait for a negative time") << ErrorKind::RateLimited << -5000 << 1 << 1000;
        QTest::newRow("asked to wait for weeks") << ErrorKind::RateLimited << 2'000'000'000 << 1 << 3'600'000;
        QTest::newRow("another process has the lease") << ErrorKind::Busy << -1 << 7 << 5000;
    }
    void waits()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, retryAfter);
        QFETCH(int, inRow);
        QFETCH(int, wait);
        Error error{kind, {}, {}, {}, {}};
        if (retryAfter != -1)
            error.retryAfter = milliseconds(retryAfter);
        QCOMPARE(waitAfter(error, inRow, {}, 0ms), milliseconds(wait));
        QCOMPARE(waitAfter(error, inRow, {}, 700ms), milliseconds(wait + 700));
    }

    void whatIsShown_data()
    {
        QTest::addColumn<Situation>("situation");
        QTest::addColumn<AutoSyncState>("state");
        const auto row = [](const char *name, const std::function<void(Situation &)> &change, AutoSyncState state) {
            QTest::newRow(name) << with(change) << state;
        };
        row("synced", [](auto &) {}, AutoSyncState::Idle);
        row("never synced is not synced", [](auto &s) { s.lastSuccess = {}; }, AutoSyncState::Waiting);
        row("work is waiting", [](auto &s) { s.pending = 1; s.idleRuns = 1; s.lastSuccess = ago(1ms); }, AutoSyncState::Waiting);
        row("an edit that is a moment old", [](auto &s) { s.firstEdit = s.lastEdit = ago(1ms); }, AutoSyncState::Waiting);
        row("changes were told that are not here yet", [](auto &s) { s.told = ago(1ms); }, AutoSyncState::Waiting);
        row("running", [](auto &s) { s.activity = Situation::Activity::Running; }, AutoSyncState::Running);
        row("offline", [](auto &s) { s.quality = NetworkQuality::Offline; }, AutoSyncState::OfflineWaiting);
        row("behind a portal", [](auto &s) { s.quality = NetworkQuality::Captive; }, AutoSyncState::OfflineWaiting);
        row("on purpose", [](auto &s) { s.use = NetworkUse::WorkOffline; }, AutoSyncState::OfflineWaiting);
        row("not known yet, nothing waits", [](auto &s) { s.quality = NetworkQuality::Unknown; }, AutoSyncState::Idle);
        row("paused", [](auto &s) { s.pause = AutoSyncPause::Paused; }, AutoSyncState::Paused);
        row("switched off, nothing waits", [](auto &s) { s.settings.autoSyncEnabled = false; }, AutoSyncState::Idle);
        row("switched off, work waits", [](auto &s) { s.settings.autoSyncEnabled = false; s.pending = 1; }, AutoSyncState::Waiting);
        row("sign-in", [](auto &s) { failedWith(s, ErrorKind::Unauthorized, 1s, 0s); }, AutoSyncState::SignInNeeded);
        row("a full disk", [](auto &s) { failedWith(s, ErrorKind::Storage, 1s, 4s); }, AutoSyncState::Failed);
        row("an answer that was lost is no error to show", [](auto &s) { failedWith(s, ErrorKind::OutcomeUnknown, 1s, 4s); },
            AutoSyncState::Waiting);
        row("another process synchronises", [](auto &s) { failedWith(s, ErrorKind::Busy, 1s, 4s); }, AutoSyncState::Waiting);
    }
    void whatIsShown()
    {
        QFETCH(Situation, situation);
        QFETCH(AutoSyncState, state);
        QCOMPARE(int(stateOf(situation, next(situation, kNow))), int(state));
    }

    void anyDecisionIsSound()
    {
        const bool held = rc::check("decision", [] {
            Situation s;
            const auto instant = [] {
                return *rc::gen::inRange(0, 4) == 0 ? QDateTime() : kNow.addMSecs(*rc::gen::inRange(-300'000, 60'000));
            };
            s.settings = {*rc::gen::inRange(0, 5) > 0, *rc::gen::arbitrary<bool>(), std::chrono::seconds(*rc::gen::inRange(15, 600))};
            s.settings.pullAt = anyTimes();
            s.activity = *rc::gen::inRange(0, 6) == 0 ? Situation::Activity::Running : Situation::Activity::Idle;
            s.wish = *rc::gen::inRange(0, 6) == 0 ? Situation::Wish::SyncNow : Situation::Wish::None;
            s.use = *rc::gen::inRange(0, 6) == 0 ? NetworkUse::WorkOffline : NetworkUse::Automatic;
            s.quality = NetworkQuality(*rc::gen::inRange(0, 5));
            s.pause = *rc::gen::inRange(0, 6) == 0 ? AutoSyncPause::Paused : AutoSyncPause::None;
            s.pending = *rc::gen::inRange(0, 3);
            s.firstEdit = instant();
            s.lastEdit = s.firstEdit.isValid() ? s.firstEdit.addMSecs(*rc::gen::inRange(0, 20'000)) : QDateTime();
            s.lastSuccess = instant();
            s.reconnected = instant();
            s.channel = ChannelState(*rc::gen::inRange(0, 3));
            s.told = instant();
            s.toldJitter = milliseconds(*rc::gen::inRange(0, 201));
            s.idleRuns = *rc::gen::inRange(0, 9);
            if (*rc::gen::arbitrary<bool>()) {
                const Error error{ErrorKind(*rc::gen::inRange(0, int(ErrorKind::Internal) + 1)), {}, {}, {}, {}};
                const int inRow = *rc::gen::inRange(1, 50);
                const auto wait = waitAfter(error, inRow, s.settings, milliseconds(*rc::gen::inRange(0, 1001)));
                s.failure = AutoSyncFailure{error, kNow.addMSecs(*rc::gen::inRange(-300'000, 60'000)), wait, inRow};
            }
            const auto decision = next(s, kNow);
            RC_ASSERT((decision.action == Action::WaitUntil) == decision.until.isValid());
            if (decision.action == Action::WaitUntil) {
                RC_ASSERT(decision.until > kNow);
                const bool mayRest = s.channel == ChannelState::Open && s.pending == 0;
                const bool scheduled = !s.settings.pullAt.isEmpty() && s.pending == 0;
                const auto bound = scheduled ? milliseconds(24h)
                    : mayRest ? std::max<milliseconds>(attemptBound(s.settings), kPullWhileTold) : attemptBound(s.settings);
                RC_ASSERT(kNow.msecsTo(decision.until) <= bound.count());
                RC_ASSERT(next(s, decision.until).action == Action::RunNow); // a wait ends in a run
            }
            if (decision.action == Action::RunNow)
                RC_ASSERT(s.activity == Situation::Activity::Idle && s.use == NetworkUse::Automatic);
            const bool mayRun = s.activity == Situation::Activity::Idle && s.use == NetworkUse::Automatic && isReachable(s.quality)
                && s.pause == AutoSyncPause::None && s.settings.autoSyncEnabled
                && (!s.failure || s.failure->error.kind != ErrorKind::Unauthorized);
            RC_ASSERT(!mayRun || decision.action != Action::Nothing);
            // L5: "synced" is true.
            if (stateOf(s, decision) == AutoSyncState::Idle)
                RC_ASSERT(s.pending == 0 && !s.lastEdit.isValid() && !s.told.isValid() && !s.failure && s.lastSuccess.isValid());
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(AutoSyncDecisionTest)
#include "autosyncdecision_test.moc"
