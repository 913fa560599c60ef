// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/sqlite/sqliteserverstore.h"
#include "core/server/syncservice.h"
#include "tests/simulation/device.h"

#include <QTemporaryDir>

namespace frost::test {

//! One firm: the real server's handlers, some devices, bad weather, all in virtual time. A seed decides everything.
class World
{
public:
    World(std::uint64_t seed, int devices);
    ~World();

    //! A morning of typing, syncing, storms and crashes.
    void live(int steps);
    //! The weather clears; everybody syncs and answers what is asked, until nothing is left to do.
    //! @return rounds needed, -1 if there was no end
    int heal();
    //! An afternoon in which nobody presses "sync": the network comes, goes, flaps, and turns into a portal.
    void liveByThemselves(int steps);
    //! The network is back, and people answer what is asked; everything else has to happen by itself.
    //! @return minutes needed, -1 if something was still waiting after an hour
    int settleByThemselves();
    //! Two runs at once, or a status that was not true; complaints() has the rest.
    [[nodiscard]] QStringList untruths() const;
    //! Everything that breaks an invariant; empty if all is well.
    [[nodiscard]] QStringList complaints();
    //! What every device did, to find out why a seed failed.
    [[nodiscard]] QStringList trail();
    //! A hash of everything that happened: the same for the same seed (RELIABILITY L8).
    [[nodiscard]] QByteArray fingerprint();
    [[nodiscard]] std::uint64_t events() const { return m_simulator.steps(); }

private:
    HttpResponse serve(const HttpRequest &request);
    void setNetwork(const Weather &weather);
    void witness(const HttpRequest &request, const HttpResponse &response);
    [[nodiscard]] QList<QJsonObject> serverRecords();

    QTemporaryDir m_folder;
    SeededRandom m_random;
    Simulator m_simulator;
    Oracle m_oracle;
    server::WriteTurns m_turns;
    std::unique_ptr<server::SqliteServerStore> m_store;
    std::unique_ptr<server::SyncService> m_service;
    QByteArray m_token;
    UnreliableTransport m_transport;
    std::vector<std::unique_ptr<Device>> m_devices;
};

} // namespace frost::test
