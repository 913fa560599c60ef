// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"
#include "core/server/proposal.h"
#include "core/server/serverstore.h"

namespace frost::server {

//! Who writes, and when.
struct PushContext {
    QString user;
    QString tokenId;
    qint64 now = 0;                        //!< server time in ms
    std::optional<qint64> clientTimestamp; //!< the client's clock at the same moment
};

//! A record to be written, with what goes with it.
struct PushWrite {
    StoredRecord record;
    bool isNew = false;
    std::optional<QString> naturalKey; //!< set where it changes
    std::optional<Proposal::Number> number;
    QList<StoredLink> links;
};

struct PushDecision {
    QJsonObject answer;
    std::optional<PushWrite> write; //!< nullopt: nothing changes
};

//! Decides what becomes of operations; reads only. The server never merges: whoever was second gets both versions.
class PushDecider
{
public:
    PushDecider(CompanyStore &company, const TouchedRecords &touched, const Counters &counters,
                const PushContext &context)
        : m_company(company), m_touched(touched), m_counters(counters), m_context(context)
    { }
    //! @param draft without a refusal. Errors: Usage, Invalid, Rejected and TooLarge refuse the operation for good;
    //! all others are unexpected.
    [[nodiscard]] Result<PushDecision> decide(const PushDraft &draft) const;

private:
    [[nodiscard]] Result<PushDecision> create(const PushDraft &draft) const;
    [[nodiscard]] Result<PushDecision> repeatedCreate(const PushDraft &draft, const StoredRecord &known) const;
    [[nodiscard]] Result<PushDecision> update(const PushDraft &draft) const;
    [[nodiscard]] Result<PushDecision> remove(const PushDraft &draft) const;

    [[nodiscard]] Result<PushDecision> takeStep(const PushDraft &draft) const;

    //! Checked and written, unless a rule or another record's natural key forbids it.
    [[nodiscard]] Result<PushDecision> store(const PushDraft &draft, const Proposal &proposal,
                                             const StoredRecord *stored) const;
    [[nodiscard]] Result<std::optional<StoredRecord>> otherOwner(const PushDraft &draft, const Proposal &proposal,
                                                                 const StoredRecord *stored) const;
    //! The record that another hub has made of the same one of an external system.
    [[nodiscard]] Result<std::optional<StoredRecord>> broughtBefore(const PushDraft &draft) const;
    [[nodiscard]] Result<StoredRecord> readable(qint64 id) const;
    [[nodiscard]] Result<PushDecision> conflict(const PushDraft &draft, const StoredRecord *record, ConflictType type,
                                                const QStringList &affected = {}) const;
    //! Somebody else has changed the record since the client saw it; nullopt: nobody has.
    [[nodiscard]] std::optional<ConflictType> staleness(const PushDraft &draft, const StoredRecord &stored) const;
    [[nodiscard]] StoredRecord nextState(const PushDraft &draft, StoredRecord record) const;
    [[nodiscard]] qint64 editedAt(const PushOperation &operation) const;

    CompanyStore &m_company;
    const TouchedRecords &m_touched;
    const Counters &m_counters;
    const PushContext &m_context;
};

} // namespace frost::server
