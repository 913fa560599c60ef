// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/remotes.h"
#include "app/composition/seams.h"
#include "core/outbox/recordeditor.h"
#include "core/sync/conflictresolver.h"
#include "core/sync/syncengine.h"

namespace frost {

//! One company with everything that works on it, put together. One thread; every front end and benchmark starts here.
class OpenCompany
{
public:
    //! Errors: those of Database::open.
    [[nodiscard]] static Result<std::unique_ptr<OpenCompany>> open(const Seams &seams, const DataFolder::Company &company,
                                                                   const Database::Options &options = {});
    //! Errors: those of Database::create.
    [[nodiscard]] static Result<std::unique_ptr<OpenCompany>> create(const Seams &seams, const DataFolder::Company &company,
                                                                     const QStringList &packs,
                                                                     const Database::Options &options = {});

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const Schema &schema() const { return m_database->schema(); }
    [[nodiscard]] RecordWriter &writer() { return m_writer; }
    [[nodiscard]] RecordEditor &editor() { return m_editor; }
    [[nodiscard]] Outbox &outbox() { return m_writer.outbox(); }
    [[nodiscard]] Audit &audit() { return m_writer.audit(); }
    [[nodiscard]] Runs &runs() { return m_runs; }
    [[nodiscard]] Connections &connections() { return m_connections; }
    [[nodiscard]] ConflictStore &conflicts() { return m_conflicts; }
    [[nodiscard]] ConflictResolver &resolver() { return m_resolver; }
    [[nodiscard]] ShownIds &shownIds() { return m_shownIds; }
    [[nodiscard]] const Seams &seams() const { return m_seams; }
    [[nodiscard]] Links links(const ConnectionId &connection);

    //! Who is at work: the user of the main connection, else of the operating system.
    [[nodiscard]] Actor actor(Source source = Source::User) const { return {m_user, m_database->device(), source}; }

    struct NewConnection {
        ConnectionId id;
        QString provider;
        QJsonObject settings; //!< of the provider; never secrets
        QByteArray token;
    };
    struct Connected {
        SecretStore::Place place = SecretStore::Place::Keychain;
        std::optional<Error> unchecked; //!< why the remote could not be asked; it is connected all the same
        bool renewed = false;           //!< it was there already and only got a new token
    };
    //! Checks address and token, keeps the token, adds the connection, and queues every record for it (R-IDM-03). A
    //! connection of this name to the same place only gets the new token.
    //! Errors: those of askAccess() unless the remote was just not reached, of SecretStore::write and Connections::add.
    //! Nothing is kept then.
    Task<Result<Connected>> connect(NewConnection wanted);

    //! One run with one connection. Errors: those of SyncEngine::run; Unauthorized "secret.missing" [connection]; Usage
    //! "provider.unknown".
    Task<Result<RunReport>> sync(Connection connection, SyncEngine::Options options);
    //! Ends the run in hand at the next safe point. Same thread.
    void requestStop();

private:
    OpenCompany(const Seams &seams, std::unique_ptr<Database> database);
    [[nodiscard]] static Result<std::unique_ptr<OpenCompany>> assemble(const Seams &seams,
                                                                       Result<std::unique_ptr<Database>> database);
    [[nodiscard]] Result<> readUser();
    [[nodiscard]] Result<> remember(Connection connection, const RemoteAccess &access);
    [[nodiscard]] Result<> queueExisting(const ConnectionId &connection);
    [[nodiscard]] Result<> queueAll(const EntityType &type, const ConnectionId &connection);
    Task<Result<>> refreshAccess(Connection connection, QByteArray token);
    [[nodiscard]] SecretKey secretKey(const ConnectionId &connection) const;

    Seams m_seams;
    std::unique_ptr<Database> m_database;
    Connections m_connections;
    Runs m_runs;
    ConflictStore m_conflicts;
    ShownIds m_shownIds;
    RecordWriter m_writer;
    RecordEditor m_editor;
    ConflictResolver m_resolver;
    UserId m_user;
    SyncEngine *m_running = nullptr;
};

} // namespace frost
