// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

namespace frost {

enum class PullMode { Delta, Full };

//! Brings the remote's changes in, page by page; a page, its conflicts, links and the new checkpoint commit together, and
//! the next page is asked for while the last one is written.
class Puller
{
public:
    explicit Puller(RunContext &context) : m_context(context) { }
    //! Errors: those of Provider::pull and of the store; Cancelled when asked to stop between pages. What was applied
    //! stays and is not pulled again.
    Task<Result<>> run(PullMode mode);

private:
    Task<Result<>> pullFeed(QString feed, PullMode mode);
    [[nodiscard]] Result<> applyPage(const QString &feed, const Page &page);

    RunContext &m_context;
    qint64 m_seen = 0;
};

} // namespace frost
