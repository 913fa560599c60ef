// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/office.h"
#include "ui/shell/settings.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QDialog;
class QStackedWidget;

namespace frost {

class CompanyView;
class ServerDialog;
class StartPage;

//! The window: the start page, or one company. It assembles and forwards; what is shown lives in CompanyView and its
//! pages.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Office &office, Settings &settings);
    ~MainWindow() override;

    void openCompany(const DataFolder::Company &company);
    void openDemo();
    void tellError(const Error &error);
    //! Goes back to the start page; the company is closed.
    void closeCompany();
    [[nodiscard]] CompanyView *view() { return m_view; } //!< nullptr: the start page
    [[nodiscard]] Actions &actions() { return *m_actions; }
    //! Comes to the front, where the conflicts are told: somebody has followed a notification.
    void come();
    void importSie(const QString &path);
    void backUpCompany(const QString &path);
    //! Asks first.
    void confirmRestore(const QString &backup);
    void setLanguage(const QString &language);
    void setLook(theme::Look look);

Q_SIGNALS:
    void companyOpened();
    void openFailed(const frost::Error &error);
    //! To be told outside the window, which is not in front: conflicts, a sign-in that is needed, a day without success.
    void notify(const QString &title, const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectActions();
    [[nodiscard]] Office::Opened opening(Office::Opened then);
    void takeOpened(Result<std::unique_ptr<CompanySession>> session, const QString &name);
    void takeSession(std::unique_ptr<CompanySession> session, const QString &name);
    void showCompany();
    void showStart();
    void nameWindow();
    void enableActions();
    void askNewCompany();
    void makeCompany(const NewCompany &company, QDialog *asking, std::function<void(const Error &)> refused,
                     std::function<void()> opened);
    void askServer(const ConnectionId &connection);
    void showServerDialog(const ServerAccess &known);
    void fetchCompany(QPointer<ServerDialog> dialog, const ServerAccess &access, const QString &tenant);
    void connectToServer(QPointer<ServerDialog> dialog, const ServerAccess &access);
    void chooseCompany();
    void askSieFile();
    void askBackup();
    void askRestore();
    void restoreCompany(const QString &backup);
    void restored(const Result<Restored> &restored);

    Office &m_office;
    Settings &m_settings;
    Language m_language;
    std::unique_ptr<CompanySession> m_session;
    std::unique_ptr<Actions> m_actions;
    QStackedWidget *m_stack = nullptr;
    StartPage *m_start = nullptr;
    CompanyView *m_view = nullptr;
    bool m_restoring = false; //!< no company is opened meanwhile
    int m_opening = 0; //!< counts what was asked to be opened
};

} // namespace frost
