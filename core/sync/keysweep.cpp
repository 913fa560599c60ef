// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/keysweep.h"

#include "core/links/lostids.h"

#include <QSet>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kLastSweep = "sweep/last"_L1;       //!< checkpoint: when it ended
constexpr auto kDemandedSweep = "sweep/demanded"_L1; //!< checkpoint: not empty after a recovery
}

Result<> KeySweep::demand(Links &links)
{
    return links.setCheckpoint(kDemandedSweep, u"1"_s);
}

Result<std::optional<KeySweep::Meaning>> KeySweep::due(PullMode mode)
{
    using Due = std::optional<Meaning>;
    const auto demanded = m_context.links.checkpoint(kDemandedSweep);
    FROST_TRY(demanded);
    if (!demanded->isEmpty())
        return Due(Meaning::Lost);
    if (m_context.provider.capabilities().deletes == Capabilities::Deletes::Reported)
        return Due();
    const auto last = m_context.links.checkpoint(kLastSweep);
    FROST_TRY(last);
    const bool recent = isRecent(fromIso(*last), m_context.clock.now(), kSweepInterval);
    return recent && mode == PullMode::Delta ? Due() : Due(Meaning::Deleted);
}

Task<Result<>> KeySweep::run(PullMode mode)
{
    const auto meaning = due(mode);
    if (!meaning)
        co_return fail(meaning.error());
    if (!*meaning)
        co_return Result<>();
    const auto types = m_context.writer.database().schema().types();
    for (const auto &type : types) {
        if (!m_context.remoteChanges.terms().rules.of(type).pulls())
            continue;
        EntityType wanted = type;
        const auto swept = co_await sweep(std::move(wanted), **meaning);
        if (!swept)
            co_return fail(swept.error());
    }
    if (const auto &question = m_guard.asked())
        co_return fail(question->toError());
    co_return m_context.write([&]() -> Result<> {
        FROST_TRY(m_context.links.setCheckpoint(kDemandedSweep, {}));
        return m_context.links.setCheckpoint(kLastSweep, toIso(m_context.clock.now()));
    });
}

Task<Result<>> KeySweep::sweep(EntityType type, Meaning meaning)
{
    const auto there = co_await keysOf(type);
    if (!there)
        co_return fail(there.error());
    QSet<RemoteId> unknown;
    const auto gone = missing(type, *there, unknown);
    if (!gone)
        co_return fail(gone.error());
    const auto reason = meaning == Meaning::Deleted ? MassReason::Deletions : MassReason::Lost;
    const auto known = qint64(gone->size()) + qint64(there->size()) - qint64(unknown.size());
    if (!m_guard.allowsMissing(reason, gone->size(), there->size(), known))
        co_return Result<>(); // all is counted before it is asked about
    for (const auto &link : *gone) {
        const auto safe = co_await m_context.atSafePoint();
        if (!safe)
            co_return fail(safe.error());
        const auto judged = co_await judge(type, link, meaning);
        if (!judged)
            co_return fail(judged.error());
    }
    co_return co_await fetchUnknown(type, unknown);
}

Task<Result<QSet<RemoteId>>> KeySweep::keysOf(EntityType type)
{
    QSet<RemoteId> there;
    QSet<QString> seen; // pages
    QString page;
    for (;;) {
        EntityType wanted = type;
        seen.insert(page);
        const auto keys = co_await m_context.provider.keys(std::move(wanted), std::move(page));
        if (!keys)
            co_return fail(keys.error());
        for (const auto &id : keys->ids)
            there.insert(id);
        page = keys->next;
        if (page.isEmpty())
            co_return there;
        if (seen.contains(page)) // would never end
            co_return fail(ErrorKind::Corrupt, u"remote.malformed"_s, {u"keys"_s});
        const auto safe = co_await m_context.atSafePoint();
        if (!safe)
            co_return fail(safe.error());
    }
}

Result<QList<Link>> KeySweep::missing(const EntityType &type, const QSet<RemoteId> &there, QSet<RemoteId> &unknown)
{
    unknown = there;
    const auto links = m_context.links.list(type);
    FROST_TRY(links);
    auto store = m_context.writer.database().objectStore(type);
    FROST_TRY(store);
    QList<Link> result;
    for (const auto &link : *links) {
        const bool isThere = there.contains(link.remote);
        const bool isKnown = link.syncedAt.isValid() && !link.version.isEmpty();
        if (isKnown)
            unknown.remove(link.remote);
        if (isThere && (isKnown || !link.syncedAt.isValid()))
            continue; // most of them, and nothing has to be read for it
        const auto record = store->get(link.local);
        if (!record && concernsOneRecord(record.error()))
            continue; // a damaged one is told of where it is read, and keeps no other from being compared
        FROST_TRY(record);
        const bool isGone = !*record || (*record)->deleted;
        // What was deleted here because it was lost there has no version any more: there after all, it is news.
        if (!isGone && link.syncedAt.isValid())
            unknown.remove(link.remote);
        if (isThere)
            continue;
        const auto conflict = m_context.conflicts.openFor(m_context.connection, type, link.local);
        FROST_TRY(conflict);
        const bool isDisputed = *conflict && !(*conflict)->isRefusal();
        // A promised link has seen nothing there; and somebody may be deciding already about what was missing before.
        if (isDisputed ? (*conflict)->versions.theirs.has_value() : !isGone && link.syncedAt.isValid())
            result.append(link);
    }
    return result;
}

Task<Result<>> KeySweep::judge(EntityType type, Link link, Meaning meaning)
{
    EntityType wanted = type;
    RemoteId id = link.remote;
    const auto read = co_await m_context.provider.fetch(std::move(wanted), std::move(id));
    auto &context = m_context;
    if (read)
        co_return take(*read);
    if (read.error().kind == ErrorKind::Forbidden) {
        ++context.tally.of(type).skipped;
        co_return m_context.write([&] {
            return context.writer.audit().append(context.actor, u"right.lost"_s, type, link.local, QJsonObject());
        });
    }
    if (read.error().kind != ErrorKind::NotFound)
        co_return setAside(type, link.remote, read.error());
    if (meaning == Meaning::Lost)
        co_return m_context.write([&] { return lose(type, link); });
    RemoteRecord gone;
    gone.type = type;
    gone.id = link.remote;
    gone.deleted = true;
    co_return m_context.write([&] { return context.remoteChanges.apply(gone, PullMode::Delta, context.tally.of(type)); });
}

//! Where somebody decides about the record already, they are told, and nobody decides for them.
Result<> KeySweep::lose(const EntityType &type, const Link &link)
{
    const auto conflict = m_context.conflicts.openFor(m_context.connection, type, link.local);
    FROST_TRY(conflict);
    const bool isDisputed = *conflict && !(*conflict)->isRefusal();
    if (m_guard.isConfirmed(MassReason::Lost) && !isDisputed)
        return giveAgain(type, link);
    return m_context.remoteChanges.applyMissing(type, link, m_context.tally.of(type));
}

//! The remote has forgotten the record: it is a new one to it, with everything that we know.
Result<> KeySweep::giveAgain(const EntityType &type, const Link &link)
{
    FROST_TRY(endLostLink(m_context.links, type, link.local));
    FROST_TRY(m_context.writer.audit().append(m_context.actor, u"given.again"_s, type, link.local, QJsonObject()));
    return m_context.writer.outbox().enqueue(m_context.connection, type, link.local, OperationKind::Create, Priority::Normal,
                                             m_context.actor.user);
}

Task<Result<>> KeySweep::fetchUnknown(EntityType type, QSet<RemoteId> ids)
{
    auto &context = m_context;
    if (!ids.isEmpty()) {
        const auto settled = co_await m_pusher.settleCreates();
        if (!settled)
            co_return fail(settled.error());
    }
    for (const auto &id : ids) {
        const auto safe = co_await context.atSafePoint();
        if (!safe)
            co_return fail(safe.error());
        EntityType wanted = type;
        RemoteId wantedId = id;
        const auto read = co_await context.provider.fetch(std::move(wanted), std::move(wantedId));
        if (!read && (read.error().kind == ErrorKind::NotFound || read.error().kind == ErrorKind::Forbidden))
            continue; // gone or hidden since the keys were read
        const auto taken = read ? take(*read) : setAside(type, id, read.error());
        if (!taken)
            co_return fail(taken.error());
    }
    co_return Result<>();
}

Result<> KeySweep::take(const RemoteRecord &remote)
{
    const auto applied =
        m_context.write([&] { return m_context.remoteChanges.apply(remote, PullMode::Full, m_context.tally.of(remote.type)); });
    return applied ? applied : setAside(remote.type, remote.id, applied.error());
}

Result<> KeySweep::setAside(const EntityType &type, const RemoteId &id, const Error &error)
{
    return m_context.write([&] { return m_context.setAside(type, id, {}, error); });
}

} // namespace frost
