// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflictfixture.h"
#include "pictures.h"
#include "syncfixture.h"

#include "core/sync/massquestion.h"
#include "ui/conflicts/conflictslist.h"
#include "ui/synccenter/connectioncard.h"
#include "ui/synccenter/historytab.h"
#include "ui/synccenter/logtab.h"
#include "ui/synccenter/massdialog.h"
#include "ui/synccenter/scheduledialog.h"
#include "ui/synccenter/syncpage.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace syncfixture;
using State = AutoSyncState;
using Reason = AutoSyncReason;

namespace {

QString pathOf(const QObject *object)
{
    QStringList path;
    for (; object; object = object->parent())
        path.prepend(QString::fromLatin1(object->metaObject()->className()));
    return path.join(u'/');
}

} // namespace

class SyncPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speakEnglish(); }
    void init();
    void cleanup();

    void aConnectionSaysWhereItStands();
    void whatLooksLikeAnAccidentIsConfirmedByAPerson_data();
    void whatLooksLikeAnAccidentIsConfirmedByAPerson();
    void theNextAttemptIsNamed();
    void aServerThatIsLeftInPeaceIsNamed();
    void whenToSynchroniseIsChosen();
    void timesThatCannotBeReadAreNotSaved();
    void progressIsShown();
    void progressWithoutATotalMoves();
    void aRateLimitIsStated();
    void aSignInHasItsButton();
    void severalConnectionsHaveACardEach();
    void aCompanyOfItsOwnHasNothingToSync();
    void theButtonsDecide();
    void tabsCountWhatTheyHold();
    void conflictsAreOpened();
    void conflictsComeAndGoWhileItIsOpen();
    void whoComesBackSeesWhatIsLeft();
    void runsAreListed();
    void runsWithoutNewsCanBeHidden();
    void theLastErrorIsInWordsAndInDetail();
    void anErrorFromBeforeTheStartIsKnown();
    void nothingSecretIsShown();
    void aSmallScreenWithLargeLettersIsEnough();
    void everyControlIsNamed();

private:
    void showPage();
    void tell(const CompanyStatus &status) { desk->session->tell(status); }
    [[nodiscard]] QString cardText() { return page->findChild<ConnectionCard *>()->text(); }
    [[nodiscard]] QPushButton *button(const QString &text);
    qint64 addRun(RunState state, const RunCounts &counts, const QString &error = {});

    std::unique_ptr<Desk> desk;
    std::unique_ptr<SyncPage> page;
    QDateTime now;
};

void SyncPageTest::init()
{
    desk = std::make_unique<Desk>();
    desk->connectServer();
    now = at(17, 0);
}

void SyncPageTest::cleanup()
{
    page.reset();
    desk.reset();
}

void SyncPageTest::showPage()
{
    page = std::make_unique<SyncPage>(*desk->session, nullptr, [this] { return now; });
    page->resize(1200, 700);
    page->show();
}

QPushButton *SyncPageTest::button(const QString &text)
{
    for (auto *button : page->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text && button->isVisible())
            return button;
    }
    return nullptr;
}

qint64 SyncPageTest::addRun(RunState state, const RunCounts &counts, const QString &error)
{
    const auto run = value(desk->company->runs().start(kServer, u"delta"_s));
    desk->clock.advance(std::chrono::milliseconds(1500));
    if (state != RunState::Processing)
        value(desk->company->runs().finish(run, state, {{{EntityType(u"customers"_s), counts}}}, error));
    return run;
}

void SyncPageTest::aConnectionSaysWhereItStands()
{
    showPage();
    QTRY_VERIFY(cardText().contains(u"https://sync.firm.se/x"_s));
    QVERIFY(cardText().contains(u"Company server"_s));
    QVERIFY(cardText().contains(u"Synced 16:52"_s));
    tell(withState(State::OfflineWaiting, Reason::Offline, 12));
    QVERIFY(cardText().contains(u"Offline – 12 changes waiting"_s));
    QVERIFY(cardText().contains(u"Last synced 16:52."_s));
}

// RELIABILITY I15
void SyncPageTest::whatLooksLikeAnAccidentIsConfirmedByAPerson_data()
{
    QTest::addColumn<MassReason>("reason");
    QTest::addColumn<QString>("question");
    QTest::newRow("many were deleted") << MassReason::Deletions << u"120 of 900 records were deleted there. If you go on, they are deleted here"_s;
    QTest::newRow("most were changed") << MassReason::Changes << u"120 of 900 records were changed there. If you go on, they are changed here"_s;
    QTest::newRow("nothing is left") << MassReason::LooksEmpty << u"120 of 900 records are not there any more: it looks empty. If you go on, they are deleted here"_s;
    QTest::newRow("an old backup was restored") << MassReason::Lost << u"120 of 900 records are not known there any more, as after a restore from an old backup. If you go on, they are sent there again"_s;
}

void SyncPageTest::whatLooksLikeAnAccidentIsConfirmedByAPerson()
{
    QFETCH(MassReason, reason);
    QFETCH(QString, question);
    showPage();
    auto status = withState(State::Waiting, Reason::Question);
    status.connections.first().sync.lastError = Error{ErrorKind::Rejected, u"run.massChange"_s, {toString(reason), u"120"_s, u"900"_s}, {}, {}};
    tell(status);
    auto *check = button(u"Check and go on …"_s);
    QVERIFY(check);
    const auto answer = [&](const QString &word) {
        check->click();
        auto *dialog = page->findChild<MassDialog *>();
        QVERIFY(dialog);
        QVERIFY2(dialog->text().contains(question), qPrintable(dialog->text()));
        for (auto *choice : dialog->buttons()) {
            if (choice->text().remove(u'&') == word)
                choice->click();
        }
        QTRY_VERIFY(!page->findChild<MassDialog *>());
    };
    answer(u"Leave it"_s);
    QVERIFY(desk->session->confirmed.isEmpty());
    answer(u"Go on"_s);
    QCOMPARE(desk->session->confirmed.size(), 1);
    QCOMPARE(desk->session->confirmed.first().first, kServer);
    QVERIFY((desk->session->confirmed.first().second == MassQuestion{reason, 120, 900})); // what was shown
    tell(synced());
    QVERIFY(!button(u"Check and go on …"_s));
}

void SyncPageTest::theNextAttemptIsNamed()
{
    showPage();
    auto status = withState(State::OfflineWaiting, Reason::Offline, 1);
    status.connections.first().network.nextProbeAt = now.addSecs(20);
    tell(status);
    QVERIFY(cardText().contains(u"Next attempt in 20 s."_s));
    now = now.addSecs(1);
    QTRY_VERIFY(cardText().contains(u"Next attempt in 19 s."_s)); // by itself
    status.connections.first().network.nextProbeAt = at(17, 30);
    tell(status);
    QVERIFY(cardText().contains(u"Next attempt at 17:30."_s));
}

// R-SYN-06
// R-LIM-03: closed, open, half open.
void SyncPageTest::aServerThatIsLeftInPeaceIsNamed()
{
    showPage();
    auto status = synced();
    tell(status);
    QVERIFY(!cardText().contains(u"failed several times"_s));
    auto &breaker = status.connections.first().breaker;
    breaker.state.phase = BreakerPhase::Open;
    breaker.restsUntil = at(14, 32);
    tell(status);
    QVERIFY2(cardText().contains(u"is left in peace until 14:32"_s), qPrintable(cardText()));
    breaker.state.phase = BreakerPhase::HalfOpen;
    tell(status);
    QVERIFY(cardText().contains(u"one request tries whether it works again"_s));
    breaker.state.phase = BreakerPhase::Closed;
    tell(status);
    QVERIFY(!cardText().contains(u"failed several times"_s));
}

// R-NET-03, R-NET-04
void SyncPageTest::whenToSynchroniseIsChosen()
{
    showPage();
    tell(synced());
    button(u"When …"_s)->click();
    auto *dialog = page->findChild<ScheduleDialog *>();
    QVERIFY(dialog);
    auto *strategy = dialog->findChild<QComboBox *>();
    auto *interval = dialog->findChild<QSpinBox *>();
    auto *times = dialog->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_VERIFY(strategy->isEnabled());
    QVERIFY(interval->isVisible());
    QVERIFY(!times->isVisible());
    pictures::shoot(*dialog, u"schedule"_s);
    strategy->setCurrentIndex(strategy->findText(u"At certain times of day"_s));
    QVERIFY(!interval->isVisible());
    QVERIFY(times->isVisible());
    times->setText(u"12:30, 6:00"_s);
    dialog->findChild<QCheckBox *>()->setChecked(false);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    QTRY_VERIFY(!page->findChild<ScheduleDialog *>());
    auto &database = desk->company->database();
    const SyncSchedule expected{SyncStrategy::Scheduled, std::nullopt, {QTime(6, 0), QTime(12, 30)}, false};
    const auto saved = scheduleOf(database, kServer);
    QVERIFY(saved && *saved == expected);
    button(u"When …"_s)->click();
    QTRY_COMPARE(page->findChild<ScheduleDialog *>()->findChild<QComboBox *>()->currentText(), u"At certain times of day"_s);
    page->findChild<ScheduleDialog *>()->reject();
}

void SyncPageTest::timesThatCannotBeReadAreNotSaved()
{
    showPage();
    tell(synced());
    button(u"When …"_s)->click();
    auto *dialog = page->findChild<ScheduleDialog *>();
    auto *strategy = dialog->findChild<QComboBox *>();
    auto *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    auto *times = dialog->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(!save->isEnabled()); // before it is known what holds now
    QTRY_VERIFY(save->isEnabled());
    strategy->setCurrentIndex(strategy->findText(u"At certain times of day"_s));
    QVERIFY(!save->isEnabled());
    times->setText(u"half past six"_s);
    QVERIFY(!save->isEnabled());
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const auto *label) { return label->text().contains(u"06:00, 12:30"_s); }));
    times->setText(u"6.30"_s);
    QVERIFY(save->isEnabled());
    dialog->reject();
}

void SyncPageTest::progressIsShown()
{
    showPage();
    auto *bar = page->findChild<QProgressBar *>();
    QVERIFY(!bar->isVisible());
    auto status = withState(State::Running, Reason::Running, 120);
    Progress progress;
    progress.processed = 34;
    progress.total = 120;
    status.connections.first().sync.progress = progress;
    status.connections.first().sync.timeLeft = std::chrono::seconds(20);
    tell(status);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 34);
    QCOMPARE(bar->maximum(), 120);
    QCOMPARE(bar->text(), u"34 of 120 · about 20 s left"_s);
    QVERIFY(button(u"Stop"_s)->isEnabled());
    tell(synced());
    QVERIFY(!bar->isVisible());
    QVERIFY(!button(u"Stop"_s)->isEnabled());
}

void SyncPageTest::progressWithoutATotalMoves()
{
    showPage();
    auto status = withState(State::Running, Reason::Running);
    status.connections.first().sync.progress = Progress{};
    tell(status);
    QCOMPARE(page->findChild<QProgressBar *>()->maximum(), 0);
}

void SyncPageTest::aRateLimitIsStated()
{
    showPage();
    auto status = withState(State::Waiting, Reason::RateLimited, 1);
    status.connections.first().sync.nextAttemptAt = now.addSecs(40);
    tell(status);
    QVERIFY(cardText().contains(u"Asked to wait – goes on in 40 s"_s));
    QVERIFY(cardText().contains(u"more requests than the company server allows"_s));
}

void SyncPageTest::aSignInHasItsButton()
{
    showPage();
    QVERIFY(!button(u"Sign in …"_s));
    tell(withState(State::SignInNeeded, Reason::SignIn, 1));
    QSignalSpy wanted(page.get(), &SyncPage::signInWanted);
    QVERIFY(button(u"Sign in …"_s));
    button(u"Sign in …"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<ConnectionId>(), kServer);
}

void SyncPageTest::severalConnectionsHaveACardEach()
{
    showPage();
    auto status = synced();
    status.connections.append(status.connections.first());
    status.connections.last().id = ConnectionId(u"shop"_s);
    tell(status);
    const auto cards = page->findChildren<ConnectionCard *>();
    QCOMPARE(cards.size(), 2);
    QVERIFY(cards.last()->text().startsWith(u"shop"_s));
    tell(synced());
    QTRY_COMPARE(page->findChildren<ConnectionCard *>().size(), 1);
}

void SyncPageTest::aCompanyOfItsOwnHasNothingToSync()
{
    tell({});
    showPage();
    QVERIFY(!button(u"Sync now"_s));
    QVERIFY(page->findChildren<ConnectionCard *>().isEmpty());
    bool said = false;
    for (auto *label : page->findChildren<QLabel *>())
        said =
            said || (label->isVisible() && label->text().startsWith(u"This company is kept on this computer only."_s));
    QVERIFY(said);
}

// R-NET-04
void SyncPageTest::theButtonsDecide()
{
    showPage();
    button(u"Sync now"_s)->click();
    QCOMPARE(desk->session->syncsAsked, 1);
    button(u"Pause"_s)->click();
    QCOMPARE(desk->session->status().pause, AutoSyncPause::Paused);
    button(u"Go on"_s)->click();
    QCOMPARE(desk->session->status().pause, AutoSyncPause::None);
    button(u"Work offline"_s)->click();
    QCOMPARE(desk->session->status().use, NetworkUse::WorkOffline);
    QVERIFY(!button(u"Sync now"_s)->isEnabled());
    button(u"Go online"_s)->click();
    QCOMPARE(desk->session->status().use, NetworkUse::Automatic);
}

void SyncPageTest::tabsCountWhatTheyHold()
{
    desk->createCustomer(u"Norrskog"_s, u"17"_s);
    showPage();
    desk->tellCounts();
    auto *tabs = page->findChild<QTabWidget *>();
    QCOMPARE(tabs->tabText(0).remove(u'&'), u"Queue (1)"_s);
    QCOMPARE(tabs->tabText(1).remove(u'&'), u"Conflicts"_s);
    page->showTab(SyncTab::Log);
    QCOMPARE(page->tab(), SyncTab::Log);
    QVERIFY(page->findChild<LogTab *>()->isVisible());
}

void SyncPageTest::conflictsAreOpened()
{
    showPage();
    QSignalSpy compare(page.get(), &SyncPage::compareWanted);
    Q_EMIT page->findChild<ConflictsList *>()->activated(42);
    QCOMPARE(compare.size(), 1);
    QCOMPARE(compare.first().first().toLongLong(), 42);
}

// UX.md 1.1: "badge says 23 conflicts, list empty"
void SyncPageTest::conflictsComeAndGoWhileItIsOpen()
{
    conflictfixture::Office office;
    page = std::make_unique<SyncPage>(*office.session);
    page->show();
    auto *list = page->findChild<ConflictsList *>();
    const auto article = conflictfixture::json(R"({"description": "Hours", "articleNumber": "20"})");
    const auto record =
        office.changedHere(conflictfixture::kArticles, article, conflictfixture::with(article, {{u"unit"_s, u"h"_s}}));
    office.pull(conflictfixture::kArticles, record.id, conflictfixture::with(article, {{u"unit"_s, u"st"_s}}), u"2"_s);
    QTRY_COMPARE(list->count(), 1);
    QCOMPARE(page->findChild<QTabWidget *>()->tabText(1).remove(u'&'), u"Conflicts (1)"_s);
    office.session->ask(
        Lane::Write, page.get(),
        [](frost::Company &company) {
        const auto open = value(company.conflicts().list(false)).first();
        return company.resolver().resolve(open.id, Strategy::ClientWins, std::nullopt, company.actor()).has_value();
        },
        [](bool resolved) { QVERIFY(resolved); });
    QTRY_COMPARE(list->count(), 0);
    page.reset();
}

void SyncPageTest::whoComesBackSeesWhatIsLeft() // of choices made in the window of the merge
{
    conflictfixture::Office office;
    const auto id = office.invoiceConflict();
    page = std::make_unique<SyncPage>(*office.session);
    page->show();
    auto *list = page->findChild<ConflictsList *>();
    const auto shown = [list] {
        const auto *model = list->findChild<QTreeView *>()->model();
        return model->index(0, 0, model->index(0, 0)).data().toString();
    };
    QTRY_VERIFY(shown().endsWith(u"4 left"_s));
    const auto kept = conflictfixture::json(R"({"decisions": {"note": {"choice": "mine"}}})");
    value(keepMergeDraft(*office.company, id, kept));
    QEvent back(QEvent::WindowActivate);
    QCoreApplication::sendEvent(page.get(), &back);
    QTRY_VERIFY2(shown().endsWith(u"3 left"_s), qPrintable(shown()));
    page.reset();
}

// R-SYN-09
void SyncPageTest::runsAreListed()
{
    RunCounts counts;
    counts.pulled = 12;
    counts.created = 3;
    counts.pushed = 1234;
    addRun(RunState::Done, counts);
    addRun(RunState::Failed, {}, u"server.busy"_s);
    showPage();
    page->showTab(SyncTab::History);
    auto &model = page->findChild<HistoryTab *>()->model();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0, HistoryModel::Outcome).data().toString().startsWith(u"Failed: "_s));
    QCOMPARE(model.index(1, HistoryModel::Outcome).data().toString(), u"Done"_s);
    QCOMPARE(model.index(1, HistoryModel::Received).data().toString(), u"12"_s);
    QCOMPARE(model.index(1, HistoryModel::Sent).data().toString(), QLocale().toString(1234));
    QCOMPARE(model.index(1, HistoryModel::Conflicts).data().toString(), u"–"_s);
    QCOMPARE(model.index(1, HistoryModel::Conflicts).data(Qt::AccessibleTextRole).toString(), u"Conflicts: 0"_s);
    QCOMPARE(model.index(1, HistoryModel::Duration).data().toString(), u"1,5 s"_s);
}

void SyncPageTest::runsWithoutNewsCanBeHidden()
{
    RunCounts counts;
    counts.pulled = 1;
    counts.updated = 1;
    addRun(RunState::Done, counts);
    for (int i = 0; i < 500; ++i)
        addRun(RunState::Done, {});
    addRun(RunState::Failed, {}, u"server.busy"_s);
    showPage();
    page->showTab(SyncTab::History);
    auto *tab = page->findChild<HistoryTab *>();
    QTRY_COMPARE(tab->model().rowCount(), 200);
    QVERIFY(tab->model().canFetchMore({}));
    tab->model().fetchMore({});
    QTRY_COMPARE(tab->model().rowCount(), 400);
    tab->findChild<QCheckBox *>()->click();
    QTRY_COMPARE(tab->model().rowCount(), 2);
    QVERIFY(!tab->model().canFetchMore({}));
}

void SyncPageTest::theLastErrorIsInWordsAndInDetail()
{
    showPage();
    page->showTab(SyncTab::Log);
    auto *log = page->findChild<LogTab *>();
    QVERIFY(log->words().contains(u"Not synced yet."_s));
    auto status = withState(State::Failed, Reason::Retry, 1);
    auto why = error(ErrorKind::Corrupt, u"remote.invalidRecord"_s, {u"customers"_s, u"17"_s});
    why.detail = u"row 3"_s;
    status.connections.first().sync.lastError = why;
    RunReport report;
    report.run = 5;
    report.state = RunState::Failed;
    status.connections.first().sync.lastReport = report;
    tell(status);
    QVERIFY(!log->words().isEmpty());
    QVERIFY(log->detail().contains(u"remote.invalidRecord"_s));
    QVERIFY(log->detail().contains(u"run 5 failed"_s));
    log->findChild<QPushButton *>()->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"remote.invalidRecord"_s));
}

void SyncPageTest::anErrorFromBeforeTheStartIsKnown()
{
    addRun(RunState::Failed, {}, u"server.busy"_s);
    showPage();
    page->showTab(SyncTab::Log);
    auto *log = page->findChild<LogTab *>();
    QTRY_VERIFY(log->detail().contains(u"server.busy"_s));
    QVERIFY(log->words().startsWith(u"Failed: "_s));
}

void SyncPageTest::nothingSecretIsShown()
{
    showPage();
    QTRY_VERIFY(cardText().contains(u"sync.firm.se"_s));
    QVERIFY(!cardText().contains(u"secret"_s));
    QVERIFY(!cardText().contains(u"token"_s));
}

// UX.md 1.2 M40: 1366 by 768, twice the letters.
void SyncPageTest::aSmallScreenWithLargeLettersIsEnough()
{
    const auto before = QApplication::font();
    auto large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    showPage();
    const auto needed = page->minimumSizeHint();
    QApplication::setFont(before);
    QVERIFY2(needed.width() <= 1366 - 200, qPrintable(QString::number(needed.width()))); // beside the navigation
    QVERIFY2(needed.height() <= 768 - 150,
             qPrintable(QString::number(needed.height()))); // below the menus, above the status bar
}

void SyncPageTest::everyControlIsNamed()
{
    tell(withState(State::SignInNeeded, Reason::SignIn, 1));
    showPage();
    for (int tab = 0; tab <= int(SyncTab::Log); ++tab) {
        page->showTab(SyncTab(tab));
        for (auto *widget : page->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            auto *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), qPrintable(pathOf(widget)));
        }
    }
}

QTEST_MAIN(SyncPageTest)
#include "syncpage_test.moc"
