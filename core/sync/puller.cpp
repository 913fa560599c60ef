// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/puller.h"

#include "core/base/logging.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
//! Beside a feed's checkpoint: not empty while a recovery is under way.
QString recoveryOf(const QString &feed)
{
    return feed + u"/recovery"_s;
}
} // namespace

Task<Result<>> Puller::run(PullMode mode)
{
    m_seen = 0;
    const auto feeds = m_context.provider.capabilities().feeds;
    for (const auto &feed : feeds) {
        const auto start = startOf(feed, mode);
        if (!start)
            co_return fail(start.error());
        auto done = co_await pullFeed(feed, start->mode, start->checkpoint);
        // A cursor from before a restore, or older than what the remote keeps: begin again and compare.
        if (!done && done.error().kind == ErrorKind::Expired)
            done = co_await pullFeed(feed, PullMode::Recovery, QString());
        if (!done)
            co_return fail(done.error());
    }
    co_return Result<>();
}

// A recovery that did not get to its end goes on as one: the versions of the rest are to be doubted too.
Result<Puller::Start> Puller::startOf(const QString &feed, PullMode mode)
{
    const auto recovering = m_context.links.checkpoint(recoveryOf(feed));
    FROST_TRY(recovering);
    Start start{recovering->isEmpty() ? mode : PullMode::Recovery, QString()};
    if (mode != PullMode::Delta)
        return start;
    const auto checkpoint = m_context.links.checkpoint(feed);
    FROST_TRY(checkpoint);
    start.checkpoint = *checkpoint;
    return start;
}

Task<Result<>> Puller::pullFeed(QString feed, PullMode mode, QString checkpoint)
{
    const int limit = m_context.pageSize();
    auto coming = m_context.provider.pull(feed, checkpoint, limit);
    for (;;) {
        const Result<Page> page = co_await coming;
        if (!page)
            co_return fail(page.error());
        if (page->hasMore && page->checkpoint == checkpoint) // would never end
            co_return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {u"cursor"_s});
        checkpoint = page->checkpoint;
        if (page->hasMore)
            coming = m_context.provider.pull(feed, checkpoint, limit);
        const auto applied = applyPage(feed, *page, mode);
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

Result<> Puller::applyPage(const QString &feed, const Page &page, PullMode mode)
{
    auto applied = applyPage(feed, page, mode, Parts::Together);
    if (!applied && concernsOneRecord(applied.error()))
        applied = applyPage(feed, page, mode, Parts::EachAlone);
    return applied;
}

Result<> Puller::applyPage(const QString &feed, const Page &page, PullMode mode, Parts parts)
{
    // What a power cut could take from this transaction is pulled again: the checkpoint goes with it.
    auto transaction = Transaction::begin(m_context.writer.database().sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    const auto apply = [&]() -> Result<> {
        FROST_TRY(m_context.lease.check());
        // Another process may have connected the company since the last page.
        FROST_TRY(m_context.writer.reloadConnections());
        for (const auto &change : page.changes) {
            ++m_context.counts.pulled;
            FROST_TRY(parts == Parts::Together ? m_context.remoteChanges.apply(change, mode, m_context.counts)
                                               : applyAlone(change, mode));
        }
        FROST_TRY(m_context.links.setCheckpoint(feed, page.checkpoint));
        if (mode == PullMode::Recovery)
            FROST_TRY(m_context.links.setCheckpoint(recoveryOf(feed), page.hasMore ? u"1"_s : QString()));
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

Result<> Puller::applyAlone(const RemoteRecord &change, PullMode mode)
{
    const RunCounts before = m_context.counts;
    const auto applied = isolated(m_context.writer.database().sql(), [&] {
        return m_context.remoteChanges.apply(change, mode, m_context.counts);
    });
    if (applied)
        return {};
    m_context.counts = before;
    m_context.links.forget();
    if (!concernsOneRecord(applied.error()))
        return applied;
    return setAside(change, applied.error());
}

Result<> Puller::setAside(const RemoteRecord &change, const Error &error)
{
    qCWarning(lcSync).noquote() << "set aside" << change.type.toString() << change.id.toString() << error.logLine();
    ++m_context.counts.failed;
    const auto link = m_context.links.find(change.type, change.id);
    FROST_TRY(link);
    return m_context.writer.audit().append(m_context.actor, u"unreadable"_s, change.type, *link ? (*link)->local : LocalId(),
                                           {{u"remoteId"_s, change.id.toString()},
                                            {u"version"_s, change.version},
                                            {u"error"_s, error.code}});
}

} // namespace frost
