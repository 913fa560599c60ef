// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/dryrun.h"

namespace frost {

using namespace Qt::StringLiterals;

Task<Result<Page>> ReadOnlyProvider::pull(QString feed, QString checkpoint, int limit)
{
    return m_remote.pull(std::move(feed), std::move(checkpoint), limit);
}

Task<Result<RemoteRecord>> ReadOnlyProvider::fetch(EntityType type, RemoteId id)
{
    return m_remote.fetch(std::move(type), std::move(id));
}

Task<Result<std::optional<RemoteRecord>>> ReadOnlyProvider::find(EntityType type, CreateMarker marker)
{
    return m_remote.find(std::move(type), std::move(marker));
}

Task<Result<KeyPage>> ReadOnlyProvider::keys(EntityType type, QString page)
{
    return m_remote.keys(std::move(type), std::move(page));
}

PushRequest ReadOnlyProvider::encode(const PushDraft &draft) const
{
    m_new.insert(draft.key);
    return m_remote.encode(draft);
}

Task<Result<std::vector<PushOutcome>>> ReadOnlyProvider::push(std::vector<PushRequest> requests)
{
    std::vector<PushOutcome> outcomes;
    for (const auto &request : requests) {
        m_sent.append({request.type, request.local, toString(request.kind)});
        PushOutcome taken;
        taken.kind = m_new.contains(request.key) ? PushOutcome::Kind::Applied : PushOutcome::Kind::Undecided;
        // A made-up id: what refers to a new record is sent after it.
        taken.id = request.remote.isEmpty() ? RemoteId(u"dry-run-%1"_s.arg(m_sent.size())) : request.remote;
        taken.version = u"dry-run"_s;
        outcomes.push_back(std::move(taken));
    }
    co_return outcomes;
}

Result<QList<PlannedChange>> changesSince(Audit &audit, qint64 sequence)
{
    AuditQuery query;
    query.after = sequence;
    const auto trail = audit.find(query);
    FROST_TRY(trail);
    QList<PlannedChange> changes;
    for (auto entry = trail->crbegin(); entry != trail->crend(); ++entry)
        changes.append({entry->type, entry->record, entry->action});
    return changes;
}

} // namespace frost
