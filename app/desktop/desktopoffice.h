// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopsession.h"
#include "core/net/httptransport.h"
#include "ui/shell/office.h"

#include <QThread>

namespace frost {

class Demo;

//! The program behind the windows: the data folder, sessions with their threads, the demo.
class DesktopOffice final : public Office
{
    Q_OBJECT
public:
    explicit DesktopOffice(QString dataFolder);
    ~DesktopOffice() override;

    QList<DataFolder::Company> companies() const override;
    void open(const DataFolder::Company &company, Opened then) override;
    void create(const NewCompany &company, Opened then) override;
    void restore(const QString &backup, WhenRestored then) override;
    void checkServer(const ServerAccess &access, Checked then) override;
    void connectToServer(CompanySession &session, const ServerAccess &access, Done then) override;
    void stopConnecting(CompanySession &session) override;
    void openDemo(Opened then) override;
    DemoControls *demo() override;

private:
    void openIn(const QString &dataFolder, const DataFolder::Company &company, const CompanyFile &file, Opened then);
    void showDemo(CompanySession &session);
    void endDemo();
    void waitForRestoring();

    QString m_dataFolder;
    SystemClock m_clock;
    std::unique_ptr<QThread> m_restoring; //!< the last, or none; waited for: a company must not be left half-way
    HttpTransport m_transport; //!< for what is asked without a company
    Demo *m_demo = nullptr;    //!< being prepared, or open; a child
};

} // namespace frost
