// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"
#include "core/net/monitoredtransport.h"
#include "core/net/tuning.h"
#include "networkfixture.h"

#include <QTest>

using namespace networkfixture;
using Way = OneServer::Way;

Q_DECLARE_METATYPE(OneServer::Way)
Q_DECLARE_METATYPE(frost::NetworkQuality)
Q_DECLARE_METATYPE(std::optional<std::chrono::milliseconds>)

namespace {

//! A monitor, its server, and a diary of what was told.
struct Office {
    Simulator simulator{7};
    SeededRandom random{7};
    OneServer server{simulator};
    std::unique_ptr<NetworkMonitor> monitor;
    QList<NetworkQuality> told;
    const QDateTime begin = simulator.now();

    explicit Office(const QString &url = u"http://server:8080/frost/"_s)
    {
        monitor = std::make_unique<NetworkMonitor>(QUrl(url), server, simulator, random);
        QObject::connect(monitor.get(), &NetworkMonitor::changed, monitor.get(), [this](const NetworkStatus &status) {
            if (told.isEmpty() || told.last() != status.quality)
                told.append(status.quality);
        });
    }
    ~Office()
    {
        monitor.reset();
        simulator.run(); // whatever sleeps wakes and finds nobody
    }
    [[nodiscard]] NetworkQuality quality() const { return monitor->status().quality; }
    void run(milliseconds duration) { simulator.runFor(duration); }
    void goOffline()
    {
        server.way = Way::Refused;
        monitor->hintChanged(NetworkHint::NoNetwork);
        run(2s);
    }
    Task<void> request(MonitoredTransport &transport, QUrl url, bool &done)
    {
        HttpRequest request;
        request.url = std::move(url);
        (void)co_await transport.send(std::move(request));
        done = true;
    }
};

} // namespace

// R-NET-01, R-NET-02, R-NET-04
class NetworkMonitorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itAsksTheServersOwnHealth()
    {
        Office office;
        QCOMPARE(office.server.requests, 0);
        office.monitor->start();
        office.run(1s);
        QCOMPARE(office.server.requests, 1);
        const auto &request = office.server.seen.first();
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.url.path(), u"/frost/health"_s);
        QVERIFY(!QUrlQuery(request.url).queryItemValue(u"nonce"_s).isEmpty());
        QCOMPARE(request.timeout, kProbeTimeout);
        QVERIFY(!request.headers.contains("authorization")); // whoever answers learns nothing
        QCOMPARE(office.quality(), NetworkQuality::Online);
        QVERIFY(office.monitor->status().lastAnswer.isValid());
        QVERIFY(!office.monitor->status().nextProbeAt.isValid());
    }

    void theClocksAreCompared_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<int>("behind");
        QTest::addColumn<std::optional<milliseconds>>("told");
        QTest::newRow("equal clocks over a slow line") << Way::Up << 0 << std::optional(milliseconds(0));
        QTest::newRow("the server is three minutes behind") << Way::Up << 180000 << std::optional(milliseconds(180000));
        QTest::newRow("the server is an hour ahead") << Way::Up << -3600000 << std::optional(milliseconds(-3600000));
        QTest::newRow("somebody else's time is not believed") << Way::OldNonce << 0 << std::optional<milliseconds>();
    }
    void theClocksAreCompared() // UX.md 1.2 J25
    {
        QFETCH(Way, way);
        QFETCH(int, behind);
        QFETCH(std::optional<milliseconds>, told);
        Office office;
        office.server.way = way;
        office.server.latency = 900ms;
        office.server.clockBehind = milliseconds(behind);
        office.monitor->start();
        office.run(5s);
        QCOMPARE(office.monitor->status().clockAhead, told);
    }

    void everyProbeHasItsOwnNonce()
    {
        Office office;
        office.monitor->start();
        office.run(10min);
        QSet<QString> nonces;
        for (const auto &request : std::as_const(office.server.seen))
            nonces.insert(QUrlQuery(request.url).queryItemValue(u"nonce"_s));
        QVERIFY(office.server.requests > 5);
        QCOMPARE(nonces.size(), office.server.requests);
    }

    void whoAnswers_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<NetworkQuality>("told");
        QTest::newRow("the server") << Way::Up << NetworkQuality::Online;
        QTest::newRow("nobody, refused") << Way::Refused << NetworkQuality::Offline;
        QTest::newRow("nobody, silence") << Way::Silent << NetworkQuality::Offline;
        QTest::newRow("a portal's page") << Way::Portal << NetworkQuality::Captive;
        QTest::newRow("a redirect") << Way::Redirect << NetworkQuality::Captive;
        QTest::newRow("a demand to sign in to the network") << Way::SignIn511 << NetworkQuality::Captive;
        QTest::newRow("a cache with an old nonce") << Way::OldNonce << NetworkQuality::Captive;
        QTest::newRow("another program that speaks JSON") << Way::OtherJson << NetworkQuality::Captive;
        QTest::newRow("somebody with another certificate") << Way::Untrusted << NetworkQuality::Captive;
        QTest::newRow("a gateway without the server behind it") << Way::Trouble << NetworkQuality::Offline;
        QTest::newRow("an answer that drips in for ever") << Way::Drip << NetworkQuality::Offline;
        QTest::newRow("a server that is asked too often") << Way::TooMany << NetworkQuality::Offline;
    }
    void whoAnswers()
    {
        QFETCH(Way, way);
        QFETCH(NetworkQuality, told);
        Office office;
        office.server.way = way;
        office.monitor->start();
        office.run(20s);
        QCOMPARE(office.quality(), told);
    }

    void aSlowLinkIsToldAndLeftAgain()
    {
        Office office;
        office.server.latency = 1500ms;
        office.monitor->start();
        office.run(5s);
        QCOMPARE(office.quality(), NetworkQuality::Slow);
        office.server.latency = 50ms;
        office.run(kProbeWhileSlow + 5s);
        QCOMPARE(office.quality(), NetworkQuality::Slow); // one quick answer is a coincidence
        office.run(kProbeWhileSlow);
        QCOMPARE(office.quality(), NetworkQuality::Online);
    }

    void aServerThatRestartsIsNotAnOutage()
    {
        Office office;
        office.monitor->start();
        office.run(10s);
        office.server.way = Way::Refused;
        office.monitor->requestFailed({ErrorKind::Offline, u"net.noAnswer"_s, {}, {}, {}});
        office.run(2500ms);
        office.server.way = Way::Up;
        office.run(60s);
        QCOMPARE(office.told, (QList{NetworkQuality::Unknown, NetworkQuality::Online}));
    }

    void anOutageIsToldWithinSecondsAndSoIsItsEnd()
    {
        Office office;
        office.monitor->start();
        office.run(10s);
        office.server.way = Way::Refused;
        const auto lost = office.simulator.now();
        office.monitor->requestFailed({ErrorKind::Offline, u"net.noAnswer"_s, {}, {}, {}});
        office.run(4s);
        QCOMPARE(office.quality(), NetworkQuality::Offline);
        QCOMPARE(office.monitor->status().since, lost);
        office.run(10min);
        QCOMPARE(office.monitor->status().timeSinceOnline(office.simulator.now()), std::optional<milliseconds>(604s));
        office.server.way = Way::Up;
        office.run(kRetryLongest + kRetryJitter + kCalm + 1s);
        QCOMPARE(office.quality(), NetworkQuality::Online);
        QVERIFY(!office.monitor->status().timeSinceOnline(office.simulator.now()));
    }

    void theSystemsHintMakesItFaster()
    {
        Office office;
        office.monitor->start();
        office.run(10s);
        office.goOffline();
        QCOMPARE(office.quality(), NetworkQuality::Offline);
        office.run(5min);
        office.server.way = Way::Up;
        office.monitor->hintChanged(NetworkHint::Network);
        office.run(kCalm + 1s);
        QCOMPARE(office.quality(), NetworkQuality::Online);
    }

    // A server on this computer is reached without any network.
    void aHintIsOnlyAHint()
    {
        Office office;
        office.monitor->start();
        office.run(10s);
        office.monitor->hintChanged(NetworkHint::NoNetwork);
        office.run(5min);
        QCOMPARE(office.told, (QList{NetworkQuality::Unknown, NetworkQuality::Online}));
    }

    void theLadderWhileOffline()
    {
        Office office;
        office.server.way = Way::Refused;
        office.monitor->start();
        office.run(100s);
        QList<qint64> waits;
        for (qsizetype i = 1; i < office.server.times.size(); ++i)
            waits.append(office.server.times.at(i - 1).msecsTo(office.server.times.at(i)));
        const QList<qint64> wanted{1000, 2000, 4000, 8000, 16000, 16000, 16000};
        QVERIFY(waits.size() >= wanted.size());
        QSet<qint64> jitters;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const qint64 over = waits.at(i) - wanted.at(i);
            QVERIFY2(over >= 0 && over <= kRetryJitter.count() + 10, qPrintable(QString::number(waits.at(i))));
            if (i >= 2)
                jitters.insert(over);
        }
        QVERIFY(jitters.size() > 1); // devices that were cut off together do not come back together
        const auto &status = office.monitor->status();
        QVERIFY(status.nextProbeAt > office.simulator.now());
        QVERIFY(status.nextProbeAt <= office.simulator.now().addMSecs((kRetryLongest + kRetryJitter).count()));
    }

    void hintsInBurstsMakeFewProbes()
    {
        Office office;
        office.monitor->start();
        office.run(10s);
        const int before = office.server.requests;
        for (int i = 0; i < 100; ++i) {
            office.monitor->hintChanged(i % 2 ? NetworkHint::Network : NetworkHint::NoNetwork);
            office.run(50ms);
        }
        QVERIFY(office.server.requests - before >= 5);
        QVERIFY2(office.server.requests - before <= 6, qPrintable(QString::number(office.server.requests - before)));
        QCOMPARE(office.server.mostInTheAir, 1);
    }

    void flappingIsOneOutage()
    {
        Office office;
        office.monitor->start();
        office.run(10s);
        for (int i = 0; i < 60; ++i) { // 1 s of network, 4 s without, for 5 minutes
            office.server.way = Way::Refused;
            office.monitor->hintChanged(NetworkHint::NoNetwork);
            office.run(4s);
            office.server.way = Way::Up;
            office.monitor->hintChanged(NetworkHint::Network);
            office.run(1s);
        }
        QCOMPARE(office.told, (QList{NetworkQuality::Unknown, NetworkQuality::Online, NetworkQuality::Offline}));
        office.run(kRetryLongest + kRetryJitter + kCalm + 1s);
        QCOMPARE(office.quality(), NetworkQuality::Online);
    }

    void tryNowTries()
    {
        Office office;
        office.server.way = Way::Refused;
        office.monitor->start();
        office.run(60s);
        office.server.way = Way::Up;
        office.monitor->probeNow();
        office.run(kProbeGap + kCalm + 1s);
        QCOMPARE(office.quality(), NetworkQuality::Online);
    }

    void workOfflineIsQuietAndEndsWithALook()
    {
        Office office;
        office.monitor->start();
        office.run(10s);
        office.monitor->setUse(NetworkUse::WorkOffline);
        const int before = office.server.requests;
        QCOMPARE(office.monitor->status().use, NetworkUse::WorkOffline);
        QCOMPARE(office.quality(), NetworkQuality::Offline);
        office.monitor->hintChanged(NetworkHint::Network);
        office.monitor->probeNow();
        office.monitor->requestFailed({ErrorKind::Offline, u"net.noAnswer"_s, {}, {}, {}});
        office.run(1h);
        QCOMPARE(office.server.requests, before);
        QVERIFY(!office.monitor->status().nextProbeAt.isValid());
        office.monitor->setUse(NetworkUse::Automatic);
        QCOMPARE(office.quality(), NetworkQuality::Unknown);
        office.run(1s);
        QCOMPARE(office.quality(), NetworkQuality::Online);
    }

    void workOfflineBeforeTheStartIsHeard()
    {
        Office office;
        office.monitor->setUse(NetworkUse::WorkOffline);
        office.monitor->start();
        office.run(1h);
        QCOMPARE(office.server.requests, 0);
    }

    void aProbeInTheAirDoesNotUndoWorkOffline()
    {
        Office office;
        office.monitor->start();
        office.run(10ms);
        QCOMPARE(office.server.inTheAir, 1);
        office.monitor->setUse(NetworkUse::WorkOffline);
        office.run(1min);
        QCOMPARE(office.quality(), NetworkQuality::Offline);
        QCOMPARE(office.server.requests, 1);
    }

    void itMayGoWhileAProbeIsInTheAir()
    {
        Office office;
        office.server.way = Way::Silent;
        office.monitor->start();
        office.run(1s);
        QCOMPARE(office.server.inTheAir, 1);
        office.monitor.reset();
        office.simulator.run();
        QCOMPARE(office.server.inTheAir, 0);
    }

    void realRequestsSpareProbes()
    {
        Office office;
        office.monitor->start();
        office.run(1s);
        const int before = office.server.requests;
        for (int i = 0; i < 30; ++i) {
            office.monitor->requestSucceeded(80ms);
            office.run(20s);
        }
        QCOMPARE(office.server.requests, before);
    }

    void whatARealRequestShows_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("looks");
        QTest::newRow("refused") << int(ErrorKind::Offline) << true;
        QTest::newRow("no answer") << int(ErrorKind::OutcomeUnknown) << true;
        QTest::newRow("somebody else's answer") << int(ErrorKind::Corrupt) << true;
        QTest::newRow("a sign-in that has expired is an answer") << int(ErrorKind::Unauthorized) << false;
        QTest::newRow("a wish to wait is an answer") << int(ErrorKind::RateLimited) << false;
    }
    void whatARealRequestShows()
    {
        QFETCH(int, kind);
        QFETCH(bool, looks);
        Office office;
        office.monitor->start();
        office.run(10s);
        const int before = office.server.requests;
        office.monitor->requestFailed({ErrorKind(kind), {}, {}, {}, {}});
        office.run(3s);
        QCOMPARE(office.server.requests > before, looks);
        QCOMPARE(office.quality(), NetworkQuality::Online);
    }

    void aRequestThatWeEndedOurselvesShowsNothing()
    {
        Office office;
        office.monitor->start();
        office.run(10s);
        const int before = office.server.requests;
        office.monitor->requestFailed({ErrorKind::OutcomeUnknown, u"net.aborted"_s, {}, {}, {}});
        office.run(3s);
        QCOMPARE(office.server.requests, before);
    }

    void theTransportTellsTheMonitor()
    {
        Office office;
        office.monitor->start();
        office.run(1s);
        MonitoredTransport transport(office.server, *office.monitor, office.simulator);
        bool done = false;
        const int before = office.server.requests;
        office.server.way = Way::Portal;
        office.request(transport, QUrl(u"http://server:8080/frost/api/sync/pull"_s), done);
        office.run(5s);
        QVERIFY(done);
        QVERIFY(office.server.requests > before + 1); // it looked at once
        QCOMPARE(office.quality(), NetworkQuality::Captive);
    }

    void requestsToOthersAreNoneOfItsBusiness()
    {
        Office office;
        office.monitor->start();
        office.run(2s);
        MonitoredTransport transport(office.server, *office.monitor, office.simulator);
        const int before = office.server.requests;
        office.server.way = Way::Refused;
        bool done = false;
        office.request(transport, QUrl(u"http://shop.example:8080/orders"_s), done);
        office.run(5s);
        QVERIFY(done);
        QCOMPARE(office.server.requests, before + 1);
    }

    void aSlowLinkGetsMoreTime()
    {
        Office office;
        office.server.latency = 1500ms;
        office.monitor->start();
        office.run(3s);
        QCOMPARE(office.quality(), NetworkQuality::Slow);
        MonitoredTransport transport(office.server, *office.monitor, office.simulator);
        bool done = false;
        office.request(transport, QUrl(u"http://server:8080/frost/api"_s), done);
        QCOMPARE(office.server.seen.last().timeout, milliseconds(HttpRequest().timeout) * kSlowPatience);
        office.run(3s);
        QVERIFY(done);
    }

    void theMonitorMayGoBeforeTheAnswer()
    {
        Office office;
        office.monitor->start();
        office.run(1s);
        MonitoredTransport transport(office.server, *office.monitor, office.simulator);
        bool done = false;
        office.request(transport, QUrl(u"http://server:8080/frost/api"_s), done);
        office.monitor.reset();
        office.simulator.run();
        QVERIFY(done);
    }

    void theSameSeedTellsTheSame()
    {
        const auto life = [] {
            Office office;
            office.monitor->start();
            office.server.way = Way::Refused;
            office.run(5min);
            return office.server.times;
        };
        QCOMPARE(life(), life());
    }
};

QTEST_GUILESS_MAIN(NetworkMonitorTest)
#include "networkmonitor_test.moc"
