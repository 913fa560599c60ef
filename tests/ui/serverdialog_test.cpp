// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shellfixture.h"
#include "ui/shell/companyview.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/startpage.h"
#include "ui/widgets/banner.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace shellfixture;

namespace {

QLineEdit *field(QWidget &dialog, const QString &name)
{
    for (auto *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    qFatal("no field %s", qPrintable(name));
}

void press(ServerDialog &dialog)
{
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
}

QString told(ServerDialog &dialog)
{
    return dialog.findChild<Banner *>()->text();
}

Result<QStringList> refusal()
{
    return fail(ErrorKind::Forbidden, u"company.forbidden"_s, {u"acmee"_s, u"acme"_s});
}

} // namespace

//! Address and token: what goes out, and what stays when nothing comes of it.
class ServerDialogTest : public QObject
{
    Q_OBJECT

private:
    //! From the start page, filled in and Connect pressed.
    static ServerDialog *ask(Screen &screen, const QString &company)
    {
        Q_EMIT screen.window->findChild<StartPage *>()->serverWanted();
        auto *dialog = shown<ServerDialog>(*screen.window);
        field(*dialog, u"Company"_s)->setText(company);
        field(*dialog, u"Firm"_s)->setText(u"firm"_s);
        field(*dialog, u"Address"_s)->setText(u"https://frost.firm.se"_s);
        field(*dialog, u"Token"_s)->setText(u"t"_s);
        press(*dialog);
        return dialog;
    }

private Q_SLOTS:
    void whatWasTypedIsAnAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        QTest::newRow("without a scheme it is encrypted") << u"frost.example.se"_s << u"https://frost.example.se"_s;
        QTest::newRow("a port without a scheme") << u"frost.example.se:8443"_s << u"https://frost.example.se:8443"_s;
        QTest::newRow("a slash at the end is no part of it") << u"https://frost.example.se/"_s << u"https://frost.example.se"_s;
        QTest::newRow("a path is") << u"https://example.se/frost/"_s << u"https://example.se/frost"_s;
        QTest::newRow("this computer needs no encryption") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
        QTest::newRow("another one does") << u"http://frost.example.se"_s << QString();
        QTest::newRow("no address") << u"https://"_s << QString();
        QTest::newRow("a password in it") << u"https://anna:secret@frost.example.se"_s << QString();
    }
    void whatWasTypedIsAnAddress()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        ServerDialog dialog(u"acme"_s, {});
        dialog.show();
        QSignalSpy wanted(&dialog, &ServerDialog::wanted);
        field(dialog, u"Address"_s)->setText(typed);
        field(dialog, u"Token"_s)->setText(u"t"_s);
        press(dialog);
        QCOMPARE(wanted.count(), address.isEmpty() ? 0 : 1);
        if (!address.isEmpty())
            QCOMPARE(wanted[0][0].toUrl().toString(), address);
        else
            QVERIFY(!told(dialog).isEmpty());
    }

    void withoutEncryptionItIsAskedTwice()
    {
        ServerDialog dialog(u"acme"_s, {});
        dialog.show();
        QSignalSpy wanted(&dialog, &ServerDialog::wanted);
        field(dialog, u"Token"_s)->setText(u"t"_s);
        field(dialog, u"Address"_s)->setText(u"http://a.example.se"_s);
        press(dialog);
        field(dialog, u"Address"_s)->setText(u"http://b.example.se"_s);
        press(dialog);
        QCOMPARE(wanted.count(), 0);
        press(dialog);
        QCOMPARE(wanted.count(), 1);
    }

    void aWrongNameCanBePutRight()
    {
        Screen screen;
        auto *dialog = ask(screen, u"acmee"_s);
        QCOMPARE(screen.office.checks.size(), size_t(1));
        screen.office.checks[0].then(refusal());
        QVERIFY(!told(*dialog).isEmpty());
        QVERIFY(screen.office.openings.empty()); // nothing was made
        field(*dialog, u"Company"_s)->setText(u"acme"_s);
        press(*dialog);
        QCOMPARE(screen.office.checks[1].access.company, u"acme"_s);
        screen.office.checks[1].then(QStringList{u"commerce"_s});
        QCOMPARE(screen.office.openings[0].packs, QStringList{u"commerce"_s}); // made of what it is made of there
        screen.office.answer(0);
        QCOMPARE(screen.office.connects.size(), size_t(1));
        QCOMPARE(screen.office.connects[0].access.company, u"acme"_s);
        QVERIFY(!field(*dialog, u"Company"_s)->isEnabled());
        screen.office.connects[0].then({});
        QVERIFY(!dialog->isVisible());
        QVERIFY(screen.window->view());
    }

    void cancelWhileTheServerIsAskedMakesNothing()
    {
        Screen screen;
        ask(screen, u"acme"_s)->reject();
        screen.office.checks[0].then({});
        QVERIFY(screen.office.openings.empty());
        QVERIFY(!screen.window->view());
    }

    void cancelWhileTheCompanyIsMadeOpensNothing()
    {
        Screen screen;
        const QPointer<ServerDialog> dialog = ask(screen, u"acme"_s);
        screen.office.checks[0].then({});
        dialog->reject();
        QTRY_VERIFY(!dialog);
        screen.office.answer(0);
        QVERIFY(!screen.window->view());
        QVERIFY(screen.office.connects.empty());
    }

    void cancelGivesUpConnecting()
    {
        Screen screen;
        screen.open(u"acme"_s);
        screen.window->actions()[Command::ConnectServer].trigger();
        QTRY_VERIFY(shown<ServerDialog>(*screen.window));
        auto *dialog = shown<ServerDialog>(*screen.window);
        field(*dialog, u"Address"_s)->setText(u"https://frost.firm.se"_s);
        field(*dialog, u"Token"_s)->setText(u"t"_s);
        press(*dialog);
        QCOMPARE(screen.office.connects.size(), size_t(1));
        dialog->reject();
        QCOMPARE(screen.office.stops, 1);
        screen.office.connects[0].then(fail(refusal().error())); // an answer to nobody
    }

    void signingInAgainIsAboutTheConnectionThatWants()
    {
        Screen screen;
        screen.open(u"acme"_s);
        auto &company = *screen.office.desk(0).company;
        value(company.connections().add(kServer, u"frostserver"_s, {{u"url"_s, u"https://main.firm.se"_s}, {u"company"_s, u"acme"_s}}));
        const ConnectionId branch(u"branch"_s);
        value(company.connections().add(branch, u"frostserver"_s, {{u"url"_s, u"https://branch.firm.se"_s}, {u"company"_s, u"acme-ab"_s}}));
        Q_EMIT screen.window->view()->signInWanted(branch);
        QTRY_VERIFY(shown<ServerDialog>(*screen.window));
        auto *dialog = shown<ServerDialog>(*screen.window);
        QCOMPARE(field(*dialog, u"Address"_s)->text(), u"https://branch.firm.se"_s);
        field(*dialog, u"Token"_s)->setText(u"t"_s);
        press(*dialog);
        const auto &access = screen.office.connects[0].access;
        QCOMPARE(access.connection, branch);
        QCOMPARE(access.company, u"acme-ab"_s);
        QCOMPARE(access.address.toString(), u"https://branch.firm.se"_s);
    }
};

QTEST_MAIN(ServerDialogTest)
#include "serverdialog_test.moc"
