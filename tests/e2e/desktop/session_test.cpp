// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/syncschedule.h"
#include "core/sync/runwish.h"
#include "tests/e2e/desktop/company.h"
#include "tests/e2e/desktop/edits.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace frost;
using frost::e2e::value;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;            //!< ms; back-off and debouncing included
constexpr int kLongerThanAnEditRests = 3000; //!< ms; a probe comes in between, too

} // namespace

//! The threads behind a window with a real server: nobody ever presses "synchronise" (R-NET-01, R-NET-02, R-NET-04).
class DesktopSessionTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<DesktopSession> m_session;

    [[nodiscard]] QString data() const { return m_folder.filePath(u"anna"_s); }
    void open(const DataFolder::Company &place)
    {
        m_session = std::make_unique<DesktopSession>(place, data());
        QSignalSpy opened(m_session.get(), &DesktopSession::opened);
        QVERIFY(opened.wait(kPatience));
    }
    void edit(const QString &name) { QVERIFY(e2e::makeCustomer(*m_session, name)); }
    [[nodiscard]] const AutoSyncStatus &sync() const { return m_session->status().connections.first().sync; }
    [[nodiscard]] const NetworkStatus &network() const { return m_session->status().connections.first().network; }
    //! @param sent  operations confirmed since the beginning
    [[nodiscard]] bool synced(qint64 sent) const
    {
        return sync().state == AutoSyncState::Idle && m_session->status().queue.completed == sent
               && m_session->status().queue.pending == 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FROST_SECRETS", "file");
        m_server = value(DemoServer::find(m_folder.filePath(u"server"_s)));
        const auto token = value(m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        if (const auto started = m_server->start(); !started)
            qFatal("%s", qPrintable(started.error().logLine()));

        open(e2e::makeCompany(data()));
        QVERIFY(m_session->status().connections.isEmpty());

        bool connected = false;
        m_session->connectTo(e2e::connectionTo(*m_server, token),
                             [&](const Result<OpenCompany::Connected> &answer) { connected = answer.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(connected, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->status().connections.size(), 1, kPatience);
    }

    void anEditIsSentByItself()
    {
        QSignalSpy changed(m_session.get(), &CompanySession::recordsChanged);
        edit(u"Norrskog Bygg AB"_s);
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(synced(1), kPatience);
        QVERIFY(sync().lastReport);
    }

    void whatIsDoneWhileTheServerIsAwayIsSentWhenItIsBack()
    {
        m_server->kill();
        edit(u"Fjäll & Form HB"_s);
        QTRY_COMPARE_WITH_TIMEOUT(network().quality, NetworkQuality::Offline, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->status().queue.pending, 1, kPatience);
        QVERIFY(sync().state != AutoSyncState::Idle);
        const auto started = m_server->start();
        QVERIFY(started);
        QTRY_VERIFY_WITH_TIMEOUT(synced(2), kPatience);
        QCOMPARE(network().quality, NetworkQuality::Online);
    }

    void offlineOnPurposeNothingIsSentNotEvenAfterTheNextStart()
    {
        m_session->setNetworkUse(NetworkUse::WorkOffline);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->status().use, NetworkUse::WorkOffline, kPatience);
        edit(u"Åkerströms Trädgård"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->status().queue.pending, 1, kPatience);
        const auto place = m_session->company();
        m_session.reset();
        open(place);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->status().use, NetworkUse::WorkOffline, kPatience);
        m_session->syncNow();
        edit(u"Viks Båtvarv AB"_s);
        QElapsedTimer waiting;
        waiting.start();
        QTRY_VERIFY_WITH_TIMEOUT(waiting.hasExpired(kLongerThanAnEditRests), kPatience);
        QVERIFY(!sync().lastReport); // no run since the start
        QCOMPARE(m_session->status().queue.pending, 2);
        m_session->setNetworkUse(NetworkUse::Automatic);
        QTRY_VERIFY_WITH_TIMEOUT(synced(4), kPatience);
    }

    void aRunThatWaitsForASilentServerCanBeStopped()
    {
        const auto port = quint16(m_server->url().port());
        m_server->kill();
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost, port));
        edit(u"Umeå Skidsport AB"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sync().state == AutoSyncState::Running, kPatience);
        m_session->stopSync();
        QTRY_VERIFY_WITH_TIMEOUT(sync().state != AutoSyncState::Running, kPatience / 3); // before the request times out
        QVERIFY(m_session->status().queue.pending + m_session->status().queue.verify > 0);
        silent.close();
        QVERIFY(m_server->start());
        m_session->syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(synced(5), kPatience);
    }

    // R-SYN-05: a pause ends the run in hand, too, and what it left goes on when the pause is over.
    void aPauseEndsARunThatWaitsForASilentServer()
    {
        const auto port = quint16(m_server->url().port());
        m_server->kill();
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost, port));
        edit(u"Ystad Segel AB"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sync().state == AutoSyncState::Running, kPatience);
        m_session->setPause(AutoSyncPause::Paused);
        QTRY_COMPARE_WITH_TIMEOUT(sync().state, AutoSyncState::Paused, kPatience / 3); // before the request times out
        QVERIFY(m_session->status().queue.pending + m_session->status().queue.verify > 0);
        silent.close();
        QVERIFY(m_server->start());
        m_session->setPause(AutoSyncPause::None);
        QTRY_VERIFY_WITH_TIMEOUT(synced(6), kPatience);
    }

    void readersSeeWhatTheWriterWrote()
    {
        for (const auto lane : {Lane::Page, Lane::Scan}) {
            std::optional<qint64> count;
            m_session->ask(
                lane, this,
                [](Company &company) -> Result<qint64> {
                    auto store = company.database().objectStore(EntityType(u"customers"_s));
                    FROST_TRY(store);
                    return store->count();
                },
                [&](const Result<qint64> &answer) { count = value(answer); });
            QTRY_COMPARE_WITH_TIMEOUT(count.value_or(0), 6, kPatience);
        }
    }

    void anAnswerToSomebodyWhoIsGoneIsDropped()
    {
        bool called = false;
        {
            QObject gone;
            m_session->ask(Lane::Page, &gone, [](Company &) { return 1; }, [&](int) { called = true; });
        }
        std::optional<int> second;
        m_session->ask(Lane::Page, this, [](Company &) { return 2; }, [&](int answer) { second = answer; });
        QTRY_VERIFY(second);
        QVERIFY(!called);
    }

    void theMistakeToWorkOfflineCanBeTakenBackAtOnce()
    {
        const auto last = sync().lastReport->run;
        m_session->setNetworkUse(NetworkUse::WorkOffline);
        m_session->setNetworkUse(NetworkUse::Automatic);
        edit(u"Sista kunden"_s);
        QTRY_VERIFY_WITH_TIMEOUT(synced(7), kPatience);
        QVERIFY(sync().lastReport->run > last);
    }

    // R-NET-03, R-NET-04: what was chosen for the connection holds at once.
    void onlyWhenAskedNothingIsExchangedByItself()
    {
        const auto choose = [this](SyncStrategy strategy) {
            std::optional<Result<>> saved;
            m_session->ask(
                Lane::Write, this,
                [strategy, id = m_session->status().connections.first().id](Company &company) {
                    return setSchedule(company.database(), id, {.strategy = strategy});
                },
                [&](const Result<> &answer) { saved = answer; });
            return QTest::qWaitFor([&] { return saved.has_value(); }, kPatience) && *saved;
        };
        QVERIFY(choose(SyncStrategy::Manual));
        edit(u"Den som väntar"_s);
        QTRY_COMPARE_WITH_TIMEOUT(sync().reason, AutoSyncReason::SwitchedOff, kPatience);
        QElapsedTimer waiting;
        waiting.start();
        QTRY_VERIFY_WITH_TIMEOUT(waiting.hasExpired(kLongerThanAnEditRests), kPatience);
        QCOMPARE(m_session->status().queue.pending, 1);
        m_session->syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->status().queue.completed, 8, kPatience);
        QVERIFY(choose(SyncStrategy::Hybrid));
        edit(u"Den som går"_s);
        QTRY_VERIFY_WITH_TIMEOUT(synced(9), kPatience);
    }

    // R-SYN-05: what another program holds back is let go by whoever asks here.
    void aPauseFromElsewhereEndsWithSyncNow()
    {
        const auto place = m_session->company();
        const auto id = m_session->status().connections.first().id;
        SystemClock clock;
        SystemRandom random;
        const auto elsewhere = value(Company::open(clock, random, place, {}));
        QVERIFY(setRunWish(elsewhere->database(), id, RunWish::Pause));
        edit(u"Pausad kund"_s);
        QTRY_COMPARE_WITH_TIMEOUT(sync().reason, AutoSyncReason::PausedThere, kPatience);
        QCOMPARE(m_session->status().queue.pending, 1);
        m_session->syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(synced(10), kPatience);
        QVERIFY(value(runWish(elsewhere->database(), id)) == RunWish::None);
    }

    void itEndsAtOnceWhileASilentServerIsAsked()
    {
        const auto port = quint16(m_server->url().port());
        m_server->kill();
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost, port));
        m_session->syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(sync().state == AutoSyncState::Running, kPatience);
        m_session->syncNow(); // once more after this one
        QElapsedTimer closing;
        closing.start();
        m_session.reset();
        QVERIFY(closing.elapsed() < kPatience / 3); // before the request times out
    }
};

QTEST_GUILESS_MAIN(DesktopSessionTest)
#include "session_test.moc"
