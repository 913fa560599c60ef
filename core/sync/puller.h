// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

namespace frost {

//! Brings the remote's changes in, page by page; a page, its conflicts, links and the new checkpoint commit together, and
//! the next page is asked for while the last one is written. A record that cannot be applied is set aside, with its
//! reason in the audit trail ("unreadable") and counted as failed: a later full pull tries it again.
class Puller
{
public:
    explicit Puller(RunContext &context) : m_context(context) { }
    //! Errors: those of Provider::pull and of the store; Corrupt "remote.malformed" where the remote promises more and
    //! gives the same position again; Cancelled when asked to stop between pages. What was applied stays and is not
    //! pulled again.
    Task<Result<>> run(PullMode mode);

private:
    //! Where to begin.
    struct Start {
        PullMode mode;
        QString checkpoint; //!< empty: at the beginning
    };
    [[nodiscard]] Result<Start> startOf(const QString &feed, PullMode mode);
    Task<Result<>> pullFeed(QString feed, PullMode mode, QString checkpoint);
    [[nodiscard]] Result<> applyPage(const QString &feed, const Page &page, PullMode mode);
    [[nodiscard]] Result<> applyPage(const QString &feed, const Page &page, PullMode mode, Parts parts);
    [[nodiscard]] Result<> applyAlone(const RemoteRecord &change, PullMode mode);
    [[nodiscard]] Result<> setAside(const RemoteRecord &change, const Error &error);

    RunContext &m_context;
    qint64 m_seen = 0;
};

} // namespace frost
