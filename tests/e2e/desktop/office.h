// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver/bookkeeper.h"
#include "app/demoserver/demoserver.h"
#include "app/desktop/desktopoffice.h"
#include "tests/e2e/desktop/results.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/shell/companyview.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QTest>

namespace frost::e2e {

using namespace Qt::StringLiterals;

inline constexpr int kPatience = 60'000; //!< ms; back-off and debouncing included

//! A firm: its server as a process, the window on one computer, a colleague on another.
class Firm
{
public:
    Firm()
    {
        qputenv("FROST_SECRETS", "file");
        server = value(DemoServer::find(folder.filePath(u"server"_s)));
        token = value(server->addUser(u"firm"_s, u"acme"_s, u"bjorn@firm.se"_s));
        const auto annas = value(server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        done(server->start());
        anna = std::make_unique<demo::Bookkeeper>(u"Anna"_s, folder.filePath(u"anna"_s));
        done(anna->makeCompany(TenantId(u"firm"_s), CompanyId(u"acme"_s)));
        done(QCoro::waitFor(anna->connect(server->url(), annas)));
        settings = std::make_unique<Settings>(folder.filePath(u"bjorn"_s));
        settings->setLanguage(u"en"_s);
        settings->setLook(theme::Look::Light);
        office = std::make_unique<DesktopOffice>(folder.filePath(u"bjorn"_s));
        window = std::make_unique<MainWindow>(*office, *settings);
    }
    ~Firm() { window.reset(); }

    [[nodiscard]] CompanySession &session() { return window->view()->session(); }
    [[nodiscard]] const CompanyStatus &status() { return session().status(); }
    //! Nothing waits, and the last run went well.
    [[nodiscard]] bool synced()
    {
        return !status().connections.isEmpty() && status().connections.first().sync.state == AutoSyncState::Idle
               && status().queue.pending == 0;
    }
    void annaSyncs()
    {
        const auto report = QCoro::waitFor(anna->sync());
        if (!report || report->error)
            qFatal("Anna could not synchronise");
    }

    QTemporaryDir folder;
    std::unique_ptr<DemoServer> server;
    QByteArray token;
    std::unique_ptr<demo::Bookkeeper> anna;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<DesktopOffice> office;
    std::unique_ptr<MainWindow> window;
};

//! As a person types, å ä ö included: QTest::keyClicks knows ASCII only.
inline void type(const QString &text)
{
    for (const QChar c : text) {
        auto *focus = QApplication::focusWidget();
        if (!focus)
            qFatal("nothing has the focus");
        if (c.unicode() < 128) {
            QTest::keyClick(focus, c.toLatin1());
        } else {
            QInputMethodEvent event;
            event.setCommitString(c);
            QApplication::sendEvent(focus, &event);
        }
    }
}
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    auto *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : QApplication::activeWindow(), key, modifiers);
}
//! Tab after tab until a field of this name has the focus.
inline bool goTo(const QString &accessibleName)
{
    for (int i = 0; i < 60; ++i) {
        if (auto *focus = QApplication::focusWidget(); focus && focus->accessibleName().startsWith(accessibleName))
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace frost::e2e
