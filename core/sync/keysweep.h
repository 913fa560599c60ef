// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/masschange.h"
#include "core/sync/pusher.h"

namespace frost {

//! Compares the remote's keys with our links, type by type (DESIGN.md section 5). A record whose key is missing is
//! fetched: 404 and it is gone, 200 and it has only left the scope of the list, 403 and a right was lost; only the first
//! means anything. A key that nobody here knows was missed by the feed, and is fetched too.
class KeySweep
{
public:
    //! What a missing record means.
    enum class Meaning {
        Deleted, //!< the remote does not report deletions: it was deleted there
        Lost,    //!< the remote's history was lost (a restore, or our position was too old for its tombstones): a person says
                 //!< whether the record is to live; after a confirmed mass change all of them do
    };
    KeySweep(RunContext &context, MassGuard &guard, Pusher &pusher) : m_context(context), m_guard(guard), m_pusher(pusher) { }
    //! Sweeps where one is due: deletes are silent and the last sweep is long ago or everything is asked for, or a
    //! restored remote has been pulled to its end. Errors: those of Provider::keys and fetch and of Pusher::settle; Rejected
    //! "run.massChange" before anything is applied of a type with too many, and of those after it; Cancelled.
    Task<Result<>> run(PullMode mode);
    //! Asks for a sweep because the remote's history was lost; inside a transaction.
    [[nodiscard]] static Result<> demand(Links &links);

private:
    [[nodiscard]] Result<std::optional<Meaning>> due(PullMode mode);
    Task<Result<>> sweep(EntityType type, Meaning meaning);
    Task<Result<QSet<RemoteId>>> keysOf(EntityType type);
    //! Records that the remote was known to have: live ones, and those that somebody decides about and was not told of.
    //! @param unknown  keys nobody here knows
    [[nodiscard]] Result<QList<Link>> missing(const EntityType &type, const QSet<RemoteId> &there, QSet<RemoteId> &unknown);
    Task<Result<>> judge(EntityType type, Link link, Meaning meaning);
    Task<Result<>> fetchUnknown(EntityType type, QSet<RemoteId> ids);
    [[nodiscard]] Result<> take(const RemoteRecord &remote);
    [[nodiscard]] Result<> setAside(const EntityType &type, const RemoteId &id, const Error &error);
    [[nodiscard]] Result<> lose(const EntityType &type, const Link &link);
    [[nodiscard]] Result<> giveAgain(const EntityType &type, const Link &link);

    RunContext &m_context;
    MassGuard &m_guard;
    Pusher &m_pusher; //!< settles what an unknown record may come from
};

} // namespace frost
