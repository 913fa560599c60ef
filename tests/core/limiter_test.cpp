// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"
#include "core/net/limitedtransport.h"
#include "core/net/tuning.h"
#include "core/store/sql.h"
#include "tests/core/remotefixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace remotefixture;

namespace {

using Policy = LimitPolicy;

LimitRule fortnox()
{
    return {Policy::SlidingWindow, {{25, 5s}, {300, 60s}}};
}

//! The clock of one computer, that somebody can set.
class SettableClock final : public Clock
{
public:
    explicit SettableClock(Simulator &simulator) : m_simulator(simulator) { }
    milliseconds ahead{0};
    [[nodiscard]] QDateTime now() const override { return m_simulator.now().addMSecs(ahead.count()); }
    QCoro::Task<> sleep(milliseconds duration) override { return m_simulator.sleep(duration); }

private:
    Simulator &m_simulator;
};

//! One process with a limiter before the remote.
struct Office {
    Office(const LimitRule &rule, std::unique_ptr<LimitMemory> memory, Clock &clock, SeededRandom &random, Transport &remote)
        : limiter(rule, std::move(memory), clock, random), transport(remote, limiter)
    {
    }
    Limiter limiter;
    LimitedTransport transport;
};

//! Never over in any window of any length: what the remote saw, between any two arrivals.
QString overrun(const LimitRule &rule, const std::vector<qint64> &arrivals, const std::vector<HttpRequest> &seen)
{
    for (const auto &quota : rule.quotas) {
        const qint64 window = quota.window.count();
        for (std::size_t from = 0; from < arrivals.size(); ++from) {
            qint64 units = 0;
            for (std::size_t to = from; to < arrivals.size(); ++to) {
                units += seen[to].cost;
                const qint64 apart = arrivals[to] - arrivals[from];
                qint64 allowed = quota.units;
                if (rule.policy == Policy::TokenBucket || rule.policy == Policy::CostBucket)
                    allowed = quota.capacity() + apart * quota.units / window;
                else if (rule.policy == Policy::FixedWindow ? arrivals[to] / window != arrivals[from] / window : apart >= window)
                    break;
                if (units > allowed)
                    return u"%1 units within %2 ms, %3 are allowed"_s.arg(units).arg(apart).arg(allowed);
            }
        }
    }
    return {};
}

rc::Gen<LimitRule> anyRule()
{
    return rc::gen::exec([] {
        LimitRule rule;
        rule.policy = *rc::gen::element(Policy::FixedWindow, Policy::SlidingWindow, Policy::TokenBucket, Policy::CostBucket, Policy::Adaptive);
        const int quotas = *rc::gen::inRange(1, 3);
        for (int i = 0; i < quotas; ++i)
            rule.quotas.append({*rc::gen::inRange(1, 12), milliseconds(*rc::gen::inRange(1, 8000)), *rc::gen::inRange(0, 20)});
        rule.concurrent = *rc::gen::inRange(0, 4);
        return rule;
    });
}

const LimitRule kOfProcesses{Policy::SlidingWindow, {{10, 400ms}}};
constexpr int kRequestsOfAProcess = 12;

//! Another process: prints when it sent.
int sendFrom(const QString &path)
{
    SystemClock clock;
    SystemRandom random;
    Limiter limiter(kOfProcesses, std::make_unique<SharedMemory>(path, u"remote"_s, "token", clock), clock, random);
    for (int i = 0; i < kRequestsOfAProcess; ++i) {
        const auto turn = QCoro::waitFor(limiter.acquire({}));
        if (!turn)
            return 1;
        printf("%lld\n", static_cast<long long>(clock.now().toMSecsSinceEpoch()));
        limiter.end(*turn, nullptr);
    }
    return 0;
}

Task<void> acquireInto(Limiter &limiter, Limiter::Demand demand, std::optional<Result<Limiter::Turn>> &outcome)
{
    outcome = co_await limiter.acquire(std::move(demand));
}

} // namespace

//! R-LIM-01; RELIABILITY I19.
class LimiterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void neverOverInAnyWindow()
    {
        const bool held = rc::check("one process", [] {
            Simulator simulator(*rc::gen::arbitrary<std::uint64_t>());
            SeededRandom random(1);
            Remote remote(simulator, random);
            remote.longestWay = milliseconds(*rc::gen::inRange(0, 3000));
            const auto rule = *anyRule();
            Office office(rule, std::make_unique<OwnMemory>(), simulator, random, remote);
            Outcomes outcomes;
            const auto pauses = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1500));
            const bool inBursts = *rc::gen::arbitrary<bool>();
            for (const int pause : pauses) {
                auto request = get(u"/x"_s);
                request.timeout = 10min; // longer than any way: nothing lapses
                request.cost = rule.policy == Policy::CostBucket ? *rc::gen::inRange(1, rule.quotas.first().capacity() + 1) : 1;
                for (const auto &quota : rule.quotas)
                    request.cost = std::min(request.cost, rule.policy == Policy::CostBucket ? quota.capacity() : 1);
                sendOne(office.transport, std::move(request), outcomes);
                if (!inBursts || pause < 200)
                    simulator.runFor(milliseconds(pause));
            }
            simulator.run();
            const auto problem = overrun(rule, remote.arrivals, remote.seen);
            if (!problem.isEmpty())
                RC_FAIL(problem.toStdString());
            RC_ASSERT(rule.concurrent == 0 || remote.mostInTheAir <= rule.concurrent);
            for (const auto &outcome : outcomes) // each got its turn, or was told that it is too far away
                RC_ASSERT(outcome && (*outcome || outcome->error().kind == ErrorKind::RateLimited));
        });
        QVERIFY(held);
    }

    // Also across processes that share a token (R-LIM-01): the file is real.
    void neverOverAcrossProcesses()
    {
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            QTemporaryDir folder;
            Simulator simulator(seed);
            SeededRandom random(seed);
            Remote remote(simulator, random);
            remote.longestWay = milliseconds(random.below(800));
            const LimitRule rule = seed % 3 == 0 ? LimitRule{Policy::TokenBucket, {{5, 1s, 8}}} : LimitRule{Policy::SlidingWindow, {{5, 1s}, {12, 4s}}};
            std::vector<std::unique_ptr<Office>> offices;
            for (int i = 0; i < 3; ++i) {
                offices.push_back(std::make_unique<Office>(
                    rule, std::make_unique<SharedMemory>(SharedMemory::fileIn(folder.path()), u"remote"_s, "token", simulator), simulator, random, remote));
            }
            Outcomes outcomes;
            for (int i = 0; i < 60; ++i) {
                sendOne(offices[random.below(3)]->transport, get(u"/x"_s), outcomes);
                simulator.runFor(milliseconds(random.below(300)));
            }
            simulator.run();
            QCOMPARE(remote.arrivals.size(), std::size_t(60));
            const auto problem = overrun(rule, remote.arrivals, remote.seen);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void neverOverAcrossRealProcesses()
    {
        QTemporaryDir folder;
        std::deque<QProcess> processes(3);
        for (auto &process : processes)
            process.start(QCoreApplication::applicationFilePath(), {u"--send"_s, SharedMemory::fileIn(folder.path())});
        std::vector<qint64> arrivals;
        for (auto &process : processes) {
            QVERIFY(process.waitForFinished(60000));
            QCOMPARE(process.exitCode(), 0);
            for (const auto &line : process.readAllStandardOutput().trimmed().split('\n'))
                arrivals.push_back(line.toLongLong());
        }
        QCOMPARE(arrivals.size(), processes.size() * kRequestsOfAProcess);
        std::sort(arrivals.begin(), arrivals.end());
        QCOMPARE(overrun(kOfProcesses, arrivals, std::vector<HttpRequest>(arrivals.size())), QString());
    }

    void twoTokensAreTwoLimitsAndNoneIsWritten()
    {
        QTemporaryDir folder;
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        const LimitRule one{Policy::SlidingWindow, {{1, 60s}}};
        const auto path = SharedMemory::fileIn(folder.path());
        Office first(one, std::make_unique<SharedMemory>(path, u"remote"_s, "the-first-token", simulator), simulator, random, remote);
        Office second(one, std::make_unique<SharedMemory>(path, u"remote"_s, "another-token", simulator), simulator, random, remote);
        Outcomes outcomes;
        sendOne(first.transport, get(u"/x"_s), outcomes);
        sendOne(second.transport, get(u"/x"_s), outcomes);
        QCOMPARE(remote.arrivals.size(), std::size_t(2));
        QCOMPARE(first.limiter.remaining(), 0);
        for (const auto &name : QDir(folder.path()).entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("-token"));
        }
    }

    // 25 in 5 s and 300 in 60 s: a thousand requests keep to it and take as long as they must, no longer.
    void fortnoxsLimitIsUsedFully()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        Office office(fortnox(), std::make_unique<OwnMemory>(), simulator, random, remote);
        const auto begin = simulator.now();
        Outcomes outcomes;
        for (int i = 0; i < 1000; ++i) {
            sendOne(office.transport, get(u"/x"_s), outcomes);
            while (office.limiter.waiting() > 0)
                simulator.runFor(100ms);
        }
        simulator.run();
        QCOMPARE(overrun(fortnox(), remote.arrivals, remote.seen), QString());
        const qint64 took = remote.arrivals.back() - begin.toMSecsSinceEpoch();
        QVERIFY2(took >= 39 * 5000 && took < 41 * 5000 + 1000, qPrintable(QString::number(took)));
    }

    void remainingAndReset()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        Office office({Policy::SlidingWindow, {{3, 10s}}}, std::make_unique<OwnMemory>(), simulator, random, remote);
        QCOMPARE(office.limiter.remaining(), 3);
        QVERIFY(office.limiter.resetAt() <= simulator.now());
        Outcomes outcomes;
        sendOne(office.transport, get(u"/x"_s), outcomes);
        simulator.runFor(4s);
        sendOne(office.transport, get(u"/x"_s), outcomes);
        QCOMPARE(office.limiter.remaining(), 1);
        const auto whole = office.limiter.resetAt();
        simulator.runFor(milliseconds(simulator.now().msecsTo(whole)) - 1ms);
        QVERIFY(office.limiter.remaining() < 3);
        simulator.runFor(1ms);
        QCOMPARE(office.limiter.remaining(), 3);
    }

    void executeTakesATurnAndGivesTheResult()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Limiter limiter({Policy::FixedWindow, {{1, 1min}}}, std::make_unique<OwnMemory>(), simulator, random);
        std::vector<int> done;
        const std::function<Task<Result<int>>()> work = [&]() -> Task<Result<int>> {
            done.push_back(int(simulator.now().time().minute()));
            co_return int(done.size());
        };
        std::vector<Task<Result<int>>> tasks;
        tasks.push_back(limiter.execute(work));
        tasks.push_back(limiter.execute(work));
        simulator.run();
        QCOMPARE(done, (std::vector<int>{0, 1}));
        QVERIFY(tasks[1].isReady());
    }

    // F15: what a refusal asks for is kept to, whatever the policy; without a wish the wait grows.
    void neverBeforeRetryAfter_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("least"); // ms
        const QList<std::pair<const char *, Policy>> policies{{"fixed", Policy::FixedWindow}, {"sliding", Policy::SlidingWindow},
                                                              {"token", Policy::TokenBucket}, {"cost", Policy::CostBucket},
                                                              {"adaptive", Policy::Adaptive}};
        for (const auto &[name, policy] : policies) {
            QTest::addRow("%s, seconds", name) << int(policy) << QByteArray("30") << 30000;
            QTest::addRow("%s, a date", name) << int(policy) << QByteArray("Mon, 05 Jan 2026 08:00:45 GMT") << 45000;
            QTest::addRow("%s, absent: the window", name) << int(policy) << QByteArray() << 5000;
            QTest::addRow("%s, rubbish: the window", name) << int(policy) << QByteArray("whenever") << 5000;
        }
    }
    void neverBeforeRetryAfter()
    {
        QFETCH(int, policy);
        QFETCH(QByteArray, header);
        QFETCH(int, least);
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        int asked = 0;
        remote.answer = [&](const HttpRequest &) {
            HttpResponse response{asked++ == 0 ? 429 : 200, {}, {}};
            if (!header.isNull())
                response.headers.insert("retry-after", header);
            return response;
        };
        Office office({Policy(policy), {{100, 5s}}}, std::make_unique<OwnMemory>(), simulator, random, remote);
        Outcomes outcomes;
        for (int i = 0; i < 3; ++i)
            sendOne(office.transport, get(u"/x"_s), outcomes);
        QCOMPARE(office.limiter.remaining(), 0);
        simulator.run();
        QCOMPARE(outcomes[0]->value().status, 429); // the caller's, it is not tried again here
        QCOMPARE(outcomes[2]->value().status, 200);
        const qint64 waited = remote.arrivals[1] - remote.arrivals[0];
        QVERIFY2(waited >= least && waited <= least + kRetryJitter.count() + 1, qPrintable(QString::number(waited)));
    }

    void aWaitOfAnHourIsToldNotWaitedFor()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        remote.answer = [](const HttpRequest &) { return HttpResponse{429, {{"retry-after", "3600"}}, {}}; };
        Office office(fortnox(), std::make_unique<OwnMemory>(), simulator, random, remote);
        Outcomes outcomes;
        sendOne(office.transport, get(u"/x"_s), outcomes);
        sendOne(office.transport, get(u"/x"_s), outcomes);
        QCOMPARE(remote.arrivals.size(), std::size_t(1));
        QCOMPARE(outcomes[1]->error().code, u"limit.wait"_s);
        QCOMPARE(outcomes[1]->error().kind, ErrorKind::RateLimited);
        QVERIFY(outcomes[1]->error().retryAfter >= 3600s);
        simulator.runFor(milliseconds(*outcomes[1]->error().retryAfter));
        remote.answer = [](const HttpRequest &) { return HttpResponse{200, {}, {}}; };
        sendOne(office.transport, get(u"/x"_s), outcomes);
        QVERIFY(outcomes[2]->has_value());
    }

    void refusalsInARowWaitLonger()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        remote.answer = [](const HttpRequest &) { return HttpResponse{429, {}, {}}; };
        Office office({Policy::SlidingWindow, {{100, 10ms}}, 1}, std::make_unique<OwnMemory>(), simulator, random, remote);
        Outcomes outcomes;
        for (int i = 0; i < 8; ++i)
            sendOne(office.transport, get(u"/x"_s), outcomes);
        simulator.run();
        for (int i = 1; i < 8; ++i) { // 1, 2, 4, 8, 16, 16 s and up to one more
            const milliseconds wait(remote.arrivals[std::size_t(i)] - remote.arrivals[std::size_t(i) - 1]);
            QVERIFY(wait >= backOff(i) && wait <= backOff(i) + kRetryJitter + 1ms);
        }
    }

    void headersAreBelieved()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        remote.answer = [](const HttpRequest &) {
            return HttpResponse{200, {{"x-ratelimit-remaining", "2"}, {"x-ratelimit-reset", "20"}}, {}};
        };
        Office office({Policy::Adaptive, {{600, 60s}}}, std::make_unique<OwnMemory>(), simulator, random, remote);
        Outcomes outcomes;
        sendOne(office.transport, get(u"/x"_s), outcomes);
        QCOMPARE(office.limiter.remaining(), 2);
        remote.answer = [](const HttpRequest &) { return HttpResponse{200, {}, {}}; };
        for (int i = 0; i < 3; ++i)
            sendOne(office.transport, get(u"/x"_s), outcomes);
        QCOMPARE(remote.arrivals.size(), std::size_t(3));
        simulator.run();
        QVERIFY(remote.arrivals[3] - remote.arrivals[0] >= 20000);
    }

    void aRefusalHalvesAnAdaptiveLimitUntilItGoesWell()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        remote.answer = [](const HttpRequest &) { return HttpResponse{429, {}, {}}; };
        Office office({Policy::Adaptive, {{64, 1s}}}, std::make_unique<OwnMemory>(), simulator, random, remote);
        Outcomes outcomes;
        sendOne(office.transport, get(u"/x"_s), outcomes);
        simulator.runFor(10s);
        QCOMPARE(office.limiter.remaining(), 32);
        remote.answer = [](const HttpRequest &) { return HttpResponse{200, {}, {}}; };
        for (int i = 0; i < 64; ++i) {
            sendOne(office.transport, get(u"/x"_s), outcomes);
            simulator.runFor(100ms);
        }
        simulator.runFor(10s);
        QCOMPARE(office.limiter.remaining(), 64);
    }

    void theRemotesOwnCountOfABucketIsBelieved()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        remote.answer = [](const HttpRequest &) {
            return HttpResponse{200, {}, R"({"extensions":{"cost":{"throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":500,"restoreRate":200}}}})"};
        };
        Office office({Policy::CostBucket, {{100, 1s, 1000}}}, std::make_unique<OwnMemory>(), simulator, random, remote);
        Outcomes outcomes;
        auto request = get(u"/graphql"_s);
        request.cost = 900;
        sendOne(office.transport, request, outcomes);
        QCOMPARE(office.limiter.remaining(), 500);
        sendOne(office.transport, request, outcomes); // 400 are missing, 200 come back a second
        simulator.run();
        QCOMPARE(remote.arrivals[1] - remote.arrivals[0], 2000);
    }

    void waitersAreServedInOrderAndBounded()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        Office office({Policy::SlidingWindow, {{1, 10ms}}}, std::make_unique<OwnMemory>(), simulator, random, remote);
        Outcomes outcomes;
        for (int i = 0; i <= kMostWaiters + 1; ++i) {
            auto request = get(u"/"_s + QString::number(i));
            request.cost = 1 + i % 3;
            sendOne(office.transport, std::move(request), outcomes);
        }
        QCOMPARE(outcomes.back()->error().code, u"limit.crowded"_s);
        QVERIFY(outcomes.back()->error().retryAfter);
        simulator.run();
        QCOMPARE(remote.seen.size(), std::size_t(kMostWaiters + 1));
        for (int i = 0; i <= kMostWaiters; ++i)
            QCOMPARE(remote.seen[std::size_t(i)].url.path(), u"/"_s + QString::number(i));
    }

    void aWaiterCanBeCalledOff()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Limiter limiter({Policy::SlidingWindow, {{1, 10s}}}, std::make_unique<OwnMemory>(), simulator, random);
        std::deque<std::optional<Result<Limiter::Turn>>> turns(3);
        std::vector<std::unique_ptr<QObject>> lives;
        for (auto &turn : turns) {
            lives.push_back(std::make_unique<QObject>());
            Limiter::Demand demand;
            demand.life = lives.back().get();
            acquireInto(limiter, std::move(demand), turn);
        }
        limiter.end(turns[0]->value(), nullptr);
        lives[1].reset();
        QVERIFY(!turns[1]); // not from within the end of its life
        simulator.runFor(0ms);
        QCOMPARE(turns[1]->error().code, u"net.aborted"_s);
        QCOMPARE(turns[1]->error().kind, ErrorKind::Offline);
        QVERIFY(!turns[2]);
        simulator.run();
        QVERIFY(turns[2]->has_value());
        lives.clear(); // of those who have gone on nobody is called off
        simulator.run();
    }

    void aTurnOfAProcessThatDiedLapses()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Limiter limiter({Policy::SlidingWindow, {{1, 10s}}, 1}, std::make_unique<OwnMemory>(), simulator, random);
        std::deque<std::optional<Result<Limiter::Turn>>> turns(2);
        for (auto &turn : turns) {
            Limiter::Demand demand;
            demand.hold = 30s;
            acquireInto(limiter, std::move(demand), turn);
        }
        simulator.runFor(40s);
        QVERIFY(!turns[1]);
        simulator.runFor(1s);
        QVERIFY(turns[1]);
    }

    void aClockSetBackNeitherStarvesNorFloods()
    {
        QTemporaryDir folder;
        Simulator simulator(1);
        SettableClock clock(simulator);
        SeededRandom random(1);
        Remote remote(simulator, random);
        Office office(fortnox(), std::make_unique<SharedMemory>(SharedMemory::fileIn(folder.path()), u"r"_s, "t", clock), clock, random, remote);
        Outcomes outcomes;
        for (int round = 0; round < 6; ++round) {
            for (int i = 0; i < 30; ++i)
                sendOne(office.transport, get(u"/x"_s), outcomes);
            simulator.runFor(milliseconds(random.below(4000)));
            clock.ahead -= std::chrono::hours(24 * 365 * (round + 1));
            simulator.runFor(30s);
        }
        simulator.run();
        QCOMPARE(remote.arrivals.size(), std::size_t(180));
        QCOMPARE(overrun(fortnox(), remote.arrivals, remote.seen), QString());
        QVERIFY(remote.arrivals.back() - remote.arrivals.front() < 7 * 34000);
    }

    // A file that cannot be used means a smaller limit, never none.
    void aFileThatFails_data()
    {
        QTest::addColumn<QString>("harm");
        QTest::newRow("it is no database") << u"rubbish"_s;
        QTest::newRow("its folder is not there") << u"no folder"_s;
        QTest::newRow("it is a folder") << u"a folder"_s;
        QTest::newRow("it is read only") << u"read only"_s;
        QTest::newRow("its row is damaged") << u"row"_s;
        QTest::newRow("another process holds its lock") << u"locked"_s;
    }
    void aFileThatFails()
    {
        QFETCH(QString, harm);
        QTemporaryDir folder;
        const QString path = harm == "no folder"_L1 ? folder.filePath(u"gone/limits.db"_s) : SharedMemory::fileIn(folder.path());
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        std::unique_ptr<Sql> other;
        std::optional<Transaction> lock;
        if (harm == "rubbish"_L1 || harm == "read only"_L1) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, harm == "rubbish"_L1 ? 'x' : '\0'));
            file.close();
            if (harm == "read only"_L1)
                QVERIFY(file.setPermissions(QFile::ReadOwner));
        } else if (harm == "a folder"_L1) {
            QVERIFY(QDir(folder.path()).mkdir(path));
        } else if (harm == "row"_L1 || harm == "locked"_L1) {
            SharedMemory(path, u"r"_s, "t", simulator).change([&](LimitState &state, LimitMemory::Sight) {
                state.seen = simulator.now().toMSecsSinceEpoch(); // else it is too old to be kept
            });
            Sql::Options options;
            options.path = path;
            auto opened = Sql::open(options);
            QVERIFY(opened);
            other = *std::move(opened);
            if (harm == "row"_L1) {
                QVERIFY(other->run("UPDATE limits SET state = 'rubbish'"));
            } else {
                auto begun = Transaction::begin(*other, Durability::ProcessCrash);
                QVERIFY(begun);
                lock.emplace(*std::move(begun));
            }
        }
        const LimitRule rule{Policy::SlidingWindow, {{20, 5s}}};
        Office office(rule, std::make_unique<SharedMemory>(path, u"r"_s, "t", simulator), simulator, random, remote);
        Outcomes outcomes;
        for (int i = 0; i < 40; ++i)
            sendOne(office.transport, get(u"/x"_s), outcomes);
        QCOMPARE(remote.arrivals.size(), std::size_t(0)); // whatever was sent before: first a whole window
        simulator.runFor(5100ms);
        const auto first = remote.arrivals.size();
        QVERIFY(first > 0);
        if (harm != "row"_L1)
            QCOMPARE(first, std::size_t(20 / kShareAlone));
        lock.reset();
        simulator.run();
        QCOMPARE(remote.arrivals.size(), std::size_t(40));
        QCOMPARE(overrun(rule, remote.arrivals, remote.seen), QString());
    }

    // A file that fails for a while: what was sent meanwhile counts when it works again.
    void whatWasSentAloneCountsAfterwards()
    {
        QTemporaryDir folder;
        const auto path = SharedMemory::fileIn(folder.path());
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        const LimitRule rule{Policy::SlidingWindow, {{8, 60s}}};
        Office office(rule, std::make_unique<SharedMemory>(path, u"r"_s, "t", simulator), simulator, random, remote);
        Office other(rule, std::make_unique<SharedMemory>(path, u"r"_s, "t", simulator), simulator, random, remote);
        Outcomes outcomes;
        sendOne(office.transport, get(u"/x"_s), outcomes);
        {
            Sql::Options options;
            options.path = path;
            auto sql = Sql::open(options);
            QVERIFY(sql);
            auto lock = Transaction::begin(**sql, Durability::ProcessCrash);
            QVERIFY(lock);
            sendOne(office.transport, get(u"/x"_s), outcomes);
            QCOMPARE(remote.arrivals.size(), std::size_t(2));
        }
        sendOne(office.transport, get(u"/x"_s), outcomes);
        QCOMPARE(other.limiter.remaining(), 5);
    }

    void theStateSurvivesItsFile()
    {
        LimitState state;
        state.flights = {{(1LL << 52) - 1, 3, 1'767'600'000'123}};
        state.landings = {{5, 1, 1'767'600'000'001}, {6, 2, 1'767'600'000'002}};
        state.debts = {123, 456};
        state.debtsAt = state.seen = 1'767'600'000'003;
        state.notBefore = 1'767'600'005'000;
        state.refusals = 2;
        state.share = 512;
        state.left = 7;
        state.leftUntil = 1'767'600'009'000;
        state.perSecond = 200;
        state.capacity = 4000;
        const auto back = limitStateFrom(toBytes(state));
        QVERIFY(back);
        QVERIFY(*back == state);
        QVERIFY(!limitStateFrom("rubbish"));
        QVERIFY(!limitStateFrom("{}"));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--send") == 0)
        return sendFrom(QString::fromLocal8Bit(argv[2]));
    LimiterTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "limiter_test.moc"
