// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvplanner.h"
#include "core/store/database.h"

#include <QSet>

namespace frost {

//! Recognises records that are there already, by the schema's natural key or, where the file has none, by the profile's.
//! Records made after the matcher was asked for the first time may be unknown to it: keys are unique within one import.
class RecordMatcher
{
public:
    explicit RecordMatcher(Database &database) : m_database(database) { }

    //! The live record with the same key; nullopt: there is none. @param body normalised
    [[nodiscard]] Result<std::optional<Record>> find(const EntitySchema &schema, const QStringList &profileKey,
                                                     const QJsonObject &body);

    //! Says that this import makes a record with this key. @return false: it already does, and a second is not possible
    [[nodiscard]] bool claim(const EntitySchema &schema, const QStringList &profileKey, const QJsonObject &body);

    //! Fields about which the file and the store disagree; what the file does not say is no difference.
    //! @param said fields the file speaks about  @param body normalised
    [[nodiscard]] static QStringList differences(const EntitySchema &schema, const QStringList &said,
                                                 const QJsonObject &body, const QJsonObject &stored);

private:
    using Keys = QHash<QString, LocalId>;
    [[nodiscard]] Result<LocalId> findByScan(ObjectStore &store, const QStringList &fields, const QString &key);

    Database &m_database;
    QSet<std::pair<EntityType, QString>> m_claimed;
    QHash<std::pair<EntityType, QStringList>, Keys> m_scanned; //!< of types without a fitting index
};

} // namespace frost
