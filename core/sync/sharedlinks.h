// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

#include <vector>

namespace frost {

//! The server that hubs share, where this is a run with it; nullptr: it is none, or not the company's main connection.
[[nodiscard]] HubServer *hubServer(const RunContext &context);

//! Under which temporary id every hub knows a record that a remote is told of: the one under which the hubs' server first got it.
//! Without such a server it is the remote's own matter. Errors: those of the store.
[[nodiscard]] Result<LocalId> commonName(RunContext &context, const EntityType &type, const LocalId &record);

//! What the holders of the company's other connections have told. Lives through a run with the hubs' server.
class LearnedLinks
{
public:
    explicit LearnedLinks(RunContext &context) : m_context(context) { }
    //! Before the pull. A record that this hub brought in itself, and the next holder has given to the server, is
    //! recognised, so that the pull does not take it for another one. Errors: those of HubServer::sharedLinks and of the store.
    Task<Result<>> ask(HubServer &server);
    //! After the pull, when the records are here. A link takes the place of one that this hub had as an earlier holder.
    //! Errors: those of the store.
    [[nodiscard]] Result<> apply();

private:
    struct Told {
        enum class Start { GoesOn, BeginsAgain };
        // Not an aggregate: g++ 12 copies those bit by bit into a coroutine's frame (STYLE.md section 6).
        Told(ConnectionId of, qint64 epoch) : connection(std::move(of)), ownEpoch(epoch) { }
        ConnectionId connection;
        qint64 ownEpoch;
        Start start = Start::GoesOn;
        std::vector<SharedLinkPage> pages;
    };
    Task<Result<Told>> ask(HubServer &server, Told told, QString system);

    RunContext &m_context;
    std::vector<Told> m_told;
};

//! After the push: operations for other connections end where their holder has told that both sides agree on what is here now.
[[nodiscard]] Result<> endCarriedOut(RunContext &context);

//! What the systems behind the company's other connections call records that are new to the hubs' server: they came from there,
//! and the hub that holds the connection now may have brought them in as well.
class NamesElsewhere
{
public:
    //! In a run with the hubs' server. Errors: those of the store.
    [[nodiscard]] static Result<NamesElsewhere> read(RunContext &context);
    [[nodiscard]] Result<QList<NamedElsewhere>> of(const EntityType &type, const LocalId &record);

private:
    struct System {
        Links links;
        QString name;
        qint64 epoch;
    };
    std::vector<System> m_systems;
};

} // namespace frost
