// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/store/sql.h"

#include <QJsonObject>

#include <optional>

namespace frost {

//! One company linked to one remote system.
struct Connection {
    ConnectionId id;      //!< the name people use; "frostserver" unless they choose another
    QString provider;     //!< "frostserver", "fortnox" ...
    QJsonObject settings; //!< the provider's own: url ...; never secrets
    bool main = false;    //!< its real ids are the ones shown; exactly one, the first made
    QDateTime createdAt;
};

class Connections
{
public:
    Connections(Sql &sql, Clock &clock) : m_sql(sql), m_clock(clock) { }
    //! Own transaction. Errors: Conflict "connection.exists" [id].
    [[nodiscard]] Result<Connection> add(const ConnectionId &id, const QString &provider, const QJsonObject &settings);
    //! Own transaction. Errors: NotFound "connection.unknown" [id].
    [[nodiscard]] Result<> update(const ConnectionId &id, const QJsonObject &settings);
    [[nodiscard]] Result<QList<Connection>> list(); //!< main first, then by creation
    [[nodiscard]] Result<std::optional<Connection>> find(const ConnectionId &id);

private:
    Sql &m_sql;
    Clock &m_clock;
};

} // namespace frost
