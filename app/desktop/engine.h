// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/opencompany.h"
#include "core/net/monitoredtransport.h"
#include "core/net/networkmonitor.h"
#include "core/sync/autosync.h"
#include "ui/session/companystatus.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace frost {

//! What the user has chosen about synchronising; kept for the next start.
struct EngineSettings {
    NetworkUse use = NetworkUse::Automatic;
    AutoSyncPause pause = AutoSyncPause::None;
    AutoSyncSettings autoSync;
};

//! The writing half of an open company: its only writing connection, the network, and the clockwork that synchronises by
//! itself. Lives on a thread of its own; everything is called there, signals are queued to the UI.
class Engine final : public QObject
{
    Q_OBJECT
public:
    Engine(DataFolder::Company place, QString dataFolder, EngineSettings settings);
    ~Engine() override;

    //! Opens the file and begins to look for the servers. Errors: those of OpenCompany::open.
    [[nodiscard]] Result<Schema> open();
    //! Ends a run in hand and lets go of the file; `closed` follows. Nothing else is called afterwards.
    void close();

    void perform(const std::function<void(Company &)> &job);
    void setHint(NetworkHint hint);
    void setNetworkUse(NetworkUse use);
    void setPause(AutoSyncPause pause);
    void syncNow();
    void stopSync();
    //! Adds a connection, or gives a known one a new token, and synchronises.
    void connectTo(const OpenCompany::NewConnection &wanted, std::function<void(Result<OpenCompany::Connected>)> then);

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
    Task<Result<RunReport>> runOnce(ConnectionId id, SyncEngine::Options options);
    [[nodiscard]] Result<QDateTime> lastSuccess(const ConnectionId &connection);
    Task<void> connectAndTell(OpenCompany::NewConnection wanted, std::function<void(Result<OpenCompany::Connected>)> then);
    void lookForWrites(Source writer);
    void closeWhenIdle();
    void tellSoon();
    void tell();

    DataFolder::Company m_place;
    EngineSettings m_settings;
    QString m_dataFolder;
    std::unique_ptr<SystemSeams> m_seams; //!< made on the engine's own thread: sockets belong to a thread
    std::unique_ptr<MonitoredNetwork> m_network;
    std::unique_ptr<OpenCompany> m_company;
    std::vector<std::unique_ptr<Spoke>> m_spokes;
    enum class Activity { None, Connecting, Closing, Closed } m_activity = Activity::None;
    NetworkHint m_hint = NetworkHint::None;
    QTimer m_telling;
};

} // namespace frost
