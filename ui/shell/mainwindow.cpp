// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/shell/companyview.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/startpage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>

namespace frost {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Office &office, Settings &settings) : m_office(office), m_settings(settings)
{
    m_language.use(settings.language());
    theme::apply(settings.look());
    resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
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
    m_stack = new QStackedWidget(this);
    m_start = new StartPage(this);
    m_stack->addWidget(m_start);
    setCentralWidget(m_stack);
    m_actions = std::make_unique<Actions>(*this, *menuBar());
    connectActions();
    connect(m_start, &StartPage::demoWanted, this, &MainWindow::openDemo);
    connect(m_start, &StartPage::newCompanyWanted, this, &MainWindow::askNewCompany);
    connect(m_start, &StartPage::serverWanted, this, [this] { askServer({}); });
    connect(m_start, &StartPage::companyWanted, this, &MainWindow::openCompany);
    statusBar()->setSizeGripEnabled(false);
    showStart();
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
    on(Command::ConnectServer, [this] { askServer({}); });
    on(Command::ImportSie, [this] { askSieFile(); });
    on(Command::BackUp, [this] { askBackup(); });
    on(Command::RestoreBackup, [this] { askRestore(); });
    on(Command::Quit, [this] { close(); });
    on(Command::ShowSync, [this] { m_view->showSync(); });
    on(Command::ShowConflicts, [this] { m_view->showConflicts(); });
    on(Command::ShowRules, [this] { m_view->showRules(); });
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
        auto *over = QApplication::activeWindow(); // the merge dialog is a window of its own
        auto *sheet = new ShortcutSheet(m_actions->all(), over ? over : this);
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
                               Command::ConnectServer, Command::ImportSie, Command::BackUp, Command::ShowSync, Command::ShowConflicts, Command::ShowRules,
                               Command::WorkOffline, Command::PauseSync})
        (*m_actions)[command].setEnabled(open);
    for (const auto command : {Command::OpenCompany, Command::NewCompany, Command::RestoreBackup})
        (*m_actions)[command].setEnabled(!m_restoring);
    const auto *status = m_session ? &m_session->status() : nullptr;
    (*m_actions)[Command::SyncNow].setEnabled(status && !status->connections.isEmpty() && status->use == NetworkUse::Automatic);
    (*m_actions)[m_settings.language() == u"sv" ? Command::Swedish : Command::English].setChecked(true);
    const auto look = m_settings.look();
    (*m_actions)[look == theme::Look::Dark ? Command::LookDark
                 : look == theme::Look::Light ? Command::LookLight : Command::LookSystem].setChecked(true);
    (*m_actions)[Command::WorkOffline].setChecked(status && status->use == NetworkUse::WorkOffline);
    (*m_actions)[Command::PauseSync].setChecked(status && status->pause == AutoSyncPause::Paused);
}

// --- the window itself

// The company is always visible: working on the wrong one is the costliest slip (UX.md 2.1).
void MainWindow::nameWindow()
{
    setWindowTitle(m_session ? tr("%1 – Frost").arg(m_session->company().company.toString()) : u"Frost"_s);
}

// Every widget follows by itself, whatever is being done in it.
void MainWindow::setLanguage(const QString &language)
{
    m_settings.setLanguage(language);
    m_language.use(language);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_actions)
        return;
    m_actions->retranslate();
    nameWindow();
    enableActions();
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
