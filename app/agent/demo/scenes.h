// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver/bookkeeper.h"
#include "app/agent/demo/narrator.h"
#include "app/demoserver/demoserver.h"

namespace frost::demo {

//! The scenes of the demo, in order. Everything in them is real: two stores, the engine, a server in its own process.
//! Each scene looks at what it claims; what is not so ends the demo with "demo.unexpected" [what].
class Scenes
{
public:
    static constexpr int kCount = 9;
    //! @param folder an empty one for the server and both people
    [[nodiscard]] static Result<std::unique_ptr<Scenes>> prepare(const QString &folder, Narrator &narrator);

    [[nodiscard]] Result<> play();

private:
    Scenes(const QString &folder, Narrator &narrator, std::unique_ptr<DemoServer> server);

    [[nodiscard]] Result<> serverStarts();
    [[nodiscard]] Result<> annaBegins();
    [[nodiscard]] Result<> bjornJoins();
    [[nodiscard]] Result<> bothGoOffline();
    [[nodiscard]] Result<> mergedAlone();
    [[nodiscard]] Result<> oneConflict();
    [[nodiscard]] Result<> settled();
    [[nodiscard]] Result<> killedInTheMiddle();
    [[nodiscard]] Result<> allSound();

    [[nodiscard]] Result<> expect(bool isSo, const QString &fact);
    [[nodiscard]] Result<RunReport> synced(Bookkeeper &who);
    [[nodiscard]] Result<> bothEqual(const QString &fact);
    [[nodiscard]] Result<> annaEdits();
    [[nodiscard]] Result<> bjornEdits();
    [[nodiscard]] Result<> invoiceAddsUp(Bookkeeper &who);
    [[nodiscard]] Result<bool> killWhileSending(int attempt);
    [[nodiscard]] Result<> addArticles(int attempt);

    Narrator &m_narrator;
    std::unique_ptr<DemoServer> m_server;
    Bookkeeper m_anna;
    Bookkeeper m_bjorn;
    QByteArray m_bjornsToken;
    QString m_customer;       //!< shown ids, temporary until the first sync
    QString m_otherCustomer;
    QString m_invoice;
    qint64 m_conflict = 0;
    qint64 m_articles = 0;    //!< made in the scene with the kill
};

} // namespace frost::demo
