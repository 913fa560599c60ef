// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/requestcontext.h"

namespace frost::server {

//! GET /api/sync/pull: changes in the order of their commits, page by page.
class PullHandler
{
public:
    PullHandler(const Services &services, const RequestContext &request) : m_services(services), m_request(request) { }
    [[nodiscard]] HttpResponse handle();

private:
    //! One page of changes as JSON.
    struct Page {
        QByteArray changes; //!< without the brackets
        qint64 last = 0;    //!< change number of the last one
        qint64 lastTime = 0;
        int count = 0;
        bool hasMore = false;
        std::optional<qint64> following = {}; //!< how many changes come after it; only where that was asked
    };
    [[nodiscard]] Result<QByteArray> pull();
    [[nodiscard]] Result<int> limit() const;
    [[nodiscard]] Result<QList<EntityType>> types(const Membership &membership) const;
    //! The change after which the client wants to go on.
    [[nodiscard]] Result<qint64> start(const TenantStore::Position &position, CompanyStore &company);
    [[nodiscard]] Result<qint64> startByTime(const QString &timestamp, CompanyStore &company) const;
    [[nodiscard]] Result<Page> read(CompanyStore &company, const ChangeRange &range, int limit) const;
    [[nodiscard]] QByteArray answer(const Page &page, const TenantStore::Position &position) const;

    const Services &m_services;
    const RequestContext &m_request;
    qint64 m_now = 0;
    bool m_byTime = false; //!< lastSyncTimestamp instead of a cursor
};

} // namespace frost::server
