// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/puller.h"

#include "core/sync/erasures.h"
#include "core/sync/keysweep.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString fillPrefix(const EntityType &type)
{
    return u"fill/"_s + type.toString() + u'/';
}

//! Where the pull of a type that was not wanted before stands; in the feed that it is a part of, or in one of its own. Under
//! other rules it begins again: what came so far came under these.
QString fillPosition(const EntityType &type, const TypeRules &rules, const QString &feed)
{
    return fillPrefix(type) + QString::fromLatin1(scopeDigest(rules)) + u'/' + feed;
}

//! Beside a feed's checkpoint: not empty while a recovery is under way.
QString recoveryOf(const QString &feed)
{
    return feed + u"/recovery"_s;
}
} // namespace

Task<Result<>> Puller::run(PullMode mode)
{
    m_seen = 0;
    m_total = 0;
    // What is settled at the end is what this run has exchanged, whatever the rules have become meanwhile.
    const SyncRules rules = m_context.remoteChanges.terms().rules;
    const auto feeds = m_context.provider.capabilities().feeds;
    Scope scope(m_context.links, m_context.writer.database().schema());
    const auto begun = scope.hasBegun(feeds);
    if (!begun)
        co_return fail(begun.error());
    if (!*begun) { // a first pull may be broken off, and go on under other rules
        if (const auto noted = m_context.write([&] { return scope.settle(rules); }); !noted)
            co_return fail(noted.error());
    }
    const auto opened = scope.changes(rules);
    if (!opened)
        co_return fail(opened.error());
    if (mode != PullMode::Delta || !opened->isEmpty() || rules.hasFull(m_context.writer.database().schema())) {
        const auto asked = co_await askForHistory();
        if (!asked)
            co_return fail(asked.error());
    }
    const auto filled = co_await fillScope(rules, *opened);
    if (!filled)
        co_return fail(filled.error());
    if (mode == PullMode::Delta) {
        const auto pulled = co_await pullWhole();
        if (!pulled)
            co_return fail(pulled.error());
    }
    for (const auto &feed : feeds) {
        const auto start = startOf(feed, mode);
        if (!start)
            co_return fail(start.error());
        const Source source{feed, feed, {}};
        auto done = co_await pullFeed(source, start->mode, start->checkpoint);
        // A cursor from before a restore, or older than what the remote keeps: begin again and compare.
        if (!done && done.error().kind == ErrorKind::Expired)
            done = co_await pullFeed(source, PullMode::Recovery, QString());
        if (!done)
            co_return fail(done.error());
    }
    co_return m_context.write([&]() -> Result<> {
        FROST_TRY(Erasures(m_context.writer, m_context.links, m_context.conflicts, m_context.actor).settle());
        return scope.settle(rules);
    });
}

// Only a cursor can be from before a restore there: what begins again at the beginning would take what was restored for news.
Task<Result<>> Puller::askForHistory()
{
    const auto feeds = m_context.provider.capabilities().feeds;
    for (const auto &feed : feeds) {
        const auto checkpoint = m_context.links.checkpoint(feed);
        if (!checkpoint)
            co_return fail(checkpoint.error());
        if (checkpoint->isEmpty())
            continue;
        QString name = feed;
        QString from = *checkpoint;
        const auto known = co_await m_context.provider.pull(std::move(name), std::move(from), 1);
        if (!known && known.error().kind != ErrorKind::Expired)
            co_return fail(known.error());
        if (known)
            continue;
        const auto noted = m_context.write([&]() -> Result<> {
            FROST_TRY(m_context.links.setCheckpoint(recoveryOf(feed), u"1"_s));
            return KeySweep::demand(m_context.links);
        });
        if (!noted)
            co_return fail(noted.error());
    }
    co_return Result<>();
}

// A recovery that did not get to its end goes on as one: the versions of the rest are to be doubted too.
Result<PullMode> Puller::trusted(const QStringList &feeds, PullMode mode)
{
    for (const auto &feed : feeds) {
        const auto recovering = m_context.links.checkpoint(recoveryOf(feed));
        FROST_TRY(recovering);
        if (!recovering->isEmpty())
            return PullMode::Recovery;
    }
    return mode;
}

// What the rules have opened since the last run, and nothing else, is exchanged from its beginning (PEERS 3, pain 13).
Task<Result<>> Puller::fillScope(SyncRules rules, QMap<EntityType, ScopeChange> opened)
{
    Scope scope(m_context.links, m_context.writer.database().schema());
    for (auto it = std::as_const(opened).begin(); it != std::as_const(opened).end(); ++it) {
        const EntityType type = it.key();
        if (it->pull) {
            m_context.remoteChanges.setUnagreed(it->fields);
            const auto filled = co_await fillType(type);
            m_context.remoteChanges.setUnagreed({});
            if (!filled)
                co_return fail(filled.error());
        }
        const auto settled = m_context.write([&]() -> Result<> {
            FROST_TRY(queueMissing(m_context.writer, m_context.links, rules.of(type), type, m_context.actor.user));
            FROST_TRY(endFill(type));
            return scope.settle(type, rules.of(type));
        });
        if (!settled)
            co_return fail(settled.error());
    }
    co_return Result<>();
}

// Types that the rules want in full each time (R-SYN-03); one that was broken off goes on where it stood.
Task<Result<>> Puller::pullWhole()
{
    const auto types = m_context.writer.database().schema().types();
    for (const auto &type : types) {
        const auto &rules = m_context.remoteChanges.terms().rules.of(type);
        if (rules.mode == SyncMode::Delta || !rules.pulls())
            continue;
        EntityType wanted = type;
        const auto filled = co_await fillType(std::move(wanted));
        if (!filled)
            co_return fail(filled.error());
        const auto ended = m_context.write([&] { return endFill(type); });
        if (!ended)
            co_return fail(ended.error());
    }
    co_return Result<>();
}

Result<> Puller::endFill(const EntityType &type)
{
    return m_context.links.dropCheckpoints(fillPrefix(type));
}

Task<Result<>> Puller::fillType(EntityType type)
{
    const auto &can = m_context.provider.capabilities();
    const TypeRules rules = m_context.remoteChanges.terms().rules.of(type);
    const QStringList feeds = can.typeFeeds == Capabilities::TypeFeeds::Each ? QStringList{type.toString()} : can.feeds;
    for (const auto &feed : feeds) {
        const Source source{feed, fillPosition(type, rules, feed), type};
        const auto mode = trusted(can.feeds, PullMode::Full);
        if (!mode)
            co_return fail(mode.error());
        const auto checkpoint = m_context.links.checkpoint(source.position);
        if (!checkpoint)
            co_return fail(checkpoint.error());
        if (checkpoint->isEmpty() && feed == feeds.first()) { // what stands there was under other rules, and never goes on
            if (const auto ended = m_context.write([&] { return endFill(type); }); !ended)
                co_return fail(ended.error());
        }
        auto done = co_await pullFeed(source, *mode, *checkpoint);
        if (!done && done.error().kind == ErrorKind::Expired && !checkpoint->isEmpty())
            done = co_await pullFeed(source, *mode, QString());
        // An older remote knows fewer types than we do, and has nothing of this one.
        if (!done && done.error().code == "type.unknown"_L1 && can.typeFeeds == Capabilities::TypeFeeds::Each)
            continue;
        if (!done)
            co_return fail(done.error());
    }
    co_return Result<>();
}

Result<Puller::Start> Puller::startOf(const QString &feed, PullMode mode)
{
    const auto believed = trusted({feed}, mode);
    FROST_TRY(believed);
    Start start{*believed, QString()};
    if (mode != PullMode::Delta)
        return start;
    const auto checkpoint = m_context.links.checkpoint(feed);
    FROST_TRY(checkpoint);
    start.checkpoint = *checkpoint;
    return start;
}

Task<Result<>> Puller::pullFeed(Source source, PullMode mode, QString checkpoint)
{
    const int limit = m_context.pageSize();
    auto coming = m_context.provider.pull(source.feed, checkpoint, limit);
    for (;;) {
        const Result<Page> page = co_await coming;
        if (!page)
            co_return fail(page.error());
        if (page->hasMore && page->checkpoint == checkpoint) // would never end
            co_return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {u"cursor"_s});
        const auto unknown = bringsUnknown(*page);
        if (!unknown)
            co_return fail(unknown.error());
        if (*unknown) {
            const auto settled = co_await m_pusher.settleCreates();
            if (!settled)
                co_return fail(settled.error());
        }
        checkpoint = page->checkpoint;
        if (page->hasMore)
            coming = m_context.provider.pull(source.feed, checkpoint, limit);
        const auto applied = applyPage(source, *page, mode);
        if (!applied) {
            if (page->hasMore)
                (void)co_await coming; // its answer belongs to objects that must outlive it
            if (page->hasMore && m_guard.asked())
                co_return co_await askAboutAll(source.feed, checkpoint);
            co_return fail(applied.error());
        }
        m_seen += qint64(page->changes.size());
        if (page->following)
            m_total = m_seen + *page->following;
        m_context.report(SyncPhase::Pulling, m_seen, m_total > 0 ? std::max(m_total, m_seen) : 0);
        if (!page->hasMore)
            co_return Result<>();
        co_await m_context.executor.giveWay();
        const auto safe = co_await m_context.atSafePoint();
        if (!safe) {
            (void)co_await coming;
            co_return fail(safe.error());
        }
    }
}

// A person is asked about all that the feed brings, not about the page alone that was too much. What cannot be read now is not
// counted, and asked about when it comes.
Task<Result<>> Puller::askAboutAll(QString feed, QString checkpoint)
{
    for (;;) {
        const Result<Page> page = co_await m_context.provider.pull(feed, checkpoint, m_context.pageSize());
        if (!page)
            break;
        if (const auto counted = m_guard.count(*page); !counted)
            co_return fail(counted.error());
        if (!page->hasMore || page->checkpoint == checkpoint)
            break;
        checkpoint = page->checkpoint;
        co_await m_context.executor.giveWay();
        const auto safe = co_await m_context.atSafePoint();
        if (!safe)
            co_return fail(safe.error());
    }
    co_return fail(m_guard.asked()->toError());
}

Result<bool> Puller::bringsUnknown(const Page &page)
{
    const auto undecided = m_pusher.undecidedCreates();
    FROST_TRY(undecided);
    if (undecided->isEmpty())
        return false;
    for (const auto &change : page.changes) {
        const auto link = m_context.links.find(change.type, change.id);
        FROST_TRY(link);
        if (!*link || !(*link)->syncedAt.isValid())
            return true;
    }
    return false;
}

Result<> Puller::applyPage(const Source &source, const Page &page, PullMode mode)
{
    FROST_TRY(m_guard.check(page));
    auto applied = applyPage(source, page, mode, Parts::Together);
    if (!applied && concernsOneRecord(applied.error()))
        applied = applyPage(source, page, mode, Parts::EachAlone);
    return applied;
}

Result<> Puller::applyPage(const Source &source, const Page &page, PullMode mode, Parts parts)
{
    return m_context.write([&]() -> Result<> {
        // Another process may have connected the company, or changed its rules, since the last page.
        FROST_TRY(m_context.reload());
        for (const auto &change : page.changes) {
            if (!source.only.isEmpty() && change.type != source.only)
                continue;
            ++m_context.tally.of(change.type).pulled;
            FROST_TRY(parts == Parts::Together ? m_context.remoteChanges.apply(change, mode, m_context.tally.of(change.type))
                                               : applyAlone(change, mode));
        }
        // A full pull goes over what is here already: where it stops on its way, the next one has not to go back.
        const bool onItsWay = mode == PullMode::Full && source.position == source.feed && page.hasMore;
        if (!onItsWay)
            FROST_TRY(m_context.links.setCheckpoint(source.position, page.checkpoint));
        if (mode == PullMode::Recovery && source.position == source.feed) {
            FROST_TRY(m_context.links.setCheckpoint(recoveryOf(source.feed), page.hasMore ? u"1"_s : QString()));
            FROST_TRY(KeySweep::demand(m_context.links));
        }
        return {};
    });
}

Result<> Puller::applyAlone(const RemoteRecord &change, PullMode mode)
{
    const RunTally before = m_context.tally;
    const auto applied = isolated(m_context.writer.database().sql(), [&] {
        return m_context.remoteChanges.apply(change, mode, m_context.tally.of(change.type));
    });
    if (applied)
        return {};
    m_context.tally = before;
    m_context.links.forget();
    return m_context.setAside(change.type, change.id, change.version, applied.error());
}

} // namespace frost
