// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lookupcache.h"
#include "tests/core/remotefixture.h"

#include <QTest>

#include <rapidcheck.h>

using namespace remotefixture;

namespace {

//! Answers with how often the record was changed.
struct Shelf {
    QHash<QString, int> versions;
    Result<HttpResponse> operator()(const HttpRequest &request)
    {
        if (request.method != "GET")
            ++versions[request.url.path()];
        return HttpResponse{200, {}, QByteArray::number(versions.value(request.url.path()))};
    }
};

HttpRequest put(const QString &path)
{
    auto request = get(path);
    request.method = "PUT";
    return request;
}

int versionIn(const std::optional<Result<HttpResponse>> &outcome)
{
    return outcome && *outcome ? (*outcome)->body.toInt() : -1;
}

} // namespace

//! R-LIM-04: the number of calls is the minimum, and nothing is older than its reader allows.
class LookupCacheTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<Simulator>(1);
        m_random = std::make_unique<SeededRandom>(1);
        m_remote = std::make_unique<Remote>(*m_simulator, *m_random);
        m_cache = std::make_unique<LookupCache>(*m_remote, *m_simulator, LookupCache::Bounds{3, 100});
        m_outcomes.clear();
    }

    void anAnswerIsKeptForAsLongAsItsReaderAllows()
    {
        ask(get(u"/accounts"_s, 10s));
        m_simulator->runFor(10s);
        ask(get(u"/accounts"_s, 10s));
        QCOMPARE(calls(), 1);
        ask(get(u"/accounts"_s, 9s));
        QCOMPARE(calls(), 2);
        ask(get(u"/accounts"_s)); // who does not say how old is asked for anew
        QCOMPARE(calls(), 3);
    }

    void whatDiffersIsNotTheSame_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("the query") << u"/accounts?page=2"_s << QByteArray("a");
        QTest::newRow("the token") << u"/accounts?page=1"_s << QByteArray("b");
    }
    void whatDiffersIsNotTheSame()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, token);
        auto first = get(u"/accounts?page=1"_s, 1h);
        first.headers.insert("authorization", "a");
        auto second = get(path, 1h);
        second.headers.insert("authorization", token);
        ask(first);
        ask(second);
        QCOMPARE(calls(), 2);
        ask(second);
        QCOMPARE(calls(), 2);
    }

    void onlyGoodAnswersAreKept()
    {
        for (const auto &answer : QList<Result<HttpResponse>>{HttpResponse{404, {}, {}}, HttpResponse{500, {}, {}},
                                                              fail(ErrorKind::Offline, u"net.noAnswer"_s)}) {
            m_remote->answer = [answer](const HttpRequest &) { return answer; };
            const int before = calls();
            ask(get(u"/x"_s, 1h));
            ask(get(u"/x"_s, 1h));
            QCOMPARE(calls(), before + 2);
        }
    }

    void writesAndPatternsForget_data()
    {
        QTest::addColumn<QString>("written"); // empty: none
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("forgotten");
        QTest::newRow("a write to the record") << u"/3/customers/7"_s << QString() << true;
        QTest::newRow("a write to the list it is in") << u"/3/customers"_s << QString() << true;
        QTest::newRow("a step below the record") << u"/3/customers/7/lock"_s << QString() << true;
        QTest::newRow("a write to its neighbour") << u"/3/customers/8"_s << QString() << false;
        QTest::newRow("a write to a name that begins alike") << u"/3/customers/77"_s << QString() << false;
        QTest::newRow("its pattern") << QString() << u"/3/customers*"_s << true;
        QTest::newRow("a pattern in the middle") << QString() << u"/*/7"_s << true;
        QTest::newRow("another pattern") << QString() << u"/3/articles*"_s << false;
        QTest::newRow("a pattern is the whole path") << QString() << u"/3/customers"_s << false;
        QTest::newRow("a point is a point") << QString() << u"/3.customers/7"_s << false;
    }
    void writesAndPatternsForget()
    {
        QFETCH(QString, written);
        QFETCH(QString, pattern);
        QFETCH(bool, forgotten);
        ask(get(u"/3/customers/7"_s, 1h));
        if (!written.isEmpty())
            ask(put(written));
        else
            m_cache->invalidate(pattern);
        const int before = calls();
        ask(get(u"/3/customers/7"_s, 1h));
        QCOMPARE(calls(), before + (forgotten ? 1 : 0));
    }

    void identicalOnesShareOneRequest()
    {
        m_remote->longestWay = 500ms;
        for (int i = 0; i < 5; ++i)
            sendOne(*m_cache, get(u"/accounts"_s, 1min), m_outcomes);
        m_simulator->run();
        QCOMPARE(calls(), 1);
        for (const auto &outcome : m_outcomes)
            QVERIFY(outcome && outcome->has_value());
    }

    void whoFollowsIsNotCalledOffWithTheFirst()
    {
        auto life = std::make_unique<QObject>();
        m_remote->longestWay = 500ms;
        m_remote->answer = [this](const HttpRequest &request) -> Result<HttpResponse> {
            if (calls() == 1)
                return fail(ErrorKind::OutcomeUnknown, u"net.aborted"_s);
            return HttpResponse{200, {}, request.url.path().toUtf8()};
        };
        sendOne(*m_cache, get(u"/x"_s, 1min), m_outcomes);
        sendOne(*m_cache, get(u"/x"_s, 1min), m_outcomes);
        auto third = get(u"/x"_s, 1min);
        third.life = life.get();
        sendOne(*m_cache, third, m_outcomes);
        life.reset();
        m_simulator->run();
        QCOMPARE(m_outcomes[0]->error().code, u"net.aborted"_s);
        QCOMPARE(m_outcomes[1]->value().body, "/x");
        QCOMPARE(m_outcomes[2]->error().code, u"net.aborted"_s);
        QCOMPARE(m_outcomes[2]->error().kind, ErrorKind::Offline);
        QCOMPARE(calls(), 2);
    }

    void itIsBounded()
    {
        for (const auto &path : {u"/a"_s, u"/b"_s, u"/c"_s})
            ask(get(path, 1h));
        ask(get(u"/a"_s, 1h)); // used again: /b is the oldest
        ask(get(u"/d"_s, 1h));
        QCOMPARE(calls(), 4);
        ask(get(u"/a"_s, 1h));
        QCOMPARE(calls(), 4);
        ask(get(u"/b"_s, 1h));
        QCOMPARE(calls(), 5);
        m_remote->answer = [](const HttpRequest &) { return HttpResponse{200, {}, QByteArray(101, 'x')}; };
        ask(get(u"/large"_s, 1h));
        ask(get(u"/large"_s, 1h));
        QCOMPARE(calls(), 7);
    }

    // Reads, writes, foreign changes and pauses in any order: nobody reads what is older than he allows, or than the last
    // invalidation before he asked.
    void neverStale()
    {
        const bool held = rc::check("cache", [] {
            Simulator simulator(*rc::gen::arbitrary<std::uint64_t>());
            SeededRandom random(3);
            Remote remote(simulator, random);
            remote.longestWay = milliseconds(*rc::gen::inRange(0, 400));
            Shelf shelf;
            remote.answer = [&shelf](const HttpRequest &request) { return shelf(request); };
            LookupCache cache(remote, simulator, LookupCache::Bounds{2, 1000});
            struct Reading {
                int atLeast;
                std::size_t outcome;
            };
            std::vector<Reading> readings;
            Outcomes outcomes;
            QHash<QString, QList<std::pair<qint64, int>>> history;   // path: from when on which version
            QHash<QString, int> invalidated;                         // path: the version then
            const auto steps = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
                rc::gen::tuple(rc::gen::inRange(0, 6), rc::gen::inRange(0, 3), rc::gen::inRange(0, 600)));
            for (const auto &[what, which, pause] : steps) {
                const QString path = u"/"_s + QString::number(which);
                const qint64 now = simulator.now().toMSecsSinceEpoch();
                if (what < 3) {
                    const qint64 mayBeOld = 1 + what * 300;
                    int known = invalidated.value(path);
                    for (const auto &[since, version] : std::as_const(history[path]))
                        known = since <= now - mayBeOld ? std::max(known, version) : known;
                    readings.push_back({known, outcomes.size()});
                    sendOne(cache, get(path, milliseconds(mayBeOld)), outcomes);
                } else if (what == 3) { // somebody else
                    history[path].append({now, ++shelf.versions[path]});
                } else if (what == 4) {
                    cache.invalidate(path + u"*"_s);
                    invalidated[path] = shelf.versions.value(path);
                } else {
                    sendOne(cache, put(path), outcomes);
                    simulator.run(); // its answer is there
                    invalidated[path] = shelf.versions.value(path);
                }
                simulator.runFor(milliseconds(pause));
            }
            simulator.run();
            for (const auto &reading : readings)
                RC_ASSERT(versionIn(outcomes[reading.outcome]) >= reading.atLeast);
        });
        QVERIFY(held);
    }

private:
    [[nodiscard]] int calls() const { return int(m_remote->seen.size()); }
    void ask(HttpRequest request)
    {
        sendOne(*m_cache, std::move(request), m_outcomes);
        m_simulator->run();
    }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<Remote> m_remote;
    std::unique_ptr<LookupCache> m_cache;
    Outcomes m_outcomes;
};

QTEST_GUILESS_MAIN(LookupCacheTest)
#include "lookupcache_test.moc"
