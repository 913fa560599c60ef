// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/companystore.h"
#include "core/server/session.h"

#include <memory>

namespace frost::server {

//! Counters of a tenant, read and written once a batch.
struct Counters {
    qint64 nextId = 1;
    qint64 change = 0;    //!< the last change number given
    qint64 updatedAt = 0; //!< server time of the last change in ms
};

//! One tenant's data. Writers of a tenant stand in line from the start of a transaction to its end, so change numbers
//! become visible in their order and a reader that has seen number N will never meet a smaller new one.
class TenantStore
{
public:
    virtual ~TenantStore() = default;

    //! Where the tenant stands: a random name of this history (a restore gives it a new one) and the last change.
    struct Position {
        QString epoch;
        qint64 change = 0;
    };
    [[nodiscard]] virtual Result<Position> position() = 0;
    [[nodiscard]] virtual std::unique_ptr<CompanyStore> company(const CompanyId &company) = 0;

    //! Runs `work` in one transaction that survives a power cut once this returns; its error undoes everything. Storage
    //! that needs it may run `work` more than once.
    [[nodiscard]] virtual Result<> write(const std::function<Result<>()> &work) = 0;
    //! Inside write(): an error of `work` undoes `work` only.
    [[nodiscard]] virtual Result<> isolated(const std::function<Result<>()> &work) = 0;
    //! Inside write().
    [[nodiscard]] virtual Result<Counters> counters() = 0;
    [[nodiscard]] virtual Result<> setCounters(const Counters &counters) = 0;
};

//! Everything frost-server keeps, as one thread sees it. SQLite now; PostgreSQL is another implementation.
class ServerStore
{
public:
    virtual ~ServerStore() = default;
    //! @param tokenHash SHA-256 of the token, hex. nullopt: no such token, or it was revoked.
    [[nodiscard]] virtual Result<std::optional<Session>> session(const QByteArray &tokenHash) = 0;
    //! @param tenant from a session. The result is valid until the next call.
    [[nodiscard]] virtual Result<TenantStore *> tenant(const TenantId &tenant) = 0;
};

} // namespace frost::server
