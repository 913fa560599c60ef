// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/links/links.h"
#include "core/outbox/recordwriter.h"

namespace frost {

//! Records that a remote has erased (R-LOC-06). A page notes them, whatever becomes of the change itself; each pull erases what
//! is deleted here and not asked about any more. What lives on here, by a person's decision, lives there again, too. Notes are
//! checkpoints of the connection.
class Erasures
{
public:
    Erasures(RecordWriter &writer, Links &links, ConflictStore &conflicts, Actor actor)
        : m_writer(writer), m_links(links), m_conflicts(conflicts), m_actor(std::move(actor))
    { }
    //! Inside a transaction.
    [[nodiscard]] static Result<> note(Links &links, const EntityType &type, const LocalId &id);
    //! Inside a transaction.
    [[nodiscard]] Result<> settle();

private:
    enum class Answer { Erase, Wait, Forget };
    [[nodiscard]] Result<Answer> answerFor(const EntityType &type, const LocalId &id);

    RecordWriter &m_writer;
    Links &m_links;
    ConflictStore &m_conflicts;
    Actor m_actor;
};

} // namespace frost
