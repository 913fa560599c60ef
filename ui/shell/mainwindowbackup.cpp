// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "ui/shell/companyview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startpage.h"
#include "ui/wording/errortext.h"

#include <QDate>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

// A company as a file of its own, and back.

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr int kBackedUpShown = 15'000; //!< ms
const QString kFolder = u"backupFolder"_s;
} // namespace

void MainWindow::askBackup()
{
    const QString name = m_session->company().company.toString() + QDate::currentDate().toString(u"-yyyy-MM-dd"_s) + u".frost"_s;
    auto *files = new QFileDialog(this, tr("Back up company"), m_settings.file().value(kFolder).toString(), tr("Frost companies (*.frost)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setOption(QFileDialog::DontConfirmOverwrite); // no backup is ever overwritten
    files->setDefaultSuffix(u"frost"_s);
    files->selectFile(name);
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_settings.file().setValue(kFolder, QFileInfo(path).path());
        backUpCompany(path);
    });
    files->open();
}

void MainWindow::backUpCompany(const QString &path)
{
    statusBar()->showMessage(tr("Backing up …"));
    m_session->ask(
        Lane::Scan, m_view, [path](Company &company) { return backUp(company.database(), path, company.clock(), company.random()); },
        [this, path](const Result<> &done) {
        statusBar()->clearMessage();
        if (done) {
            statusBar()->showMessage(tr("Backed up and checked: %1").arg(path), kBackedUpShown);
            return;
        }
        auto *box = new QMessageBox(QMessageBox::Warning, tr("No backup was made"), wording::errorText(done.error()), QMessageBox::Close, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        });
}

void MainWindow::askRestore()
{
    auto *files = new QFileDialog(this, tr("Restore a backup"), m_settings.file().value(kFolder).toString(), tr("Frost companies (*.frost)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, &MainWindow::confirmRestore);
    files->open();
}

void MainWindow::confirmRestore(const QString &backup)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Restore a backup"),
                                tr("The company in this backup takes the place of the one that is here."), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("What is here now is kept in a file beside it. Nothing is synchronised until you have signed in again."));
    const auto *restore = box->addButton(tr("&Restore"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(restore, &QPushButton::clicked, this, [this, backup] { restoreCompany(backup); });
    box->open();
}

// Nobody may have the company open whose place is taken, this window included.
void MainWindow::restoreCompany(const QString &backup)
{
    closeCompany();
    m_restoring = true;
    enableActions();
    m_start->setBusy(tr("Restoring %1 …").arg(QFileInfo(backup).fileName()));
    m_office.restore(backup, [self = QPointer(this)](const Result<Restored> &restored) {
        if (self)
            self->restored(restored);
    });
}

void MainWindow::restored(const Result<Restored> &restored)
{
    m_restoring = false;
    showStart();
    if (!restored) {
        tellError(restored.error());
        return;
    }
    openCompany(restored->company);
    auto *box = new QMessageBox(QMessageBox::Information, tr("Restored"), tr("The company %1 has been restored.").arg(restored->company.company.toString()),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (!restored->replaced.isEmpty())
        box->setInformativeText(tr("What was here before is kept: %1").arg(restored->replaced));
    box->open();
}

} // namespace frost
