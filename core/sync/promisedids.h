// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/outbox/recordwriter.h"

namespace frost {

//! A remote's id that is seen in a reference before its record is promised a local id (Links::resolveLocal). Where the
//! record then turns out to be one that was made here as well, the promise is broken: what was stored with the promised id
//! refers to ours from then on. The one case in which references inside the store are rewritten; it costs a look at every
//! record that refers to it, and happens only where two devices made one customer at the same time.
class PromisedIds
{
public:
    PromisedIds(RecordWriter &writer, Links &links, ConflictStore &conflicts, ConnectionId connection, Actor actor);

    //! Inside a transaction: `remote`, known as `promised` without a record, is our `ours`. Its link is the caller's to store.
    [[nodiscard]] Result<> redirect(const EntityType &type, const LocalId &promised, const LocalId &ours);

private:
    [[nodiscard]] Result<> redirectRecords(const EntityType &type, const LocalId &promised, const LocalId &ours);

    RecordWriter &m_writer;
    Links &m_links;
    ConflictStore &m_conflicts;
    ConnectionId m_connection;
    Actor m_actor;
};

} // namespace frost
