// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include "ui/synccenter/statusbanners.h"
#include "ui/synccenter/statusbutton.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace syncfixture;
using State = AutoSyncState;
using Reason = AutoSyncReason;

class StatusWidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speakEnglish(); }
    void init();
    void cleanup();

    void theButtonSaysWhatIsTold();
    void theButtonCountsDown();
    void connectingIsShownAfterASecond();
    void aShortPullDoesNotFlicker();
    void aPushIsShownAtOnce();
    void aClickLeadsToWhatIsSaid_data();
    void aClickLeadsToWhatIsSaid();
    void theMenuDecides();
    void theMenuOpensByKeyboard();
    void aScreenReaderHearsOfChangesOnce();
    void aScreenReaderIsNotToldEveryMinuteOfAnOutage();
    void theButtonIsNamed();

    void anOutageIsToldOnce();
    void tryingNowDoesNotEndAnOutage();
    void workingOfflineIsNoNews();
    void aGuestNetworkIsNamed();
    void aSignInIsAskedFor();
    void aDayWithoutSuccessIsNamedWithItsCause();
    void aMorningIsNoFailure();
    void aConnectionThatNeverSucceededIsToldAfterADay();
    void theWeightierMessageStands();
    void conflictsOfARunAreToldOnce();
    void conflictsOfAllConnectionsAreToldTogether();

private:
    void tell(const CompanyStatus &status) { desk->session->tell(status); }
    [[nodiscard]] Now clockHand()
    {
        return [this] { return now; };
    }

    std::unique_ptr<Desk> desk;
    QDateTime now;
};

void StatusWidgetsTest::init()
{
    desk = std::make_unique<Desk>();
    desk->connectServer();
    now = at(17, 0);
}

void StatusWidgetsTest::cleanup()
{
    desk.reset();
}

// --- the button

void StatusWidgetsTest::theButtonSaysWhatIsTold()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    QCOMPARE(button.text(), u"Synced 16:52"_s);
    tell(withState(State::OfflineWaiting, Reason::Offline, 12));
    QCOMPARE(button.text(), u"Offline – 12 changes waiting"_s);
    QVERIFY(button.toolTip().contains(u"14:03"_s));
    tell({});
    QCOMPARE(button.text(), u"Kept on this computer"_s);
}

// The words change by themselves: time goes on, nothing is told.
void StatusWidgetsTest::theButtonCountsDown()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    auto status = withState(State::Waiting, Reason::Retry, 1);
    status.connections.first().sync.nextAttemptAt = now.addMSecs(1050);
    tell(status);
    QCOMPARE(button.text(), u"Trying again in 2 s · try now"_s);
    now = now.addMSecs(100);
    QTRY_COMPARE(button.text(), u"Trying again in 1 s · try now"_s);
}

void StatusWidgetsTest::connectingIsShownAfterASecond()
{
    tell(withState(State::Waiting, Reason::NotKnown));
    StatusButton button(*desk->session, nullptr, clockHand());
    QCOMPARE(button.text(), u"Starting …"_s);
    now = now.addMSecs(999);
    tell(withState(State::Waiting, Reason::NotKnown));
    QCOMPARE(button.text(), u"Starting …"_s);
    now = now.addMSecs(1);
    tell(withState(State::Waiting, Reason::NotKnown));
    QCOMPARE(button.text(), u"Connecting …"_s);
}

void StatusWidgetsTest::aShortPullDoesNotFlicker()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    tell(withState(State::Running, Reason::Running));
    QCOMPARE(button.text(), u"Synced 16:52"_s); // which is still true: it names its time
    now = now.addMSecs(1000);
    tell(withState(State::Running, Reason::Running));
    QCOMPARE(button.text(), u"Syncing …"_s);
}

void StatusWidgetsTest::aPushIsShownAtOnce()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    tell(withState(State::Running, Reason::Running, 3));
    QCOMPARE(button.text(), u"Syncing …"_s);
}

void StatusWidgetsTest::aClickLeadsToWhatIsSaid_data()
{
    QTest::addColumn<CompanyStatus>("status");
    QTest::addColumn<QString>("expected");
    auto status = withState(State::Waiting, Reason::Retry, 1);
    status.connections.first().sync.nextAttemptAt = at(17, 0, 25);
    QTest::newRow("a wait for the next attempt is ended") << status << u"sync"_s;
    QTest::newRow("a sign-in") << withState(State::SignInNeeded, Reason::SignIn) << u"sign-in frostserver"_s;
    status = synced();
    status.openConflicts = 1;
    QTest::newRow("conflicts (Joplin #12594: their list stood where nobody looks)") << status << u"conflicts"_s;
    QTest::newRow("an error is explained in the log") << withState(State::Failed, Reason::Retry) << u"page 4"_s;
    QTest::newRow("what waits is in the queue") << withState(State::OfflineWaiting, Reason::Offline, 1) << u"page 0"_s;
    QTest::newRow("what was done is in the history") << synced() << u"page 3"_s;
}

void StatusWidgetsTest::aClickLeadsToWhatIsSaid()
{
    QFETCH(CompanyStatus, status);
    QFETCH(QString, expected);
    StatusButton button(*desk->session, nullptr, clockHand());
    QString heard;
    connect(&button, &StatusButton::conflictsWanted, this, [&] { heard = u"conflicts"_s; });
    connect(&button, &StatusButton::signInWanted, this,
            [&](const ConnectionId &id) { heard = u"sign-in "_s + id.toString(); });
    connect(&button, &StatusButton::syncPageWanted, this, [&](SyncTab tab) { heard = u"page %1"_s.arg(int(tab)); });
    tell(status);
    button.show();
    QTest::keyClick(&button, Qt::Key_Space);
    if (desk->session->syncsAsked > 0)
        heard = u"sync"_s;
    QCOMPARE(heard, expected);
}

// R-NET-04
void StatusWidgetsTest::theMenuDecides()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    const auto actions = button.menu()->actions();
    actions.at(0)->trigger();
    QCOMPARE(desk->session->syncsAsked, 1);
    actions.at(1)->trigger();
    QCOMPARE(desk->session->status().use, NetworkUse::WorkOffline);
    QVERIFY(actions.at(1)->isChecked());
    QVERIFY2(!actions.at(0)->isEnabled(), "nothing is sent while somebody works offline");
    actions.at(1)->trigger();
    QCOMPARE(desk->session->status().use, NetworkUse::Automatic);
    actions.at(2)->trigger();
    QCOMPARE(desk->session->status().pause, AutoSyncPause::Paused);
    QVERIFY(actions.at(2)->isChecked());
    QSignalSpy page(&button, &StatusButton::syncPageWanted);
    actions.constLast()->trigger();
    QCOMPARE(page.size(), 1);
    tell({});
    QVERIFY(!actions.at(0)->isEnabled());
}

void StatusWidgetsTest::theMenuOpensByKeyboard()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    button.show();
    bool opened = false;
    connect(button.menu(), &QMenu::aboutToShow, this, [&] {
        opened = true;
        QMetaObject::invokeMethod(button.menu(), &QMenu::close, Qt::QueuedConnection);
    });
    QTest::keyClick(&button, Qt::Key_Down, Qt::AltModifier);
    QVERIFY(opened);
}

void StatusWidgetsTest::aScreenReaderHearsOfChangesOnce()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    QSignalSpy announced(&button, &StatusButton::announced);
    tell(withState(State::OfflineWaiting, Reason::Offline, 1));
    tell(withState(State::OfflineWaiting, Reason::Offline, 2)); // the same kind
    QCOMPARE(announced.size(), 1);
    QCOMPARE(announced.last().first().toString(), u"Offline – 1 change waiting"_s);
    tell(withState(State::Running, Reason::Running, 2)); // on the way
    tell(synced());
    QCOMPARE(announced.size(), 2);
    QCOMPARE(announced.last().first().toString(), u"Synced 16:52"_s);
    tell(withState(State::Running, Reason::Running, 1));
    tell(synced());
    QCOMPARE(announced.size(), 2);
}

// The toolTip counts the minutes; name and description, which are read out when they change, do not.
void StatusWidgetsTest::aScreenReaderIsNotToldEveryMinuteOfAnOutage()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    QSignalSpy announced(&button, &StatusButton::announced);
    const auto outage = withState(State::OfflineWaiting, Reason::Offline, 1);
    tell(outage);
    const auto toolTip = button.toolTip();
    const auto name = button.accessibleName();
    const auto description = button.accessibleDescription();
    now = now.addSecs(60);
    tell(outage);
    QVERIFY2(button.toolTip() != toolTip, qPrintable(toolTip));
    QCOMPARE(button.accessibleName(), name);
    QCOMPARE(button.accessibleDescription(), description);
    QVERIFY(!description.isEmpty());
    QCOMPARE(announced.size(), 1);
}

void StatusWidgetsTest::theButtonIsNamed()
{
    StatusButton button(*desk->session, nullptr, clockHand());
    QCOMPARE(button.accessibleName(), button.text());
    QVERIFY(!button.accessibleDescription().isEmpty());
    QVERIFY(button.focusPolicy() & Qt::TabFocus);
}

// --- the banners

void StatusWidgetsTest::anOutageIsToldOnce()
{
    StatusBanners banners(*desk->session, nullptr, clockHand());
    QVERIFY(banners.banner().text().isEmpty());
    tell(withState(State::OfflineWaiting, Reason::Offline));
    QCOMPARE(banners.banner().text(),
             u"You are offline. Everything you do is kept here and sent when the network is back."_s);
    QVERIFY(banners.banner().kind() == Banner::Kind::Information);
    banners.banner().findChild<QToolButton *>()->click();
    tell(withState(State::OfflineWaiting, Reason::Offline, 1));
    QVERIFY2(banners.banner().text().isEmpty(), "closed is closed while the outage lasts");
    tell(synced());
    tell(withState(State::OfflineWaiting, Reason::Offline, 1));
    QVERIFY2(!banners.banner().text().isEmpty(), "the next outage is told again");
    tell(synced());
    QVERIFY(banners.banner().text().isEmpty());
}

void StatusWidgetsTest::tryingNowDoesNotEndAnOutage()
{
    StatusBanners banners(*desk->session, nullptr, clockHand());
    tell(withState(State::OfflineWaiting, Reason::Offline));
    banners.banner().findChild<QToolButton *>()->click();
    auto trying = withState(State::OfflineWaiting, Reason::Offline);
    trying.connections.first().sync.state = State::Running;
    tell(trying);
    tell(withState(State::OfflineWaiting, Reason::Offline));
    QVERIFY(banners.banner().text().isEmpty());
}

void StatusWidgetsTest::workingOfflineIsNoNews()
{
    StatusBanners banners(*desk->session, nullptr, clockHand());
    tell(withState(State::OfflineWaiting, Reason::WorkingOffline, 3));
    QVERIFY(banners.banner().text().isEmpty());
}

void StatusWidgetsTest::aGuestNetworkIsNamed()
{
    StatusBanners banners(*desk->session, nullptr, clockHand());
    tell(withState(State::OfflineWaiting, Reason::Captive, 3));
    QVERIFY(banners.banner().text().startsWith(u"The network here wants you to sign in"_s));
}

void StatusWidgetsTest::aSignInIsAskedFor()
{
    StatusBanners banners(*desk->session, nullptr, clockHand());
    QSignalSpy notified(&banners, &StatusBanners::notify);
    QSignalSpy wanted(&banners, &StatusBanners::signInWanted);
    tell(withState(State::SignInNeeded, Reason::SignIn, 1));
    tell(withState(State::SignInNeeded, Reason::SignIn, 2));
    QCOMPARE(notified.size(), 1);
    QVERIFY(banners.banner().text().contains(u"company server"_s));
    banners.banner().findChild<QPushButton *>()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<ConnectionId>(), kServer);
}

// R-NET: silent failure is the worst failure.
void StatusWidgetsTest::aDayWithoutSuccessIsNamedWithItsCause()
{
    now = at(16, 50).addDays(1);
    StatusBanners banners(*desk->session, nullptr, clockHand());
    QSignalSpy notified(&banners, &StatusBanners::notify);
    QSignalSpy page(&banners, &StatusBanners::syncPageWanted);
    auto status = withState(State::Paused, Reason::Paused, 3);
    tell(status);
    QVERIFY(banners.banner().text().isEmpty());
    now = at(16, 52).addDays(1);
    tell(status);
    QCOMPARE(banners.banner().text(),
             u"3 changes waiting for the company server, which was last synced 2026-05-28 16:52. "
             "Synchronisation is paused."_s);
    QVERIFY(banners.banner().kind() == Banner::Kind::Warning);
    QCOMPARE(notified.size(), 1);
    banners.banner().findChild<QPushButton *>()->click();
    QCOMPARE(page.size(), 1);
    tell(synced());
    QVERIFY(banners.banner().text().isEmpty());
    status.connections.first().sync.pending = 0;
    tell(status);
    QVERIFY2(banners.banner().text().isEmpty(), "with nothing waiting a day is not worth a word");
}

// The computer was off overnight: it gets a minute to mend it by itself.
void StatusWidgetsTest::aMorningIsNoFailure()
{
    now = at(8, 0).addDays(3);
    StatusBanners banners(*desk->session, nullptr, clockHand());
    const auto status = withState(State::Failed, Reason::Retry, 1);
    tell(status);
    QVERIFY(banners.banner().text().isEmpty());
    now = now.addSecs(60);
    tell(status);
    QVERIFY(!banners.banner().text().isEmpty());
}

void StatusWidgetsTest::aConnectionThatNeverSucceededIsToldAfterADay()
{
    const auto made = value(desk->company->connections().list()).first().createdAt;
    now = made.addSecs(23 * 3600);
    StatusBanners banners(*desk->session, nullptr, clockHand());
    auto status = withState(State::Failed, Reason::Retry, 1);
    status.connections.first().sync.lastSuccess = {};
    tell(status);
    QVERIFY(banners.banner().text().isEmpty());
    now = made.addDays(1);
    tell(status);
    QTRY_VERIFY(banners.banner().text().contains(u"has never been synced"_s));
}

void StatusWidgetsTest::theWeightierMessageStands()
{
    now = at(17, 0).addDays(2);
    StatusBanners banners(*desk->session, nullptr, clockHand());
    now = now.addSecs(61);
    tell(withState(State::OfflineWaiting, Reason::Offline, 1));
    QVERIFY(banners.banner().text().contains(u"The server is not reached."_s));
    banners.banner().findChild<QToolButton *>()->click();
    QVERIFY(banners.banner().text().startsWith(u"You are offline"_s));
    tell(withState(State::SignInNeeded, Reason::SignIn, 1));
    QVERIFY(banners.banner().text().startsWith(u"Sign in to the company server again."_s));
}

// UX.md 1.2 A1: one notification per run, coalesced.
void StatusWidgetsTest::conflictsOfARunAreToldOnce()
{
    StatusBanners banners(*desk->session, nullptr, clockHand());
    QSignalSpy notified(&banners, &StatusBanners::notify);
    auto status = synced();
    RunReport report;
    report.run = 7;
    report.counts.conflicts = 3;
    status.connections.first().sync.lastReport = report;
    tell(status);
    tell(status);
    QCOMPARE(notified.size(), 1);
    QCOMPARE(notified.first().first().toString(), u"3 conflicts"_s);
    report.run = 8;
    report.counts.conflicts = 0;
    status.connections.first().sync.lastReport = report;
    tell(status);
    QCOMPARE(notified.size(), 1);
}

// R-CON-09: two remotes that were synchronised together are one piece of news.
void StatusWidgetsTest::conflictsOfAllConnectionsAreToldTogether()
{
    StatusBanners banners(*desk->session, nullptr, clockHand());
    QSignalSpy notified(&banners, &StatusBanners::notify);
    auto status = synced();
    status.connections.append(status.connections.first());
    auto &first = status.connections[0];
    auto &second = status.connections[1];
    second.id = ConnectionId(u"shop"_s);
    RunReport report;
    report.run = 7;
    report.counts.conflicts = 2;
    first.sync.lastReport = report;
    second.sync.state = State::Running;
    tell(status);
    QCOMPARE(notified.size(), 0);
    report.run = 8;
    report.counts.conflicts = 1;
    second.sync.lastReport = report;
    second.sync.state = State::Idle;
    tell(status);
    QCOMPARE(notified.size(), 1);
    QCOMPARE(notified.first().first().toString(), u"3 conflicts"_s);
}

QTEST_MAIN(StatusWidgetsTest)
#include "statuswidgets_test.moc"
