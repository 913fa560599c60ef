// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/opencompany.h"
#include "app/desktop/enginesettings.h"
#include "core/net/changechannel.h"
#include "core/net/monitoredtransport.h"
#include "core/net/networkmonitor.h"
#include "core/sync/autosync.h"
#include "ui/session/companystatus.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace frost {

//! Where a session finds its company: it is there, or it is made of these packs and must not be there.
struct CompanyFile {
    QStringList newOf = {};
};

//! The writing half of an open company: its only writing connection, the network, and the clockwork that synchronises by
//! itself. Lives on a thread of its own; everything is called there, signals are queued to the UI.
class Engine final : public QObject
{
    Q_OBJECT
public:
    Engine(DataFolder::Company place, QString dataFolder, EngineSettings settings, CompanyFile file);
    ~Engine() override;

    //! Opens or makes the file and begins to look for the servers. Errors: those of OpenCompany::open and create.
    [[nodiscard]] Result<Schema> open();
    //! Ends a run in hand and lets go of the file; `closed` follows. Nothing else is called afterwards.
    void close();

    void perform(const std::function<void(Company &)> &job);
    void setHint(NetworkHint hint);
    void setNetworkUse(NetworkUse use);
    //! A run in hand ends as by stopSync(); once it is over, what it left goes on.
    void setPause(AutoSyncPause pause);
    void syncNow();
    void confirmMassChange(const ConnectionId &connection, const MassQuestion &seen);
    //! At the next safe point; where the other side is silent, without its answer.
    void stopSync();
    //! Adds a connection, or gives a known one a new token, and synchronises. An attempt before it is given up.
    void connectTo(const OpenCompany::NewConnection &wanted, std::function<void(Result<OpenCompany::Connected>)> then);
    void stopConnecting();

Q_SIGNALS:
    void closed();
    void told(const frost::CompanyStatus &status);
    void recordsWritten(const QList<frost::EntityType> &types);

private:
    //! One connection's clockwork.
    struct Spoke;
    //! Passes through the monitors of all connections.
    class MonitoredNetwork;

    [[nodiscard]] Result<> addSpokes();
    [[nodiscard]] Result<> addSpoke(const Connection &connection);
    void refreshSettings();
    Task<Result<RunReport>> runOnce(ConnectionId id, SyncEngine::Options options);
    Task<Result<ChangeStream>> streamOf(ConnectionId id);
    Task<void> connectAndTell(OpenCompany::NewConnection wanted, std::function<void(Result<OpenCompany::Connected>)> then);
    void lookForWrites(Source writer);
    void leaveMoved();
    [[nodiscard]] bool isIdle() const;
    void closeWhenIdle();
    void tellSoon();
    void tell();
    void tidyUp();

    DataFolder::Company m_place;
    EngineSettings m_settings;
    CompanyFile m_file;
    QString m_dataFolder;
    std::unique_ptr<SystemSeams> m_seams; //!< made on the engine's own thread: sockets belong to a thread
    std::unique_ptr<MonitoredNetwork> m_network;
    std::unique_ptr<OpenCompany> m_company;
    std::vector<std::unique_ptr<Spoke>> m_spokes;
    std::vector<std::unique_ptr<Spoke>> m_left; //!< of connections that lead elsewhere now; idle, or ending their last run
    enum class Life { Open, Closing, Closed } m_life = Life::Open;
    int m_connecting = 0; //!< attempts under way, those of channels too
    NetworkHint m_hint = NetworkHint::None;
    QTimer m_telling;
    QTimer m_tidying;
    QTimer m_stopping; //!< while a run that shall stop still waits for an answer
};

} // namespace frost
