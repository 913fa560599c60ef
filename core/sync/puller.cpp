// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/puller.h"

namespace frost {

using namespace Qt::StringLiterals;

Task<Result<>> Puller::run(PullMode mode)
{
    m_seen = 0;
    const auto feeds = m_context.provider.capabilities().feeds;
    for (const auto &feed : feeds) {
        auto done = co_await pullFeed(feed, mode);
        // A cursor from before a restore, or older than what the remote keeps: begin again and compare; the comparison
        // with base and mine makes that safe.
        if (!done && done.error().kind == ErrorKind::Expired)
            done = co_await pullFeed(feed, PullMode::Full);
        if (!done)
            co_return fail(done.error());
    }
    co_return Result<>();
}

Task<Result<>> Puller::pullFeed(QString feed, PullMode mode)
{
    QString checkpoint;
    if (mode == PullMode::Delta) {
        const auto stored = m_context.links.checkpoint(feed);
        if (!stored)
            co_return fail(stored.error());
        checkpoint = *stored;
    }
    const int limit = m_context.provider.capabilities().pageSize;
    auto coming = m_context.provider.pull(feed, checkpoint, limit);
    for (;;) {
        const Result<Page> page = co_await coming;
        if (!page)
            co_return fail(page.error());
        if (page->hasMore)
            coming = m_context.provider.pull(feed, page->checkpoint, limit);
        const auto applied = applyPage(feed, *page);
        if (!applied) {
            if (page->hasMore)
                (void)co_await coming; // its answer belongs to objects that must outlive it
            co_return fail(applied.error());
        }
        m_seen += qint64(page->changes.size());
        m_context.report(SyncPhase::Pulling, m_seen, 0);
        if (!page->hasMore)
            co_return Result<>();
        co_await m_context.executor.giveWay();
        if (m_context.stopRequested) {
            (void)co_await coming;
            co_return fail(ErrorKind::Cancelled, u"run.stopped"_s);
        }
    }
}

Result<> Puller::applyPage(const QString &feed, const Page &page)
{
    // What a power cut could take from this transaction is pulled again: the checkpoint goes with it.
    auto transaction = Transaction::begin(m_context.writer.database().sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    const auto apply = [&]() -> Result<> {
        FROST_TRY(m_context.lease.check());
        for (const auto &change : page.changes) {
            ++m_context.counts.pulled;
            FROST_TRY(m_context.remoteChanges.apply(change, m_context.counts));
        }
        FROST_TRY(m_context.links.setCheckpoint(feed, page.checkpoint));
        return transaction->commit();
    };
    const RunCounts before = m_context.counts;
    auto applied = apply();
    if (!applied) {
        m_context.counts = before;
        m_context.links.forget();
    }
    return applied;
}

} // namespace frost
