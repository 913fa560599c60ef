// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/remotes.h"
#include "app/composition/seams.h"
#include "app/composition/stoppabletransport.h"
#include "core/company/company.h"
#include "core/sync/dryrun.h"

namespace frost {

//! A company that can also speak to remote systems, put together. One thread; every front end and benchmark starts here.
class OpenCompany : public Company
{
public:
    //! Errors: those of Database::open.
    [[nodiscard]] static Result<std::unique_ptr<OpenCompany>> open(const Seams &seams, const DataFolder::Company &company,
                                                                   const Database::Options &options = {});
    //! Errors: those of Database::create.
    [[nodiscard]] static Result<std::unique_ptr<OpenCompany>> create(const Seams &seams, const DataFolder::Company &company,
                                                                     const QStringList &packs,
                                                                     const Database::Options &options = {});

    [[nodiscard]] const Seams &seams() const { return m_seams; }

    enum class Unreached {
        Keep,   //!< connected all the same; the next run asks
        Refuse, //!< nothing is kept
    };
    struct NewConnection {
        ConnectionId id;
        QString provider;
        QJsonObject settings; //!< of the provider; never secrets
        QByteArray token;
        Unreached unreached = Unreached::Keep;
    };
    struct Connected {
        SecretStore::Place place = SecretStore::Place::Keychain;
        std::optional<Error> unchecked; //!< why the remote could not be asked; it is connected all the same
        bool renewed = false;           //!< it was there already and only got a new token
    };
    //! Checks address and token, keeps the token, adds the connection, and queues every record for it (R-IDM-03). A
    //! connection of this name to the same place only gets the new token, if that opens the same tenant; one that has never
    //! reached its remote may be given another place. Conflict "connection.exists" [id] where one leads elsewhere.
    //! Errors: those of askAccess(), where the remote was just not reached only with Unreached::Refuse or after
    //! stopConnecting(); Forbidden "connection.otherTenant" [connection,
    //! its tenant, the token's]; those of SecretStore::write and Connections::add: nothing is kept then. Those of the store
    //! afterwards: connection and token are kept, and the next sync does the rest.
    Task<Result<Connected>> connect(NewConnection wanted);

    //! One run with one connection, when its turn has come (RunCoordinator). Errors: those of SyncEngine::run; Unauthorized "secret.missing" [connection]; Usage
    //! "provider.unknown"; those of askAccess() where the remote has never said whose data the token opens; Forbidden
    //! "connection.otherTenant".
    Task<Result<RunReport>> sync(Connection connection, SyncEngine::Options options);
    //! A run for one record alone: see SyncEngine::repair. Errors: as sync().
    Task<Result<RunReport>> repair(Connection connection, EntityType type, LocalId record);
    //! One record on both sides, as they are; neither is changed. Errors: as sync(); those of SyncEngine::compare.
    Task<Result<Comparison>> compare(Connection connection, EntityType type, LocalId record);
    //! A run with nothing sent: for a CompanyCopy, which takes the changes instead of the company.
    Task<Result<DryRun>> dryRun(Connection connection, SyncEngine::Options options);
    //! Lets another hub of the company become the connection's holder at once; nothing where the company's server grants none.
    //! Errors: those of HubServer::hold; as sync() where the server cannot be spoken to.
    Task<Result<>> letGo(Connection connection);
    //! Where the connection's remote tells of changes. Errors: Unauthorized "secret.missing" [connection]; Usage
    //! "provider.unknown", "channel.none" [provider] where it does not; those of SecretStore::read.
    Task<Result<ChangeStream>> changeStream(Connection connection);
    //! Ends the runs in hand at their next safe point. Same thread.
    void requestStop();
    //! Does not wait for the answers that runs asked to stop still wait for; the next run settles what was sent.
    void abortStopped();
    //! Gives up every connect() under way; it keeps nothing then.
    void stopConnecting();
    //! All of these for everything under way.
    void abort();

private:
    //! One run, or one connect(): what of it can be ended from outside.
    struct Talk;
    OpenCompany(const Seams &seams, std::unique_ptr<Database> database);
    [[nodiscard]] static Result<std::unique_ptr<OpenCompany>> assemble(const Seams &seams,
                                                                       Result<std::unique_ptr<Database>> database);
    Task<Result<SecretStore::Place>> keepToken(ConnectionId connection, QByteArray token);
    Task<Result<Connection>> addConnection(ConnectionId id, QString provider, QJsonObject settings);
    [[nodiscard]] Result<> remember(const Connection &connection, const RemoteAccess &access);
    Task<Result<Connected>> connect(NewConnection wanted, Talk &talk);
    Task<Result<Connection>> introduced(Connection connection, QByteArray token, Transport &transport);
    [[nodiscard]] Result<> queueExisting(const ConnectionId &connection);
    [[nodiscard]] Result<> queueAll(const EntityType &type, const ConnectionId &connection);
    Task<Result<>> refreshAccess(Connection connection, QByteArray token, Transport &transport);
    struct Reached;
    [[nodiscard]] Result<std::shared_ptr<Provider>> limitedProvider(const Connection &connection, const QByteArray &token,
                                                                    const std::optional<RequestLimit> &limit,
                                                                    StoppableTransport &transport);
    Task<Result<Reached>> reach(Connection connection, Talk &talk);
    //! The server that the hubs of this company share for a connection; nullopt: only this one speaks to its remote.
    Task<Result<std::optional<SharedThrough>>> sharedThrough(Connection connection, Talk &talk);
    Task<Result<>> catchUp(Provider &server, ConnectionId connection, Talk &talk);
    [[nodiscard]] SyncEngine engineFor(Provider &remote, const ConnectionId &connection);
    //! One engine at work.
    using Work = std::function<Task<Result<RunReport>>(SyncEngine &engine, SyncEngine::Options options)>;
    //! Whether a run may go on beside those of other processes; `place` is held meanwhile.
    [[nodiscard]] Result<bool> takePlace(std::optional<RunPlace> &place);
    //! Until the run's turn has come. @param queued  its row in the history, where it had to wait
    Task<Result<>> waitFor(RunCoordinator::Turn &turn, std::optional<RunPlace> &place, ConnectionId connection, QString mode,
                           std::optional<qint64> &queued, Talk &talk);
    Task<Result<RunReport>> inTurn(Connection connection, SyncEngine::Options options, QString mode, Work work);
    Task<Result<RunReport>> run(Connection connection, SyncEngine::Options options, Work work, Talk &talk);
    Task<Result<RunReport>> run(Provider &remote, ConnectionId connection, SyncEngine::Options options, Work work, Talk &talk);
    [[nodiscard]] SecretKey secretKey(const ConnectionId &connection);

    Seams m_seams;
    RunCoordinator m_coordinator;
    QList<Talk *> m_talks; //!< under way; each connection may have its own
};

} // namespace frost
