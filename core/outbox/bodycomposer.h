// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/store/database.h"

#include <QHash>
#include <QSet>

namespace frost {

//! Turns what a person typed into a body fit for the store: fields the store keeps itself and derived ones fall away,
//! shown ids become local ids, everything else is brought into form, derived and checked. Private to RecordEditor; one
//! for each transaction, because it remembers what it looked up.
class BodyComposer
{
public:
    BodyComposer(Database &database, Random &random) : m_database(database), m_random(random) { }

    //! A record that will be made in the same transaction: references to it are good.
    void announce(const EntityType &type, const LocalId &id) { m_announced.insert({type, id.toString()}); }

    //! A record that goes in the same transaction: its key is free.
    void leaves(const EntityType &type, const LocalId &id) { m_leaving.insert({type, id.toString()}); }

    //! @param stored  the record that `input` changes; nullptr: `input` is a new record.
    //! Errors: Invalid "record.invalid" with every problem in args as "path: code"; and those of the store.
    [[nodiscard]] Result<QJsonObject> compose(const EntitySchema &schema, const LocalId &id, const QJsonObject &input,
                                              const Record *stored);
    //! What has to hold anew before the tombstone's body may live again: its references do, and its natural key is free.
    //! Errors as compose().
    [[nodiscard]] Result<> checkRevived(const EntitySchema &schema, const LocalId &id, const QJsonObject &body);

private:
    using Key = std::pair<EntityType, QString>;

    [[nodiscard]] Result<QJsonObject> withLocalReferences(const EntitySchema &schema, const QJsonObject &body);
    [[nodiscard]] Result<QString> localId(const EntityType &type, const QString &shownOrLocal);
    [[nodiscard]] Result<bool> isLive(const EntityType &type, const QString &id);
    [[nodiscard]] Result<QList<Problem>> referenceProblems(const EntitySchema &schema, const QJsonObject &body,
                                                           const Record *stored);
    [[nodiscard]] Result<QList<Problem>> keyProblems(const EntitySchema &schema, const LocalId &id,
                                                     const QJsonObject &body, const Record *stored);
    [[nodiscard]] Result<QList<Record>> possibleHolders(const EntitySchema &schema, const QJsonObject &body);

    Database &m_database;
    Random &m_random;
    QSet<Key> m_announced;
    QSet<Key> m_leaving;
    QHash<Key, QString> m_localIds;
    QHash<Key, bool> m_live;
};

} // namespace frost
