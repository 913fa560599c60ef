// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosyncfixture.h"

#include <QTest>
#include <rapidcheck.h>

using namespace autosyncfixture;

namespace {

enum class Event {
    Edit, EditAgain, AnyNetwork, Online, WorkOffline, Fail, Succeed, Pause, SyncNow, SignIn, Switch, OtherProcess, Duration, Stuck, Channel, Told
};
constexpr int kEvents = 16;
constexpr std::array kFailures{ErrorKind::Offline,      ErrorKind::OutcomeUnknown, ErrorKind::Busy,      ErrorKind::RateLimited,
                               ErrorKind::Unauthorized, ErrorKind::Storage,        ErrorKind::Cancelled, ErrorKind::Forbidden};

//! A desk at which anything may happen, and who keeps account of what is owed.
class Afternoon
{
public:
    explicit Afternoon(const AutoSyncSettings &settings) : m_desk(settings)
    {
        QObject::connect(m_desk.sync.get(), &AutoSync::changed, m_desk.sync.get(), [this](const AutoSyncStatus &status) {
            const bool synced = m_desk.pending == 0 && status.lastSuccess.isValid();
            m_untrue += status.state == AutoSyncState::Idle && !synced; // counted: nothing is thrown through a signal
        });
        QObject::connect(m_desk.sync.get(), &AutoSync::runEnded, m_desk.sync.get(), [this] {
            const auto &report = m_desk.sync->status().lastReport; // of an earlier run where this one did not begin
            m_signIn = report && report->run == m_desk.runs() && report->error && report->error->kind == ErrorKind::Unauthorized;
        });
        m_desk.sync->start();
    }

    void act(Event event, int detail)
    {
        switch (event) {
        case Event::Edit:
        case Event::EditAgain: m_desk.edit(); break;
        case Event::AnyNetwork: m_desk.setNetwork(NetworkQuality(detail % 5)); break;
        case Event::Online: m_desk.setNetwork(NetworkQuality::Online); break;
        case Event::WorkOffline: m_desk.setNetwork(NetworkQuality::Offline, NetworkUse::WorkOffline); break;
        case Event::Fail: m_desk.failWith(kFailures.at(size_t(detail) % kFailures.size()), milliseconds(detail * 100)); break;
        case Event::Succeed: m_desk.outcome.reset(); break;
        case Event::Pause: pause(detail % 2 ? AutoSyncPause::Paused : AutoSyncPause::None); break;
        case Event::SyncNow: m_desk.sync->syncNow(); break;
        case Event::SignIn: signIn(); break;
        case Event::Switch: switchOn(detail % 4 != 0); break;
        case Event::OtherProcess: m_desk.pending += detail % 2; break;
        case Event::Duration: m_desk.duration = milliseconds(detail * 20); break;
        case Event::Channel: m_desk.sync->channelChanged(ChannelState(detail % 3)); break;
        case Event::Told: m_desk.sync->changesTold(); break;
        case Event::Stuck: m_desk.stuck = detail % 2; break;
        }
        look();
    }

    void pass(int secondsToPass)
    {
        for (; secondsToPass > 0; --secondsToPass) {
            m_desk.pass(1s);
            look();
        }
    }

private:
    void pause(AutoSyncPause pause)
    {
        m_pause = pause;
        m_desk.sync->setPause(pause);
    }
    void signIn()
    {
        m_signIn = false;
        m_desk.sync->signedIn();
    }
    void switchOn(bool on)
    {
        auto settings = m_desk.sync->settings();
        settings.autoSyncEnabled = on;
        m_desk.sync->setSettings(settings);
    }

    [[nodiscard]] bool isOwed() const
    {
        return m_desk.pending > 0 && m_desk.running == 0 && isReachable(m_desk.network.quality)
            && m_desk.network.use == NetworkUse::Automatic && m_pause == AutoSyncPause::None
            && m_desk.sync->settings().autoSyncEnabled && !m_signIn && m_desk.reason() != AutoSyncReason::RateLimited;
    }

    void look()
    {
        const auto now = m_desk.simulator.now();
        const bool attempted = m_desk.runs() > 0 && m_owedSince.isValid() && m_desk.starts.last() > m_owedSince;
        if (!isOwed())
            m_owedSince = {};
        else if (!m_owedSince.isValid() || attempted)
            m_owedSince = now;
        if (m_owedSince.isValid())
            RC_ASSERT(milliseconds(m_owedSince.msecsTo(now)) <= attemptBound(m_desk.sync->settings()) + 1s);
        RC_ASSERT(m_desk.mostRunning <= 1);
        RC_ASSERT(m_untrue == 0);
        RC_ASSERT((m_desk.state() == AutoSyncState::Running) == (m_desk.running > 0));
    }

    Desk m_desk;
    AutoSyncPause m_pause = AutoSyncPause::None;
    bool m_signIn = false;
    int m_untrue = 0;
    QDateTime m_owedSince;
};

} // namespace

class AutoSyncPropertyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // R-NET-02; RELIABILITY L3: whatever happens, in whatever order, an attempt begins within attemptBound() while it is owed.
    // Never two at once. L5: "synced" is only told when it is true.
    void whateverHappensWorkIsAttempted()
    {
        const bool held = rc::check("watchdog", [] {
            const auto pullAt = *rc::gen::element(QList<QTime>(), QList{QTime(6, 0)}, QList{QTime(0, 0), QTime(12, 0), QTime(23, 59)});
            Afternoon afternoon({true, *rc::gen::arbitrary<bool>(), std::chrono::seconds(*rc::gen::element(15, 60, 300)), pullAt});
            const auto events = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, kEvents), rc::gen::inRange(0, 1000)));
            for (const auto &[event, detail] : events) {
                afternoon.act(Event(event), detail);
                afternoon.pass(detail % 400 - 100); // often nothing at all
            }
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(AutoSyncPropertyTest)
#include "autosync_property_test.moc"
