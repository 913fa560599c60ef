// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/links.h"
#include "core/links/syncrules.h"
#include "core/outbox/recordwriter.h"

namespace frost {

//! What a change of a type's rules opens. Narrower is nothing: what is here stays here, and there.
struct ScopeChange {
    bool pull = false; //!< something there was not looked at before
    bool push = false; //!< something here was not sent before
    QStringList fields{}; //!< exchanged from now on and not before: nothing is known to be agreed in them
};
//! Pure. @param all  the type's fields
[[nodiscard]] ScopeChange widened(const TypeRules &before, const TypeRules &after, const QStringList &all);

//! The same for two rules under which the same records and fields are exchanged. 16 hexadecimal digits.
[[nodiscard]] QByteArray scopeDigest(const TypeRules &rules);

//! Queues what the connection is to have and has not: records it does not know, and changes of what it was not told.
//! Inside a transaction.
[[nodiscard]] Result<> queueMissing(RecordWriter &writer, Links &links, const TypeRules &rules, const Record &record,
                                    const EntityType &type, const UserId &user);
//! The same for every record of the type.
[[nodiscard]] Result<> queueMissing(RecordWriter &writer, Links &links, const TypeRules &rules, const EntityType &type,
                                    const UserId &user);

//! The rules under which each type was last exchanged, so that a change of the rules fetches and sends only what is new
//! (R-SYN-11), and the types that were known then: what came of another one was passed over. Kept with the connection's checkpoints.
class Scope
{
public:
    Scope(Links &links, const Schema &schema) : m_links(links), m_schema(schema) { }
    //! What the rules open, by type; types without a change are not listed.
    [[nodiscard]] Result<QMap<EntityType, ScopeChange>> changes(const SyncRules &rules);
    //! Whether anything was pulled from these feeds. Where nothing was, the rules are settled before: the first pull brings
    //! everything that they want.
    [[nodiscard]] Result<bool> hasBegun(const QStringList &feeds);
    //! From now on `type` is exchanged under `rules`; inside a transaction.
    [[nodiscard]] Result<> settle(const EntityType &type, const TypeRules &rules);
    //! The same for every type.
    [[nodiscard]] Result<> settle(const SyncRules &rules);

private:
    [[nodiscard]] Result<QJsonObject> stored();
    [[nodiscard]] Result<> store(const QJsonObject &scope);

    Links &m_links;
    const Schema &m_schema;
};

} // namespace frost
