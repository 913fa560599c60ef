// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkstate.h"

#include "core/net/backoff.h"
#include "core/net/tuning.h"

#include <QTest>
#include <rapidcheck.h>

using namespace frost;
using namespace std::chrono_literals;
using Kind = NetworkEvidence::Kind;
using Pace = NetworkEvidence::Pace;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(frost::NetworkPhase)
Q_DECLARE_METATYPE(frost::NetworkEvent)
Q_DECLARE_METATYPE(frost::NetworkQuality)

namespace {

//! What happened, and when: "+": quick, "~": slow, "?": an answer that says nothing of pace, "-": none, "*": somebody else's,
//! "N": the system says that there is no network, "Y": it says that there is one, "W", "w": work offline, and no longer.
//! Digits are seconds that pass, "'" is 100 ms.
NetworkState play(const QByteArray &story)
{
    NetworkState state;
    NetworkHint hint = NetworkHint::None;
    auto now = QDateTime::fromMSecsSinceEpoch(1'767'600'000'000, Qt::UTC);
    const auto take = [&](Kind kind, Pace pace = Pace::Unsaid) { state = after(state, {kind, pace}, hint, now); };
    for (const char *at = story.constData(); *at; ++at) {
        switch (*at) {
        case '+': take(Kind::Answer, Pace::Quick); break;
        case '~': take(Kind::Answer, Pace::Slow); break;
        case '?': take(Kind::Answer); break;
        case '-': take(Kind::NoAnswer); break;
        case '*': take(Kind::ForeignAnswer); break;
        case 'N': hint = NetworkHint::NoNetwork; break;
        case 'Y': hint = NetworkHint::Network; break;
        case 'W': state = after(state, NetworkUse::WorkOffline, now); break;
        case 'w': state = after(state, NetworkUse::Automatic, now); break;
        case '\'': now = now.addMSecs(100); break;
        default: now = now.addSecs(*at - '0');
        }
    }
    return state;
}

} // namespace

// R-NET-01, R-NET-02 (debounced), R-NET-04 (work offline on purpose), F14
class NetworkStateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void transitions_data()
    {
        QTest::addColumn<NetworkPhase>("from");
        QTest::addColumn<NetworkEvent>("event");
        QTest::addColumn<NetworkPhase>("to");
        using P = NetworkPhase;
        using E = NetworkEvent;
        const auto row = [](const char *name, P from, E event, P to) { QTest::newRow(name) << from << event << to; };
        row("the first answer is believed", P::Unknown, E::Quick, P::Online);
        row("a first failure says nothing yet", P::Unknown, E::Failed, P::Unknown);
        row("nobody there from the start", P::Unknown, E::Lost, P::Offline);
        row("one failure raises a doubt", P::Online, E::Failed, P::Doubted);
        row("one failure on a slow link raises a doubt", P::Slow, E::Failed, P::Doubted);
        row("an answer ends the doubt", P::Doubted, E::Quick, P::Online);
        row("a slow answer ends the doubt", P::Doubted, E::Slow, P::Slow);
        row("a doubt confirmed is an outage", P::Doubted, E::Lost, P::Offline);
        row("an answer in an outage is only a beginning", P::Offline, E::Early, P::Returning);
        row("a late quick answer does not end an outage", P::Offline, E::Quick, P::Offline);
        row("a failure while returning is the outage again", P::Returning, E::Failed, P::Offline);
        row("back after the calm", P::Returning, E::Quick, P::Online);
        row("a portal shows itself in an outage", P::Offline, E::Foreign, P::Captive);
        row("signed in to the portal", P::Captive, E::Early, P::Returning);
        row("the portal goes away too", P::Captive, E::Lost, P::Offline);
        row("work offline ends everything", P::Returning, E::WorkOffline, P::OnPurpose);
        row("no answer wakes who works offline", P::OnPurpose, E::Quick, P::OnPurpose);
        row("no failure either", P::OnPurpose, E::Lost, P::OnPurpose);
        row("working online begins by looking", P::OnPurpose, E::WorkOnline, P::Unknown);
        row("working online twice changes nothing", P::Online, E::WorkOnline, P::Online);
    }
    void transitions()
    {
        QFETCH(NetworkPhase, from);
        QFETCH(NetworkEvent, event);
        QFETCH(NetworkPhase, to);
        QVERIFY(next(from, event) == to);
    }

    void everyPhaseCanBeLeftAndNoRowIsThereTwice()
    {
        for (const auto &row : kNetworkTransitions) {
            QVERIFY(row.from != row.to);
            QCOMPARE(std::ranges::count_if(kNetworkTransitions,
                                           [&](const auto &other) { return other.from == row.from && other.on == row.on; }),
                     1);
            QVERIFY(std::ranges::any_of(kNetworkTransitions, [&](const auto &other) { return other.from == row.to; }));
        }
    }

    void stories_data()
    {
        QTest::addColumn<QByteArray>("story");
        QTest::addColumn<NetworkQuality>("told");
        using Q = NetworkQuality;
        const auto row = [](const char *name, const char *story, Q told) { QTest::newRow(name) << QByteArray(story) << told; };
        row("nothing happened yet", "", Q::Unknown);
        row("one answer at the start is enough", "+", Q::Online);
        row("two failures at the start are not", "-1-", Q::Unknown);
        row("three are", "-1-2-", Q::Offline);
        row("two failures are not told", "+1-1-", Q::Online);
        row("three in a row are", "+1-1-2-", Q::Offline);
        row("an answer between starts the count again", "+1-1-1+1-1-", Q::Online);
        row("requests that fail side by side are one failure", "+1----''--", Q::Online);
        row("one failure and the system's word are enough", "+1N-", Q::Offline);
        row("the system's word alone is not", "+1N1+", Q::Online);
        row("a network in the system's eyes changes nothing", "+1Y-1-", Q::Online);
        row("one answer does not end an outage", "-1-2-4+", Q::Offline);
        row("nor do many within the calm", "-1-2-4+'+'+'+1+", Q::Offline);
        row("an answer after the calm does", "-1-2-4+2+", Q::Online);
        row("a failure within the calm begins it again", "-1-2-4+1-1+1+", Q::Offline);
        row("and then the calm counts from the new answer", "-1-2-4+1-1+2+", Q::Online);
        row("a train in the mountains stays offline", "-1-2-1+1-1+1-1+1-1+1-1+1-", Q::Offline);
        row("a lost packet now and then is nothing", "+1-1+1-1+1-1+1-1+1-", Q::Online);
        row("a page instead of the server, at the start", "*", Q::Captive);
        row("a proxy that stumbles once", "+1*", Q::Online);
        row("and twice", "+1*1*", Q::Captive);
        row("a page while offline is told at once", "-1-2-4*", Q::Captive);
        row("signed in, and calm", "*1+2+", Q::Online);
        row("signed in, too early to tell", "*1+1+", Q::Captive);
        row("the portal goes silent", "*1-1-2-", Q::Offline);
        row("a first slow answer", "~", Q::Slow);
        row("one slow answer is a coincidence", "+1~", Q::Online);
        row("two in a row are not", "+1~1~", Q::Slow);
        row("a quick one between them", "+1~1+1~", Q::Online);
        row("one quick answer does not make a link quick", "~1+", Q::Slow);
        row("two do", "~1+1+", Q::Online);
        row("answers that say nothing of pace", "~1?1?1?", Q::Slow);
        row("they end a doubt all the same", "+1-1?", Q::Online);
        row("a slow link that comes back quick", "~1-1-2-4+2+", Q::Online);
        row("work offline on purpose", "+1W", Q::Offline);
        row("answers do not change that", "+1W1+1+", Q::Offline);
        row("back to work: not known yet", "+1W1w", Q::Unknown);
        row("back to work, answered", "+1W1w+", Q::Online);
        row("a failure from before does not count afterwards", "+1-1-W1w-", Q::Unknown);
    }
    void stories()
    {
        QFETCH(QByteArray, story);
        QFETCH(NetworkQuality, told);
        QVERIFY2(play(story).quality == told, qPrintable(QString::number(int(play(story).quality))));
    }

    // "Offline for N": from the first failure, through portals and short returns, to the end.
    void anOutageBeginsWithItsFirstFailure()
    {
        const auto begin = QDateTime::fromMSecsSinceEpoch(1'767'600'000'000, Qt::UTC);
        QCOMPARE(play("+5-1-2-").since, begin.addSecs(5));
        QCOMPARE(play("+5-1-2-4+1-4-").since, begin.addSecs(5));
        QCOMPARE(play("+5-1-2-4*").since, begin.addSecs(5));
        QCOMPARE(play("+5-1-2-4+2+").since, begin.addSecs(14));
        QCOMPARE(play("+5-1+5-1-2-").since, begin.addSecs(11)); // the doubt before was resolved
        QCOMPARE(play("+5W").since, begin.addSecs(5));
        QCOMPARE(play("-1-2-4W").since, begin.addSecs(7));
    }

    void theLadderOfProbes_data()
    {
        QTest::addColumn<QByteArray>("story");
        QTest::addColumn<int>("wait"); // ms; -1: no probe
        QTest::newRow("at once at the start") << QByteArray("") << 0;
        QTest::newRow("1 s after the first failure") << QByteArray("+1-") << 1000;
        QTest::newRow("2 s after the second") << QByteArray("+1-1-") << 2000;
        QTest::newRow("4 s") << QByteArray("+1-1-2-") << 4000;
        QTest::newRow("8 s") << QByteArray("+1-1-2-4-") << 8000;
        QTest::newRow("16 s") << QByteArray("+1-1-2-4-8-") << 16000;
        QTest::newRow("and no longer") << QByteArray("+1-1-2-4-8-9-9-9-") << 16000;
        QTest::newRow("a portal is looked at as often") << QByteArray("*1*") << 2000;
        QTest::newRow("the end of the calm") << QByteArray("-1-2-4+'''''") << 1500;
        QTest::newRow("online, seldom") << QByteArray("+") << 60000;
        QTest::newRow("slow, sooner") << QByteArray("~") << 20000;
        QTest::newRow("never while working offline") << QByteArray("+W") << -1;
    }
    void theLadderOfProbes()
    {
        QFETCH(QByteArray, story);
        QFETCH(int, wait);
        auto now = QDateTime::fromMSecsSinceEpoch(1'767'600'000'000, Qt::UTC);
        for (const char *at = story.constData(); *at; ++at)
            now = *at == '\'' ? now.addMSecs(100) : *at >= '0' && *at <= '9' ? now.addSecs(*at - '0') : now;
        const auto found = probeWait(play(story), now);
        QCOMPARE(found ? int(found->count()) : -1, wait);
    }

    void whateverHappensWhatIsToldHasItsReason()
    {
        const bool held = rc::check("quality", [] {
            NetworkState state;
            auto now = QDateTime::fromMSecsSinceEpoch(1'767'600'000'000, Qt::UTC);
            int failuresInRow = 0;
            QDateTime lastFailure;
            const auto steps = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
                rc::gen::tuple(rc::gen::inRange(0, 8), rc::gen::inRange(0, 3), rc::gen::inRange(0, 6000)));
            for (const auto &[what, how, passed] : steps) {
                now = now.addMSecs(passed);
                const auto before = state;
                const auto hint = NetworkHint(how);
                if (what == 7) {
                    state = after(state, before.phase == NetworkPhase::OnPurpose ? NetworkUse::Automatic : NetworkUse::WorkOffline, now);
                    failuresInRow = 0;
                } else {
                    const auto kind = what < 3 ? Kind::Answer : what < 6 ? Kind::NoAnswer : Kind::ForeignAnswer;
                    state = after(state, {kind, Pace(how)}, hint, now);
                    failuresInRow = kind == Kind::Answer ? 0 : failuresInRow + 1;
                    if (kind != Kind::Answer)
                        lastFailure = now;
                    RC_ASSERT((state.phase == NetworkPhase::OnPurpose) == (before.phase == NetworkPhase::OnPurpose));
                    // Told as gone only with enough reason ...
                    if (isReachable(before.quality) && !isReachable(state.quality)) {
                        RC_ASSERT(failuresInRow >= (kind == Kind::ForeignAnswer ? kForeignersToBelieve : 1));
                        RC_ASSERT(kind == Kind::ForeignAnswer || hint == NetworkHint::NoNetwork || failuresInRow >= kFailuresToBelieve);
                    }
                    // ... and as back only by an answer, after an outage only after a calm without failures.
                    if (!isReachable(before.quality) && isReachable(state.quality)) {
                        RC_ASSERT(kind == Kind::Answer);
                        RC_ASSERT(before.quality == NetworkQuality::Unknown
                                  || milliseconds(before.answeringSince.msecsTo(now)) >= kCalm);
                        RC_ASSERT(before.quality == NetworkQuality::Unknown || lastFailure <= before.answeringSince); // perhaps in one millisecond
                    }
                }
                RC_ASSERT(state.quality == before.quality || state.since <= now);
                RC_ASSERT(state.quality != NetworkQuality::Offline || state.since.isValid());
                const auto wait = probeWait(state, now);
                RC_ASSERT(wait.has_value() == (state.phase != NetworkPhase::OnPurpose));
                RC_ASSERT(!wait || (*wait >= 0ms && *wait <= kProbeWhileOnline));
                RC_ASSERT(!wait || isReachable(state.quality) || *wait <= kRetryLongest);
            }
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(NetworkStateTest)
#include "networkstate_test.moc"
