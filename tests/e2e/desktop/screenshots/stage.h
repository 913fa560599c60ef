// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopoffice.h"
#include "ui/shell/companyview.h"
#include "ui/shell/mainwindow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <memory>

namespace frost {
class RecordsPage;
}

namespace frost::screenshots {

//! Ends the program with a word about `what` where it never comes.
void waitedInVain(const char *what);

template<class Condition>
void waitFor(const char *what, Condition condition)
{
    constexpr int kPatience = 120'000; // ms
    QElapsedTimer timer;
    timer.start();
    QTimer wake; // not a loop of its own: in that nothing would be deleted that was closed outside it
    wake.start(10);
    while (!condition()) {
        if (timer.elapsed() > kPatience)
            waitedInVain(what);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

//! Repaints and answers that are on their way.
void settle();

class Reader;

//! Numbers the pictures in the order in which they are taken: "07-invoice-dark-sv.png".
class Camera
{
public:
    //! @param reader  looks instead; nullptr: none
    Camera(QString folder, const QString &language, theme::Look look, Reader *reader);
    //! Once everything that is on its way has been drawn. @param popups  lie over it: menus, lists
    void take(const QString &name, QWidget &widget, const QList<QWidget *> &popups = {});
    //! Does what screen readers have to be told.
    void takeAlert(const QString &name, const std::function<void()> &act);

private:
    QString m_folder;
    QString m_suffix;
    Reader *m_reader;
    int m_taken = 0;
};

//! The window with the example company, in one language and look.
class Stage
{
public:
    Stage(const QString &folder, const QString &language, theme::Look look, Reader *reader = nullptr);

    void openExample();
    void take(const QString &name) { camera.take(name, *window); }
    [[nodiscard]] CompanyView &view() { return *window->view(); }
    [[nodiscard]] CompanySession &session() { return view().session(); }
    [[nodiscard]] const CompanyStatus &status() { return session().status(); }
    [[nodiscard]] DemoControls &demo() { return *office.demo(); }

    RecordsPage &page(const QString &type); //!< in front, with its first row read
    void open(RecordsPage &page, const LocalId &id);
    [[nodiscard]] Record record(RecordsPage &page, int row);
    //! On the lane that writes; done when it returns.
    void write(std::function<Result<>(Company &)> job);
    void edit(const EntityType &type, const LocalId &id, const QJsonObject &patch);
    //! What was changed here last is changed there as well; done when it returns.
    void colleagueEdits();

private:
    QTemporaryDir m_data;
    Settings m_settings;

public:
    Camera camera;
    DesktopOffice office;
    std::unique_ptr<MainWindow> window;
};

//! As a person types into what has the focus.
void type(QWidget &target, const QString &text);

// The scenes, in this order.
void startPages(Stage &stage);
void lists(Stage &stage);
void forms(Stage &stage);
LocalId outage(Stage &stage); //!< @return an invoice that was changed in several places
void merging(Stage &stage, const LocalId &invoice);
void serverTroubles(Stage &stage);
void dialogs(Stage &stage);
//! States that are hard to reach for real: the real widgets, told what an engine would tell.
void gallery(Stage &stage);
void alike(Stage &stage);

} // namespace frost::screenshots
