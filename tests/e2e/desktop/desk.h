// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver/demoserver.h"
#include "app/desktop/desktopoffice.h"
#include "tests/e2e/desktop/results.h"
#include "ui/shell/companyview.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QTest>

namespace frost::e2e {

using namespace Qt::StringLiterals;

inline constexpr int kPatience = 60'000; //!< ms; back-off and debouncing included

template<class Condition>
void waitFor(const char *what, Condition condition)
{
    if (!QTest::qWaitFor(condition, kPatience))
        qFatal("waited in vain for %s", what);
}

//! To the front: where no window manager is, nobody gives a window the focus.
inline void come(QWidget &asked)
{
    asked.show();
    asked.activateWindow();
    waitFor("a window to come to the front", [&] { return QApplication::activeWindow() == &asked; });
}

//! One person's computer: a data folder and the program's window, put together as the program does it.
class Desk
{
public:
    explicit Desk(const QString &folder) : settings(folder), office(folder)
    {
        settings.setLanguage(u"en"_s);
        settings.setLook(theme::Look::Light);
        window = std::make_unique<MainWindow>(office, settings);
    }

    void come() { e2e::come(*window); }
    //! The file of a company; the window opens it as one of before.
    void makeCompany(const QString &tenant, const QString &company)
    {
        bool made = false;
        bool opened = false;
        office.create({tenant, company, {}}, [&](const auto &session) { made = session.has_value(); });
        waitFor("a company", [&] { return made; });
        const auto told = QObject::connect(window.get(), &MainWindow::companyOpened, [&] { opened = true; });
        window->openCompany(office.companies().first());
        waitFor("the company in its window", [&] { return opened; });
        QObject::disconnect(told);
    }
    void connectTo(const DemoServer &server, const QByteArray &token)
    {
        std::optional<Result<>> answer;
        office.connectToServer(session(),
                               {.company = session().company().company.toString(), .address = server.url(), .token = token},
                               [&](const Result<> &told) { answer = told; });
        waitFor("the server's answer", [&] { return answer.has_value(); });
        done(*answer);
    }

    [[nodiscard]] CompanySession &session() { return window->view()->session(); }
    [[nodiscard]] const CompanyStatus &status() { return session().status(); }
    //! Nothing waits, and the last run went well.
    [[nodiscard]] bool synced()
    {
        return !status().connections.isEmpty() && status().connections.first().sync.state == AutoSyncState::Idle
               && status().queue.pending == 0;
    }
    //! The answer to a job that gives a Result of a value.
    template<class Job>
    auto ask(Lane lane, Job job)
    {
        using Answer = std::invoke_result_t<Job, Company &>;
        std::optional<Answer> answer;
        session().ask(lane, window.get(), std::move(job), [&](Answer told) { answer = std::move(told); });
        waitFor("an answer of the company", [&] { return answer.has_value(); });
        return value(*std::move(answer));
    }

    Settings settings;
    DesktopOffice office;
    std::unique_ptr<MainWindow> window; //!< goes first
};

} // namespace frost::e2e
