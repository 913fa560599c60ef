// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/screenshots/stage.h"
#include "ui/exchange/sieimportdialog.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/synccenter/massdialog.h"
#include "ui/synccenter/statusbutton.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

namespace frost::screenshots {

using namespace Qt::StringLiterals;

namespace {

template<class Dialog, class Prepare, class... Args>
void take(Stage &stage, const QString &name, Prepare prepare, Args &&...args)
{
    Dialog dialog(std::forward<Args>(args)..., stage.window.get());
    dialog.open();
    prepare(dialog);
    stage.camera.take(name, dialog);
}

QString said(ErrorKind kind, const QString &code, const QStringList &args)
{
    return wording::errorText({kind, code, args, {}, {}});
}

void fill(QWidget &dialog, const QStringList &texts)
{
    const auto lines = dialog.findChildren<QLineEdit *>();
    for (qsizetype i = 0; i < std::min(lines.size(), texts.size()); ++i)
        lines[i]->setText(texts[i]);
}

void companies(Stage &stage)
{
    take<NewCompanyDialog>(stage, u"new-company"_s, [](auto &) { });
    take<NewCompanyDialog>(stage, u"new-company-refused"_s, [](NewCompanyDialog &dialog) {
        fill(dialog, {u"Nordlys"_s, u"byran"_s});
        dialog.showError(said(ErrorKind::Usage, u"company.exists"_s, {u"byran/Nordlys"_s}));
    });
    const auto place = [](const QString &name) { return DataFolder::Company{TenantId(u"byran"_s), CompanyId(name), {}}; };
    take<CompanySwitcher>(stage, u"switch-company"_s, [](auto &) { }, QList{place(u"Nordlys"_s), place(u"Sydsken"_s)},
                          u"byran/Nordlys"_s);
}

void servers(Stage &stage)
{
    take<MassDialog>(stage, u"mass-change"_s, [](auto &) { },
                     MassQuestion{MassReason::Deletions, 120, 900},
                     wording::connectionName(ConnectionId(u"frostserver"_s), u"frostserver"_s, wording::Place::Within));
    const QUrl known(u"https://sync.byran.example"_s);
    take<ServerDialog>(stage, u"connect-new"_s, [](auto &) { }, QString(), QUrl());
    take<ServerDialog>(stage, u"sign-in"_s, [](auto &) { }, u"Nordlys"_s, known);
    const auto refused = [](const QString &text) {
        return [text](ServerDialog &dialog) {
            dialog.findChildren<QLineEdit *>().last()->setText(u"frost_abc"_s);
            dialog.showError(text);
        };
    };
    take<ServerDialog>(stage, u"sign-in-refused"_s, refused(said(ErrorKind::Unauthorized, u"token.invalid"_s, {})),
                       u"Nordlys"_s, known);
    take<ServerDialog>(stage, u"sign-in-no-answer"_s,
                       refused(said(ErrorKind::Offline, u"net.noAnswer"_s, {known.host()})), u"Nordlys"_s, known);
    take<ServerDialog>(stage, u"sign-in-waiting"_s, [](ServerDialog &dialog) {
        dialog.findChildren<QLineEdit *>().last()->setText(u"frost_abc"_s);
        dialog.setBusy(true);
    }, u"Nordlys"_s, known);
    take<ServerDialog>(stage, u"connect-unencrypted"_s, [](ServerDialog &dialog) {
        fill(dialog, {u"Nordlys"_s, u"byran"_s, u"http://192.0.2.7:8420"_s, u"frost_abc"_s});
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    }, QString(), QUrl());
}

void lookAt(Stage &stage, const QString &name, const QString &path)
{
    SieImportDialog dialog(stage.session(), path, stage.window.get());
    bool looked = false;
    QObject::connect(&dialog, &SieImportDialog::looked, &dialog, [&] { looked = true; });
    dialog.open();
    waitFor("the SIE file", [&] { return looked; });
    stage.camera.take(name, dialog);
}

//! Looks at it, imports it, and looks at it again.
void sieFiles(Stage &stage)
{
    const auto example = QStringLiteral(FROST_SIE_EXAMPLE);
    {
        SieImportDialog dialog(stage.session(), example, stage.window.get());
        bool looked = false;
        bool imported = false;
        QObject::connect(&dialog, &SieImportDialog::looked, &dialog, [&] { looked = true; });
        QObject::connect(&dialog, &SieImportDialog::imported, &dialog, [&] { imported = true; });
        dialog.open();
        waitFor("the SIE file", [&] { return looked; });
        stage.camera.take(u"sie"_s, dialog);
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        waitFor("the import", [&] { return imported; });
        stage.camera.take(u"sie-imported"_s, dialog);
    }
    lookAt(stage, u"sie-again"_s, example);
    QTemporaryDir folder;
    const auto keep = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            waitedInVain("a file");
        return file.fileName();
    };
    lookAt(stage, u"sie-other-company"_s,
           keep(u"annan.se"_s, "#FLAGGA 1\n#FORMAT PC8\n#SIETYP 4\n#ORGNR 212000-0142\n#FNAMN \"Annan \x84gare\"\n"
                               "#RAR 0 20260101 20261231\n#KONTO 1930 Bank\n#HITTEPA 1 2\n"
                               "#VER A 1 20260115 Hyra\n{\n#TRANS 1930 {} -100\n#TRANS 5010 {} 90\n}\n"
                               "#VER A 2 20260116 Kaffe\n{\n#TRANS 1930 {} -50,00\n#TRANS 5460 {} 50\n}\n"));
    SieImportDialog dialog(stage.session(), keep(u"brev.se"_s, "Hej, det h\xe4r \xe4r ett brev.\n"), stage.window.get());
    dialog.open();
    stage.camera.take(u"sie-refused"_s, dialog);
}

//! All menus beside each other, for none is in sight for long.
void menus(Stage &stage)
{
    QWidget all;
    auto *row = new QHBoxLayout(&all);
    QList<QMenu *> shown;
    for (auto *action : stage.window->menuBar()->actions())
        shown.append(action->menu());
    shown.append(stage.view().statusButton().menu());
    for (auto *menu : shown) {
        menu->ensurePolished();
        menu->resize(menu->sizeHint());
        auto *label = new QLabel(&all);
        label->setPixmap(menu->grab());
        row->addWidget(label, 0, Qt::AlignTop);
        for (auto *action : menu->actions()) {
            if (auto *inner = action->menu()) {
                inner->ensurePolished();
                inner->resize(inner->sizeHint());
                auto *beside = new QLabel(&all);
                beside->setPixmap(inner->grab());
                row->addWidget(beside, 0, Qt::AlignTop);
            }
        }
    }
    all.show();
    stage.camera.take(u"menus"_s, all);
}

} // namespace

void startPages(Stage &stage)
{
    stage.take(u"start"_s);
    bool made = false;
    stage.office.create({u"byran"_s, u"Nordlys"_s, {}}, [&](const auto &session) { made = session.has_value(); });
    waitFor("a company", [&] { return made; });
    stage.window->closeCompany();
    stage.take(u"start-companies"_s);
    stage.window->tellError({ErrorKind::TooNew, u"store.tooNew"_s, {}, {}, {}});
    stage.take(u"start-error"_s);
}

void dialogs(Stage &stage)
{
    menus(stage);
    companies(stage);
    servers(stage);
    take<ShortcutSheet>(stage, u"keyboard"_s, [](auto &) { }, stage.window->actions().all());
    stage.window->actions()[Command::About].trigger();
    auto *about = stage.window->findChild<QMessageBox *>();
    stage.camera.take(u"about"_s, *about);
    about->close();
    sieFiles(stage);
}

} // namespace frost::screenshots
