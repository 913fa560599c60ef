// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/audit.h"
#include "core/sync/syncengine.h"

namespace frost {

//! What a run would do with one record.
struct PlannedChange {
    EntityType type;
    LocalId record;
    QString action; //!< here: the word of the audit trail ("create", "update", "conflict" …); there: "create", "update", "delete"
    friend bool operator==(const PlannedChange &, const PlannedChange &) = default;
};

//! What a run would do (DESIGN.md section 5).
struct DryRun {
    RunReport report;           //!< how the run would end if the remote took everything that it is sent
    QList<PlannedChange> here;  //!< what would become of records here, in order
    QList<PlannedChange> there; //!< what would be sent, in order
};

//! A remote that is only read. What it is sent is written down and counts as taken, so that what waits for it is sent as
//! well; what a remote refuses can only be known by sending it.
class ReadOnlyProvider final : public Provider
{
public:
    //! @param remote outlives this
    explicit ReadOnlyProvider(Provider &remote) : m_remote(remote) { }
    [[nodiscard]] const QList<PlannedChange> &sent() const { return m_sent; }

    [[nodiscard]] const Capabilities &capabilities() const override { return m_remote.capabilities(); }
    Task<Result<Page>> pull(QString feed, QString checkpoint, int limit) override;
    Task<Result<RemoteRecord>> fetch(EntityType type, RemoteId id) override;
    Task<Result<std::optional<RemoteRecord>>> find(EntityType type, CreateMarker marker) override;
    Task<Result<KeyPage>> keys(EntityType type, QString page) override;
    Task<Result<QString>> identity() override { return m_remote.identity(); }
    [[nodiscard]] PushRequest encode(const PushDraft &draft) const override;
    Task<Result<std::vector<PushOutcome>>> push(std::vector<PushRequest> requests) override;

private:
    Provider &m_remote;
    QList<PlannedChange> m_sent;
    mutable QSet<IdempotencyKey> m_new; //!< keys of what is sent for the first time; the outcome of all else is not known
};

//! What was written into the audit trail after `sequence`, oldest first: of a run on a copy of the company's file
//! (Database::copyTo), what it would do here. Errors: those of the store.
[[nodiscard]] Result<QList<PlannedChange>> changesSince(Audit &audit, qint64 sequence);

} // namespace frost
