// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/outbox.h"
#include "core/providers/hubserver.h"
#include "core/store/database.h"

#include <QDateTime>

#include <functional>

namespace frost {

//! The server that the hubs of a company share, where this company's main connection leads to one. It lets one of them at a
//! time speak to each other connection.
struct SharedThrough {
    HubServer *server = nullptr;
    ConnectionId main;
    //! Brings in everything that the server has, what holders have told included. Errors: as a run's.
    std::function<Task<Result<>>()> catchUp;
};

//! The right of this hub to speak to an external system (DESIGN.md section 1). One object a run, taken under the lease.
class Hold
{
public:
    //! @param system  provider and account, as every hub of the company names it
    Hold(SharedThrough through, Database &database, ConnectionId connection, QString system, Clock &clock);

    //! Asks for it. Errors: Busy "holder.other" [connection, who]; Offline, OutcomeUnknown or RateLimited "holder.unasked"
    //! [connection] where the server cannot be asked; those of HubServer::hold.
    Task<Result<>> take();
    //! Goes on holding it, where half of the time is over. Errors: Busy "holder.lost" [connection] where nobody knows what
    //! others have done meanwhile; as maySend(). A server that does not answer is asked again as long as there is time.
    Task<Result<>> keep();
    //! What is sent now has arrived, or never will, before another hub can be the holder.
    //! Errors: Busy "holder.lost" [connection].
    [[nodiscard]] Result<> maySend() const;
    //! Others may have spoken to the system since this hub last did.
    [[nodiscard]] bool isNew() const { return m_kind == HoldAnswer::Kind::ChangedHands; }
    //! What others have done is known here now. Inside a transaction.
    [[nodiscard]] Result<> takenOver();

    [[nodiscard]] const SharedThrough &through() const { return m_through; }
    [[nodiscard]] const QString &system() const { return m_system; }
    [[nodiscard]] QString hub() const;
    [[nodiscard]] qint64 epoch() const { return m_epoch; }

private:
    Task<Result<HoldAnswer>> ask(HoldRequest::Wish wish);
    [[nodiscard]] std::chrono::milliseconds left() const;

    SharedThrough m_through;
    Database &m_database;
    ConnectionId m_connection;
    QString m_system;
    Clock &m_clock;
    HoldAnswer::Kind m_kind = HoldAnswer::Kind::Refused;
    qint64 m_epoch = 0;
    QDateTime m_asked;
    QDateTime m_until;
    std::chrono::milliseconds m_time{0};
};

//! How every hub of the company names the system behind a connection; "" where this one has never asked for it.
[[nodiscard]] Result<QString> systemOf(Database &database, const ConnectionId &connection);
//! Own transaction where that is news.
[[nodiscard]] Result<> rememberSystem(Database &database, const ConnectionId &connection, const QString &system);
//! The epoch with which this hub last took over; 0: never.
[[nodiscard]] Result<qint64> holdEpoch(Database &database, const ConnectionId &connection);
//! Lets others have it at once. Errors: Busy "lease.held"; Rejected "holder.unsettled" [connection] where something was sent of
//! which nobody knows what became of it; those of HubServer::hold and of the store.
Task<Result<>> letGo(HubServer &server, Outbox &outbox, Database &database, ConnectionId connection, Clock &clock);

} // namespace frost
