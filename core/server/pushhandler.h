// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/pushbatch.h"
#include "core/server/requestcontext.h"

namespace frost::server {

//! POST /api/sync/push: one transaction a request, one answer an operation (R-SRV-01).
class PushHandler
{
public:
    PushHandler(const Services &services, const RequestContext &request) : m_services(services), m_request(request) { }
    [[nodiscard]] HttpResponse handle();

private:
    //! The operations of one company; nearly always there is one.
    struct Part {
        CompanyId company;
        std::vector<PushDraft> drafts;
        std::vector<size_t> positions; //!< in the request
    };
    [[nodiscard]] Result<QJsonObject> push();
    [[nodiscard]] Result<> sort(PushRequest request);
    [[nodiscard]] Result<const Membership *> admit(const PushOperation &operation) const;
    [[nodiscard]] Result<> run(TenantStore &tenant, PushBatch::OnFault onFault);
    void tellChanges() const;
    [[nodiscard]] QJsonObject summary() const;

    const Services &m_services;
    const RequestContext &m_request;
    PushContext m_context;
    std::vector<Part> m_parts;
    std::vector<qint64> m_numbers;      //!< operation numbers, in request order
    std::vector<QJsonObject> m_answers; //!< in request order
    QList<CompanyId> m_changed; //!< by the transaction
};

} // namespace frost::server
