// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosyncfixture.h"

#include <QTest>

using namespace autosyncfixture;

// R-NET-02, R-NET-03, R-NET-04, RELIABILITY L4, L7
class AutoSyncTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingHappensBeforeTheNetworkIsKnown()
    {
        Desk desk;
        desk.pending = 2;
        desk.sync->edited(); // nor before the start
        desk.pass(1h);
        QCOMPARE(desk.runs(), 0);
        desk.sync->start();
        desk.pass(1h);
        QCOMPARE(desk.runs(), 0);
        QCOMPARE(desk.reason(), AutoSyncReason::NotKnown);
        desk.setNetwork(NetworkQuality::Online);
        QCOMPARE(desk.runs(), 1);
        desk.pass(1s);
        QCOMPARE(desk.pending, 0);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
    }

    void anEditIsSentByItself()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.edit();
        QCOMPARE(desk.state(), AutoSyncState::Waiting);
        desk.pass(kEditPause - 1ms);
        QCOMPARE(desk.runs(), before);
        desk.pass(1ms);
        QCOMPARE(desk.runs(), before + 1);
        QCOMPARE(desk.state(), AutoSyncState::Running);
        QVERIFY(desk.options.back().origin == RunOrigin::Automatic);
        desk.pass(1s);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
        QVERIFY(desk.sync->status().lastReport);
        QVERIFY(desk.sync->status().lastSuccess.isValid());
    }

    void typingCoalesces()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.again(8, 500ms, [&] { desk.edit(); });
        desk.pass(2s);
        QCOMPARE(desk.runs(), before + 1);
    }

    void whoNeverStopsTypingIsSynchronisedToo()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.again(60, 500ms, [&] { desk.edit(); }); // half a minute
        QVERIFY2(desk.runs() - before >= 4 && desk.runs() - before <= 6, qPrintable(QString::number(desk.runs() - before)));
    }

    void anEditWithNothingToSendMakesNoRun()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.sync->edited(); // a record of another connection, or made and deleted again
        desk.pass(5s);
        QCOMPARE(desk.runs(), before);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
    }

    void anEditDuringARunMakesAnother()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.onceMeanwhile = [&] { desk.edit(); };
        desk.edit();
        desk.pass(10s);
        QCOMPARE(desk.runs(), before + 2);
        QCOMPARE(desk.mostRunning, 1);
        QCOMPARE(desk.pending, 0);
    }

    // L4: with no work, at most one poll an interval.
    void withoutWorkItOnlyPulls()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.pass(10min);
        QVERIFY2(desk.runs() - before <= 10 && desk.runs() - before >= 9, qPrintable(QString::number(desk.runs() - before)));
        desk.sync->setSettings({true, true, std::chrono::seconds(600)});
        desk.pass(1h);
        QVERIFY(desk.runs() - before <= 10 + 6);
    }

    // R-NET-03
    void whatIsToldIsPulledAtOnce()
    {
        Desk desk({true, true, std::chrono::hours(24)});
        desk.start();
        const auto before = desk.runs();
        desk.sync->channelChanged(ChannelState::Open); // what was missed before counts as told
        desk.pass(1s);
        QCOMPARE(desk.runs(), before + 1);
        desk.pass(1h);
        QCOMPARE(desk.runs(), before + 1);
        desk.sync->changesTold();
        QCOMPARE(desk.state(), AutoSyncState::Waiting);
        desk.pass(kToldPause + kToldJitter);
        QCOMPARE(desk.runs(), before + 2);
        desk.pass(1s);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
    }

    // Who are told in the same moment do not all pull in the same.
    void whatIsToldIsPulledWithABitOfChance()
    {
        Desk desk({true, true, std::chrono::hours(24)});
        desk.start();
        QSet<qint64> waits;
        for (int i = 0; i < 20; ++i) {
            const auto told = desk.simulator.now();
            desk.sync->changesTold();
            desk.pass(10s);
            waits.insert(told.msecsTo(desk.starts.last()));
        }
        const auto [least, most] = std::minmax_element(waits.begin(), waits.end());
        QVERIFY2(*least >= kToldPause.count() && *most <= (kToldPause + kToldJitter).count(), qPrintable(QString::number(*least)));
        QVERIFY(waits.size() > 10);
    }

    void aBurstOfChangesIsOneRun()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.again(20, 10ms, [&] { desk.sync->changesTold(); });
        desk.pass(10s);
        QCOMPARE(desk.runs(), before + 1);
    }

    // Our own push is told to us too, while the run is on its way or just after it: one run more, which tells nobody.
    void whatIsToldDuringARunIsOneRunMore()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.onceMeanwhile = [&] { desk.sync->changesTold(); };
        desk.edit();
        desk.pass(20s);
        QCOMPARE(desk.runs(), before + 2);
        QCOMPARE(desk.mostRunning, 1);
    }

    void whatWasToldIsNotForgottenByARunThatFails()
    {
        Desk desk({true, true, std::chrono::hours(24)});
        desk.start();
        desk.sync->channelChanged(ChannelState::Open);
        desk.pass(5s);
        const auto before = desk.runs();
        desk.failWith(ErrorKind::OutcomeUnknown);
        desk.sync->changesTold();
        desk.pass(1s);
        QCOMPARE(desk.runs(), before + 1);
        desk.setNetwork(NetworkQuality::Offline); // its failure is forgiven when the network is back
        desk.outcome.reset();
        desk.setNetwork(NetworkQuality::Online);
        desk.pass(1s);
        QCOMPARE(desk.runs(), before + 2);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
    }

    void whileChangesAreToldItHardlyPolls()
    {
        Desk desk;
        desk.start();
        desk.sync->channelChanged(ChannelState::Open);
        desk.pass(5s);
        const auto before = desk.runs();
        desk.pass(1h);
        QVERIFY2(desk.runs() - before >= 5 && desk.runs() - before <= 6, qPrintable(QString::number(desk.runs() - before)));
        desk.pass(5min);
        const auto then = desk.runs();
        desk.sync->channelChanged(ChannelState::Lost); // who knows what was not told
        desk.pass(1s);
        QCOMPARE(desk.runs(), then + 1);
        desk.pass(10min);
        QVERIFY(desk.runs() - then >= 9);
        QCOMPARE(desk.sync->status().channel, ChannelState::Lost);
    }

    void aReconnectSendsWhatWaits()
    {
        Desk desk;
        desk.start();
        desk.setNetwork(NetworkQuality::Offline);
        desk.edit();
        desk.pass(1h);
        QCOMPARE(desk.state(), AutoSyncState::OfflineWaiting);
        const auto before = desk.runs();
        desk.setNetwork(NetworkQuality::Online);
        QCOMPARE(desk.runs(), before + 1);
        desk.pass(1s);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
    }

    void aReconnectWithNothingToDoDoesNothing()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        for (int i = 0; i < 10; ++i) {
            desk.setNetwork(NetworkQuality::Offline);
            desk.pass(2s);
            desk.setNetwork(NetworkQuality::Online);
            desk.pass(2s);
        }
        QCOMPARE(desk.runs(), before);
    }

    void notOnReconnectWaitsForThePull()
    {
        Desk desk({true, false, std::chrono::seconds(60)});
        desk.start();
        desk.setNetwork(NetworkQuality::Offline);
        desk.edit();
        desk.pass(10min);
        desk.sync->edited(); // nobody types any more
        desk.setNetwork(NetworkQuality::Captive);
        const auto before = desk.runs();
        desk.pass(10s);
        desk.setNetwork(NetworkQuality::Online);
        desk.pass(100ms);
        QCOMPARE(desk.runs(), before + 1); // an edit is an edit, also one made offline
        desk.pending = 0;
        desk.setNetwork(NetworkQuality::Offline);
        desk.pass(10min);
        desk.pending = 1; // another process
        desk.pass(31s);
        desk.setNetwork(NetworkQuality::Online);
        desk.pass(59s);
        QCOMPARE(desk.runs(), before + 1);
        QCOMPARE(desk.reason(), AutoSyncReason::Reconnected);
        desk.pass(2s);
        QCOMPARE(desk.runs(), before + 2);
    }

    void aPersonGetsARunAtOnceAndAnotherTryForWhatFailed()
    {
        Desk desk;
        desk.start(NetworkQuality::Offline);
        QCOMPARE(desk.runs(), 0);
        desk.sync->syncNow();
        QCOMPARE(desk.runs(), 1);
        QVERIFY(desk.options.back().origin == RunOrigin::Manual);
        desk.sync->syncNow(); // impatient
        QCOMPARE(desk.runs(), 1);
        desk.pass(2s);
        QCOMPARE(desk.runs(), 2);
        QCOMPARE(desk.mostRunning, 1);
        desk.pass(1min);
        QCOMPARE(desk.runs(), 2);
    }

    void onPurposeMeansOnPurpose()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.setNetwork(NetworkQuality::Offline, NetworkUse::WorkOffline);
        desk.edit();
        desk.sync->syncNow();
        desk.pass(1h);
        QCOMPARE(desk.runs(), before);
        QCOMPARE(desk.reason(), AutoSyncReason::WorkingOffline);
        desk.setNetwork(NetworkQuality::Unknown);
        desk.setNetwork(NetworkQuality::Online);
        desk.pass(2s);
        QCOMPARE(desk.runs(), before + 1);
    }

    void pausedAndSwitchedOffWait()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.sync->setPause(AutoSyncPause::Paused);
        desk.edit();
        desk.pass(1h);
        QCOMPARE(desk.runs(), before);
        QCOMPARE(desk.state(), AutoSyncState::Paused);
        desk.sync->setSettings({false, true, std::chrono::seconds(60)});
        desk.sync->setPause(AutoSyncPause::None);
        desk.pass(1h);
        QCOMPARE(desk.runs(), before);
        QCOMPARE(desk.reason(), AutoSyncReason::SwitchedOff);
        desk.sync->setSettings({});
        desk.pass(1s);
        QCOMPARE(desk.runs(), before + 1);
    }

    void anExpiredSignInIsNotTriedAgain()
    {
        Desk desk;
        desk.failWith(ErrorKind::Unauthorized);
        desk.start();
        QCOMPARE(desk.runs(), 1);
        QCOMPARE(desk.state(), AutoSyncState::SignInNeeded);
        desk.edit();
        desk.setNetwork(NetworkQuality::Offline);
        desk.setNetwork(NetworkQuality::Online);
        desk.pass(24h);
        QCOMPARE(desk.runs(), 1);
        desk.outcome.reset();
        desk.sync->signedIn();
        desk.pass(2s);
        QCOMPARE(desk.pending, 0);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
        QVERIFY(!desk.sync->status().lastError);
    }

    void failuresAreTriedAgainLessAndLessOften_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::newRow("an answer that was lost") << int(ErrorKind::OutcomeUnknown) << int(AutoSyncState::Waiting);
        QTest::newRow("not reached, though the probe is") << int(ErrorKind::Offline) << int(AutoSyncState::Waiting);
        QTest::newRow("a full disk") << int(ErrorKind::Storage) << int(AutoSyncState::Failed);
    }
    void failuresAreTriedAgainLessAndLessOften()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        Desk desk;
        desk.failWith(ErrorKind(kind));
        desk.duration = 0ms;
        desk.start();
        desk.pass(100s);
        QList<qint64> ladder{1000, 2000, 4000, 8000, 16000};
        for (qsizetype i = 0; i < ladder.size(); ++i) {
            const auto waited = desk.starts.at(i).msecsTo(desk.starts.at(i + 1));
            QVERIFY2(waited >= ladder.at(i) && waited <= ladder.at(i) + kRetryJitter.count(), qPrintable(QString::number(waited)));
        }
        QCOMPARE(int(desk.state()), state);
        QVERIFY(desk.sync->status().nextAttemptAt > desk.simulator.now());
        QVERIFY(desk.sync->status().lastError);
        desk.outcome.reset();
        desk.pass(62s);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
    }

    void aReconnectDoesNotWaitForTheBackOff()
    {
        Desk desk;
        desk.start();
        desk.failWith(ErrorKind::Offline);
        desk.edit();
        desk.pass(40s);
        desk.setNetwork(NetworkQuality::Offline);
        desk.outcome.reset();
        const auto before = desk.runs();
        desk.setNetwork(NetworkQuality::Online);
        QCOMPARE(desk.runs(), before + 1);
    }

    void aReconnectDoesWaitForWhatTheRemoteAskedFor()
    {
        Desk desk;
        desk.failWith(ErrorKind::RateLimited, 5min);
        desk.start();
        desk.edit();
        desk.setNetwork(NetworkQuality::Offline);
        desk.setNetwork(NetworkQuality::Online);
        desk.pass(4min);
        QCOMPARE(desk.runs(), 1);
        QCOMPARE(desk.reason(), AutoSyncReason::RateLimited);
        desk.pass(2min);
        QVERIFY(desk.runs() > 1);
    }

    void aLeaseHeldByAnotherProcessIsShownAndTriedAgain()
    {
        Desk desk;
        desk.failWith(ErrorKind::Busy);
        desk.start();
        QCOMPARE(desk.state(), AutoSyncState::Waiting);
        QCOMPARE(desk.reason(), AutoSyncReason::LeaseHeld);
        desk.pass(1min);
        QVERIFY2(desk.runs() >= 9 && desk.runs() <= 13, qPrintable(QString::number(desk.runs())));
        desk.outcome.reset();
        desk.pass(kLeaseRetry + kRetryJitter + 1s);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
    }

    void aRunThatAPersonEndedStaysEnded()
    {
        Desk desk;
        desk.failWith(ErrorKind::Cancelled);
        desk.start();
        desk.edit();
        desk.pass(50s);
        QCOMPARE(desk.runs(), 1);
        QCOMPARE(desk.reason(), AutoSyncReason::Stopped);
        desk.sync->syncNow();
        QCOMPARE(desk.runs(), 2);
    }

    // R-SYN-05
    void aRunThatWasStoppedForAPauseGoesOnAfterIt()
    {
        Desk desk;
        desk.failWith(ErrorKind::Cancelled);
        desk.meanwhile = [&] { desk.sync->setPause(AutoSyncPause::Paused); };
        desk.start();
        desk.meanwhile = nullptr;
        desk.outcome.reset();
        desk.pass(10s); // less than a stopped run is left alone for
        QCOMPARE(desk.runs(), 1);
        QCOMPARE(desk.state(), AutoSyncState::Paused);
        desk.sync->setPause(AutoSyncPause::None);
        desk.pass(1s);
        QCOMPARE(desk.runs(), 2);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
    }

    void theWishForAnotherRunEndsWithTheOneThatIsStopped()
    {
        Desk desk;
        desk.start();
        const auto before = desk.runs();
        desk.failWith(ErrorKind::Cancelled);
        desk.meanwhile = [&] { desk.sync->syncNow(); };
        desk.sync->syncNow();
        desk.pass(30s);
        QCOMPARE(desk.runs(), before + 1);
        QCOMPARE(desk.reason(), AutoSyncReason::Stopped);
    }

    // L7: never an endless loop with identical input.
    void workThatCannotBeSentIsTriedSeldom()
    {
        Desk desk;
        desk.start();
        desk.stuck = 1;
        desk.edit();
        desk.pass(40s); // the ladder
        const auto before = desk.runs();
        QCOMPARE(desk.state(), AutoSyncState::Waiting);
        desk.pass(1h);
        QVERIFY2(desk.runs() - before <= 61, qPrintable(QString::number(desk.runs() - before)));
        QVERIFY(desk.runs() - before >= 50);
        desk.edit(); // and something else is sent at once
        desk.pass(kEditPause + 10ms);
        QVERIFY(desk.starts.last() > desk.simulator.now().addMSecs(-20));
    }

    // What another process has queued nobody tells; the watchdog looks.
    void workThatNobodyToldAboutIsFound()
    {
        Desk desk({true, true, std::chrono::seconds(24 * 3600)});
        desk.start();
        const auto before = desk.runs();
        desk.pending = 5;
        desk.pass(kWatchdogInterval + 1s);
        QCOMPARE(desk.runs(), before + 1);
        QCOMPARE(desk.pending, 0);
    }

    void aPullIntervalOutOfBoundsIsBroughtWithinThem()
    {
        Desk desk({true, true, std::chrono::seconds(0)});
        QCOMPARE(desk.sync->settings().pullInterval, kShortestPull);
        desk.sync->setSettings({true, true, std::chrono::hours(10'000)});
        QCOMPARE(desk.sync->settings().pullInterval, kLongestPull);
    }

    void aSlowLinkGetsSmallPieces()
    {
        Desk desk;
        desk.start(NetworkQuality::Slow);
        QCOMPARE(desk.options.back().limits, RunLimits::forSlowLink());
        desk.setNetwork(NetworkQuality::Online);
        desk.edit();
        desk.pass(2s);
        QCOMPARE(desk.options.back().limits, RunLimits{});
    }

    void progressIsToldInMeasure()
    {
        Desk desk;
        desk.duration = 20s;
        desk.start();
        desk.pass(20s);
        desk.meanwhile = [&] {
            int signalled = 0;
            const auto counting = QObject::connect(desk.sync.get(), &AutoSync::changed, desk.sync.get(), [&] { ++signalled; });
            const auto report = desk.options.back().progress;
            for (int i = 0; i < 1000; ++i)
                report({SyncPhase::Pushing, 1000, i, {}});
            QCOMPARE(signalled, 1);
            QCOMPARE(desk.sync->status().progress->processed, 999);
            QVERIFY(!desk.sync->status().timeLeft);
            QObject::disconnect(counting);
            desk.simulator.after(5s, [report] { report({SyncPhase::Pushing, 2000, 1000, {}}); });
            desk.simulator.after(6s, [&desk] { QVERIFY(desk.sync->status().timeLeft); });
        };
        desk.edit();
        desk.pass(1min);
        QVERIFY(!desk.sync->status().progress);
        QVERIFY(!desk.sync->status().timeLeft);
    }

    // A refusal of the old token that comes after the new one says nothing about the new one.
    void signingInDuringARunIsNotForgotten()
    {
        Desk desk;
        desk.start();
        desk.failWith(ErrorKind::Unauthorized);
        desk.onceMeanwhile = [&] {
            desk.outcome.reset();
            desk.sync->signedIn();
        };
        desk.edit();
        desk.pass(10s);
        QCOMPARE(desk.state(), AutoSyncState::Idle);
        QCOMPARE(desk.pending, 0);
    }

    // What a person confirms is for the next run alone.
    void aMassChangeIsConfirmedForOneRun()
    {
        Desk desk;
        const MassQuestion seen{MassReason::Deletions, 120, 400};
        desk.outcome = seen.toError();
        desk.start();
        desk.setNetwork(NetworkQuality::Online, NetworkUse::WorkOffline);
        desk.sync->confirmMassChange(seen); // leads to no run, and to none later
        desk.setNetwork(NetworkQuality::Online);
        desk.pass(10s);
        QVERIFY(!desk.options.back().confirmed);
        desk.sync->confirmMassChange(seen);
        desk.outcome.reset();
        desk.pass(1s);
        QVERIFY(desk.options.back().confirmed == seen);
        QVERIFY(desk.options.back().origin == RunOrigin::Manual);
        desk.sync->syncNow();
        desk.pass(1s);
        QVERIFY(!desk.options.back().confirmed);
    }

    void itMayGoDuringARun()
    {
        Desk desk;
        desk.start();
        desk.edit();
        desk.pass(kEditPause + 10ms);
        QCOMPARE(desk.running, 1);
        desk.sync.reset();
        desk.options.back().progress({SyncPhase::Pushing, 10, 1, {}}); // told to nobody
        desk.simulator.run();
        QCOMPARE(desk.running, 0);
        QCOMPARE(desk.pending, 0);
    }

    void aQueueThatCannotBeReadIsWork()
    {
        Desk desk;
        AutoSync sync([&desk](SyncEngine::Options wanted) { return desk.run(std::move(wanted)); },
                      []() -> Result<qint64> { return fail(ErrorKind::Storage, u"sql.failed"_s); }, desk.simulator, desk.random);
        sync.start(desk.simulator.now());
        desk.network.quality = NetworkQuality::Online;
        sync.networkChanged(desk.network);
        desk.pass(1s);
        QCOMPARE(desk.runs(), 1);
        QVERIFY(sync.status().state != AutoSyncState::Idle);
    }

    void theSameSeedLivesTheSameLife()
    {
        const auto life = [] {
            Desk desk;
            desk.failWith(ErrorKind::OutcomeUnknown);
            desk.start();
            desk.edit();
            desk.pass(5min);
            return desk.starts;
        };
        QCOMPARE(life(), life());
    }
};

QTEST_GUILESS_MAIN(AutoSyncTest)
#include "autosync_test.moc"
