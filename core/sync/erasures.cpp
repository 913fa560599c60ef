// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/erasures.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
const QString kErased = u"erased/"_s; //!< and type/id
} // namespace

Result<> Erasures::note(Links &links, const EntityType &type, const LocalId &id)
{
    return links.setCheckpoint(kErased + type.toString() + u'/' + id.toString(), u"1"_s);
}

Result<> Erasures::settle()
{
    const auto names = m_links.checkpoints(kErased);
    FROST_TRY(names);
    for (const auto &name : *names) {
        const EntityType type(name.section(u'/', 1, 1));
        const LocalId id(name.section(u'/', 2));
        const auto answer = answerFor(type, id);
        FROST_TRY(answer);
        if (*answer == Answer::Wait)
            continue;
        if (*answer == Answer::Erase)
            FROST_TRY(m_writer.write({.type = type, .id = id, .body = {}, .deleted = true, .updatedBy = {}, .updatedAt = {}}, m_actor, m_links.connection()));
        FROST_TRY(m_links.dropCheckpoint(name));
    }
    return {};
}

Result<Erasures::Answer> Erasures::answerFor(const EntityType &type, const LocalId &id)
{
    auto store = m_writer.database().objectStore(type);
    FROST_TRY(store);
    const auto record = store->get(id);
    FROST_TRY(record);
    if (!*record || (*record)->isErased())
        return Answer::Forget;
    const auto asked = m_conflicts.isOpenAnywhere(type, id);
    FROST_TRY(asked);
    const auto open = m_writer.outbox().open(m_links.connection(), type, id);
    FROST_TRY(open);
    if (*asked || (!(*record)->deleted && *open))
        return Answer::Wait;
    // What was in the books here has to be kept, whatever they do over there.
    const bool mustStay = !(*record)->deleted || closedBy(store->schema(), (*record)->body);
    return mustStay ? Answer::Forget : Answer::Erase;
}

} // namespace frost
