// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "ui/exchange/sieimportdialog.h"
#include "ui/widgets/banner.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace editorfixture;

namespace {

constexpr int kMany = 250; //!< vouchers: more than are written at once

//! A file of `vouchers` vouchers, in code page 437.
QByteArray file(int vouchers, const QByteArray &company = "Sj\x94\x84ngens varv")
{
    QByteArray text = "#FLAGGA 0\n#SIETYP 4\n#FNAMN \"" + company + "\"\n#ORGNR 556036-0793\n#RAR 0 20250101 20251231\n"
                      "#KONTO 1930 \"F\x94retagskonto\"\n#KONTO 3001 \"F\x94rs\x84ljning\"\n";
    for (int i = 1; i <= vouchers; ++i)
        text += "#VER A " + QByteArray::number(i) + " 20250201 Text\n{\n#TRANS 1930 {} 10\n#TRANS 3001 {} -10\n}\n";
    return text;
}

struct Import {
    Import(Office &office, const QByteArray &bytes)
    {
        const auto path = folder.filePath(u"books.se"_s);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write");
        out.close();
        dialog = std::make_unique<SieImportDialog>(*office.session, path);
        QSignalSpy looked(dialog.get(), &SieImportDialog::looked);
        openWindow(*dialog);
        QTRY_VERIFY(!looked.isEmpty());
    }
    [[nodiscard]] QPushButton *button(QDialogButtonBox::StandardButton which) const
    {
        return dialog->findChild<QDialogButtonBox *>()->button(which);
    }
    [[nodiscard]] QString message() const { return dialog->findChild<Banner *>()->text(); }
    [[nodiscard]] QString summary() const { return dialog->findChild<QTextBrowser *>()->toPlainText(); }
    [[nodiscard]] QString letters() const
    {
        for (const auto *label : dialog->findChildren<QLabel *>()) {
            if (label->accessibleName() == u"Words with letters å ä ö"_s)
                return label->text();
        }
        return {};
    }
    void run()
    {
        QSignalSpy imported(dialog.get(), &SieImportDialog::imported);
        button(QDialogButtonBox::Ok)->click();
        QTRY_VERIFY(!imported.isEmpty());
    }

    QTemporaryDir folder;
    std::unique_ptr<SieImportDialog> dialog;
};

} // namespace

class SieImportDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStoppedImportKeepsWhatIsInAndGoesOn()
    {
        Office office;
        const Import import(office, file(kMany));
        auto *progress = import.dialog->findChild<QProgressBar *>();
        connect(progress, &QProgressBar::valueChanged, import.dialog.get(), [&](int value) {
            if (value > 0)
                import.dialog->reject();
        });
        import.button(QDialogButtonBox::Ok)->click();
        QTRY_VERIFY2(import.message().startsWith(u"Stopped."_s), qPrintable(import.message()));
        QVERIFY(import.dialog->isVisible());
        const auto kept = office.all(kVouchers).size();
        QVERIFY2(kept > 0 && kept < kMany, qPrintable(QString::number(kept)));
        disconnect(progress, &QProgressBar::valueChanged, import.dialog.get(), nullptr);

        QSignalSpy imported(import.dialog.get(), &SieImportDialog::imported);
        import.button(QDialogButtonBox::Ok)->click();
        QTRY_VERIFY(!imported.isEmpty());
        QCOMPARE(office.all(kVouchers).size(), kMany);
        QCOMPARE(office.all(kAccounts).size(), 2);
        QVERIFY(!import.button(QDialogButtonBox::Ok)->isVisible());
        import.dialog->reject();
        QVERIFY(!import.dialog->isVisible());
    }

    void lettersThatLookWrongComeFirst()
    {
        Office office;
        const Import import(office, file(1, "\xC5ngkraft")); // Latin-1 among code page 437: "┼ngkraft"
        QVERIFY2(import.letters().startsWith(u"These look wrong: ┼ngkraft"_s), qPrintable(import.letters()));
        QVERIFY2(import.letters().contains(u"Företagskonto"_s), qPrintable(import.letters()));
        QVERIFY(import.button(QDialogButtonBox::Close)->isDefault());
    }

    void enterImportsOnlyWhatIsNotDoubtful()
    {
        Office office;
        Import first(office, file(2));
        QVERIFY(first.button(QDialogButtonBox::Ok)->isDefault());
        first.run();
        const Import again(office, file(2));
        QCOMPARE(again.button(QDialogButtonBox::Ok)->text(), u"Import again"_s);
        QVERIFY(again.button(QDialogButtonBox::Close)->isDefault());
        press(Qt::Key_Return);
        QTRY_VERIFY(!again.dialog->isVisible());
    }

    void whatIsHereWithOtherValuesIsNamed()
    {
        Office office;
        Import first(office, file(1));
        first.run();
        for (const auto &account : office.all(kAccounts)) {
            if (account.body[u"number"_s] == u"1930"_s)
                office.change(kAccounts, account.id, {{u"description"_s, u"Bank"_s}});
        }
        const Import again(office, file(1));
        QVERIFY2(again.summary().contains(u"Account 1930: Name"_s), qPrintable(again.summary()));
    }
};

QTEST_MAIN(SieImportDialogTest)
#include "sieimportdialog_test.moc"
