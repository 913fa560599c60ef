// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/masschange.h"
#include "core/sync/pusher.h"
#include "core/sync/scope.h"

namespace frost {

//! Brings the remote's changes in, page by page; a page, its conflicts, links and the new checkpoint commit together, and
//! the next page is asked for while the last one is written. A record that cannot be applied is set aside, with its
//! reason in the audit trail ("unreadable") and counted as failed: a later full pull tries it again.
class Puller
{
public:
    Puller(RunContext &context, MassGuard &guard, Pusher &pusher) : m_context(context), m_guard(guard), m_pusher(pusher) { }
    //! Errors: those of Provider::pull and of the store; Corrupt "remote.malformed" where the remote promises more and
    //! gives the same position again; Cancelled when asked to stop between pages. What was applied stays and is not
    //! pulled again. Rejected "run.massChange" before a page is applied that looks like an accident over there. Types that the
    //! rules want since the last run are pulled from their beginning, and they alone.
    Task<Result<>> run(PullMode mode);

private:
    //! Where to begin.
    struct Start {
        PullMode mode;
        QString checkpoint; //!< empty: at the beginning
    };
    //! A feed, and what of it is wanted.
    struct Source {
        // Not an aggregate: g++ 12 copies those bit by bit into a coroutine's frame (STYLE.md section 6).
        Source(QString feedName, QString checkpointName, EntityType onlyType)
            : feed(std::move(feedName)), position(std::move(checkpointName)), only(std::move(onlyType)) { }
        QString feed;
        QString position;  //!< the checkpoint's name
        EntityType only;   //!< empty: every type
    };
    Task<Result<>> askForHistory();
    [[nodiscard]] Result<PullMode> trusted(const QStringList &feeds, PullMode mode);
    [[nodiscard]] Result<Start> startOf(const QString &feed, PullMode mode);
    Task<Result<>> fillScope(SyncRules rules, QMap<EntityType, ScopeChange> opened);
    Task<Result<>> fillType(EntityType type);
    Task<Result<>> pullWhole();
    [[nodiscard]] Result<> endFill(const EntityType &type);
    Task<Result<>> pullFeed(Source source, PullMode mode, QString checkpoint);
    Task<Result<>> askAboutAll(QString feed, QString checkpoint);
    [[nodiscard]] Result<bool> bringsUnknown(const Page &page);
    [[nodiscard]] Result<> applyPage(const Source &source, const Page &page, PullMode mode);
    [[nodiscard]] Result<> applyPage(const Source &source, const Page &page, PullMode mode, Parts parts);
    [[nodiscard]] Result<> applyAlone(const RemoteRecord &change, PullMode mode);

    RunContext &m_context;
    MassGuard &m_guard;
    Pusher &m_pusher; //!< settles what an unknown record may come from
    qint64 m_seen = 0;
    qint64 m_total = 0; //!< 0: not known
};

} // namespace frost
