// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/sieimportdialog.h"
#include "ui/records/recordspage.h"
#include "ui/shell/companyview.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startpage.h"
#include "ui/synccenter/statusbutton.h"
#include "ui/wording/errortext.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QStatusBar>

// The window's companies: which one is open, and the dialogs that lead to another or to its server.

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNoticeShown = 15'000; //!< ms

QString nameOf(const DataFolder::Company &company)
{
    return company.tenant.toString() + u'/' + company.company.toString();
}

} // namespace

void MainWindow::showStart()
{
    m_start->setCompanies(m_office.companies(), m_settings.lastCompany());
    m_start->setReady();
    m_stack->setCurrentWidget(m_start);
    nameWindow();
    enableActions();
}

void MainWindow::showCompany()
{
    m_view = new CompanyView(*m_session, m_settings.file(), m_office.demo(), m_stack);
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    statusBar()->addPermanentWidget(&m_view->statusButton());
    m_view->statusButton().setVisible(true);
    connect(m_view, &CompanyView::signInWanted, this, &MainWindow::askServer);
    connect(m_view, &CompanyView::resetWanted, this, &MainWindow::openDemo, Qt::QueuedConnection);
    connect(m_view, &CompanyView::notify, this, [this](const QString &title, const QString &text) {
        statusBar()->showMessage(title + u" – "_s + text, kNoticeShown);
        if (isActiveWindow())
            return;
        QApplication::alert(this);
        Q_EMIT notify(title, text);
    });
    connect(m_session.get(), &CompanySession::statusChanged, this, &MainWindow::enableActions);
    connect(m_session.get(), &CompanySession::queueMoved, this, [this] {
        if (m_session->status().openConflicts == 0) // what was said about them is over
            statusBar()->clearMessage();
    });
    nameWindow();
    enableActions();
    if (auto *records = m_view->currentRecords())
        records->focusList();
}

void MainWindow::come()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
    if (m_view && m_session->status().openConflicts > 0)
        m_view->showConflicts();
    else if (m_view)
        m_view->showSyncTab(SyncTab::Queue);
}

void MainWindow::takeSession(std::unique_ptr<CompanySession> session, const QString &name)
{
    closeCompany();
    m_session = std::move(session);
    if (!name.isEmpty())
        m_settings.setLastCompany(name);
    showCompany();
    Q_EMIT companyOpened();
}

void MainWindow::tellError(const Error &error)
{
    m_start->showError(wording::errorText(error));
    Q_EMIT openFailed(error);
}

void MainWindow::closeCompany()
{
    ++m_opening;
    statusBar()->clearMessage();
    delete std::exchange(m_view, nullptr);
    m_session.reset();
    showStart();
}

// Only what was asked last is shown; what was asked before is closed again when it comes.
Office::Opened MainWindow::opening(Office::Opened then)
{
    return [self = QPointer(this), number = ++m_opening, then = std::move(then)](Result<std::unique_ptr<CompanySession>> session) {
        if (self && number == self->m_opening)
            then(std::move(session));
    };
}

void MainWindow::openCompany(const DataFolder::Company &company)
{
    closeCompany();
    m_start->setBusy(tr("Opening %1 …").arg(company.company.toString()));
    m_office.open(company, opening([this, name = nameOf(company)](auto session) { takeOpened(std::move(session), name); }));
}

void MainWindow::openDemo()
{
    closeCompany();
    m_start->setBusy(tr("Preparing the example company …"));
    m_office.openDemo(opening([this](auto session) { takeOpened(std::move(session), {}); }));
}

void MainWindow::takeOpened(Result<std::unique_ptr<CompanySession>> session, const QString &name)
{
    m_start->setReady();
    if (session)
        takeSession(*std::move(session), name);
    else
        tellError(session.error());
}

// --- dialogs

void MainWindow::askNewCompany()
{
    auto *dialog = new NewCompanyDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewCompanyDialog::wanted, this, [this, dialog = QPointer(dialog)](const NewCompany &company) {
        makeCompany(company, dialog.data(), [dialog](const Error &error) { dialog->showError(wording::errorText(error)); },
                    [dialog] { dialog->accept(); });
    });
    dialog->open();
}

// Whoever closes the dialog meanwhile wants to stay where he is; the company is there all the same, and offered as any.
void MainWindow::makeCompany(const NewCompany &company, QDialog *asking,
                             std::function<void(const Error &)> refused, std::function<void()> opened)
{
    auto take = [this, asking = QPointer(asking), name = company.tenant + u'/' + company.company, refused = std::move(refused),
                 opened = std::move(opened)](Result<std::unique_ptr<CompanySession>> session) {
        if (!asking || !asking->isVisible()) {
            if (!m_session)
                showStart();
        } else if (!session) {
            refused(session.error());
        } else {
            takeSession(*std::move(session), name);
            opened();
        }
    };
    m_office.create(company, opening(std::move(take)));
}

// The address that is known is what a person most likely means; where none of them was named, the main one.
void MainWindow::askServer(const ConnectionId &connection)
{
    if (!m_session) {
        showServerDialog({});
        return;
    }
    m_session->ask(
        Lane::Page, m_view, [](Company &company) { return company.connections().list(); },
        [this, connection](const Result<QList<Connection>> &known) {
            ServerAccess access;
            access.company = m_session->company().company.toString();
            for (const auto &one : known.value_or(QList<Connection>())) {
                if (!connection.isEmpty() && one.id != connection)
                    continue;
                access = {one.id, one.settings["company"_L1].toString(), QUrl(one.settings["url"_L1].toString()), {}};
                break;
            }
            showServerDialog(access);
        });
}

void MainWindow::showServerDialog(const ServerAccess &known)
{
    auto *dialog = new ServerDialog(m_session ? m_session->company().company.toString() : QString(), known.address, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ServerDialog::wanted, this,
            [this, dialog = QPointer(dialog), known](const QUrl &server, const QByteArray &token, const QString &tenant, const QString &company) {
                ServerAccess access{known.connection, m_session ? known.company : company, server, token};
                if (m_session)
                    connectToServer(dialog, access);
                else
                    fetchCompany(dialog, access, tenant);
            });
    connect(dialog, &QDialog::rejected, this, [this] {
        if (m_session)
            m_office.stopConnecting(*m_session);
    });
    dialog->open();
}

// The server is asked before anything is made: a wrong name can be put right, and Cancel leaves nothing behind.
void MainWindow::fetchCompany(QPointer<ServerDialog> dialog, const ServerAccess &access, const QString &tenant)
{
    dialog->setBusy(true);
    m_office.checkServer(access, [self = QPointer(this), dialog, access, tenant](const Result<QStringList> &packs) {
        if (!self || !dialog || !dialog->isVisible())
            return;
        const auto refuse = [dialog](const Error &error) {
            dialog->setBusy(false);
            dialog->showError(wording::errorText(error));
        };
        if (!packs) {
            refuse(packs.error());
            return;
        }
        self->makeCompany({tenant, access.company, *packs}, dialog, refuse, [self, dialog, access] {
            dialog->lockCompany();
            self->connectToServer(dialog, access);
        });
    });
}

void MainWindow::connectToServer(QPointer<ServerDialog> dialog, const ServerAccess &access)
{
    dialog->setBusy(true);
    m_office.connectToServer(*m_session, access, [dialog](const Result<> &done) {
        if (!dialog || !dialog->isVisible())
            return;
        dialog->setBusy(false);
        if (done)
            dialog->accept();
        else
            dialog->showError(wording::errorText(done.error()));
    });
}

void MainWindow::chooseCompany()
{
    const bool isOurs = m_session && !m_office.demo();
    auto *dialog = new CompanySwitcher(m_office.companies(), isOurs ? nameOf(m_session->company()) : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CompanySwitcher::chosen, this, &MainWindow::openCompany);
    dialog->open();
}

void MainWindow::askSieFile()
{
    auto *files = new QFileDialog(this, tr("Import SIE file"), m_settings.file().value(u"sieFolder"_s).toString(),
                                  tr("SIE files (*.se *.si *.SE *.SI);;All files (*)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_settings.file().setValue(u"sieFolder"_s, QFileInfo(path).path());
        importSie(path);
    });
    files->open();
}

void MainWindow::importSie(const QString &path)
{
    auto *dialog = new SieImportDialog(*m_session, path, m_view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace frost
