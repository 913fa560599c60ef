// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver/bookkeeper.h"
#include "tests/e2e/desktop/desk.h"

#include <QTemporaryDir>

namespace frost::e2e {

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
        desk = std::make_unique<Desk>(folder.filePath(u"bjorn"_s));
    }

    [[nodiscard]] CompanySession &session() { return desk->session(); }
    [[nodiscard]] const CompanyStatus &status() { return desk->status(); }
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
    std::unique_ptr<Desk> desk;
};

} // namespace frost::e2e
