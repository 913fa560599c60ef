// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/editor/recordform.h"
#include "ui/exchange/sieimportdialog.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/shell/companyview.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/startpage.h"
#include "ui/synccenter/statusbutton.h"
#include "ui/wording/errortext.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStatusBar>

namespace frost {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Office &office, Settings &settings) : m_office(office), m_settings(settings)
{
    m_language.use(settings.language());
    theme::apply(settings.look());
    resize(1280, 800);
    restoreGeometry(settings.file().value(u"window"_s).toByteArray());
    build();
}

MainWindow::~MainWindow()
{
    delete takeCentralWidget(); // its parts use the session
}

// --- building

void MainWindow::build()
{
    delete takeCentralWidget();
    delete menuBar();
    delete statusBar();
    m_view = nullptr;
    m_stack = new QStackedWidget(this);
    m_start = new StartPage(this);
    m_stack->addWidget(m_start);
    setCentralWidget(m_stack);
    buildActions();
    connect(m_start, &StartPage::demoWanted, this, &MainWindow::openDemo);
    connect(m_start, &StartPage::newCompanyWanted, this, &MainWindow::askNewCompany);
    connect(m_start, &StartPage::serverWanted, this, &MainWindow::askServer);
    connect(m_start, &StartPage::companyWanted, this, &MainWindow::openCompany);
    statusBar()->setSizeGripEnabled(false);
    if (m_session)
        showCompany();
    else
        showStart();
}

void MainWindow::buildActions()
{
    if (m_actions)
        qDeleteAll(m_actions->all());
    m_actions = std::make_unique<Actions>(*this, *menuBar());
    connectActions();
}

void MainWindow::connectActions()
{
    const auto on = [this](Command command, auto slot) { connect(&(*m_actions)[command], &QAction::triggered, this, slot); };
    const auto onRecords = [&](Command command, auto slot) {
        on(command, [this, slot] {
            if (auto *records = m_view ? m_view->currentRecords() : nullptr)
                slot(*records);
        });
    };
    onRecords(Command::NewRecord, [](RecordsPage &page) { page.createRecord(); });
    onRecords(Command::SaveRecord, [](RecordsPage &page) { page.form().save(); });
    onRecords(Command::DeleteRecord, [](RecordsPage &page) { page.removeSelected(); });
    onRecords(Command::Copy, [](RecordsPage &page) { page.view().copy(); });
    onRecords(Command::Find, [](RecordsPage &page) { page.focusSearch(); });
    on(Command::OpenCompany, [this] { chooseCompany(); });
    on(Command::NewCompany, [this] { askNewCompany(); });
    on(Command::ConnectServer, [this] { askServer(); });
    on(Command::ImportSie, [this] { askSieFile(); });
    on(Command::Quit, [this] { close(); });
    on(Command::ShowSync, [this] { m_view->showSync(); });
    on(Command::ShowConflicts, [this] { m_view->showConflicts(); });
    on(Command::SyncNow, [this] { m_session->syncNow(); });
    on(Command::WorkOffline, [this](bool offline) {
        m_session->setNetworkUse(offline ? NetworkUse::WorkOffline : NetworkUse::Automatic);
    });
    on(Command::PauseSync, [this](bool paused) {
        m_session->setPause(paused ? AutoSyncPause::Paused : AutoSyncPause::None);
    });
    on(Command::LookSystem, [this] { setLook(theme::Look::System); });
    on(Command::LookLight, [this] { setLook(theme::Look::Light); });
    on(Command::LookDark, [this] { setLook(theme::Look::Dark); });
    on(Command::English, [this] { setLanguage(u"en"_s); });
    on(Command::Swedish, [this] { setLanguage(u"sv"_s); });
    on(Command::Shortcuts, [this] {
        auto *sheet = new ShortcutSheet(m_actions->all(), this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
    on(Command::About, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Frost"),
                                    tr("Frost %1\nOffline-first bookkeeping. Free software under the GNU GPL, version 3 or later.\n"
                                       "Icons: Breeze, KDE, GNU LGPL version 3 or later.")
                                        .arg(QApplication::applicationVersion()),
                                    QMessageBox::Close, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

// What makes no sense now is not offered.
void MainWindow::enableActions()
{
    const bool open = m_view != nullptr;
    for (const auto command : {Command::NewRecord, Command::SaveRecord, Command::DeleteRecord, Command::Copy, Command::Find,
                               Command::ConnectServer, Command::ImportSie, Command::ShowSync, Command::ShowConflicts,
                               Command::SyncNow, Command::WorkOffline, Command::PauseSync})
        (*m_actions)[command].setEnabled(open);
    (*m_actions)[m_settings.language() == u"sv" ? Command::Swedish : Command::English].setChecked(true);
    const auto look = m_settings.look();
    (*m_actions)[look == theme::Look::Dark ? Command::LookDark
                 : look == theme::Look::Light ? Command::LookLight : Command::LookSystem].setChecked(true);
    if (m_session) {
        (*m_actions)[Command::WorkOffline].setChecked(m_session->status().use == NetworkUse::WorkOffline);
        (*m_actions)[Command::PauseSync].setChecked(m_session->status().pause == AutoSyncPause::Paused);
    }
}

// --- companies

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
        statusBar()->showMessage(title + u" – "_s + text);
        QApplication::alert(this);
    });
    connect(m_session.get(), &CompanySession::statusChanged, this, &MainWindow::enableActions);
    nameWindow();
    enableActions();
    if (auto *records = m_view->currentRecords())
        records->focusList();
}

void MainWindow::takeSession(Result<std::unique_ptr<CompanySession>> session, const QString &name)
{
    m_start->setReady();
    if (!session) {
        tellError(session.error());
        return;
    }
    m_session = *std::move(session);
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
    delete std::exchange(m_view, nullptr);
    m_session.reset();
    showStart();
}

void MainWindow::openCompany(const DataFolder::Company &company)
{
    closeCompany();
    const auto name = company.tenant.toString() + u'/' + company.company.toString();
    m_start->setBusy(tr("Opening %1 …").arg(company.company.toString()));
    m_office.open(company, [this, name](auto session) { takeSession(std::move(session), name); });
}

void MainWindow::openDemo()
{
    closeCompany();
    m_start->setBusy(tr("Preparing the example company …"));
    m_office.openDemo([this](auto session) { takeSession(std::move(session), {}); });
}

void MainWindow::askNewCompany()
{
    auto *dialog = new NewCompanyDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewCompanyDialog::wanted, this, [this, dialog = QPointer(dialog)](const QString &tenant, const QString &company) {
        m_office.create(tenant, company, [this, dialog, name = tenant + u'/' + company](auto session) {
            if (!session) {
                if (dialog)
                    dialog->showError(wording::errorText(session.error()));
                return;
            }
            if (dialog)
                dialog->accept();
            closeCompany();
            takeSession(std::move(session), name);
        });
    });
    dialog->open();
}

void MainWindow::askServer()
{
    auto *dialog = new ServerDialog(m_session ? m_session->company().company.toString() : QString(), {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ServerDialog::wanted, this,
            [this, dialog = QPointer(dialog)](const QUrl &server, const QByteArray &token, const QString &tenant, const QString &company) {
                if (m_session) {
                    connectToServer(dialog, server, token);
                    return;
                }
                m_office.create(tenant, company, [=, this, name = tenant + u'/' + company](auto session) {
                    if (!session) {
                        if (dialog)
                            dialog->showError(wording::errorText(session.error()));
                        return;
                    }
                    takeSession(std::move(session), name);
                    connectToServer(dialog, server, token);
                });
            });
    dialog->open();
}

void MainWindow::connectToServer(QPointer<ServerDialog> dialog, const QUrl &server, const QByteArray &token)
{
    dialog->setBusy(true);
    m_office.connectToServer(*m_session, server, token, [dialog](const Result<> &done) {
        if (!dialog)
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
    auto *dialog = new CompanySwitcher(m_office.companies(), m_settings.lastCompany(), this);
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

// --- the window itself

// The company is always visible: working on the wrong one is the costliest slip (UX.md 2.1).
void MainWindow::nameWindow()
{
    setWindowTitle(m_session ? tr("%1 – Frost").arg(m_session->company().company.toString()) : u"Frost"_s);
}

void MainWindow::setLanguage(const QString &language)
{
    m_settings.setLanguage(language);
    m_language.use(language);
    const auto page = m_view ? m_view->currentPage() : QString();
    build();
    if (m_view && !page.isEmpty())
        m_view->showType(EntityType(page));
}

void MainWindow::setLook(theme::Look look)
{
    m_settings.setLook(look);
    theme::apply(look);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.file().setValue(u"window"_s, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace frost
