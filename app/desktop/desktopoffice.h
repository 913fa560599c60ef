// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopsession.h"
#include "ui/shell/office.h"

#include <QTemporaryDir>

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
    void create(const QString &tenant, const QString &company, Opened then) override;
    void connectToServer(CompanySession &session, const QUrl &server, const QByteArray &token, Done then) override;
    void openDemo(Opened then) override;
    DemoControls *demo() override;

private:
    void openIn(const QString &dataFolder, const DataFolder::Company &company, Opened then);

    QString m_dataFolder;
    std::unique_ptr<Demo> m_demo;
};

} // namespace frost
