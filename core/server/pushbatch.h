// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/pushdecision.h"

namespace frost::server {

//! Runs the operations of one company inside the tenant's open transaction, in the order they were sent.
class PushBatch
{
public:
    //! How an error that nobody expected is met.
    enum class OnFault {
        Abort,   //!< it ends the batch: the quick way, since it hardly ever happens
        Isolate, //!< a savepoint around every operation; the faulty one alone is refused, and may be sent again
    };
    PushBatch(TenantStore &tenant, CompanyStore &company, Counters &counters, const PushContext &context,
              OnFault onFault)
        : m_tenant(tenant), m_company(company), m_counters(counters), m_context(context), m_onFault(onFault)
    { }
    //! Answers in the order of `drafts`, without operation numbers. Errors: what cannot be blamed on one operation.
    [[nodiscard]] Result<QList<QJsonObject>> run(const std::vector<PushDraft> &drafts);

private:
    [[nodiscard]] Result<> load(const std::vector<PushDraft> &drafts);
    [[nodiscard]] Result<QJsonObject> answer(const PushDraft &draft);
    [[nodiscard]] Result<QJsonObject> execute(const PushDraft &draft);
    [[nodiscard]] Result<PushDecision> decide(const PushDraft &draft) const;
    [[nodiscard]] Result<> write(const PushWrite &write);
    void noteWritten(const PushWrite &write);

    TenantStore &m_tenant;
    CompanyStore &m_company;
    Counters &m_counters;
    const PushContext &m_context;
    OnFault m_onFault;
    TouchedRecords m_touched;
    QHash<QString, StoredAnswer> m_answers; //!< by idempotency key, those of this batch included
};

//! True where the fault may lie in one operation or record, so that isolating it lets the others through.
[[nodiscard]] bool mayBeIsolated(const Error &error);

} // namespace frost::server
