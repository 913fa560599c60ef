// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/shellfixture.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/records/recordspage.h"
#include "ui/shell/companyview.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/startpage.h"
#include "ui/synccenter/statusbutton.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

using namespace shellfixture;

//! Which company the window shows, whatever comes in between.
class MainWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCompanyTakesItsStatusButtonAlong()
    {
        Screen screen;
        screen.open(u"acme"_s);
        screen.open(u"zenit"_s);
        QCOMPARE(screen.window->findChildren<StatusButton *>().size(), 1);
        screen.window->closeCompany();
        QCOMPARE(screen.window->findChildren<StatusButton *>().size(), 0);
    }

    void whatWasAskedLastIsShown_data()
    {
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("the first comes last") << QList{1, 0};
        QTest::newRow("the first comes first") << QList{0, 1};
    }
    void whatWasAskedLastIsShown()
    {
        QFETCH(QList<int>, order);
        Screen screen;
        screen.window->openCompany(Screen::company(u"slow"_s));
        screen.window->openCompany(Screen::company(u"wanted"_s));
        for (const auto opening : order)
            screen.office.answer(size_t(opening));
        QVERIFY(screen.window->view());
        QCOMPARE(screen.window->view()->session().company().company.toString(), u"wanted"_s);
        QCOMPARE(screen.window->findChildren<CompanyView *>().size(), 1);
        QCOMPARE(screen.settings.lastCompany(), u"firm/wanted"_s);
    }

    void aDemoThatComesTooLateIsNotShown()
    {
        Screen screen;
        screen.window->openDemo();
        screen.open(u"acme"_s);
        screen.office.answer(0);
        QCOMPARE(screen.window->view()->session().company().company.toString(), u"acme"_s);
    }

    void aViewGoesBeforeItsSession()
    {
        Screen screen;
        screen.office.shownDemo = std::make_unique<StillDemo>();
        screen.window->openDemo();
        auto &session = screen.office.answer(0);
        const QPointer<CompanyView> view = screen.window->view();
        bool viewWasGone = false;
        connect(&session, &QObject::destroyed, this, [&] {
            viewWasGone = view.isNull();
            screen.office.shownDemo.reset();
        });
        screen.window->actions()[Command::NewCompany].trigger();
        auto *dialog = shown<NewCompanyDialog>(*screen.window);
        QVERIFY(dialog);
        Q_EMIT dialog->wanted({u"firm"_s, u"acme"_s, {}});
        QVERIFY(view); // the demo goes on until there is something else
        screen.office.answer(1);
        QVERIFY(viewWasGone);
        QCOMPARE(screen.window->view()->session().company().company.toString(), u"acme"_s);
    }

    void aCompanyOfAnyKindIsMade() // R-LOC-08
    {
        Screen screen;
        screen.window->actions()[Command::NewCompany].trigger();
        auto *dialog = shown<NewCompanyDialog>(*screen.window);
        QVERIFY(dialog);
        auto *kinds = dialog->findChild<QComboBox *>();
        QStringList offered;
        for (int i = 0; i < kinds->count(); ++i)
            offered += kinds->itemText(i);
        QCOMPARE(offered, (QStringList{u"Bookkeeping"_s, u"Web shop"_s, u"Veterinary practice"_s}));
        dialog->findChild<QLineEdit *>()->setText(u"smadjur"_s);
        kinds->setCurrentIndex(2);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(screen.office.openings.size(), size_t(1));
        QCOMPARE(screen.office.openings[0].place.company.toString(), u"smadjur"_s);
        QCOMPARE(screen.office.openings[0].packs, QStringList{u"veterinary"_s});
    }

    void aCancelledDialogSwitchesToNothing()
    {
        Screen screen;
        auto &session = screen.open(u"acme"_s);
        screen.window->actions()[Command::NewCompany].trigger();
        auto *dialog = shown<NewCompanyDialog>(*screen.window);
        QVERIFY(dialog);
        Q_EMIT dialog->wanted({u"firm"_s, u"zenit"_s, {}});
        dialog->reject();
        screen.office.answer(1);
        QCOMPARE(&screen.window->view()->session(), &session);
    }

    void onlyTheCompanyInSightIsMarkedOpen()
    {
        Screen screen;
        screen.office.known = {Screen::company(u"acme"_s), Screen::company(u"zenit"_s)};
        const auto marked = [&] {
            screen.window->actions()[Command::OpenCompany].trigger();
            auto *dialog = shown<CompanySwitcher>(*screen.window);
            const auto *list = dialog->findChild<QListWidget *>();
            QStringList names;
            for (int i = 0; i < list->count(); ++i) {
                if (list->item(i)->text().contains(u"open"))
                    names += list->item(i)->text();
            }
            dialog->reject();
            return names;
        };
        screen.open(u"acme"_s);
        QCOMPARE(marked(), QStringList{u"firm/acme (open)"_s});
        screen.window->closeCompany();
        QCOMPARE(marked(), QStringList());
    }

    void aCompanyIsBackedUpWhileItIsOpen()
    {
        Screen screen;
        QVERIFY(!screen.window->actions()[Command::BackUp].isEnabled());
        screen.open(u"Berg"_s);
        QVERIFY(screen.window->actions()[Command::BackUp].isEnabled());
        const auto path = screen.folder.filePath(u"backup.frost"_s);
        screen.window->backUpCompany(path);
        QTRY_COMPARE(screen.window->statusBar()->currentMessage(), u"Backed up and checked: "_s + path);
        QVERIFY(QFileInfo(path).size() > 0);
        const auto before = QFileInfo(path).lastModified();
        screen.window->backUpCompany(path); // what is there is somebody's backup
        QTRY_VERIFY(shown<QMessageBox>(*screen.window));
        QVERIFY(shown<QMessageBox>(*screen.window)->text().contains(u"already"_s));
        QCOMPARE(QFileInfo(path).lastModified(), before);
    }

    void aRestoredCompanyIsOpened()
    {
        Screen screen;
        screen.open(u"Berg"_s);
        const auto answer = [&](const QString &word) {
            screen.window->confirmRestore(u"/backups/acme.frost"_s);
            auto *box = shown<QMessageBox>(*screen.window);
            QVERIFY(box);
            pictures::shoot(*box, u"restore"_s);
            for (auto *button : box->buttons()) {
                if (button->text().remove(u'&') == word)
                    button->click();
            }
            QTRY_VERIFY(!shown<QMessageBox>(*screen.window));
        };
        answer(u"Cancel"_s);
        QVERIFY(screen.window->view() && screen.office.restores.empty());
        answer(u"Restore"_s);
        QVERIFY(!screen.window->view()); // nobody has it open while its place is taken
        QCOMPARE(screen.office.restores.size(), size_t(1));
        QCOMPARE(screen.office.restores.front().backup, u"/backups/acme.frost"_s);
        QCOMPARE(screen.office.openings.size(), size_t(1));
        QVERIFY(!screen.window->actions()[Command::RestoreBackup].isEnabled()); // one at a time
        screen.office.restores.front().then(Restored{Screen::company(u"acme"_s), u"/data/firm/acme.replaced-1.frost"_s});
        auto *told = shown<QMessageBox>(*screen.window);
        QVERIFY(told && told->informativeText().contains(u"acme.replaced-1.frost"_s));
        told->button(QMessageBox::Close)->click();
        QTRY_VERIFY(!shown<QMessageBox>(*screen.window));
        QVERIFY(screen.window->actions()[Command::RestoreBackup].isEnabled());
        QCOMPARE(screen.office.openings.size(), size_t(2));
        QCOMPARE(screen.office.openings.back().place.company.toString(), u"acme"_s);
        answer(u"Restore"_s);
        QSignalSpy failed(screen.window.get(), &MainWindow::openFailed);
        screen.office.restores.back().then(fail(ErrorKind::Corrupt, u"backup.damaged"_s, {u"/backups/acme.frost"_s, u"?"_s}));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!screen.window->view());
    }

    void synchroniseIsOfferedWhereItCan_data()
    {
        QTest::addColumn<NetworkUse>("use");
        QTest::addColumn<bool>("connected");
        QTest::addColumn<bool>("offered");
        QTest::newRow("connected") << NetworkUse::Automatic << true << true;
        QTest::newRow("working offline") << NetworkUse::WorkOffline << true << false;
        QTest::newRow("without a server") << NetworkUse::Automatic << false << false;
    }
    void synchroniseIsOfferedWhereItCan()
    {
        QFETCH(NetworkUse, use);
        QFETCH(bool, connected);
        QFETCH(bool, offered);
        Screen screen;
        auto status = synced();
        status.use = use;
        if (!connected)
            status.connections.clear();
        static_cast<test::TestSession &>(screen.open(u"acme"_s)).tell(status);
        QCOMPARE(screen.window->actions()[Command::SyncNow].isEnabled(), offered);
    }

    void theKeysAreExplainedInTheMergeDialogToo()
    {
        Screen screen;
        screen.open(u"acme"_s);
        screen.window->view()->showConflicts();
        auto *merge = shown<MergeDialog>(*screen.window);
        QVERIFY(merge);
        QVERIFY(QTest::qWaitForWindowActive(merge));
        QTest::keyClick(merge, Qt::Key_F1);
        QVERIFY(shown<ShortcutSheet>(*merge));
    }

    // UX.md 2.2: every key does one thing.
    void noTwoShortcutsAreEqual()
    {
        Screen screen;
        screen.open(u"acme"_s);
        screen.window->view()->records(kInvoices).createRecord();
        QHash<QKeySequence, QString> taken;
        const auto take = [&](const QKeySequence &keys, const QString &what) {
            if (keys.isEmpty())
                return;
            QVERIFY2(!taken.contains(keys), qPrintable(u"%1: %2 and %3"_s.arg(keys.toString(), taken[keys], what)));
            taken.insert(keys, what);
        };
        for (const auto *action : screen.window->actions().all())
            take(action->shortcut(), action->text());
        for (const auto *shortcut : screen.window->findChildren<QShortcut *>())
            take(shortcut->key(), QString::fromLatin1(shortcut->parent()->metaObject()->className()));
        QVERIFY(taken.size() > 20);
        const auto rows = screen.window->view()->records(kInvoices).findChildren<QAction *>();
        for (const auto *action : rows) {
            for (const auto &keys : action->shortcuts())
                QVERIFY2(!taken.contains(keys), qPrintable(keys.toString()));
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "mainwindow_test.moc"
