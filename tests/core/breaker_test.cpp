// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"
#include "core/net/breakertransport.h"
#include "tests/core/remotefixture.h"

#include <QLoggingCategory>
#include <QTest>

#include <rapidcheck.h>

using namespace remotefixture;

namespace {
using Phase = BreakerPhase;
using Event = BreakerEvent;

Result<HttpResponse> status(int number)
{
    return HttpResponse{number, {}, {}};
}
}

Q_DECLARE_METATYPE(frost::BreakerPhase)
Q_DECLARE_METATYPE(frost::ServerHealth)

//! R-LIM-03; RELIABILITY I19.
class BreakerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"frost.net.warning=false"_s); }

    void table()
    {
        const QList<Phase> phases{Phase::Closed, Phase::Open, Phase::HalfOpen, Phase::Probing};
        const QList<Event> events{Event::Broke, Event::Rested, Event::Sent, Event::Answered, Event::Failed, Event::Unclear};
        int changes = 0;
        for (const auto phase : phases) {
            for (const auto event : events)
                changes += next(phase, event) != phase ? 1 : 0;
        }
        QCOMPARE(changes, int(kBreakerTransitions.size()));
        QCOMPARE(next(Phase::Probing, Event::Failed), Phase::Open);
        QCOMPARE(next(Phase::Probing, Event::Unclear), Phase::HalfOpen);
        QCOMPARE(next(Phase::HalfOpen, Event::Answered), Phase::HalfOpen);
    }

    void whatCounts_data()
    {
        QTest::addColumn<int>("status"); // 0: none
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<ServerHealth>("health");
        for (const int good : {200, 304, 400, 401, 404, 409, 413, 429, 501, 505})
            QTest::addRow("%d is an answer", good) << good << 0 << QString() << ServerHealth::Good;
        for (const int bad : {500, 502, 503, 504, 520})
            QTest::addRow("%d is a failure", bad) << bad << 0 << QString() << ServerHealth::Bad;
        QTest::newRow("a time-out is a failure") << 0 << int(ErrorKind::OutcomeUnknown) << u"net.timeout"_s << ServerHealth::Bad;
        QTest::newRow("a reset is a failure") << 0 << int(ErrorKind::OutcomeUnknown) << u"net.noAnswer"_s << ServerHealth::Bad;
        QTest::newRow("what we gave up is none") << 0 << int(ErrorKind::OutcomeUnknown) << u"net.aborted"_s << ServerHealth::Unsaid;
        QTest::newRow("no network is none") << 0 << int(ErrorKind::Offline) << u"net.noAnswer"_s << ServerHealth::Unsaid;
        QTest::newRow("a certificate is none") << 0 << int(ErrorKind::Offline) << u"net.untrusted"_s << ServerHealth::Unsaid;
        QTest::newRow("too much of an answer is one") << 0 << int(ErrorKind::TooLarge) << u"net.answerTooLarge"_s << ServerHealth::Good;
    }
    void whatCounts()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        QFETCH(QString, code);
        const Result<HttpResponse> result = status ? ::status(status) : Result<HttpResponse>(fail(ErrorKind(kind), code));
        QTEST(healthShownBy(result), "health");
    }

    void aStory()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        BreakerTransport breaker(remote, simulator, random);
        QList<Phase> told;
        connect(&breaker, &BreakerTransport::changed, this, [&](const BreakerStatus &status) { told.append(status.state.phase); });
        Outcomes outcomes;
        remote.answer = [](const HttpRequest &) { return status(503); };
        for (int i = 0; i < kFailuresToBreak + 3; ++i) {
            sendOne(breaker, get(u"/x"_s), outcomes);
            simulator.runFor(kFailuresApart);
        }
        QCOMPARE(remote.arrivals.size(), std::size_t(kFailuresToBreak));
        QCOMPARE(outcomes.back()->error().code, u"breaker.open"_s);
        QCOMPARE(outcomes.back()->error().kind, ErrorKind::RateLimited);
        const auto opened = breaker.status(get(u"/y"_s).url);
        QCOMPARE(opened.state.phase, Phase::Open);
        sendOne(breaker, get(u"/x"_s), outcomes);
        QVERIFY(*outcomes.back()->error().retryAfter >= kFirstRest - 4 * kFailuresApart);
        QCOMPARE(simulator.now().msecsTo(opened.restsUntil), outcomes.back()->error().retryAfter->count());

        // Another server is another breaker.
        auto elsewhere = get(u"/x"_s);
        elsewhere.url.setPort(8443);
        sendOne(breaker, elsewhere, outcomes);
        QVERIFY(outcomes.back()->has_value());

        // The rest is over: one probe, and nobody beside it.
        simulator.runFor(milliseconds(simulator.now().msecsTo(opened.restsUntil)));
        QCOMPARE(breaker.status(get({}).url).state.phase, Phase::HalfOpen);
        remote.longestWay = 100ms;
        remote.answer = [](const HttpRequest &) { return status(200); };
        const auto before = remote.arrivals.size();
        sendOne(breaker, get(u"/probe"_s), outcomes);
        sendOne(breaker, get(u"/x"_s), outcomes);
        QCOMPARE(outcomes.back()->error().code, u"breaker.open"_s);
        simulator.run();
        QCOMPARE(remote.arrivals.size(), before + 1);
        sendOne(breaker, get(u"/x"_s), outcomes);
        simulator.run();
        QVERIFY(outcomes.back()->has_value());
        QCOMPARE(told, (QList<Phase>{Phase::Open, Phase::Probing, Phase::Closed}));
        QVERIFY(breaker.status(get({}).url).state == BreakerState());
    }

    void restsGrowAndAreBounded()
    {
        BreakerState state;
        auto now = QDateTime(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
        for (int i = 0; i < kFailuresToBreak; ++i) {
            now = now.addMSecs(kFailuresApart.count());
            state = cameBack(state, Errand::Ordinary, ServerHealth::Bad, now, 0ms);
        }
        QList<qint64> rests;
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(state.phase, Phase::Open);
            rests.append(state.rest.count());
            now = now.addMSecs(state.rest.count());
            state = cameBack(sent(looked(state, now)), Errand::Probe, ServerHealth::Bad, now, 0ms);
        }
        QCOMPARE(rests, (QList<qint64>{5000, 10000, 20000, 40000, 60000, 60000}));
        // A clock set back by a year begins the rest anew, and does not prolong it.
        now = now.addYears(-1);
        state = looked(state, now);
        QCOMPARE(restLeft(state, now), kLongestRest);
        QCOMPARE(looked(state, now.addMSecs(kLongestRest.count())).phase, Phase::HalfOpen);
    }

    // Requests that run side by side fail together: one dead server does not look like five.
    void aBurstIsOneFailure()
    {
        BreakerState state;
        auto now = QDateTime(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
        for (int i = 0; i < 20; ++i)
            state = cameBack(state, Errand::Ordinary, ServerHealth::Bad, now.addMSecs(i * 10), 0ms);
        QCOMPARE(state.failures, 1);
        for (int i = 1; i < kFailuresToBreak; ++i)
            state = cameBack(state, Errand::Ordinary, ServerHealth::Bad, now.addMSecs(i * kFailuresApart.count()), 0ms);
        QCOMPARE(state.phase, Phase::Open);
        // A clock set back does not hold the count up.
        state = {};
        for (int i = 0; i < kFailuresToBreak; ++i)
            state = cameBack(state, Errand::Ordinary, ServerHealth::Bad, now.addDays(-i), 0ms);
        QCOMPARE(state.phase, Phase::Open);
    }

    // Requests that were sent before it opened come back whenever they like.
    void lateAnswersChangeNothing()
    {
        const auto now = QDateTime(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
        for (const auto phase : {Phase::Open, Phase::HalfOpen, Phase::Probing}) {
            BreakerState state{phase, 0, {}, 1, now, kFirstRest};
            for (int i = 0; i <= kFailuresToBreak; ++i) {
                for (const auto health : {ServerHealth::Good, ServerHealth::Bad, ServerHealth::Unsaid})
                    QVERIFY(cameBack(state, Errand::Ordinary, health, now.addSecs(1), 0ms) == state);
                state = cameBack(state, Errand::Ordinary, ServerHealth::Bad, now.addSecs(1), 0ms);
            }
            QCOMPARE(state.phase, phase);
        }
    }

    // Any story of answers, failures and pauses against the rules, told in other words.
    void againstAModel()
    {
        const bool held = rc::check("breaker", [] {
            Simulator simulator(*rc::gen::arbitrary<std::uint64_t>());
            SeededRandom random(7);
            Remote remote(simulator, random);
            BreakerTransport breaker(remote, simulator, random);
            int failuresInRow = 0;
            qint64 lastFailure = 0; // that counted
            int rests = 0;
            qint64 closedUntil = -1; // no request may arrive before; -1: closed
            const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::weightedElement<int>({{6, 0}, {3, 1}, {1, 2}, {1, 3}}), rc::gen::inRange(0, 9000)));
            for (const auto &[what, pause] : steps) {
                simulator.runFor(milliseconds(pause));
                const qint64 now = simulator.now().toMSecsSinceEpoch();
                remote.answer = [what](const HttpRequest &) -> Result<HttpResponse> {
                    switch (what) {
                    case 0: return status(500);
                    case 1: return status(404);
                    case 2: return fail(ErrorKind::Offline, u"net.noAnswer"_s);
                    default: return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
                    }
                };
                const auto before = remote.arrivals.size();
                Outcomes outcomes;
                sendOne(breaker, get(u"/x"_s), outcomes);
                const bool passed = remote.arrivals.size() > before;
                const bool isProbe = closedUntil >= 0;
                if (!passed) {
                    RC_ASSERT(isProbe && now < closedUntil);
                    RC_ASSERT(outcomes[0]->error().retryAfter.has_value());
                    continue;
                }
                RC_ASSERT(!isProbe || now >= closedUntil - kRetryJitter.count());
                const bool bad = what == 0 || what == 3;
                if (what == 1) {
                    failuresInRow = rests = 0;
                    closedUntil = -1;
                } else if (bad) {
                    const bool counts = !isProbe && (failuresInRow == 0 || now - lastFailure >= kFailuresApart.count());
                    failuresInRow += counts ? 1 : 0;
                    lastFailure = counts ? now : lastFailure;
                    if (isProbe || failuresInRow == kFailuresToBreak) {
                        failuresInRow = 0;
                        closedUntil = now + (restLength(++rests) + kRetryJitter).count();
                    }
                }
                const auto state = breaker.status(get({}).url).state;
                RC_ASSERT((state.phase == Phase::Closed) == (closedUntil < 0));
                RC_ASSERT(state.rest <= kLongestRest + kRetryJitter);
            }
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(BreakerTest)
#include "breaker_test.moc"
