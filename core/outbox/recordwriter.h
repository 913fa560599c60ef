// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/audit.h"
#include "core/links/connections.h"
#include "core/links/links.h"
#include "core/links/syncrules.h"
#include "core/outbox/outbox.h"
#include "core/store/database.h"

#include <QSet>

#include <optional>
#include <utility>
#include <vector>

namespace frost {

//! The only way a record changes: record, operations for the connections that must hear of it, base copies and audit row,
//! all in the caller's transaction (R-LOC-04).
class RecordWriter
{
public:
    RecordWriter(Database &database, Clock &clock, Random &random);

    struct Change {
        EntityType type;
        LocalId id;
        QJsonObject body; //!< normalised and derived, references local
        bool deleted = false;
        QString updatedBy;
        QDateTime updatedAt; //!< invalid: now
        //! Form: the same content brought into another form, which no connection needs to hear of (R-SYN-10).
        enum class News { Content, Form } news = News::Content;
    };
    //! Writes the state and queues it for every connection whose rules want it (R-SYN-11), except `silent` (the one it
    //! came from, or empty). Where a
    //! connection has the record and no operation is open, the state before becomes its base. A new record deleted
    //! before anything was sent cancels its create ("never.sent"); one whose create is undecided is settled first.
    //! A tombstone that loses its body is erased: history and audit say so, and nothing of what it was. What the trail said
    //! before stays (bokföringslagen, see core/activity/retention.h).
    //! @return the record as stored. Writing a state equal to the stored one changes nothing and queues nothing.
    [[nodiscard]] Result<Record> write(const Change &change, const Actor &actor, const ConnectionId &silent = {},
                                       Priority priority = Priority::Normal);

    [[nodiscard]] Database &database() { return m_database; }
    [[nodiscard]] Outbox &outbox() { return m_outbox; }
    [[nodiscard]] Audit &audit() { return m_audit; }
    //! Types of records written since the last call, rolled back or not: what lists have to look at again.
    [[nodiscard]] QSet<EntityType> takeWritten() { return std::exchange(m_written, {}); }
    //! A list has to look at records of `type` again although none was written: what is said about their sending changed.
    void markChanged(const EntityType &type) { m_written.insert(type); }
    //! Call after connections were added or their rules changed.
    [[nodiscard]] Result<> reloadConnections();

private:
    //! A connection, what it knows and what it wants to know.
    struct Spoke {
        ConnectionId id;
        Links links;
        SyncRules rules;
    };
    [[nodiscard]] Result<> tell(Spoke &spoke, const std::optional<Record> &before, const Change &change,
                                const Actor &actor, Priority priority);
    [[nodiscard]] Result<> eraseTraces(const EntityType &type, const LocalId &id);
    [[nodiscard]] Result<> keepAgreed(Spoke &spoke, const Record &before, const Change &change);
    [[nodiscard]] Result<> withdraw(Spoke &spoke, const Change &change, const Actor &actor, Priority priority);

    Database &m_database;
    QSet<EntityType> m_written;
    Clock &m_clock;
    Random &m_random;
    Outbox m_outbox;
    Audit m_audit;
    std::optional<std::vector<Spoke>> m_spokes; //!< empty until first needed
};

} // namespace frost
